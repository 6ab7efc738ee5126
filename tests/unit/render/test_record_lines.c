/* SPDX-License-Identifier: MIT */
/* The text of the lines that values were read from. */
#include "record_lines.h"
#include "written.h"

#include <jansson.h>
#include <string.h>

#include "testing.h"

static void lines_are_trimmed_and_short(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct source lines = file_lines(arena, STR("# one\r\n\n\t two  \n"));
	assert_str(line_text(&lines, 1), "# one");
	assert_str(line_text(&lines, 2), "");
	assert_str(line_text(&lines, 3), "two");
	assert_str(line_text(&lines, 0), "");
	assert_str(line_text(&lines, 99), "");
	char *long_line = arena_take(arena, 1000);
	memset(long_line, 'x', 1000);
	memcpy(long_line + LINE_TEXT_MOST - 1, "\xC3\xA9", 2); /* the cut would fall inside of it */
	lines = file_lines(arena, (struct str){long_line, 1000});
	assert_int_equal(line_text(&lines, 1).length, LINE_TEXT_MOST - 1);
	arena_free(arena);
}

static void a_decision_in_a_log_has_its_lines(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct source lines = file_lines(arena, STR("# log\n\n## one\n\na\n\n## two\nb"));
	struct record record = {.anchor = STR("one"), .extent = {.first_line = 3, .last_line = 6}};
	assert_str(own_part(&lines, &record), "## one\n\na\n");
	record.extent = (struct extent){.first_line = 7, .last_line = 8};
	assert_str(own_part(&lines, &record), "## two\nb");
	record.extent.last_line = 9; /* the file has become shorter */
	assert_str(own_part(&lines, &record), "");
	record.anchor = (struct str){0};
	assert_int_equal(own_part(&lines, &record).length, lines.text.length);
	arena_free(arena);
}

static void each_line_is_told_once(void **state)
{
	(void)state;
	struct written written;
	written_begin(&written);
	struct project project = {.name = STR("shop")};
	struct record record = {
		.project = &project, .title_at = {.line = 1}, .status_at = {.line = 3}, .date_at = {.line = 3}};
	show_record(&written.paper, &record, STR("# one\n\nAccepted 2026-01-01\x1b[1m\n"), true, FORMAT_JSON);
	written_end(&written);
	json_t *whole = json_loads(written.at, 0, NULL), *shown = json_object_get(whole, "lines");
	assert_int_equal(json_object_size(whole), 22); /* what test_shapes.c looks at in an export, and the lines */
	assert_int_equal(json_integer_value(json_object_get(whole, "version")), 1);
	assert_int_equal(json_array_size(shown), 2);
	assert_string_equal(json_string_value(json_object_get(json_array_get(shown, 1), "text")),
			    "Accepted 2026-01-01\x1b[1m");
	assert_int_equal(json_integer_value(json_object_get(json_array_get(shown, 1), "line")), 3);
	json_decref(whole);
	written_release(&written);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_trimmed_and_short),
		cmocka_unit_test(a_decision_in_a_log_has_its_lines),
		cmocka_unit_test(each_line_is_told_once),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
