/* SPDX-License-Identifier: MIT */
#include "derive.h"

#include "adr/model/resolve.h"

struct str derive_first_id(struct store *store, const struct record *record)
{
	struct record alone = *record;
	struct records records = {.item = &alone, .count = 1};
	resolve_ids(store->scratch, &records);
	return alone.id;
}

/* A row as it stands in the index, in the order of the model's records made of it. */
struct known {
	int64_t record;
	struct str id;
};

struct project_ids {
	struct records records;
	struct known_ids LIST_OF(struct known) known;
};

static enum outcome load_identities(struct store *store, const struct project *project, struct project_ids *ids,
				    struct error *error)
{
	struct sql sql;
	bool row;
	TRY(sql_get(store, STATEMENT_IDENTITIES, &sql, error));
	put_number(&sql, project->number);
	for (;;) {
		TRY(sql_next(&sql, &row, error));
		if (!row)
			return OUTCOME_OK;
		struct record *record = LIST_ADD(store->scratch, &ids->records);
		struct known *known = LIST_ADD(store->scratch, &ids->known);
		known->record = take_number(&sql);
		record->project = project;
		record->path = take_text(&sql, store->scratch);
		record->number = take_is_null(&sql) ? -1 : 0;
		record->number += (int32_t)take_number(&sql);
		known->id = take_text(&sql, store->scratch);
		record->anchor = take_text(&sql, store->scratch);
		record->extent.first_line = (uint32_t)take_number(&sql);
	}
}

static enum outcome set_id(struct store *store, int64_t record, struct str id, struct error *error)
{
	struct sql sql;
	TRY(sql_get(store, STATEMENT_SET_ID, &sql, error));
	put_number(&sql, record);
	put_optional(&sql, id);
	TRY(sql_run(&sql, error));
	TRY(sql_get(store, STATEMENT_SET_REVIEW_ID, &sql, error));
	put_number(&sql, record);
	put_text(&sql, id);
	return sql_run(&sql, error);
}

static enum outcome project_name(struct store *store, int64_t project, struct str *name, struct error *error)
{
	struct sql sql;
	bool row;
	TRY(sql_get(store, STATEMENT_PROJECT_NAME, &sql, error));
	put_number(&sql, project);
	TRY(sql_next(&sql, &row, error));
	*name = row ? take_text(&sql, store->scratch) : (struct str){0};
	sql_end(&sql);
	return OUTCOME_OK;
}

static enum outcome derive_ids(struct store *store, int64_t number, struct error *error)
{
	struct project project = {.number = (uint32_t)number};
	struct project_ids ids = {0};
	TRY(project_name(store, number, &project.name, error));
	TRY(load_identities(store, &project, &ids, error));
	resolve_ids(store->scratch, &ids.records);
	for (size_t i = 0; i < ids.records.count; i++)
		if (!str_equal(ids.records.item[i].id, ids.known.item[i].id))
			TRY(set_id(store, ids.known.item[i].record, ids.records.item[i].id, error));
	return OUTCOME_OK;
}

static enum outcome derive_project(struct store *store, int64_t project, struct error *error)
{
	if (project == 0)
		return OUTCOME_OK;
	arena_reset(store->scratch);
	TRY(derive_ids(store, project, error));
	return derive_links_of(store, project, error);
}

enum outcome derive_note_change(struct store *store, int64_t project, struct error *error)
{
	int64_t before = store->changing;
	store->links_across_changed = true;
	store->changing = project;
	return before == project ? OUTCOME_OK : derive_project(store, before, error);
}

enum outcome derive_rest(struct store *store, struct error *error)
{
	TRY(derive_project(store, store->changing, error));
	arena_reset(store->scratch);
	return store->links_across_changed ? derive_links_across(store, error) : OUTCOME_OK;
}
