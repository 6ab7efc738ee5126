/* SPDX-License-Identifier: MIT */
/* What tells a log of decisions from one record with many headings, and from a list of files. */
#include "log.h"

#include "links.h"

#include "adr/base/file.h"

#define PART_BLOCKS_MOST 300 /* of one decision, looked at for what it tells */
#define BLOCK_LINES_MOST 12

static unsigned told_by_section(enum section_kind kind)
{
	switch (kind) {
	case SECTION_STATUS:
		return TOLD_STATUS;
	case SECTION_DECISION:
		return TOLD_DECISION;
	case SECTION_CONTEXT:
	case SECTION_RATIONALE:
	case SECTION_CONSEQUENCES:
	case SECTION_OPTIONS:
		return TOLD_REASON;
	case SECTION_OTHER:
	case SECTION_DRIVERS:
	case SECTION_PROS_AND_CONS:
	case SECTION_COMPLIANCE:
	case SECTION_LINKS:
	case SECTION_PEOPLE:
	case SECTION_REVIEW:
	case SECTION_HISTORY:
	case SECTION_SUMMARY:
	case SECTION_KIND_COUNT:
		break;
	}
	return 0;
}

/* "**Status:** accepted", "Decision: we use X" */
static unsigned told_by_label(const struct reading *reading, struct str label)
{
	int meaning = label_meaning(reading, label);
	if (meaning == LABEL_STATUS)
		return TOLD_STATUS;
	if (meaning == LABEL_DATE_PLAIN || meaning == LABEL_DATE + DATE_DECIDED ||
	    meaning == LABEL_DATE + DATE_ACCEPTED)
		return TOLD_DATE;
	const struct word *word = exact_section(reading, label);
	return word ? told_by_section((enum section_kind)word->meaning) : 0;
}

/* "### Decision", "### Recommendation: modify" */
static unsigned told_by_heading(const struct reading *reading, const struct block *block)
{
	struct str heading = plain_text(reading->scratch, str_slice(block->text, 0, 3 * (size_t)LABEL_LENGTH_MOST));
	size_t colon = str_find_byte(heading, ':');
	const struct word *word = exact_section(reading, heading);
	if (!word && colon != STR_NOT_FOUND)
		word = exact_section(reading, str_slice(heading, 0, colon));
	return word ? told_by_section((enum section_kind)word->meaning) : 0;
}

static unsigned told_by_lines(const struct reading *reading, const struct block *block)
{
	struct str rest = block->text, line;
	unsigned told = 0;
	for (size_t i = 0; i < BLOCK_LINES_MOST && block_next_line(&rest, &line); i++) {
		struct labelled labelled;
		if (split_label(line, &labelled))
			told |= told_by_label(reading, labelled.label);
	}
	return told;
}

static unsigned told_by_row(const struct reading *reading, const struct block *block)
{
	struct str cells[CELLS_MOST];
	size_t count = split_row(block->text, cells);
	if (count == 0)
		return 0;
	struct str label = str_trim_bytes(plain_text(reading->scratch, cells[0]), ": ");
	return label.length > LABEL_LENGTH_MOST ? 0 : told_by_label(reading, label);
}

unsigned told_in(const struct reading *reading, const struct part *part)
{
	unsigned told = str_empty(part->mark.date) ? 0 : TOLD_DATE;
	for (size_t i = part->first + 1; i < part->end && i - part->first < PART_BLOCKS_MOST; i++) {
		const struct block *block = &reading->blocks.item[i];
		if (block->kind == BLOCK_HEADING)
			told |= told_by_heading(reading, block);
		else if (is_prose(block))
			told |= told_by_lines(reading, block);
		else if (block->kind == BLOCK_ROW)
			told |= told_by_row(reading, block);
	}
	return told;
}

/* The first part that ends behind the block. */
static size_t part_near(const struct parts *parts, size_t block)
{
	size_t low = 0, high = parts->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (parts->item[middle].end <= block)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool speaks_for_record(enum section_kind kind, bool sure)
{
	unsigned told = told_by_section(kind);
	return told != 0 && !(sure && told == TOLD_STATUS);
}

/* A heading above decisions may say "Decisions"; nothing else that belongs to a record. */
static bool may_hold_parts(enum section_kind kind)
{
	return kind == SECTION_OTHER || kind == SECTION_DECISION || kind == SECTION_SUMMARY;
}

static bool has_record_section(const struct reading *reading, const struct parts *parts, bool sure)
{
	for (size_t i = 0; i < reading->outlines.count; i++) {
		const struct outline *outline = &reading->outlines.item[i];
		enum section_kind kind = reading->record->sections.item[i].kind;
		size_t heading = outline->first - 1, near = part_near(parts, heading);
		const struct part *part = near < parts->count ? &parts->item[near] : NULL;
		if (part && part->first <= heading)
			continue;
		bool around = part && part->first < outline->end;
		if (around ? !may_hold_parts(kind) : speaks_for_record(kind, sure))
			return true;
	}
	return false;
}

static bool has_record_status(const struct reading *reading)
{
	LIST_EACH (const struct field, field, &reading->fields) {
		if (field->origin > FIELD_HEADER)
			break;
		if (field->label == LABEL_STATUS && !is_nobody(reading, field->value))
			return true;
	}
	return false;
}

bool is_one_record(const struct reading *reading, const struct parts *parts, bool sure)
{
	bool titled = reading->title_block != NO_SECTION && part_near(parts, reading->title_block) < parts->count &&
		      parts->item[part_near(parts, reading->title_block)].first <= reading->title_block;
	int32_t number = titled ? reading->file_number : reading->record->number;
	if (!sure && (number >= 0 || (!titled && has_record_status(reading))))
		return true;
	return has_record_section(reading, parts, sure);
}

/* The number that a file name begins with, or shows behind "adr". */
static int32_t number_in_name(struct str name)
{
	size_t at = 0;
	while (at < name.length && (name.at[at] < '0' || name.at[at] > '9'))
		at++;
	size_t end = at;
	while (end < name.length && name.at[end] >= '0' && name.at[end] <= '9')
		end++;
	int32_t number;
	return str_to_number(str_slice(name, at, end), &number) ? number : -1;
}

/* A link of the heading to any page, or one below it to the page with the same number. */
static bool leads_to_file(const struct part *part, const struct block *block, bool heading)
{
	for (size_t at = 0; at < block->text.length;) {
		size_t found = str_find(str_from(block->text, at), STR("]("));
		if (found == STR_NOT_FOUND)
			return false;
		struct str rest = str_from(block->text, at + found + 1);
		size_t end = closing_bracket(rest, '(', ')');
		struct str target = end == STR_NOT_FOUND ? (struct str){0} : link_target(str_slice(rest, 1, end));
		struct str page = without_fragment(target);
		if (is_page(page) &&
		    (heading || (part->mark.number >= 0 && number_in_name(path_name(page)) == part->mark.number)))
			return true;
		at += found + 2;
	}
	return false;
}

bool is_index_of_files(const struct reading *reading, const struct parts *parts)
{
	size_t leading = 0;
	LIST_EACH (const struct part, part, parts) {
		bool leads = false;
		for (size_t i = part->first; i < part->end && i - part->first < PART_BLOCKS_MOST && !leads; i++)
			leads = leads_to_file(part, &reading->blocks.item[i], i == part->first);
		leading += leads;
	}
	return leading * 2 >= parts->count;
}
