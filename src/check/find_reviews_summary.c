/* SPDX-License-Identifier: MIT */
#include "find_reviews.h"

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

static struct review_counts counts_by(struct arena *arena, enum review_by by, const struct reviews *reviews)
{
	struct namings namings = sorted_names(arena, by, reviews);
	struct review_counts counts = {0};
	for (size_t i = 0; i < namings.count; i++) {
		const struct naming *naming = &namings.item[i];
		if (str_empty(naming->name))
			continue;
		bool same = counts.count > 0 && str_equal(counts.item[counts.count - 1].name, naming->name);
		if (!same)
			*LIST_ADD(arena, &counts) =
				(struct review_count){.name = naming->name, .median_days = REVIEW_NO_MEDIAN};
		count_state(&counts.item[counts.count - 1], naming->review->state);
	}
	return counts;
}

static int compare_days(const void *a, const void *b)
{
	int32_t first = *(const int32_t *)a, second = *(const int32_t *)b;
	return (first > second) - (first < second);
}

/* The age in the middle; of two in the middle, the younger one. */
static int32_t median_age(struct date as_of, int32_t *days, size_t count)
{
	if (count == 0)
		return REVIEW_NO_MEDIAN;
	if (count > 1)
		qsort(days, count, sizeof *days, compare_days);
	return as_of.days - days[count / 2];
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

static int compare_names(const void *a, const void *b)
{
	return str_compare(((const struct review_count *)a)->name, ((const struct review_count *)b)->name);
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
	if (count > 1)
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

static int compare_urgency(const void *a, const void *b)
{
	const struct review_count *first = a, *second = b;
	if (first->overdue != second->overdue)
		return first->overdue < second->overdue ? 1 : -1;
	if (first->due != second->due)
		return first->due < second->due ? 1 : -1;
	return str_compare(first->name, second->name);
}

void review_count(const struct decisions_in_force *in_force, struct arena *arena, struct review_report *report)
{
	struct review_summary *summary = &report->summary;
	LIST_EACH (const struct review, review, &report->reviews)
		count_state(&summary->total, review->state);
	add_in_force(in_force, arena, report);
	struct review_counts due = counts_by(arena, REVIEW_BY_PROJECT, &report->reviews);
	add_states(arena, &due, &summary->projects);
	summary->people = counts_by(arena, REVIEW_BY_PERSON, &report->reviews);
	if (summary->people.count > 1)
		qsort(summary->people.item, summary->people.count, sizeof *summary->people.item, compare_urgency);
}
