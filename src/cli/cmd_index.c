/* SPDX-License-Identifier: MIT */
#include "choices.h"
#include "cmd.h"
#include "refresh.h"

struct index_arguments {
	struct str db;
	int format;
};

static enum outcome run(struct session *session, const void *given, const struct strs *operands, struct error *error)
{
	const struct index_arguments *arguments = given;
	struct workspace workspace;
	struct str path;
	SCOPED(store_close) struct store *store = NULL;
	enum outcome outcome = workspace_find(session->arena, operands, &workspace, error);
	if (outcome == OUTCOME_OK)
		outcome = session_index_path(session, &workspace, arguments->db, &path, error);
	struct refresh_rows rows = {0};
	size_t failures = 0;
	if (outcome == OUTCOME_OK)
		outcome = refresh(session, path.at, &workspace, &store, &rows, &failures, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	show_refresh(&session->out, &rows, (enum format)arguments->format);
	return failures > 0 ? OUTCOME_FAILURE : OUTCOME_OK;
}

static const struct option_row options[] = {
	OPTION_DB(struct index_arguments),
	OPTION_FORMAT(struct index_arguments, text_or_json),
	{.name = NULL},
};

const struct command command_index = {
	.name = "index",
	.operands = "[PATH...]",
	.summary = "bring the index of one or many projects up to date",
	.description = "Reads the records that are new or changed since last time into an SQLite file and\n"
		       "prints one line per project. The index is a cache: deleting it loses nothing, and\n"
		       "reports bring it up to date by themselves. Its tables and views are documented and\n"
		       "meant to be queried with any SQLite client.\n\n" PATHS_EXPLAINED,
	.examples = "  adr index ~/src                       every clone below ~/src\n"
		    "  adr index --db adr.db a b c           three projects into one file to publish\n",
	.most = -1,
	.options = options,
	.arguments_size = sizeof(struct index_arguments),
	.run = run,
};
