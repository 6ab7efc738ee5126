/* SPDX-License-Identifier: MIT */
#include "files.h"

enum outcome find_file(struct store *store, int64_t project, struct str path, struct known_file *file,
		       struct error *error)
{
	struct sql sql;
	TRY(sql_get(store, STATEMENT_FIND_FILE, &sql, error));
	put_number(&sql, project);
	put_text(&sql, path);
	TRY(sql_next(&sql, &file->known, error));
	file->record = file->known ? take_number(&sql) : 0;
	file->count = file->known ? take_number(&sql) : 0;
	sql_end(&sql);
	return OUTCOME_OK;
}

static void take_file(struct sql *sql, struct arena *arena, struct stored_file *file)
{
	file->path = take_text(sql, arena);
	file->stamp.size = take_number(sql);
	file->stamp.modified_ns = take_number(sql);
	file->stamp.inode = (uint64_t)take_number(sql);
	file->digest.high = (uint64_t)take_number(sql);
	file->digest.low = (uint64_t)take_number(sql);
	file->records = (size_t)take_number(sql);
	struct str vote = take_borrowed(sql);
	date_order_from_name(vote, &file->dates.vote);
	struct str order = take_borrowed(sql);
	file->dates.asked = date_order_from_name(order, &file->dates.order);
}

enum outcome store_files(struct store *store, struct arena *arena, int64_t project, struct stored_files *files,
			 struct error *error)
{
	struct sql sql;
	bool row;
	TRY(sql_get(store, STATEMENT_FILES, &sql, error));
	put_number(&sql, project);
	for (;;) {
		TRY(sql_next(&sql, &row, error));
		if (!row)
			return OUTCOME_OK;
		take_file(&sql, arena, LIST_ADD(arena, files));
	}
}

enum outcome store_touch(struct store *store, int64_t project, struct str path, struct file_stamp stamp,
			 struct error *error)
{
	struct sql sql;
	arena_reset(store->scratch);
	TRY(sql_get(store, STATEMENT_TOUCH_FILE, &sql, error));
	put_number(&sql, project);
	put_text(&sql, path);
	put_number(&sql, stamp.size);
	put_number(&sql, stamp.modified_ns);
	put_number(&sql, (int64_t)stamp.inode);
	return sql_run(&sql, error);
}
