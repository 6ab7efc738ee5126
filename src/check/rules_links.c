/* SPDX-License-Identifier: MIT */
/* link-broken: links that lead to no record, and to no file either. */
#include "lint.h"

#include <stdlib.h>

/* The numbers that a project's records have, to tell "no such record" from "several". */
struct numbered {
	struct str project;
	int32_t number;
};

struct register_of_numbers {
	struct numbered *item;
	size_t count;
};

static int compare_numbered(const void *a, const void *b)
{
	const struct numbered *first = a, *second = b;
	int order = str_compare(first->project, second->project);
	return order != 0 ? order : (first->number > second->number) - (first->number < second->number);
}

static struct register_of_numbers list_numbers(struct lint_all *lint)
{
	struct register_of_numbers numbers = {ARENA_ARRAY(lint->arena, struct numbered, lint->records->count), 0};
	LIST_EACH (const struct record, record, lint->records)
		if (record->kind == KIND_RECORD)
			numbers.item[numbers.count++] = (struct numbered){record->project->name, record->number};
	qsort(numbers.item, numbers.count, sizeof *numbers.item, compare_numbered);
	return numbers;
}

static bool has_number(const struct register_of_numbers *numbers, struct str project, int32_t number)
{
	struct numbered wanted = {project, number};
	return bsearch(&wanted, numbers->item, numbers->count, sizeof *numbers->item, compare_numbered) != NULL;
}

static void report(struct lint_all *lint, const struct record *record, const struct link *link, const char *why)
{
	finding_in(finding_add(lint->arena, lint->findings, RULE_LINK_BROKEN, NULL, link->at,
			       "'%.*s' leads nowhere: %s", STR_ARG(link->target), why),
		   record);
}

/* "ADR-12" is a record and nothing else. A number alone may be a year or a ticket, "RFC 12" one of the internet's, and
 * the records of another project may not have been looked at. */
static bool surely_means_record(const struct link *link)
{
	bool says_adr = str_starts_nocase(link->target, STR("adr")) || str_starts_nocase(link->target, STR("madr"));
	return says_adr && link->to_number >= 0 && str_empty(link->to_project);
}

static void check_link(struct lint_all *lint, const struct register_of_numbers *numbers, const struct record *record,
		       const struct link *link)
{
	if (!str_empty(link->to) || (link->mention && link->kind == LINK_RELATES_TO))
		return; /* but "superseded by 0007-x.md" has to lead somewhere, mentioned or linked */
	if (!str_empty(link->file)) {
		if (!lint->exists(lint->context, record->project, link->file))
			report(lint, record, link, "there is no such file");
	} else if (surely_means_record(link) && !has_number(numbers, record->project->name, link->to_number)) {
		report(lint, record, link, "the project has no record with this number");
	}
}

/* Indexes and logs lead readers to records too. */
static bool has_checked_links(const struct record *record)
{
	return record->kind == KIND_RECORD || record->kind == KIND_INDEX || record->kind == KIND_LOG;
}

void check_links(struct lint_all *lint)
{
	struct register_of_numbers numbers = list_numbers(lint);
	LIST_EACH (const struct record, record, lint->records) {
		if (!has_checked_links(record))
			continue;
		LIST_EACH (const struct link, link, &record->links)
			check_link(lint, &numbers, record, link);
	}
}
