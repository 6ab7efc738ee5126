/* SPDX-License-Identifier: MIT */
#include "derive.h"
#include "forget.h"
#include "settings.h"
#include "sql.h"

/* SQLite's numbers are signed. */
static void put_bits(struct sql *sql, uint64_t bits)
{
	put_number(sql, (int64_t)bits);
}

static struct digest take_digest(struct sql *sql)
{
	struct digest digest;
	digest.high = (uint64_t)take_number(sql);
	digest.low = (uint64_t)take_number(sql);
	return digest;
}

static void take_project(struct sql *sql, struct arena *arena, struct stored_project *project)
{
	project->id = take_number(sql);
	project->name = take_text(sql, arena);
	project->root = take_text(sql, arena);
	project->settings = take_digest(sql);
	project->records = (size_t)take_number(sql);
}

enum outcome store_projects(struct store *store, struct arena *arena, struct stored_projects *projects,
			    struct error *error)
{
	struct sql sql;
	bool row;
	TRY(sql_get(store, STATEMENT_PROJECTS, &sql, error));
	for (;;) {
		TRY(sql_next(&sql, &row, error));
		if (!row)
			return OUTCOME_OK;
		take_project(&sql, arena, LIST_ADD(arena, projects));
	}
}

/* The project's id, 0 when it is new; *renamed when the index knows it by another name. */
static enum outcome find_known(struct store *store, const struct project *project, int64_t *id, bool *renamed,
			       struct error *error)
{
	struct sql sql;
	bool row;
	TRY(sql_get(store, STATEMENT_PROJECT_BY_ROOT, &sql, error));
	put_text(&sql, project->root);
	TRY(sql_next(&sql, &row, error));
	*id = row ? take_number(&sql) : 0;
	*renamed = row && !str_equal(take_borrowed(&sql), project->name);
	sql_end(&sql);
	return OUTCOME_OK;
}

static enum outcome save_row(struct store *store, const struct project *project, int64_t id, struct digest settings,
			     struct error *error)
{
	const struct config *config = project->config;
	struct sql sql;
	TRY(sql_get(store, STATEMENT_SAVE_PROJECT, &sql, error));
	put_number_unless(&sql, id, id == 0);
	put_text(&sql, project->name);
	put_text(&sql, project->root);
	put_optional(&sql, config->path);
	put_bits(&sql, settings.high);
	put_bits(&sql, settings.low);
	put_period(&sql, config->review_within);
	return sql_run(&sql, error);
}

enum outcome store_project(struct store *store, struct project *project, struct digest settings, struct error *error)
{
	int64_t id;
	bool renamed;
	arena_reset(store->scratch);
	TRY(find_known(store, project, &id, &renamed, error));
	TRY(save_row(store, project, id, settings, error));
	if (id == 0)
		id = sqlite3_last_insert_rowid(store->db);
	if (renamed)
		TRY(derive_note_change(store, id, error));
	project->number = (uint32_t)id;
	return settings_save(store, id, project->config, error);
}

struct record_numbers LIST_OF(int64_t);

static enum outcome records_of(struct store *store, int64_t project, struct arena *arena,
			       struct record_numbers *records, struct error *error)
{
	struct sql sql;
	bool row;
	TRY(sql_get(store, STATEMENT_RECORDS_OF_PROJECT, &sql, error));
	put_number(&sql, project);
	for (;;) {
		TRY(sql_next(&sql, &row, error));
		if (!row)
			return OUTCOME_OK;
		*LIST_ADD(arena, records) = take_number(&sql);
	}
}

enum outcome store_forget_project(struct store *store, int64_t project, struct error *error)
{
	struct record_numbers records = {0};
	arena_reset(store->scratch);
	TRY(records_of(store, project, store->scratch, &records, error));
	LIST_EACH (int64_t, record, &records)
		TRY(forget_record(store, *record, error));
	TRY(sql_run_for(store, STATEMENT_FORGET_FILES, project, error));
	TRY(settings_forget(store, project, error));
	store->links_across_changed = true;
	return sql_run_for(store, STATEMENT_FORGET_PROJECT, project, error);
}
