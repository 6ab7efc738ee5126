/* SPDX-License-Identifier: MIT */
/* Records out of the index: read in the order they lie on disk, which is also the order of their lists, then put into
 * the order of projects and paths. */
#include "load.h"

#include "filter.h"

#include <stdlib.h>

enum outcome take_records(struct sql *sql, struct arena *arena, const struct loaded_projects *projects,
			  struct loaded_records *loaded, struct error *error)
{
	bool row;
	for (;;) {
		TRY(sql_next(sql, &row, error));
		if (!row)
			return OUTCOME_OK;
		struct record *record = LIST_ADD(arena, &loaded->records);
		int64_t *place = LIST_ADD(arena, &loaded->places);
		if (!take_record(sql, arena, projects, place, record)) {
			loaded->records.count--;
			loaded->places.count--;
		}
	}
}

static int by_project_and_path(const void *x, const void *y)
{
	const struct record *a = *(const struct record *const *)x, *b = *(const struct record *const *)y;
	if (a->project != b->project) {
		int order = str_compare(a->project->name, b->project->name);
		return order != 0 ? order : (a->project > b->project) - (a->project < b->project);
	}
	return record_compare_places(a, b);
}

/* Moves pointers first: a record is large, and after a first build they are in order already. */
void sort_records(struct arena *arena, struct records *records)
{
	bool sorted = true;
	const struct record **order = ARENA_ARRAY(arena, const struct record *, records->count);
	for (size_t i = 0; i < records->count; i++) {
		order[i] = &records->item[i];
		sorted = sorted && (i == 0 || by_project_and_path(&order[i - 1], &order[i]) <= 0);
	}
	if (sorted)
		return;
	qsort(order, records->count, sizeof *order, by_project_and_path);
	struct record *item = ARENA_ARRAY(arena, struct record, records->count);
	for (size_t i = 0; i < records->count; i++)
		item[i] = *order[i];
	records->item = item;
	records->room = records->count;
}

enum outcome store_load(struct store *store, struct arena *arena, const struct record_filter *filter, unsigned parts,
			struct records *records, struct error *error)
{
	struct loaded_projects projects = {0};
	struct loaded_records loaded = {0};
	struct sql sql;
	TRY(load_projects(store, arena, &projects, error));
	TRY(sql_get(store, STATEMENT_LOAD_RECORDS, &sql, error));
	put_filter(&sql, arena, filter);
	TRY(take_records(&sql, arena, &projects, &loaded, error));
	TRY(load_lists(store, arena, parts, &loaded, error));
	sort_records(arena, &loaded.records);
	*records = loaded.records;
	return OUTCOME_OK;
}
