/* SPDX-License-Identifier: MIT */
/* Which claims count: those of records in force that no other record in force superseded, or amended on the subject. */
#include "find_conflicts.h"

#include <stdlib.h>

bool takes_part(const struct conflict_search *search, const struct record *record)
{
	if (record->kind != KIND_RECORD)
		return false;
	bool proposed = record->status == STATUS_PROPOSED || record->status == STATUS_DRAFT;
	return record_in_force(record) || (search->options->include_proposed && proposed);
}

bool same_project(const struct record *a, const struct record *b)
{
	return a->project == b->project || a->project->number == b->project->number;
}

int compare_age(const struct record *a, const struct record *b)
{
	if (a->number != b->number)
		return a->number > b->number ? -1 : 1;
	if (a->date.set != b->date.set)
		return a->date.set ? -1 : 1;
	if (a->date.set && a->date.days != b->date.days)
		return a->date.days > b->date.days ? -1 : 1;
	return -record_compare_places(a, b);
}

static int by_id(const void *a, const void *b)
{
	return str_compare(((const struct replacement *)a)->id, ((const struct replacement *)b)->id);
}

static void add_replacements(struct arena *arena, const struct record *record, struct replacements *list)
{
	LIST_EACH (const struct link, link, &record->links) {
		if (str_empty(link->to))
			continue;
		if (link->kind == LINK_SUPERSEDES || link->kind == LINK_AMENDS)
			*LIST_ADD(arena, list) = (struct replacement){link->to, record, link->kind == LINK_AMENDS};
		else if (link->kind == LINK_SUPERSEDED_BY)
			*LIST_ADD(arena, list) = (struct replacement){record->id, NULL, false};
	}
}

struct replacements find_replacements(const struct conflict_search *search, const struct records *records)
{
	struct replacements list = {0};
	LIST_EACH (const struct record, record, records)
		if (takes_part(search, record))
			add_replacements(search->arena, record, &list);
	if (list.count)
		qsort(list.item, list.count, sizeof *list.item, by_id);
	return list;
}

static bool chose_something(const struct record *record, const struct claim *like)
{
	LIST_EACH (const struct claim, claim, &record->claims)
		if (claim->chosen && str_equal(claim->subject, like->subject) && str_equal(claim->scope, like->scope))
			return true;
	return false;
}

static size_t first_replacement(const struct replacements *list, struct str id)
{
	size_t low = 0, high = list->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (str_compare(list->item[middle].id, id) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool is_replaced(const struct conflict_search *search, const struct record *record, const struct claim *claim)
{
	const struct replacements *list = &search->replaced;
	for (size_t i = first_replacement(list, record->id); i < list->count; i++) {
		const struct replacement *replacement = &list->item[i];
		if (!str_equal(replacement->id, record->id))
			break;
		if (replacement->by == record)
			continue;
		if (!replacement->amended || chose_something(replacement->by, claim))
			return true;
	}
	return false;
}

static int32_t option_index(const struct catalog_subject *subject, struct str name)
{
	const struct catalog_option *option = subject ? catalog_option_find(subject, name) : NULL;
	return option ? (int32_t)(option - subject->options) : -1;
}

static void add_stand(const struct conflict_search *search, const struct record *record, const struct claim *claim,
		      struct stands *stands)
{
	const struct catalog_subject *subject = catalog_subject_find(&search->catalog, claim->subject);
	if (subject && !subject->exclusive)
		return;
	int32_t option = option_index(subject, claim->option);
	if (subject && option >= 0 && subject->options[option].beside)
		return;
	*LIST_ADD(search->arena, stands) = (struct stand){record, claim, subject, option};
}

static int by_subject(const void *x, const void *y)
{
	const struct stand *a = x, *b = y;
	int order = str_compare(a->claim->subject, b->claim->subject);
	if (order == 0)
		order = str_compare(a->claim->scope, b->claim->scope);
	if (order == 0)
		order = (a->record->project->number > b->record->project->number) -
			(a->record->project->number < b->record->project->number);
	return order != 0 ? order : compare_age(a->record, b->record);
}

void gather_stands(const struct conflict_search *search, const struct records *records, struct stands *stands)
{
	LIST_EACH (const struct record, record, records) {
		if (!takes_part(search, record))
			continue;
		LIST_EACH (const struct claim, claim, &record->claims)
			if (claim->chosen && claim->basis != CLAIM_TEXT && !is_replaced(search, record, claim))
				add_stand(search, record, claim, stands);
	}
	if (stands->count)
		qsort(stands->item, stands->count, sizeof *stands->item, by_subject);
}
