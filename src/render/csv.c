/* SPDX-License-Identifier: MIT */
#include "csv.h"

#include "lines.h"

#include "adr/base/scope.h"

#include <assert.h>

struct csv csv_open(FILE *stream)
{
	return (struct csv){.stream = stream};
}

void csv_close(struct csv *csv)
{
	assert(csv->cells == 0);
	text_release(&csv->row);
}

static void start_cell(struct csv *csv)
{
	if (csv->cells++ > 0)
		text_add_byte(&csv->row, ',');
}

static bool looks_like_formula(struct str text)
{
	return !str_empty(text) && strchr("=+-@\t\r", text.at[0]) != NULL && text.at[0] != '\0';
}

static void add_quoted(struct text *row, struct str cell)
{
	text_add_byte(row, '"');
	size_t quote;
	while ((quote = str_find_byte(cell, '"')) != STR_NOT_FOUND) {
		text_add(row, str_slice(cell, 0, quote + 1));
		text_add_byte(row, '"');
		cell = str_from(cell, quote + 1);
	}
	text_add(row, cell);
	text_add_byte(row, '"');
}

void csv_text(struct csv *csv, struct str text)
{
	SCOPED(text_release) struct text cell = {0};
	if (looks_like_formula(text))
		text_add_byte(&cell, '\'');
	add_clean(&cell, text);
	start_cell(csv);
	struct str clean = text_str(&cell);
	if (str_find_byte(clean, '"') != STR_NOT_FOUND || str_find_byte(clean, ',') != STR_NOT_FOUND)
		add_quoted(&csv->row, clean);
	else
		text_add(&csv->row, clean);
}

void csv_name(struct csv *csv, const char *name)
{
	csv_text(csv, str_of(name));
}

void csv_number_or_empty(struct csv *csv, int64_t number, int64_t absent)
{
	start_cell(csv);
	if (number != absent)
		text_printf(&csv->row, "%lld", (long long)number);
}

void csv_strs(struct csv *csv, const struct strs *strs)
{
	SCOPED(text_release) struct text cell = {0};
	LIST_EACH (const struct str, entry, strs) {
		if (entry != strs->item)
			text_add_z(&cell, CSV_SEPARATOR);
		text_add(&cell, *entry);
	}
	csv_text(csv, text_str(&cell));
}

void csv_date(struct csv *csv, struct date date)
{
	char text[DATE_TEXT_SIZE];
	csv_text(csv, str_of(date_format(date, text)));
}

void csv_end_row(struct csv *csv)
{
	text_add_z(&csv->row, "\r\n");
	fwrite(csv->row.at, 1, csv->row.length, csv->stream);
	text_clear(&csv->row);
	csv->cells = 0;
}

void csv_header(struct csv *csv, const char *const *names)
{
	for (; *names; names++)
		csv_name(csv, *names);
	csv_end_row(csv);
}
