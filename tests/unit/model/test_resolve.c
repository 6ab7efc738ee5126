/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "adr/model/resolve.h"

static struct arena *arena;
static struct projects projects;
static struct records records;

static int set_up(void **state)
{
	(void)state;
	arena = arena_new();
	projects = (struct projects){0};
	records = (struct records){0};
	static const char *const roots[][2] = {{"billing", "/src/billing"}, {"search", "/src/search"}};
	for (uint32_t i = 0; i < 2; i++) {
		struct project *project = LIST_ADD(arena, &projects);
		*project = (struct project){.name = str_of(roots[i][0]), .root = str_of(roots[i][1]), .number = i};
	}
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static void add(uint32_t project, const char *path, int32_t number)
{
	struct record *record = LIST_ADD(arena, &records);
	record->project = &projects.item[project];
	record->path = str_of(path);
	record->number = number;
}

static struct link *add_link(size_t record, const char *file, const char *project, int32_t number)
{
	struct link *link = LIST_ADD(arena, &records.item[record].links);
	link->file = str_of(file);
	link->to_project = str_of(project);
	link->to_number = number;
	return link;
}

static void ids_are_numbers_where_these_are_unique(void **state)
{
	(void)state;
	add(0, "docs/adr/0001-a.md", 1);
	add(0, "docs/adr/0002-b.md", 2);
	add(0, "docs/adr/0002-c.md", 2);
	add(0, "docs/adr/plain.md", -1);
	add(0, "other/plain.md", -1);
	add(1, "adr/12345-x.md", 12345);
	add(1, "adr/0002-y.md", 2);
	add(1, "adr/0002-template.md", 2);
	records.item[7].kind = KIND_TEMPLATE;
	resolve_ids(arena, &records);
	static const char *const expected[] = {
		"billing/ADR-0001",       "billing/0002-b",   "billing/0002-c",  "billing/docs/adr/plain.md",
		"billing/other/plain.md", "search/ADR-12345", "search/ADR-0002", "search/adr/0002-template.md",
	};
	for (size_t i = 0; i < records.count; i++)
		assert_str(records.item[i].id, expected[i]);
}

static void links_lead_to_records(void **state)
{
	(void)state;
	add(0, "docs/adr/0001-a.md", 1);
	add(0, "docs/adr/0002-b.md", 2);
	add(1, "adr/0001-s.md", 1);
	add(1, "adr/0003-t.md", 3);
	add(1, "adr/0003-u.md", 3);
	static const struct {
		const char *file, *project;
		int32_t number;
		const char *to;
	} rows[] = {
		{"docs/adr/0002-b.md", "", 2, "billing/ADR-0002"},
		{"", "", 2, "billing/ADR-0002"},
		{"", "Search", 1, "search/ADR-0001"},
		{"../search/adr/0001-s.md", "", 1, "search/ADR-0001"},
		{"", "", 9, ""},
		{"docs/adr/0009-none.md", "", 2, ""}, /* a path that leads nowhere is not saved by its number */
		{"../../etc/passwd", "", -1, ""},
		{"", "search", 3, ""}, /* two records have this number */
		{"", "unknown", 1, ""},
	};
	struct link *links[sizeof rows / sizeof *rows];
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		add_link(0, rows[i].file, rows[i].project, rows[i].number);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		links[i] = &records.item[0].links.item[i];
	resolve_ids(arena, &records);
	const struct directory *directory = directory_new(arena, &records, &projects);
	LIST_EACH (struct record, record, &records)
		resolve_links(directory, record);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_str(links[i]->to, rows[i].to);
	assert_str(links[3]->path, "adr/0001-s.md");
}

static void references_mean_what_people_type(void **state)
{
	(void)state;
	add(0, "docs/adr/0001-use-kafka.md", 1);
	add(0, "docs/adr/0002-use-redis.md", 2);
	add(1, "adr/0001-use-kafka-too.md", 1);
	resolve_ids(arena, &records);
	static const struct {
		const char *reference;
		size_t count;
		const char *id;
	} rows[] = {
		{"billing/ADR-0001", 1, "billing/ADR-0001"},
		{"billing/1", 1, "billing/ADR-0001"},
		{"search/adr-1", 1, "search/ADR-0001"},
		{"2", 1, "billing/ADR-0002"},
		{"ADR-0002", 1, "billing/ADR-0002"},
		{"1", 2, ""},
		{"0002-use-redis", 1, "billing/ADR-0002"},
		{"0002-use-redis.md", 1, "billing/ADR-0002"},
		{"docs/adr/0002-use-redis.md", 1, "billing/ADR-0002"},
		{"0001-use-kafka", 1, "billing/ADR-0001"},
		{"0001-use", 2, ""},
		{"0001-use-kafka-", 1, "search/ADR-0001"},
		{"7", 0, ""},
		{"", 3, ""},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct record *found = NULL;
		assert_int_equal(resolve_reference(&records, str_of(rows[i].reference), &found), rows[i].count);
		assert_str(found ? found->id : (struct str){0}, rows[i].id);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(ids_are_numbers_where_these_are_unique, set_up, tear_down),
		cmocka_unit_test_setup_teardown(links_lead_to_records, set_up, tear_down),
		cmocka_unit_test_setup_teardown(references_mean_what_people_type, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
