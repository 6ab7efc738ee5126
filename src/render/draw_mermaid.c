/* SPDX-License-Identifier: MIT */
/* Mermaid flowcharts. Nodes are numbered, because ids may not hold every character; all that comes from files stands in
 * quotes, with whatever Mermaid or the HTML that it becomes could take for markup written as a character code. */
#include "diagram.h"

#include "lines.h"

#include "adr/base/scope.h"

#include <assert.h>
#include <stdlib.h>

/* Mermaid looks for "style...:...#...;" with regular expressions before it parses, and cuts what it finds. */
static bool may_style(struct str rest)
{
	return rest.at[0] == ':' && (rest.length == 1 || rest.at[1] != ' ');
}

static void add_escaped(struct text *out, struct str clean)
{
	for (size_t i = 0; i < clean.length; i++) {
		char byte = clean.at[i];
		if ((byte != '\0' && strchr("\"#&<>%`\\{}[]|;$*_", byte)) || may_style(str_from(clean, i)))
			text_printf(out, "#%d;", byte);
		else
			text_add_byte(out, byte);
	}
}

static void add_clean_escaped(struct text *out, struct str text)
{
	SCOPED(text_release) struct text clean = {0};
	add_clean(&clean, text);
	add_escaped(out, text_str(&clean));
}

static void draw_node(struct paper *paper, const struct record *record, size_t number)
{
	SCOPED(text_release) struct text line = {0};
	const char *status = status_name(record->status);
	text_printf(&line, "\t\tn%zu[\"", number);
	add_clean_escaped(&line, node_name(record));
	add_label_lines(&line, record->title, "<br/>", add_escaped);
	text_printf(&line, "\"]%s%s\n", status ? ":::" : "", status ? status : "");
	fwrite(line.at, 1, line.length, paper->stream);
}

static void begin_group(struct paper *paper, const struct project *project, size_t number)
{
	SCOPED(text_release) struct text line = {0};
	text_printf(&line, "\tsubgraph p%zu[\"", number);
	add_clean_escaped(&line, project->name);
	text_add_z(&line, "\"]\n");
	fwrite(line.at, 1, line.length, paper->stream);
}

static void draw_nodes(struct paper *paper, const struct graph *graph)
{
	const struct project *project = NULL;
	size_t projects = 0;
	for (size_t i = 0; i < graph->nodes.count; i++) {
		const struct record *record = graph->nodes.item[i];
		if (project != record->project) {
			if (project)
				paper_print(paper, "\tend\n");
			project = record->project;
			begin_group(paper, project, projects++);
		}
		draw_node(paper, record, i);
	}
	if (project)
		paper_print(paper, "\tend\n");
}

static int compare_node(const void *record, const void *node)
{
	return str_compare(((const struct record *)record)->id, (*(const struct record *const *)node)->id);
}

/* Nodes are sorted by id. */
static size_t number_of(const struct graph *graph, const struct record *record)
{
	const struct record **node =
		bsearch(record, graph->nodes.item, graph->nodes.count, sizeof(*graph->nodes.item), compare_node);
	assert(node);
	return (size_t)(node - graph->nodes.item);
}

static const char *arrow(enum link_kind kind)
{
	switch (kind) {
	case LINK_CONFLICTS_WITH:
		return "<-->";
	case LINK_RELATES_TO:
		return "-.-";
	case LINK_DEPENDS_ON:
	case LINK_REQUIRED_BY:
		return "-.->";
	case LINK_SUPERSEDES:
	case LINK_SUPERSEDED_BY:
	case LINK_AMENDS:
	case LINK_AMENDED_BY:
	case LINK_OTHER:
	case LINK_KIND_COUNT:
		break;
	}
	return "-->";
}

static void draw_edge(struct paper *paper, const struct graph *graph, const struct graph_edge *edge)
{
	SCOPED(text_release) struct text line = {0};
	text_printf(&line, "\tn%zu %s|\"", number_of(graph, edge->from), arrow(edge->kind));
	add_edge_label(&line, edge, add_escaped);
	text_printf(&line, "\"| n%zu\n", number_of(graph, edge->to));
	fwrite(line.at, 1, line.length, paper->stream);
}

void draw_mermaid(struct paper *paper, const struct graph *graph)
{
	paper_print(paper, "flowchart LR\n");
	draw_nodes(paper, graph);
	LIST_EACH (const struct graph_edge, edge, &graph->edges)
		draw_edge(paper, graph, edge);
	paper_print(paper, "\tclassDef accepted fill:#d9f2d9,stroke:#2e7d32,color:#000\n"
			   "\tclassDef proposed fill:#fff4cc,stroke:#b58900,color:#000\n"
			   "\tclassDef draft fill:#fff4cc,stroke:#b58900,color:#000\n"
			   "\tclassDef rejected fill:#f9d9d9,stroke:#c62828,color:#000\n"
			   "\tclassDef deprecated fill:#eee,stroke:#888,color:#666,stroke-dasharray:5 3\n"
			   "\tclassDef superseded fill:#eee,stroke:#888,color:#666,stroke-dasharray:5 3\n");
}
