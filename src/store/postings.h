/* SPDX-License-Identifier: MIT */
/* Which record holds which word, and where: collected record by record, given back word by word.
 *
 * While a record is read, each word's places in it form a chain. At the record's end every chain becomes a posting: the
 * record, counted from the first of all, the size of the places, and the places, as full-text search keeps them. In the
 * end postings are put in the order of words by counting, which touches each of them once. */
#ifndef ADR_STORE_POSTINGS_H
#define ADR_STORE_POSTINGS_H

#include "lexicon.h"

#define POSTINGS_COLUMNS 4

#define WORDS_WAITING 16 /* between being asked for and being looked at; a power of two */

struct postings {
	struct lexicon lexicon;
	struct lexicon_query waiting[WORDS_WAITING]; /* a ring */
	uint32_t asked, answered;                    /* how many went in and came out */

	/* the record being read */
	int64_t record;
	uint32_t *next_token; /* of each token: the next one that is the same word, counted from 1; 0: none */
	uint32_t token_count, token_room;
	uint32_t *own_words; /* numbers of the record's different words */
	uint32_t own_count, own_room;
	uint32_t column_starts[POSTINGS_COLUMNS]; /* token that each column begins with */
	int column_count;

	/* all records so far */
	struct bytes bytes; /* of all postings */
	struct posting_start *starts;
	uint32_t count, room;
	int64_t first_record;

	/* sorted */
	uint32_t *word_order;
	uint32_t *sorted; /* positions in `starts` */
	uint32_t next_word, next_posting;
};

void postings_init(struct postings *postings);
void postings_release(struct postings *postings);
void postings_clear(struct postings *postings); /* forgets everything, keeps some of the memory */

/* A record: begin, for each column begin, add its tokens and end, end. Records ascend. postings_end_column() returns how
 * many tokens the column has. */
void postings_begin_record(struct postings *postings, int64_t record);
void postings_begin_column(struct postings *postings);
void postings_add(struct postings *postings, struct str token);
uint32_t postings_end_column(struct postings *postings);
void postings_end_record(struct postings *postings);

size_t postings_size(const struct postings *postings); /* bytes in use; 0 when there are none */

/* A word with the postings of all records that hold it. */
struct posting_list {
	struct str word;
	uint32_t first; /* in `sorted` */
	uint32_t count;
	uint32_t size; /* bytes of all */
};

/* Then, until postings_clear(): every word, by its bytes; with each, the bytes of its postings, by record. */
void postings_sort(struct postings *postings);
bool postings_next(struct postings *postings, struct posting_list *list);
struct str postings_at(const struct postings *postings, const struct posting_list *list, size_t i);

#endif
