/* SPDX-License-Identifier: MIT */
/* The vocabulary as one hash table. Records are full of labels that mean nothing to us; looking them up must be nearly
 * free. */
#ifndef ADR_PARSE_WORD_INDEX_H
#define ADR_PARSE_WORD_INDEX_H

#include "adr/model/vocabulary.h"

struct word_index;

struct word_index *word_index_new(const struct vocabulary *vocabulary);
void word_index_free(struct word_index *index); /* NULL is fine */

/* The word with this folded key, or NULL. Where languages differ, English counts, else the first. */
const struct word *word_index_find(const struct word_index *index, enum word_class class, struct str key);

/* The languages that have the word: bit n is vocabulary.languages[n]. */
uint32_t word_index_languages(const struct word_index *index, enum word_class class, struct str key);

#endif
