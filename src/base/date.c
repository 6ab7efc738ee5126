/* SPDX-License-Identifier: MIT */
#include "adr/base/date.h"

#include "adr/base/scope.h"
#include "adr/base/text.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>

static bool leap_year(int year)
{
	return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int month_length(int year, int month)
{
	static const int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	return month == 2 && leap_year(year) ? 29 : lengths[month - 1];
}

/* Years begin on 1 March here, so that the leap day is the last; eras are the 400 years after which all repeats. */
static int32_t days_from_civil(int year, int month, int day)
{
	year -= month <= 2;
	int era = year / 400; /* years before 1 do not occur: year is at least 0 */
	int year_of_era = year - era * 400;
	int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
	return era * 146097 + day_of_era - 719468;
}

bool date_make(int year, int month, int day, struct date *date)
{
	if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > month_length(year, month))
		return false;
	*date = (struct date){.days = days_from_civil(year, month, day), .set = true};
	return true;
}

#define FIRST_DAY (-719162) /* 0001-01-01 */
#define LAST_DAY 2932896    /* 9999-12-31 */

bool date_from_days(int32_t days, struct date *date)
{
	if (days < FIRST_DAY || days > LAST_DAY)
		return false;
	*date = (struct date){.days = days, .set = true};
	return true;
}

void date_split(struct date date, int *year, int *month, int *day)
{
	int days = date.days + 719468;
	int era = days / 146097;
	int day_of_era = days - era * 146097;
	int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int shifted_month = (5 * day_of_year + 2) / 153;
	*day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
	*month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
	*year = year_of_era + era * 400 + (*month <= 2);
}

bool date_parse_iso(struct str text, struct date *date)
{
	static const char form[] = "dddd-dd-dd";
	int digits[10];
	if (text.length != 10)
		return false;
	for (size_t i = 0; i < 10; i++) {
		digits[i] = text.at[i] - '0';
		if (form[i] == 'd' ? digits[i] < 0 || digits[i] > 9 : text.at[i] != form[i])
			return false;
	}
	return date_make(digits[0] * 1000 + digits[1] * 100 + digits[2] * 10 + digits[3], digits[5] * 10 + digits[6],
			 digits[8] * 10 + digits[9], date);
}

/* The last `count` digits of the number. */
static void put_digits(char *at, size_t count, unsigned number)
{
	for (; count > 0; number /= 10)
		at[--count] = (char)('0' + number % 10);
}

const char *date_format(struct date date, char buffer[DATE_TEXT_SIZE])
{
	buffer[0] = '\0';
	if (date.set) {
		int year, month, day;
		date_split(date, &year, &month, &day);
		put_digits(buffer, 4, (unsigned)year);
		buffer[4] = buffer[7] = '-';
		put_digits(buffer + 5, 2, (unsigned)month);
		put_digits(buffer + 8, 2, (unsigned)day);
		buffer[10] = '\0';
	}
	return buffer;
}

#define MONTHS_MOST (10000L * 12) /* the first month behind the year 9999 */

static struct date add_months(struct date date, int64_t months)
{
	int year, month, day;
	struct date sum = {0};
	date_split(date, &year, &month, &day);
	int64_t total = (int64_t)year * 12 + (month - 1) + months;
	if (total < 12 || total >= MONTHS_MOST)
		return sum;
	year = (int)(total / 12);
	month = (int)(total % 12) + 1;
	int last = month_length(year, month);
	date_make(year, month, day < last ? day : last, &sum);
	return sum;
}

static struct date add_days(struct date date, int64_t days)
{
	struct date first, last;
	int64_t sum = date.days + days;
	date_make(1, 1, 1, &first);
	date_make(9999, 12, 31, &last);
	if (sum < first.days || sum > last.days)
		return (struct date){0};
	return (struct date){.days = (int32_t)sum, .set = true};
}

struct date date_add(struct date date, struct period period)
{
	if (!date.set)
		return date;
	switch (period.unit) {
	case DATE_DAYS:
		return add_days(date, period.count);
	case DATE_WEEKS:
		return add_days(date, (int64_t)period.count * 7);
	case DATE_MONTHS:
		return add_months(date, period.count);
	case DATE_YEARS:
		return add_months(date, (int64_t)period.count * 12);
	}
	return date;
}

bool period_parse(struct str text, struct period *period)
{
	int32_t count;
	if (text.length < 2 || !str_to_number(str_slice(text, 0, text.length - 1), &count))
		return false;
	enum date_unit unit;
	switch (text.at[text.length - 1]) {
	case 'd':
		unit = DATE_DAYS;
		break;
	case 'w':
		unit = DATE_WEEKS;
		break;
	case 'm':
		unit = DATE_MONTHS;
		break;
	case 'y':
		unit = DATE_YEARS;
		break;
	default:
		return false;
	}
	*period = (struct period){.count = count, .unit = unit};
	return true;
}

const char *period_format(struct period period, char buffer[PERIOD_TEXT_SIZE])
{
	snprintf(buffer, PERIOD_TEXT_SIZE, "%d%c", (int)period.count, "dwmy"[period.unit]);
	return buffer;
}

/* Seconds of SOURCE_DATE_EPOCH (reproducible-builds.org), or false. */
static bool source_date_epoch(time_t *seconds)
{
	const char *text = getenv("SOURCE_DATE_EPOCH");
	if (!text || !*text)
		return false;
	char *end;
	errno = 0;
	long long value = strtoll(text, &end, 10);
	if (errno != 0 || *end != '\0' || value < 0)
		return false;
	*seconds = (time_t)value;
	return true;
}

static struct date date_of(const struct tm *parts)
{
	struct date date = {0};
	date_make(parts->tm_year + 1900, parts->tm_mon + 1, parts->tm_mday, &date);
	return date;
}

struct date date_today(void)
{
	struct tm parts = {0};
	time_t now;
	bool given = source_date_epoch(&now);
	if (!given)
		now = time(NULL);
	bool known = given ? gmtime_r(&now, &parts) != NULL : localtime_r(&now, &parts) != NULL;
	return known ? date_of(&parts) : (struct date){0};
}

#define ZONE_LENGTH_MOST 64

/* The C library takes every zone that it does not know for UTC: its file has to be there. */
static bool zone_exists(struct str zone)
{
	struct stat status;
	SCOPED(text_release) struct text path = {0};
	const char *folder = getenv("TZDIR");
	for (size_t i = 0; i < zone.length; i++) {
		char c = zone.at[i];
		bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
		if (!letter && (i == 0 || !strchr("_-+/", c)))
			return false;
	}
	if (str_empty(zone) || zone.length > ZONE_LENGTH_MOST)
		return false;
	text_printf(&path, "%s/%.*s", folder && *folder ? folder : "/usr/share/zoneinfo", STR_ARG(zone));
	return stat(path.at, &status) == 0 && S_ISREG(status.st_mode);
}

bool date_today_in(struct str zone, struct date *today)
{
	struct tm parts = {0};
	time_t now;
	SCOPED(text_release) struct text name = {0};
	bool local = str_equal(zone, STR("local")), utc = str_equal(zone, STR("UTC"));
	if (!local && !utc && !zone_exists(zone))
		return false;
	text_printf(&name, ":%.*s", STR_ARG(zone));
	if (!local && setenv("TZ", utc ? "UTC0" : name.at, 1) != 0)
		return false;
	tzset();
	if (!source_date_epoch(&now))
		now = time(NULL);
	if (localtime_r(&now, &parts))
		*today = date_of(&parts);
	return true;
}
