/* SPDX-License-Identifier: MIT */
/* Databases are told apart by application_id and user_version, two numbers in the header of an SQLite file. */
#include "rebuild.h"

#include "texts/schema_sql.h"

#define APPLICATION_ID 0x61647231 /* "adr1" */
#define APPLICATION_ID_OFFSET 68  /* in the file; https://www.sqlite.org/fileformat2.html#database_header */
#define HEADER_SIZE 100
#define PAGE_SIZE_PRAGMA "PRAGMA page_size = 16384" /* texts of some KB waste little: 20 % faster than with 4096 */

/* Made from the schema's text, so that nobody can forget to count it up. Positive: the header's number is signed. */
static int32_t schema_version(void)
{
	return (int32_t)(digest_of(str_of(text_schema_sql)).low & 0x7FFFFFFF);
}

static sqlite3_file *database_file(struct store *store)
{
	sqlite3_file *file = NULL;
	sqlite3_file_control(store->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
	return file && file->pMethods ? file : NULL;
}

/* Reads through SQLite's own handle: closing another one on the same file would drop the process's locks on it. */
static bool read_file(struct store *store, char *bytes, int size, int64_t offset)
{
	sqlite3_file *file = database_file(store);
	return file && file->pMethods->xRead(file, bytes, size, offset) == SQLITE_OK;
}

static bool header_is_ours(struct store *store)
{
	static const unsigned char id[] = {APPLICATION_ID >> 24, (APPLICATION_ID >> 16) & 0xFF,
					   (APPLICATION_ID >> 8) & 0xFF, APPLICATION_ID & 0xFF};
	char header[HEADER_SIZE];
	return read_file(store, header, HEADER_SIZE, 0) && memcmp(header, "SQLite format 3", 16) == 0 &&
	       memcmp(header + APPLICATION_ID_OFFSET, id, sizeof id) == 0;
}

/* A file system may leave zeros where a write was cut off: nothing is lost with those. */
static bool holds_zeros_only(struct store *store)
{
	sqlite3_file *file = database_file(store);
	sqlite3_int64 size = 0;
	if (!file || file->pMethods->xFileSize(file, &size) != SQLITE_OK)
		return false;
	char block[4096];
	for (sqlite3_int64 at = 0; at < size; at += (sqlite3_int64)sizeof block) {
		int length = size - at < (sqlite3_int64)sizeof block ? (int)(size - at) : (int)sizeof block;
		if (!read_file(store, block, length, at))
			return false;
		for (int i = 0; i < length; i++)
			if (block[i] != '\0')
				return false;
	}
	return true;
}

static enum outcome look_at_damage(struct store *store, enum found *found, struct error *error)
{
	int code = sqlite3_errcode(store->db) & 0xFF;
	if (code != SQLITE_CORRUPT && code != SQLITE_NOTADB)
		return sql_failed(store, error);
	bool worthless = header_is_ours(store) || (code == SQLITE_NOTADB && holds_zeros_only(store));
	*found = worthless ? FOUND_DAMAGED : FOUND_FOREIGN;
	return OUTCOME_OK;
}

static void finalize(sqlite3_stmt **statement)
{
	sqlite3_finalize(*statement);
}

enum outcome rebuild_look(struct store *store, enum found *found, struct error *error)
{
	static const char question[] = "SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema) "
				       "FROM pragma_application_id, pragma_user_version";
	SCOPED(finalize) sqlite3_stmt *statement = NULL;
	if (sqlite3_prepare_v2(store->db, question, -1, &statement, NULL) != SQLITE_OK ||
	    sqlite3_step(statement) != SQLITE_ROW)
		return look_at_damage(store, found, error);
	int application = sqlite3_column_int(statement, 0), version = sqlite3_column_int(statement, 1);
	if (application == APPLICATION_ID)
		*found = version == schema_version() ? FOUND_CURRENT : FOUND_OTHER;
	else
		*found = application == 0 && sqlite3_column_int(statement, 2) == 0 ? FOUND_EMPTY : FOUND_FOREIGN;
	return OUTCOME_OK;
}

/* Takes the only lock there is; in the locking mode that is set then, the end of the transaction does not let go of it.
 * Setting the mode before would make two that wait for each other. A file whose damage does not even let itself be
 * locked is emptied without. */
static enum outcome lock(struct store *store, struct error *error)
{
	static const char text[] = "BEGIN EXCLUSIVE; PRAGMA locking_mode = EXCLUSIVE; COMMIT";
	TRY(sql_execute(store, PAGE_SIZE_PRAGMA, error));
	if (sqlite3_exec(store->db, text, NULL, NULL, NULL) == SQLITE_OK)
		return OUTCOME_OK;
	int code = sqlite3_errcode(store->db) & 0xFF;
	if (!sqlite3_get_autocommit(store->db))
		sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	if (code != SQLITE_CORRUPT && code != SQLITE_NOTADB)
		return sql_failed(store, error);
	return sql_execute(store, "PRAGMA locking_mode = EXCLUSIVE", error);
}

/* The lock goes with the next use of the file. */
static void unlock(struct store *store)
{
	sqlite3_exec(store->db, "PRAGMA locking_mode = NORMAL; SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);
}

static enum outcome empty(struct store *store, struct error *error)
{
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_RESET_DATABASE, 1, NULL);
	enum outcome outcome = sql_execute(store, "VACUUM", error);
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_RESET_DATABASE, 0, NULL);
	return outcome;
}

static enum outcome create(struct store *store, struct error *error)
{
	char numbers[100];
	snprintf(numbers, sizeof numbers, "PRAGMA application_id = %d; PRAGMA user_version = %d", APPLICATION_ID,
		 (int)schema_version());
	TRY(sql_execute(store, "BEGIN EXCLUSIVE", error));
	TRY(sql_execute(store, text_schema_sql, error));
	TRY(sql_execute(store, numbers, error));
	return sql_execute(store, "COMMIT", error);
}

static enum outcome rebuild_locked(struct store *store, struct error *error)
{
	enum found found;
	TRY(rebuild_look(store, &found, error));
	if (found == FOUND_FOREIGN)
		return fail(error, "%s is not an index of adr; it was left as it is. Name another file for the index",
			    store->path);
	if (found == FOUND_CURRENT && !store->is_damaged)
		return OUTCOME_OK;
	if (found != FOUND_EMPTY)
		TRY(empty(store, error));
	TRY(create(store, error));
	store->is_new = true;
	store->is_damaged = false;
	return OUTCOME_OK;
}

enum outcome rebuild(struct store *store, struct error *error)
{
	TRY(lock(store, error));
	enum outcome outcome = rebuild_locked(store, error);
	if (!sqlite3_get_autocommit(store->db))
		sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
	unlock(store);
	return outcome;
}
