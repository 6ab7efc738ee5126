/* SPDX-License-Identifier: MIT */
/* Bytes to a record, from top to bottom. The order matters: each step uses what the ones before it found. */
#include "reading.h"

#include "cmark_memory.h"

#include <cmark-gfm-core-extensions.h>
#include <stdlib.h>

/* Words that records are read with. */
struct reader_words {
	struct vocabulary vocabulary;
	struct word_index *index;
};

struct reader {
	struct reader_words words; /* the program's */
	struct reader_words own;   /* these and the words of the project that was read last; no index: none so far */
	struct own_words added;    /* by that project */
	struct arena *own_arena;
	struct arena *scratch;
	struct cmark_memory *memory;
};

void read_prepare(void)
{
	cmark_gfm_core_extensions_ensure_registered();
}

struct reader *reader_new(const struct vocabulary *vocabulary)
{
	struct reader *reader = memory_take(sizeof *reader);
	*reader = (struct reader){.words.vocabulary = *vocabulary,
				  .own_arena = arena_new(),
				  .scratch = arena_new(),
				  .memory = cmark_memory_new()};
	reader->words.index = word_index_new(&reader->words.vocabulary);
	return reader;
}

void reader_free(struct reader *reader)
{
	if (!reader)
		return;
	word_index_free(reader->words.index);
	word_index_free(reader->own.index);
	arena_free(reader->own_arena);
	arena_free(reader->scratch);
	cmark_memory_free(reader->memory);
	free(reader);
}

/* Files come project by project, and most projects share the words of their workspace: those read last are kept. */
static const struct reader_words *words_for(struct reader *reader, const struct own_words *own)
{
	if (own->count == 0)
		return &reader->words;
	if (own->item != reader->added.item || own->count != reader->added.count) {
		word_index_free(reader->own.index);
		arena_reset(reader->own_arena);
		reader->own.vocabulary =
			vocabulary_with(reader->own_arena, &reader->words.vocabulary, own->item, own->count);
		reader->own.index = word_index_new(&reader->own.vocabulary);
		reader->added = *own;
	}
	return &reader->own;
}

static void set_dialect(struct reading *reading)
{
	enum dialect dialect = DIALECT_PLAIN;
	LIST_EACH (struct field, field, &reading->fields) {
		if (field->label != LABEL_STATUS || field->at.line == 0)
			continue;
		struct str line = str_trim(source_line(reading->source, field->at.line));
		if (field->origin == FIELD_FRONT_MATTER)
			dialect = DIALECT_FRONT_MATTER;
		else if (str_starts(line, STR("|")) || str_starts(line, STR(">|")))
			dialect = DIALECT_TABLE;
		else if (str_starts(line, STR("**")) || str_starts(line, STR("__")))
			dialect = DIALECT_BOLD;
		else if (str_starts(line, STR("* ")) || str_starts(line, STR("- ")))
			dialect = DIALECT_MADR_BULLETS;
		break;
	}
	LIST_EACH (struct section, section, &reading->record->sections) {
		if (dialect == DIALECT_PLAIN && section->kind == SECTION_STATUS && !reading->rendered)
			dialect = DIALECT_NYGARD;
	}
	reading->record->dialect = dialect;
}

void read_content(struct reading *reading)
{
	read_status(reading);
	read_dates(reading);
	read_people(reading);
	read_links(reading);
	read_tags(reading);
	read_options(reading);
	read_decision(reading);
	read_choice(reading);
	read_placeholders(reading);
	read_triggers(reading);
	read_kind(reading);
	read_basis(reading);
	set_dialect(reading);
}

void read_record(struct reader *reader, const struct source *source, const struct project *project, struct str path,
		 struct arena *arena, struct record *record, struct records *decisions)
{
	*record = (struct record){.project = project, .path = path, .number = -1, .kind = KIND_OTHER};
	arena_reset(reader->scratch);
	const struct reader_words *words = words_for(reader, &project->config->words);
	struct reading reading = {.words = words->index,
				  .vocabulary = &words->vocabulary,
				  .source = source,
				  .project = project,
				  .arena = arena,
				  .scratch = reader->scratch,
				  .record = record,
				  .end = (uint32_t)source->text.length};
	read_bytes(&reading);
	read_number(&reading);
	reading.file_number = record->number;
	read_front_matter(&reading);
	read_blocks(&reading, reader->memory);
	read_sections(&reading);
	read_fields(&reading);
	read_language(&reading);
	read_title(&reading);
	find_decisions(&reading);
	*decisions = (struct records){0};
	if (!reading.parts) {
		read_content(&reading);
		return;
	}
	read_kind(&reading);
	if (record->kind == KIND_LOG)
		read_decisions(&reading, decisions);
}
