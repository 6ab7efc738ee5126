/* SPDX-License-Identifier: MIT */
#include "csv.h"
#include "sample.h"
#include "written.h"

#include "testing.h"

#define BROKEN "\xEF\xBF\xBD"

static void cells(void **state)
{
	static const struct {
		struct str text;
		const char *cell;
	} rows[] = {
		{STR_INIT(""), ""},
		{STR_INIT("plain words"), "plain words"},
		{STR_INIT("a, b"), "\"a, b\""},
		{STR_INIT("say \"hi\""), "\"say \"\"hi\"\"\""},
		{STR_INIT("\""), "\"\"\"\""},
		{STR_INIT("two\nlines\r\nthree"), "two lines three"},
		{STR_INIT("=1+1"), "'=1+1"},
		{STR_INIT("=cmd|' /C calc'!A0,1"), "\"'=cmd|' /C calc'!A0,1\""},
		{STR_INIT("+49"), "'+49"},
		{STR_INIT("-1"), "'-1"},
		{STR_INIT("@sum"), "'@sum"},
		{STR_INIT("\t=1"), "' =1"},
		{STR_INIT("1=1"), "1=1"},
		{STR_INIT("\x1b[31m\xFF"), BROKEN "[31m" BROKEN},
		{STR_INIT("日本"), "日本"},
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct written written;
		written_begin(&written);
		struct csv csv = csv_open(written.paper.stream);
		csv_text(&csv, rows[i].text);
		csv_end_row(&csv);
		csv_close(&csv);
		written_end(&written);
		struct str row = written_str(&written);
		assert_true(str_ends(row, STR("\r\n")));
		written.at[row.length - 2] = '\0';
		assert_string_equal(written.at, rows[i].cell);
		written_release(&written);
	}
}

static void rows_of_all_kinds(void **state)
{
	static const char *const names[] = {"a", "b", "c", NULL};
	static struct str tags[] = {STR_INIT("x"), STR_INIT("y, z")};
	const struct strs list = ITEMS(tags), none = {0};
	(void)state;
	struct written written;
	written_begin(&written);
	struct csv csv = csv_open(written.paper.stream);
	csv_header(&csv, names);
	csv_number_or_empty(&csv, 12, -1);
	csv_number_or_empty(&csv, -1, -1);
	csv_strs(&csv, &list);
	csv_end_row(&csv);
	csv_date(&csv, (struct date)DAY_2026_11_20);
	csv_date(&csv, (struct date){0});
	csv_strs(&csv, &none);
	csv_end_row(&csv);
	csv_name(&csv, NULL);
	csv_end_row(&csv);
	csv_close(&csv);
	written_end(&written);
	assert_string_equal(written.at, "a,b,c\r\n12,,\"x; y, z\"\r\n2026-11-20,,\r\n\r\n");
	written_release(&written);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells),
		cmocka_unit_test(rows_of_all_kinds),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
