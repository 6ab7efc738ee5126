/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "adr/model/source.h"

static void lines_end_in_every_way(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		uint32_t lines;
		const char *second;
	} rows[] = {
		{"", 1, ""},
		{"one", 1, ""},
		{"one\n", 1, ""},
		{"one\ntwo", 2, "two"},
		{"one\r\ntwo\r\n", 2, "two"},
		{"one\rtwo\rthree", 3, "two"},
		{"one\n\nthree", 3, ""},
		{"one\r\r\nx", 3, ""},
	};
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct source source;
		source_init(&source, arena, STR("x"), str_of(rows[i].text));
		assert_int_equal(source.line_count, rows[i].lines);
		assert_str(source_line(&source, 2), rows[i].second);
		assert_str(source_line(&source, 99), "");
	}
	arena_free(arena);
}

static void places_count_characters(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct source source;
	source_init(&source, arena, STR("x"), STR("a\n\u65e5\u672c x\n"));
	struct str word = str_slice(source.text, 9, 10);
	assert_str(word, "x");
	struct span span = source_span(&source, word);
	assert_int_equal(span.line, 2);
	assert_str(source_text(&source, span), "x");
	struct place place = source_place(&source, span.start);
	assert_int_equal(place.line, 2);
	assert_int_equal(place.column, 4);
	assert_int_equal(source_line_of(&source, 0), 1);
	assert_int_equal(source_line_of(&source, 1), 1);
	assert_int_equal(source_line_of(&source, 2), 2);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_end_in_every_way),
		cmocka_unit_test(places_count_characters),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
