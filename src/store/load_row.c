/* SPDX-License-Identifier: MIT */
#include "load_row.h"

#include "settings.h"

#include <stdlib.h>

static void take_project(struct sql *sql, struct arena *arena, struct project *project, struct config *config)
{
	config_init(config);
	project->number = (uint32_t)take_number(sql);
	project->name = config->name = take_text(sql, arena);
	project->root = config->root = take_text(sql, arena);
	config->path = take_text(sql, arena);
	config->review_within = take_period(sql);
}

size_t project_position(const struct loaded_projects *loaded, int64_t id)
{
	const struct projects *projects = &loaded->list;
	size_t low = 0, high = projects->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (projects->item[middle].number < id)
			low = middle + 1;
		else
			high = middle;
	}
	return low < projects->count && projects->item[low].number == id ? low : projects->count;
}

static int by_text(const void *a, const void *b)
{
	return str_compare(*(const struct str *)a, *(const struct str *)b);
}

const bool *asked_projects(struct arena *arena, const struct projects *projects, const struct strs *names)
{
	if (names->count == 0)
		return NULL;
	bool *asked = ARENA_ARRAY(arena, bool, projects->count);
	struct str *sorted = ARENA_ARRAY(arena, struct str, names->count);
	memcpy(sorted, names->item, names->count * sizeof *sorted);
	qsort(sorted, names->count, sizeof *sorted, by_text);
	for (size_t i = 0; i < projects->count; i++)
		asked[i] = bsearch(&projects->item[i].name, sorted, names->count, sizeof *sorted, by_text) != NULL;
	return asked;
}

const struct project *project_of(struct loaded_projects *loaded, int64_t id)
{
	const struct projects *projects = &loaded->list;
	if (loaded->last >= projects->count || projects->item[loaded->last].number != id)
		loaded->last = project_position(loaded, id);
	return loaded->last < projects->count ? &projects->item[loaded->last] : NULL;
}

static struct config *config_of(void *context, int64_t id)
{
	struct loaded_projects *projects = context;
	size_t position = project_position(projects, id);
	return position < projects->list.count ? &projects->configs.item[position] : NULL;
}

static enum outcome load_rows(struct store *store, struct arena *arena, struct loaded_projects *projects,
			      struct error *error)
{
	struct sql sql;
	bool row;
	TRY(sql_get(store, STATEMENT_PROJECT_DETAILS, &sql, error));
	for (;;) {
		TRY(sql_next(&sql, &row, error));
		if (!row)
			return OUTCOME_OK;
		struct project *project = LIST_ADD(arena, &projects->list);
		take_project(&sql, arena, project, LIST_ADD(arena, &projects->configs));
	}
}

enum outcome load_projects(struct store *store, struct arena *arena, struct loaded_projects *projects,
			   struct error *error)
{
	struct settings_reader reader = {.config_of = config_of, .context = projects};
	TRY(load_rows(store, arena, projects, error));
	for (size_t i = 0; i < projects->list.count; i++)
		projects->list.item[i].config = &projects->configs.item[i];
	return settings_load(store, arena, &reader, error);
}

enum outcome load_project_places(struct store *store, struct arena *arena, struct loaded_projects *projects,
				 struct error *error)
{
	struct sql sql;
	bool row;
	struct config *config = LIST_ADD(arena, &projects->configs);
	config_init(config);
	TRY(sql_get(store, STATEMENT_PROJECT_PLACES, &sql, error));
	for (;;) {
		TRY(sql_next(&sql, &row, error));
		if (!row)
			return OUTCOME_OK;
		struct project *project = LIST_ADD(arena, &projects->list);
		project->number = (uint32_t)take_number(&sql);
		project->name = take_text(&sql, arena);
		project->root = take_text(&sql, arena);
		project->config = config;
	}
}

int32_t take_record_number(struct sql *sql)
{
	bool absent = take_is_null(sql);
	int64_t number = take_number(sql);
	return absent || number < 0 || number > INT32_MAX ? -1 : (int32_t)number;
}

static enum dialect take_dialect(struct sql *sql)
{
	int64_t dialect = take_number(sql);
	return dialect >= 0 && dialect <= DIALECT_TABLE ? (enum dialect)dialect : DIALECT_PLAIN;
}

enum status take_status(struct sql *sql)
{
	enum status status = STATUS_NONE;
	status_from_name(take_borrowed(sql), &status);
	return status;
}

static uint8_t known_basis(int64_t bits)
{
	return (bits & 15) < BASIS_COUNT ? (uint8_t)(bits & 15) : BASIS_NONE;
}

static struct record_bases take_bases(struct sql *sql)
{
	int64_t bits = take_number(sql);
	return (struct record_bases){known_basis(bits), known_basis(bits >> 4), known_basis(bits >> 8),
				     known_basis(bits >> 12), known_basis(bits >> 16)};
}

bool take_record(struct sql *sql, struct arena *arena, const struct loaded_projects *projects, int64_t *place,
		 struct record *record)
{
	*place = take_number(sql);
	size_t position = project_position(projects, take_number(sql));
	if (position == projects->list.count)
		return false;
	record->project = &projects->list.item[position];
	record->path = take_text(sql, arena);
	record->id = take_text(sql, arena);
	record->number = take_record_number(sql);
	record->title = take_text(sql, arena);
	record->title_at = take_line(sql);
	record->title_stated = take_number(sql) != 0;
	record->language = take_text(sql, arena);
	record->dialect = take_dialect(sql);
	record->status = take_status(sql);
	record->status_text = take_text(sql, arena);
	record->status_at = take_line(sql);
	record->date = take_date(sql);
	record->date_at = take_line(sql);
	record->review = take_date(sql);
	record->review_at = take_line(sql);
	record->reviewed = take_date(sql);
	period_parse(take_borrowed(sql), &record->review_every);
	record->due = take_date(sql);
	review_basis_from_name(take_borrowed(sql), &record->due_basis);
	record->decision_at = take_line(sql);
	record->anchor = take_text(sql, arena);
	record->extent.first_line = (uint32_t)take_number(sql);
	record->extent.last_line = (uint32_t)take_number(sql);
	record->basis = take_bases(sql);
	record->decision = take_text(sql, arena);
	return true;
}
