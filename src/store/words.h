/* SPDX-License-Identifier: MIT */
/* The full-text index as the rest of the store sees it. The first records of an empty index go through the builder
 * (builder.h), later ones through SQLite. */
#ifndef ADR_STORE_WORDS_H
#define ADR_STORE_WORDS_H

#include "sql.h"

/* A record's texts, valid UTF-8: kept for snippets, and because SQLite must be shown the old texts to forget their
 * words. */
NODISCARD enum outcome words_add(struct store *store, int64_t record, const struct str columns[TEXT_COLUMNS],
				 struct error *error);
NODISCARD enum outcome words_forget(struct store *store, int64_t record, struct error *error);

NODISCARD enum outcome words_begin(struct store *store, struct error *error);  /* in a new transaction */
NODISCARD enum outcome words_finish(struct store *store, struct error *error); /* before it ends */
void words_rollback(struct store *store);

#endif
