/* SPDX-License-Identifier: MIT */
/* Words and their numbers, counted from 0 in the order in which they were first asked for. What is known of a word lies
 * together, because most of the time goes into waiting for memory. */
#ifndef ADR_STORE_LEXICON_H
#define ADR_STORE_LEXICON_H

#include "bytes.h"

#define KEY_SIZE 16

/* The first sixteen bytes of a word as two numbers, zeros behind its end, and its length: for most words, all of it. */
struct key {
	uint64_t first, second;
	uint32_t length;
};

struct word {
	struct key key;
	uint32_t start; /* in the lexicon's letters */

	/* for postings.c; all 0 in a new word */
	uint32_t first, last; /* its tokens in the record being read, counted from 1; 0: it has none there */
	uint32_t postings;    /* how many records hold it */
	uint32_t size;        /* of these postings, in bytes */
};

struct lexicon {
	struct bytes letters; /* of all words, one behind the other */
	struct word *words;
	uint32_t count, room;
	struct lexicon_slot *slots;
	uint32_t slot_count; /* a power of two; at most half of them are taken */
	uint64_t seed;
};

void lexicon_init(struct lexicon *lexicon);
void lexicon_release(struct lexicon *lexicon);
void lexicon_clear(struct lexicon *lexicon); /* forgets the words, keeps the memory */

/* The word's place in lexicon->words, which may move when another word is asked for. Zeros up to
 * KEY_SIZE bytes follow on shorter words. */
struct word *lexicon_find(struct lexicon *lexicon, struct str letters);

/* The same for a word of at most KEY_SIZE bytes, in three steps. Each but the last only tells the processor which
 * memory the next one needs: with other words' steps in between nobody waits for it. */
struct lexicon_query {
	struct key key;
	uint64_t hash;
};
struct lexicon_query lexicon_ask(const struct lexicon *lexicon, struct str letters);
void lexicon_expect(const struct lexicon *lexicon, const struct lexicon_query *query);
struct word *lexicon_answer(struct lexicon *lexicon, const struct lexicon_query *query);

struct str lexicon_letters(const struct lexicon *lexicon, const struct word *word);

/* Every number, by the bytes of the words; `order` has room for all. */
void lexicon_sort(const struct lexicon *lexicon, uint32_t *order);

size_t lexicon_size(const struct lexicon *lexicon); /* bytes in use */

#endif
