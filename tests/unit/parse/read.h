/* SPDX-License-Identifier: MIT */
/* Reads a text as the reader's callers do, for tests of what comes out. */
#ifndef ADR_TEST_READ_H
#define ADR_TEST_READ_H

#include "testing.h"

#include "adr/parse/read_record.h"

struct fixture {
	struct arena *arena;
	struct reader *reader;
	struct config config;
	struct project project;
	struct source source;
	struct record record;
	struct records decisions; /* of a log */
};

static struct fixture fixture;

static inline int read_set_up(void **state)
{
	(void)state;
	read_prepare();
	fixture.arena = arena_new();
	fixture.reader = reader_new(&vocabulary_builtin);
	config_init(&fixture.config);
	fixture.project = (struct project){.name = STR("shop"), .root = STR("/shop"), .config = &fixture.config};
	return 0;
}

static inline int read_tear_down(void **state)
{
	(void)state;
	reader_free(fixture.reader);
	arena_free(fixture.arena);
	return 0;
}

static inline const struct record *read_bytes_as(const char *path, struct str text)
{
	source_init(&fixture.source, fixture.arena, str_of(path), text);
	read_record(fixture.reader, &fixture.source, &fixture.project, str_of(path), fixture.arena, &fixture.record,
		    &fixture.decisions);
	return &fixture.record;
}

static inline const struct record *read_as(const char *path, const char *text)
{
	return read_bytes_as(path, str_of(text));
}

static inline const struct record *read_text(const char *text)
{
	return read_as("docs/adr/0007-x.md", text);
}

static inline void assert_date(struct date date, const char *want)
{
	char text[DATE_TEXT_SIZE];
	assert_string_equal(date_format(date, text), want);
}

/* How many findings of the rule there are; `line` of the first, where it is not NULL. */
static inline size_t count_findings(enum rule rule, uint32_t *line)
{
	size_t count = 0;
	LIST_EACH (struct finding, finding, &fixture.record.findings) {
		if (finding->rule == rule && count++ == 0 && line)
			*line = finding->from.line;
	}
	return count;
}

#endif
