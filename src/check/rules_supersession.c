/* SPDX-License-Identifier: MIT */
/* superseded-without-successor, supersede-one-sided */
#include "lint.h"

static bool names_successor(const struct record *record)
{
	LIST_EACH (const struct link, link, &record->links)
		if (link->kind == LINK_SUPERSEDED_BY)
			return true;
	return false;
}

/* The side that speaks gets the finding: there is a line to show, and it names the file to change. */
static void report_one_sided(struct lint_all *lint, const struct record *speaker, const struct link *link,
			     const struct record *silent, const char *what)
{
	finding_in(finding_add(lint->arena, lint->findings, RULE_SUPERSEDE_ONE_SIDED, NULL, link->at,
			       "%.*s does not say that it %s this record", STR_ARG(silent->id), what),
		   speaker);
}

static void check_both_sides(struct lint_all *lint, const struct relation *relation)
{
	const struct record *newer = lint->relations.nodes[relation->from],
			    *older = lint->relations.nodes[relation->to];
	if (!relation->stated_by_to)
		report_one_sided(lint, newer, relation->stated_by_from, older, "is superseded by");
	else if (!relation->stated_by_from)
		report_one_sided(lint, older, relation->stated_by_to, newer, "supersedes");
}

void check_supersession(struct lint_all *lint)
{
	const struct relations *relations = &lint->relations;
	bool *replaced = ARENA_ARRAY(lint->arena, bool, relations->node_count);
	LIST_EACH (const struct relation, relation, &relations->list) {
		if (relation->kind != LINK_SUPERSEDES)
			continue;
		replaced[relation->to] = true;
		check_both_sides(lint, relation);
	}
	for (size_t i = 0; i < relations->node_count; i++) {
		const struct record *record = relations->nodes[i];
		if (record->status == STATUS_SUPERSEDED && !replaced[i] && !names_successor(record))
			finding_in(finding_add(lint->arena, lint->findings, RULE_SUPERSEDED_WITHOUT_SUCCESSOR, NULL,
					       record->status_at,
					       "the record is superseded, but does not say by which"),
				   record);
	}
}
