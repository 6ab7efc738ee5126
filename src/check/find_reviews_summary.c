/* SPDX-License-Identifier: MIT */
#include "find_reviews.h"

#include "adr/base/digest.h"

#include <stdlib.h>

/* --- names -------------------------------------------------------------------------------------------------------- */

/* One entry under one name. */
struct naming {
	struct str name;
	const struct review *review;
};

struct namings LIST_OF(struct naming);

static void add_names(struct arena *arena, struct namings *namings, const struct review *review,
		      const struct strs *names)
{
	LIST_EACH (const struct str, name, names)
		*LIST_ADD(arena, namings) = (struct naming){*name, review};
	if (names->count == 0)
		*LIST_ADD(arena, namings) = (struct naming){{0}, review};
}

static struct namings names_of(struct arena *arena, enum review_by by, const struct reviews *reviews)
{
	static const struct strs none;
	struct namings namings = {0};
	LIST_EACH (const struct review, review, reviews) {
		if (by == REVIEW_BY_PROJECT)
			*LIST_ADD(arena, &namings) = (struct naming){review->project, review};
		else if (by == REVIEW_BY_PERSON)
			add_names(arena, &namings, review, &review->people);
		else
			add_names(arena, &namings, review, review->record ? &review->record->tags : &none);
	}
	return namings;
}

/* By name; entries of the same name stay in the order of the report. */
static int compare_namings(const void *a, const void *b)
{
	const struct naming *first = a, *second = b;
	int order = str_compare(first->name, second->name);
	return order != 0 ? order : (first->review > second->review) - (first->review < second->review);
}

static struct namings sorted_names(struct arena *arena, enum review_by by, const struct reviews *reviews)
{
	struct namings namings = names_of(arena, by, reviews);
	if (namings.count > 1)
		qsort(namings.item, namings.count, sizeof *namings.item, compare_namings);
	return namings;
}

/* --- sections ----------------------------------------------------------------------------------------------------- */

/* The section whose first entry is the most urgent comes first; what has no name stands last. */
static int compare_sections(const void *a, const void *b)
{
	const struct review_section *first = a, *second = b;
	if (str_empty(first->name) != str_empty(second->name))
		return str_empty(first->name) ? 1 : -1;
	const struct review *one = first->reviews.item[0], *two = second->reviews.item[0];
	int order = (one > two) - (one < two);
	return order != 0 ? order : str_compare(first->name, second->name);
}

void review_group(enum review_by by, struct arena *arena, struct review_report *report)
{
	if (by == REVIEW_BY_NOTHING)
		return;
	struct namings namings = sorted_names(arena, by, &report->reviews);
	struct review_section *section = NULL;
	for (size_t i = 0; i < namings.count; i++) {
		const struct naming *naming = &namings.item[i];
		if (!section || !str_equal(section->name, naming->name)) {
			section = LIST_ADD(arena, &report->sections);
			section->name = naming->name;
		}
		size_t count = section->reviews.count;
		if (count == 0 || section->reviews.item[count - 1] != naming->review) /* a tag given twice */
			*LIST_ADD(arena, &section->reviews) = naming->review;
	}
	if (report->sections.count > 1)
		qsort(report->sections.item, report->sections.count, sizeof *report->sections.item, compare_sections);
}

/* --- numbers ------------------------------------------------------------------------------------------------------ */

static void count_state(struct review_count *count, enum review_state state)
{
	count->overdue += state == REVIEW_OVERDUE;
	count->due += state == REVIEW_DUE;
	count->upcoming += state == REVIEW_UPCOMING;
}

static int compare_names(const void *a, const void *b)
{
	return str_compare(((const struct review_count *)a)->name, ((const struct review_count *)b)->name);
}

static int compare_urgency(const void *a, const void *b)
{
	const struct review_count *first = a, *second = b;
	if (first->overdue != second->overdue)
		return first->overdue < second->overdue ? 1 : -1;
	if (first->due != second->due)
		return first->due < second->due ? 1 : -1;
	return str_compare(first->name, second->name);
}

/* The counts of the names seen so far, found by their hashes: open addressing, at least half of the slots empty. */
struct tally {
	struct arena *arena;
	struct review_counts counts;
	uint32_t *slots; /* position in `counts` + 1; 0: empty */
	size_t size;     /* a power of two */
};

/* The slot of the name, or the empty one that it belongs to. Where the tally lies is the seed: nobody can foretell it.
 */
static uint32_t *find_slot(const struct tally *tally, struct str name)
{
	size_t at = (size_t)hash_of(name, (uintptr_t)tally->arena);
	for (;; at++) {
		uint32_t *slot = &tally->slots[at & (tally->size - 1)];
		if (*slot == 0 || str_equal(tally->counts.item[*slot - 1].name, name))
			return slot;
	}
}

#define TALLY_FIRST 256

static void grow(struct tally *tally)
{
	tally->size = tally->size ? tally->size * 2 : TALLY_FIRST;
	tally->slots = ARENA_ARRAY(tally->arena, uint32_t, tally->size);
	for (size_t i = 0; i < tally->counts.count; i++)
		*find_slot(tally, tally->counts.item[i].name) = (uint32_t)i + 1;
}

static void count_name(struct tally *tally, struct str name, enum review_state state)
{
	if (str_empty(name))
		return;
	if (tally->counts.count * 2 >= tally->size)
		grow(tally);
	uint32_t *slot = find_slot(tally, name);
	if (*slot == 0) {
		*LIST_ADD(tally->arena, &tally->counts) =
			(struct review_count){.name = name, .median_days = REVIEW_NO_MEDIAN};
		*slot = (uint32_t)tally->counts.count;
	}
	count_state(&tally->counts.item[*slot - 1], state);
}

static struct review_counts count_projects(struct arena *arena, const struct reviews *reviews)
{
	struct tally tally = {.arena = arena};
	LIST_EACH (const struct review, review, reviews)
		count_name(&tally, review->project, review->state);
	if (tally.counts.count > 1)
		qsort(tally.counts.item, tally.counts.count, sizeof *tally.counts.item, compare_names);
	return tally.counts;
}

static struct review_counts count_people(struct arena *arena, const struct reviews *reviews)
{
	struct tally tally = {.arena = arena};
	LIST_EACH (const struct review, review, reviews)
		LIST_EACH (const struct str, name, &review->people)
			count_name(&tally, *name, review->state);
	if (tally.counts.count > 1)
		qsort(tally.counts.item, tally.counts.count, sizeof *tally.counts.item, compare_urgency);
	return tally.counts;
}

static int compare_days(const void *a, const void *b)
{
	int32_t first = *(const int32_t *)a, second = *(const int32_t *)b;
	return (first > second) - (first < second);
}

#define RANGE_MOST 100000 /* days: almost three hundred years */

/* The day in the middle by counting the days, where they lie near to each other; false where they do not. */
static bool count_to_middle(const int32_t *days, size_t count, int32_t *middle)
{
	int32_t least = days[0], most = days[0];
	for (size_t i = 1; i < count; i++) {
		least = days[i] < least ? days[i] : least;
		most = days[i] > most ? days[i] : most;
	}
	if (most - least > RANGE_MOST || (size_t)(most - least) > 4 * count)
		return false;
	uint32_t *counts = memory_take(((size_t)(most - least) + 1) * sizeof *counts);
	for (size_t i = 0; i < count; i++)
		counts[days[i] - least]++;
	size_t below = 0;
	for (*middle = least; below + counts[*middle - least] <= count / 2; ++*middle)
		below += counts[*middle - least];
	free(counts);
	return true;
}

/* The age in the middle; of two in the middle, the younger one. */
static int32_t median_age(struct date as_of, int32_t *days, size_t count)
{
	int32_t middle;
	if (count == 0)
		return REVIEW_NO_MEDIAN;
	if (!count_to_middle(days, count, &middle)) {
		qsort(days, count, sizeof *days, compare_days);
		middle = days[count / 2];
	}
	return as_of.days - middle;
}

/* The days of the decisions in force that have a date, those of one project beside each other. */
struct days_by_project {
	int32_t *days;
	size_t *ends; /* of each project's days; where they begin, the one before ends */
};

static struct days_by_project split_days(struct arena *arena, const struct decisions_in_force *in_force,
					 struct review_count *projects)
{
	size_t count = in_force->projects.count, begin = 0;
	struct days_by_project split = {ARENA_ARRAY(arena, int32_t, in_force->dates.count),
					ARENA_ARRAY(arena, size_t, count)};
	LIST_EACH (const struct decision_in_force, decision, &in_force->dates) {
		projects[decision->project].in_force++;
		split.ends[decision->project] += decision->date.set;
	}
	for (size_t i = 0; i < count; i++) { /* how many there are becomes where they begin */
		size_t dated = split.ends[i];
		split.ends[i] = begin;
		begin += dated;
	}
	LIST_EACH (const struct decision_in_force, decision, &in_force->dates)
		if (decision->date.set)
			split.days[split.ends[decision->project]++] = decision->date.days;
	return split;
}

static bool in_order(const struct review_count *projects, size_t count)
{
	for (size_t i = 1; i < count; i++)
		if (compare_names(&projects[i - 1], &projects[i]) > 0)
			return false;
	return true;
}

static void add_in_force(const struct decisions_in_force *in_force, struct arena *arena, struct review_report *report)
{
	size_t count = in_force->projects.count, begin = 0;
	struct review_count *projects = ARENA_ARRAY(arena, struct review_count, count);
	struct days_by_project split = split_days(arena, in_force, projects);
	struct review_summary *summary = &report->summary;
	for (size_t i = 0; i < count; i++) {
		projects[i].name = in_force->projects.item[i];
		projects[i].median_days = median_age(report->as_of, split.days + begin, split.ends[i] - begin);
		begin = split.ends[i];
	}
	summary->total.in_force = in_force->dates.count;
	summary->total.median_days = median_age(report->as_of, split.days, begin);
	if (!in_order(projects, count))
		qsort(projects, count, sizeof *projects, compare_names);
	summary->projects = (struct review_counts){projects, count, count};
}

/* Adds the entries' states to the projects' numbers; both are sorted by name. */
static void add_states(struct arena *arena, const struct review_counts *due, struct review_counts *projects)
{
	struct review_counts all = {0};
	size_t next = 0;
	LIST_EACH (const struct review_count, project, projects) {
		while (next < due->count && str_compare(due->item[next].name, project->name) < 0)
			*LIST_ADD(arena, &all) = due->item[next++];
		struct review_count *both = LIST_ADD(arena, &all);
		bool has_entries = next < due->count && str_equal(due->item[next].name, project->name);
		*both = has_entries ? due->item[next++] : *project;
		both->in_force = project->in_force;
		both->median_days = project->median_days;
	}
	while (next < due->count)
		*LIST_ADD(arena, &all) = due->item[next++];
	*projects = all;
}

void review_count(const struct decisions_in_force *in_force, struct arena *arena, struct review_report *report)
{
	struct review_summary *summary = &report->summary;
	LIST_EACH (const struct review, review, &report->reviews)
		count_state(&summary->total, review->state);
	add_in_force(in_force, arena, report);
	struct review_counts due = count_projects(arena, &report->reviews);
	add_states(arena, &due, &summary->projects);
	summary->people = count_people(arena, &report->reviews);
}
