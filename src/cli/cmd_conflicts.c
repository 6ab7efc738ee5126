/* SPDX-License-Identifier: MIT */
#include "choices.h"
#include "cmd.h"
#include "waive.h"

enum include { INCLUDE_IN_FORCE, INCLUDE_PROPOSED };
enum fail_on { FAIL_ON_CONTRADICTION, FAIL_ON_DIVERGENCE, FAIL_ON_NONE };

struct conflicts_arguments {
	struct str db;
	bool waived;
	int include;
	int fail_on;
	int format;
	struct waive_wanted waive;
};

static bool fails(const struct conflict *conflict, int fail_on)
{
	if (conflict->waived || fail_on == FAIL_ON_NONE)
		return false;
	return conflict->kind == CONFLICT_CONTRADICTION || fail_on == FAIL_ON_DIVERGENCE;
}

static enum outcome verdict(const struct conflicts *conflicts, int fail_on)
{
	LIST_EACH (struct conflict, conflict, conflicts)
		if (fails(conflict, fail_on))
			return OUTCOME_FINDINGS;
	return OUTCOME_OK;
}

/* Keeps the records of the projects that are meant: an index may hold others. */
static void keep_projects(const struct workspace *workspace, struct records *records)
{
	if (workspace->projects.count == 0)
		return;
	size_t kept = 0;
	for (size_t i = 0; i < records->count; i++)
		if (workspace_project(workspace, records->item[i].project->name))
			records->item[kept++] = records->item[i];
	records->count = kept;
}

static enum outcome report(struct session *session, struct asked_index *index,
			   const struct conflicts_arguments *arguments, struct error *error)
{
	struct records records = {0};
	struct conflicts conflicts = {0};
	struct conflict_options options = {.as_of = session->as_of,
					   .include_proposed = arguments->include == INCLUDE_PROPOSED};
	enum outcome outcome =
		store_load_claims(index->store, session->arena, options.include_proposed, &records, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	keep_projects(&index->workspace, &records);
	find_conflicts(&records, &catalog_builtin, &index->settings, &options, session->arena, &conflicts);
	struct show_conflicts_options show = {.as_of = session->as_of, .waived = arguments->waived};
	show_conflicts(&session->out, &conflicts, &show, (enum format)arguments->format);
	return verdict(&conflicts, arguments->fail_on);
}

/* Options that mean nothing without --waive are refused, lest somebody believes that they did something. */
static enum outcome check_arguments(const struct conflicts_arguments *arguments, struct error *error)
{
	const struct waive_wanted *waive = &arguments->waive;
	if (!str_empty(waive->subject))
		return OUTCOME_OK;
	if (!str_empty(waive->reason) || waive->until.set || waive->projects.count || waive->ids.count || waive->dry_run)
		return fail_usage(error, "--project, --id, --reason, --until and --dry-run go with --waive SUBJECT");
	return OUTCOME_OK;
}

static enum outcome run(struct session *session, const void *given, const struct strs *operands, struct error *error)
{
	const struct conflicts_arguments *arguments = given;
	struct record_filter filter = {.in_force = true};
	struct asked_index index = {.store = NULL};
	enum outcome outcome = check_arguments(arguments, error);
	if (outcome == OUTCOME_OK)
		outcome = session_ask(session, arguments->db, operands, &index, &filter, error);
	if (outcome == OUTCOME_OK && !str_empty(arguments->waive.subject))
		outcome = waive(session, &index, operands, &arguments->waive, error);
	else if (outcome == OUTCOME_OK)
		outcome = report(session, &index, arguments, error);
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
	{0, "fail-on", OPTION_CHOICE, offsetof(struct conflicts_arguments, fail_on), "WHAT", fail_ons,
	 "exit with 1 when there is one"},
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
	OPTION_FORMAT(struct conflicts_arguments, text_or_json),
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
