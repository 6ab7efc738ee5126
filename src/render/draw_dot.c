/* SPDX-License-Identifier: MIT */
/* Graphviz. In a quoted string a backslash escapes, and labels know HTML entities: both are written doubled, or as an
 * entity, so that every character means itself. */
#include "diagram.h"

#include "lines.h"

#include "adr/base/scope.h"

#define TOOLTIP_COLUMNS 200

static void add_escaped(struct text *out, struct str clean)
{
	for (size_t i = 0; i < clean.length; i++) {
		char byte = clean.at[i];
		if (byte == '"' || byte == '\\')
			text_add_byte(out, '\\');
		text_add_byte(out, byte);
		if (byte == '&')
			text_add_z(out, "amp;");
	}
}

static void add_clean_escaped(struct text *out, struct str text)
{
	SCOPED(text_release) struct text clean = {0};
	add_clean(&clean, text);
	add_escaped(out, text_str(&clean));
}

static const char *status_look(enum status status)
{
	switch (status) {
	case STATUS_ACCEPTED:
		return "fillcolor=\"#d9f2d9\", color=\"#2e7d32\"";
	case STATUS_PROPOSED:
	case STATUS_DRAFT:
		return "fillcolor=\"#fff4cc\", color=\"#b58900\"";
	case STATUS_REJECTED:
		return "fillcolor=\"#f9d9d9\", color=\"#c62828\"";
	case STATUS_DEPRECATED:
	case STATUS_SUPERSEDED:
		return "fillcolor=\"#eeeeee\", color=\"#888888\", fontcolor=\"#666666\", "
		       "style=\"rounded,filled,dashed\"";
	case STATUS_NONE:
	case STATUS_COUNT:
		break;
	}
	return "fillcolor=\"#ffffff\", color=\"#666666\"";
}

static const char *edge_look(enum link_kind kind)
{
	switch (kind) {
	case LINK_CONFLICTS_WITH:
		return ", color=\"#c62828\", fontcolor=\"#c62828\", dir=both";
	case LINK_RELATES_TO:
		return ", style=dotted, dir=none";
	case LINK_DEPENDS_ON:
	case LINK_REQUIRED_BY:
		return ", style=dashed";
	case LINK_SUPERSEDES:
	case LINK_SUPERSEDED_BY:
	case LINK_AMENDS:
	case LINK_AMENDED_BY:
	case LINK_OTHER:
	case LINK_KIND_COUNT:
		break;
	}
	return "";
}

static void add_tooltip(struct text *out, const struct record *record)
{
	SCOPED(text_release) struct text clean = {0}, cut = {0};
	add_clean(&clean, record->path);
	text_add_z(&clean, ": ");
	add_clean(&clean, record->title);
	add_cut(&cut, text_str(&clean), TOOLTIP_COLUMNS);
	add_escaped(out, text_str(&cut));
}

static void draw_node(struct paper *paper, const struct record *record)
{
	SCOPED(text_release) struct text line = {0};
	text_add_z(&line, "\t\t\"");
	add_clean_escaped(&line, record->id);
	text_add_z(&line, "\" [label=\"");
	add_clean_escaped(&line, node_name(record));
	add_label_lines(&line, record->title, "\\n", add_escaped);
	text_add_z(&line, "\", tooltip=\"");
	add_tooltip(&line, record);
	text_printf(&line, "\", %s];\n", status_look(record->status));
	fwrite(line.at, 1, line.length, paper->stream);
}

static void begin_cluster(struct paper *paper, const struct project *project)
{
	SCOPED(text_release) struct text line = {0};
	text_add_z(&line, "\tsubgraph \"cluster_");
	add_clean_escaped(&line, project->name);
	text_add_z(&line, "\" {\n\t\tlabel=\"");
	add_clean_escaped(&line, project->name);
	text_add_z(&line, "\";\n");
	fwrite(line.at, 1, line.length, paper->stream);
}

static void draw_nodes(struct paper *paper, const struct graph *graph)
{
	const struct project *project = NULL;
	for (size_t i = 0; i < graph->nodes.count; i++) {
		const struct record *record = graph->nodes.item[i];
		if (project != record->project) {
			if (project)
				paper_print(paper, "\t}\n");
			project = record->project;
			begin_cluster(paper, project);
		}
		draw_node(paper, record);
	}
	if (project)
		paper_print(paper, "\t}\n");
}

static void draw_edge(struct paper *paper, const struct graph_edge *edge)
{
	SCOPED(text_release) struct text line = {0};
	text_add_z(&line, "\t\"");
	add_clean_escaped(&line, edge->from->id);
	text_add_z(&line, "\" -> \"");
	add_clean_escaped(&line, edge->to->id);
	text_add_z(&line, "\" [label=\"");
	add_edge_label(&line, edge, add_escaped);
	text_printf(&line, "\"%s];\n", edge_look(edge->kind));
	fwrite(line.at, 1, line.length, paper->stream);
}

void draw_dot(struct paper *paper, const struct graph *graph)
{
	paper_print(paper, "digraph decisions {\n"
			   "\tcharset=\"UTF-8\";\n"
			   "\trankdir=LR;\n"
			   "\tgraph [fontname=\"Helvetica\", fontsize=12, color=\"#bbbbbb\"];\n"
			   "\tnode [shape=box, style=\"rounded,filled\", fontname=\"Helvetica\", fontsize=11];\n"
			   "\tedge [fontname=\"Helvetica\", fontsize=9, color=\"#555555\"];\n");
	draw_nodes(paper, graph);
	LIST_EACH (const struct graph_edge, edge, &graph->edges)
		draw_edge(paper, edge);
	paper_print(paper, "}\n");
}
