/* SPDX-License-Identifier: MIT */
#include "words.h"

#include "builder.h"
#include "writeback.h"

/*  A batch that fits into a processor's last cache, and a good part of what the program may take. */
static const struct builder_limits limits = {.batch = (size_t)6 << 20, .memory = (size_t)48 << 20};

enum outcome words_begin(struct store *store, struct error *error)
{
	struct sql sql;
	bool row;
	if (store->words_in_use)
		return OUTCOME_OK;
	TRY(sql_get(store, STATEMENT_SEARCH_IS_EMPTY, &sql, error));
	TRY(sql_next(&sql, &row, error));
	bool empty = row && take_number(&sql) != 0;
	sql_end(&sql);
	return empty ? builder_new(&store->builder, store, limits, error) : OUTCOME_OK;
}

enum outcome words_finish(struct store *store, struct error *error)
{
	if (!store->builder)
		return OUTCOME_OK;
	enum outcome outcome = builder_finish(store->builder, error);
	builder_free(&store->builder);
	return outcome;
}

void words_rollback(struct store *store)
{
	builder_free(&store->builder);
}

static enum outcome run_on_columns(struct store *store, enum statement which, int64_t record,
				   const struct str columns[TEXT_COLUMNS], struct error *error)
{
	struct sql sql;
	TRY(sql_get(store, which, &sql, error));
	put_number(&sql, record);
	for (int column = 0; column < TEXT_COLUMNS; column++)
		put_valid(&sql, columns[column]);
	return sql_run(&sql, error);
}

enum outcome words_add(struct store *store, int64_t record, const struct str columns[TEXT_COLUMNS], struct error *error)
{
	TRY(run_on_columns(store, STATEMENT_SAVE_TEXT, record, columns, error));
	if (store->builder) {
		writeback_record(store);
		return builder_add(store->builder, record, columns, error);
	}
	store->words_in_use = true;
	return run_on_columns(store, STATEMENT_SAVE_WORDS, record, columns, error);
}

/* Both statements are in use at once: the texts need not be copied. */
enum outcome words_forget(struct store *store, int64_t record, struct error *error)
{
	struct str columns[TEXT_COLUMNS];
	struct sql text;
	bool row;
	TRY(words_finish(store, error)); /* what SQLite is to forget it must know */
	store->words_in_use = true;
	TRY(sql_get(store, STATEMENT_TEXT, &text, error));
	put_number(&text, record);
	TRY(sql_next(&text, &row, error));
	if (!row)
		return OUTCOME_OK;
	for (int column = 0; column < TEXT_COLUMNS; column++)
		columns[column] = take_borrowed(&text);
	TRY(run_on_columns(store, STATEMENT_FORGET_WORDS, record, columns, error));
	sql_end(&text);
	return sql_run_for(store, STATEMENT_FORGET_TEXT, record, error);
}
