/* SPDX-License-Identifier: MIT */
/* "conflicts with ADR-7": two records of which one says that it conflicts with the other. Where an entry sets them
 * against each other already, it becomes certain; otherwise they make one of their own. */
#include "find_conflicts.h"

#include <stdlib.h>

struct opposition {
	const struct record *one, *other; /* the first says so; ids in either order */
	const struct link *link;
};

struct oppositions LIST_OF(struct opposition);

/* Where a record stands in the entries that were found. */
struct place_in_entry {
	const struct record *record;
	size_t conflict, camp, decision;
};

struct places_in_entries LIST_OF(struct place_in_entry);

static int compare_pointers(const void *a, const void *b)
{
	return (a > b) - (a < b);
}

/* --- who opposes whom --------------------------------------------------------------------------------------------- */

static int by_id(const void *a, const void *b)
{
	const struct record *one = *(const struct record *const *)a, *other = *(const struct record *const *)b;
	int order = str_compare(one->id, other->id);
	return order != 0 ? order : compare_pointers(one, other);
}

static int compare_id(const void *id, const void *record)
{
	return str_compare(*(const struct str *)id, (*(const struct record *const *)record)->id);
}

static bool opposes(const struct link *link)
{
	return link->kind == LINK_CONFLICTS_WITH && !str_empty(link->to);
}

static bool holds(const struct conflict_search *search, const struct record *record)
{
	const struct claim nothing = {.chosen = false};
	return takes_part(search, record) && !is_replaced(search, record, &nothing);
}

static size_t count_opposing(const struct conflict_search *search, const struct records *records)
{
	size_t count = 0;
	LIST_EACH (const struct record, record, records)
		LIST_EACH (const struct link, link, &record->links)
			count += opposes(link) && holds(search, record);
	return count;
}

static const struct record *const *list_by_id(const struct conflict_search *search, const struct records *records)
{
	const struct record **list = ARENA_ARRAY(search->arena, const struct record *, records->count);
	for (size_t i = 0; i < records->count; i++)
		list[i] = &records->item[i];
	qsort(list, records->count, sizeof *list, by_id);
	return list;
}

/* By the two records, whichever of them says so, then by who does. */
static int by_pair(const void *x, const void *y)
{
	const struct opposition *a = x, *b = y;
	bool a_turned = str_compare(a->one->id, a->other->id) > 0, b_turned = str_compare(b->one->id, b->other->id) > 0;
	int order = str_compare(a_turned ? a->other->id : a->one->id, b_turned ? b->other->id : b->one->id);
	if (order == 0)
		order = str_compare(a_turned ? a->one->id : a->other->id, b_turned ? b->one->id : b->other->id);
	return order != 0 ? order : (int)a_turned - (int)b_turned;
}

static void find_oppositions(const struct conflict_search *search, const struct records *records,
			     struct oppositions *found)
{
	const struct record *const *list = list_by_id(search, records);
	LIST_EACH (const struct record, record, records)
		LIST_EACH (const struct link, link, &record->links) {
			if (!opposes(link) || !holds(search, record))
				continue;
			const struct record *const *other =
				bsearch(&link->to, list, records->count, sizeof *list, compare_id);
			if (other && *other != record && holds(search, *other))
				*LIST_ADD(search->arena, found) = (struct opposition){record, *other, link};
		}
	if (found->count)
		qsort(found->item, found->count, sizeof *found->item, by_pair);
}

/* --- entries that know them --------------------------------------------------------------------------------------- */

static int by_record(const void *x, const void *y)
{
	const struct place_in_entry *a = x, *b = y;
	int order = compare_pointers(a->record, b->record);
	return order != 0 ? order : (a->conflict > b->conflict) - (a->conflict < b->conflict);
}

static void list_places(const struct conflict_search *search, struct places_in_entries *places)
{
	for (size_t i = 0; i < search->found->count; i++) {
		const struct camps *camps = &search->found->item[i].camps;
		for (size_t j = 0; j < camps->count; j++)
			for (size_t k = 0; k < camps->item[j].decisions.count; k++)
				*LIST_ADD(search->arena, places) = (struct place_in_entry){
					camps->item[j].decisions.item[k].record, i, j, k};
	}
	if (places->count)
		qsort(places->item, places->count, sizeof *places->item, by_record);
}

static size_t first_place(const struct places_in_entries *places, const struct record *record)
{
	size_t low = 0, high = places->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (compare_pointers(places->item[middle].record, record) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void make_certain(const struct conflict_search *search, const struct place_in_entry *one,
			 const struct place_in_entry *other, const struct link *link)
{
	struct conflict *conflict = &search->found->item[one->conflict];
	struct camp_decision *decision = &conflict->camps.item[one->camp].decisions.item[one->decision];
	if (decision->rejects.count == 0)
		decision->rejects_at = link->at;
	decision->rejects_confidence = 1;
	*LIST_ADD(search->arena, &decision->rejects) = conflict->camps.item[other->camp].option;
	conflict->kind = CONFLICT_CONTRADICTION;
	conflict->basis = CLAIM_DECLARED;
	conflict->confidence = 1;
	judge_by_standards(search, conflict);
}

/* True when an entry has both in different camps; then it is certain. */
static bool is_known(const struct conflict_search *search, const struct places_in_entries *places,
		     const struct opposition *pair)
{
	bool known = false;
	size_t i = first_place(places, pair->one), j = first_place(places, pair->other);
	while (i < places->count && places->item[i].record == pair->one && j < places->count &&
	       places->item[j].record == pair->other) {
		const struct place_in_entry *one = &places->item[i], *other = &places->item[j];
		if (one->conflict == other->conflict && one->camp != other->camp) {
			make_certain(search, one, other, pair->link);
			known = true;
		}
		i += one->conflict <= other->conflict;
		j += other->conflict <= one->conflict;
	}
	return known;
}

/* --- entries of their own ----------------------------------------------------------------------------------------- */

static struct claim *claim_of(const struct conflict_search *search, const struct record *record, struct str subject)
{
	struct claim *claim = ARENA_NEW(search->arena, struct claim);
	*claim = (struct claim){.subject = subject,
				.option = record->title,
				.chosen = true,
				.basis = CLAIM_DECLARED,
				.confidence = 1,
				.at = record->title_at,
				.quote = record->title};
	return claim;
}

static struct camp_decision *add_side(const struct conflict_search *search, struct conflict *conflict,
				      const struct record *record)
{
	struct camp *camp = LIST_ADD(search->arena, &conflict->camps);
	struct camp_decision *decision = LIST_ADD(search->arena, &camp->decisions);
	camp->option = record->title;
	decision->record = record;
	decision->claim = claim_of(search, record, conflict->subject);
	return decision;
}

static void add_opposition(const struct conflict_search *search, const struct opposition *pair)
{
	bool turned = str_compare(pair->one->id, pair->other->id) > 0;
	const struct record *first = turned ? pair->other : pair->one, *second = turned ? pair->one : pair->other;
	struct conflict *conflict = LIST_ADD(search->arena, search->found);
	conflict->subject =
		arena_printf(search->arena, "%.*s and %.*s", STR_ARG(first->id), STR_ARG(second->id));
	conflict->title = STR("Declared to conflict");
	conflict->inside_project = same_project(first, second);
	struct camp_decision *decision = add_side(search, conflict, pair->one);
	decision->rejects_at = pair->link->at;
	decision->rejects_quote = arena_printf(search->arena, "conflicts with %.*s", STR_ARG(pair->link->target));
	decision->rejects_confidence = 1;
	*LIST_ADD(search->arena, &decision->rejects) = pair->other->title;
	add_side(search, conflict, pair->other);
	settle_conflict(search, conflict);
}

void find_declared_conflicts(const struct conflict_search *search, const struct records *records)
{
	struct oppositions pairs = {0};
	struct places_in_entries places = {0};
	if (count_opposing(search, records) == 0)
		return;
	find_oppositions(search, records, &pairs);
	list_places(search, &places);
	for (size_t i = 0; i < pairs.count; i++) {
		const struct opposition *pair = &pairs.item[i], *before = i > 0 ? &pairs.item[i - 1] : NULL;
		bool twice = before && ((before->one == pair->one && before->other == pair->other) ||
					(before->one == pair->other && before->other == pair->one));
		if (!twice && !is_known(search, &places, pair))
			add_opposition(search, pair);
	}
}
