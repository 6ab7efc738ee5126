/* SPDX-License-Identifier: MIT */
/* `adr list`: one line per record. */
#include "csv.h"
#include "lines.h"
#include "parts.h"

#include "adr/render/show.h"

#include <assert.h>

static size_t widest_id(const struct records *records)
{
	size_t widest = 0;
	LIST_EACH (const struct record, record, records) {
		size_t width = clean_width(record->id);
		if (width > widest)
			widest = width;
	}
	return widest;
}

static void list_text(struct paper *paper, const struct records *records)
{
	size_t columns = id_columns(paper, widest_id(records));
	LIST_EACH (const struct record, record, records) {
		size_t used = paper_id(paper, record->id, columns) + COLUMN_GAP;
		paper_print(paper, "  ");
		paper_status(paper, record->status, true);
		paper_print(paper, "  ");
		paper_date(paper, record->date, true);
		paper_print(paper, "  ");
		used += STATUS_WIDTH + COLUMN_GAP + DATE_WIDTH + COLUMN_GAP;
		paper_last(paper, STYLE_PLAIN, record->title, used);
	}
	if (records->count == 0)
		paper_print(paper, "No records.\n");
}

static void list_json(struct paper *paper, const struct records *records)
{
	struct json json = open_report(paper);
	json_begin_array(&json, "records");
	LIST_EACH (const struct record, record, records) {
		json_begin_object(&json, NULL);
		json_id_and_path(&json, record);
		json_number_or_null(&json, "number", record->number, -1);
		json_title_and_status(&json, record);
		json_date(&json, "date", record->date);
		json_date(&json, "review", record->review);
		json_strs(&json, "tags", &record->tags);
		json_end(&json);
	}
	json_end(&json);
	close_report(&json);
}

static void list_csv(struct paper *paper, const struct records *records)
{
	static const char *const columns[] = {"id",     "project", "path",   "number", "title",
					      "status", "date",    "review", "tags",   NULL};
	struct csv csv = csv_open(paper->stream);
	csv_header(&csv, columns);
	LIST_EACH (const struct record, record, records) {
		csv_text(&csv, record->id);
		csv_text(&csv, record->project->name);
		csv_text(&csv, record->path);
		csv_number_or_empty(&csv, record->number, -1);
		csv_text(&csv, record->title);
		csv_name(&csv, status_name(record->status));
		csv_date(&csv, record->date);
		csv_date(&csv, record->review);
		csv_strs(&csv, &record->tags);
		csv_end_row(&csv);
	}
	csv_close(&csv);
}

/* Programs get the very bytes of the name, so that they can open it; people get it cleaned. */
static void list_paths(struct paper *paper, const struct records *records, struct str here)
{
	SCOPED(places_release) struct places places = {.here = here};
	SCOPED(text_release) struct text path = {0};
	LIST_EACH (const struct record, record, records) {
		add_place(&places, &path, record->project, record->path);
		if (paper->terminal)
			paper_text(paper, STYLE_PLAIN, text_str(&path));
		else
			fwrite(path.at, 1, path.length, paper->stream);
		fputc('\n', paper->stream);
		text_clear(&path);
	}
}

void show_list(struct paper *paper, const struct records *records, struct str here, enum format format)
{
	assert(format == FORMAT_TEXT || format == FORMAT_JSON || format == FORMAT_CSV || format == FORMAT_PATHS);
	if (format == FORMAT_JSON)
		list_json(paper, records);
	else if (format == FORMAT_CSV)
		list_csv(paper, records);
	else if (format == FORMAT_PATHS)
		list_paths(paper, records, here);
	else
		list_text(paper, records);
}
