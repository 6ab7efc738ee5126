/* SPDX-License-Identifier: MIT */
#include "word_index.h"

#include "adr/base/arena.h"
#include "stem_scan.h"

#include <stdlib.h>

#define START_BITS 8192 /* per class; a power of two */

struct slot {
	const struct word *word;
	uint32_t languages; /* that have the word */
	enum word_class class;
};

struct word_index {
	const struct vocabulary *vocabulary;
	struct slot *slots;
	/* of each slot: what tells most keys apart, 0 for a free one. By itself, because it stays in a processor's cache
	 * and most look-ups end here */
	uint32_t *tags;
	size_t mask;    /* number of slots - 1 */
	size_t longest; /* bytes of the longest key */
	/* one bit for each first word of a key, by its hash: most look-ups of phrases end here */
	uint64_t starts[WORD_CLASS_COUNT][START_BITS / 64];
	struct stem_scan look_again;
};

static uint32_t tag_of(enum word_class class, uint32_t hash)
{
	uint32_t tag = hash + (uint32_t) class * 2654435769U;
	return tag ? tag : 1;
}

/* Where the key is, or the free slot where it belongs. */
static size_t slot_of(const struct word_index *index, enum word_class class, struct str key, uint32_t hash)
{
	uint32_t tag = tag_of(class, hash);
	for (size_t i = tag & index->mask;; i = (i + 1) & index->mask) {
		if (index->tags[i] == 0)
			return i;
		const struct slot *slot = &index->slots[i];
		if (index->tags[i] == tag && slot->class == class && str_equal(slot->word->key, key))
			return i;
	}
}

/* Where languages differ, English counts; where an organisation says so, its own word does. */
static bool wins(const struct word_index *index, const struct word *word, const struct word *other)
{
	if (word->language == LANGUAGE_OWN || other->language == LANGUAGE_OWN)
		return word->language == LANGUAGE_OWN;
	return str_equal(index->vocabulary->languages[word->language], STR("en"));
}

static uint32_t language_bit(const struct word *word)
{
	if (word->language == LANGUAGE_OWN)
		return UINT32_MAX;
	return word->language < 32 ? 1U << word->language : 0;
}

static void add_start(struct word_index *index, enum word_class class, struct str key)
{
	size_t blank = str_find_byte(key, ' ');
	uint32_t bit = word_hash(WORD_HASH_START, str_slice(key, 0, blank)) % START_BITS;
	index->starts[class][bit / 64] |= (uint64_t)1 << bit % 64;
}

static void add_word(struct word_index *index, enum word_class class, const struct word *word)
{
	uint32_t hash = word_hash(WORD_HASH_START, word->key);
	size_t place = slot_of(index, class, word->key, hash);
	struct slot *slot = &index->slots[place];
	if (index->tags[place] == 0 || wins(index, word, slot->word))
		*slot = (struct slot){.word = word, .languages = slot->languages, .class = class};
	slot->languages |= language_bit(word);
	index->tags[place] = tag_of(class, hash);
	add_start(index, class, word->key);
	if (word->key.length > index->longest)
		index->longest = word->key.length;
}

static bool is_english(const struct vocabulary *vocabulary, const struct word *word)
{
	return word->language == LANGUAGE_OWN || str_equal(vocabulary->languages[word->language], STR("en"));
}

static void add_stems(struct word_index *index)
{
	const struct words *words = &index->vocabulary->classes[WORD_TRIGGER];
	stem_scan_init(&index->look_again);
	for (size_t i = 0; i < words->count; i++) {
		const struct word *word = &words->item[i];
		if (word->meaning == TRIGGER_LOOK && word->key.length >= STEM_LENGTH &&
		    is_english(index->vocabulary, word))
			stem_scan_add(&index->look_again, word->key);
	}
}

bool word_index_may_look_again(const struct word_index *index, struct str text)
{
	return stem_scan_may_hold(&index->look_again, text);
}

struct word_index *word_index_new(const struct vocabulary *vocabulary)
{
	size_t words = 0, slots = 64;
	for (size_t i = 0; i < WORD_CLASS_COUNT; i++)
		words += vocabulary->classes[i].count;
	while (2 * slots < 3 * words)
		slots *= 2;
	struct word_index *index = memory_take(sizeof *index);
	index->vocabulary = vocabulary;
	index->mask = slots - 1;
	index->slots = memory_take(slots * sizeof *index->slots);
	index->tags = memory_take(slots * sizeof *index->tags);
	for (size_t class = 0; class < WORD_CLASS_COUNT; class ++) {
		for (size_t i = 0; i < vocabulary->classes[class].count; i++)
			add_word(index, (enum word_class) class, &vocabulary->classes[class].item[i]);
	}
	add_stems(index);
	return index;
}

void word_index_free(struct word_index *index)
{
	if (!index)
		return;
	free(index->slots);
	free(index->tags);
	free(index);
}

bool word_index_may_start(const struct word_index *index, enum word_class class, uint32_t hash)
{
	uint32_t bit = hash % START_BITS;
	return index->starts[class][bit / 64] >> bit % 64 & 1U;
}

const struct word *word_index_find_hashed(const struct word_index *index, enum word_class class, struct str key,
					  uint32_t hash)
{
	if (key.length == 0 || key.length > index->longest)
		return NULL;
	return index->slots[slot_of(index, class, key, hash)].word;
}

/* The hash of a whole key; false when already its first word begins no key of the class. */
static bool hash_key(const struct word_index *index, enum word_class class, struct str key, uint32_t *hash)
{
	size_t first = 0;
	if (key.length == 0 || key.length > index->longest)
		return false;
	while (first < key.length && key.at[first] != ' ')
		first++;
	*hash = word_hash(WORD_HASH_START, (struct str){key.at, first});
	if (!word_index_may_start(index, class, *hash))
		return false;
	*hash = word_hash(*hash, (struct str){key.at + first, key.length - first});
	return true;
}

const struct word *word_index_find(const struct word_index *index, enum word_class class, struct str key)
{
	uint32_t hash = 0;
	return hash_key(index, class, key, &hash) ? index->slots[slot_of(index, class, key, hash)].word : NULL;
}

uint32_t word_index_languages(const struct word_index *index, enum word_class class, struct str key)
{
	uint32_t hash = 0;
	return hash_key(index, class, key, &hash) ? index->slots[slot_of(index, class, key, hash)].languages : 0;
}
