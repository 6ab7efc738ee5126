/* SPDX-License-Identifier: MIT */
/* What `adr review` is made from: the few records that are due out of many, without touching the others. */
#include "filter.h"
#include "load.h"

#include <stdlib.h>

/* The record at this place, or NULL. */
static struct record *record_at(struct loaded_records *loaded, int64_t place)
{
	size_t low = 0, high = loaded->places.count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (loaded->places.item[middle] < place)
			low = middle + 1;
		else
			high = middle;
	}
	bool found = low < loaded->places.count && loaded->places.item[low] == place;
	return found ? &loaded->records.item[low] : NULL;
}

static struct record *take_neighbour(struct sql *sql, struct arena *arena, struct records *neighbours)
{
	struct record *neighbour = LIST_ADD(arena, neighbours);
	neighbour->kind = KIND_RECORD;
	neighbour->number = -1;
	neighbour->id = take_text(sql, arena);
	neighbour->title = take_text(sql, arena);
	status_from_name(take_borrowed(sql), &neighbour->status);
	return neighbour;
}

static void add_link(struct arena *arena, struct record *from, enum link_kind kind, struct str to)
{
	*LIST_ADD(arena, &from->links) = (struct link){.kind = kind, .to_number = -1, .to = to};
}

static enum outcome load_gone(struct store *store, struct arena *arena, struct loaded_records *loaded, size_t from,
			      size_t to, struct records *neighbours, struct error *error)
{
	struct sql sql;
	bool row;
	TRY(sql_get(store, STATEMENT_LOAD_GONE, &sql, error));
	put_number(&sql, loaded->places.item[from]);
	put_number(&sql, loaded->places.item[to - 1]);
	for (;;) {
		TRY(sql_next(&sql, &row, error));
		if (!row)
			return OUTCOME_OK;
		struct record *record = record_at(loaded, take_number(&sql));
		enum link_kind kind = LINK_OTHER;
		link_kind_from_name(take_borrowed(&sql), &kind);
		if (record)
			add_link(arena, record, kind, take_neighbour(&sql, arena, neighbours)->id);
	}
}

static enum outcome load_successors(struct store *store, struct arena *arena, struct loaded_records *loaded,
				    struct records *neighbours, struct error *error)
{
	struct sql sql;
	bool row;
	TRY(sql_get(store, STATEMENT_LOAD_SUCCESSORS, &sql, error));
	for (;;) {
		TRY(sql_next(&sql, &row, error));
		if (!row)
			return OUTCOME_OK;
		const struct record *record = record_at(loaded, take_number(&sql));
		if (record)
			add_link(arena, take_neighbour(&sql, arena, neighbours), LINK_SUPERSEDES, record->id);
	}
}

static enum outcome load_neighbours(struct store *store, struct arena *arena, struct loaded_records *loaded,
				    struct records *neighbours, struct error *error)
{
	if (loaded->places.count == 0)
		return OUTCOME_OK;
	for (size_t from = 0, to; from < loaded->places.count; from = to) {
		to = run_end(&loaded->places, from);
		TRY(load_gone(store, arena, loaded, from, to, neighbours, error));
	}
	return load_successors(store, arena, loaded, neighbours, error);
}

enum outcome store_load_due(struct store *store, struct arena *arena, const struct record_filter *filter,
			    struct date until, struct records *records, struct records *neighbours, struct error *error)
{
	static const char last_day[] = "9999-12-31";
	struct loaded_projects projects = {0};
	struct loaded_records loaded = {0};
	struct sql sql;
	TRY(load_projects(store, arena, &projects, error));
	TRY(sql_get(store, STATEMENT_LOAD_DUE, &sql, error));
	put_filter(&sql, arena, filter);
	if (until.set)
		put_date(&sql, until);
	else
		put_name(&sql, last_day);
	TRY(take_records(&sql, arena, &projects, &loaded, error));
	TRY(load_lists(store, arena, PART_PEOPLE | PART_TAGS | PART_TRIGGERS, &loaded, error));
	TRY(load_neighbours(store, arena, &loaded, neighbours, error));
	*records = loaded.records;
	return OUTCOME_OK;
}

enum outcome store_load_triggers(struct store *store, struct arena *arena, const struct record_filter *filter,
				 struct records *records, struct error *error)
{
	struct loaded_projects projects = {0};
	struct loaded_records loaded = {0};
	struct sql sql;
	TRY(load_projects(store, arena, &projects, error));
	TRY(sql_get(store, STATEMENT_LOAD_TRIGGERED, &sql, error));
	put_filter(&sql, arena, filter);
	TRY(take_records(&sql, arena, &projects, &loaded, error));
	TRY(load_lists(store, arena, PART_PEOPLE | PART_TRIGGERS, &loaded, error));
	sort_records(arena, &loaded.records);
	*records = loaded.records;
	return OUTCOME_OK;
}

/* --- ages --------------------------------------------------------------------------------------------------------- */

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

enum outcome store_load_ages(struct store *store, struct arena *arena, const struct record_filter *filter,
			     struct decisions_in_force *in_force, struct error *error)
{
	struct loaded_projects projects = {0};
	struct sql sql;
	bool row;
	TRY(load_projects(store, arena, &projects, error));
	const uint32_t *positions = name_positions(arena, &projects, &in_force->projects);
	TRY(sql_get(store, STATEMENT_LOAD_AGES, &sql, error));
	put_filter(&sql, arena, filter);
	for (;;) {
		TRY(sql_next(&sql, &row, error));
		if (!row)
			return OUTCOME_OK;
		size_t project = project_position(&projects, take_number(&sql));
		struct date date = take_date(&sql);
		if (project < projects.list.count)
			*LIST_ADD(arena, &in_force->dates) = (struct decision_in_force){positions[project], date};
	}
}
