/* SPDX-License-Identifier: MIT */
/* Texts made ready for diagram languages. Private to render/. */
#ifndef ADR_RENDER_DIAGRAM_H
#define ADR_RENDER_DIAGRAM_H

#include "adr/model/graph.h"
#include "adr/render/paper.h"

/* A decision graph as a Graphviz digraph and as a Mermaid flowchart: a box per record, grouped by project, coloured by
 * status; an arrow per link, with its kind. Whatever titles, names and link words hold stays text. */
void draw_dot(struct paper *paper, const struct graph *graph);
void draw_mermaid(struct paper *paper, const struct graph *graph);

/* The short name in a box: the id without its project. */
struct str node_name(const struct record *record);

/* Appends clean `title` for a box: lines of LABEL_COLUMNS with `line_break` between them, at most LABEL_LINES of them,
 * each passed through `add`, which escapes. */
typedef void (*add_escaped_fn)(struct text *out, struct str clean);
void add_label_lines(struct text *out, struct str title, const char *line_break, add_escaped_fn add);

/* What is written on an arrow: "depends on", or a link's own words, cut. */
void add_edge_label(struct text *out, const struct graph_edge *edge, add_escaped_fn add);

#endif
