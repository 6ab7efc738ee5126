/* SPDX-License-Identifier: MIT */
#include "word_index.h"

#include "adr/base/arena.h"

#include <stdlib.h>

struct slot {
	const struct word *word; /* NULL: free */
	uint32_t hash;
	enum word_class class;
	uint32_t languages; /* that have the word */
};

struct word_index {
	const struct vocabulary *vocabulary;
	struct slot *slots;
	size_t mask;    /* number of slots - 1 */
	size_t longest; /* bytes of the longest key */
};

/* FNV-1a, with the class as its first byte. */
static uint32_t hash_of(enum word_class class, struct str key)
{
	uint32_t hash = (2166136261U ^ (uint32_t) class) * 16777619U;
	for (size_t i = 0; i < key.length; i++)
		hash = (hash ^ (unsigned char)key.at[i]) * 16777619U;
	return hash;
}

static struct slot *slot_of(const struct word_index *index, enum word_class class, struct str key)
{
	uint32_t hash = hash_of(class, key);
	for (size_t i = hash & index->mask;; i = (i + 1) & index->mask) {
		struct slot *slot = &index->slots[i];
		bool same = slot->word && slot->hash == hash && slot->class == class && str_equal(slot->word->key, key);
		if (!slot->word || same)
			return slot;
	}
}

static bool is_english(const struct word_index *index, const struct word *word)
{
	return str_equal(index->vocabulary->languages[word->language], STR("en"));
}

static void add_word(struct word_index *index, enum word_class class, const struct word *word)
{
	struct slot *slot = slot_of(index, class, word->key);
	uint32_t languages = slot->languages | (word->language < 32 ? 1U << word->language : 0);
	if (!slot->word || is_english(index, word))
		*slot = (struct slot){.word = word, .hash = hash_of(class, word->key), .class = class};
	slot->languages = languages;
	if (word->key.length > index->longest)
		index->longest = word->key.length;
}

struct word_index *word_index_new(const struct vocabulary *vocabulary)
{
	size_t words = 0, slots = 64;
	for (size_t i = 0; i < WORD_CLASS_COUNT; i++)
		words += vocabulary->classes[i].count;
	while (slots < 3 * words)
		slots *= 2;
	struct word_index *index = memory_take(sizeof *index);
	*index = (struct word_index){.vocabulary = vocabulary, .mask = slots - 1};
	index->slots = memory_take(slots * sizeof(struct slot));
	memset(index->slots, 0, slots * sizeof(struct slot));
	for (size_t class = 0; class < WORD_CLASS_COUNT; class ++) {
		for (size_t i = 0; i < vocabulary->classes[class].count; i++)
			add_word(index, (enum word_class) class, &vocabulary->classes[class].item[i]);
	}
	return index;
}

void word_index_free(struct word_index *index)
{
	if (!index)
		return;
	free(index->slots);
	free(index);
}

const struct word *word_index_find(const struct word_index *index, enum word_class class, struct str key)
{
	if (key.length == 0 || key.length > index->longest)
		return NULL;
	return slot_of(index, class, key)->word;
}

uint32_t word_index_languages(const struct word_index *index, enum word_class class, struct str key)
{
	return key.length == 0 || key.length > index->longest ? 0 : slot_of(index, class, key)->languages;
}
