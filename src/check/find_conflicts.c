/* SPDX-License-Identifier: MIT */
/* Decisions that cannot all be followed: per subject, first what each project says to itself, then what the projects
 * say to each other, scope by scope. find_conflicts.h has the map. */
#include "find_conflicts.h"

#include <stdlib.h>

/* The run of equal items from the start of `rest`, which moves behind it. */
static struct stand_run next_run(struct stand_run *rest, bool (*same)(const struct stand *, const struct stand *))
{
	struct stand_run run = {rest->item, 1};
	while (run.count < rest->count && same(&rest->item[0], &rest->item[run.count]))
		run.count++;
	rest->item += run.count;
	rest->count -= run.count;
	return run;
}

static bool same_subject(const struct stand *a, const struct stand *b)
{
	return str_equal(a->claim->subject, b->claim->subject);
}

static bool same_scope(const struct stand *a, const struct stand *b)
{
	return str_equal(a->claim->scope, b->claim->scope);
}

static bool same_owner(const struct stand *a, const struct stand *b)
{
	return same_project(a->record, b->record);
}

static bool agree(const struct stand *a, const struct stand *b)
{
	if (a->subject)
		return catalog_compatible(a->subject, a->claim->option, b->claim->option);
	return str_equal(a->claim->option, b->claim->option);
}

static bool agrees_with_any(const struct stand *stand, struct stand_run others)
{
	for (size_t i = 0; i < others.count; i++)
		if (agree(stand, &others.item[i]))
			return true;
	return false;
}

/* A record's stands beyond this number are left out of account when older ones are compared with them. */
#define NEWEST_MOST 8

/* Within one project, subject and scope: what contradicts the newest record is reported, and does not speak for the
 * project any more. Appends what does to `current`. */
static void settle_project(const struct conflict_search *search, struct stand_run run, struct stands *current)
{
	size_t newest = 1;
	while (newest < run.count && newest < NEWEST_MOST && run.item[newest].record == run.item[0].record)
		newest++;
	bool contradicted = false;
	for (size_t i = 0; i < run.count; i++) {
		bool keep = run.item[i].record == run.item[0].record ||
			    agrees_with_any(&run.item[i], (struct stand_run){run.item, newest});
		contradicted |= !keep;
		if (keep)
			*LIST_ADD(search->arena, current) = run.item[i];
	}
	if (contradicted)
		make_camps(search, run, run.item[0].claim->scope, true);
}

/* --- between projects --------------------------------------------------------------------------------------------- */

static bool holds_project(struct stand_run run, const struct record *record)
{
	size_t low = 0, high = run.count; /* a run of one scope is sorted by project */
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (run.item[middle].record->project->number < record->project->number)
			low = middle + 1;
		else
			high = middle;
	}
	return low < run.count && same_project(run.item[low].record, record);
}

/* One of several scopes beside what speaks for whole projects, unless a project has said something for this scope. */
static void compare_scope(const struct conflict_search *search, struct stand_run scoped, struct stand_run silent)
{
	struct stands together = {0};
	for (size_t i = 0; i < scoped.count; i++)
		*LIST_ADD(search->arena, &together) = scoped.item[i];
	for (size_t i = 0; i < silent.count; i++)
		if (!holds_project(scoped, silent.item[i].record))
			*LIST_ADD(search->arena, &together) = silent.item[i];
	if (!make_camps(search, (struct stand_run){together.item, together.count}, scoped.item[0].claim->scope, false))
		add_deviations(search, scoped, scoped.item[0].claim->scope);
}

/* A scope of the catalogue. Others are the names of single parts, "profiles", which are comparable only with the same
 * part: what speaks for a whole project does not speak of them. */
static bool is_scope(const struct conflict_search *search, struct str name)
{
	return catalog_scope_find(&search->catalog, name) != NULL;
}

static struct str scope_of_most(struct stand_run all, struct stand_run scoped)
{
	return scoped.count && 2 * scoped.count >= all.count ? scoped.item[0].claim->scope : (struct str){0};
}

/* All stands on one subject that count today, sorted by scope: the silent ones, which are comparable with every scope,
 * come first. Where there is a single scope, everything is one entry, under the scope that most of it has. */
static void compare_projects(const struct conflict_search *search, struct stand_run all)
{
	const struct stand_run nobody = {0};
	struct stand_run rest = all, silent = {0};
	if (rest.count && str_empty(rest.item[0].claim->scope))
		silent = next_run(&rest, same_scope);
	struct stand_run others = rest, first = {0};
	if (others.count)
		first = next_run(&others, same_scope);
	if (others.count == 0 && (first.count == 0 || is_scope(search, first.item[0].claim->scope))) {
		if (!make_camps(search, all, scope_of_most(all, first), false))
			add_deviations(search, all, scope_of_most(all, first));
		return;
	}
	if (!make_camps(search, silent, (struct str){0}, false))
		add_deviations(search, silent, (struct str){0});
	while (rest.count) {
		struct stand_run scoped = next_run(&rest, same_scope);
		compare_scope(search, scoped, is_scope(search, scoped.item[0].claim->scope) ? silent : nobody);
	}
}

static void search_subject(const struct conflict_search *search, struct stand_run run)
{
	struct stands current = {0};
	while (run.count) {
		struct stand_run scope = next_run(&run, same_scope);
		while (scope.count)
			settle_project(search, next_run(&scope, same_owner), &current);
	}
	compare_projects(search, (struct stand_run){current.item, current.count});
}

/* What deviates from a standard, what nothing has settled, what follows from a standard. */
static int rank_of(const struct conflict *conflict)
{
	if (conflict->severity == SEVERITY_ERROR)
		return 0;
	return conflict->standard || conflict->authority ? 2 : 1;
}

/* Errors first, then contradictions, then by confidence, subject, scope; then what makes the order certain. */
static int by_weight(const void *x, const void *y)
{
	const struct conflict *a = x, *b = y;
	if (rank_of(a) != rank_of(b))
		return rank_of(a) - rank_of(b);
	if (a->kind != b->kind)
		return a->kind < b->kind ? -1 : 1;
	if (a->confidence < b->confidence || a->confidence > b->confidence)
		return a->confidence > b->confidence ? -1 : 1;
	int order = str_compare(a->subject, b->subject);
	if (order == 0)
		order = str_compare(a->scope, b->scope);
	if (order == 0)
		order = (int)a->inside_project - (int)b->inside_project;
	if (order == 0)
		order = str_compare(a->camps.item[0].option, b->camps.item[0].option);
	if (order == 0)
		order = str_compare(a->camps.item[0].decisions.item[0].record->id,
				    b->camps.item[0].decisions.item[0].record->id);
	return order;
}

void find_conflicts(const struct records *records, const struct catalog *builtin, const struct config *settings,
		    const struct conflict_options *options, struct arena *arena, struct conflicts *conflicts)
{
	struct conflict_search search = {.arena = arena,
					 .catalog = catalog_merge(arena, builtin, &settings->catalog),
					 .settings = settings,
					 .options = options,
					 .records = records,
					 .spoken = project_scopes_new(arena),
					 .found = conflicts};
	search.replaced = find_replacements(&search, records);
	struct stands stands = {0};
	gather_stands(&search, records, &stands);
	struct stand_run rest = {stands.item, stands.count};
	while (rest.count)
		search_subject(&search, next_run(&rest, same_subject));
	find_text_conflicts(&search, records);
	find_declared_conflicts(&search, records);
	if (conflicts->count)
		qsort(conflicts->item, conflicts->count, sizeof *conflicts->item, by_weight);
}
