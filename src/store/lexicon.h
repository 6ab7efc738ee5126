/* SPDX-License-Identifier: MIT */
/* Words and their numbers, counted from 0 in the order in which they were first asked for. */
#ifndef ADR_STORE_LEXICON_H
#define ADR_STORE_LEXICON_H

#include "adr/base/text.h"

struct lexicon {
	struct text letters; /* of all words, one behind the other */
	uint32_t *starts;    /* of each word in `letters`; one more than there are words */
	uint32_t count, room;
	struct lexicon_slot *slots;
	uint32_t slot_count; /* a power of two; at most half of them are taken */
	uint64_t seed;
};

void lexicon_init(struct lexicon *lexicon);
void lexicon_release(struct lexicon *lexicon);
void lexicon_clear(struct lexicon *lexicon); /* forgets the words, keeps the memory */

uint32_t lexicon_number(struct lexicon *lexicon, struct str word);
struct str lexicon_word(const struct lexicon *lexicon, uint32_t number); /* valid until the next lexicon_number() */

/* Every number, by the bytes of the words; `order` has room for all. */
void lexicon_sort(const struct lexicon *lexicon, uint32_t *order);

size_t lexicon_size(const struct lexicon *lexicon); /* bytes in use */

#endif
