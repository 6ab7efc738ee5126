/* SPDX-License-Identifier: MIT */
#ifndef ADR_STORE_FILES_H
#define ADR_STORE_FILES_H

#include "sql.h"

/* The record of a file; 0 when the index knows no such file, or it is no record. */
NODISCARD enum outcome find_record(struct store *store, int64_t project, struct str path, int64_t *record,
				   struct error *error);

#endif
