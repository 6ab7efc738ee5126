/* SPDX-License-Identifier: MIT */
#include "find_reviews.h"

#include <assert.h>
#include <stdlib.h>

static enum review_state state_of(int32_t days, int32_t within_days)
{
	if (days < 0)
		return REVIEW_OVERDUE;
	return days <= within_days ? REVIEW_DUE : REVIEW_UPCOMING;
}

bool review_place(const struct review_options *options, struct review *review)
{
	review->days = review->review.days - options->as_of.days;
	review->state = state_of(review->days, options->within_days);
	return review->state != REVIEW_UPCOMING || options->all;
}

static void add_record(const struct record *record, const struct review_options *options, struct arena *arena,
		       struct reviews *reviews)
{
	struct review review = {.record = record, .review = record->due, .basis = record->due_basis};
	if (!record->due.set || record->kind != KIND_RECORD || !review_place(options, &review))
		return;
	review.id = record->id;
	review.project = record->project->name;
	review.path = record->path;
	review.title = record->title;
	review.line = record->due_line;
	review.decided = record->date;
	review.age_days = options->as_of.days - record->date.days;
	review.reviewed = record->reviewed;
	review.people = record->lookers;
	*LIST_ADD(arena, reviews) = review;
}

static int compare_reviews(const void *a, const void *b)
{
	const struct review *first = a, *second = b;
	int order = (first->days > second->days) - (first->days < second->days);
	return order != 0 ? order : str_compare(first->id, second->id);
}

void find_reviews(const struct review_material *material, const struct review_options *options, struct arena *arena,
		  struct review_report *report)
{
	assert(options->as_of.set);
	*report = (struct review_report){.as_of = options->as_of, .within_days = options->within_days};
	struct reviews *reviews = &report->reviews;
	reviews->room = material->records->count;
	reviews->item = ARENA_ARRAY(arena, struct review, reviews->room);
	LIST_EACH (const struct record, record, material->records)
		add_record(record, options, arena, reviews);
	review_add_waivers(material, options, arena, reviews);
	if (reviews->count > 1)
		qsort(reviews->item, reviews->count, sizeof *reviews->item, compare_reviews);
	review_add_neighbours(arena, material->neighbours, reviews);
	report->conflicts_known = material->conflicts != NULL;
	if (material->conflicts)
		review_add_conflicts(arena, material->conflicts, reviews);
	review_count(material->in_force, arena, report);
	review_group(options->by, arena, report);
}
