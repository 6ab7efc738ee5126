/* SPDX-License-Identifier: MIT */
#include "adr/check/check.h"

#include <assert.h>
#include <stdlib.h>

/* Nobody has to look again at what no longer holds. A record without a known status may still hold. */
static bool can_be_due(const struct record *record)
{
	switch (record->status) {
	case STATUS_NONE:
	case STATUS_PROPOSED:
	case STATUS_DRAFT:
	case STATUS_ACCEPTED:
		return record->kind == KIND_RECORD;
	case STATUS_REJECTED:
	case STATUS_DEPRECATED:
	case STATUS_SUPERSEDED:
	case STATUS_COUNT:
		break;
	}
	return false;
}

/* What the record says itself; else, for accepted ones, its project's interval from the record's date on. */
static struct date review_date(const struct record *record, enum review_basis *basis)
{
	struct period interval = record->project->config->review_interval;
	*basis = record->review.set ? REVIEW_STATED : REVIEW_POLICY;
	if (record->review.set)
		return record->review;
	if (record->status != STATUS_ACCEPTED || !record->date.set || interval.count == 0)
		return (struct date){0};
	return date_add(record->date, interval);
}

static enum review_state state_of(int32_t days, int32_t within_days)
{
	if (days < 0)
		return REVIEW_OVERDUE;
	return days <= within_days ? REVIEW_DUE : REVIEW_UPCOMING;
}

static int compare_reviews(const void *a, const void *b)
{
	const struct review *first = a, *second = b;
	int order = (first->days > second->days) - (first->days < second->days);
	return order != 0 ? order : str_compare(first->record->id, second->record->id);
}

void find_reviews(const struct records *records, const struct review_options *options, struct arena *arena,
		  struct reviews *reviews)
{
	assert(options->as_of.set);
	LIST_EACH (const struct record, record, records) {
		enum review_basis basis = REVIEW_STATED;
		struct date date = can_be_due(record) ? review_date(record, &basis) : (struct date){0};
		if (!date.set)
			continue;
		int32_t days = date.days - options->as_of.days;
		enum review_state state = state_of(days, options->within_days);
		if (state == REVIEW_UPCOMING && !options->all)
			continue;
		*LIST_ADD(arena, reviews) = (struct review){record, date, days, state, basis};
	}
	if (reviews->count > 1)
		qsort(reviews->item, reviews->count, sizeof *reviews->item, compare_reviews);
}
