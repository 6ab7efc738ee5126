/* SPDX-License-Identifier: MIT */
/* What people type into a search box, as an expression of full-text search. Every word goes in quotes, so that no input
 * is an error and nothing in it has a meaning that was not meant. */
#ifndef ADR_STORE_QUERY_H
#define ADR_STORE_QUERY_H

#include "adr/base/text.h"
#include "adr/base/arena.h"

#define QUERY_TERM_LIMIT 64   /* further words are left out */
#define QUERY_TEXT_LIMIT 4096 /* bytes; what is behind is left out */

/* words (all must occur), "phrases", prefix*, -without, one OR other. Empty when the query holds no word. */
struct str query_expression(struct arena *arena, struct str query);

#endif
