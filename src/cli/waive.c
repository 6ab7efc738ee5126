/* SPDX-License-Identifier: MIT */
#include "waive.h"

#include "adr/base/unicode.h"
#include "adr/check/check.h"
#include "adr/render/show.h"
#include "options.h"

#define CONFIG_LIMIT ((size_t)256 << 10) /* bytes; read_config() takes no more */

/* What is known when a waiver is asked for. */
struct waiving {
	struct session *session;
	struct asked_index *index;
	const struct waive_wanted *wanted;
	struct records records; /* that claim something, proposed ones too */
	struct error *error;
};

/* --- names -------------------------------------------------------------------------------------------------------- */

static enum outcome fail_unknown(const struct waiving *waiving, const char *what, struct str word,
				 const struct strs *known)
{
	const char **words = ARENA_ARRAY(waiving->session->arena, const char *, known->count + 1);
	for (size_t i = 0; i < known->count; i++)
		words[i] = arena_copy_z(waiving->session->arena, known->item[i]);
	const char *nearest = nearest_word(word, words);
	if (nearest)
		return fail_usage(waiving->error, "no %s '%.*s'; did you mean '%s'?", what, STR_ARG(word), nearest);
	return fail_usage(waiving->error, "no %s '%.*s'", what, STR_ARG(word));
}

static bool holds(const struct strs *list, struct str text)
{
	LIST_EACH (const struct str, item, list)
		if (str_equal(*item, text))
			return true;
	return false;
}

static enum outcome check_names(const struct waiving *waiving, const char *what, const struct strs *names,
				const struct strs *known)
{
	LIST_EACH (const struct str, name, names)
		if (!holds(known, *name))
			return fail_unknown(waiving, what, *name, known);
	return OUTCOME_OK;
}

/* Conflicts that no catalogue knows go by their options, "h2 or sqlite": a name with spaces is not looked up. */
static enum outcome check_subject(const struct waiving *waiving)
{
	struct arena *arena = waiving->session->arena;
	struct catalog catalog = catalog_merge(arena, &catalog_builtin, &waiving->index->settings.catalog);
	struct str subject = waiving->wanted->subject;
	struct strs known = {0};
	if (str_contains(subject, STR(" ")) || catalog_subject_find(&catalog, subject))
		return OUTCOME_OK;
	for (size_t i = 0; i < catalog.subject_count; i++)
		*LIST_ADD(arena, &known) = catalog.subjects[i].name;
	return fail_unknown(waiving, "subject", subject, &known);
}

static enum outcome check_limits(const struct waiving *waiving)
{
	struct arena *arena = waiving->session->arena;
	struct strs projects = {0}, ids = {0};
	LIST_EACH (const struct project, project, &waiving->index->workspace.projects)
		*LIST_ADD(arena, &projects) = project->name;
	LIST_EACH (const struct record, record, &waiving->records) {
		if (projects.count == 0 || !str_equal(projects.item[projects.count - 1], record->project->name))
			*LIST_ADD(arena, &projects) = record->project->name;
		*LIST_ADD(arena, &ids) = record->id;
	}
	enum outcome outcome = check_names(waiving, "project", &waiving->wanted->projects, &projects);
	return outcome == OUTCOME_OK ? check_names(waiving, "decision with the id", &waiving->wanted->ids, &ids)
				     : outcome;
}

static enum outcome check_reason(const struct waiving *waiving)
{
	SCOPED(text_release) struct text printable = {0};
	unicode_add_printable(&printable, waiving->wanted->reason);
	if (str_empty(str_trim(waiving->wanted->reason)))
		return fail_usage(waiving->error, "--waive needs --reason: why is this conflict left alone?");
	if (!str_equal(text_str(&printable), waiving->wanted->reason))
		return fail_usage(waiving->error, "--reason holds characters that cannot be printed");
	return OUTCOME_OK;
}

static enum outcome check_until(const struct waiving *waiving)
{
	char until[DATE_TEXT_SIZE];
	struct date last = waiving->wanted->until;
	if (last.set && last.days < waiving->session->as_of.days)
		return fail_usage(waiving->error, "--until %s has passed already", date_format(last, until));
	return OUTCOME_OK;
}

static enum outcome check_wanted(const struct waiving *waiving)
{
	enum outcome outcome = check_reason(waiving);
	if (outcome == OUTCOME_OK)
		outcome = check_until(waiving);
	if (outcome == OUTCOME_OK)
		outcome = check_subject(waiving);
	return outcome == OUTCOME_OK ? check_limits(waiving) : outcome;
}

/* --- which file --------------------------------------------------------------------------------------------------- */

/* The workspace's own .adr.yml; the one of the only project; or a new one in that project. */
static enum outcome find_file(const struct waiving *waiving, const struct strs *paths, struct str *path)
{
	struct workspace *workspace = &waiving->index->workspace;
	struct arena *arena = waiving->session->arena;
	enum outcome outcome = OUTCOME_OK;
	if (workspace->projects.count == 0) /* the index was taken as it is */
		outcome = workspace_find(arena, paths, workspace, waiving->error);
	if (outcome != OUTCOME_OK)
		return outcome;
	if (!str_empty(workspace->config->path))
		*path = path_join(arena, workspace->config->root, path_name(workspace->config->path));
	else if (workspace->projects.count == 1)
		*path = path_join(arena, workspace->projects.item[0].root, STR(".adr.yml"));
	else
		return fail(waiving->error,
			    "these %zu projects have no .adr.yml in common that could hold the waiver; "
			    "make one with 'projects:' in a directory above them, or name one project",
			    workspace->projects.count);
	return OUTCOME_OK;
}

/* --- telling ------------------------------------------------------------------------------------------------------ */

struct tally {
	size_t open, silent; /* conflicts on the subject */
};

static struct tally count_conflicts(const struct waiving *waiving)
{
	struct tally tally = {0};
	struct conflicts conflicts = {0};
	struct conflict_options options = {.as_of = waiving->session->as_of, .include_proposed = true};
	find_conflicts(&waiving->records, &catalog_builtin, &waiving->index->settings, &options,
		       waiving->session->arena, &conflicts);
	LIST_EACH (const struct conflict, conflict, &conflicts)
		if (str_equal(conflict->subject, waiving->wanted->subject))
			*(conflict->waived ? &tally.silent : &tally.open) += 1;
	return tally;
}

/* What the new waiver changes, for a wrong project would change nothing and nobody would know. */
static void tell_effect(const struct waiving *waiving, const struct waiver *waiver)
{
	struct str subject = waiving->wanted->subject;
	struct tally before = count_conflicts(waiving);
	*LIST_ADD(waiving->session->arena, &waiving->index->settings.waivers) = *waiver;
	struct tally after = count_conflicts(waiving);
	size_t silenced = before.open - after.open;
	if (silenced == 0 && before.open == 0)
		session_note(waiving->session, "nothing disagrees on %.*s today: the waiver silences nothing yet",
			     STR_ARG(subject));
	else if (silenced == 0)
		session_note(waiving->session,
			     "the %zu conflict%s on %.*s remain: two other sides are left when these decisions are put "
			     "aside",
			     before.open, before.open == 1 ? "" : "s", STR_ARG(subject));
}

static enum outcome write_waiver(const struct waiving *waiving, struct str path, const struct waiver *waiver)
{
	struct arena *arena = waiving->session->arena;
	struct str before = {0}, here = {0};
	struct waive_plan plan;
	bool exists = file_exists(path.at);
	enum outcome outcome = exists ? file_read(arena, path.at, CONFIG_LIMIT, &before, waiving->error) : OUTCOME_OK;
	if (outcome == OUTCOME_OK)
		outcome = waive_plan(arena, path, exists ? &before : NULL, waiver, &plan, waiving->error);
	if (outcome == OUTCOME_OK)
		outcome = path_real(arena, ".", &here, waiving->error);
	if (outcome != OUTCOME_OK)
		return outcome;
	struct str place = path_relative(arena, path, here);
	if (waiving->wanted->dry_run) {
		show_change(&waiving->session->out, place, exists ? &before : NULL, plan.after);
		return OUTCOME_OK;
	}
	outcome = apply_edits(&plan.edits, waiving->error);
	if (outcome == OUTCOME_OK) {
		paper_text(&waiving->session->out, STYLE_PLAIN,
			   arena_printf(arena, "%.*s:%u: waived %.*s", STR_ARG(place), plan.line,
					STR_ARG(waiver->subject)));
		paper_print(&waiving->session->out, "\n");
	}
	return outcome;
}

enum outcome waive(struct session *session, struct asked_index *index, const struct strs *paths,
		   const struct waive_wanted *wanted, struct error *error)
{
	struct waiving waiving = {.session = session, .index = index, .wanted = wanted, .error = error};
	struct waiver waiver = {.subject = str_trim(wanted->subject),
				.projects = wanted->projects,
				.records = wanted->ids,
				.reason = str_trim(wanted->reason),
				.until = wanted->until};
	struct str path = {0};
	enum outcome outcome = store_load_claims(index->store, session->arena, true, &waiving.records, error);
	if (outcome == OUTCOME_OK)
		outcome = check_wanted(&waiving);
	if (outcome == OUTCOME_OK)
		outcome = find_file(&waiving, paths, &path);
	if (outcome == OUTCOME_OK)
		outcome = write_waiver(&waiving, path, &waiver);
	if (outcome == OUTCOME_OK)
		tell_effect(&waiving, &waiver);
	return outcome;
}
