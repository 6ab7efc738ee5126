/* SPDX-License-Identifier: MIT */
/* A short text as words, links and ends of sentences, for looking up phrases in it. */
#ifndef ADR_PARSE_TOKENS_H
#define ADR_PARSE_TOKENS_H

#include "inline_text.h"
#include "word_index.h"

#include "adr/base/list.h"

enum token_kind { TOKEN_WORD, TOKEN_LINK, TOKEN_STOP };

struct token {
	enum token_kind kind;
	struct str raw;                 /* slice of the text */
	struct str folded;              /* words */
	uint32_t hash;                  /* of `folded`, word_hash() */
	const struct inline_link *link; /* links */
};

struct tokens LIST_OF(struct token);

#define TOKENS_MOST 400

/* Splits the first TOKENS_MOST tokens off `raw`. Marks of emphasis vanish, struck-through text too. With `open_links`
 * the words of a link's text follow the link. Lives in `arena`. */
struct tokens tokens_of(struct arena *arena, struct str raw, bool open_links);

/* The longest phrase of class `class` that starts at token `at`; stores how many tokens it takes. */
const struct word *phrase_at(const struct word_index *words, const struct tokens *tokens, size_t at,
			     enum word_class class, size_t *count);

/* False when no phrase of the class begins anywhere in `text`; true is a "perhaps". Far cheaper than its tokens. */
bool may_hold_phrase(const struct word_index *words, struct str text, enum word_class class);

/* The hash of the first word of `text`, without splitting the rest; false when there is none. */
bool first_word_hash(struct arena *scratch, struct str text, uint32_t *hash);

#endif
