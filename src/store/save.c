/* SPDX-License-Identifier: MIT */
/* One file into the index. */
#include "derive.h"
#include "files.h"
#include "forget.h"
#include "save_lists.h"
#include "sql.h"

#include "adr/base/unicode.h"

struct saved_file {
	int64_t project;
	struct str path;
	struct file_stamp stamp;
	struct digest digest;
	enum record_kind kind;
	int64_t record; /* 0: none */
	struct date_reading dates;
};

static enum outcome save_file(struct store *store, const struct saved_file *file, bool known, struct error *error)
{
	struct sql sql;
	TRY(sql_get(store, known ? STATEMENT_CHANGE_FILE : STATEMENT_ADD_FILE, &sql, error));
	put_number(&sql, file->project);
	put_text(&sql, file->path);
	put_number(&sql, file->stamp.size);
	put_number(&sql, file->stamp.modified_ns);
	put_number(&sql, (int64_t)file->stamp.inode);
	put_number(&sql, (int64_t)file->digest.high);
	put_number(&sql, (int64_t)file->digest.low);
	put_name(&sql, record_kind_name(file->kind));
	put_number_unless(&sql, file->record, file->record == 0);
	put_name(&sql, file->dates.vote == DATE_ORDER_AUTO ? NULL : date_order_name(file->dates.vote));
	put_name(&sql, file->dates.asked ? date_order_name(file->dates.order) : NULL);
	return sql_run(&sql, error);
}

/* A new record's number lies above all others: full-text search is fastest when numbers ascend. */
static enum outcome next_record(struct store *store, int64_t *record, struct error *error)
{
	struct sql sql;
	bool row;
	TRY(sql_get(store, STATEMENT_LAST_RECORD, &sql, error));
	TRY(sql_next(&sql, &row, error));
	*record = take_number(&sql) + 1;
	sql_end(&sql);
	return OUTCOME_OK;
}

/* Where the record goes: its old place, now empty, or a new one. *moved when its number is not what it was. */
static enum outcome make_place(struct store *store, int64_t old, const struct record *record, int64_t *place,
			       bool *moved, struct error *error)
{
	struct sql sql;
	bool row;
	*place = old;
	*moved = true;
	if (old == 0)
		return next_record(store, place, error);
	TRY(sql_get(store, STATEMENT_IDENTITY, &sql, error));
	put_number(&sql, old);
	TRY(sql_next(&sql, &row, error));
	if (row)
		*moved = take_is_null(&sql) ? record->number >= 0 : take_number(&sql) != record->number;
	sql_end(&sql);
	return forget_record(store, old, error);
}

static enum outcome save_row(struct store *store, int64_t project, int64_t place, const struct record *record,
			     struct error *error)
{
	struct sql sql;
	TRY(sql_get(store, STATEMENT_SAVE_RECORD, &sql, error));
	put_number(&sql, place);
	put_number(&sql, project);
	put_text(&sql, record->path);
	put_text(&sql, derive_first_id(store, record));
	put_number_unless(&sql, record->number, record->number < 0);
	put_text(&sql, record->title);
	put_text(&sql, unicode_fold(store->scratch, record->title));
	put_line(&sql, record->title_at);
	put_number(&sql, record->title_stated);
	put_optional(&sql, record->language);
	put_number(&sql, (int64_t)record->dialect);
	put_name(&sql, status_name(record->status));
	put_optional(&sql, record->status_text);
	put_line(&sql, record->status_at);
	put_number(&sql, record_in_force(record));
	put_date(&sql, record->date);
	put_line(&sql, record->date_at);
	put_date(&sql, record->review);
	put_line(&sql, record->review_at);
	put_line(&sql, record->decision_at);
	return sql_run(&sql, error);
}

static enum outcome save_decision(struct store *store, int64_t place, const struct record *record, struct error *error)
{
	struct sql sql;
	if (str_empty(record->decision))
		return OUTCOME_OK;
	TRY(sql_get(store, STATEMENT_SAVE_DECISION, &sql, error));
	put_number(&sql, place);
	put_optional(&sql, record->decision);
	return sql_run(&sql, error);
}

static enum outcome save_record(struct store *store, int64_t project, int64_t old, const struct record *record,
				struct str text, int64_t *place, struct error *error)
{
	bool moved;
	TRY(make_place(store, old, record, place, &moved, error));
	TRY(save_row(store, project, *place, record, error));
	TRY(save_decision(store, *place, record, error));
	TRY(save_lists(store, project, *place, record, error));
	TRY(save_text(store, *place, record, text, error));
	return moved ? derive_note_change(store, project, error) : OUTCOME_OK;
}

enum outcome store_save(struct store *store, int64_t project, const struct record *record, struct file_stamp stamp,
			struct digest digest, struct str text, struct error *error)
{
	struct saved_file file = {.project = project,
				  .path = record->path,
				  .stamp = stamp,
				  .digest = digest,
				  .kind = record->kind,
				  .dates = record->date_reading};
	struct known_file old;
	arena_reset(store->scratch);
	TRY(find_file(store, project, record->path, &old, error));
	if (record->kind == KIND_RECORD) {
		TRY(save_record(store, project, old.record, record, text, &file.record, error));
	} else if (old.record != 0) { /* was a record, and is none any more */
		TRY(derive_note_change(store, project, error));
		TRY(forget_record(store, old.record, error));
	}
	return save_file(store, &file, old.known, error);
}
