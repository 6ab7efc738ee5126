/* SPDX-License-Identifier: MIT */
/* Dates as people write them, found in a short text. */
#ifndef ADR_PARSE_DATE_TEXT_H
#define ADR_PARSE_DATE_TEXT_H

#include "word_index.h"

#include "adr/base/arena.h"
#include "adr/base/date.h"

struct date_text {
	struct str text;      /* as written */
	int first, second;    /* of "03/04/2021", where the order is to be told by others; else 0 */
	int year, month, day; /* else; the day may not exist: 2026-02-30 */
};

/* The first date in `text`: ISO, 2024/03/12, 12.03.2024, 12/03/2024, 12 March 2024, March 12th, 2024, 2024年3月12日.
 * False when there is none. A dot between the numbers means day first. */
bool find_date(const struct word_index *words, struct arena *scratch, struct str text, struct date_text *found);

/* "6 months", "six months", "1y", "annually": the first length of time in the text. */
bool find_period(const struct word_index *words, struct arena *scratch, struct str text, struct period *period);

#endif
