/* SPDX-License-Identifier: MIT */
#include "choices.h"
#include "cmd.h"
#include "filter.h"

struct list_arguments {
	struct str db;
	struct record_filter filter;
	int format;
};

static enum outcome load(struct session *session, struct asked_index *index, const struct record_filter *filter,
			 int format, struct error *error)
{
	struct records records = {0};
	struct str here;
	unsigned parts = format == FORMAT_TEXT || format == FORMAT_PATHS ? 0 : PART_TAGS;
	enum outcome outcome = path_real(session->arena, ".", &here, error);
	if (outcome == OUTCOME_OK)
		outcome = store_load(index->store, session->arena, filter, parts, &records, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	session_keep_meant(&index->workspace, &records);
	show_list(&session->out, &records, here, (enum format)format);
	return OUTCOME_OK;
}

static enum outcome run(struct session *session, const void *given, const struct strs *operands, struct error *error)
{
	const struct list_arguments *arguments = given;
	struct record_filter filter = arguments->filter;
	struct asked_index index = {.store = NULL};
	enum outcome outcome = filter_check(&filter, "list", error);
	if (outcome == OUTCOME_OK)
		outcome = session_ask(session, arguments->db, operands, &index, &filter, error);
	if (outcome == OUTCOME_OK)
		outcome = load(session, &index, &filter, arguments->format, error);
	session_close(session, &index);
	return outcome;
}

static const struct choice formats[] = {
	{"text", FORMAT_TEXT}, {"json", FORMAT_JSON}, {"csv", FORMAT_CSV}, {"paths", FORMAT_PATHS}, {NULL, 0}};

static const struct option_row options[] = {
	OPTIONS_FILTER(struct list_arguments),
	OPTION_DB(struct list_arguments),
	OPTION_FORMAT(struct list_arguments, formats),
	{.name = NULL},
};

const struct command command_list = {
	.name = "list",
	.operands = "[PATH...]",
	.summary = "list the records, all or some",
	.description = "Lists records with their status, date and title.\n\n" PATHS_EXPLAINED,
	.examples = "  adr list --status proposed            what waits for a decision\n"
		    "  adr list --person 'Platform Team' --since 2026-01-01\n",
	.most = -1,
	.options = options,
	.arguments_size = sizeof(struct list_arguments),
	.run = run,
};
