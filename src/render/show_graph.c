/* SPDX-License-Identifier: MIT */
/* `adr graph`: records and the links between them. The pictures are in draw_dot.c and draw_mermaid.c. */
#include "diagram.h"
#include "parts.h"
#include "record_json.h"

#include "adr/render/show.h"

#include <assert.h>

static void json_nodes(struct json *json, const struct graph *graph)
{
	json_begin_array(json, "nodes");
	for (size_t i = 0; i < graph->nodes.count; i++) {
		const struct record *record = graph->nodes.item[i];
		json_begin_object(json, NULL);
		json_text(json, "id", record->id);
		json_text(json, "project", record->project->name);
		json_title_and_status(json, record);
		json_text(json, "path", record->path);
		json_end(json);
	}
	json_end(json);
}

static void json_edges(struct json *json, const struct graph *graph)
{
	json_begin_array(json, "edges");
	LIST_EACH (const struct graph_edge, edge, &graph->edges) {
		json_begin_object(json, NULL);
		json_text(json, "from", edge->from->id);
		json_text(json, "to", edge->to->id);
		json_text(json, "kind", link_words(edge->kind, edge->words));
		json_end(json);
	}
	json_end(json);
}

static void graph_json(struct paper *paper, const struct graph *graph)
{
	struct json json = open_report(paper);
	json_nodes(&json, graph);
	json_edges(&json, graph);
	close_report(&json);
}

void show_graph(struct paper *paper, const struct graph *graph, enum format format)
{
	assert(format == FORMAT_DOT || format == FORMAT_MERMAID || format == FORMAT_JSON);
	if (format == FORMAT_JSON)
		graph_json(paper, graph);
	else if (format == FORMAT_MERMAID)
		draw_mermaid(paper, graph);
	else
		draw_dot(paper, graph);
}
