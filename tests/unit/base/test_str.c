/* SPDX-License-Identifier: MIT */
#include "testing.h"

static void finds(void **state)
{
	(void)state;
	assert_int_equal(str_find(STR("aab"), STR("ab")), 1);
	assert_int_equal(str_find(STR("abcab"), STR("cab")), 2);
	assert_int_equal(str_find(STR("ab"), STR("abc")), STR_NOT_FOUND);
	assert_int_equal(str_find(STR("ab"), STR("")), 0);
	assert_int_equal(str_find((struct str){0}, STR("a")), STR_NOT_FOUND);
	assert_int_equal(str_find_nocase(STR("See ADR-1"), STR("adr")), 4);
	assert_int_equal(str_find_byte(STR("a/b/c"), '/'), 1);
	assert_int_equal(str_find_last_byte(STR("a/b/c"), '/'), 3);
	assert_int_equal(str_find_last_byte(STR("abc"), '/'), STR_NOT_FOUND);
}

static void compares(void **state)
{
	(void)state;
	assert_true(str_compare(STR("a"), STR("ab")) < 0);
	assert_true(str_compare(STR("b"), STR("ab")) > 0);
	assert_int_equal(str_compare((struct str){0}, STR("")), 0);
	assert_true(str_compare(STR("\xc3\xa9"), STR("z")) > 0); /* bytes, not signed characters */
	assert_true(str_equal_nocase(STR("Date"), STR("dATE")));
	assert_false(str_equal_nocase(STR("Date"), STR("Dates")));
	assert_true(str_starts_nocase(STR("ADR-1"), STR("adr")));
	assert_true(str_ends_nocase(STR("a.MD"), STR(".md")));
	assert_false(str_ends(STR("d"), STR(".md")));
}

static void slices_and_trims(void **state)
{
	(void)state;
	assert_str(str_slice(STR("abcdef"), 2, 4), "cd");
	assert_str(str_slice(STR("abc"), 2, 99), "c");
	assert_str(str_slice(STR("abc"), 9, 2), "");
	assert_str(str_trim(STR(" \t a b\r\n")), "a b");
	assert_str(str_trim(STR("  ")), "");
	assert_str(str_trim_bytes(STR("**bold*"), "*"), "bold");
	assert_int_equal(str_trim_bytes((struct str){"\0a", 2}, "a").length, 1); /* NUL is no terminator here */
}

static void splits_lines(void **state)
{
	(void)state;
	struct str rest = STR("one\r\n\ntwo"), line;
	assert_true(str_next_line(&rest, &line));
	assert_str(line, "one");
	assert_true(str_next_line(&rest, &line));
	assert_str(line, "");
	assert_true(str_next_line(&rest, &line));
	assert_str(line, "two");
	assert_false(str_next_line(&rest, &line));
}

static void splits_parts(void **state)
{
	(void)state;
	struct str rest = STR("a,,b"), part;
	const char *expected[] = {"a", "", "b"};
	for (size_t i = 0; i < 3; i++) {
		assert_true(str_next_part(&rest, ',', &part));
		assert_str(part, expected[i]);
	}
	assert_false(str_next_part(&rest, ',', &part));
}

static void reads_numbers(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		bool valid;
		int32_t number;
	} rows[] = {
		{"0", true, 0},
		{"0012", true, 12},
		{"2147483647", true, INT32_MAX},
		{"2147483648", false, 0},
		{"", false, 0},
		{"-1", false, 0},
		{"1 ", false, 0},
		{"99999999999999999999", false, 0},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		int32_t number = 0;
		assert_int_equal(str_to_number(str_of(rows[i].text), &number), rows[i].valid);
		assert_int_equal(number, rows[i].number);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds),        cmocka_unit_test(compares),     cmocka_unit_test(slices_and_trims),
		cmocka_unit_test(splits_lines), cmocka_unit_test(splits_parts), cmocka_unit_test(reads_numbers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
