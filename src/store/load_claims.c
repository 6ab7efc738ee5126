/* SPDX-License-Identifier: MIT */
/* What conflicts are found in: the records in force with what they claim, and with what they say about each other's
 * claims. Three statements that all ascend by record are walked side by side, so that nothing is taken of records that
 * do not matter, and nothing is moved once it is taken. */
#include "load_claims.h"

#include "load.h"

#include <stdlib.h>

/* --- a claim ------------------------------------------------------------------------------------------------------ */

/* FNV-1a, 32 bits. */
static size_t slot_of(struct str name)
{
	uint32_t hash = 2166136261U;
	for (size_t i = 0; i < name.length; i++)
		hash = (hash ^ (unsigned char)name.at[i]) * 16777619U;
	return hash % NAMES_KEPT;
}

static struct str take_name(struct sql *sql, struct arena *arena, struct names_seen *names)
{
	if (!names)
		return take_text(sql, arena);
	struct str name = take_borrowed(sql);
	if (str_empty(name))
		return (struct str){0};
	struct str *slot = &names->slot[slot_of(name)];
	if (!str_equal(*slot, name)) {
		sql->next--;
		*slot = take_text(sql, arena);
	}
	return *slot;
}

void take_claim(struct sql *sql, struct arena *arena, struct names_seen *names, struct claim *claim)
{
	claim->subject = take_name(sql, arena, names);
	claim->option = take_name(sql, arena, names);
	claim->chosen = str_equal(take_borrowed(sql), str_of(stance_name(STANCE_CHOSEN)));
	claim->scope = take_name(sql, arena, names);
	claim->basis = CLAIM_TEXT;
	claim_basis_from_name(take_borrowed(sql), &claim->basis);
	claim->confidence = take_real(sql);
	claim->at = take_line(sql);
	claim->quote = take_text(sql, arena);
}

/* --- links -------------------------------------------------------------------------------------------------------- */

/* The links of some kinds of all records, in the order of these. */
struct relations {
	struct links links;
	struct places of;        /* the record that each is a link of */
	struct places opponents; /* records that others are said to conflict with, sorted */
	size_t next;             /* the first whose record has not come yet */
};

static int by_place(const void *a, const void *b)
{
	int64_t one = *(const int64_t *)a, other = *(const int64_t *)b;
	return (one > other) - (one < other);
}

static enum outcome load_relations(struct store *store, struct arena *arena, struct relations *relations,
				   struct error *error)
{
	struct sql sql;
	bool row;
	TRY(sql_get(store, STATEMENT_LOAD_RELATIONS, &sql, error));
	for (;;) {
		TRY(sql_next(&sql, &row, error));
		if (!row)
			break;
		*LIST_ADD(arena, &relations->of) = take_number(&sql) >> 16;
		int64_t to = take_number(&sql);
		struct link *link = LIST_ADD(arena, &relations->links);
		take_link(&sql, arena, link);
		if (link->kind == LINK_CONFLICTS_WITH && to > 0)
			*LIST_ADD(arena, &relations->opponents) = to;
	}
	struct places *opponents = &relations->opponents;
	if (opponents->count)
		qsort(opponents->item, opponents->count, sizeof *opponents->item, by_place);
	return OUTCOME_OK;
}

/* The links of a record; records are asked for in ascending order. */
static struct links links_of(struct relations *relations, int64_t place)
{
	const struct places *of = &relations->of;
	while (relations->next < of->count && of->item[relations->next] < place)
		relations->next++;
	size_t from = relations->next;
	while (relations->next < of->count && of->item[relations->next] == place)
		relations->next++;
	size_t count = relations->next - from;
	return (struct links){count ? &relations->links.item[from] : NULL, count, count};
}

static bool speaks_of_others(const struct links *links)
{
	LIST_EACH (const struct link, link, links)
		if (link->kind != LINK_SUPERSEDED_BY)
			return true;
	return false;
}

static bool is_opponent(const struct relations *relations, int64_t place)
{
	const struct places *opponents = &relations->opponents;
	return opponents->count &&
	       bsearch(&place, opponents->item, opponents->count, sizeof *opponents->item, by_place);
}

/* --- the walk ----------------------------------------------------------------------------------------------------- */

struct walk {
	struct arena *arena;
	struct loaded_projects projects;
	struct relations relations;
	struct sql records, claims;
	bool claims_left;    /* a row of `claims` lies ready, */
	int64_t claimant;    /* which is this record's */
	struct claims taken; /* those of one record */
	struct names_seen names;
};

static enum outcome next_claim(struct walk *walk, struct error *error)
{
	TRY(sql_next(&walk->claims, &walk->claims_left, error));
	if (walk->claims_left)
		walk->claimant = take_number(&walk->claims) >> 16;
	return OUTCOME_OK;
}

static enum outcome take_claims(struct walk *walk, int64_t place, struct error *error)
{
	walk->taken.count = 0;
	while (walk->claims_left && walk->claimant < place)
		TRY(next_claim(walk, error));
	while (walk->claims_left && walk->claimant == place) {
		take_claim(&walk->claims, walk->arena, &walk->names, LIST_ADD(walk->arena, &walk->taken));
		TRY(next_claim(walk, error));
	}
	return OUTCOME_OK;
}

static struct claims keep_taken(const struct walk *walk)
{
	size_t count = walk->taken.count;
	struct claims kept = {.count = count, .room = count};
	if (count == 0)
		return kept;
	kept.item = arena_take_room(walk->arena, count * sizeof *kept.item);
	memcpy(kept.item, walk->taken.item, count * sizeof *kept.item);
	return kept;
}

/* What stands behind the record's place in LOAD_CLAIMANTS. False when its project is unknown. */
static bool take_claimant(struct walk *walk, struct record *record)
{
	struct sql *sql = &walk->records;
	struct arena *arena = walk->arena;
	record->project = project_of(&walk->projects, take_number(sql));
	record->path = take_text(sql, arena);
	record->id = take_text(sql, arena);
	record->number = take_record_number(sql);
	record->title = take_text(sql, arena);
	record->title_at = take_line(sql);
	record->status = take_status(sql);
	record->date = take_date(sql);
	record->anchor = take_text(sql, arena);
	if (record->status == STATUS_NONE) /* without one only what states a decision is in force */
		record->decision = STR("-");
	return record->project != NULL;
}

static enum outcome take_row(struct walk *walk, struct records *records, struct error *error)
{
	int64_t place = take_number(&walk->records);
	struct links links = links_of(&walk->relations, place);
	TRY(take_claims(walk, place, error));
	if (walk->taken.count == 0 && !speaks_of_others(&links) && !is_opponent(&walk->relations, place))
		return OUTCOME_OK;
	struct record *record = LIST_ADD(walk->arena, records);
	record->claims = keep_taken(walk);
	record->links = links;
	if (!take_claimant(walk, record))
		records->count--;
	return OUTCOME_OK;
}

#define RECORDS_EXPECTED 1000000 /* what an index says is believed up to here */

/* Where claims end is about how many records there are. */
static enum outcome make_room(struct store *store, struct arena *arena, struct records *records, struct error *error)
{
	struct sql sql;
	bool row;
	TRY(sql_get(store, STATEMENT_LAST_CLAIM, &sql, error));
	TRY(sql_next(&sql, &row, error));
	int64_t last = row ? take_number(&sql) : 0;
	sql_end(&sql);
	if (last > 0)
		LIST_ROOM(arena, records, last < RECORDS_EXPECTED ? (size_t)last : RECORDS_EXPECTED);
	return OUTCOME_OK;
}

enum outcome store_load_claims(struct store *store, struct arena *arena, bool proposed, struct records *records,
			       struct error *error)
{
	struct walk walk = {.arena = arena};
	bool row;
	*records = (struct records){0};
	TRY(load_projects(store, arena, &walk.projects, error));
	TRY(load_relations(store, arena, &walk.relations, error));
	TRY(make_room(store, arena, records, error));
	TRY(sql_get(store, STATEMENT_LOAD_CLAIMANTS, &walk.records, error));
	put_number(&walk.records, proposed);
	TRY(sql_get(store, STATEMENT_LOAD_ALL_CLAIMS, &walk.claims, error));
	TRY(next_claim(&walk, error));
	for (;;) {
		TRY(sql_next(&walk.records, &row, error));
		if (!row)
			break;
		TRY(take_row(&walk, records, error));
	}
	sql_end(&walk.claims);
	sort_records(arena, records);
	return OUTCOME_OK;
}
