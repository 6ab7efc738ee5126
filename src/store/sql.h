/* SPDX-License-Identifier: MIT */
/* The store's inside: the open index, and its statements. A statement is prepared when it is first asked for, kept, and
 * handed out reset. Values go in, and columns come out, in the order of the SQL text:
 *
 *     struct sql sql;
 *     TRY(sql_get(store, STATEMENT_SET_ID, &sql, error));
 *     put_number(&sql, record);
 *     put_text(&sql, id);
 *     TRY(sql_run(&sql, error));
 *
 *     TRY(sql_get(store, STATEMENT_PROJECT_NAME, &sql, error));
 *     put_number(&sql, project);
 *     TRY(sql_next(&sql, &row, error));
 *     if (row)
 *             name = take_text(&sql, arena);
 *     sql_end(&sql);
 */
#ifndef ADR_STORE_SQL_H
#define ADR_STORE_SQL_H

#include "adr/store/store.h"

#include <sqlite3.h>

enum statement {
#define STATEMENT(name, text) STATEMENT_##name,
#include "statements.def"
#undef STATEMENT
	STATEMENT_COUNT,
};

#define LIST_MARK '\x1F' /* between the parts of lists that are one text; WORD_MARK_SQL */

#define TEXT_COLUMNS 4 /* of record_text and search: title, people, tags, body */

struct store {
	sqlite3 *db;
	const char *path; /* as messages name it; in `memory` */
	enum store_mode mode;
	bool is_new;     /* the schema was made by this store_open() */
	bool is_damaged; /* something failed because the file is damaged */
	bool in_transaction;
	struct arena *memory;  /* lives as long as the store */
	struct arena *scratch; /* for one call of a store_*() that writes */

	/* What the transaction changed that ids and links depend on: see derive.h. */
	int64_t changing;          /* the project that records changed in last; 0: none */
	bool links_across_changed; /* links from project to project may lead elsewhere */
	int64_t aging;             /* the project whose ages have to be written anew; 0: none. See ages.h */

	/* Full-text search: see words.h. */
	struct builder *builder; /* NULL: words go in one record at a time */
	size_t records_written;  /* see writeback.h */
	bool words_in_use;       /* SQLite may have parts of the full-text index in its own memory */

	sqlite3_stmt *statements[STATEMENT_COUNT];
};

/* One run of a statement; valid until the same statement is asked for again. */
struct sql {
	struct store *store;
	sqlite3_stmt *statement;
	int next; /* the parameter put last, or the column to take next */
};

#define TRY(call)                                                                                                      \
	do {                                                                                                           \
		enum outcome outcome_ = (call);                                                                        \
		if (outcome_ != OUTCOME_OK)                                                                            \
			return outcome_;                                                                               \
	} while (0)

/* Opens the file, again if it was open: a new connection knows nothing but what lies in the file. open.c. */
NODISCARD enum outcome store_connect(struct store *store, struct error *error);

/* Sets the message for what SQLite just refused, naming the file, and notes when the file is damaged. */
enum outcome sql_failed(struct store *store, struct error *error);

/* Runs SQL text that gives no rows. */
NODISCARD enum outcome sql_execute(struct store *store, const char *text, struct error *error);

NODISCARD enum outcome sql_get(struct store *store, enum statement which, struct sql *sql, struct error *error);
/* Runs a statement that gives no rows. */
NODISCARD enum outcome sql_run(struct sql *sql, struct error *error);
/* Steps to the next row; *row is false behind the last one, and after a failure. */
NODISCARD enum outcome sql_next(struct sql *sql, bool *row, struct error *error);
/* Ends a statement whose rows were not read to the end. */
void sql_end(struct sql *sql);

/* Between these all statements see the index in one state, and only the first looks for what others wrote. transaction.c.
 */
NODISCARD enum outcome read_begin(struct store *store, struct error *error);
void read_end(struct store *store);

/* Runs a statement whose only parameter is a number and that gives no rows. */
NODISCARD enum outcome sql_run_for(struct store *store, enum statement which, int64_t number, struct error *error);

/* Texts are borrowed until the statement has run, and become valid UTF-8. put_optional() puts NULL for the empty text.
 */
void put_text(struct sql *sql, struct str text);
void put_optional(struct sql *sql, struct str text);
void put_valid(struct sql *sql, struct str text); /* is valid UTF-8 already */
void put_name(struct sql *sql, const char *name); /* of an enum's value; NULL for none */
void put_number(struct sql *sql, int64_t number);
void put_number_unless(struct sql *sql, int64_t number, bool absent);
void put_line(struct sql *sql, struct span span); /* NULL for an absent span */
void put_date(struct sql *sql, struct date date);
void put_real(struct sql *sql, double number);
void put_null(struct sql *sql);
void put_bytes(struct sql *sql, struct str bytes); /* a blob, as it is; the empty one is no NULL */

bool take_is_null(const struct sql *sql); /* looks at the next column without taking it */
struct str take_text(struct sql *sql, struct arena *arena);
struct str take_borrowed(struct sql *sql); /* valid until the next step */
int64_t take_number(struct sql *sql);      /* 0 for NULL */
struct span take_line(struct sql *sql);
struct date take_date(struct sql *sql);
double take_real(struct sql *sql);
struct str take_bytes(struct sql *sql); /* a blob; valid until the next step */

#endif
