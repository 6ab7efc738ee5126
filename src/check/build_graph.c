/* SPDX-License-Identifier: MIT */
#include "adr/check/check.h"

#include "relations.h"

void build_graph(const struct records *records, struct arena *arena, struct graph *graph)
{
	struct relations relations;
	relations_find(arena, records, &relations);
	*graph = (struct graph){0};
	for (size_t i = 0; i < relations.node_count; i++)
		*LIST_ADD(arena, &graph->nodes) = relations.nodes[i];
	LIST_EACH (const struct relation, relation, &relations.list)
		*LIST_ADD(arena, &graph->edges) = (struct graph_edge){
			.from = relations.nodes[relation->from],
			.to = relations.nodes[relation->to],
			.kind = relation->kind,
			.words = relation->words,
		};
}
