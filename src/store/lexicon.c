/* SPDX-License-Identifier: MIT */
/* A hash table with open addressing; a slot keeps half of the hash, so that other words are rarely looked at. */
#include "lexicon.h"

#include "adr/base/digest.h"

#define FIRST_SLOTS 1024

struct lexicon_slot {
	uint32_t tag;  /* upper half of the hash */
	uint32_t word; /* number + 1; 0: free */
};

void lexicon_init(struct lexicon *lexicon)
{
	*lexicon = (struct lexicon){.slot_count = FIRST_SLOTS, .room = FIRST_SLOTS / 2};
	lexicon->slots = memory_take(FIRST_SLOTS * sizeof *lexicon->slots);
	lexicon->words = memory_take(lexicon->room * sizeof *lexicon->words);
	lexicon->seed = (uintptr_t)lexicon->slots;
}

void lexicon_release(struct lexicon *lexicon)
{
	bytes_release(&lexicon->letters);
	free(lexicon->words);
	free(lexicon->slots);
	*lexicon = (struct lexicon){0};
}

void lexicon_clear(struct lexicon *lexicon)
{
	memset(lexicon->slots, 0, lexicon->slot_count * sizeof *lexicon->slots);
	bytes_clear(&lexicon->letters);
	lexicon->count = 0;
}

struct str lexicon_letters(const struct lexicon *lexicon, const struct word *word)
{
	return (struct str){lexicon->letters.at + word->start, word->length};
}

/* The slot of the word, or the free one where it belongs. */
static struct lexicon_slot *find_slot(const struct lexicon *lexicon, struct str letters, uint64_t hash)
{
	uint32_t mask = lexicon->slot_count - 1;
	for (uint32_t i = (uint32_t)hash & mask;; i = (i + 1) & mask) {
		struct lexicon_slot *slot = &lexicon->slots[i];
		if (slot->word == 0)
			return slot;
		if (slot->tag == (uint32_t)(hash >> 32) &&
		    str_equal(lexicon_letters(lexicon, &lexicon->words[slot->word - 1]), letters))
			return slot;
	}
}

static void grow(struct lexicon *lexicon)
{
	free(lexicon->slots);
	lexicon->slot_count *= 2;
	lexicon->room *= 2;
	lexicon->slots = memory_take(lexicon->slot_count * sizeof *lexicon->slots);
	lexicon->words = memory_grow(lexicon->words, lexicon->room * sizeof *lexicon->words);
	for (uint32_t number = 0; number < lexicon->count; number++) {
		struct str letters = lexicon_letters(lexicon, &lexicon->words[number]);
		uint64_t hash = hash_of(letters, lexicon->seed);
		*find_slot(lexicon, letters, hash) = (struct lexicon_slot){(uint32_t)(hash >> 32), number + 1};
	}
}

struct word *lexicon_find(struct lexicon *lexicon, struct str letters)
{
	uint64_t hash = hash_of(letters, lexicon->seed);
	struct lexicon_slot *slot = find_slot(lexicon, letters, hash);
	if (slot->word != 0)
		return &lexicon->words[slot->word - 1];
	if (lexicon->count == lexicon->room) {
		grow(lexicon);
		slot = find_slot(lexicon, letters, hash);
	}
	struct word *word = &lexicon->words[lexicon->count++];
	*word = (struct word){.start = (uint32_t)lexicon->letters.length, .length = (uint32_t)letters.length};
	bytes_add(&lexicon->letters, letters);
	*slot = (struct lexicon_slot){(uint32_t)(hash >> 32), lexicon->count};
	return word;
}

size_t lexicon_size(const struct lexicon *lexicon)
{
	return lexicon->letters.length + lexicon->slot_count * sizeof *lexicon->slots +
	       lexicon->count * sizeof *lexicon->words;
}

#define BUCKETS 65536 /* one for each pair of bytes that words begin with */

/* The next bytes as a number decide most comparisons without touching the words. */
struct sorted_word {
	uint64_t next;
	struct str letters;
	uint32_t number;
};

/* Up to `count` bytes from `from` as a number that compares like them; what is missing counts as 0. */
static uint64_t bytes_as_number(struct str letters, size_t from, size_t count)
{
	uint64_t number = 0;
	for (size_t i = from; i < from + count; i++)
		number = number << 8 | (i < letters.length ? (unsigned char)letters.at[i] : 0);
	return number;
}

static int by_word(const void *x, const void *y)
{
	const struct sorted_word *a = x, *b = y;
	if (a->next != b->next)
		return a->next < b->next ? -1 : 1;
	return str_compare(a->letters, b->letters);
}

/* Where each bucket ends when its words lie behind those of smaller ones; before any is placed, where it begins. */
static void count_buckets(const struct lexicon *lexicon, uint32_t *ends)
{
	uint32_t sum = 0;
	for (uint32_t number = 0; number < lexicon->count; number++)
		ends[bytes_as_number(lexicon_letters(lexicon, &lexicon->words[number]), 0, 2)]++;
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
		struct str letters = lexicon_letters(lexicon, &lexicon->words[number]);
		uint32_t place = ends[bytes_as_number(letters, 0, 2)]++;
		words[place] = (struct sorted_word){bytes_as_number(letters, 2, 8), letters, number};
	}
	for (size_t bucket = 0; bucket < BUCKETS; start = ends[bucket++])
		if (ends[bucket] - start > 1)
			qsort(words + start, ends[bucket] - start, sizeof *words, by_word);
	for (uint32_t i = 0; i < lexicon->count; i++)
		order[i] = words[i].number;
	free(ends);
	free(words);
}
