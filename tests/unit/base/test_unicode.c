/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "adr/base/scope.h"
#include "adr/base/unicode.h"

struct row {
	const char *text, *expected;
};

static void folds(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"Status", "status"},
		{"  Decision -- Makers: ", "decision makers"},
		{"D\u00e9cision \u2013 N\u00ba 3", "decision no 3"},
		{"Cafe\u0301", "cafe"},
		{"Stra\u00dfe", "strasse"},
		{"\u0141\u00f3d\u017a \u00d8re \u00c6r\u00f8", "lodz ore aero"},
		{"\u0420\u0435\u0448\u0435\u043d\u0438\u0435", "\u0440\u0435\u0448\u0435\u043d\u0438\u0435"},
		{"\u2705 Accepted \U0001F389", "accepted"},
		{"Context\u00b6", "context"},
		{"\uff33\uff54\uff41\uff54\uff55\uff53", "status"}, /* full width */
		{"\u304c\u304d", "\u304c\u304d"},                   /* the sound mark belongs to the letter */
		{"\uacb0\uc815", "\uacb0\uc815"},
		{"soft\u00adhyphen zero\u200bwidth", "softhyphen zerowidth"},
		{"bad \xff byte", "bad byte"},
		{"", ""},
		{"---", ""},
	};
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_str(unicode_fold(arena, str_of(rows[i].text)), rows[i].expected);
	assert_str(unicode_fold_keeping(arena, STR("Use Python:3.13-slim (C++, Node.js)"), "+#./:-@"),
		   "use python:3.13-slim c++ node.js");
	assert_str(unicode_fold_keeping(arena, STR("Caf\u00e9:1.0!"), ":."), "cafe:1.0");
	arena_free(arena);
}

static void cleans(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"plain", "plain"},
		{"caf\u00e9 \U0001F600", "caf\u00e9 \U0001F600"},
		{"a\xff"
		 "b",
		 "a\ufffd"
		 "b"},
		{"cut \xe2\x82", "cut \ufffd"}, /* one mark for a character that was cut short */
		{"\xed\xa0\x80", "\ufffd"},     /* surrogate */
		{"\xc0\xaf!", "\ufffd!"},       /* overlong */
		{"\xff\xfe", "\ufffd\ufffd"},
	};
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_str(unicode_clean(arena, str_of(rows[i].text)), rows[i].expected);
		assert_int_equal(unicode_find_invalid(str_of(rows[i].expected)), STR_NOT_FOUND);
	}
	assert_int_equal(unicode_find_invalid(STR("12345678901234567\xff")), 17);
	arena_free(arena);
}

static void nothing_moves_the_cursor(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"a\x1b[31mred", "a\ufffd[31mred"},
		{"a\r\nb\tc\nd", "a b c d"},
		{"del\x7f", "del\ufffd"},
		{"c1 \xc2\x9b 31m", "c1 \ufffd 31m"},
		{"rtl \u202e txt \u2066", "rtl \ufffd txt \ufffd"},
		{"line\u2028sep", "line sep"},
		{"family \U0001F468\u200d\U0001F469", "family \U0001F468\u200d\U0001F469"},
		{"bad \xff", "bad \ufffd"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		SCOPED(text_release) struct text out = {0};
		unicode_add_printable(&out, str_of(rows[i].text));
		assert_str(text_str(&out), rows[i].expected);
	}
}

static void measures(void **state)
{
	(void)state;
	assert_int_equal(unicode_width(STR("abc")), 3);
	assert_int_equal(unicode_width(STR("\u6c7a\u5b9a")), 4);
	assert_int_equal(unicode_width(STR("e\u0301")), 1);
	assert_int_equal(unicode_count(STR("e\u0301\u6c7a\xff")), 4);
	assert_str(unicode_fit(STR("\u6c7a\u5b9a"), 3), "\u6c7a");
	assert_str(unicode_fit(STR("e\u0301x"), 1), "e\u0301");
	assert_str(unicode_fit(STR("abc"), 9), "abc");
}

static void makes_slugs(void **state)
{
	(void)state;
	static const struct row rows[] = {
		{"Use PostgreSQL", "use-postgresql"},
		{"Node.JS", "node-js"},
		{"Slash/Slash/Slash/", "slash-slash-slash"},
		{"-Bar-", "bar"},
		{"Caf\u00e9 d\u00e9j\u00e0 vu", "caf\u00e9-d\u00e9j\u00e0-vu"},
		{"\u65e5\u672c\u8a9e", "\u65e5\u672c\u8a9e"},
		{"../../etc/passwd", "etc-passwd"},
		{"\u202e!?", ""},
	};
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_str(unicode_slug(arena, str_of(rows[i].text)), rows[i].expected);
	arena_free(arena);
}

static void counts_slips(void **state)
{
	(void)state;
	static const struct {
		const char *a, *b;
		size_t distance;
	} rows[] = {
		{"status", "status", 0}, {"status", "statsu", 1}, {"status", "stats", 1}, {"status", "xstatus", 1},
		{"lint", "list", 1},     {"graph", "index", 3},   {"", "ab", 2},          {"\u00e9", "e", 1},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		size_t distance = unicode_distance(str_of(rows[i].a), str_of(rows[i].b), 2);
		assert_int_equal(distance, rows[i].distance);
	}
	char longer[200];
	memset(longer, 'a', sizeof longer);
	struct str text = {longer, sizeof longer};
	assert_int_equal(unicode_distance(text, text, 2), 0);
	assert_int_equal(unicode_distance(text, str_from(text, 1), 2), 3); /* too long to compare: no slip */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(folds),    cmocka_unit_test(cleans),      cmocka_unit_test(nothing_moves_the_cursor),
		cmocka_unit_test(measures), cmocka_unit_test(makes_slugs), cmocka_unit_test(counts_slips),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
