/* SPDX-License-Identifier: MIT */
/* What records say about each other, once per relation: "A supersedes B" in A's file and "B superseded by A" in B's are
 * one relation that both ends state. */
#ifndef ADR_CHECK_RELATIONS_H
#define ADR_CHECK_RELATIONS_H

#include "adr/model/record.h"

struct relation {
	size_t from, to;                   /* positions in `nodes` */
	enum link_kind kind;               /* supersedes, amends, depends_on; the symmetric kinds; LINK_OTHER */
	struct str words;                  /* for LINK_OTHER */
	const struct link *stated_by_from; /* NULL: the record it begins at does not say so */
	const struct link *stated_by_to;   /* the same for the record it leads to */
};

struct relations {
	const struct record **nodes; /* records of KIND_RECORD by id */
	size_t node_count;
	struct relation_list LIST_OF(struct relation) list; /* by from, to, kind, words */
};

/* All resolved links between the records; a link of a record to itself is none. Costs a sort. */
void relations_find(struct arena *arena, const struct records *records, struct relations *relations);

#endif
