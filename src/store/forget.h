/* SPDX-License-Identifier: MIT */
#ifndef ADR_STORE_FORGET_H
#define ADR_STORE_FORGET_H

#include "sql.h"

/* Takes out what a record's file says, and its words, but keeps the record's own row: another version of the file is
 * about to be saved. */
NODISCARD enum outcome forget_contents(struct store *store, int64_t record, struct error *error);

/* Takes out the whole record. */
NODISCARD enum outcome forget_record(struct store *store, int64_t record, struct error *error);

#endif
