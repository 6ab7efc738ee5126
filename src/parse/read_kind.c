/* SPDX-License-Identifier: MIT */
/* Record, template, index, log or something else: by what the file holds, its name only where that leaves a doubt. */
#include "reading.h"

#include "adr/base/file.h"

#define INDEX_EVIDENCE_MOST 5 /* of a decision in a page whose title is that of an index */
#define EVIDENCE_LEAST 3      /* of a decision for a file to count as a record */

static int kind_of_words(const struct reading *reading, struct str text)
{
	int32_t number = -1;
	const struct word *word = find_word(reading, WORD_KIND, text);
	if (!word)
		word = find_word(reading, WORD_KIND, strip_title_prefix(reading, text, &number));
	return word ? word->meaning : -1;
}

/* Words of a template's name that say nothing about a decision. */
static bool is_filler(struct str word)
{
	static const char *const words[] = {"any",    "short",   "long", "minimal", "bare", "full",
					    "simple", "example", "the",  "default", "nnn",  "nnnn",
					    "xxx",    "xxxx",    "madr", "nygard",  "name", "base",
					    "basic",  "main",    "file", "number",  "title"};
	if (word.length <= 2 || (word.at[0] >= '0' && word.at[0] <= '9'))
		return true;
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		if (str_equal(word, str_of(words[i])))
			return true;
	}
	return false;
}

/* "0000-template", "ADR-nnn_Any_Decision_Record_Template": a word for templates, and nothing that a decision could be
 * about. */
static bool is_template_name(const struct reading *reading, struct str name)
{
	struct tokens tokens = tokens_of(reading->scratch, name, false);
	bool template = false;
	for (size_t i = 0, count = 1; i < tokens.count; i += count) {
		count = 1;
		const struct word *kind = phrase_at(reading->words, &tokens, i, WORD_KIND, &count);
		template = template || (kind && kind->meaning == KIND_TEMPLATE);
		if (!kind && !is_filler(tokens.item[i].folded))
			return false;
	}
	return template;
}

/* "templates/madr.md", "plantillas/plantilla-de-decisiones/index.md": a folder named for templates, in the singular or
 * the plural. */
static bool is_in_template_folder(const struct reading *reading, struct str path)
{
	struct str rest = path_directory(path), folder;
	while (str_next_part(&rest, '/', &folder)) {
		struct str singular = str_ends(folder, STR("s")) ? str_slice(folder, 0, folder.length - 1) : folder;
		if (is_template_name(reading, folder) || is_template_name(reading, singular))
			return true;
	}
	return false;
}

static size_t count_sections(const struct reading *reading, enum section_kind kind)
{
	size_t count = 0;
	LIST_EACH (struct section, section, &reading->record->sections)
		count += section->kind == kind;
	return count;
}

static bool has_label(const struct reading *reading, int label)
{
	LIST_EACH (struct field, field, &reading->fields) {
		if (field->label == label && field->origin <= FIELD_SECTION)
			return true;
	}
	return false;
}

/* "# ADR-0012: X" */
static bool is_record_heading(const struct reading *reading)
{
	if (reading->title_block == NO_SECTION)
		return false;
	struct tokens tokens =
		tokens_of(reading->scratch,
			  str_slice(reading->blocks.item[reading->title_block].text, 0, LABEL_LENGTH_MOST), true);
	size_t count = 0;
	const struct word *word = tokens.count > 1 ? phrase_at(reading->words, &tokens, 0, WORD_KIND, &count) : NULL;
	return word && word->meaning == KIND_RECORD;
}

/* What speaks for one decision being told here. */
static unsigned evidence(const struct reading *reading)
{
	const struct record *record = reading->record;
	bool status = record->status != STATUS_NONE || has_label(reading, LABEL_STATUS) ||
		      count_sections(reading, SECTION_STATUS) > 0;
	bool decision = count_sections(reading, SECTION_DECISION) > 0 || !str_empty(record->decision);
	unsigned points = (status ? 2U : 0U) + (decision ? 2U : 0U);
	points += count_sections(reading, SECTION_CONTEXT) > 0;
	points += count_sections(reading, SECTION_CONSEQUENCES) > 0;
	points += record->options.count > 1;
	points += record->options.count > 1 && count_sections(reading, SECTION_OPTIONS) > 0;
	points += record->date.set;
	points += record->number >= 0;
	points += is_record_heading(reading);
	return points;
}

static size_t placeholders(const struct record *record)
{
	size_t count = 0;
	LIST_EACH (struct finding, finding, &record->findings)
		count += finding->rule == RULE_PLACEHOLDER;
	return count;
}

/* The page of a folder may be the only record in it; a record may be about keeping records. */
static bool is_index(const struct reading *reading, bool titled, bool named, unsigned points)
{
	bool decides = count_sections(reading, SECTION_DECISION) > 0;
	bool reasons = count_sections(reading, SECTION_CONTEXT) > 0 || count_sections(reading, SECTION_OPTIONS) > 0;
	bool page = str_equal_nocase(path_stem(reading->record->path), STR("index"));
	if (named && !decides)
		return true;
	if (decides && reasons && points >= EVIDENCE_LEAST && (reading->record->number >= 0 || (page && !titled)))
		return false;
	return (titled || named) && points < INDEX_EVIDENCE_MOST;
}

void read_kind(struct reading *reading)
{
	struct record *record = reading->record;
	struct str stem = path_stem(record->path);
	unsigned points = evidence(reading);
	int named = kind_of_words(reading, stem), titled = kind_of_words(reading, record->title);
	bool template =
		is_template_name(reading, stem) || is_template_name(reading, record->title) ||
		(record->status == STATUS_NONE && !record->date.set && is_in_template_folder(reading, record->path));
	if (template || (placeholders(record) >= 5 && record->status == STATUS_NONE))
		record->kind = KIND_TEMPLATE;
	else if (reading->parts)
		record->kind = KIND_LOG;
	else if (is_index(reading, titled == KIND_INDEX, named == KIND_INDEX, points))
		record->kind = KIND_INDEX;
	else
		record->kind = points >= EVIDENCE_LEAST ? KIND_RECORD : KIND_OTHER;
}
