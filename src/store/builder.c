/* SPDX-License-Identifier: MIT */
#include "builder.h"

#include "runs.h"
#include "segment.h"
#include "tokenizer.h"

#include <stdlib.h>

#define STRUCTURE_ROW 10 /* of search_data: which segments there are */
#define AVERAGES_ROW 1   /* how many records and words there are */
#define COOKIE_SIZE 4    /* begins the structure: changes with the index's settings */

/* SQLite merges segments level by level, from 0 on. Here these large ones are out of the way of the small ones that
 * later changes add: merging all of them at once would keep somebody waiting. */
#define LEVEL 2

_Static_assert(POSTINGS_COLUMNS == TEXT_COLUMNS, "the columns of the full-text index");

struct written {
	uint32_t id, pages;
};

struct builder {
	struct store *store;
	struct builder_limits limits;
	struct tokenizer tokenizer;
	struct postings postings;
	struct runs runs;
	struct segment segment;
	struct arena *arena;
	struct written_segments LIST_OF(struct written) written;
	size_t written_size;                              /* bytes of runs in all segments */
	uint64_t record_count, word_counts[TEXT_COLUMNS]; /* of the whole index */
};

/* SQLite guards the tables of a full-text index; the guard goes up again when the builder is freed. */
static void guard(struct store *store, bool on)
{
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, (int)on, NULL);
}

enum outcome builder_new(struct builder **builder, struct store *store, struct builder_limits limits,
			 struct error *error)
{
	struct builder *made = memory_take(sizeof *made);
	made->store = store;
	made->limits = limits;
	made->arena = arena_new();
	postings_init(&made->postings);
	enum outcome outcome = tokenizer_open(&made->tokenizer, store, error);
	guard(store, false);
	if (outcome == OUTCOME_OK)
		*builder = made;
	else
		builder_free(&made);
	return outcome;
}

void builder_free(struct builder **freed)
{
	struct builder *builder = *freed;
	if (!builder)
		return;
	guard(builder->store, true);
	tokenizer_close(&builder->tokenizer);
	postings_release(&builder->postings);
	runs_release(&builder->runs);
	segment_release(&builder->segment);
	arena_free(builder->arena);
	free(builder);
	*freed = NULL;
}

static enum outcome write_word(struct builder *builder, struct str word, struct error *error)
{
	struct posting_reader reader;
	struct posting posting;
	TRY(segment_word(&builder->segment, word, error));
	while (runs_next_part(&builder->runs, word, &reader))
		while (posting_next(&reader, &posting))
			TRY(segment_record(&builder->segment, posting.record, posting.places, error));
	return OUTCOME_OK;
}

static enum outcome write_segment(struct builder *builder, struct error *error)
{
	struct str word;
	struct written *written = LIST_ADD(builder->arena, &builder->written);
	written->id = (uint32_t)builder->written.count;
	segment_begin(&builder->segment, builder->store, written->id);
	runs_merge(&builder->runs);
	while (runs_next_word(&builder->runs, &word))
		TRY(write_word(builder, word, error));
	builder->written_size += builder->runs.size;
	runs_clear(&builder->runs);
	return segment_end(&builder->segment, &written->pages, error);
}

static void take_token(void *context, struct str token)
{
	postings_add(context, token);
}

static enum outcome write_sizes(struct builder *builder, int64_t record, const uint32_t counts[TEXT_COLUMNS],
				struct error *error)
{
	SCOPED(bytes_release) struct bytes sizes = {0};
	struct sql sql;
	for (int column = 0; column < TEXT_COLUMNS; column++)
		bytes_add_varint(&sizes, counts[column]);
	TRY(sql_get(builder->store, STATEMENT_ADD_SEARCH_SIZE, &sql, error));
	put_number(&sql, record);
	put_bytes(&sql, bytes_str(&sizes));
	return sql_run(&sql, error);
}

/* The first segments are small, so that what is left to write at the end is never much: others wait for that. */
static size_t segment_size(const struct builder *builder)
{
	size_t least = builder->limits.memory / 8, wanted = builder->written_size / 2;
	if (wanted < least)
		return least;
	return wanted < builder->limits.memory ? wanted : builder->limits.memory;
}

enum outcome builder_add(struct builder *builder, int64_t record, const struct str columns[TEXT_COLUMNS],
			 struct error *error)
{
	uint32_t counts[TEXT_COLUMNS];
	postings_begin_record(&builder->postings, record);
	for (int column = 0; column < TEXT_COLUMNS; column++) {
		postings_begin_column(&builder->postings);
		tokenizer_run(&builder->tokenizer, columns[column], take_token, &builder->postings);
		counts[column] = postings_end_column(&builder->postings);
		builder->word_counts[column] += counts[column];
	}
	postings_end_record(&builder->postings);
	builder->record_count++;
	TRY(write_sizes(builder, record, counts, error));
	if (postings_size(&builder->postings) >= builder->limits.batch)
		runs_add(&builder->runs, &builder->postings);
	return builder->runs.size < segment_size(builder) ? OUTCOME_OK : write_segment(builder, error);
}

static enum outcome set_row(struct builder *builder, int64_t row, const struct bytes *bytes, struct error *error)
{
	struct sql sql;
	TRY(sql_get(builder->store, STATEMENT_SET_SEARCH_DATA, &sql, error));
	put_number(&sql, row);
	put_bytes(&sql, bytes_str(bytes));
	return sql_run(&sql, error);
}

static enum outcome write_averages(struct builder *builder, struct error *error)
{
	SCOPED(bytes_release) struct bytes averages = {0};
	bytes_add_varint(&averages, builder->record_count);
	for (int column = 0; column < TEXT_COLUMNS; column++)
		bytes_add_varint(&averages, builder->word_counts[column]);
	return set_row(builder, AVERAGES_ROW, &averages, error);
}

static enum outcome add_cookie(struct builder *builder, struct bytes *structure, struct error *error)
{
	struct sql sql;
	bool row;
	TRY(sql_get(builder->store, STATEMENT_SEARCH_STRUCTURE, &sql, error));
	TRY(sql_next(&sql, &row, error));
	struct str old = row ? take_borrowed(&sql) : (struct str){0};
	bytes_add(structure, str_slice(old, 0, COOKIE_SIZE));
	sql_end(&sql);
	return OUTCOME_OK;
}

static enum outcome write_structure(struct builder *builder, struct error *error)
{
	SCOPED(bytes_release) struct bytes structure = {0};
	uint64_t pages = 0;
	LIST_EACH (struct written, written, &builder->written)
		pages += written->pages;
	TRY(add_cookie(builder, &structure, error));
	bytes_add_varint(&structure, LEVEL + 1);
	bytes_add_varint(&structure, builder->written.count);
	bytes_add_varint(&structure, pages);
	for (int level = 0; level <= LEVEL; level++) {
		bytes_add_varint(&structure, 0); /* segments that are being merged */
		bytes_add_varint(&structure, level == LEVEL ? builder->written.count : 0);
	}
	LIST_EACH (struct written, written, &builder->written) {
		bytes_add_varint(&structure, written->id);
		bytes_add_varint(&structure, 1); /* first page */
		bytes_add_varint(&structure, written->pages);
	}
	return set_row(builder, STRUCTURE_ROW, &structure, error);
}

enum outcome builder_finish(struct builder *builder, struct error *error)
{
	if (postings_size(&builder->postings) > 0)
		runs_add(&builder->runs, &builder->postings);
	if (builder->runs.count > 0)
		TRY(write_segment(builder, error));
	if (builder->record_count == 0)
		return OUTCOME_OK;
	TRY(write_averages(builder, error));
	return write_structure(builder, error);
}
