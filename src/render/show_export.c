/* SPDX-License-Identifier: MIT */
/* `adr export`: everything that is known about each record, for programs. */
#include "csv.h"
#include "parts.h"
#include "record_json.h"

#include "adr/render/show.h"

#include <assert.h>

static const char *const columns[] = {"id",     "project",     "path",       "kind",     "number", "title",  "language",
				      "status", "status_text", "date",       "review",   "dates",  "people", "links",
				      "chosen", "rejected",    "considered", "decision", "tags",   NULL};

static void start_entry(struct text *cell)
{
	if (cell->length > 0)
		text_add_z(cell, CSV_SEPARATOR);
}

static void csv_dates(struct csv *csv, const struct record *record)
{
	SCOPED(text_release) struct text cell = {0};
	char date[DATE_TEXT_SIZE];
	LIST_EACH (const struct dated, dated, &record->dates) {
		start_entry(&cell);
		text_printf(&cell, "%s ", date_kind_name(dated->kind));
		text_add(&cell, dated->date.set ? str_of(date_format(dated->date, date)) : dated->text);
	}
	csv_text(csv, text_str(&cell));
}

static void csv_people(struct csv *csv, const struct record *record)
{
	SCOPED(text_release) struct text cell = {0};
	LIST_EACH (const struct person, person, &record->people) {
		start_entry(&cell);
		text_add(&cell, person->name);
		text_printf(&cell, " (%s)", role_name(person->role));
	}
	csv_text(csv, text_str(&cell));
}

static void csv_links(struct csv *csv, const struct record *record)
{
	SCOPED(text_release) struct text cell = {0};
	LIST_EACH (const struct link, link, &record->links) {
		start_entry(&cell);
		text_add(&cell, link_words(link->kind, link->words));
		text_add_byte(&cell, ' ');
		text_add(&cell, str_empty(link->to) ? link->target : link->to);
	}
	csv_text(csv, text_str(&cell));
}

static void csv_options(struct csv *csv, const struct record *record, enum stance stance)
{
	SCOPED(text_release) struct text cell = {0};
	LIST_EACH (const struct option, option, &record->options) {
		if (option->stance != stance)
			continue;
		start_entry(&cell);
		text_add(&cell, option->name);
	}
	csv_text(csv, text_str(&cell));
}

static void csv_record(struct csv *csv, const struct record *record)
{
	csv_text(csv, record->id);
	csv_text(csv, record->project->name);
	csv_text(csv, record->path);
	csv_name(csv, record_kind_name(record->kind));
	csv_number_or_empty(csv, record->number, -1);
	csv_text(csv, record->title);
	csv_text(csv, record->language);
	csv_name(csv, status_name(record->status));
	csv_text(csv, record->status_text);
	csv_date(csv, record->date);
	csv_date(csv, record->review);
	csv_dates(csv, record);
	csv_people(csv, record);
	csv_links(csv, record);
	csv_options(csv, record, STANCE_CHOSEN);
	csv_options(csv, record, STANCE_REJECTED);
	csv_options(csv, record, STANCE_CONSIDERED);
	csv_text(csv, record->decision);
	csv_strs(csv, &record->tags);
	csv_end_row(csv);
}

static void export_csv(struct paper *paper, next_record next, void *context)
{
	struct csv csv = csv_open(paper->stream);
	csv_header(&csv, columns);
	for (const struct record *record; (record = next(context));)
		csv_record(&csv, record);
	csv_close(&csv);
}

static void export_jsonl(struct paper *paper, next_record next, void *context)
{
	struct json json = json_open(paper->stream, JSON_ONE_LINE);
	for (const struct record *record; (record = next(context));)
		json_record(&json, record);
	json_close(&json);
}

static void export_json(struct paper *paper, next_record next, void *context)
{
	struct json json = json_open(paper->stream, JSON_PRETTY);
	json_begin_array(&json, NULL);
	for (const struct record *record; (record = next(context));)
		json_record(&json, record);
	json_end(&json);
	json_close(&json);
}

void show_export(struct paper *paper, next_record next, void *context, enum format format)
{
	assert(format == FORMAT_JSONL || format == FORMAT_JSON || format == FORMAT_CSV);
	if (format == FORMAT_CSV)
		export_csv(paper, next, context);
	else if (format == FORMAT_JSON)
		export_json(paper, next, context);
	else
		export_jsonl(paper, next, context);
}
