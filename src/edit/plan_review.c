/* SPDX-License-Identifier: MIT */
/* A review is recorded by changing dates where they stand and, where none was recorded before, by one new line. */
#include "adr/base/scope.h"
#include "adr/base/text.h"
#include "adr/edit/edit.h"
#include "date_forms.h"
#include "label_line.h"

#include <stdlib.h>

struct planning {
	struct arena *arena;
	const struct source *source;
	const struct record *record;
	const struct review_done *done;
	struct edits *edits;
	struct error *error;
};

static void add_edit(struct planning *planning, struct str old, struct str text)
{
	uint32_t start = (uint32_t)(old.at - planning->source->text.at);
	*LIST_ADD(planning->arena, planning->edits) = (struct edit){
		.path = planning->source->path, .start = start, .length = (uint32_t)old.length, .text = text};
}

static enum outcome refuse(const struct planning *planning, uint32_t line, const char *why)
{
	return fail(planning->error, "%.*s:%u: %s; change the record by hand", STR_ARG(planning->source->path),
		    (unsigned)line, why);
}

/* The whole line that an entry stands on: its span may begin behind the label, or be that of a label alone. */
static struct str line_of(const struct planning *planning, struct span at)
{
	return source_line(planning->source, at.line);
}

/* --- the dates that are there ------------------------------------------------------------------------------------- */

static const struct dated *last_review(const struct record *record)
{
	LIST_EACH (const struct dated, dated, &record->dates)
		if (dated->kind == DATE_REVIEWED && date_equal(dated->date, record->reviewed))
			return dated;
	return NULL;
}

static const struct dated *next_review(const struct record *record)
{
	LIST_EACH (const struct dated, dated, &record->dates)
		if (date_equal(dated->date, record->review) && dated->at.start == record->review_at.start &&
		    (dated->kind == DATE_REVIEW || dated->kind == DATE_EXPIRES))
			return dated;
	return NULL;
}

/* Where the value of an entry can be: from its span to the end of its line. */
static struct str value_of(const struct planning *planning, const struct dated *dated)
{
	struct str line = line_of(planning, dated->at);
	size_t from = (size_t)(planning->source->text.at + dated->at.start - line.at);
	return from <= line.length ? str_from(line, from) : line;
}

static bool states_day(const struct planning *planning, const struct dated *dated)
{
	struct str found, other;
	return date_in_same_form(planning->arena, value_of(planning, dated), dated->date, planning->record->language,
				 dated->date, &found, &other);
}

/* A remark in brackets such as "(6 months)" that does not hold any more goes with the blanks before it. */
static struct str outdated_remark(const struct planning *planning, struct str behind)
{
	struct period every = planning->record->review_every, asked = planning->done->period;
	size_t open = str_find_byte(behind, '('), close = str_find_byte(behind, ')');
	bool same = every.count == asked.count && every.unit == asked.unit;
	struct date by_period = date_add(planning->done->on, every);
	if (every.count == 0 || same || date_equal(by_period, planning->done->next) || open == STR_NOT_FOUND ||
	    close == STR_NOT_FOUND || close < open || !str_empty(str_trim(str_slice(behind, 0, open))))
		return (struct str){0};
	return str_slice(behind, 0, close + 1);
}

static enum outcome change_date(struct planning *planning, const struct dated *dated, struct date wanted, bool remark)
{
	struct str found, other, value = value_of(planning, dated);
	if (!date_in_same_form(planning->arena, value, dated->date, planning->record->language, wanted, &found, &other))
		return refuse(planning, dated->at.line, "the date here is written in a way that cannot be continued");
	add_edit(planning, found, other);
	struct str behind = str_from(value, (size_t)(found.at - value.at) + found.length);
	struct str gone = remark ? outdated_remark(planning, behind) : (struct str){0};
	if (!str_empty(gone))
		add_edit(planning, gone, (struct str){0});
	return OUTCOME_OK;
}

/* --- a new line --------------------------------------------------------------------------------------------------- */

static uint32_t front_matter_end(const struct source *source)
{
	struct str first = source_line(source, 1);
	if (str_starts(first, STR("\xEF\xBB\xBF")))
		first = str_from(first, 3);
	if (!str_equal(str_trim(first), STR("---")))
		return 0;
	for (uint32_t line = 2; line <= source->line_count; line++)
		if (str_equal(str_trim(source_line(source, line)), STR("---")))
			return line;
	return 0;
}

static struct str line_end(const struct source *source, uint32_t line)
{
	struct str text = source_line(source, line);
	const char *end = source->text.at + source->text.length;
	size_t left = (size_t)(end - (text.at + text.length));
	const char *at = text.at + text.length;
	if (left > 1 && at[0] == '\r' && at[1] == '\n')
		return STR("\r\n");
	if (left > 0 && at[0] == '\r')
		return STR("\r");
	return STR("\n");
}

static bool is_blank(const struct source *source, uint32_t line)
{
	return line < 1 || line > source->line_count || str_empty(str_trim(source_line(source, line)));
}

/* What breaks the line in a paragraph of label lines: where the last of them does without, that of the one before. */
static struct str line_break(const struct source *source, uint32_t line, struct str own)
{
	struct str before = line > 1 ? source_line(source, line - 1) : (struct str){0};
	if (!str_empty(own) || str_empty(str_trim(before)))
		return own;
	if (str_ends(before, STR("  ")))
		return STR("  ");
	return str_ends(before, STR("\\")) ? STR("\\") : own;
}

struct beside {
	uint32_t line;
	bool behind; /* rather than in front of it */
	bool list;   /* an item of a list */
	struct label_line like;
	struct str on, next; /* dates in the notation of that line; empty: none is to be written */
};

/* Beside the review date, in front of it: then the last line of the file keeps its end, or its lack of one. Behind any
 * other line, where that is not the last of a paragraph whose lines are broken by marks at their ends. */
static bool goes_behind(const struct source *source, const struct beside *beside, bool apart)
{
	const struct label_line *like = &beside->like;
	bool own_line = like->front_matter || like->table || beside->list || apart;
	return beside->behind && beside->line < source->line_count && (own_line || !is_blank(source, beside->line + 1));
}

/* A line that stands alone, as a paragraph, is kept apart by a blank line. */
static void insert(struct planning *planning, struct beside *beside)
{
	const struct source *source = planning->source;
	const struct label_line *like = &beside->like;
	struct str language = planning->record->language,
		   end = line_end(source, beside->line > 1 ? beside->line - 1 : 1);
	beside->list = str_find_byte(like->before, ' ') != STR_NOT_FOUND;
	bool apart = !like->front_matter && !like->table && !beside->list && is_blank(source, beside->line - 1) &&
		     is_blank(source, beside->line + 1);
	bool behind = goes_behind(source, beside, apart);
	SCOPED(text_release) struct text text = {0};
	for (int next = 0; next < 2; next++) {
		struct str date = next ? beside->next : beside->on;
		if (str_empty(date))
			continue;
		text_add(&text, apart && behind ? end : (struct str){0});
		text_add(&text, label_line_like(planning->arena, like, language, next == 1, date));
		text_add(&text, end);
		text_add(&text, apart && !behind ? end : (struct str){0});
	}
	struct str at = source_line(source, beside->line + behind);
	add_edit(planning, (struct str){at.at, 0}, arena_copy(planning->arena, text_str(&text)));
}

/* A date in the notation of `like`, which shows `shown`, or in ISO's where it shows none. */
static bool date_like(const struct planning *planning, struct str like, struct date shown, struct date date,
		      struct str *text)
{
	struct str found;
	char iso[DATE_TEXT_SIZE];
	if (shown.set)
		return date_in_same_form(planning->arena, like, shown, planning->record->language, date, &found, text);
	*text = arena_copy(planning->arena, str_of(date_format(date, iso)));
	return true;
}

/* Which lines are to be written. */
enum what { WHAT_LAST = 1, WHAT_NEXT = 2 };

/* Tries to write beside the line of an entry; false when that line is no label with one value. */
static bool add_beside(struct planning *planning, struct span at, bool behind, struct date shown, unsigned what)
{
	struct beside beside = {.line = at.line, .behind = behind};
	uint32_t front_end = front_matter_end(planning->source);
	struct str line = at.line > 0 ? line_of(planning, at) : (struct str){0};
	struct label_line *like = &beside.like;
	if (str_empty(line) || !label_line_split(line, at.line > 1 && at.line < front_end, like) ||
	    str_empty(like->value)) /* what belongs to the label stands below it */
		return false;
	if ((what & WHAT_LAST) && !date_like(planning, like->value, shown, planning->done->on, &beside.on))
		return false;
	if ((what & WHAT_NEXT) && !date_like(planning, like->value, shown, planning->done->next, &beside.next))
		return false;
	if (!like->front_matter && !like->table)
		like->after = line_break(planning->source, at.line, like->after);
	insert(planning, &beside);
	return true;
}

static enum outcome add_review(struct planning *planning, const struct dated *next, unsigned what)
{
	const struct record *record = planning->record;
	bool stated = next && states_day(planning, next);
	if (next && add_beside(planning, next->at, false, stated ? next->date : (struct date){0}, what))
		return OUTCOME_OK;
	LIST_EACH (const struct dated, dated, &record->dates)
		if (dated != next && date_equal(dated->date, record->date) && states_day(planning, dated) &&
		    add_beside(planning, dated->at, true, dated->date, what))
			return OUTCOME_OK;
	if (add_beside(planning, record->status_at, true, (struct date){0}, what))
		return OUTCOME_OK;
	return refuse(planning, record->title_at.line > 0 ? record->title_at.line : 1,
		      "the header has no line of a label and its value that another one could be put beside");
}

/* --- all of it ---------------------------------------------------------------------------------------------------- */

static int by_start(const void *a, const void *b)
{
	const struct edit *first = a, *second = b;
	return (first->start > second->start) - (first->start < second->start);
}

enum outcome plan_review(struct arena *arena, const struct source *source, const struct record *record,
			 const struct review_done *done, struct edits *edits, struct error *error)
{
	struct planning planning = {arena, source, record, done, edits, error};
	const struct dated *last = last_review(record), *next = next_review(record);
	bool changes = done->next.set && next && states_day(&planning, next), adds = done->next.set && !changes;
	enum outcome outcome = OUTCOME_OK;
	if (adds && next)
		return refuse(&planning, next->at.line, "the next review is not stated as a day here");
	if (last)
		outcome = change_date(&planning, last, done->on, false);
	else
		outcome = add_review(&planning, next, adds ? WHAT_LAST | WHAT_NEXT : WHAT_LAST);
	if (outcome == OUTCOME_OK && last && adds && !add_beside(&planning, last->at, true, last->date, WHAT_NEXT))
		outcome = refuse(&planning, last->at.line, "there is no place for the next review beside this line");
	if (outcome == OUTCOME_OK && changes)
		outcome = change_date(&planning, next, done->next, true);
	if (edits->count > 1)
		qsort(edits->item, edits->count, sizeof *edits->item, by_start);
	return outcome;
}
