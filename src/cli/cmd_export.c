/* SPDX-License-Identifier: MIT */
#include "choices.h"
#include "cmd.h"
#include "roster.h"

struct export_arguments {
	bool all;
	int format;
};

/* Where the printing is. */
struct exporting {
	const struct roster *roster;
	bool all;
	size_t next;
	struct arena *arena; /* for the record at hand */
	struct record record;
};

static const struct record *next(void *context)
{
	struct exporting *exporting = context;
	const struct roster *roster = exporting->roster;
	while (exporting->next < roster->records.count) {
		size_t number = exporting->next++;
		const struct record *record = &roster->records.item[number];
		bool wanted = exporting->all || record->kind == KIND_RECORD;
		if (!wanted || !workspace_means(&roster->workspace, record->project->name, record->path))
			continue;
		arena_reset(exporting->arena);
		roster_record(roster, number, exporting->arena, &exporting->record);
		return &exporting->record;
	}
	return NULL;
}

static enum outcome run(struct session *session, const void *given, const struct strs *operands, struct error *error)
{
	const struct export_arguments *arguments = given;
	struct roster roster;
	enum outcome outcome = roster_read(session, operands, KEEP_WHOLE, &roster, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	struct exporting exporting = {.roster = &roster, .all = arguments->all, .arena = arena_new()};
	show_export(&session->out, next, &exporting, (enum format)arguments->format);
	arena_free(exporting.arena);
	return roster.failures > 0 ? OUTCOME_FAILURE : OUTCOME_OK;
}

static const struct choice formats[] = {{"jsonl", FORMAT_JSONL}, {"json", FORMAT_JSON}, {"csv", FORMAT_CSV}, {NULL, 0}};

static const struct option_row options[] = {
	OPTION_FORMAT(struct export_arguments, formats),
	{'a', "all", OPTION_SWITCH, offsetof(struct export_arguments, all), NULL, NULL,
	 "templates, indexes and notes too, with their kind"},
	{.name = NULL},
};

static const struct export_arguments defaults = {.format = FORMAT_JSONL};

const struct command command_export = {
	.name = "export",
	.operands = "[PATH...]",
	.summary = "print all that was read out of the records, for other programs",
	.description = "Reads the files themselves (no index needed) and prints one JSON object per record\n"
		       "and line, sorted by project, then path.\n\n" PATHS_EXPLAINED,
	.examples = "  adr export | jq -r 'select(.status == \"proposed\") | .id'\n",
	.most = -1,
	.options = options,
	.arguments_size = sizeof(struct export_arguments),
	.defaults = &defaults,
	.run = run,
};
