/* SPDX-License-Identifier: MIT */
#include "choices.h"
#include "cmd.h"
#include "filter.h"

struct graph_arguments {
	struct str db;
	struct record_filter filter;
	int format;
};

static enum outcome run(struct session *session, const void *given, const struct strs *operands, struct error *error)
{
	const struct graph_arguments *arguments = given;
	struct record_filter filter = arguments->filter;
	struct asked_index index = {.store = NULL};
	struct records records = {0};
	struct graph graph = {0};
	enum outcome outcome = filter_check(&filter, "graph", error);
	if (outcome == OUTCOME_OK)
		outcome = session_ask(session, arguments->db, operands, &index, &filter, error);
	if (outcome == OUTCOME_OK)
		outcome = store_load(index.store, session->arena, &filter, PART_LINKS, &records, error);
	if (outcome == OUTCOME_OK) {
		session_keep_meant(&index.workspace, &records);
		build_graph(&records, session->arena, &graph);
		show_graph(&session->out, &graph, (enum format)arguments->format);
	}
	session_close(session, &index);
	return outcome;
}

static const struct choice formats[] = {
	{"dot", FORMAT_DOT}, {"mermaid", FORMAT_MERMAID}, {"json", FORMAT_JSON}, {NULL, 0}};

static const struct option_row options[] = {
	OPTIONS_FILTER(struct graph_arguments),
	OPTION_DB(struct graph_arguments),
	OPTION_FORMAT(struct graph_arguments, formats),
	{.name = NULL},
};

static const struct graph_arguments defaults = {.format = FORMAT_DOT};

const struct command command_graph = {
	.name = "graph",
	.operands = "[PATH...]",
	.summary = "draw records and the links between them",
	.description = "Prints the records and their links as a graph: dot for Graphviz, mermaid for Markdown\n"
		       "pages, or JSON.\n\n" PATHS_EXPLAINED,
	.examples = "  adr graph | dot -Tsvg >decisions.svg\n",
	.most = -1,
	.options = options,
	.arguments_size = sizeof(struct graph_arguments),
	.defaults = &defaults,
	.run = run,
};
