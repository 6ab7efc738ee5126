/* SPDX-License-Identifier: MIT */
/* Where the object of a sentence begins and ends. Shared by choice_sentence.c and choice_object.c. */
#ifndef ADR_PARSE_CHOICE_OBJECT_H
#define ADR_PARSE_CHOICE_OBJECT_H

#include "choice.h"

/* Imperatives that may follow "we will". */
#define CHOICE_ACTS (1U << CHOICE_IMPERATIVE | 1U << CHOICE_FORM | 1U << CHOICE_TURN)
#define PART_WORDS_MOST 5 /* of one thing in an enumeration */

/* The first byte behind a token. */
static inline const char *end_of(const struct token *token)
{
	return token->raw.at + token->raw.length;
}

/* From the beginning of one token to the end of another. */
struct str between(struct str text, const struct token *first, const struct token *last);
/* True when a line ends between the token and the one before it. */
bool on_new_line(const struct tokens *tokens, size_t at);
bool ends_sentence(const struct tokens *tokens, size_t at);
/* The mark behind a token: ',' or ':' with a blank or nothing behind it ("python:3.12" goes on), else '\0'. */
char mark_behind(struct str text, const struct token *token);

/* Is there a verb that chooses, a word that opens a clause, an "and" at this token? */
bool is_verb(const struct choice_walk *walk, size_t at);
bool is_clause(const struct choice_walk *walk, size_t at);
bool is_and(const struct choice_walk *walk, size_t at);
/* All words from one token up to another are articles and the like. */
bool is_fillers(const struct choice_walk *walk, size_t from, size_t to);

/* What stands between tokens `at` and `end` up to the next clause or mark. */
struct str part_at(const struct choice_walk *walk, size_t at, size_t end);
/* The object that begins at token `at`. */
struct choice_words object_at(const struct choice_walk *walk, size_t at);

#endif
