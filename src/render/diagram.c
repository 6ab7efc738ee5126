/* SPDX-License-Identifier: MIT */
#include "diagram.h"

#include "lines.h"
#include "record_json.h"

#include "adr/base/scope.h"

#define LABEL_COLUMNS 28
#define LABEL_LINES 3
#define EDGE_COLUMNS 24

struct str node_name(const struct record *record)
{
	struct str prefix = record->project->name;
	bool own = str_starts(record->id, prefix) && record->id.length > prefix.length + 1 &&
		   record->id.at[prefix.length] == '/';
	return own ? str_from(record->id, prefix.length + 1) : record->id;
}

void add_label_lines(struct text *out, struct str title, const char *line_break, add_escaped_fn add)
{
	SCOPED(text_release) struct text clean = {0}, cut = {0};
	add_clean(&clean, title);
	struct str rest = text_str(&clean), line;
	for (size_t i = 1; i < LABEL_LINES && next_wrapped(&rest, LABEL_COLUMNS, &line); i++) {
		text_add_z(out, line_break);
		add(out, line);
	}
	add_cut(&cut, str_trim(rest), LABEL_COLUMNS);
	if (cut.length > 0) {
		text_add_z(out, line_break);
		add(out, text_str(&cut));
	}
}

void add_edge_label(struct text *out, const struct graph_edge *edge, add_escaped_fn add)
{
	SCOPED(text_release) struct text clean = {0}, cut = {0};
	add_clean(&clean, link_words(edge->kind, edge->words));
	for (size_t i = 0; edge->kind != LINK_OTHER && i < clean.length; i++)
		if (clean.at[i] == '_')
			clean.at[i] = ' ';
	add_cut(&cut, text_str(&clean), EDGE_COLUMNS);
	add(out, text_str(&cut));
}
