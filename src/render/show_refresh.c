/* SPDX-License-Identifier: MIT */
/* `adr index`: what a refresh did, one line per project. */
#include "lines.h"
#include "parts.h"

#include "adr/render/show.h"

#include <assert.h>

/* The columns that the numbers of each kind need. */
struct digits {
	size_t records, added, changed, removed;
};

static size_t widen(size_t width, size_t number)
{
	size_t digits = 1;
	for (; number > 9; number /= 10)
		digits++;
	return digits > width ? digits : width;
}

static struct digits digits_for(const struct refresh_row *total)
{
	return (struct digits){
		.records = widen(1, total->records),
		.added = widen(1, total->added),
		.changed = widen(1, total->changed),
		.removed = widen(1, total->removed),
	};
}

static struct refresh_row add_up(const struct refresh_rows *rows)
{
	struct refresh_row total = {.project = STR("total")};
	LIST_EACH (const struct refresh_row, row, rows) {
		total.records += row->records;
		total.added += row->added;
		total.changed += row->changed;
		total.removed += row->removed;
	}
	return total;
}

static void show_number(struct paper *paper, size_t number, size_t digits, const char *what)
{
	SCOPED(text_release) struct text text = {0};
	text_printf(&text, "  %*zu %s", (int)digits, number, what);
	paper_text(paper, number > 0 ? STYLE_PLAIN : STYLE_DIM, text_str(&text));
}

static void show_row(struct paper *paper, const struct refresh_row *row, size_t name_width, const struct digits *digits,
		     enum style style)
{
	paper_column(paper, style, row->project, name_width);
	show_number(paper, row->records, digits->records, row->records == 1 ? "record " : "records");
	show_number(paper, row->added, digits->added, "added");
	show_number(paper, row->changed, digits->changed, "changed");
	show_number(paper, row->removed, digits->removed, "removed");
	paper_print(paper, "\n");
}

static void refresh_text(struct paper *paper, const struct refresh_rows *rows)
{
	struct refresh_row total = add_up(rows);
	struct digits digits = digits_for(&total);
	size_t name_width = rows->count > 1 ? total.project.length : 0;
	LIST_EACH (const struct refresh_row, row, rows) {
		size_t width = clean_width(row->project);
		name_width = width > name_width ? width : name_width;
	}
	LIST_EACH (const struct refresh_row, row, rows)
		show_row(paper, row, name_width, &digits, STYLE_PLAIN);
	if (rows->count > 1)
		show_row(paper, &total, name_width, &digits, STYLE_BOLD);
	if (rows->count == 0)
		paper_print(paper, "No projects.\n");
}

static void refresh_json(struct paper *paper, const struct refresh_rows *rows)
{
	struct json json = open_report(paper);
	json_begin_array(&json, "projects");
	LIST_EACH (const struct refresh_row, row, rows) {
		json_begin_object(&json, NULL);
		json_text(&json, "project", row->project);
		json_number(&json, "records", (int64_t)row->records);
		json_number(&json, "added", (int64_t)row->added);
		json_number(&json, "changed", (int64_t)row->changed);
		json_number(&json, "removed", (int64_t)row->removed);
		json_end(&json);
	}
	json_end(&json);
	close_report(&json);
}

void show_refresh(struct paper *paper, const struct refresh_rows *rows, enum format format)
{
	assert(format == FORMAT_TEXT || format == FORMAT_JSON);
	if (format == FORMAT_JSON)
		refresh_json(paper, rows);
	else
		refresh_text(paper, rows);
}
