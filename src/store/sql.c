/* SPDX-License-Identifier: MIT */
#include "sql.h"

#include "adr/base/unicode.h"

static const char *const texts[STATEMENT_COUNT] = {
#define STATEMENT(name, text) [STATEMENT_##name] = (text),
#include "statements.def"
#undef STATEMENT
};

static bool says_damaged(int code)
{
	return (code & 0xFF) == SQLITE_CORRUPT || code == SQLITE_NOTADB;
}

enum outcome sql_failed(struct store *store, struct error *error)
{
	int code = sqlite3_extended_errcode(store->db);
	const char *reason = sqlite3_errmsg(store->db);
	if (says_damaged(code)) {
		store->is_damaged = true;
		return fail(error, "the index %s is damaged (%s); `adr index` makes it again", store->path, reason);
	}
	switch (code & 0xFF) {
	case SQLITE_FULL:
		return fail(error, "cannot write the index %s: the disk is full", store->path);
	case SQLITE_BUSY:
		return fail(error, "cannot use the index %s: another program keeps it locked", store->path);
	case SQLITE_NOMEM:
		return fail(error, "cannot use the index %s: out of memory", store->path);
	default:
		return fail(error, "cannot use the index %s: %s", store->path, reason);
	}
}

enum outcome sql_execute(struct store *store, const char *text, struct error *error)
{
	return sqlite3_exec(store->db, text, NULL, NULL, NULL) == SQLITE_OK ? OUTCOME_OK : sql_failed(store, error);
}

enum outcome sql_get(struct store *store, enum statement which, struct sql *sql, struct error *error)
{
	sqlite3_stmt **kept = &store->statements[which];
	if (*kept) {
		sqlite3_reset(*kept);
		sqlite3_clear_bindings(*kept);
	} else if (sqlite3_prepare_v3(store->db, texts[which], -1, SQLITE_PREPARE_PERSISTENT, kept, NULL) !=
		   SQLITE_OK) {
		return sql_failed(store, error);
	}
	*sql = (struct sql){.store = store, .statement = *kept};
	return OUTCOME_OK;
}

enum outcome sql_next(struct sql *sql, bool *row, struct error *error)
{
	int code = sqlite3_step(sql->statement);
	sql->next = 0;
	*row = code == SQLITE_ROW;
	if (*row)
		return OUTCOME_OK;
	enum outcome outcome = code == SQLITE_DONE ? OUTCOME_OK : sql_failed(sql->store, error);
	sqlite3_reset(sql->statement);
	return outcome;
}

enum outcome sql_run(struct sql *sql, struct error *error)
{
	bool row = true;
	while (row)
		TRY(sql_next(sql, &row, error));
	return OUTCOME_OK;
}

enum outcome sql_run_for(struct store *store, enum statement which, int64_t number, struct error *error)
{
	struct sql sql;
	TRY(sql_get(store, which, &sql, error));
	put_number(&sql, number);
	return sql_run(&sql, error);
}

void sql_end(struct sql *sql)
{
	sqlite3_reset(sql->statement);
}

/* Binding fails only when memory is out or the SQL has fewer parameters: the statement then fails or is a bug that
 * every test sees. */

void put_valid(struct sql *sql, struct str text)
{
	sqlite3_bind_text(sql->statement, ++sql->next, text.length ? text.at : "", (int)text.length, SQLITE_STATIC);
}

void put_text(struct sql *sql, struct str text)
{
	put_valid(sql, unicode_clean(sql->store->scratch, text));
}

void put_optional(struct sql *sql, struct str text)
{
	if (str_empty(text))
		put_null(sql);
	else
		put_text(sql, text);
}

void put_name(struct sql *sql, const char *name)
{
	sqlite3_bind_text(sql->statement, ++sql->next, name, -1, SQLITE_STATIC); /* NULL becomes NULL */
}

void put_number(struct sql *sql, int64_t number)
{
	sqlite3_bind_int64(sql->statement, ++sql->next, number);
}

void put_number_unless(struct sql *sql, int64_t number, bool absent)
{
	if (absent)
		put_null(sql);
	else
		put_number(sql, number);
}

void put_line(struct sql *sql, struct span span)
{
	put_number_unless(sql, span.line, span.line == 0);
}

void put_date(struct sql *sql, struct date date)
{
	char buffer[DATE_TEXT_SIZE];
	if (date.set)
		sqlite3_bind_text(sql->statement, ++sql->next, date_format(date, buffer), -1, SQLITE_TRANSIENT);
	else
		put_null(sql);
}

void put_real(struct sql *sql, double number)
{
	sqlite3_bind_double(sql->statement, ++sql->next, number);
}

void put_null(struct sql *sql)
{
	sqlite3_bind_null(sql->statement, ++sql->next);
}

void put_bytes(struct sql *sql, struct str bytes)
{
	sqlite3_bind_blob(sql->statement, ++sql->next, bytes.length ? bytes.at : "", (int)bytes.length, SQLITE_STATIC);
}

bool take_is_null(const struct sql *sql)
{
	return sqlite3_column_type(sql->statement, sql->next) == SQLITE_NULL;
}

struct str take_borrowed(struct sql *sql)
{
	const unsigned char *text = sqlite3_column_text(sql->statement, sql->next);
	int length = sqlite3_column_bytes(sql->statement, sql->next);
	sql->next++;
	return text ? (struct str){(const char *)text, (size_t)length} : (struct str){0};
}

struct str take_text(struct sql *sql, struct arena *arena)
{
	struct str text = take_borrowed(sql);
	return str_empty(text) ? text : arena_copy(arena, unicode_clean(arena, text));
}

int64_t take_number(struct sql *sql)
{
	return sqlite3_column_int64(sql->statement, sql->next++);
}

struct span take_line(struct sql *sql)
{
	int64_t line = take_number(sql);
	return (struct span){.line = line > 0 && line <= UINT32_MAX ? (uint32_t)line : 0};
}

struct date take_date(struct sql *sql)
{
	struct date date = {0};
	struct str text = take_borrowed(sql);
	date_parse_iso(text, &date);
	return date;
}

double take_real(struct sql *sql)
{
	return sqlite3_column_double(sql->statement, sql->next++);
}

struct str take_bytes(struct sql *sql)
{
	const char *bytes = sqlite3_column_blob(sql->statement, sql->next);
	int length = sqlite3_column_bytes(sql->statement, sql->next);
	sql->next++;
	return bytes ? (struct str){bytes, (size_t)length} : (struct str){0};
}
