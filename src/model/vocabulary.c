/* SPDX-License-Identifier: MIT */
#include "adr/model/vocabulary.h"

#include <stdlib.h>

const struct writing *writing_in(struct str language)
{
	const struct vocabulary *known = &vocabulary_builtin;
	size_t english = 0;
	for (size_t i = 0; i < known->language_count; i++) {
		if (str_equal(known->languages[i], language))
			return &known->writing[i];
		if (str_equal(known->languages[i], STR("en")))
			english = i;
	}
	return &known->writing[english];
}

const struct word *words_find(const struct words *words, struct str key)
{
	size_t low = 0, high = words->count; /* the first word that is not below key */
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (str_compare(words->item[middle].key, key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < words->count && str_equal(words->item[low].key, key) ? &words->item[low] : NULL;
}

/* An own word and its place, so that sorting keeps what comes later behind. */
struct placed {
	struct word word;
	size_t place;
};

static int compare_words(const struct word *a, const struct word *b)
{
	int order = str_compare(a->key, b->key);
	return order ? order : (a->language > b->language) - (a->language < b->language);
}

static int compare_placed(const void *left, const void *right)
{
	const struct placed *a = left, *b = right;
	int order = compare_words(&a->word, &b->word);
	return order ? order : (a->place > b->place) - (a->place < b->place);
}

/* Of `*count` own words those of one class, sorted, each once; stores how many these are. */
static struct placed *own_of_class(struct arena *arena, const struct own_word *own, size_t *count,
				   enum word_class class)
{
	struct placed *list = ARENA_ARRAY(arena, struct placed, *count);
	size_t all = 0, kept = 0;
	for (size_t i = 0; i < *count; i++) {
		if (own[i].class == class)
			list[all++] = (struct placed){own[i].word, i};
	}
	if (all > 0)
		qsort(list, all, sizeof *list, compare_placed);
	for (size_t i = 0; i < all; i++) {
		bool again = kept > 0 && str_equal(list[kept - 1].word.key, list[i].word.key);
		list[again ? kept - 1 : kept++] = list[i];
	}
	*count = kept;
	return list;
}

/* What chooses an option keeps the places where it does so already: those meanings are bits. */
static void add_bits(const struct words *base, struct word *word)
{
	const struct word *known = words_find(base, word->key);
	for (; known && known < base->item + base->count && str_equal(known->key, word->key); known++)
		word->meaning |= known->meaning;
}

static struct words join(struct arena *arena, const struct words *base, const struct placed *own, size_t count,
			 bool bits)
{
	struct word *joined = ARENA_ARRAY(arena, struct word, base->count + count);
	size_t from_base = 0, from_own = 0;
	for (size_t i = 0; i < base->count + count; i++) {
		bool first = from_own == count || (from_base < base->count &&
						   compare_words(&base->item[from_base], &own[from_own].word) <= 0);
		joined[i] = first ? base->item[from_base++] : own[from_own++].word;
		if (!first && bits)
			add_bits(base, &joined[i]);
	}
	return (struct words){joined, base->count + count};
}

struct vocabulary vocabulary_with(struct arena *arena, const struct vocabulary *base, const struct own_word *own,
				  size_t count)
{
	struct vocabulary vocabulary = *base;
	for (size_t class = 0; class < WORD_CLASS_COUNT; class ++) {
		size_t added = count;
		bool bits = class == WORD_CHOSEN || class == WORD_REJECTED;
		const struct placed *words = own_of_class(arena, own, &added, (enum word_class) class);
		if (added > 0)
			vocabulary.classes[class] = join(arena, &base->classes[class], words, added, bits);
	}
	return vocabulary;
}
