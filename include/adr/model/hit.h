/* SPDX-License-Identifier: MIT */
/* One result of a full-text search. */
#ifndef ADR_MODEL_HIT_H
#define ADR_MODEL_HIT_H

#include "adr/model/record.h"

/* Marks that surround the matched words in a snippet: characters that cleaned text cannot hold. */
#define HIT_MARK_START '\x02'
#define HIT_MARK_END '\x03'

struct hit {
	struct record record; /* without lists */
	struct str snippet;   /* some words round the match, on one line */
	uint32_t line;        /* first line that holds one of the words; 1 when only title or people matched */
	double score;         /* higher is better */
};

struct hits LIST_OF(struct hit);

#endif
