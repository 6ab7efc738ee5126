/* SPDX-License-Identifier: MIT */
#include "choices.h"
#include "cmd.h"
#include "conflict_input.h"
#include "explain.h"
#include "waive.h"

enum include { INCLUDE_IN_FORCE, INCLUDE_PROPOSED };
enum fail_on { FAIL_ON_CONTRADICTION, FAIL_ON_DIVERGENCE, FAIL_ON_NONE };

struct conflicts_arguments {
	struct str db;
	struct str changed, explain;
	bool waived, all;
	int include;
	int fail_on;
	int format;
	struct waive_wanted waive;
};

static enum outcome verdict(const struct conflicts *conflicts, int fail_on)
{
	LIST_EACH (const struct conflict, conflict, conflicts)
		if (fail_on != FAIL_ON_NONE && conflict_fails(conflict, fail_on == FAIL_ON_DIVERGENCE))
			return OUTCOME_FINDINGS;
	return OUTCOME_OK;
}

/* Marks the decisions of the change; false when there is none. */
static bool mark_decisions(const struct conflict_input *input, struct conflict *conflict)
{
	bool any = false;
	LIST_EACH (struct camp, camp, &conflict->camps)
		LIST_EACH (struct camp_decision, decision, &camp->decisions) {
			decision->changed = input->changed[decision->record - input->records.item];
			any |= decision->changed;
		}
	return any;
}

/* Keeps the conflicts that the change takes part in. */
static void keep_changed(const struct conflict_input *input, struct conflicts *conflicts)
{
	size_t kept = 0;
	for (size_t i = 0; i < conflicts->count && input->changed; i++)
		if (mark_decisions(input, &conflicts->item[i]))
			conflicts->item[kept++] = conflicts->item[i];
	if (input->changed)
		conflicts->count = kept;
}

static enum outcome report(struct session *session, struct asked_index *index,
			   const struct conflicts_arguments *arguments, const struct strs *paths, struct error *error)
{
	struct conflicts conflicts = {0};
	struct conflict_input input;
	struct conflict_question question = {.db = arguments->db,
					     .base = arguments->changed,
					     .proposed = arguments->include == INCLUDE_PROPOSED,
					     .paths = paths};
	enum outcome outcome = conflict_input(session, &question, index, &input, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	struct conflict_options options = {.as_of = session->as_of,
					   .include_proposed = question.proposed || input.changed};
	find_conflicts(&input.records, &catalog_builtin, &input.settings, &options, session->arena, &conflicts);
	keep_changed(&input, &conflicts);
	struct show_conflicts_options show = {.as_of = session->as_of,
					      .waived = arguments->waived,
					      .all = arguments->all,
					      .base = arguments->changed};
	show_conflicts(&session->out, &conflicts, &show, (enum format)arguments->format);
	return verdict(&conflicts, arguments->fail_on);
}

static enum outcome settle(struct session *session, struct asked_index *index,
			   const struct conflicts_arguments *arguments, const struct strs *paths, struct error *error)
{
	struct record_filter filter = {.in_force = true};
	enum outcome outcome = session_ask(session, arguments->db, paths, index, &filter, error);
	return outcome == OUTCOME_OK ? waive(session, index, paths, &arguments->waive, error) : outcome;
}

static enum outcome tell(struct session *session, struct asked_index *index,
			 const struct conflicts_arguments *arguments, const struct strs *paths, struct error *error)
{
	const struct explain_wanted wanted = {.db = arguments->db,
					      .reference = arguments->explain,
					      .paths = paths,
					      .format = (enum format)arguments->format};
	if (wanted.format != FORMAT_TEXT && wanted.format != FORMAT_JSON)
		return fail_usage(error, "--explain prints text or json");
	return explain(session, index, &wanted, error);
}

/* Options that mean nothing without --waive are refused, lest somebody believes that they did something. */
static enum outcome check_arguments(const struct conflicts_arguments *arguments, struct error *error)
{
	const struct waive_wanted *waive = &arguments->waive;
	if (!str_empty(waive->subject))
		return OUTCOME_OK;
	if (!str_empty(waive->reason) || waive->until.set || waive->projects.count || waive->ids.count ||
	    waive->dry_run)
		return fail_usage(error, "--project, --id, --reason, --until and --dry-run go with --waive SUBJECT");
	return OUTCOME_OK;
}

static enum outcome run(struct session *session, const void *given, const struct strs *operands, struct error *error)
{
	const struct conflicts_arguments *arguments = given;
	struct asked_index index = {.store = NULL};
	enum outcome outcome = check_arguments(arguments, error);
	if (outcome == OUTCOME_OK)
		outcome = !str_empty(arguments->waive.subject) ? settle(session, &index, arguments, operands, error)
			  : !str_empty(arguments->explain)     ? tell(session, &index, arguments, operands, error)
							       : report(session, &index, arguments, operands, error);
	session_close(session, &index);
	return outcome;
}

static const struct choice includes[] = {{"proposed", INCLUDE_PROPOSED}, {NULL, 0}};
static const struct choice fail_ons[] = {{"contradiction", FAIL_ON_CONTRADICTION},
					 {"divergence", FAIL_ON_DIVERGENCE},
					 {"none", FAIL_ON_NONE},
					 {NULL, 0}};

static const struct option_row options[] = {
	{0, "include", OPTION_CHOICE, offsetof(struct conflicts_arguments, include), "WHICH", includes,
	 "decisions that are not in force yet as well"},
	{0, "waived", OPTION_SWITCH, offsetof(struct conflicts_arguments, waived), NULL, NULL,
	 "show waived conflicts too"},
	{'a', "all", OPTION_SWITCH, offsetof(struct conflicts_arguments, all), NULL, NULL,
	 "all decisions of every side, however many"},
	{0, "changed", OPTION_TEXT, offsetof(struct conflicts_arguments, changed), "BASE", NULL,
	 "only what records take part in that changed since the git revision BASE"},
	{0, "fail-on", OPTION_CHOICE, offsetof(struct conflicts_arguments, fail_on), "WHAT", fail_ons,
	 "exit with 1 when there is one"},
	{0, "explain", OPTION_TEXT, offsetof(struct conflicts_arguments, explain), "ID", NULL,
	 "tell how the claims of record ID came about"},
	{0, "waive", OPTION_TEXT, offsetof(struct conflicts_arguments, waive.subject), "SUBJECT", NULL,
	 "write a waiver for SUBJECT into .adr.yml"},
	{0, "project", OPTION_TEXTS, offsetof(struct conflicts_arguments, waive.projects), "NAME", NULL,
	 "with --waive: put the decisions of these projects aside"},
	{0, "id", OPTION_TEXTS, offsetof(struct conflicts_arguments, waive.ids), "ID", NULL,
	 "with --waive: put these decisions aside"},
	{0, "reason", OPTION_TEXT, offsetof(struct conflicts_arguments, waive.reason), "TEXT", NULL,
	 "with --waive: why the conflict is left alone"},
	{0, "until", OPTION_DATE, offsetof(struct conflicts_arguments, waive.until), "DATE", NULL,
	 "with --waive: the last day it holds"},
	{'n', "dry-run", OPTION_SWITCH, offsetof(struct conflicts_arguments, waive.dry_run), NULL, NULL,
	 "with --waive: only show what would be written"},
	OPTION_DB(struct conflicts_arguments),
	OPTION_FORMAT(struct conflicts_arguments, conflict_formats),
	{.name = NULL},
};

const struct command command_conflicts = {
	.name = "conflicts",
	.operands = "[PATH...]",
	.summary = "report decisions in force that contradict each other",
	.description = "Reports decisions in force that answer the same question differently, across projects\n"
		       "and inside one, with the lines that say so. A contradiction is a decision that rejects\n"
		       "what another one chose; a divergence is merely another choice. Superseded and amended\n"
		       "decisions take no part; waivers in .adr.yml silence a conflict until a day.\n\n"
		       "Exits with 1 when there is a contradiction that is not waived.\n\n" PATHS_EXPLAINED,
	.examples = "  adr conflicts ~/src\n"
		    "  adr conflicts --db adr.db --fail-on none --format json\n",
	.most = -1,
	.options = options,
	.arguments_size = sizeof(struct conflicts_arguments),
	.run = run,
};
