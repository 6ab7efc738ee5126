/* SPDX-License-Identifier: MIT */
/* Writes one segment of a full-text index, page by page, in the format that SQLite documents for FTS5
 * (https://www.sqlite.org/fts5.html, "FTS5 Data Structures"): words in the order of their bytes, and with each the
 * records that hold it, ascending, with the places where it stands. A segment is written once and never changed. */
#ifndef ADR_STORE_SEGMENT_H
#define ADR_STORE_SEGMENT_H

#include "sql.h"

#include "bytes.h"

#define SEGMENT_PAGE_SIZE 4050 /* FTS5's own; a page with one long word is larger */

struct segment {
	struct store *store;
	uint32_t id;   /* from 1 */
	uint32_t page; /* number of the page being filled, from 1 */

	struct bytes bytes;    /* of the page, from its four bytes of header on */
	struct bytes word_map; /* the page's footer: where its words begin */
	size_t last_word_at;   /* in `bytes`; 0: the page has no word yet */
	bool has_record;       /* a record's number, or a word, begins on this page */
	struct bytes word;     /* the last one */
	int64_t record;        /* the last one of this word */
	bool first_record;     /* the next record is the word's first */

	struct bytes key;    /* tells the words from key_page on from those before */
	uint32_t key_page;   /* the last page that a word begins on */
	uint32_t bare_pages; /* pages behind it: the last word's records go on there */
	struct bytes skips;  /* first record of each of those: the doclist index of the last word */
	int64_t last_skip;
};

/* Starts segment `id`. Rows go to search_data and search_idx. */
void segment_begin(struct segment *segment, struct store *store, uint32_t id);

/* Words ascend by their bytes, records within a word ascend; `places` is a list of positions as FTS5 writes it. */
NODISCARD enum outcome segment_word(struct segment *segment, struct str word, struct error *error);
NODISCARD enum outcome segment_record(struct segment *segment, int64_t record, struct str places, struct error *error);

/* Writes what is left; *pages is how many there are. */
NODISCARD enum outcome segment_end(struct segment *segment, uint32_t *pages, struct error *error);
void segment_release(struct segment *segment);

#endif
