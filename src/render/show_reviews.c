/* SPDX-License-Identifier: MIT */
/* `adr review`: which decisions somebody should look at again, most urgent first. */
#include "lines.h"
#include "review_words.h"
#include "show_reviews.h"

#include "adr/render/show.h"

#define DETAIL_LINES 2 /* of a long list of names */

/* Replaces what `text` holds. */
static struct str due_text(const struct review *review, struct text *text)
{
	int days = review->days < 0 ? -review->days : review->days;
	text_clear(text);
	text_add_z(text, review->days == 0 ? "due today" : review->days > 0 ? "due in " : "");
	if (days > 0) {
		text_add_number(text, days);
		text_add_z(text, days == 1 ? " day" : " days");
	}
	text_add_z(text, review->days < 0 ? " overdue" : "");
	return text_str(text);
}

static enum style state_style(enum review_state state)
{
	switch (state) {
	case REVIEW_OVERDUE:
		return STYLE_RED;
	case REVIEW_DUE:
		return STYLE_YELLOW;
	case REVIEW_UPCOMING:
		break;
	}
	return STYLE_DIM;
}

static size_t widest_due(const struct reviews *reviews)
{
	SCOPED(text_release) struct text text = {0};
	size_t widest = 0;
	LIST_EACH (const struct review, review, reviews) {
		size_t width = due_text(review, &text).length;
		widest = width > widest ? width : widest;
	}
	return widest;
}

static size_t widest_id(const struct reviews *reviews)
{
	size_t widest = 0;
	LIST_EACH (const struct review, review, reviews) {
		size_t width = clean_width(review->id);
		widest = width > widest ? width : widest;
	}
	return widest;
}

struct columns {
	size_t due, id;
	size_t indent; /* of what stands below an entry's first line */
};

static const char *basis_words(enum review_basis basis)
{
	switch (basis) {
	case REVIEW_POLICY:
		return " by policy";
	case REVIEW_WAIVER:
		return ", the end of a waiver";
	case REVIEW_STATED:
	case REVIEW_BASIS_COUNT:
		break;
	}
	return "";
}

/* The day, how old the decision is, who looks. */
static void show_day(struct paper *paper, const struct review *review, size_t indent)
{
	SCOPED(text_release) struct text line = {0};
	char date[DATE_TEXT_SIZE];
	text_add_z(&line, date_format(review->review, date));
	text_add_z(&line, basis_words(review->basis));
	if (review->decided.set && review->age_days >= 0) {
		text_add_z(&line, ", ");
		add_age(&line, review->age_days);
		text_add_z(&line, " old");
	}
	LIST_EACH (const struct str, name, &review->people) {
		text_add_z(&line, ", ");
		text_add(&line, *name);
	}
	if (review->record && review->people.count == 0)
		text_add_z(&line, ", names nobody");
	paper_wrapped(paper, STYLE_PLAIN, text_str(&line), indent, DETAIL_LINES);
}

static void show_place(struct paper *paper, struct places *places, const struct review *review, size_t indent)
{
	paper_spaces(paper, indent);
	if (review->record) {
		paper_place(paper, places, review->record, review->line);
	} else {
		SCOPED(scoped_arena_free) struct arena *scratch = arena_new();
		struct str file = review_file(scratch, places, review);
		paper_text(paper, STYLE_DIM, arena_printf(scratch, "%.*s:%u", STR_ARG(file), review->line));
	}
	paper_print(paper, "\n");
}

static void show_neighbours(struct paper *paper, const struct review *review, size_t indent)
{
	LIST_EACH (const struct neighbour, neighbour, &review->neighbours) {
		SCOPED(text_release) struct text line = {0};
		const char *kind = link_kind_name(neighbour->kind), *status = status_name(neighbour->status);
		for (const char *c = kind ? kind : "links_to"; *c; c++)
			text_add_byte(&line, *c == '_' ? ' ' : *c);
		text_printf(&line, " %.*s (%s)", STR_ARG(neighbour->id), status ? status : "no status");
		paper_wrapped(paper, STYLE_YELLOW, text_str(&line), indent, DETAIL_LINES);
	}
}

static void show_conflicts_of(struct paper *paper, const struct review *review, size_t indent)
{
	LIST_EACH (const struct review_conflict, own, &review->conflicts) {
		SCOPED(text_release) struct text line = {0};
		text_printf(&line,
			    own->other_count > 0 ? "in conflict on %.*s with "
						 : "deviates from what is settled on %.*s",
			    STR_ARG(own->conflict->subject));
		LIST_EACH (const struct str, id, &own->others)
			text_printf(&line, "%s%.*s", id == own->others.item ? "" : ", ", STR_ARG(*id));
		if (own->other_count > own->others.count)
			text_printf(&line, " and %zu more", own->other_count - own->others.count);
		paper_wrapped(paper, STYLE_YELLOW, text_str(&line), indent, DETAIL_LINES);
	}
}

static void show_review(struct paper *paper, struct places *places, const struct review *review,
			const struct columns *columns)
{
	SCOPED(text_release) struct text due = {0};
	paper_column(paper, state_style(review->state), due_text(review, &due), columns->due);
	paper_spaces(paper, COLUMN_GAP);
	size_t used = columns->indent + paper_id(paper, review->id, columns->id) + COLUMN_GAP;
	paper_spaces(paper, COLUMN_GAP);
	paper_last(paper, STYLE_PLAIN, review->title, used);
	show_day(paper, review, columns->indent);
	show_neighbours(paper, review, columns->indent);
	show_conflicts_of(paper, review, columns->indent);
	show_place(paper, places, review, columns->indent);
}

static void show_section(struct paper *paper, struct places *places, const struct review_section *section,
			 const struct columns *columns)
{
	paper_text(paper, STYLE_BOLD, str_empty(section->name) ? STR("(none)") : section->name);
	paper_print(paper, "\n");
	for (size_t i = 0; i < section->reviews.count; i++)
		show_review(paper, places, section->reviews.item[i], columns);
	paper_print(paper, "\n");
}

static void reviews_text(struct paper *paper, const struct review_report *report)
{
	SCOPED(places_release) struct places places = places_of(paper);
	const struct reviews *reviews = &report->reviews;
	struct columns columns = {.due = widest_due(reviews), .id = id_columns(paper, widest_id(reviews))};
	columns.indent = columns.due + COLUMN_GAP;
	LIST_EACH (const struct review_section, section, &report->sections)
		show_section(paper, &places, section, &columns);
	if (report->sections.count == 0 && reviews->count > 0) {
		LIST_EACH (const struct review, review, reviews)
			show_review(paper, &places, review, &columns);
		paper_print(paper, "\n");
	}
	show_review_summary(paper, report);
}

typedef void (*report_writer)(struct paper *paper, const struct review_report *report);

void show_reviews(struct paper *paper, const struct review_report *report, enum format format)
{
	static const report_writer writers[] = {
		[FORMAT_TEXT] = reviews_text,         [FORMAT_JSON] = show_reviews_json, [FORMAT_CSV] = reviews_csv,
		[FORMAT_MARKDOWN] = reviews_markdown, [FORMAT_ICS] = reviews_ics,        [FORMAT_ATOM] = reviews_atom,
	};
	report_writer writer = (size_t)format < sizeof writers / sizeof *writers ? writers[format] : NULL;
	if (writer)
		writer(paper, report);
	else
		reviews_notices(paper, report, format);
}
