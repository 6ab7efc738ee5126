/* SPDX-License-Identifier: MIT */
/* A checklist that is ready to be the body of an issue. It holds no count of days, no time and no line: it stays the
 * same, byte by byte, until a review is done, comes into the window or falls overdue. */
#include "markdown.h"
#include "review_words.h"

static const char *state_heading(enum review_state state)
{
	switch (state) {
	case REVIEW_OVERDUE:
		return "Overdue";
	case REVIEW_DUE:
		return "Due soon";
	case REVIEW_UPCOMING:
		break;
	}
	return "Later";
}

static void add_title(struct text *out, const struct review *review)
{
	text_add_z(out, "**");
	add_markdown(out, str_empty(review->title) ? review->id : review->title);
	text_add_z(out, "**");
}

static void add_file(struct text *out, struct str file, struct str url)
{
	text_add_z(out, "  - ");
	if (str_empty(url)) {
		add_code(out, file);
	} else {
		text_add_z(out, "[");
		add_code(out, file);
		text_printf(out, "](<%.*s>)", STR_ARG(url)); /* only characters of URIs: paper.h */
	}
	text_add_byte(out, '\n');
}

static void add_entry(struct text *out, struct paper *paper, struct places *places, const struct review *review)
{
	SCOPED(scoped_arena_free) struct arena *arena = arena_new();
	struct str file = review_file(arena, places, review);
	struct strs details = review_details(arena, review);
	text_add_z(out, "- [ ] ");
	add_title(out, review);
	text_add_z(out, " (");
	add_code(out, review->id);
	text_add_z(out, ") ");
	add_markdown(out, review_sentence(arena, review));
	text_add_byte(out, '\n');
	add_file(out, file, review_url(arena, paper, file));
	LIST_EACH (const struct str, detail, &details) {
		text_add_z(out, "  - ");
		add_markdown(out, *detail);
		text_add_byte(out, '\n');
	}
}

void reviews_markdown(struct paper *paper, const struct review_report *report)
{
	SCOPED(places_release) struct places places = places_in_repository(paper);
	SCOPED(text_release) struct text out = {0};
	if (report->reviews.count == 0)
		text_add_z(&out, "No decision has to be looked at again.\n");
	LIST_EACH (const struct review, review, &report->reviews) {
		bool first = review == report->reviews.item;
		if (first || review->state != review[-1].state)
			text_printf(&out, "%s## %s\n\n", first ? "" : "\n", state_heading(review->state));
		add_entry(&out, paper, &places, review);
		paper_raw(paper, &out);
	}
	if (report->reviews.count > 0)
		text_add_z(&out, "\n`adr review --done ID` records that a decision was looked at, and when it is to be "
				 "looked at next.\n");
	paper_raw(paper, &out);
}
