/* SPDX-License-Identifier: MIT */
/* Comma-separated values (RFC 4180: CR LF, quotes doubled), one row at a time. Private to render/.
 *
 * Cells are cleaned like text for a terminal and stay on one line. A text that a spreadsheet would take for a formula
 * (it begins with = + - @ or a tab) gets a ' in front, as spreadsheets themselves write it. */
#ifndef ADR_RENDER_CSV_H
#define ADR_RENDER_CSV_H

#include "adr/base/date.h"
#include "adr/base/list.h"
#include "adr/base/text.h"

#include <stdio.h>

#define CSV_SEPARATOR "; " /* between the entries of a list in one cell */

struct csv {
	FILE *stream;
	struct text row;
	size_t cells; /* in the row so far */
};

struct csv csv_open(FILE *stream);
void csv_text(struct csv *csv, struct str text);
void csv_name(struct csv *csv, const char *name); /* empty when NULL */
void csv_number_or_empty(struct csv *csv, int64_t number, int64_t absent);
void csv_strs(struct csv *csv, const struct strs *strs); /* joined by CSV_SEPARATOR */
void csv_date(struct csv *csv, struct date date);        /* empty when unset */
void csv_end_row(struct csv *csv);
void csv_close(struct csv *csv);

/* The names of the columns as the first row; the list ends with NULL. */
void csv_header(struct csv *csv, const char *const *names);

#endif
