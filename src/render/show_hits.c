/* SPDX-License-Identifier: MIT */
/* `adr search`: what was found, best first, with the words that matched. */
#include "lines.h"
#include "parts.h"

#include "adr/render/show.h"

#include <assert.h>

#define SNIPPET_INDENT 4
#define SNIPPET_LINES 3

/* Where the next mark (start or end of a match) stands, or the end of the text. */
static size_t next_mark(struct str text)
{
	size_t at = 0;
	while (at < text.length && text.at[at] != HIT_MARK_START && text.at[at] != HIT_MARK_END)
		at++;
	return at;
}

/* Cleans the snippet but for its marks, which no width counts. */
static void add_clean_between_marks(struct text *out, struct str snippet)
{
	while (!str_empty(snippet)) {
		size_t mark = next_mark(snippet);
		add_clean(out, str_slice(snippet, 0, mark));
		if (mark < snippet.length)
			text_add_byte(out, snippet.at[mark]);
		snippet = str_from(snippet, mark + 1);
	}
}

/* Writes one line with its matches in bold; a match may go on in the next line. */
static void write_marked(struct paper *paper, struct str line, bool *matched)
{
	while (!str_empty(line)) {
		size_t mark = next_mark(line);
		paper_text(paper, *matched ? STYLE_BOLD : STYLE_PLAIN, str_slice(line, 0, mark));
		if (mark < line.length)
			*matched = line.at[mark] == HIT_MARK_START;
		line = str_from(line, mark + 1);
	}
	paper_print(paper, "\n");
}

static void show_snippet(struct paper *paper, struct str snippet)
{
	SCOPED(text_release) struct text marked = {0};
	add_clean_between_marks(&marked, snippet);
	struct str rest = text_str(&marked), line;
	bool matched = false;
	for (size_t i = 0; i < SNIPPET_LINES && next_wrapped(&rest, paper->width - SNIPPET_INDENT, &line); i++) {
		paper_print(paper, "%*s", SNIPPET_INDENT, "");
		write_marked(paper, line, &matched);
	}
}

static void show_hit(struct paper *paper, struct places *places, const struct hit *hit)
{
	const struct record *record = &hit->record;
	size_t used = paper_id(paper, record->id, 0);
	paper_print(paper, "  ");
	paper_status(paper, record->status, true);
	paper_print(paper, "  ");
	paper_last(paper, STYLE_PLAIN, record->title, used + COLUMN_GAP + STATUS_WIDTH + COLUMN_GAP);
	paper_print(paper, "%*s", SNIPPET_INDENT, "");
	paper_place(paper, places, record, hit->line);
	paper_print(paper, "\n");
	show_snippet(paper, hit->snippet);
}

static void hits_text(struct paper *paper, const struct hits *hits, struct str query)
{
	SCOPED(places_release) struct places places = places_of(paper);
	LIST_EACH (const struct hit, hit, hits) {
		if (hit != hits->item)
			paper_print(paper, "\n");
		show_hit(paper, &places, hit);
	}
	if (hits->count == 0) {
		paper_print(paper, "Nothing found for ");
		paper_text(paper, STYLE_BOLD, query);
		paper_print(paper, ".\n");
	}
}

static void json_snippet(struct json *json, struct str snippet)
{
	SCOPED(text_release) struct text plain = {0};
	while (!str_empty(snippet)) {
		size_t mark = next_mark(snippet);
		text_add(&plain, str_slice(snippet, 0, mark));
		snippet = str_from(snippet, mark + 1);
	}
	json_text(json, "snippet", text_str(&plain));
}

static void hits_json(struct paper *paper, const struct hits *hits, struct str query)
{
	struct json json = open_report(paper);
	json_text(&json, "query", query);
	json_begin_array(&json, "hits");
	LIST_EACH (const struct hit, hit, hits) {
		json_begin_object(&json, NULL);
		json_id_and_path(&json, &hit->record);
		json_title_and_status(&json, &hit->record);
		json_number(&json, "line", hit->line);
		json_snippet(&json, hit->snippet);
		json_fraction(&json, "score", hit->score);
		json_end(&json);
	}
	json_end(&json);
	close_report(&json);
}

void show_hits(struct paper *paper, const struct hits *hits, struct str query, enum format format)
{
	assert(format == FORMAT_TEXT || format == FORMAT_JSON);
	if (format == FORMAT_JSON)
		hits_json(paper, hits, query);
	else
		hits_text(paper, hits, query);
}
