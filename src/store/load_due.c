/* SPDX-License-Identifier: MIT */
/* What `adr review` is made from: the few records that are due out of many, without touching the others. */
#include "filter.h"
#include "load.h"
#include "load_ages.h"

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

/* Names, each behind a LIST_MARK. */
static void take_lookers(struct sql *sql, struct arena *arena, struct strs *lookers)
{
	struct str names = take_text(sql, arena);
	while (!str_empty(names)) {
		names = str_from(names, 1);
		size_t end = str_find_byte(names, LIST_MARK);
		struct str name = str_slice(names, 0, end == STR_NOT_FOUND ? names.length : end);
		*LIST_ADD(arena, lookers) = name;
		names = str_from(names, name.length);
	}
}

static void take_due_record(struct sql *sql, struct arena *arena, struct record *record)
{
	record->kind = KIND_RECORD;
	record->number = -1;
	record->due = take_date(sql);
	record->due_line = (uint32_t)take_number(sql);
	review_basis_from_name(take_borrowed(sql), &record->due_basis);
	record->id = take_text(sql, arena);
	record->path = take_text(sql, arena);
	record->title = take_text(sql, arena);
	record->status = take_status(sql);
	record->date = take_date(sql);
	record->reviewed = take_date(sql);
	take_lookers(sql, arena, &record->lookers);
}

/* Records are large: growing the list would move each of them once more. */
static enum outcome make_room(struct store *store, struct arena *arena, struct date until,
			      struct loaded_records *loaded, struct error *error)
{
	struct sql sql;
	bool row;
	TRY(sql_get(store, STATEMENT_COUNT_DUE, &sql, error));
	put_date(&sql, until);
	TRY(sql_next(&sql, &row, error));
	size_t count = row ? (size_t)take_number(&sql) : 0;
	sql_end(&sql);
	loaded->records.item = ARENA_ARRAY(arena, struct record, count);
	loaded->places.item = ARENA_ARRAY(arena, int64_t, count);
	loaded->records.room = loaded->places.room = count;
	return OUTCOME_OK;
}

static enum outcome load_due_records(struct store *store, struct arena *arena, const struct due_query *query,
				     struct loaded_projects *projects, struct loaded_records *loaded,
				     struct error *error)
{
	struct sql sql;
	bool row, asks_more = !filter_asks_projects_only(query->filter);
	const bool *asked = asked_projects(arena, &projects->list, &query->filter->projects);
	if (!asks_more)
		TRY(make_room(store, arena, query->until, loaded, error));
	TRY(sql_get(store, STATEMENT_LOAD_DUE, &sql, error));
	put_filter(&sql, arena, query->filter);
	put_date(&sql, query->until);
	put_number(&sql, asks_more);
	for (;;) {
		TRY(sql_next(&sql, &row, error));
		if (!row)
			return OUTCOME_OK;
		int64_t place = take_number(&sql);
		const struct project *project = project_of(projects, take_number(&sql));
		if (!project || (asked && !asked[project - projects->list.item]))
			continue;
		struct record *record = LIST_ADD(arena, &loaded->records);
		*LIST_ADD(arena, &loaded->places) = place;
		record->project = project;
		take_due_record(&sql, arena, record);
	}
}

/* --- neighbours --------------------------------------------------------------------------------------------------- */

/* A record that does not hold any more. */
struct gone {
	int64_t place;
	struct str id, title;
	enum status status;
};

struct gone_records LIST_OF(struct gone);

static int by_place(const void *a, const void *b)
{
	int64_t one = ((const struct gone *)a)->place, other = ((const struct gone *)b)->place;
	return (one > other) - (one < other);
}

/* All of them, ascending: an index holds just these, side by side. */
static enum outcome load_gone(struct store *store, struct arena *arena, struct gone_records *gone, struct error *error)
{
	struct sql sql;
	bool row;
	TRY(sql_get(store, STATEMENT_LOAD_GONE, &sql, error));
	for (;;) {
		TRY(sql_next(&sql, &row, error));
		if (!row)
			break;
		struct gone *record = LIST_ADD(arena, gone);
		record->place = take_number(&sql);
		record->id = take_text(&sql, arena);
		record->title = take_text(&sql, arena);
		record->status = take_status(&sql);
	}
	if (gone->count > 1)
		qsort(gone->item, gone->count, sizeof *gone->item, by_place);
	return OUTCOME_OK;
}

static const struct gone *find_gone(const struct gone_records *gone, int64_t place)
{
	struct gone key = {.place = place};
	return gone->count > 0 ? bsearch(&key, gone->item, gone->count, sizeof *gone->item, by_place) : NULL;
}

static struct record *add_neighbour(struct arena *arena, struct records *neighbours)
{
	struct record *neighbour = LIST_ADD(arena, neighbours);
	neighbour->kind = KIND_RECORD;
	neighbour->number = -1;
	return neighbour;
}

static struct record *add_gone(struct arena *arena, const struct gone *gone, struct records *neighbours)
{
	struct record *neighbour = add_neighbour(arena, neighbours);
	neighbour->id = gone->id;
	neighbour->title = gone->title;
	neighbour->status = gone->status;
	return neighbour;
}

static enum outcome load_neighbour(struct store *store, struct arena *arena, int64_t place, struct records *neighbours,
				   struct record **loaded, struct error *error)
{
	struct sql sql;
	bool row;
	*loaded = NULL;
	TRY(sql_get(store, STATEMENT_LOAD_NEIGHBOUR, &sql, error));
	put_number(&sql, place);
	TRY(sql_next(&sql, &row, error));
	if (!row)
		return OUTCOME_OK;
	struct record *neighbour = *loaded = add_neighbour(arena, neighbours);
	neighbour->id = take_text(&sql, arena);
	neighbour->title = take_text(&sql, arena);
	neighbour->status = take_status(&sql);
	sql_end(&sql);
	return OUTCOME_OK;
}

static void add_link(struct arena *arena, struct record *from, enum link_kind kind, struct str to)
{
	*LIST_ADD(arena, &from->links) = (struct link){.kind = kind, .to_number = -1, .to = to};
}

/* What the links of due records say, as far as it matters: where they lead is gone, or took their place. */
static enum outcome load_ties(struct store *store, struct arena *arena, struct date until,
			      struct loaded_records *loaded, const struct gone_records *gone,
			      struct records *neighbours,
			      struct error *error)
{
	const struct places *places = &loaded->places;
	struct sql sql;
	bool row;
	TRY(sql_get(store, STATEMENT_LOAD_TIES, &sql, error));
	put_number(&sql, places->item[0]);
	put_number(&sql, places->item[places->count - 1]);
	put_date(&sql, until);
	for (size_t at = 0;;) { /* both sides ascend; the filter may have left out some of what is due */
		struct record *neighbour;
		enum link_kind kind = LINK_OTHER;
		TRY(sql_next(&sql, &row, error));
		if (!row)
			return OUTCOME_OK;
		int64_t place = take_number(&sql), to = take_number(&sql);
		struct str name = take_borrowed(&sql);
		while (at < places->count && places->item[at] < place)
			at++;
		if (at == places->count || places->item[at] != place)
			continue;
		const struct gone *lost = find_gone(gone, to);
		if (!lost && !str_equal(name, str_of(link_kind_name(LINK_SUPERSEDED_BY))))
			continue;
		link_kind_from_name(name, &kind);
		if (lost)
			neighbour = add_gone(arena, lost, neighbours);
		else
			TRY(load_neighbour(store, arena, to, neighbours, &neighbour, error));
		if (neighbour)
			add_link(arena, &loaded->records.item[at], kind, neighbour->id);
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
		struct record *neighbour = NULL;
		const struct record *record = record_at(loaded, take_number(&sql));
		if (record)
			TRY(load_neighbour(store, arena, take_number(&sql), neighbours, &neighbour, error));
		if (neighbour)
			add_link(arena, neighbour, LINK_SUPERSEDES, record->id);
	}
}

static enum outcome load_neighbours(struct store *store, struct arena *arena, struct date until,
				    struct loaded_records *loaded, struct records *neighbours, struct error *error)
{
	struct gone_records gone = {0};
	if (loaded->places.count == 0)
		return OUTCOME_OK;
	TRY(load_gone(store, arena, &gone, error));
	TRY(load_ties(store, arena, until, loaded, &gone, neighbours, error));
	return load_successors(store, arena, loaded, neighbours, error);
}

static enum outcome load_reviews(struct store *store, struct arena *arena, const struct due_query *query,
				 struct stored_reviews *reviews, struct error *error)
{
	struct loaded_projects projects = {0};
	struct loaded_records loaded = {0};
	TRY(load_project_places(store, arena, &projects, error));
	TRY(load_due_records(store, arena, query, &projects, &loaded, error));
	TRY(load_lists(store, arena, query->parts, &loaded, error));
	TRY(load_neighbours(store, arena, query->until, &loaded, &reviews->neighbours, error));
	reviews->due = loaded.records;
	return load_ages(store, arena, query->filter, &projects, &reviews->in_force, error);
}

enum outcome store_load_reviews(struct store *store, struct arena *arena, const struct due_query *query,
				struct stored_reviews *reviews, struct error *error)
{
	struct due_query bounded = *query;
	*reviews = (struct stored_reviews){0};
	if (!bounded.until.set)
		date_make(9999, 12, 31, &bounded.until);
	TRY(read_begin(store, error));
	enum outcome outcome = load_reviews(store, arena, &bounded, reviews, error);
	read_end(store);
	return outcome;
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
