/* SPDX-License-Identifier: MIT */
/* What each value was read from, told by where it stands: the recognisers know better how to find values than where
 * they found them. Runs last; one look-up of a line per value. */
#include "reading.h"

#define NO_FIELD 0xFF

/* Where the lines of the record stand. */
struct map {
	const struct reading *reading;
	uint32_t first_line; /* of what is read: 1, or that of a decision in a log */
	uint32_t line_count;
	uint8_t *origins; /* enum field_origin of the field that has its value there, or NO_FIELD */
};

static struct map map_of(const struct reading *reading)
{
	const struct extent *extent = &reading->record->extent;
	struct map map = {.reading = reading, .first_line = 1, .line_count = reading->source->line_count};
	if (reading->part) {
		map.first_line = extent->first_line;
		map.line_count = extent->last_line - extent->first_line + 1;
	}
	map.origins = arena_take(reading->scratch, map.line_count);
	memset(map.origins, NO_FIELD, map.line_count);
	LIST_EACH (const struct field, field, &reading->fields)
		if (field->at.line - map.first_line < map.line_count)
			map.origins[field->at.line - map.first_line] = (uint8_t)field->origin;
	return map;
}

/* The last block that begins at or above the line, or NO_SECTION. */
static size_t block_at(const struct reading *reading, uint32_t line)
{
	size_t low = 0, high = reading->blocks.count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (reading->blocks.item[middle].line <= line)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 ? low - 1 : NO_SECTION;
}

static enum value_basis basis_of_text(const struct reading *reading, size_t block, unsigned kinds)
{
	size_t section = section_of(reading, block);
	if (section != NO_SECTION && (kinds & 1U << reading->outlines.item[section].kind))
		return BASIS_SECTION;
	return BASIS_PROSE;
}

/* `kinds`: the sections (1 << enum section_kind) that are about such values. */
static enum value_basis basis_at(const struct map *map, struct span at, unsigned kinds)
{
	const struct reading *reading = map->reading;
	uint32_t line = at.line - map->first_line;
	if (at.line == 0 || line >= map->line_count)
		return BASIS_INFERRED;
	if (map->origins[line] == FIELD_FRONT_MATTER)
		return BASIS_FRONT_MATTER;
	size_t block = block_at(reading, at.line);
	enum block_kind kind = block == NO_SECTION ? BLOCK_PARAGRAPH : reading->blocks.item[block].kind;
	if (kind == BLOCK_ROW)
		return BASIS_TABLE;
	if (kind == BLOCK_HEADING && reading->blocks.item[block].line == at.line)
		return BASIS_HEADING;
	if (map->origins[line] != NO_FIELD)
		return map->origins[line] == FIELD_SECTION ? BASIS_SECTION : BASIS_LABEL;
	return block == NO_SECTION ? BASIS_PROSE : basis_of_text(reading, block, kinds);
}

static enum value_basis basis_of_option(const struct map *map, struct span at)
{
	static const unsigned kinds = 1U << SECTION_OPTIONS | 1U << SECTION_PROS_AND_CONS;
	const struct reading *reading = map->reading;
	enum value_basis basis = basis_at(map, at, kinds);
	size_t block = block_at(reading, at.line);
	bool item = block != NO_SECTION && reading->blocks.item[block].kind == BLOCK_ITEM;
	return item && (basis == BASIS_SECTION || basis == BASIS_PROSE) ? BASIS_LIST : basis;
}

/* "Chosen option: X": said in so many words. */
static bool says_choice(const struct reading *reading, size_t block)
{
	struct labelled labelled;
	if (block == NO_SECTION || !is_prose(&reading->blocks.item[block]) ||
	    !split_label(reading->blocks.item[block].text, &labelled))
		return false;
	return is_word(reading, WORD_CHOSEN, labelled.label) || is_word(reading, WORD_REJECTED, labelled.label);
}

/* A name that no list has: from the decision's sentence, else from the title. */
static enum value_basis basis_of_name(const struct map *map, const struct option *option)
{
	const struct reading *reading = map->reading;
	size_t block = option->at.line > 0 ? block_at(reading, option->at.line) : NO_SECTION;
	bool said = block != NO_SECTION && str_contains(reading->blocks.item[block].text, option->name);
	return said ? BASIS_PROSE : BASIS_INFERRED;
}

static enum value_basis basis_of_stance(const struct map *map, struct span at)
{
	enum value_basis basis = at.line > 0 ? basis_of_option(map, at) : BASIS_INFERRED;
	return basis == BASIS_PROSE && says_choice(map->reading, block_at(map->reading, at.line)) ? BASIS_LABEL : basis;
}

/* The words show the year, in two digits or four: the day was read and not worked out from a period. */
static bool shows_year(const struct dated *dated)
{
	char date[DATE_TEXT_SIZE];
	struct str year = str_slice(str_of(date_format(dated->date, date)), 0, 4), text = dated->text;
	for (size_t start = 0, end; start < text.length; start = end + 1) {
		for (end = start; end < text.length && is_digit(text.at[end]); end++)
			;
		struct str digits = str_slice(text, start, end);
		if (str_starts(digits, year) || str_equal(digits, str_from(year, 2)))
			return true;
	}
	return false;
}

static void mark_dates(const struct map *map, struct record *record)
{
	static const unsigned kinds = 1U << SECTION_STATUS | 1U << SECTION_REVIEW | 1U << SECTION_HISTORY;
	LIST_EACH (struct dated, dated, &record->dates) {
		bool ahead = dated->kind == DATE_REVIEW || dated->kind == DATE_EXPIRES;
		bool computed = ahead && dated->date.set && !shows_year(dated);
		dated->basis = (uint8_t)(computed ? BASIS_COMPUTED : basis_at(map, dated->at, kinds));
	}
}

/* That of the entry of `dates` that the date was taken from; else it is the file's name that has it. */
static uint8_t basis_of_date(const struct record *record, struct date date, bool ahead)
{
	if (!date.set)
		return BASIS_NONE;
	LIST_EACH (const struct dated, dated, &record->dates) {
		bool looks_ahead = dated->kind == DATE_REVIEW || dated->kind == DATE_EXPIRES;
		if (looks_ahead == ahead && dated->date.set && dated->date.days == date.days)
			return dated->basis;
	}
	return ahead ? BASIS_INFERRED : BASIS_FILE_NAME;
}

static bool has_digit(struct str text)
{
	for (size_t i = 0; i < text.length; i++)
		if (is_digit(text.at[i]))
			return true;
	return false;
}

/* The file's name says it first, then the heading, then a field. */
static uint8_t basis_of_number(const struct map *map, const struct record *record)
{
	const struct reading *reading = map->reading;
	size_t title = reading->title_block;
	if (record->number < 0)
		return BASIS_NONE;
	if (!reading->part && reading->file_number >= 0)
		return BASIS_FILE_NAME;
	if (title != NO_SECTION && has_digit(reading->blocks.item[title].text))
		return BASIS_HEADING;
	LIST_EACH (const struct field, field, &reading->fields)
		if (field->label == LABEL_NUMBER)
			return (uint8_t)basis_at(map, field->at, 0);
	return record->basis.title;
}

void read_basis(struct reading *reading)
{
	static const unsigned statuses = 1U << SECTION_STATUS, people = 1U << SECTION_PEOPLE;
	static const unsigned links = 1U << SECTION_LINKS | 1U << SECTION_STATUS;
	struct record *record = reading->record;
	struct map map = map_of(reading);
	record->basis.title = (uint8_t)(record->title_stated ? basis_at(&map, record->title_at, 0) : BASIS_FILE_NAME);
	record->basis.number = basis_of_number(&map, record);
	if (record->status != STATUS_NONE || !str_empty(record->status_text))
		record->basis.status = (uint8_t)basis_at(&map, record->status_at, statuses);
	mark_dates(&map, record);
	record->basis.date = basis_of_date(record, record->date, false);
	record->basis.review = basis_of_date(record, record->review, true);
	LIST_EACH (struct person, person, &record->people)
		person->basis = (uint8_t)basis_at(&map, person->at, people);
	LIST_EACH (struct link, link, &record->links)
		link->basis = (uint8_t)basis_at(&map, link->at, links);
	LIST_EACH (struct option, option, &record->options) {
		option->basis =
			(uint8_t)(option->listed ? basis_of_option(&map, option->at) : basis_of_name(&map, option));
		if (option->stance != STANCE_CONSIDERED)
			option->stance_basis = option->basis == BASIS_INFERRED
						       ? BASIS_INFERRED
						       : (uint8_t)basis_of_stance(&map, option->stance_at);
	}
}
