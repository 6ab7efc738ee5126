/* SPDX-License-Identifier: MIT */
/* How old the decisions in force are. */
#include "load_ages.h"

#include "ages.h"
#include "filter.h"

#include <stdlib.h>

static int by_name(const void *a, const void *b)
{
	const struct project *first = *(const struct project *const *)a, *second = *(const struct project *const *)b;
	return str_compare(first->name, second->name);
}

/* The position of each project's name in `names`: projects of the same name are counted as one. */
static uint32_t *name_positions(struct arena *arena, const struct loaded_projects *projects, struct strs *names)
{
	size_t count = projects->list.count;
	uint32_t *positions = ARENA_ARRAY(arena, uint32_t, count);
	const struct project **order = ARENA_ARRAY(arena, const struct project *, count);
	for (size_t i = 0; i < count; i++)
		order[i] = &projects->list.item[i];
	if (count > 1)
		qsort(order, count, sizeof *order, by_name);
	for (size_t i = 0; i < count; i++) {
		if (i == 0 || !str_equal(order[i]->name, order[i - 1]->name))
			*LIST_ADD(arena, names) = order[i]->name;
		positions[order[i] - projects->list.item] = (uint32_t)(names->count - 1);
	}
	return positions;
}

static void add_decision(struct arena *arena, struct decisions_in_force *in_force, uint32_t project, struct date date)
{
	*LIST_ADD(arena, &in_force->dates) = (struct decision_in_force){project, date};
}

struct loading {
	struct store *store;
	struct arena *arena;
	struct loaded_projects *projects;
	const bool *asked;         /* by project; NULL: all are */
	const uint32_t *positions; /* of their names */
};

/* From the ages that stand with each project. */
static enum outcome load_all(const struct loading *loading, struct decisions_in_force *in_force, struct error *error)
{
	struct sql sql;
	bool row;
	TRY(sql_get(loading->store, STATEMENT_LOAD_AGES, &sql, error));
	for (;;) {
		TRY(sql_next(&sql, &row, error));
		if (!row)
			return OUTCOME_OK;
		const struct project *project = project_of(loading->projects, take_number(&sql));
		size_t place = project ? (size_t)(project - loading->projects->list.item) : 0;
		struct str ages = take_bytes(&sql);
		struct date date;
		if (project && (!loading->asked || loading->asked[place]))
			while (ages_take(&ages, &date))
				add_decision(loading->arena, in_force, loading->positions[place], date);
	}
}

static enum outcome load_passing(const struct loading *loading, const struct record_filter *filter,
				 struct decisions_in_force *in_force, struct error *error)
{
	struct sql sql;
	bool row;
	TRY(sql_get(loading->store, STATEMENT_LOAD_AGES_PASSING, &sql, error));
	put_filter(&sql, loading->arena, filter);
	for (;;) {
		TRY(sql_next(&sql, &row, error));
		if (!row)
			return OUTCOME_OK;
		const struct project *project = project_of(loading->projects, take_number(&sql));
		if (project)
			add_decision(loading->arena, in_force,
				     loading->positions[project - loading->projects->list.item], take_date(&sql));
	}
}

enum outcome load_ages(struct store *store, struct arena *arena, const struct record_filter *filter,
		       struct loaded_projects *projects, struct decisions_in_force *in_force, struct error *error)
{
	struct loading loading = {store, arena, projects, asked_projects(arena, &projects->list, &filter->projects),
				  name_positions(arena, projects, &in_force->projects)};
	return filter_asks_projects_only(filter) ? load_all(&loading, in_force, error)
						 : load_passing(&loading, filter, in_force, error);
}
