/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "adr/base/date.h"

#include <stdlib.h>

static struct date iso(const char *text)
{
	struct date date = {0};
	date_parse_iso(str_of(text), &date);
	return date;
}

static void assert_date(struct date date, const char *expected)
{
	char buffer[DATE_TEXT_SIZE];
	assert_string_equal(date_format(date, buffer), expected);
}

static void knows_which_days_exist(void **state)
{
	(void)state;
	static const char *const good[] = {"0001-01-01", "1970-01-01", "2000-02-29", "2024-02-29", "9999-12-31"};
	static const char *const bad[] = {"2026-02-30",
					  "1900-02-29",
					  "2023-02-29",
					  "2026-00-01",
					  "2026-13-01",
					  "2026-01-00",
					  "0000-01-01",
					  "2026-1-01",
					  "2026/01/01",
					  "2026-01-011",
					  ""};
	for (size_t i = 0; i < sizeof good / sizeof *good; i++)
		assert_date(iso(good[i]), good[i]);
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(iso(bad[i]).set);
}

/* A second implementation: counts day by day through all the years. */
static void every_day_follows_the_one_before(void **state)
{
	(void)state;
	static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	int32_t days = iso("0001-01-01").days;
	assert_int_equal(iso("1970-01-01").days, 0);
	for (int year = 1; year <= 9999; year++) {
		bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
		for (int month = 1; month <= 12; month++) {
			int length = lengths[month - 1] + (leap && month == 2);
			for (int day = 1; day <= length; day++, days++) {
				struct date date;
				int y, m, d;
				assert_true(date_make(year, month, day, &date));
				assert_int_equal(date.days, days);
				date_split(date, &y, &m, &d);
				assert_true(y == year && m == month && d == day);
			}
		}
	}
}

static void adds_periods(void **state)
{
	(void)state;
	static const struct {
		const char *from, *period, *to;
	} rows[] = {
		{"2026-01-31", "1m", "2026-02-28"}, {"2024-01-31", "1m", "2024-02-29"},
		{"2024-02-29", "1y", "2025-02-28"}, {"2026-12-31", "1d", "2027-01-01"},
		{"2026-11-30", "3m", "2027-02-28"}, {"2026-11-20", "2w", "2026-12-04"},
		{"9999-12-31", "1d", ""},           {"9999-06-01", "1y", ""},
		{"2026-02-14", "6m", "2026-08-14"}, {"2026-01-01", "2000000000d", ""},
		{"2026-01-01", "2000000000y", ""},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct period period;
		assert_true(period_parse(str_of(rows[i].period), &period));
		assert_date(date_add(iso(rows[i].from), period), rows[i].to);
	}
	struct date none = {0};
	assert_false(date_add(none, (struct period){1, DATE_DAYS}).set);
}

static void refuses_odd_periods(void **state)
{
	(void)state;
	static const char *const bad[] = {"", "d", "30", "-1d", "1.5m", "1 d", "0d", "6M", "99999999999d"};
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct period period;
		assert_false(period_parse(str_of(bad[i]), &period));
	}
}

static void today_can_be_set(void **state)
{
	(void)state;
	setenv("SOURCE_DATE_EPOCH", "1795132800", 1);
	assert_date(date_today(), "2026-11-20");
	setenv("SOURCE_DATE_EPOCH", "nonsense", 1);
	assert_true(date_today().set);
	unsetenv("SOURCE_DATE_EPOCH");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_which_days_exist), cmocka_unit_test(every_day_follows_the_one_before),
		cmocka_unit_test(adds_periods),           cmocka_unit_test(refuses_odd_periods),
		cmocka_unit_test(today_can_be_set),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
