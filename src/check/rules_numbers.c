/* SPDX-License-Identifier: MIT */
/* number-duplicate. A folder is a log, or a file: several logs of one project may each count from 1. */
#include "lint.h"

#include "adr/base/file.h"

#include <stdlib.h>

static struct str log_of(const struct record *record)
{
	return record_is_part(record) ? record->path : path_directory(record->path);
}

static int compare_log_and_number(const struct record *a, const struct record *b)
{
	int order = str_compare(a->project->name, b->project->name);
	if (order == 0)
		order = str_compare(log_of(a), log_of(b));
	return order != 0 ? order : (a->number > b->number) - (a->number < b->number);
}

static int compare_numbered(const void *x, const void *y)
{
	const struct record *a = *(const struct record *const *)x, *b = *(const struct record *const *)y;
	int order = compare_log_and_number(a, b);
	return order != 0 ? order : record_compare_places(a, b);
}

static void report(struct lint_all *lint, const struct record *record, const struct record *other, size_t more)
{
	const char *tail = more == 0 ? "" : arena_printf(lint->arena, " and of %zu more", more).at;
	struct str name = record_is_part(other) ? other->title : path_name(other->path);
	finding_in(finding_add(lint->arena, lint->findings, RULE_NUMBER_DUPLICATE, NULL, record->title_at,
			       "the number %d is also that of %.*s%s", (int)record->number, STR_ARG(name), tail),
		   record);
}

void check_numbers(struct lint_all *lint)
{
	const struct record **list = ARENA_ARRAY(lint->arena, const struct record *, lint->records->count);
	size_t count = 0;
	LIST_EACH (const struct record, record, lint->records)
		if (record->kind == KIND_RECORD && record->number >= 0)
			list[count++] = record;
	qsort(list, count, sizeof *list, compare_numbered);
	for (size_t first = 0, end; first < count; first = end) {
		for (end = first + 1; end < count && compare_log_and_number(list[first], list[end]) == 0; end++)
			;
		for (size_t i = first; i < end && end - first > 1; i++)
			report(lint, list[i], list[i == first ? first + 1 : first], end - first - 2);
	}
}
