/* SPDX-License-Identifier: MIT */
/* The vocabulary as one hash table. Records are full of labels and words that mean nothing to us; looking them up must
 * be nearly free. */
#ifndef ADR_PARSE_WORD_INDEX_H
#define ADR_PARSE_WORD_INDEX_H

#include "adr/model/vocabulary.h"

struct word_index;

struct word_index *word_index_new(const struct vocabulary *vocabulary);
void word_index_free(struct word_index *index); /* NULL is fine */

/* FNV-1a, which can go on: the hash of "a b" is word_hash(word_hash(WORD_HASH_START, "a"), " b"). */
#define WORD_HASH_START 2166136261U
static inline uint32_t word_hash_byte(uint32_t hash, char byte)
{
	return (hash ^ (unsigned char)byte) * 16777619U;
}

static inline uint32_t word_hash(uint32_t hash, struct str more)
{
	for (size_t i = 0; i < more.length; i++)
		hash = word_hash_byte(hash, more.at[i]);
	return hash;
}

/* The word with this folded key, or NULL. An organisation's own word counts before those of languages;
 * where these differ, English counts, else the first. */
const struct word *word_index_find(const struct word_index *index, enum word_class class, struct str key);

/* The same for a key whose hash is known. */
const struct word *word_index_find_hashed(const struct word_index *index, enum word_class class, struct str key,
					  uint32_t hash);

/* False when no key of the class begins with the word that has this hash; true is a "perhaps". */
bool word_index_may_start(const struct word_index *index, enum word_class class, uint32_t hash);

/* The languages that have the word: bit n is vocabulary.languages[n]. */
uint32_t word_index_languages(const struct word_index *index, enum word_class class, struct str key);

/* False when no text of English words that call for another look (WORD_TRIGGER) stands in `text`; true is a "perhaps".
 * It looks at a fraction of the bytes only, so that whole records can be asked about. */
bool word_index_may_look_again(const struct word_index *index, struct str text);

#endif
