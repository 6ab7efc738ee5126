/* SPDX-License-Identifier: MIT */
#ifndef ADR_STORE_SAVE_LISTS_H
#define ADR_STORE_SAVE_LISTS_H

#include "sql.h"

/* Everything of a record that is a list. `place` is the record's number in the index. */
NODISCARD enum outcome save_lists(struct store *store, int64_t project, int64_t place, const struct record *record,
				  struct error *error);

/* The words of a record: title, people, tags, and the file's text as it may be shown. */
NODISCARD enum outcome save_text(struct store *store, int64_t place, const struct record *record, struct str text,
				 struct error *error);

#endif
