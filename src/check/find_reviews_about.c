/* SPDX-License-Identifier: MIT */
#include "find_reviews.h"

#include <stdlib.h>

#define DOUBLES_WITHIN 50 /* names that are compared, so that a list of thousands costs no more than its length */

/* --- neighbours --------------------------------------------------------------------------------------------------- */

struct by_id LIST_OF(const struct record *);

static int compare_ids(const void *a, const void *b)
{
	return str_compare((*(const struct record *const *)a)->id, (*(const struct record *const *)b)->id);
}

static const struct record *find_id(const struct by_id *records, struct str id)
{
	size_t low = 0, high = records->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = str_compare(records->item[middle]->id, id);
		if (order == 0)
			return records->item[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

static bool is_gone(enum status status)
{
	return status == STATUS_SUPERSEDED || status == STATUS_DEPRECATED || status == STATUS_REJECTED;
}

static bool has_neighbour(const struct neighbours *neighbours, struct str id)
{
	size_t count = neighbours->count < DOUBLES_WITHIN ? neighbours->count : DOUBLES_WITHIN;
	for (size_t i = 0; i < count; i++)
		if (str_equal(neighbours->item[i].id, id))
			return true;
	return false;
}

static void add_neighbour(struct arena *arena, struct review *review, const struct record *other, enum link_kind kind)
{
	if (other == review->record || str_equal(other->id, review->id) ||
	    has_neighbour(&review->neighbours, other->id))
		return;
	*LIST_ADD(arena, &review->neighbours) =
		(struct neighbour){.id = other->id, .title = other->title, .status = other->status, .kind = kind};
}

/* What the record itself points at: predecessors are expected to be gone and say nothing new. */
static void add_own_links(struct arena *arena, const struct by_id *others, struct review *review)
{
	LIST_EACH (const struct link, link, &review->record->links) {
		const struct record *other = str_empty(link->to) ? NULL : find_id(others, link->to);
		bool replaced = link->kind == LINK_SUPERSEDED_BY;
		if (other && link->kind != LINK_SUPERSEDES && (replaced || is_gone(other->status)))
			add_neighbour(arena, review, other, link->kind);
	}
}

static struct review *find_review(struct review *const *reviews, size_t count, struct str id)
{
	size_t low = 0, high = count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = str_compare(reviews[middle]->id, id);
		if (order == 0)
			return reviews[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

static int compare_review_ids(const void *a, const void *b)
{
	return str_compare((*(const struct review *const *)a)->id, (*(const struct review *const *)b)->id);
}

static struct review **reviews_by_id(struct arena *arena, struct reviews *reviews)
{
	struct review **order = ARENA_ARRAY(arena, struct review *, reviews->count);
	for (size_t i = 0; i < reviews->count; i++)
		order[i] = &reviews->item[i];
	if (reviews->count > 1)
		qsort(order, reviews->count, sizeof *order, compare_review_ids);
	return order;
}

/* What another record says of those under review: that it took their place. */
static void add_successor(struct arena *arena, const struct record *other, struct review *const *order, size_t count)
{
	LIST_EACH (const struct link, link, &other->links) {
		struct review *review = link->kind != LINK_SUPERSEDES || str_empty(link->to)
						? NULL
						: find_review(order, count, link->to);
		if (review && review->record && !is_gone(other->status))
			add_neighbour(arena, review, other, LINK_SUPERSEDED_BY);
	}
}

void review_add_neighbours(struct arena *arena, const struct records *neighbours, struct reviews *reviews)
{
	struct by_id others = {0};
	bool linked = false;
	LIST_EACH (const struct record, other, neighbours) {
		*LIST_ADD(arena, &others) = other;
		linked = linked || other->links.count > 0;
	}
	if (others.count > 1)
		qsort(others.item, others.count, sizeof *others.item, compare_ids);
	LIST_EACH (struct review, review, reviews)
		if (review->record)
			add_own_links(arena, &others, review);
	if (!linked)
		return;
	struct review **order = reviews_by_id(arena, reviews);
	for (size_t i = 0; i < others.count; i++)
		add_successor(arena, others.item[i], order, reviews->count);
}

/* --- conflicts ---------------------------------------------------------------------------------------------------- */

static int compare_texts(const void *a, const void *b)
{
	return str_compare(*(const struct str *)a, *(const struct str *)b);
}

/* The first of the other camps' decisions, each camp in its own order, sorted. */
static void add_others(struct arena *arena, const struct camp *own, struct review_conflict *conflict)
{
	LIST_EACH (const struct camp, camp, &conflict->conflict->camps) {
		if (camp == own)
			continue;
		LIST_EACH (const struct camp_decision, decision, &camp->decisions)
			if (conflict->others.count < REVIEW_OTHERS_MOST)
				*LIST_ADD(arena, &conflict->others) = decision->record->id;
		conflict->other_count += camp->decisions.count;
	}
	if (conflict->others.count > 1)
		qsort(conflict->others.item, conflict->others.count, sizeof(struct str), compare_texts);
}

static void add_conflict(struct arena *arena, const struct conflict *conflict, struct review *const *order,
			 size_t count)
{
	LIST_EACH (const struct camp, camp, &conflict->camps) {
		struct review_conflict own = {.conflict = conflict, .option = camp->option};
		add_others(arena, camp, &own);
		LIST_EACH (const struct camp_decision, decision, &camp->decisions) {
			struct review *review = find_review(order, count, decision->record->id);
			if (review && review->record)
				*LIST_ADD(arena, &review->conflicts) = own;
		}
	}
}

void review_add_conflicts(struct arena *arena, const struct conflicts *conflicts, struct reviews *reviews)
{
	struct review **order = conflicts->count > 0 ? reviews_by_id(arena, reviews) : NULL;
	LIST_EACH (const struct conflict, conflict, conflicts)
		if (!conflict->waived)
			add_conflict(arena, conflict, order, reviews->count);
}
