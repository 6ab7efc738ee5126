/* SPDX-License-Identifier: MIT */
/* Words of a text exactly as full-text search cuts and folds them (unicode61 remove_diacritics 2, see schema.sql). Runs
 * of ASCII are cut here; whatever holds other characters goes through SQLite's own tokenizer. */
#ifndef ADR_STORE_TOKENIZER_H
#define ADR_STORE_TOKENIZER_H

#include "sql.h"

struct tokenizer {
	fts5_tokenizer methods;
	Fts5Tokenizer *handle; /* NULL when closed */
};

#define TOKEN_SIZE_LIMIT 32768 /* bytes; full-text search cuts longer words */

NODISCARD enum outcome tokenizer_open(struct tokenizer *tokenizer, struct store *store, struct error *error);
void tokenizer_close(struct tokenizer *tokenizer);

#define TOKEN_SLACK 16 /* bytes of every word may be read: zeros follow on shorter ones */

/* Calls back for each word, in the order of the text. Words are borrowed until the callback returns. */
typedef void (*take_token_fn)(void *context, struct str token);
void tokenizer_run(const struct tokenizer *tokenizer, struct str text, take_token_fn take, void *context);

#endif
