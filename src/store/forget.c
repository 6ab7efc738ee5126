/* SPDX-License-Identifier: MIT */
#include "forget.h"

#include "derive.h"
#include "files.h"

/* Both statements are in use at once: the texts need not be copied. */
static enum outcome forget_words(struct store *store, int64_t record, struct error *error)
{
	struct sql text, words;
	bool row;
	TRY(sql_get(store, STATEMENT_TEXT, &text, error));
	TRY(sql_get(store, STATEMENT_FORGET_WORDS, &words, error));
	put_number(&text, record);
	TRY(sql_next(&text, &row, error));
	if (!row)
		return OUTCOME_OK;
	put_number(&words, record);
	for (int column = 0; column < TEXT_COLUMNS; column++)
		put_text(&words, take_borrowed(&text));
	TRY(sql_run(&words, error));
	sql_end(&text);
	return OUTCOME_OK;
}

enum outcome forget_record(struct store *store, int64_t record, struct error *error)
{
	static const enum statement parts[] = {
		STATEMENT_FORGET_TEXT,   STATEMENT_FORGET_DECISION, STATEMENT_FORGET_DATES,
		STATEMENT_FORGET_PEOPLE, STATEMENT_FORGET_LINKS,    STATEMENT_FORGET_OPTIONS,
		STATEMENT_FORGET_CLAIMS, STATEMENT_FORGET_TAGS,     STATEMENT_FORGET_RECORD,
	};
	TRY(forget_words(store, record, error));
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
	if (file.record != 0) {
		derive_note_change(store, project);
		TRY(forget_record(store, file.record, error));
	}
	TRY(sql_get(store, STATEMENT_FORGET_FILE, &sql, error));
	put_number(&sql, project);
	put_text(&sql, path);
	return sql_run(&sql, error);
}
