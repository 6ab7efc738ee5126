/* SPDX-License-Identifier: MIT */
#ifndef ADR_STORE_FORGET_H
#define ADR_STORE_FORGET_H

#include "sql.h"

/* Takes a record out, with its words and lists; its file stays. */
NODISCARD enum outcome forget_record(struct store *store, int64_t record, struct error *error);

#endif
