/* SPDX-License-Identifier: MIT */
#include "rebuild.h"
#include "sql.h"

#include <stdlib.h>

#define BUSY_MILLISECONDS 30000

/* The file may come from anywhere: nothing in its schema is trusted to call functions or to change itself. */
static enum outcome harden(struct store *store, struct error *error)
{
	sqlite3_busy_timeout(store->db, BUSY_MILLISECONDS);
	sqlite3_extended_result_codes(store->db, 1);
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
	TRY(sql_execute(store, "PRAGMA cell_size_check = ON", error));
	return store->mode == STORE_READ ? sql_execute(store, "PRAGMA query_only = ON", error) : OUTCOME_OK;
}

static void finalize_all(struct store *store)
{
	for (size_t i = 0; i < STATEMENT_COUNT; i++) {
		sqlite3_finalize(store->statements[i]);
		store->statements[i] = NULL;
	}
}

enum outcome store_connect(struct store *store, struct error *error)
{
	/* Readers too: what a killed writer left half-done has to be rolled back first. SQLite takes a file that may
	 * not be written as it is; harden() keeps readers from writing anything else. */
	int flags = SQLITE_OPEN_READWRITE | (store->mode == STORE_READ ? 0 : SQLITE_OPEN_CREATE);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); /* accounts of memory cost locks; refused once SQLite is in use */
	finalize_all(store);
	sqlite3_close(store->db);
	store->db = NULL;
	store->words_in_use = false;
	if (sqlite3_open_v2(store->path, &store->db, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
		return sql_failed(store, error);
	return harden(store, error);
}

static enum outcome open_to_read(struct store *store, struct error *error)
{
	enum found found;
	TRY(rebuild_look(store, &found, error));
	switch (found) {
	case FOUND_CURRENT:
		return OUTCOME_OK;
	case FOUND_OTHER:
		return fail(error, "the index %s was made by another version of adr; run `adr index` to make it again",
			    store->path);
	case FOUND_DAMAGED:
		store->is_damaged = true;
		return fail(error, "the index %s is damaged; run `adr index` to make it again", store->path);
	case FOUND_EMPTY:
		return fail(error, "the index %s is empty; run `adr index` to fill it", store->path);
	case FOUND_FOREIGN:
		break;
	}
	return fail(error, "%s is not an index of adr", store->path);
}

static bool in_memory(const struct store *store)
{
	return str_equal(str_of(store->path), STR(":memory:"));
}

static enum outcome open_to_write(struct store *store, struct error *error)
{
	enum found found;
	TRY(rebuild_look(store, &found, error));
	if (found == FOUND_CURRENT)
		return OUTCOME_OK;
	TRY(rebuild(store, error));
	if (!in_memory(store))
		return store_connect(store, error);
	store->words_in_use =
		true; /* it would be lost with the connection, so SQLite fills its full-text index itself */
	return OUTCOME_OK;
}

static enum outcome make_room(struct store *store, struct error *error)
{
	struct str directory = path_directory(str_of(store->path));
	if (store->mode == STORE_READ || str_empty(directory))
		return OUTCOME_OK;
	return file_make_directory(arena_copy_z(store->memory, directory), error);
}

static enum outcome open_file(struct store *store, struct error *error)
{
	if (store->mode == STORE_READ && !file_exists(store->path))
		return fail(error, "there is no index %s; run `adr index` to make it", store->path);
	TRY(make_room(store, error));
	TRY(store_connect(store, error));
	return store->mode == STORE_READ ? open_to_read(store, error) : open_to_write(store, error);
}

enum outcome store_open(struct store **store, const char *path, enum store_mode mode, struct error *error)
{
	struct store *opened = memory_take(sizeof *opened);
	opened->memory = arena_new();
	opened->scratch = arena_new();
	opened->mode = mode;
	opened->path = arena_copy_z(opened->memory, str_of(path));
	enum outcome outcome = open_file(opened, error);
	if (outcome == OUTCOME_OK)
		*store = opened;
	else
		store_close(&opened);
	return outcome;
}

void store_close(struct store **closed)
{
	struct store *store = *closed;
	struct error ignored;
	if (!store)
		return;
	store_rollback(store);
	finalize_all(store);
	if (store->is_damaged && store->mode == STORE_WRITE)
		(void)!rebuild(store, &ignored); /* what cannot be mended now is found again by the next store_open() */
	sqlite3_close(store->db);
	arena_free(store->scratch);
	arena_free(store->memory);
	free(store);
	*closed = NULL;
}

bool store_is_new(const struct store *store)
{
	return store->is_new;
}

bool store_is_damaged(const struct store *store)
{
	return store->is_damaged;
}
