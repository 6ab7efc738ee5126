/* SPDX-License-Identifier: MIT */
#include "choices.h"
#include "cmd.h"
#include "matchers.h"
#include "options.h"

#include "adr/parse/read_config.h"

struct catalog_arguments {
	bool names;
	int format;
};

/* The catalogues at hand: those of the project around the working directory. */
struct catalogs {
	struct session *session;
	const struct config *config;
	struct catalog all;
	struct catalog_view view;
};

static enum outcome open_catalogs(struct session *session, struct catalogs *catalogs, struct error *error)
{
	struct workspace workspace;
	enum outcome outcome = workspace_around(session->arena, ".", &workspace, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	*catalogs = (struct catalogs){.session = session, .config = workspace.projects.item[0].config};
	catalogs->all = catalog_merge(session->arena, &catalog_builtin, &catalogs->config->catalog);
	return OUTCOME_OK;
}

/* The view points into `catalogs`, which must not move any more. */
static const struct catalog_view *view_of(struct catalogs *catalogs)
{
	catalogs->view = (struct catalog_view){
		.all = &catalogs->all, .own = &catalogs->config->catalog, .builtin = &catalog_builtin};
	return &catalogs->view;
}

/* --- show --------------------------------------------------------------------------------------------------------- */

static enum outcome show_named(struct catalogs *catalogs, struct str name, enum format format, struct error *error)
{
	struct arena *arena = catalogs->session->arena;
	const struct catalog_subject *subject = catalog_subject_find(&catalogs->all, name);
	if (subject) {
		show_subject(&catalogs->session->out, view_of(catalogs), subject, format);
		return OUTCOME_OK;
	}
	const char **known = ARENA_ARRAY(arena, const char *, catalogs->all.subject_count + 1);
	for (size_t i = 0; i < catalogs->all.subject_count; i++)
		known[i] = arena_copy_z(arena, catalogs->all.subjects[i].name);
	const char *nearest = nearest_word(name, known);
	if (nearest)
		return fail_usage(error, "no subject '%.*s'; did you mean '%s'?", STR_ARG(name), nearest);
	return fail_usage(error, "no subject '%.*s'; 'adr catalog' lists all", STR_ARG(name));
}

/* --- explain ------------------------------------------------------------------------------------------------------ */

static const struct matcher *matcher_of(const struct catalogs *catalogs, const struct catalog *own)
{
	return matcher_new(catalogs->session->arena, &catalog_builtin, own);
}

static enum outcome explain_words(struct catalogs *catalogs, const struct strs *words, enum format format)
{
	struct arena *arena = catalogs->session->arena;
	struct explanation steps = {0};
	struct str text = strs_join(arena, words, STR(" "));
	explain_text(matcher_of(catalogs, &catalogs->config->catalog), arena, text, &steps);
	show_meanings(&catalogs->session->out, view_of(catalogs), text, &steps, format);
	return OUTCOME_OK;
}

/* --- test --------------------------------------------------------------------------------------------------------- */

/* The options of the subject that the text names, joined; "none". */
static struct str meaning_of(struct arena *arena, const struct matcher *matcher, struct str subject, struct str text)
{
	struct explanation steps = {0};
	struct strs options = {0};
	explain_text(matcher, arena, text, &steps);
	LIST_EACH (const struct explain_step, step, &steps) {
		bool known = false;
		if (step->kind != EXPLAIN_NAME || !step->counts || !str_equal(step->subject, subject))
			continue;
		LIST_EACH (const struct str, option, &options)
			known |= str_equal(*option, step->option);
		if (!known)
			*LIST_ADD(arena, &options) = step->option;
	}
	return options.count ? strs_join(arena, &options, STR(", ")) : STR("none");
}

static void try_examples(struct arena *arena, const struct matcher *matcher, const struct catalog *own,
			 struct catalog_trial *trial)
{
	trial->subjects += own->subject_count;
	for (size_t i = 0; i < own->subject_count; i++) {
		const struct catalog_subject *subject = &own->subjects[i];
		for (size_t j = 0; j < subject->example_count; j++) {
			const struct catalog_example *example = &subject->examples[j];
			struct str got = meaning_of(arena, matcher, subject->name, example->text);
			*LIST_ADD(arena, &trial->results) =
				(struct example_result){.file = example->file,
							.line = example->line,
							.subject = subject->name,
							.text = example->text,
							.expected = example->option,
							.got = got,
							.passed = str_equal(got, example->option)};
		}
	}
}

/* Files that no .adr.yml names yet: each is tried on its own, beside the built-in catalogue. */
static void try_file(struct catalogs *catalogs, struct str path, struct catalog_trial *trial)
{
	struct arena *arena = catalogs->session->arena;
	struct catalog *own = ARENA_NEW(arena, struct catalog);
	struct error error;
	if (read_catalog_file(arena, arena_copy_z(arena, path), own, &error) != OUTCOME_OK)
		*LIST_ADD(arena, &trial->problems) = arena_copy(arena, str_of(error.text));
	else
		try_examples(arena, matcher_of(catalogs, own), own, trial);
}

static enum outcome test(struct catalogs *catalogs, const struct strs *files, enum format format)
{
	struct catalog_trial trial = {0};
	const struct catalog *own = &catalogs->config->catalog;
	LIST_EACH (const struct str, file, files)
		try_file(catalogs, *file, &trial);
	if (files->count == 0)
		try_examples(catalogs->session->arena, matcher_of(catalogs, own), own, &trial);
	show_trial(&catalogs->session->out, &trial, format);
	bool failed = trial.problems.count > 0;
	LIST_EACH (const struct example_result, result, &trial.results)
		failed |= !result->passed;
	return failed ? OUTCOME_FINDINGS : OUTCOME_OK;
}

/* --- the command -------------------------------------------------------------------------------------------------- */

enum deed { DEED_LIST, DEED_SHOW, DEED_EXPLAIN, DEED_TEST };

static enum outcome which_deed(const struct strs *operands, enum deed *deed, struct error *error)
{
	static const char *const words[] = {"list", "show", "explain", "test", NULL};
	struct str word = operands->count ? operands->item[0] : STR("list");
	for (int i = 0; words[i]; i++)
		if (str_equal(word, str_of(words[i]))) {
			*deed = (enum deed)i;
			return OUTCOME_OK;
		}
	const char *nearest = nearest_word(word, words);
	if (nearest)
		return fail_usage(error, "adr catalog does not know '%.*s'; did you mean '%s'?", STR_ARG(word),
				  nearest);
	return fail_usage(error, "adr catalog does not know '%.*s'; it knows list, show, explain and test",
			  STR_ARG(word));
}

static enum outcome check_rest(enum deed deed, const struct strs *rest, struct error *error)
{
	if (deed == DEED_LIST && rest->count > 0)
		return fail_usage(error, "'%.*s' is one operand too many", STR_ARG(rest->item[0]));
	if (deed == DEED_SHOW && rest->count != 1)
		return fail_usage(error, "adr catalog show takes one SUBJECT");
	if (deed == DEED_EXPLAIN && rest->count == 0)
		return fail_usage(error, "adr catalog explain takes a TEXT");
	return OUTCOME_OK;
}

static enum outcome run(struct session *session, const void *given, const struct strs *operands, struct error *error)
{
	const struct catalog_arguments *arguments = given;
	enum format format = (enum format)arguments->format;
	struct strs rest = {.item = operands->item + 1, .count = operands->count ? operands->count - 1 : 0};
	enum deed deed = DEED_LIST;
	struct catalogs catalogs;
	enum outcome outcome = which_deed(operands, &deed, error);
	if (outcome == OUTCOME_OK)
		outcome = check_rest(deed, &rest, error);
	if (outcome == OUTCOME_OK)
		outcome = open_catalogs(session, &catalogs, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	if (deed == DEED_SHOW)
		return show_named(&catalogs, rest.item[0], format, error);
	if (deed == DEED_EXPLAIN)
		return explain_words(&catalogs, &rest, format);
	if (deed == DEED_TEST)
		return test(&catalogs, &rest, format);
	show_catalog(&session->out, view_of(&catalogs), arguments->names, format);
	return OUTCOME_OK;
}

static const struct option_row options[] = {
	{0, "names", OPTION_SWITCH, offsetof(struct catalog_arguments, names), NULL, NULL,
	 "with list: all names that options go by"},
	OPTION_FORMAT(struct catalog_arguments, text_or_json),
	{.name = NULL},
};

const struct command command_catalog = {
	.name = "catalog",
	.operands = "[list | show SUBJECT | explain TEXT... | test [FILE...]]",
	.summary = "show and test what conflicts are found with",
	.description = "Shows the subjects that organisations decide, their options and the names these go by:\n"
		       "the built-in ones with those of .adr.yml.\n\n"
		       "'show' tells all about one subject. 'explain' tells what a name or a sentence means,\n"
		       "through which name or pattern, and what would speak against it. 'test' checks the\n"
		       "catalogue of .adr.yml, or the files named, and runs its examples; it exits with 1 when\n"
		       "something is wrong.\n",
	.examples = "  adr catalog show cache\n"
		    "  adr catalog explain FROM python:3.13-slim\n"
		    "  adr catalog test my-subjects.yml\n",
	.most = -1,
	.options = options,
	.arguments_size = sizeof(struct catalog_arguments),
	.run = run,
};
