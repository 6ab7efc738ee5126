/* SPDX-License-Identifier: MIT */
/* The lists of records that are loaded already: one query per list, merged with the records. */
#ifndef ADR_STORE_LOAD_LISTS_H
#define ADR_STORE_LOAD_LISTS_H

#include "sql.h"

/* Records with their numbers in the index, both ascending. */
struct loaded_records {
	struct records records;
	struct places LIST_OF(int64_t) places;
};

/* Where the run of places ends that begins at number `from`: what lies near to each other is asked for at once. */
size_t run_end(const struct places *places, size_t from);

/* Takes kind, words, target, file, to_project, to_number, line, mention, basis, and path and id of where it leads. */
void take_link(struct sql *sql, struct arena *arena, struct link *link);

/* Adds the lists that `parts` (enum store_parts) names. */
NODISCARD enum outcome load_lists(struct store *store, struct arena *arena, unsigned parts,
				  struct loaded_records *loaded, struct error *error);

#endif
