/* SPDX-License-Identifier: MIT */
#include "forget.h"

#include "ages.h"
#include "derive.h"
#include "files.h"
#include "words.h"

enum outcome forget_record(struct store *store, int64_t record, struct error *error)
{
	static const enum statement parts[] = {
		STATEMENT_FORGET_DECISION, STATEMENT_FORGET_DATES,  STATEMENT_FORGET_PEOPLE, STATEMENT_FORGET_LINKS,
		STATEMENT_FORGET_OPTIONS,  STATEMENT_FORGET_CLAIMS, STATEMENT_FORGET_TAGS,   STATEMENT_FORGET_TRIGGERS,
		STATEMENT_FORGET_REVIEW,   STATEMENT_FORGET_RECORD,
	};
	TRY(words_forget(store, record, error));
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		TRY(sql_run_for(store, parts[i], record, error));
	return OUTCOME_OK;
}

enum outcome store_forget(struct store *store, int64_t project, struct str path, struct error *error)
{
	struct sql sql;
	struct known_file file;
	arena_reset(store->scratch);
	TRY(find_file(store, project, path, &file, error));
	if (file.count > 0) {
		TRY(ages_note_change(store, project, error));
		TRY(derive_note_change(store, project, error));
	}
	for (int64_t i = 0; i < file.count; i++)
		TRY(forget_record(store, file.record + i, error));
	TRY(sql_get(store, STATEMENT_FORGET_FILE, &sql, error));
	put_number(&sql, project);
	put_text(&sql, path);
	return sql_run(&sql, error);
}
