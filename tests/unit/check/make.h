/* SPDX-License-Identifier: MIT */
/* Records made by hand, for tests of what is concluded from them. Everything lives in one arena. */
#ifndef ADR_TEST_CHECK_MAKE_H
#define ADR_TEST_CHECK_MAKE_H

#include "adr/base/scope.h"
#include "adr/base/text.h"
#include "adr/check/check.h"
#include "adr/model/resolve.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

struct maker {
	struct arena *arena;
	struct config config;
	struct project projects[2]; /* "one" and "two" */
	struct records records;
};

static inline void maker_init(struct maker *maker)
{
	*maker = (struct maker){.arena = arena_new()};
	config_init(&maker->config);
	maker->projects[0] =
		(struct project){.name = STR("one"), .root = STR("/one"), .config = &maker->config, .number = 0};
	maker->projects[1] =
		(struct project){.name = STR("two"), .root = STR("/two"), .config = &maker->config, .number = 1};
}

static inline void maker_free(struct maker *maker)
{
	arena_free(maker->arena);
}

/* An accepted record. The pointer is valid until the next one is added. */
static inline struct record *make_record(struct maker *maker, size_t project, const char *path, int32_t number)
{
	struct record *record = LIST_ADD(maker->arena, &maker->records);
	record->project = &maker->projects[project];
	record->path = str_of(path);
	record->kind = KIND_RECORD;
	record->number = number;
	record->status = STATUS_ACCEPTED;
	record->title_at = (struct span){.line = 1};
	record->status_at = (struct span){.line = 3};
	return record;
}

/* A link to a file of the project, from line 5. */
static inline struct link *make_link(struct maker *maker, struct record *record, enum link_kind kind, const char *file)
{
	struct link *link = LIST_ADD(maker->arena, &record->links);
	*link = (struct link){.kind = kind, .to_number = -1, .at = {.line = 5}};
	link->target = link->file = str_of(file);
	return link;
}

/* Gives ids and resolves links, as a command does before anything is judged. */
static inline void make_ready(struct maker *maker)
{
	struct projects projects = {maker->projects, 2, 2};
	resolve_ids(maker->arena, &maker->records);
	const struct directory *directory = directory_new(maker->arena, &maker->records, &projects);
	LIST_EACH (struct record, record, &maker->records)
		resolve_links(directory, record);
}

static inline struct date make_date(const char *text)
{
	struct date date = {0};
	if (text)
		assert_true(date_parse_iso(str_of(text), &date));
	return date;
}

#endif
