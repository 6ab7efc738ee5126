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

/* A decision in a log. */
static void add_part(uint32_t project, const char *path, const char *anchor, int32_t number, uint32_t line)
{
	add(project, path, number);
	struct record *record = &records.item[records.count - 1];
	record->anchor = str_of(anchor);
	record->extent = (struct extent){.first_line = line, .last_line = line + 3};
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

/* A log that counts from 1 leaves the files their names. */
static void decisions_in_logs_have_ids(void **state)
{
	(void)state;
	add(0, "docs/adr/0001-a.md", 1);
	add_part(0, "docs/decisions.md", "d-1-x", 1, 3);
	add_part(0, "docs/decisions.md", "d-2-y", 2, 7);
	add_part(0, "docs/decisions.md", "d-3-z", 3, 11);
	add_part(0, "docs/decisions.md", "d-3-zz", 3, 15);
	add_part(0, "docs/decisions.md", "plain", -1, 19);
	add_part(1, "a/log.md", "x", -1, 3);
	add_part(1, "b/log.md", "x", -1, 3);
	resolve_ids(arena, &records);
	static const char *const want[] = {
		"billing/ADR-0001",         "billing/decisions#d-1-x", "billing/ADR-0002",  "billing/decisions#d-3-z",
		"billing/decisions#d-3-zz", "billing/decisions#plain", "search/a/log.md#x", "search/b/log.md#x"};
	for (size_t i = 0; i < records.count; i++)
		assert_str(records.item[i].id, want[i]);
}

static void links_find_decisions_in_logs(void **state)
{
	(void)state;
	static const struct {
		size_t from;
		const char *file, *target;
		int32_t number;
		const char *want;
	} cases[] = {
		{0, "docs/decisions.md", "decisions.md#d-1-x", -1, "billing/decisions#d-1-x"},
		{0, "docs/decisions.md", "decisions.md#D-1--x", -1, "billing/decisions#d-1-x"},
		{0, "docs/decisions.md", "decisions.md#d-1", -1, "billing/decisions#d-1-x"},
		{0, "docs/decisions.md", "decisions.md#adr-002", -1, "billing/ADR-0002"},
		{0, "docs/decisions.md", "decisions.md#use", -1, "billing/decisions#use-nets"},
		{0, "docs/decisions.md", "decisions.md#us", -1, NULL},
		{0, "docs/decisions.md", "decisions.md#nowhere", -1, NULL},
		{0, "docs/decisions.md", "decisions.md", -1, NULL},
		{0, "docs/adr/0001-a.md", "0001-a.md#context", -1, "billing/ADR-0001"},
		{0, "", "ADR-1", 1, "billing/ADR-0001"},
		{0, "", "ADR-2", 2, "billing/ADR-0002"},
		{1, "", "D-1", 1, "billing/decisions#d-1-x"},
		{2, "", "D-1", 1, "billing/decisions#d-1-x"},
		{4, "", "ADR-1", 1, "billing/ADR-0001"},
	};
	add(0, "docs/adr/0001-a.md", 1);
	add_part(0, "docs/decisions.md", "d-1-x", 1, 3);
	add_part(0, "docs/decisions.md", "d-2-y", 2, 7);
	add_part(0, "docs/decisions.md", "use-nets", -1, 11);
	add_part(0, "docs/other.md", "alone", -1, 3);
	resolve_ids(arena, &records);
	struct directory *directory = directory_new(arena, &records, &projects);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct record *from = &records.item[cases[i].from];
		from->links.count = 0;
		struct link *link = add_link(cases[i].from, cases[i].file, "", cases[i].number);
		link->target = str_of(cases[i].target);
		resolve_links(directory, from);
		if (!str_equal(from->links.item[0].to, str_of(cases[i].want)))
			fail_msg("case %zu: '%.*s'", i, STR_ARG(from->links.item[0].to));
	}
}

static void references_find_decisions_in_logs(void **state)
{
	(void)state;
	add(0, "docs/adr/0001-a.md", 1);
	add_part(0, "docs/decisions.md", "d-1-x", 1, 3);
	add_part(0, "docs/decisions.md", "d-2-y", 2, 7);
	resolve_ids(arena, &records);
	const struct record *found = NULL;
	static const char *const one[] = {"billing/decisions#d-1-x", "docs/decisions.md#d-1", "decisions#d-1-x",
					  "d-1-x", "decisions.md#D-1-X"};
	for (size_t i = 0; i < sizeof one / sizeof *one; i++) {
		assert_int_equal(resolve_reference(&records, str_of(one[i]), &found), 1);
		assert_str(found->anchor, "d-1-x");
	}
	assert_int_equal(resolve_reference(&records, STR("docs/decisions.md"), &found), 2);
	assert_int_equal(resolve_reference(&records, STR("d-1-"), &found), 1);
	assert_int_equal(resolve_reference(&records, STR("decisions.md#d"), &found), 2);
	assert_int_equal(resolve_reference(&records, STR("decisions.md#x"), &found), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(ids_are_numbers_where_these_are_unique, set_up, tear_down),
		cmocka_unit_test_setup_teardown(decisions_in_logs_have_ids, set_up, tear_down),
		cmocka_unit_test_setup_teardown(links_find_decisions_in_logs, set_up, tear_down),
		cmocka_unit_test_setup_teardown(references_find_decisions_in_logs, set_up, tear_down),
		cmocka_unit_test_setup_teardown(links_lead_to_records, set_up, tear_down),
		cmocka_unit_test_setup_teardown(references_mean_what_people_type, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
