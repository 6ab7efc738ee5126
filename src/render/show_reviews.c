/* SPDX-License-Identifier: MIT */
/* `adr review`: which decisions somebody should look at again, most urgent first. */
#include "lines.h"
#include "parts.h"

#include "adr/render/show.h"

#include <assert.h>

#define DUE_TEXT_SIZE 32
#define PEOPLE_LINES 2
#define DOUBLES_WITHIN 50 /* names that are compared, so that a list of thousands costs no more than its length */

/* The line that says by when; for a computed date, the line of the date that it was computed from. */
static uint32_t review_line(const struct review *review)
{
	const struct record *record = review->record;
	const struct span at[] = {record->review_at, record->date_at, record->title_at};
	for (size_t i = review->basis == REVIEW_STATED ? 0 : 1; i < sizeof at / sizeof *at; i++)
		if (at[i].line > 0)
			return at[i].line;
	return 1;
}

static bool named(const struct strs *names, struct str name)
{
	size_t count = names->count < DOUBLES_WITHIN ? names->count : DOUBLES_WITHIN;
	for (size_t i = 0; i < count; i++)
		if (str_equal(names->item[i], name))
			return true;
	return false;
}

static void add_people(struct arena *arena, struct strs *names, const struct record *record, enum role role)
{
	LIST_EACH (const struct person, person, &record->people)
		if (person->role == role && !named(names, person->name))
			*LIST_ADD(arena, names) = person->name;
}

/* Who should look: the owner and those who decided; where the record names none, the first of the others it has. */
static struct strs who_looks(struct arena *arena, const struct record *record)
{
	static const enum role others[] = {ROLE_REVIEWER, ROLE_APPROVER, ROLE_AUTHOR};
	struct strs names = {0};
	add_people(arena, &names, record, ROLE_OWNER);
	add_people(arena, &names, record, ROLE_DECIDER);
	for (size_t i = 0; names.count == 0 && i < sizeof others / sizeof *others; i++)
		add_people(arena, &names, record, others[i]);
	return names;
}

static struct str due_text(const struct review *review, char text[DUE_TEXT_SIZE])
{
	int days = review->days < 0 ? -review->days : review->days;
	const char *unit = days == 1 ? "day" : "days";
	if (review->days < 0)
		snprintf(text, DUE_TEXT_SIZE, "%d %s overdue", days, unit);
	else if (review->days == 0)
		snprintf(text, DUE_TEXT_SIZE, "due today");
	else
		snprintf(text, DUE_TEXT_SIZE, "due in %d %s", days, unit);
	return str_of(text);
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
	size_t widest = 0;
	LIST_EACH (const struct review, review, reviews) {
		char text[DUE_TEXT_SIZE];
		size_t width = due_text(review, text).length;
		widest = width > widest ? width : widest;
	}
	return widest;
}

static size_t widest_id(const struct reviews *reviews)
{
	size_t widest = 0;
	LIST_EACH (const struct review, review, reviews) {
		size_t width = clean_width(review->record->id);
		widest = width > widest ? width : widest;
	}
	return widest;
}

/* The second line of a review: the day, who looks, and where it says so. */
static void show_details(struct paper *paper, struct places *places, const struct review *review, size_t indent)
{
	SCOPED(scoped_arena_free) struct arena *scratch = arena_new();
	struct strs names = who_looks(scratch, review->record);
	SCOPED(text_release) struct text line = {0};
	char date[DATE_TEXT_SIZE];
	text_printf(&line, "%s%s", date_format(review->review, date),
		    review->basis == REVIEW_POLICY ? " by policy" : "");
	LIST_EACH (const struct str, name, &names) {
		text_add_z(&line, ", ");
		text_add(&line, *name);
	}
	paper_wrapped(paper, STYLE_PLAIN, text_str(&line), indent, PEOPLE_LINES);
	paper_print(paper, "%*s", (int)indent, "");
	paper_place(paper, places, review->record, review_line(review));
	paper_print(paper, "\n");
}

static void show_summary(struct paper *paper, const struct reviews *reviews, int32_t within_days)
{
	size_t overdue = 0, due = 0, upcoming = 0;
	LIST_EACH (const struct review, review, reviews) {
		overdue += review->state == REVIEW_OVERDUE;
		due += review->state == REVIEW_DUE;
		upcoming += review->state == REVIEW_UPCOMING;
	}
	char within[64];
	snprintf(within, sizeof within, "due within %d day%s", within_days, within_days == 1 ? "" : "s");
	bool begun = overdue + due == 0;
	if (begun)
		paper_print(paper, "No review is %s", within);
	paper_tally(paper, &begun, overdue, "overdue", "overdue", STYLE_RED);
	paper_tally(paper, &begun, due, within, within, STYLE_YELLOW);
	paper_tally(paper, &begun, upcoming, "upcoming", "upcoming", STYLE_DIM);
	paper_print(paper, reviews->count == 0 ? ".\n" : "\n");
}

static void reviews_text(struct paper *paper, const struct reviews *reviews, int32_t within_days)
{
	SCOPED(places_release) struct places places = places_of(paper);
	size_t due_width = widest_due(reviews), id_width = id_columns(paper, widest_id(reviews));
	size_t indent = due_width + COLUMN_GAP;
	char text[DUE_TEXT_SIZE];
	LIST_EACH (const struct review, review, reviews) {
		paper_column(paper, state_style(review->state), due_text(review, text), due_width);
		paper_print(paper, "  ");
		size_t used = indent + paper_id(paper, review->record->id, id_width) + COLUMN_GAP;
		paper_print(paper, "  ");
		paper_last(paper, STYLE_PLAIN, review->record->title, used);
		show_details(paper, &places, review, indent);
	}
	if (reviews->count > 0)
		paper_print(paper, "\n");
	show_summary(paper, reviews, within_days);
}

static void json_review(struct json *json, const struct review *review)
{
	SCOPED(scoped_arena_free) struct arena *scratch = arena_new();
	struct strs names = who_looks(scratch, review->record);
	json_begin_object(json, NULL);
	json_id_and_path(json, review->record);
	json_number(json, "line", review_line(review));
	json_title_and_status(json, review->record);
	json_date(json, "review", review->review);
	json_number(json, "days", review->days);
	json_name(json, "state", review_state_name(review->state));
	json_name(json, "basis", review_basis_name(review->basis));
	json_strs(json, "people", &names);
	json_end(json);
}

static void reviews_json(struct paper *paper, const struct reviews *reviews, const struct show_reviews_options *options)
{
	struct json json = open_report(paper);
	json_date(&json, "as_of", options->as_of);
	json_number(&json, "within_days", options->within_days);
	json_begin_array(&json, "due");
	LIST_EACH (const struct review, review, reviews)
		json_review(&json, review);
	json_end(&json);
	close_report(&json);
}

void show_reviews(struct paper *paper, const struct reviews *reviews, const struct show_reviews_options *options,
		  enum format format)
{
	assert(format == FORMAT_TEXT || format == FORMAT_JSON);
	if (format == FORMAT_JSON)
		reviews_json(paper, reviews, options);
	else
		reviews_text(paper, reviews, options->within_days);
}
