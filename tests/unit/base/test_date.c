/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* timegm() */
#include "testing.h"

#include "adr/base/date.h"

#include <stdlib.h>
#include <time.h>

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
	static const char *const bad[] = {"", "d", "30", "-1d", "1.5m", "1 d", "0", "6M", "99999999999d"};
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

/* --- against a second implementation ------------------------------------------------------------------------------ */

/* Days by counting whole years and months, without eras or shifted years. */
static int32_t days_counted(int year, int month, int day)
{
	static const int before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
	int64_t years = year - 1;
	int64_t days = years * 365 + years / 4 - years / 100 + years / 400 - 719162;
	return (int32_t)(days + before[month - 1] + (leap && month > 2) + day - 1);
}

static uint64_t dice = 88172645463325252U;

/* xorshift64: the same numbers every time. */
static int roll(int below)
{
	dice ^= dice << 13;
	dice ^= dice >> 7;
	dice ^= dice << 17;
	return (int)(dice % (uint64_t)below);
}

/* The sum by the C library: timegm() carries months and days over by itself; a month's end is put back by hand. */
static bool sum_by_library(int year, int month, int day, struct period period, struct tm *sum)
{
	static const int in_months[] = {[DATE_MONTHS] = 1, [DATE_YEARS] = 12};
	bool months = period.unit == DATE_MONTHS || period.unit == DATE_YEARS;
	int days = months ? 0 : period.count * (period.unit == DATE_WEEKS ? 7 : 1);
	int added = months ? period.count * in_months[period.unit] : 0;
	*sum = (struct tm){.tm_year = year - 1900, .tm_mon = month - 1 + added, .tm_mday = months ? 1 : day + days};
	time_t time = timegm(sum);
	if (months) {
		int wanted = sum->tm_mon;
		struct tm first = *sum;
		for (int last = day; last > 27; last--) {
			*sum = first;
			sum->tm_mday = last;
			time = timegm(sum);
			if (sum->tm_mon == wanted)
				break;
		}
		if (day <= 27) {
			sum->tm_mday = day;
			time = timegm(sum);
		}
	}
	return time != (time_t)-1 || sum->tm_year == 69;
}

static void a_hundred_thousand_sums_agree(void **state)
{
	(void)state;
	size_t beyond = 0;
	for (int i = 0; i < 100000; i++) {
		int year = 1970 + roll(8030), month = 1 + roll(12), day = 1 + roll(31);
		struct period period = {1 + roll(i % 2 ? 40 : 4000), (enum date_unit)roll(4)};
		struct date date;
		if (!date_make(year, month, day, &date))
			day = 28;
		assert_true(date_make(year, month, day, &date));
		assert_int_equal(date.days, days_counted(year, month, day));
		struct date sum = date_add(date, period);
		struct tm expected;
		assert_true(sum_by_library(year, month, day, period, &expected));
		beyond += expected.tm_year + 1900 > 9999;
		assert_int_equal(sum.set, expected.tm_year + 1900 <= 9999);
		if (!sum.set)
			continue;
		int y, m, d;
		date_split(sum, &y, &m, &d);
		if (y != expected.tm_year + 1900 || m != expected.tm_mon + 1 || d != expected.tm_mday)
			fail_msg("%d-%d-%d and %d of unit %d: %d-%d-%d, the library says %d-%d-%d", year, month, day,
				 (int)period.count, (int)period.unit, y, m, d, expected.tm_year + 1900,
				 expected.tm_mon + 1, expected.tm_mday);
		assert_int_equal(sum.days, days_counted(y, m, d));
	}
	assert_true(beyond > 100 && beyond < 50000);
}

static void today_depends_on_the_zone(void **state)
{
	(void)state;
	struct date today = {0};
	setenv("SOURCE_DATE_EPOCH", "1795132800", 1); /* 2026-11-20, midnight in Greenwich */
	assert_true(date_today_in(STR("UTC"), &today));
	assert_date(today, "2026-11-20");
	assert_false(date_today_in(STR("Europe/Atlantis"), &today));
	assert_false(date_today_in(STR("../../../etc/passwd"), &today));
	assert_false(date_today_in(STR("/etc/passwd"), &today));
	assert_false(date_today_in(STR("Europe"), &today));
	assert_false(date_today_in(STR(""), &today));
	if (date_today_in(STR("America/New_York"), &today)) /* where the machine has zones */
		assert_date(today, "2026-11-19");
	setenv("TZ", "ABC-1", 1);
	assert_true(date_today_in(STR("local"), &today));
	assert_date(today, "2026-11-20");
	setenv("TZ", "ABC1", 1);
	assert_true(date_today_in(STR("local"), &today));
	assert_date(today, "2026-11-19");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(knows_which_days_exist),
		cmocka_unit_test(every_day_follows_the_one_before),
		cmocka_unit_test(adds_periods),
		cmocka_unit_test(refuses_odd_periods),
		cmocka_unit_test(today_can_be_set),
		cmocka_unit_test(a_hundred_thousand_sums_agree),
		cmocka_unit_test(today_depends_on_the_zone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
