/* SPDX-License-Identifier: MIT */
#include "adr/model/source.h"

#include "adr/base/list.h"
#include "adr/base/unicode.h"

#include <assert.h>

/* Walks over line ends. The next of either kind is remembered: neither a file of lone carriage returns (old Mac files)
 * nor one without any must be searched to its end for each line. */
struct line_walk {
	struct str text;
	size_t at;             /* where the current line begins */
	size_t feed, carriage; /* the first ones from `at` on; the text's length when there is none */
};

static size_t find_from(struct str text, size_t from, char byte)
{
	size_t found = str_find_byte(str_from(text, from), byte);
	return found == STR_NOT_FOUND ? text.length : from + found;
}

/* Goes on to the next line; false when there is none. */
static bool next_line(struct line_walk *walk)
{
	size_t length = walk->text.length;
	bool alone = walk->carriage < walk->feed && walk->carriage + 1 != walk->feed;
	size_t end = alone ? walk->carriage : walk->feed;
	walk->at = end < length ? end + 1 : length;
	if (walk->feed < walk->at)
		walk->feed = find_from(walk->text, walk->at, '\n');
	if (walk->carriage < walk->at)
		walk->carriage = find_from(walk->text, walk->at, '\r');
	return walk->at < length;
}

struct offsets LIST_OF(uint32_t);

void source_init(struct source *source, struct arena *arena, struct str path, struct str text)
{
	assert(text.length < UINT32_MAX);
	struct offsets lines = {0};
	struct line_walk walk = {text, 0, find_from(text, 0, '\n'), find_from(text, 0, '\r')};
	do
		*LIST_ADD(arena, &lines) = (uint32_t)walk.at;
	while (next_line(&walk));
	*source =
		(struct source){.path = path, .text = text, .line = lines.item, .line_count = (uint32_t)lines.count};
}

uint32_t source_line_of(const struct source *source, uint32_t offset)
{
	uint32_t low = 0, high = source->line_count; /* line[low] <= offset < line[high] */
	while (high - low > 1) {
		uint32_t middle = low + (high - low) / 2;
		if (source->line[middle] <= offset)
			low = middle;
		else
			high = middle;
	}
	return low + 1;
}

struct str source_line(const struct source *source, uint32_t line)
{
	if (line == 0 || line > source->line_count)
		return (struct str){0};
	size_t end = line < source->line_count ? source->line[line] : source->text.length;
	struct str text = str_slice(source->text, source->line[line - 1], end);
	if (str_ends(text, STR("\n")))
		text.length--;
	if (str_ends(text, STR("\r")))
		text.length--;
	return text;
}

struct place source_place(const struct source *source, uint32_t offset)
{
	uint32_t line = source_line_of(source, offset);
	struct str before = str_slice(source->text, source->line[line - 1], offset);
	return (struct place){.line = line, .column = (uint32_t)unicode_count(before) + 1};
}

struct span source_span(const struct source *source, struct str part)
{
	assert(part.at >= source->text.at && part.at + part.length <= source->text.at + source->text.length);
	uint32_t start = (uint32_t)(part.at - source->text.at);
	return (struct span){.start = start, .length = (uint32_t)part.length, .line = source_line_of(source, start)};
}

struct str source_text(const struct source *source, struct span span)
{
	return str_slice(source->text, span.start, (size_t)span.start + span.length);
}
