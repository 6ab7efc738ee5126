/* SPDX-License-Identifier: MIT */
/* Records and the links between them. */
#ifndef ADR_MODEL_GRAPH_H
#define ADR_MODEL_GRAPH_H

#include "adr/model/record.h"

struct graph_edge {
	const struct record *from, *to;
	enum link_kind kind;
	struct str words; /* for LINK_OTHER */
};

/* One edge per relation: "A supersedes B" and "B superseded by A" are the same edge, shown as A supersedes B. */
struct graph {
	struct graph_nodes LIST_OF(const struct record *) nodes; /* by id */
	struct graph_edges LIST_OF(struct graph_edge) edges;     /* by from, to, kind */
};

#endif
