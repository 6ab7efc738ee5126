/* SPDX-License-Identifier: MIT */
/* Headings: which one is the title, which sections the others open, and what stands in them. */
#include "reading.h"

#define SECTIONS_MOST 5000 /* of one record; later headings are plain text */

/* "1. Context", "2) Decision", "III. Options": the folded heading without its number. */
static struct str without_number(struct str folded)
{
	size_t at = 0;
	while (at < folded.length && ((folded.at[at] >= '0' && folded.at[at] <= '9') || folded.at[at] == ' '))
		at++;
	return at > 0 && at < folded.length && folded.at[at - 1] == ' ' ? str_from(folded, at) : folded;
}

static const struct word *section_of_folded(const struct reading *reading, struct str folded)
{
	const struct word *word = word_index_find(reading->words, WORD_SECTION, folded);
	bool numbered = folded.length > 0 && folded.at[0] >= '0' && folded.at[0] <= '9';
	return word || !numbered ? word : word_index_find(reading->words, WORD_SECTION, without_number(folded));
}

const struct word *exact_section(const struct reading *reading, struct str heading)
{
	return section_of_folded(reading, unicode_fold(reading->scratch, heading));
}

static bool ends_head(struct str rest)
{
	static const struct str ends[] = {STR_INIT(" ("),
					  STR_INIT(" - "),
					  STR_INIT(" / "),
					  STR_INIT(" \xE2\x80\x93 "),
					  STR_INIT(" \xE2\x80\x94 "),
					  STR_INIT("\xEF\xBC\x9A"),
					  STR_INIT("\xEF\xBC\x88")};
	if (rest.at[0] == ':')
		return true;
	for (size_t i = 0; (rest.at[0] == ' ' || rest.at[0] == '\xEF') && i < sizeof ends / sizeof *ends; i++) {
		if (str_starts(rest, ends[i]))
			return true;
	}
	return false;
}

/* The part of a heading before what only adds to it: "Decision: X", "Options (rejected)", "Context - why". */
static struct str heading_head(struct str heading)
{
	size_t end = 1;
	while (end < heading.length && !ends_head(str_from(heading, end)))
		end++;
	return str_slice(heading, 0, end);
}

/* "alternative options considered for the bell": holds two words or more that head such a section. */
static const struct word *held_section(const struct reading *reading, struct str folded)
{
	struct str rest = folded, word;
	while (str_next_part(&rest, ' ', &word)) {
		struct str phrase = {word.at, (size_t)(folded.at + folded.length - word.at)};
		uint32_t hash = word_hash(WORD_HASH_START, word);
		if (!word_index_may_start(reading->words, WORD_SECTION, hash))
			continue;
		for (size_t end = word.length; end < phrase.length;) {
			size_t blank = str_find_byte(str_from(phrase, end + 1), ' ');
			end = blank == STR_NOT_FOUND ? phrase.length : end + 1 + blank;
			const struct word *found =
				word_index_find(reading->words, WORD_SECTION, str_slice(phrase, 0, end));
			if (found && found->meaning == SECTION_OPTIONS)
				return found;
		}
	}
	return NULL;
}

/* "Considered evaluation options": the first and the last word of three. */
static const struct word *spread_section(const struct reading *reading, struct str folded)
{
	size_t first = str_find_byte(folded, ' '), last = str_find_last_byte(folded, ' ');
	if (first == STR_NOT_FOUND || first == last || last - first > 16)
		return NULL;
	struct str key = arena_printf(reading->scratch, "%.*s%.*s", STR_ARG(str_slice(folded, 0, first)),
				      STR_ARG(str_from(folded, last)));
	const struct word *word = word_index_find(reading->words, WORD_SECTION, key);
	return word && word->meaning == SECTION_OPTIONS ? word : NULL;
}

const struct word *section_word(const struct reading *reading, struct str heading, bool *misspelt)
{
	*misspelt = false;
	if (heading.length > 3 * (size_t)LABEL_LENGTH_MOST)
		return NULL;
	struct str folded = unicode_fold(reading->scratch, heading), head = heading_head(heading);
	const struct word *word = section_of_folded(reading, folded);
	if (!word && head.length < heading.length && !is_word(reading, WORD_OPTION, head))
		word = exact_section(reading, head);
	if (word || heading.length > LABEL_LENGTH_MOST)
		return word;
	folded = without_number(folded);
	word = spread_section(reading, folded);
	word = word ? word : held_section(reading, folded);
	if (word)
		return word;
	word = near_word(reading, WORD_SECTION, folded);
	*misspelt = word != NULL;
	return word;
}

/* Headings inside quotes and lists are text of their surroundings. */
static bool opens_section(const struct block *block)
{
	return block->kind == BLOCK_HEADING && !block->quoted && block->depth == 0;
}

/* "# Monitoring" above "## Status", "## Context": the word for a section may be a title, if everything stands below it.
 */
static bool stands_above_all(const struct reading *reading, size_t first)
{
	size_t below = 0;
	for (size_t i = first + 1; i < reading->blocks.count; i++) {
		const struct block *block = &reading->blocks.item[i];
		if (opens_section(block) && block->level <= reading->blocks.item[first].level)
			return false;
		below += opens_section(block);
	}
	return below >= 2;
}

/* The first heading, unless that is the heading of a section and the title stands elsewhere. */
static size_t find_title(const struct reading *reading)
{
	size_t first = NO_SECTION;
	for (size_t i = 0; i < reading->blocks.count; i++) {
		const struct block *block = &reading->blocks.item[i];
		if (!opens_section(block) || str_empty(block->text))
			continue;
		struct str heading = plain_text(reading->scratch, block->text);
		if (first == NO_SECTION && block->level == 1 && stands_above_all(reading, i))
			return i;
		if (!exact_section(reading, heading) &&
		    (first == NO_SECTION || block->level < reading->blocks.item[first].level))
			return i;
		if (first == NO_SECTION)
			first = i;
		if (block->level > 1 && first != i)
			break;
	}
	return NO_SECTION;
}

static void add_section(struct reading *reading, size_t number)
{
	const struct block *block = &reading->blocks.item[number];
	bool misspelt = false;
	struct str heading = plain_text(reading->arena, block->text);
	const struct word *word = section_word(reading, heading, &misspelt);
	struct section *section = LIST_ADD(reading->arena, &reading->record->sections);
	section->kind = word ? (enum section_kind)word->meaning : SECTION_OTHER;
	section->heading = heading;
	section->level = block->level;
	section->misspelt = misspelt;
	section->at = span_of(reading, block->text, (struct span){0, 0, block->line});
	*LIST_ADD(reading->scratch, &reading->outlines) =
		(struct outline){.kind = section->kind, .first = number + 1, .parent = NO_SECTION};
	if (misspelt)
		note(reading, RULE_HEADING_MISSPELT, section->at, "the heading '%.*s' looks like '%.*s'",
		     STR_ARG(heading), STR_ARG(word->key));
}

/* The byte behind the last block of a section. */
static uint32_t section_end(const struct reading *reading, size_t end_block)
{
	const struct source *source = reading->source;
	if (end_block >= reading->blocks.count)
		return reading->end;
	return source->line[reading->blocks.item[end_block].line - 1];
}

static void close_section(struct reading *reading, size_t number, size_t end_block)
{
	struct section *section = &reading->record->sections.item[number];
	reading->outlines.item[number].end = end_block;
	uint32_t start = section->at.start + section->at.length, end = section_end(reading, end_block);
	section->body = (struct span){start, end > start ? end - start : 0, section->at.line};
}

/* Sections nest by level; one without a kind of its own belongs to the kind around it. */
static void nest_sections(struct reading *reading)
{
	size_t open[8], depth = 0; /* levels rise strictly along the stack, so six are enough */
	struct sections *sections = &reading->record->sections;
	for (size_t i = 0; i < sections->count; i++) {
		struct outline *outline = &reading->outlines.item[i];
		size_t heading = outline->first - 1;
		if (i > 0)
			reading->outlines.item[i - 1].own_end = heading;
		while (depth > 0 && sections->item[open[depth - 1]].level >= sections->item[i].level)
			close_section(reading, open[--depth], heading);
		if (depth > 0) {
			outline->parent = open[depth - 1];
			if (outline->kind == SECTION_OTHER)
				outline->kind = reading->outlines.item[outline->parent].kind;
		}
		open[depth++] = i;
	}
	if (sections->count > 0)
		reading->outlines.item[sections->count - 1].own_end = reading->blocks.count;
	while (depth > 0)
		close_section(reading, open[--depth], reading->blocks.count);
}

void read_sections(struct reading *reading)
{
	reading->title_block = reading->part ? 0 : find_title(reading);
	reading->header_end = reading->blocks.count;
	for (size_t i = 0; i < reading->blocks.count; i++) {
		if (!opens_section(&reading->blocks.item[i]) || i == reading->title_block ||
		    reading->outlines.count >= SECTIONS_MOST)
			continue;
		if (reading->header_end > i)
			reading->header_end = i;
		add_section(reading, i);
	}
	nest_sections(reading);
	if (reading->rendered)
		note(reading, RULE_HEADINGS_MISSING, (struct span){0, 0, 1},
		     "the text has sections but no Markdown headings");
}
