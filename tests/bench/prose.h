/* SPDX-License-Identifier: MIT */
/* Text that is spread like real text: a few hundred common words make up half of it, tens of thousands of rare ones the
 * rest (Zipf's law), and those that a text uses once it uses again. The shares are those of real records: of 700 words
 * in 5 KB, 290 are different ones. */
#ifndef ADR_BENCH_PROSE_H
#define ADR_BENCH_PROSE_H

#include "dice.h"

#include "adr/base/text.h"

/* One text being written. What it is about decides which rare words come back in it. */
struct writer {
	struct text *out;
	struct dice *dice;
	uint64_t topic;
};

void add_word(const struct writer *writer);
void add_words(const struct writer *writer, uint32_t count);         /* separated by spaces, no marks */
void add_sentence(const struct writer *writer);                      /* begins with a capital, ends with a full stop */
void add_paragraph(const struct writer *writer, uint32_t sentences); /* wrapped lines and an empty one */
void add_bullets(const struct writer *writer, uint32_t count);
void add_table(const struct writer *writer, uint32_t rows);
void add_code(const struct writer *writer);

#endif
