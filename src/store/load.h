/* SPDX-License-Identifier: MIT */
/* The steps that all loading of records shares. */
#ifndef ADR_STORE_LOAD_H
#define ADR_STORE_LOAD_H

#include "load_lists.h"
#include "load_row.h"

/* Takes all rows of a statement that gives RECORD_COLUMNS in the order of records. */
NODISCARD enum outcome take_records(struct sql *sql, struct arena *arena, const struct loaded_projects *projects,
				    struct loaded_records *loaded, struct error *error);

/* Into the order of projects and paths. */
void sort_records(struct arena *arena, struct records *records);

#endif
