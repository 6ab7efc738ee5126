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
	return (struct str){lexicon->letters.at + word->start, word->key.length};
}

static struct key key_of(struct str letters)
{
	struct key key = {.length = (uint32_t)letters.length};
	memcpy(&key.first, letters.at, sizeof key.first);
	memcpy(&key.second, letters.at + sizeof key.first, sizeof key.second);
	return key;
}

static uint64_t mix(uint64_t hash, uint64_t number)
{
	hash = (hash ^ number) * 0x9E3779B97F4A7C15U;
	return hash ^ hash >> 32;
}

static uint64_t hash_of_word(const struct lexicon *lexicon, const struct key *key, struct str letters)
{
	if (key->length > KEY_SIZE)
		return hash_of(letters, lexicon->seed);
	return mix(mix(lexicon->seed ^ key->length, key->first), key->second);
}

static bool is_word(const struct lexicon *lexicon, const struct word *word, const struct key *key, struct str letters)
{
	if (word->key.first != key->first || word->key.second != key->second || word->key.length != key->length)
		return false;
	return key->length <= KEY_SIZE || str_equal(lexicon_letters(lexicon, word), letters);
}

/* The slot of the word, or the free one where it belongs. */
static struct lexicon_slot *find_slot(const struct lexicon *lexicon, const struct key *key, struct str letters,
				      uint64_t hash)
{
	uint32_t mask = lexicon->slot_count - 1;
	for (uint32_t i = (uint32_t)hash & mask;; i = (i + 1) & mask) {
		struct lexicon_slot *slot = &lexicon->slots[i];
		if (slot->word == 0)
			return slot;
		if (slot->tag == (uint32_t)(hash >> 32) &&
		    is_word(lexicon, &lexicon->words[slot->word - 1], key, letters))
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
		const struct word *word = &lexicon->words[number];
		struct str letters = lexicon_letters(lexicon, word);
		uint64_t hash = hash_of_word(lexicon, &word->key, letters);
		*find_slot(lexicon, &word->key, letters, hash) =
			(struct lexicon_slot){(uint32_t)(hash >> 32), number + 1};
	}
}

static struct word *add_word(struct lexicon *lexicon, const struct key *key, struct str letters, uint64_t hash)
{
	if (lexicon->count == lexicon->room)
		grow(lexicon);
	struct lexicon_slot *slot = find_slot(lexicon, key, letters, hash);
	struct word *word = &lexicon->words[lexicon->count++];
	*word = (struct word){.key = *key, .start = (uint32_t)lexicon->letters.length};
	bytes_add(&lexicon->letters, letters);
	*slot = (struct lexicon_slot){(uint32_t)(hash >> 32), lexicon->count};
	return word;
}

struct word *lexicon_find(struct lexicon *lexicon, struct str letters)
{
	struct key key = key_of(letters);
	uint64_t hash = hash_of_word(lexicon, &key, letters);
	const struct lexicon_slot *slot = find_slot(lexicon, &key, letters, hash);
	return slot->word != 0 ? &lexicon->words[slot->word - 1] : add_word(lexicon, &key, letters, hash);
}

static const struct lexicon_slot *first_slot(const struct lexicon *lexicon, uint64_t hash)
{
	return &lexicon->slots[(uint32_t)hash & (lexicon->slot_count - 1)];
}

struct lexicon_query lexicon_ask(const struct lexicon *lexicon, struct str letters)
{
	struct lexicon_query query = {.key = key_of(letters)};
	query.hash = hash_of_word(lexicon, &query.key, letters);
	__builtin_prefetch(first_slot(lexicon, query.hash));
	return query;
}

void lexicon_expect(const struct lexicon *lexicon, const struct lexicon_query *query)
{
	uint32_t word = first_slot(lexicon, query->hash)->word;
	if (word != 0)
		__builtin_prefetch(&lexicon->words[word - 1], 1);
}

struct word *lexicon_answer(struct lexicon *lexicon, const struct lexicon_query *query)
{
	char letters[KEY_SIZE];
	const struct lexicon_slot *slot = find_slot(lexicon, &query->key, (struct str){0}, query->hash);
	if (slot->word != 0)
		return &lexicon->words[slot->word - 1];
	memcpy(letters, &query->key.first, sizeof query->key.first);
	memcpy(letters + sizeof query->key.first, &query->key.second, sizeof query->key.second);
	return add_word(lexicon, &query->key, (struct str){letters, query->key.length}, query->hash);
}

size_t lexicon_size(const struct lexicon *lexicon)
{
	return lexicon->letters.length + lexicon->slot_count * sizeof *lexicon->slots +
	       lexicon->count * sizeof *lexicon->words;
}

/* Up to eight bytes as a number that compares like them; what is missing counts as 0. */
static uint64_t read_number(struct str letters)
{
	uint64_t number = 0;
	for (size_t i = 0; i < 8; i++)
		number = number << 8 | (i < letters.length ? (unsigned char)letters.at[i] : 0);
	return number;
}

#define BUCKETS 65536 /* one for each pair of bytes that words begin with */

struct sorted_word {
	uint64_t first, second; /* the first sixteen bytes */
	struct str letters;
	uint32_t number;
};

static int by_word(const void *x, const void *y)
{
	const struct sorted_word *a = x, *b = y;
	if (a->first != b->first)
		return a->first < b->first ? -1 : 1;
	if (a->second != b->second)
		return a->second < b->second ? -1 : 1;
	return str_compare(a->letters, b->letters);
}

static size_t bucket_of(struct str letters)
{
	size_t first = (unsigned char)letters.at[0];
	return first << 8 | (letters.length > 1 ? (unsigned char)letters.at[1] : 0);
}

/* Where each bucket begins when its words lie behind those of smaller ones. */
static void count_buckets(const struct lexicon *lexicon, uint32_t *starts)
{
	uint32_t sum = 0;
	for (uint32_t number = 0; number < lexicon->count; number++)
		starts[bucket_of(lexicon_letters(lexicon, &lexicon->words[number]))]++;
	for (size_t bucket = 0; bucket < BUCKETS; bucket++) {
		uint32_t count = starts[bucket];
		starts[bucket] = sum;
		sum += count;
	}
}

/* Sorts each bucket by itself: that saves most of the comparisons. `ends` says where each ends. */
static void sort_buckets(struct sorted_word *words, const uint32_t *ends)
{
	uint32_t start = 0;
	for (size_t bucket = 0; bucket < BUCKETS; start = ends[bucket++])
		if (ends[bucket] - start > 1)
			qsort(words + start, ends[bucket] - start, sizeof *words, by_word);
}

void lexicon_sort(const struct lexicon *lexicon, uint32_t *order)
{
	struct sorted_word *words = memory_take(lexicon->count * sizeof *words);
	uint32_t *places = memory_take(BUCKETS * sizeof *places); /* where each bucket's next word goes */
	count_buckets(lexicon, places);
	for (uint32_t number = 0; number < lexicon->count; number++) {
		struct str letters = lexicon_letters(lexicon, &lexicon->words[number]);
		words[places[bucket_of(letters)]++] =
			(struct sorted_word){read_number(letters), read_number(str_from(letters, 8)), letters, number};
	}
	sort_buckets(words, places);
	for (uint32_t i = 0; i < lexicon->count; i++)
		order[i] = words[i].number;
	free(places);
	free(words);
}
