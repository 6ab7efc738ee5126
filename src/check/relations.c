/* SPDX-License-Identifier: MIT */
#include "relations.h"

#include <stdlib.h>

static int compare_nodes(const void *a, const void *b)
{
	const struct record *first = *(const struct record *const *)a, *second = *(const struct record *const *)b;
	int order = str_compare(first->id, second->id);
	return order != 0 ? order : record_compare_places(first, second);
}

static void list_nodes(struct arena *arena, const struct records *records, struct relations *relations)
{
	relations->nodes = ARENA_ARRAY(arena, const struct record *, records->count);
	relations->node_count = 0;
	LIST_EACH (const struct record, record, records)
		if (record->kind == KIND_RECORD)
			relations->nodes[relations->node_count++] = record;
	qsort(relations->nodes, relations->node_count, sizeof *relations->nodes, compare_nodes);
}

static int compare_id(const void *id, const void *node)
{
	return str_compare(*(const struct str *)id, (*(const struct record *const *)node)->id);
}

/* The position of the record with this id, or node_count. */
static size_t find_node(const struct relations *relations, struct str id)
{
	const struct record **found =
		bsearch(&id, relations->nodes, relations->node_count, sizeof *relations->nodes, compare_id);
	return found ? (size_t)(found - relations->nodes) : relations->node_count;
}

/* Whether a relation is shown from its other end. */
static bool is_turned(enum link_kind kind, size_t from, size_t to)
{
	if (link_kind_reverse(kind) == kind) /* symmetric: from the smaller id */
		return kind != LINK_OTHER && from > to;
	return kind == LINK_SUPERSEDED_BY || kind == LINK_AMENDED_BY || kind == LINK_REQUIRED_BY;
}

static void add_link(struct arena *arena, struct relations *relations, size_t from, const struct link *link)
{
	size_t to = str_empty(link->to) ? relations->node_count : find_node(relations, link->to);
	if (to == relations->node_count || to == from)
		return;
	struct relation *relation = LIST_ADD(arena, &relations->list);
	*relation = (struct relation){from, to, link->kind, link->words, link, NULL};
	if (is_turned(link->kind, from, to))
		*relation = (struct relation){to, from, link_kind_reverse(link->kind), link->words, NULL, link};
	if (relation->kind != LINK_OTHER)
		relation->words = (struct str){0};
}

static int compare_sizes(size_t a, size_t b)
{
	return (a > b) - (a < b);
}

static int compare_relations(const void *a, const void *b)
{
	const struct relation *first = a, *second = b;
	int order = compare_sizes(first->from, second->from);
	if (order == 0)
		order = compare_sizes(first->to, second->to);
	if (order == 0)
		order = compare_sizes(first->kind, second->kind);
	return order != 0 ? order : str_compare(first->words, second->words);
}

static void merge_doubles(struct relations *relations)
{
	size_t kept = 0;
	LIST_EACH (struct relation, relation, &relations->list) {
		struct relation *last = kept > 0 ? &relations->list.item[kept - 1] : NULL;
		if (!last || compare_relations(last, relation) != 0) {
			relations->list.item[kept++] = *relation;
			continue;
		}
		if (!last->stated_by_from)
			last->stated_by_from = relation->stated_by_from;
		if (!last->stated_by_to)
			last->stated_by_to = relation->stated_by_to;
	}
	relations->list.count = kept;
}

void relations_find(struct arena *arena, const struct records *records, struct relations *relations)
{
	*relations = (struct relations){0};
	list_nodes(arena, records, relations);
	for (size_t i = 0; i < relations->node_count; i++)
		LIST_EACH (const struct link, link, &relations->nodes[i]->links)
			add_link(arena, relations, i, link);
	if (relations->list.count > 1)
		qsort(relations->list.item, relations->list.count, sizeof *relations->list.item, compare_relations);
	merge_doubles(relations);
}
