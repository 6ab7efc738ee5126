/* SPDX-License-Identifier: MIT */
/* One file into the index. */
#include "ages.h"
#include "derive.h"
#include "files.h"
#include "forget.h"
#include "save_lists.h"
#include "sql.h"

#include "adr/base/scope.h"
#include "adr/base/text.h"
#include "adr/base/unicode.h"

struct saved_file {
	int64_t project;
	const struct record *record; /* of the file as a whole */
	struct file_stamp stamp;
	struct digest digest;
	struct known_file place; /* of its records; `record` is 0 for none */
};

static enum outcome save_file(struct store *store, const struct saved_file *file, bool known, struct error *error)
{
	const struct date_reading *dates = &file->record->date_reading;
	struct sql sql;
	TRY(sql_get(store, known ? STATEMENT_CHANGE_FILE : STATEMENT_ADD_FILE, &sql, error));
	put_number(&sql, file->project);
	put_text(&sql, file->record->path);
	put_number(&sql, file->stamp.size);
	put_number(&sql, file->stamp.modified_ns);
	put_number(&sql, (int64_t)file->stamp.inode);
	put_number(&sql, (int64_t)file->digest.high);
	put_number(&sql, (int64_t)file->digest.low);
	put_name(&sql, record_kind_name(file->record->kind));
	put_number_unless(&sql, file->place.record, file->place.count == 0);
	put_number(&sql, file->place.count);
	put_name(&sql, dates->vote == DATE_ORDER_AUTO ? NULL : date_order_name(dates->vote));
	put_name(&sql, dates->asked ? date_order_name(dates->order) : NULL);
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

/* The number of the only record of a file has become another one. */
static enum outcome has_moved(struct store *store, int64_t old, const struct record *record, bool *moved,
			      struct error *error)
{
	struct sql sql;
	bool row;
	*moved = true;
	TRY(sql_get(store, STATEMENT_IDENTITY, &sql, error));
	put_number(&sql, old);
	TRY(sql_next(&sql, &row, error));
	if (row)
		*moved = take_is_null(&sql) ? record->number >= 0 : take_number(&sql) != record->number;
	sql_end(&sql);
	return OUTCOME_OK;
}

/* Where the file's records go: their old place, now empty, or a new one when there are more of them. *moved when ids
 * may not be what they were. */
static enum outcome make_place(struct store *store, const struct known_file *old, const struct record *records,
			       struct known_file *place, bool *moved, struct error *error)
{
	*moved = place->count > 0 || old->count > 0;
	if (old->count == 1 && place->count == 1 && !record_is_part(records))
		TRY(has_moved(store, old->record, records, moved, error));
	for (int64_t i = 0; i < old->count; i++)
		TRY(forget_record(store, old->record + i, error));
	place->record = old->record;
	return place->count > old->count ? next_record(store, &place->record, error) : OUTCOME_OK;
}

static struct str period_text(struct store *store, struct period period)
{
	char text[PERIOD_TEXT_SIZE];
	return period.count > 0 ? arena_copy(store->scratch, str_of(period_format(period, text))) : (struct str){0};
}

static int64_t packed_bases(const struct record_bases *basis)
{
	return basis->title | basis->number << 4 | basis->status << 8 | basis->date << 12 | basis->review << 16;
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
	put_date(&sql, record->reviewed);
	put_optional(&sql, period_text(store, record->review_every));
	put_date(&sql, record->due);
	put_name(&sql, record->due.set ? review_basis_name(record->due_basis) : NULL);
	put_line(&sql, record->decision_at);
	put_optional(&sql, record->anchor);
	put_number_unless(&sql, record->extent.first_line, !record_is_part(record));
	put_number_unless(&sql, record->extent.last_line, !record_is_part(record));
	put_number(&sql, packed_bases(&record->basis));
	return sql_run(&sql, error);
}

/* The names of those who should look, each behind a mark. */
static struct str lookers_text(struct store *store, const struct record *record)
{
	SCOPED(text_release) struct text names = {0};
	LIST_EACH (const struct str, name, &record->lookers) {
		text_add_byte(&names, LIST_MARK);
		text_add(&names, *name);
	}
	return arena_copy(store->scratch, text_str(&names));
}

/* What a report on reviews shows, apart from the rest. */
static enum outcome save_review(struct store *store, int64_t project, int64_t place, const struct record *record,
				struct error *error)
{
	struct sql sql;
	if (!record->due.set)
		return OUTCOME_OK;
	TRY(sql_get(store, STATEMENT_SAVE_REVIEW, &sql, error));
	put_number(&sql, place);
	put_number(&sql, project);
	put_date(&sql, record->due);
	put_number(&sql, record->due_line);
	put_name(&sql, review_basis_name(record->due_basis));
	put_text(&sql, derive_first_id(store, record));
	put_text(&sql, record->path);
	put_text(&sql, record->title);
	put_name(&sql, status_name(record->status));
	put_date(&sql, record->date);
	put_date(&sql, record->reviewed);
	put_optional(&sql, lookers_text(store, record));
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

static enum outcome save_record(struct store *store, int64_t project, int64_t place, const struct record *record,
				struct str text, struct error *error)
{
	TRY(save_row(store, project, place, record, error));
	TRY(save_review(store, project, place, record, error));
	TRY(save_decision(store, place, record, error));
	TRY(save_lists(store, project, place, record, error));
	return save_text(store, place, record, record_own_text(record, text), error);
}

/* The records that a file holds; *count is 0 for none. */
static const struct record *records_in(const struct file_contents *contents, size_t *count)
{
	bool log = contents->record->kind == KIND_LOG && contents->decisions;
	*count = log ? contents->decisions->count : contents->record->kind == KIND_RECORD;
	return log ? contents->decisions->item : contents->record;
}

enum outcome store_save(struct store *store, int64_t project, const struct file_contents *contents,
			struct file_stamp stamp, struct digest digest, struct error *error)
{
	size_t count;
	const struct record *records = records_in(contents, &count);
	struct saved_file file = {project, contents->record, stamp, digest, {.count = (int64_t)count}};
	struct known_file old;
	bool moved;
	arena_reset(store->scratch);
	TRY(find_file(store, project, contents->record->path, &old, error));
	if (count > 0 || old.count > 0)
		TRY(ages_note_change(store, project, error));
	TRY(make_place(store, &old, records, &file.place, &moved, error));
	for (size_t i = 0; i < count; i++)
		TRY(save_record(store, project, file.place.record + (int64_t)i, &records[i], contents->text, error));
	if (moved)
		TRY(derive_note_change(store, project, error));
	return save_file(store, &file, old.known, error);
}
