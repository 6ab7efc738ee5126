/* SPDX-License-Identifier: MIT */
#include "segment.h"

#include "tokenizer.h"

#define HEADER_SIZE 4      /* where the first record begins (0: behind a word), where the footer begins */
#define MAIN_INDEX '0'     /* stands before every word; others are for prefix indexes */
#define BARE_PAGES_LEAST 4 /* so many pages without a word are worth a doclist index */
#define SKIPS_SIZE_LIMIT                                                                                               \
	4050 /* one page of it; longer ones would need a tree, and are left out: they only save time                   \
	      */

static void put_16(struct bytes *bytes, size_t at, size_t number)
{
	bytes->at[at] = (char)(number >> 8 & 0xFF);
	bytes->at[at + 1] = (char)(number & 0xFF);
}

static void start_page(struct segment *segment)
{
	static const char no_header[HEADER_SIZE];
	bytes_clear(&segment->bytes);
	bytes_clear(&segment->word_map);
	bytes_add(&segment->bytes, (struct str){no_header, HEADER_SIZE});
	segment->last_word_at = 0;
	segment->has_record = false;
}

void segment_begin(struct segment *segment, struct store *store, uint32_t id)
{
	segment->store = store;
	segment->id = id;
	segment->page = segment->key_page = 1;
	segment->bare_pages = 0;
	bytes_clear(&segment->key);
	bytes_clear(&segment->word);
	bytes_clear(&segment->skips);
	start_page(segment);
}

/* Row numbers of search_data: segment, is-doclist-index, height of the page in it, page. */
static int64_t page_row(uint32_t segment, bool skips, uint32_t page)
{
	return (int64_t)segment << 37 | (int64_t)skips << 36 | page;
}

static enum outcome write_row(struct segment *segment, int64_t row, struct str bytes, struct error *error)
{
	struct sql sql;
	TRY(sql_get(segment->store, STATEMENT_ADD_SEARCH_DATA, &sql, error));
	put_number(&sql, row);
	put_bytes(&sql, bytes);
	return sql_run(&sql, error);
}

static enum outcome write_page(struct segment *segment, struct error *error)
{
	put_16(&segment->bytes, 2, segment->bytes.length);
	if (segment->last_word_at == 0) {
		segment->bare_pages++;
		if (!segment->has_record && segment->skips.length > 0)
			bytes_add_varint(&segment->skips, 0);
	}
	bytes_add(&segment->bytes, bytes_str(&segment->word_map));
	TRY(write_row(segment, page_row(segment->id, false, segment->page), bytes_str(&segment->bytes), error));
	segment->page++;
	start_page(segment);
	return OUTCOME_OK;
}

/* The row of the page index for the pages from key_page to the last one, with the doclist index if there is one. */
static enum outcome write_key(struct segment *segment, struct error *error)
{
	struct sql sql;
	bool skips = segment->bare_pages >= BARE_PAGES_LEAST && segment->skips.length > 0 &&
		     segment->skips.length <= SKIPS_SIZE_LIMIT;
	if (skips)
		TRY(write_row(segment, page_row(segment->id, true, segment->key_page), bytes_str(&segment->skips),
			      error));
	bytes_clear(&segment->skips);
	segment->bare_pages = 0;
	TRY(sql_get(segment->store, STATEMENT_ADD_SEARCH_KEY, &sql, error));
	put_number(&sql, segment->id);
	put_bytes(&sql, bytes_str(&segment->key));
	put_number(&sql, (int64_t)segment->key_page << 1 | skips);
	return sql_run(&sql, error);
}

static size_t used(const struct segment *segment)
{
	return segment->bytes.length + segment->word_map.length;
}

static size_t common_prefix(struct str a, struct str b)
{
	size_t length = 0;
	while (length < a.length && length < b.length && a.at[length] == b.at[length])
		length++;
	return length;
}

/* The shortest beginning of `word` that lies above every word so far. */
static void set_key(struct segment *segment, struct str word)
{
	bytes_clear(&segment->key);
	bytes_add(&segment->key, str_slice(word, 0, 1 + common_prefix(bytes_str(&segment->word), word)));
	segment->key_page = segment->page;
}

/* The first word of a page stands there in full, those behind it without what they share with the one before. */
static enum outcome add_word(struct segment *segment, struct str word, struct error *error)
{
	size_t shared = 0;
	bytes_add_varint(&segment->word_map, segment->bytes.length - segment->last_word_at);
	if (segment->last_word_at > 0) {
		shared = common_prefix(bytes_str(&segment->word), word);
		segment->last_word_at = segment->bytes.length;
		bytes_add_varint(&segment->bytes, shared);
	} else {
		segment->last_word_at = segment->bytes.length;
		if (segment->page > 1) {
			TRY(write_key(segment, error));
			set_key(segment, word);
		}
	}
	bytes_add_varint(&segment->bytes, word.length - shared);
	bytes_add(&segment->bytes, str_from(word, shared));
	return OUTCOME_OK;
}

enum outcome segment_word(struct segment *segment, struct str word, struct error *error)
{
	char marked[1 + TOKEN_SIZE_LIMIT];
	marked[0] = MAIN_INDEX;
	memcpy(marked + 1, word.at, word.length);
	struct str whole = {marked, word.length + 1};
	if (used(segment) + whole.length + 2 >= SEGMENT_PAGE_SIZE && segment->bytes.length > HEADER_SIZE)
		TRY(write_page(segment, error));
	TRY(add_word(segment, whole, error));
	bytes_clear(&segment->word);
	bytes_add(&segment->word, whole);
	segment->has_record = true;
	segment->first_record = true;
	return OUTCOME_OK;
}

static void add_skip(struct segment *segment, int64_t record)
{
	if (segment->skips.length == 0) {
		bytes_add_varint(&segment->skips, 0); /* flags: the only page of this doclist index */
		bytes_add_varint(&segment->skips, segment->page);
		segment->last_skip = 0;
	}
	bytes_add_varint(&segment->skips, (uint64_t)(record - segment->last_skip));
	segment->last_skip = record;
}

/* The first record of a page is written as it is, the others as the distance from the one before. */
static void add_record(struct segment *segment, int64_t record)
{
	bool whole = segment->first_record || !segment->has_record;
	if (!segment->has_record) {
		put_16(&segment->bytes, 0, segment->bytes.length);
		add_skip(segment, record);
	}
	bytes_add_varint(&segment->bytes, (uint64_t)(whole ? record : record - segment->record));
	segment->record = record;
	segment->first_record = false;
	segment->has_record = true;
}

/* Lists of places go over pages, but no number in them does. */
static enum outcome add_places(struct segment *segment, struct str places, struct error *error)
{
	while (used(segment) + places.length >= SEGMENT_PAGE_SIZE) {
		uint64_t ignored;
		size_t fit = 0;
		while (used(segment) + fit < SEGMENT_PAGE_SIZE && fit < places.length)
			fit += read_varint(places.at + fit, &ignored);
		bytes_add(&segment->bytes, str_slice(places, 0, fit));
		places = str_from(places, fit);
		TRY(write_page(segment, error));
	}
	bytes_reserve(&segment->bytes, places.length);
	bytes_add_small(&segment->bytes, places);
	return OUTCOME_OK;
}

enum outcome segment_record(struct segment *segment, int64_t record, struct str places, struct error *error)
{
	if (used(segment) >= SEGMENT_PAGE_SIZE)
		TRY(write_page(segment, error));
	add_record(segment, record);
	bytes_add_varint(&segment->bytes, places.length * 2); /* the lowest bit would say that the record was deleted */
	return add_places(segment, places, error);
}

enum outcome segment_end(struct segment *segment, uint32_t *pages, struct error *error)
{
	if (segment->bytes.length > HEADER_SIZE)
		TRY(write_page(segment, error));
	*pages = segment->page - 1;
	return *pages > 0 ? write_key(segment, error) : OUTCOME_OK;
}

void segment_release(struct segment *segment)
{
	bytes_release(&segment->bytes);
	bytes_release(&segment->word_map);
	bytes_release(&segment->word);
	bytes_release(&segment->key);
	bytes_release(&segment->skips);
}
