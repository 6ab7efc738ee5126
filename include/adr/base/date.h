/* SPDX-License-Identifier: MIT */
/* Calendar days of the proleptic Gregorian calendar, years 1 to 9999, without a time of day.
 * Algorithm: days_from_civil / civil_from_days, Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms". */
#ifndef ADR_BASE_DATE_H
#define ADR_BASE_DATE_H

#include "adr/base/str.h"

struct date {
	int32_t days; /* since 1970-01-01; meaningless unless set */
	bool set;     /* false: there is no date */
};

/* Which number of 03/04/2026 is the day; AUTO: that is to be found out. */
enum date_order { DATE_ORDER_AUTO, DATE_ORDER_DMY, DATE_ORDER_MDY };

enum date_unit { DATE_DAYS, DATE_WEEKS, DATE_MONTHS, DATE_YEARS };

/* A length of time as people write it: "6m", "30d", "1y", "2w". */
struct period {
	int32_t count; /* 0: there is none */
	enum date_unit unit;
};

/* False (and *date untouched) for a day that does not exist, such as 2026-02-30. */
bool date_make(int year, int month, int day, struct date *date);

/* False, and *date untouched, when the day lies outside of the years 1 to 9999. */
bool date_from_days(int32_t days, struct date *date);
void date_split(struct date date, int *year, int *month, int *day);

/* YYYY-MM-DD and nothing else. */
bool date_parse_iso(struct str text, struct date *date);

#define DATE_TEXT_SIZE 11
/* Writes YYYY-MM-DD, or "" when there is no date, and returns `buffer`. */
const char *date_format(struct date date, char buffer[DATE_TEXT_SIZE]);

/* The date `period` later. A month's end stays within the month: 31 January + 1 month = 28 or 29 February.
 * Unset when the result leaves the years 1 to 9999. */
struct date date_add(struct date date, struct period period);

/* Digits and one of d, w, m, y: "90d", "6m", also "0d". */
bool period_parse(struct str text, struct period *period);

#define PERIOD_TEXT_SIZE 16
/* Writes what period_parse() reads, "6m", and returns `buffer`. */
const char *period_format(struct period period, char buffer[PERIOD_TEXT_SIZE]);

/* Today: SOURCE_DATE_EPOCH (seconds, UTC) when set and valid, else the clock in local time. --as-of is the caller's. */
struct date date_today(void);

/* What day it is in a time zone: "Europe/Berlin" and the like, "UTC", "local". SOURCE_DATE_EPOCH, when set, says when it
 * is. False for a zone that this machine does not know. Changes the time zone of the process. */
bool date_today_in(struct str zone, struct date *today);

static inline bool date_equal(struct date a, struct date b)
{
	return a.set == b.set && (!a.set || a.days == b.days);
}

#endif
