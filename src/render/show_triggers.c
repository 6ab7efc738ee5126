/* SPDX-License-Identifier: MIT */
/* `adr review --triggers`: the conditions under which somebody should look again, record by record. */
#include "parts.h"

#include "adr/render/show.h"

#include <assert.h>

#define TRIGGER_LINES 4
#define LINE_COLUMNS 6

static size_t show_record_triggers(struct paper *paper, struct places *places, const struct record *record)
{
	size_t used = paper_id(paper, record->id, 0) + COLUMN_GAP;
	paper_print(paper, "  ");
	paper_last(paper, STYLE_PLAIN, record->title, used);
	paper_print(paper, "  ");
	paper_place(paper, places, record, 0);
	paper_print(paper, "\n");
	LIST_EACH (const struct trigger, trigger, &record->triggers) {
		paper_print(paper, "%*u  ", LINE_COLUMNS, (unsigned)trigger->at.line);
		paper_flow(paper, STYLE_PLAIN, trigger->text, LINE_COLUMNS + 2, LINE_COLUMNS + 2, TRIGGER_LINES);
	}
	paper_print(paper, "\n");
	return record->triggers.count;
}

static void triggers_text(struct paper *paper, const struct records *records)
{
	SCOPED(places_release) struct places places = places_of(paper);
	size_t count = 0;
	LIST_EACH (const struct record, record, records)
		count += show_record_triggers(paper, &places, record);
	if (count == 0)
		paper_print(paper, "No record names a condition for another look.\n");
	else
		paper_print(paper, "%zu condition%s in %zu record%s\n", count, count == 1 ? "" : "s", records->count,
			    records->count == 1 ? "" : "s");
}

static void triggers_json(struct paper *paper, const struct records *records)
{
	struct json json = open_report(paper);
	json_begin_array(&json, "records");
	LIST_EACH (const struct record, record, records) {
		json_begin_object(&json, NULL);
		json_id_and_path(&json, record);
		json_title_and_status(&json, record);
		json_triggers(&json, &record->triggers);
		json_end(&json);
	}
	json_end(&json);
	close_report(&json);
}

void show_triggers(struct paper *paper, const struct records *records, enum format format)
{
	assert(format == FORMAT_TEXT || format == FORMAT_JSON);
	if (format == FORMAT_JSON)
		triggers_json(paper, records);
	else
		triggers_text(paper, records);
}
