/* SPDX-License-Identifier: MIT */
#include "ages.h"
#include "derive.h"
#include "sql.h"
#include "words.h"

/* IMMEDIATE: a transaction that starts reading and then wants to write would fail whenever another did the same. */
enum outcome store_begin(struct store *store, struct error *error)
{
	struct sql sql;
	TRY(sql_get(store, STATEMENT_BEGIN, &sql, error));
	TRY(sql_run(&sql, error));
	store->in_transaction = true;
	store->changing = 0;
	store->links_across_changed = false;
	store->aging = 0;
	return words_begin(store, error);
}

enum outcome store_commit(struct store *store, struct error *error)
{
	struct sql sql;
	bool built = store->builder;
	TRY(words_finish(store, error));
	TRY(ages_settle(store, error));
	TRY(derive_rest(store, error));
	TRY(sql_get(store, STATEMENT_COMMIT, &sql, error));
	TRY(sql_run(&sql, error));
	store->in_transaction = false;
	/* SQLite may have read the full-text index while it was empty, and would not notice that it is no longer */
	return built ? store_connect(store, error) : OUTCOME_OK;
}

void store_rollback(struct store *store)
{
	if (!store->in_transaction)
		return;
	store->in_transaction = false;
	words_rollback(store);
	if (!sqlite3_get_autocommit(store->db)) /* a full disk may have ended the transaction already */
		sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
}

enum outcome read_begin(struct store *store, struct error *error)
{
	struct sql sql;
	if (store->in_transaction)
		return OUTCOME_OK;
	TRY(sql_get(store, STATEMENT_BEGIN_READING, &sql, error));
	return sql_run(&sql, error);
}

void read_end(struct store *store)
{
	if (!store->in_transaction && !sqlite3_get_autocommit(store->db))
		sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
}
