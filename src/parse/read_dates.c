/* SPDX-License-Identifier: MIT */
/* Which dates the record states, and which of them is its own. */
#include "reading.h"

#include "date_text.h"

#include "adr/base/file.h"

#define PERIOD_WORDS_MOST 4 /* "in about six months" */
#define PERIOD_LINE_MOST ((size_t)120)
#define BODY_DATE_OFFSET ((size_t)24) /* a date in a body line counts only so near its label */

/* Which date is the record's own: the lower the better. */
enum rank { RANK_DECIDED, RANK_PLAIN, RANK_ACCEPTED, RANK_CREATED, RANK_PROPOSED, RANK_UPDATED, RANK_NONE };

struct main_date {
	enum rank rank;
	struct date date;
	struct span at;
};

/* 13 and above can only be a day: one such date tells how the file's others are meant. */
static void take_proof(struct reading *reading, const struct date_text *found)
{
	reading->proves_dmy = reading->proves_dmy || (found->first > 12 && found->second <= 12);
	reading->proves_mdy = reading->proves_mdy || (found->second > 12 && found->first <= 12);
}

static enum date_order proven_order(const struct reading *reading)
{
	if (reading->proves_dmy == reading->proves_mdy)
		return DATE_ORDER_AUTO;
	return reading->proves_dmy ? DATE_ORDER_DMY : DATE_ORDER_MDY;
}

/* Dates that stand in no field prove something, too. */
static void search_proof(struct reading *reading)
{
	struct date_text found;
	struct str text = str_slice(reading->source->text, 0, (size_t)64 << 10);
	for (size_t i = 2; i + 2 < text.length; i++) {
		bool parts = text.at[i] == '/' || text.at[i] == '-';
		if (!parts || text.at[i + 3 < text.length ? i + 3 : i] != text.at[i])
			continue;
		if (find_date(reading->words, reading->scratch, str_slice(text, i - 2, i + 9), &found) &&
		    found.first > 0)
			take_proof(reading, &found);
	}
}

/* What those do who write the record's language. */
static enum date_order order_of_language(const struct reading *reading)
{
	const struct vocabulary *vocabulary = reading->vocabulary;
	for (size_t i = 0; i < vocabulary->language_count; i++) {
		if (str_equal(vocabulary->languages[i], reading->record->language))
			return (enum date_order)vocabulary->date_orders[i];
	}
	return DATE_ORDER_AUTO;
}

/* The settings, the file itself, the project's other records, the language: the first that knows. */
static enum date_order date_order(struct reading *reading)
{
	struct date_reading *asked = &reading->record->date_reading;
	if (reading->project->config->date_order != DATE_ORDER_AUTO)
		return reading->project->config->date_order;
	if (!reading->dates_checked)
		search_proof(reading);
	reading->dates_checked = true;
	if (proven_order(reading) != DATE_ORDER_AUTO)
		return proven_order(reading);
	asked->asked = true;
	asked->order = reading->project->date_order;
	return asked->order != DATE_ORDER_AUTO ? asked->order : order_of_language(reading);
}

/* Makes a date out of what was found; notes days that do not exist and orders that nothing tells. */
static struct date resolve(struct reading *reading, const struct date_text *found, struct span at)
{
	struct date date = {0};
	int day = found->day, month = found->month;
	if (found->first > 0) {
		take_proof(reading, found);
		bool first_is_month = found->second > 12 && found->first <= 12;
		bool either = found->first <= 12 && found->second <= 12 && found->first != found->second;
		enum date_order order = either ? date_order(reading) : DATE_ORDER_AUTO;
		first_is_month = first_is_month || order == DATE_ORDER_MDY;
		day = first_is_month ? found->second : found->first;
		month = first_is_month ? found->first : found->second;
		if (either && order == DATE_ORDER_AUTO)
			note(reading, RULE_DATE_AMBIGUOUS, at, "'%.*s' may mean two different days",
			     STR_ARG(found->text));
	}
	bool swapped = found->first == 0 && month > 12 && day >= 1 && day <= 12; /* "2023-27-02" */
	if (!date_make(found->year, swapped ? day : month, swapped ? month : day, &date) || swapped)
		note(reading, RULE_DATE_IMPOSSIBLE, at, "'%.*s' does not exist in the calendar", STR_ARG(found->text));
	return date;
}

static enum rank rank_of(int label)
{
	switch (label) {
	case LABEL_DATE + DATE_DECIDED:
		return RANK_DECIDED;
	case LABEL_DATE_PLAIN:
		return RANK_PLAIN;
	case LABEL_DATE + DATE_ACCEPTED:
		return RANK_ACCEPTED;
	case LABEL_DATE + DATE_CREATED:
		return RANK_CREATED;
	case LABEL_DATE + DATE_PROPOSED:
		return RANK_PROPOSED;
	case LABEL_DATE + DATE_UPDATED:
		return RANK_UPDATED;
	default:
		return RANK_NONE;
	}
}

/* A line that front matter and header both lay claim to states its date once. */
static bool is_listed(const struct record *record, const struct dated *dated)
{
	LIST_EACH (struct dated, other, &record->dates) {
		if (other->kind == dated->kind && other->at.line == dated->at.line &&
		    other->date.days == dated->date.days)
			return true;
	}
	return false;
}

static void add_date(struct reading *reading, struct main_date *best, int label, struct date date, struct str text,
		     struct span at)
{
	enum rank rank = rank_of(label);
	struct dated dated = {.kind = DATE_DECIDED, .date = date, .text = text, .at = at};
	if (label != LABEL_DATE_PLAIN)
		dated.kind = (enum date_kind)(label - LABEL_DATE);
	if (!is_listed(reading->record, &dated))
		*LIST_ADD(reading->arena, &reading->record->dates) = dated;
	if (date.set && rank < best->rank)
		*best = (struct main_date){rank, date, at};
}

static bool is_date_label(int label)
{
	return label == LABEL_DATE_PLAIN || (label >= LABEL_DATE && label < LABEL_DATE + (int)DATE_KIND_COUNT);
}

static bool looks_ahead(int label)
{
	return label == LABEL_DATE + (int)DATE_REVIEW || label == LABEL_DATE + (int)DATE_EXPIRES;
}

static void take_field(struct reading *reading, struct main_date *best, const struct field *field)
{
	struct date_text found;
	struct str value = str_slice(field->value, 0, 400);
	if (!find_date(reading->words, reading->scratch, value, &found))
		return;
	if (field->origin >= FIELD_FOOTER && (size_t)(found.text.at - value.at) > BODY_DATE_OFFSET)
		return;
	struct date date = resolve(reading, &found, span_of(reading, found.text, field->at));
	if (date.set)
		add_date(reading, best, field->label, date, plain_text(reading->arena, str_slice(value, 0, 80)),
			 field->at);
}

/* "Next review: in 6 months", "valid for one year": from the record's own date, or the review that came after it. */
static void take_period(struct reading *reading, struct main_date *best, const struct field *field)
{
	struct date_text found;
	struct period period = {0};
	struct str value = str_slice(field->value, 0, 60);
	struct date from = best->date, reviewed = reading->record->reviewed;
	if (find_date(reading->words, reading->scratch, value, &found) || !from.set ||
	    !find_period(reading->words, reading->scratch, value, &period))
		return;
	if (reviewed.set && reviewed.days > from.days)
		from = reviewed;
	struct date date = date_add(from, period);
	if (date.set)
		add_date(reading, best, field->label, date, plain_text(reading->arena, value), field->at);
}

/* "Review annually", "Next review in 6 months", "Valid for one year": a label and a period without a colon. */
static void take_period_line(struct reading *reading, struct main_date *best, struct str line)
{
	uint32_t hash = 0;
	line = str_slice(line, 0, PERIOD_LINE_MOST);
	if (!first_word_hash(reading->scratch, line, &hash) || !word_index_may_start(reading->words, WORD_LABEL, hash))
		return;
	struct tokens tokens = tokens_of(reading->scratch, line, false);
	size_t count = 0;
	const struct word *label = tokens.count > 0 ? phrase_at(reading->words, &tokens, 0, WORD_LABEL, &count) : NULL;
	if (!label || !looks_ahead(label->meaning) || count >= tokens.count)
		return;
	size_t last = count + PERIOD_WORDS_MOST < tokens.count ? count + PERIOD_WORDS_MOST : tokens.count;
	const char *start = tokens.item[count].raw.at;
	const char *end = tokens.item[last - 1].raw.at + tokens.item[last - 1].raw.length;
	struct span at = span_of(reading, line, (struct span){0});
	struct str value = {start, (size_t)(end - start)};
	take_period(reading, best, &(struct field){FIELD_SECTION, label->meaning, line, value, at});
}

static void take_period_lines(struct reading *reading, struct main_date *best, size_t first, size_t end)
{
	for (size_t i = first; i < end && best->date.set; i++) {
		struct str rest = reading->blocks.item[i].text, line;
		while (is_prose(&reading->blocks.item[i]) && block_next_line(&rest, &line))
			take_period_line(reading, best, line);
	}
}

/* In the header, and in what is said about reviews. */
static void take_bare_periods(struct reading *reading, struct main_date *best)
{
	const struct sections *sections = &reading->record->sections;
	take_period_lines(reading, best, 0, reading->header_end);
	for (size_t i = 0; i < sections->count; i++) {
		const struct outline *outline = &reading->outlines.item[i];
		if (sections->item[i].kind == SECTION_REVIEW)
			take_period_lines(reading, best, outline->first, outline->own_end);
	}
}

static int label_of_status(enum status status)
{
	switch (status) {
	case STATUS_ACCEPTED:
		return LABEL_DATE + (int)DATE_ACCEPTED;
	case STATUS_PROPOSED:
	case STATUS_DRAFT:
		return LABEL_DATE + (int)DATE_PROPOSED;
	case STATUS_NONE:
	case STATUS_REJECTED:
	case STATUS_DEPRECATED:
	case STATUS_SUPERSEDED:
	case STATUS_COUNT:
		break;
	}
	return LABEL_DATE + (int)DATE_UPDATED;
}

/* "Accepted (2020-03-01)". */
static void take_status_date(struct reading *reading, struct main_date *best)
{
	struct date_text found;
	const struct record *record = reading->record;
	if (!find_date(reading->words, reading->scratch, record->status_text, &found))
		return;
	struct date date = resolve(reading, &found, record->status_at);
	if (date.set)
		add_date(reading, best, label_of_status(record->status), date, found.text, record->status_at);
}

/* Lines of a history that begin with a date, or a table's rows: the first is when it was made, the line that says so
 * when it was accepted. */
static void take_history_line(struct reading *reading, struct main_date *best, struct str line)
{
	struct date_text found;
	if (!find_date(reading->words, reading->scratch, str_slice(line, 0, 160), &found) ||
	    (size_t)(found.text.at - line.at) > 60)
		return;
	struct span at = span_of(reading, found.text, (struct span){0});
	struct date date = resolve(reading, &found, at);
	struct tokens tokens = tokens_of(reading->scratch, str_slice(line, 0, 160), false);
	int label = LABEL_DATE + (int)DATE_UPDATED;
	for (size_t i = 0; i < tokens.count; i++) {
		size_t count = 0;
		const struct word *word = phrase_at(reading->words, &tokens, i, WORD_STATUS, &count);
		if (word && word->meaning == STATUS_ACCEPTED)
			label = LABEL_DATE + (int)DATE_ACCEPTED;
	}
	bool earlier = best->rank > RANK_CREATED || (best->rank == RANK_CREATED && date.days < best->date.days);
	if (label == LABEL_DATE + (int)DATE_UPDATED && earlier)
		label = LABEL_DATE + (int)DATE_CREATED;
	if (best->rank == RANK_CREATED && label == LABEL_DATE + (int)DATE_CREATED)
		best->rank = RANK_PROPOSED;
	if (date.set)
		add_date(reading, best, label, date, found.text, at);
}

static void take_history(struct reading *reading, struct main_date *best)
{
	const struct sections *sections = &reading->record->sections;
	for (size_t i = 0; i < sections->count; i++) {
		const struct outline *outline = &reading->outlines.item[i];
		bool history = sections->item[i].kind == SECTION_HISTORY || sections->item[i].kind == SECTION_STATUS;
		for (size_t b = outline->first; history && b < outline->own_end; b++) {
			struct str rest = reading->blocks.item[b].text, line;
			bool text = reading->blocks.item[b].kind != BLOCK_CODE;
			while (text && block_next_line(&rest, &line))
				take_history_line(reading, best, line);
		}
	}
}

/* A line of its own in the header: "2024-01-31". */
static void take_bare_date(struct reading *reading, struct main_date *best)
{
	for (size_t i = 0; i < reading->header_end; i++) {
		const struct block *block = &reading->blocks.item[i];
		struct str text = str_trim_bytes(block->text, "*_ \t()");
		struct date_text found;
		if ((block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_ITEM) || text.length > 30 ||
		    !find_date(reading->words, reading->scratch, text, &found) || found.text.length != text.length)
			continue;
		struct span at = span_of(reading, text, (struct span){0});
		add_date(reading, best, LABEL_DATE_PLAIN, resolve(reading, &found, at), text, at);
		return;
	}
}

static void take_name_date(struct reading *reading, struct main_date *best)
{
	struct date_text found;
	struct str name = path_name(reading->record->path);
	if (!find_date(reading->words, reading->scratch, str_slice(name, 0, 10), &found) || found.text.at != name.at ||
	    found.first > 0)
		return;
	struct date date = {0};
	if (date_make(found.year, found.month, found.day, &date))
		*best = (struct main_date){RANK_CREATED, date, {0, 0, 1}};
}

static void find_last_review(struct record *record)
{
	LIST_EACH (struct dated, dated, &record->dates)
		if (dated->kind == DATE_REVIEWED && dated->date.set &&
		    (!record->reviewed.set || record->reviewed.days < dated->date.days))
			record->reviewed = dated->date;
}

/* How often, as stated beside the date or on a line of its own: "2026-08-14 (6 months)", "Review cycle: annually". */
static void find_review_period(const struct reading *reading, enum date_kind kind)
{
	struct record *record = reading->record;
	LIST_EACH (struct dated, dated, &record->dates)
		if (dated->kind == kind && record->review_every.count == 0 &&
		    !find_period(reading->words, reading->scratch, dated->text, &record->review_every))
			record->review_every = (struct period){0};
}

static void find_review(const struct reading *reading)
{
	static const enum date_kind kinds[] = {DATE_REVIEW, DATE_EXPIRES};
	struct record *record = reading->record;
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds && !record->review.set; i++) {
		LIST_EACH (struct dated, dated, &record->dates) {
			if (dated->kind == kinds[i] && !record->review.set) {
				record->review = dated->date;
				record->review_at = dated->at;
			}
		}
		if (record->review.set)
			find_review_period(reading, kinds[i]);
	}
}

void read_dates(struct reading *reading)
{
	struct main_date best = {.rank = RANK_NONE};
	LIST_EACH (struct field, field, &reading->fields) {
		if (is_date_label(field->label))
			take_field(reading, &best, field);
	}
	take_bare_date(reading, &best);
	take_status_date(reading, &best);
	if (best.rank > RANK_ACCEPTED)
		take_history(reading, &best);
	if (best.rank > RANK_CREATED)
		take_name_date(reading, &best);
	find_last_review(reading->record);
	LIST_EACH (struct field, field, &reading->fields) {
		if (looks_ahead(field->label))
			take_period(reading, &best, field);
	}
	take_bare_periods(reading, &best);
	reading->record->date_reading.vote = proven_order(reading);
	reading->record->date = best.date;
	reading->record->date_at = best.at;
	find_review(reading);
}
