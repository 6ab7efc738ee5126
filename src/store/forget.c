/* SPDX-License-Identifier: MIT */
#include "forget.h"

#include "derive.h"
#include "files.h"

enum outcome forget_contents(struct store *store, int64_t record, struct error *error)
{
	static const enum statement parts[] = {
		STATEMENT_FORGET_WORDS,   STATEMENT_FORGET_TEXT,   STATEMENT_FORGET_DECISION,
		STATEMENT_FORGET_DATES,   STATEMENT_FORGET_PEOPLE, STATEMENT_FORGET_LINKS,
		STATEMENT_FORGET_OPTIONS, STATEMENT_FORGET_CLAIMS, STATEMENT_FORGET_TAGS,
	};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		TRY(sql_run_for(store, parts[i], record, error));
	return OUTCOME_OK;
}

enum outcome forget_record(struct store *store, int64_t record, struct error *error)
{
	TRY(forget_contents(store, record, error));
	return sql_run_for(store, STATEMENT_FORGET_RECORD, record, error);
}

enum outcome store_forget(struct store *store, int64_t project, struct str path, struct error *error)
{
	struct sql sql;
	int64_t record;
	arena_reset(store->scratch);
	TRY(find_record(store, project, path, &record, error));
	if (record != 0) {
		derive_note_change(store, project);
		TRY(forget_record(store, record, error));
	}
	TRY(sql_get(store, STATEMENT_FORGET_FILE, &sql, error));
	put_number(&sql, project);
	put_text(&sql, path);
	return sql_run(&sql, error);
}
