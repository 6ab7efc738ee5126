/* SPDX-License-Identifier: MIT */
/* Of which scopes a project speaks anywhere: its decision for Python, or on Python as the language, tells that what it
 * decides for itself as a whole is meant for Python too. Gathered when this is asked first, which is seldom. */
#include "find_conflicts.h"

#include <stdlib.h>

struct mention_of_scope {
	const struct project *project;
	struct str scope;
};

struct project_scopes {
	struct mentions LIST_OF(struct mention_of_scope) list; /* by project, scope */
	bool gathered;
};

static int compare(const void *x, const void *y)
{
	const struct mention_of_scope *a = x, *b = y;
	int order = (a->project->number > b->project->number) - (a->project->number < b->project->number);
	return order != 0 ? order : str_compare(a->scope, b->scope);
}

static void add_mention(const struct conflict_search *search, const struct record *record, struct str name)
{
	if (catalog_scope_find(&search->catalog, name))
		*LIST_ADD(search->arena, &search->spoken->list) = (struct mention_of_scope){record->project, name};
}

/* TypeScript, a kind of JavaScript, speaks of both. */
static void add_mentions(const struct conflict_search *search, const struct record *record, const struct claim *claim)
{
	const struct catalog_subject *subject = catalog_subject_find(&search->catalog, claim->subject);
	const struct catalog_option *option = subject ? catalog_option_find(subject, claim->option) : NULL;
	add_mention(search, record, claim->scope);
	add_mention(search, record, claim->option);
	for (int32_t at = option ? option->parent : -1; at >= 0; at = subject->options[at].parent)
		add_mention(search, record, subject->options[at].name);
}

static void gather(const struct conflict_search *search)
{
	LIST_EACH (const struct record, record, search->records)
		LIST_EACH (const struct claim, claim, &record->claims)
			if (claim->chosen && claim->basis != CLAIM_TEXT && takes_part(search, record) &&
			    !is_replaced(search, record, claim))
				add_mentions(search, record, claim);
	struct mentions *list = &search->spoken->list;
	if (list->count)
		qsort(list->item, list->count, sizeof *list->item, compare);
	search->spoken->gathered = true;
}

struct project_scopes *project_scopes_new(struct arena *arena)
{
	return ARENA_NEW(arena, struct project_scopes);
}

bool project_speaks_of(const struct conflict_search *search, const struct project *project, struct str scope)
{
	const struct mentions *list = &search->spoken->list;
	const struct mention_of_scope wanted = {project, scope};
	if (!search->spoken->gathered)
		gather(search);
	return list->count && bsearch(&wanted, list->item, list->count, sizeof *list->item, compare);
}
