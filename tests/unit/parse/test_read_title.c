/* SPDX-License-Identifier: MIT */
#include "read.h"

static void prefixes_are_no_part_of_the_title(void **state)
{
	(void)state;
	static const struct {
		const char *heading, *title;
		int32_t number;
	} rows[] = {
		{"ADR-005: Docker", "Docker", 5},
		{"5. Docker", "Docker", 5},
		{"ADR 5 - Docker", "Docker", 5},
		{"ADR-0005 Docker", "Docker", 5},
		{"ADR-0005 \xE2\x80\x94 Docker", "Docker", 5},
		{"0005. Docker", "Docker", 5},
		{"[ADR] Docker", "Docker", -1},
		{"AMT-0006 Cards", "Cards", 6},
		{"Architecture Decision Record: Docker", "Docker", -1},
		{"Use **Docker** and `podman`", "Use Docker and podman", -1},
		{"3 ways to ship", "3 ways to ship", -1},
		{"Use [Docker](https://docker.example)", "Use Docker", -1},
		{"TITLE: Docker", "Docker", -1},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct str text = arena_printf(fixture.arena, "# %s\n\n## Status\n\nAccepted\n", rows[i].heading);
		const struct record *record = read_bytes_as("docs/docker.md", text);
		assert_str(record->title, rows[i].title);
		assert_int_equal(record->number, rows[i].number);
		assert_int_equal(record->title_at.line, 1);
		assert_true(record->title_stated);
	}
}

static void the_word_for_a_section_may_be_a_title(void **state)
{
	(void)state;
	assert_str(read_as("adr/0011-m.md", "# 11. Monitoring\n\n## Status\n\nAccepted\n\n## Context\n\nc\n")->title,
		   "Monitoring");
	assert_str(read_as("adr/0011-buoys.md", "# Context\n\nc\n\n# Decision\n\nd\n")->title, "buoys");
}

static void what_stands_in_is_without_date_and_number(void **state)
{
	(void)state;
	assert_str(read_as("adr/2024-05-06-blue-ropes.md", "## Context\n\nc\n\n## Decision\n\nd\n")->title,
		   "blue ropes");
	assert_str(
		read_as("adr/0006-ropes.md", "---\ntitle: ADR-006\nsummary: Ropes of one colour\n---\n\n## Context\n")
			->title,
		"Ropes of one colour");
}

static void the_file_name_gives_the_number(void **state)
{
	(void)state;
	static const struct {
		const char *path;
		int32_t number;
	} rows[] = {
		{"docs/adr/0012-x.md", 12},
		{"docs/adr/ADR-012-x.md", 12},
		{"docs/adr/adr_012_x.md", 12},
		{"docs/adr/adr012-x.md", 12},
		{"adr/012.md", 12},
		{"adr/20240102-x.md", -1},
		{"adr/2024-01-02-x.md", -1},
		{"adr/2022-08-02_020-x.md", 20},
		{"adr/003-release/index.md", 3},
		{"adr/use-v2-of-the-api.md", -1},
		{"adr/nr.-002-auswahl.md", 2},
		{"adr/README.md", -1},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		if (read_as(rows[i].path, "# X\n")->number != rows[i].number)
			fail_msg("%s: %d", rows[i].path, fixture.record.number);
	}
}

static void the_file_name_wins_over_the_heading(void **state)
{
	(void)state;
	assert_int_equal(read_as("docs/adr/0008-x.md", "# ADR-9: X\n")->number, 8);
}

static void front_matter_and_file_name_stand_in(void **state)
{
	(void)state;
	assert_str(read_text("---\ntitle: 20. Time\n---\n\n## Status\n\nAccepted\n")->title, "Time");
	assert_str(read_as("adr/0005-use-postgres.md", "## Context\n\n## Decision\n")->title, "use postgres");
	assert_false(fixture.record.title_stated);
	assert_str(read_text("---\ntitle: In front\n---\n# Context\n\nx\n\n# Decision\n\ny\n")->title, "In front");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(prefixes_are_no_part_of_the_title, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(the_word_for_a_section_may_be_a_title, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(what_stands_in_is_without_date_and_number, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(the_file_name_gives_the_number, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(the_file_name_wins_over_the_heading, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(front_matter_and_file_name_stand_in, read_set_up, read_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
