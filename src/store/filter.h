/* SPDX-License-Identifier: MIT */
#ifndef ADR_STORE_FILTER_H
#define ADR_STORE_FILTER_H

#include "sql.h"

/* Puts the nine parameters of RECORD_PASSES (statements.def). What they borrow lives in `arena`. */
void put_filter(struct sql *sql, struct arena *arena, const struct record_filter *filter);

bool filter_is_empty(const struct record_filter *filter);

/* Nothing but projects is asked for, or nothing at all. */
bool filter_asks_projects_only(const struct record_filter *filter);

#endif
