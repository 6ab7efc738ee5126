/* SPDX-License-Identifier: MIT */
/* Options that no catalogue knows: two records that each chose what the other rejected, in the same words. The two
 * options name the subject: "h2 or sqlite". */
#include "find_conflicts.h"

#include <stdlib.h>

/* "This record chose one of the two and rejected the other." Options in byte order. */
struct preference {
	struct str first, second;
	bool chose_first;
	const struct record *record;
	const struct claim *chosen, *rejected;
};

struct preferences LIST_OF(struct preference);

static void add_preference(struct arena *arena, const struct record *record, const struct claim *chosen,
			   const struct claim *rejected, struct preferences *list)
{
	int order = str_compare(chosen->option, rejected->option);
	if (order == 0)
		return;
	*LIST_ADD(arena, list) = (struct preference){.first = order < 0 ? chosen->option : rejected->option,
						     .second = order < 0 ? rejected->option : chosen->option,
						     .chose_first = order < 0,
						     .record = record,
						     .chosen = chosen,
						     .rejected = rejected};
}

/* derive_claims() keeps the number of a record's text claims small, so that the pairs stay few. */
static void add_preferences(const struct conflict_search *search, const struct record *record, struct preferences *list)
{
	LIST_EACH (const struct claim, chosen, &record->claims) {
		if (!chosen->chosen || chosen->basis != CLAIM_TEXT || is_replaced(search, record, chosen))
			continue;
		LIST_EACH (const struct claim, rejected, &record->claims)
			if (!rejected->chosen && rejected->basis == CLAIM_TEXT)
				add_preference(search->arena, record, chosen, rejected, list);
	}
}

/* By the two options, then who chose the first one, then newest, then id. */
static int by_options(const void *x, const void *y)
{
	const struct preference *a = x, *b = y;
	int order = str_compare(a->first, b->first);
	if (order == 0)
		order = str_compare(a->second, b->second);
	if (order == 0)
		order = (int)b->chose_first - (int)a->chose_first;
	if (order == 0 && a->record->date.set != b->record->date.set)
		order = a->record->date.set ? -1 : 1;
	if (order == 0 && a->record->date.set && a->record->date.days != b->record->date.days)
		order = a->record->date.days > b->record->date.days ? -1 : 1;
	return order != 0 ? order : str_compare(a->record->id, b->record->id);
}

static void add_side(struct arena *arena, const struct preference *run, size_t count, struct conflict *conflict)
{
	struct camp *camp = LIST_ADD(arena, &conflict->camps);
	camp->option = run[0].chosen->option;
	for (size_t i = 0; i < count; i++) {
		struct camp_decision *decision = LIST_ADD(arena, &camp->decisions);
		decision->record = run[i].record;
		decision->claim = run[i].chosen;
		decision->rejects_at = run[i].rejected->at;
		decision->rejects_quote = run[i].rejected->quote;
		decision->rejects_confidence = run[i].rejected->confidence;
		*LIST_ADD(arena, &decision->rejects) = run[i].rejected->option;
	}
}

/* `run`: all preferences between the same two options. */
static void compare_preferences(const struct conflict_search *search, const struct preference *run, size_t count)
{
	size_t split = 0;
	bool inside = true;
	while (split < count && run[split].chose_first)
		split++;
	if (split == 0 || split == count)
		return;
	for (size_t i = 1; i < count; i++)
		inside &= same_project(run[0].record, run[i].record);
	struct conflict *conflict = LIST_ADD(search->arena, search->found);
	conflict->subject = arena_printf(search->arena, "%.*s or %.*s", STR_ARG(run[0].first), STR_ARG(run[0].second));
	conflict->title = conflict->subject;
	conflict->inside_project = inside;
	add_side(search->arena, run, split, conflict);
	add_side(search->arena, run + split, count - split, conflict);
	settle_conflict(search, conflict);
}

void find_text_conflicts(const struct conflict_search *search, const struct records *records)
{
	struct preferences list = {0};
	LIST_EACH (const struct record, record, records)
		if (takes_part(search, record))
			add_preferences(search, record, &list);
	if (list.count)
		qsort(list.item, list.count, sizeof *list.item, by_options);
	for (size_t i = 0, next; i < list.count; i = next) {
		for (next = i + 1; next < list.count; next++)
			if (!str_equal(list.item[next].first, list.item[i].first) ||
			    !str_equal(list.item[next].second, list.item[i].second))
				break;
		compare_preferences(search, &list.item[i], next - i);
	}
}
