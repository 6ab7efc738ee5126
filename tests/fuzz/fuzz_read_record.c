/* SPDX-License-Identifier: MIT */
/* Reads any bytes as a record and looks at everything that comes out: whatever the reader hands out must lie inside the
 * source or its arena, and spans inside the file. */
#include "fuzz.h"

#include "adr/parse/read_record.h"

#include <stdlib.h>

static volatile unsigned char sink;

static void look_at(struct str text)
{
	unsigned char sum = 0;
	for (size_t i = 0; i < text.length; i++)
		sum = (unsigned char)(sum + (unsigned char)text.at[i]);
	sink = sum;
}

static void check_span(const struct source *source, struct span span)
{
	bool inside = span.start <= source->text.length && span.length <= source->text.length - span.start;
	if (span.line > source->line_count || !inside)
		abort();
}

static void check_lists(const struct source *source, const struct record *record)
{
	LIST_EACH (struct dated, dated, &record->dates) {
		look_at(dated->text);
		check_span(source, dated->at);
	}
	LIST_EACH (struct person, person, &record->people) {
		look_at(person->name);
		check_span(source, person->at);
	}
	LIST_EACH (struct link, link, &record->links) {
		look_at(link->target);
		look_at(link->file);
		look_at(link->to_project);
		check_span(source, link->at);
	}
	LIST_EACH (struct trigger, trigger, &record->triggers) {
		look_at(trigger->text);
		check_span(source, trigger->at);
	}
	LIST_EACH (struct option, option, &record->options) {
		look_at(option->name);
		check_span(source, option->at);
		check_span(source, option->stance_at);
	}
}

static void check_record(const struct source *source, const struct record *record)
{
	look_at(record->title);
	look_at(record->status_text);
	look_at(record->decision);
	look_at(record->language);
	check_span(source, record->title_at);
	check_span(source, record->status_at);
	check_span(source, record->date_at);
	check_span(source, record->review_at);
	check_span(source, record->decision_at);
	if (record->decision.length > DECISION_TEXT_LIMIT)
		abort();
	LIST_EACH (struct section, section, &record->sections) {
		look_at(section->heading);
		check_span(source, section->at);
		check_span(source, section->body);
	}
	LIST_EACH (struct str, tag, &record->tags)
		look_at(*tag);
	LIST_EACH (struct finding, finding, &record->findings) {
		look_at(finding->message);
		if (finding->from.line < 1 || finding->from.line > source->line_count)
			abort();
	}
	check_lists(source, record);
}

#define READER_INPUTS 32 /* that one reader reads: making one takes longer than reading what a fuzzer writes */

/* The reader of this input; *last when nobody reads with it any more. A single input, replayed, has one of its own. */
static struct reader *reader_of_input(bool *last)
{
	static struct reader *reader;
	static unsigned inputs;
	read_prepare();
	if (!reader)
		reader = reader_new(&vocabulary_builtin);
	struct reader *now = reader;
	*last = inputs++ % READER_INPUTS == 0;
	if (*last)
		reader = NULL;
	return now;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	bool last;
	struct reader *reader = reader_of_input(&last);
	struct arena *arena = arena_new();
	struct config config;
	config_init(&config);
	struct project project = {.name = STR("fuzz"), .root = STR("/fuzz"), .config = &config};
	struct source source;
	struct record record;
	struct records decisions;
	source_init(&source, arena, STR("docs/adr/0001-x.md"), (struct str){(const char *)data, size});
	read_record(reader, &source, &project, STR("docs/adr/0001-x.md"), arena, &record, &decisions);
	if (last)
		reader_free(reader); /* nothing of the record may live in the reader */
	check_record(&source, &record);
	LIST_EACH (struct record, decision, &decisions) {
		look_at(decision->anchor);
		look_at(record_own_text(decision, source.text));
		check_record(&source, decision);
	}
	arena_free(arena);
	return 0;
}
