/* SPDX-License-Identifier: MIT */
/* A hash table with open addressing; a slot keeps half of the hash, so that other words are rarely looked at. */
#include "lexicon.h"

#include "adr/base/arena.h"
#include "adr/base/digest.h"

#include <stdlib.h>

#define FIRST_SLOTS 1024

struct lexicon_slot {
	uint32_t tag;  /* upper half of the hash */
	uint32_t word; /* number + 1; 0: free */
};

void lexicon_init(struct lexicon *lexicon)
{
	*lexicon = (struct lexicon){.slot_count = FIRST_SLOTS, .room = FIRST_SLOTS / 2};
	lexicon->slots = memory_take(FIRST_SLOTS * sizeof *lexicon->slots);
	lexicon->starts = memory_take((FIRST_SLOTS / 2 + 1) * sizeof *lexicon->starts);
	lexicon->seed = (uintptr_t)lexicon->slots;
}

void lexicon_release(struct lexicon *lexicon)
{
	text_release(&lexicon->letters);
	free(lexicon->starts);
	free(lexicon->slots);
	*lexicon = (struct lexicon){0};
}

void lexicon_clear(struct lexicon *lexicon)
{
	memset(lexicon->slots, 0, lexicon->slot_count * sizeof *lexicon->slots);
	text_clear(&lexicon->letters);
	lexicon->count = 0;
}

struct str lexicon_word(const struct lexicon *lexicon, uint32_t number)
{
	uint32_t start = lexicon->starts[number];
	return (struct str){lexicon->letters.at + start, lexicon->starts[number + 1] - start};
}

/* The slot of the word, or the free one where it belongs. */
static struct lexicon_slot *find_slot(const struct lexicon *lexicon, struct str word, uint64_t hash)
{
	uint32_t mask = lexicon->slot_count - 1;
	for (uint32_t i = (uint32_t)hash & mask;; i = (i + 1) & mask) {
		struct lexicon_slot *slot = &lexicon->slots[i];
		if (slot->word == 0)
			return slot;
		if (slot->tag == (uint32_t)(hash >> 32) && str_equal(lexicon_word(lexicon, slot->word - 1), word))
			return slot;
	}
}

static void grow(struct lexicon *lexicon)
{
	free(lexicon->slots);
	lexicon->slot_count *= 2;
	lexicon->room *= 2;
	lexicon->slots = memory_take(lexicon->slot_count * sizeof *lexicon->slots);
	lexicon->starts = memory_grow(lexicon->starts, (lexicon->room + 1) * sizeof *lexicon->starts);
	for (uint32_t number = 0; number < lexicon->count; number++) {
		struct str word = lexicon_word(lexicon, number);
		uint64_t hash = hash_of(word, lexicon->seed);
		*find_slot(lexicon, word, hash) = (struct lexicon_slot){(uint32_t)(hash >> 32), number + 1};
	}
}

uint32_t lexicon_number(struct lexicon *lexicon, struct str word)
{
	uint64_t hash = hash_of(word, lexicon->seed);
	struct lexicon_slot *slot = find_slot(lexicon, word, hash);
	if (slot->word != 0)
		return slot->word - 1;
	if (lexicon->count == lexicon->room) {
		grow(lexicon);
		slot = find_slot(lexicon, word, hash);
	}
	lexicon->starts[lexicon->count] = (uint32_t)lexicon->letters.length;
	text_add(&lexicon->letters, word);
	lexicon->starts[lexicon->count + 1] = (uint32_t)lexicon->letters.length;
	*slot = (struct lexicon_slot){(uint32_t)(hash >> 32), lexicon->count + 1};
	return lexicon->count++;
}

size_t lexicon_size(const struct lexicon *lexicon)
{
	return lexicon->letters.length + lexicon->slot_count * sizeof *lexicon->slots +
	       lexicon->count * sizeof *lexicon->starts;
}

#define BUCKETS 65536 /* one for each pair of bytes that words begin with */

/* The next bytes as a number decide most comparisons without touching the words. */
struct sorted_word {
	uint64_t next;
	struct str word;
	uint32_t number;
};

/* Up to `count` bytes from `from` as a number that compares like them; what is missing counts as 0. */
static uint64_t bytes_as_number(struct str word, size_t from, size_t count)
{
	uint64_t number = 0;
	for (size_t i = from; i < from + count; i++)
		number = number << 8 | (i < word.length ? (unsigned char)word.at[i] : 0);
	return number;
}

static int by_word(const void *x, const void *y)
{
	const struct sorted_word *a = x, *b = y;
	if (a->next != b->next)
		return a->next < b->next ? -1 : 1;
	return str_compare(a->word, b->word);
}

/* Where each bucket ends when its words lie behind those of smaller ones; before any is placed, where it begins. */
static void count_buckets(const struct lexicon *lexicon, uint32_t *ends)
{
	uint32_t sum = 0;
	for (uint32_t number = 0; number < lexicon->count; number++)
		ends[bytes_as_number(lexicon_word(lexicon, number), 0, 2)]++;
	for (size_t bucket = 0; bucket < BUCKETS; bucket++) {
		uint32_t count = ends[bucket];
		ends[bucket] = sum;
		sum += count;
	}
}

void lexicon_sort(const struct lexicon *lexicon, uint32_t *order)
{
	struct sorted_word *words = memory_take(lexicon->count * sizeof *words);
	uint32_t *ends = memory_take(BUCKETS * sizeof *ends);
	uint32_t start = 0;
	count_buckets(lexicon, ends);
	for (uint32_t number = 0; number < lexicon->count; number++) {
		struct str word = lexicon_word(lexicon, number);
		uint32_t place = ends[bytes_as_number(word, 0, 2)]++;
		words[place] = (struct sorted_word){bytes_as_number(word, 2, 8), word, number};
	}
	for (size_t bucket = 0; bucket < BUCKETS; start = ends[bucket++])
		if (ends[bucket] - start > 1)
			qsort(words + start, ends[bucket] - start, sizeof *words, by_word);
	for (uint32_t i = 0; i < lexicon->count; i++)
		order[i] = words[i].number;
	free(ends);
	free(words);
}
