/* SPDX-License-Identifier: MIT */
#include "load_lists.h"

#include "load_claims.h"

static void take_decision(struct sql *sql, struct arena *arena, struct record *record)
{
	record->decision = take_text(sql, arena);
}

static uint8_t take_basis(struct sql *sql)
{
	int64_t basis = take_number(sql);
	return basis > 0 && basis < BASIS_COUNT ? (uint8_t)basis : BASIS_NONE;
}

static void take_dated(struct sql *sql, struct arena *arena, struct record *record)
{
	struct dated *dated = LIST_ADD(arena, &record->dates);
	date_kind_from_name(take_borrowed(sql), &dated->kind);
	dated->date = take_date(sql);
	dated->text = take_text(sql, arena);
	dated->at = take_line(sql);
	dated->basis = take_basis(sql);
}

static void take_person(struct sql *sql, struct arena *arena, struct record *record)
{
	struct person *person = LIST_ADD(arena, &record->people);
	person->name = take_text(sql, arena);
	role_from_name(take_borrowed(sql), &person->role);
	person->at = take_line(sql);
	person->basis = take_basis(sql);
}

void take_link(struct sql *sql, struct arena *arena, struct link *link)
{
	link->kind = LINK_OTHER;
	link_kind_from_name(take_borrowed(sql), &link->kind);
	link->words = take_text(sql, arena);
	link->target = take_text(sql, arena);
	link->file = take_text(sql, arena);
	link->to_project = take_text(sql, arena);
	bool numbered = !take_is_null(sql);
	link->to_number = (int32_t)take_number(sql);
	if (!numbered)
		link->to_number = -1;
	link->at = take_line(sql);
	link->mention = take_number(sql) != 0;
	link->basis = take_basis(sql);
	link->path = take_text(sql, arena);
	link->to = take_text(sql, arena);
}

static void add_link(struct sql *sql, struct arena *arena, struct record *record)
{
	take_link(sql, arena, LIST_ADD(arena, &record->links));
}

static enum stance take_stance(struct sql *sql)
{
	struct str name = take_borrowed(sql);
	for (int stance = 0; stance < STANCE_COUNT; stance++)
		if (str_equal(name, str_of(stance_name((enum stance)stance))))
			return (enum stance)stance;
	return STANCE_CONSIDERED;
}

static void take_option(struct sql *sql, struct arena *arena, struct record *record)
{
	struct option *option = LIST_ADD(arena, &record->options);
	option->name = take_text(sql, arena);
	option->stance = take_stance(sql);
	option->at = take_line(sql);
	option->stance_at = take_line(sql);
	option->listed = take_number(sql) != 0;
	option->basis = take_basis(sql);
	option->stance_basis = take_basis(sql);
}

static void add_claim(struct sql *sql, struct arena *arena, struct record *record)
{
	take_claim(sql, arena, NULL, LIST_ADD(arena, &record->claims));
}

static void take_trigger(struct sql *sql, struct arena *arena, struct record *record)
{
	struct trigger *trigger = LIST_ADD(arena, &record->triggers);
	trigger->text = take_text(sql, arena);
	trigger->at = take_line(sql);
}

static void take_tag(struct sql *sql, struct arena *arena, struct record *record)
{
	*LIST_ADD(arena, &record->tags) = take_text(sql, arena);
}

/* A list, the statement that gives it in the order of records (the record's number first), and what takes one row. */
static const struct list {
	unsigned part;
	enum statement statement;
	void (*take)(struct sql *sql, struct arena *arena, struct record *record);
} lists[] = {
	{PART_DECISION, STATEMENT_LOAD_DECISIONS, take_decision}, {PART_DATES, STATEMENT_LOAD_DATES, take_dated},
	{PART_PEOPLE, STATEMENT_LOAD_PEOPLE, take_person},        {PART_LINKS, STATEMENT_LOAD_LINKS, add_link},
	{PART_OPTIONS, STATEMENT_LOAD_OPTIONS, take_option},      {PART_CLAIMS, STATEMENT_LOAD_CLAIMS, add_claim},
	{PART_TAGS, STATEMENT_LOAD_TAGS, take_tag},               {PART_TRIGGERS, STATEMENT_LOAD_TRIGGERS, take_trigger},
};

#define GAP_MOST 3 /* records whose rows are read for nothing: asking anew costs about as much as the rows of these */

size_t run_end(const struct places *places, size_t from)
{
	size_t to = from + 1;
	while (to < places->count && places->item[to] - places->item[to - 1] <= GAP_MOST)
		to++;
	return to;
}

/* Both sides ascend, so that one walk over them finds each row's record; rows of records that were not asked for fall
 * between two of those that were. */
static enum outcome load_run(struct store *store, struct arena *arena, const struct list *list,
			     struct loaded_records *loaded, size_t from, size_t to, struct error *error)
{
	const struct places *places = &loaded->places;
	struct sql sql;
	bool row;
	size_t at = from;
	TRY(sql_get(store, list->statement, &sql, error));
	put_number(&sql, places->item[from]);
	put_number(&sql, places->item[to - 1]);
	for (;;) {
		TRY(sql_next(&sql, &row, error));
		if (!row)
			return OUTCOME_OK;
		int64_t place = take_number(&sql);
		while (at < to && places->item[at] < place)
			at++;
		if (at < to && places->item[at] == place)
			list->take(&sql, arena, &loaded->records.item[at]);
	}
}

static enum outcome load_list(struct store *store, struct arena *arena, const struct list *list,
			      struct loaded_records *loaded, struct error *error)
{
	for (size_t from = 0, to; from < loaded->places.count; from = to) {
		to = run_end(&loaded->places, from);
		TRY(load_run(store, arena, list, loaded, from, to, error));
	}
	return OUTCOME_OK;
}

enum outcome load_lists(struct store *store, struct arena *arena, unsigned parts, struct loaded_records *loaded,
			struct error *error)
{
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		if (parts & lists[i].part)
			TRY(load_list(store, arena, &lists[i], loaded, error));
	return OUTCOME_OK;
}
