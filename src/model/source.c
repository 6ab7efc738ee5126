/* SPDX-License-Identifier: MIT */
#include "adr/model/source.h"

#include "adr/base/unicode.h"

#include <assert.h>

/* Walks over line ends. The next line feed is remembered: a file of lone carriage returns (old Mac files) must not be
 * searched to its end for each of them. */
struct line_walk {
	struct str text;
	size_t at;   /* where the current line begins */
	size_t feed; /* the first line feed from `at` on; the text's length when there is none */
};

static size_t find_feed(struct str text, size_t from)
{
	size_t found = str_find_byte(str_from(text, from), '\n');
	return found == STR_NOT_FOUND ? text.length : from + found;
}

static struct line_walk walk_lines(struct str text)
{
	return (struct line_walk){.text = text, .feed = find_feed(text, 0)};
}

/* Goes on to the next line; false when there is none. */
static bool next_line(struct line_walk *walk)
{
	struct str line = str_slice(walk->text, walk->at, walk->feed);
	size_t carriage = str_find_byte(line, '\r');
	bool has_feed = walk->feed < walk->text.length;
	bool alone = carriage != STR_NOT_FOUND && (carriage + 1 < line.length || !has_feed);
	if (alone)
		walk->at += carriage + 1;
	else
		walk->at = has_feed ? walk->feed + 1 : walk->text.length;
	if (walk->feed < walk->at)
		walk->feed = find_feed(walk->text, walk->at);
	return walk->at < walk->text.length;
}

static uint32_t count_lines(struct str text)
{
	struct line_walk walk = walk_lines(text);
	uint32_t count = 1;
	while (next_line(&walk))
		count++;
	return count;
}

void source_init(struct source *source, struct arena *arena, struct str path, struct str text)
{
	assert(text.length < UINT32_MAX);
	uint32_t count = count_lines(text);
	uint32_t *line = ARENA_ARRAY(arena, uint32_t, count);
	struct line_walk walk = walk_lines(text);
	for (uint32_t i = 1; i < count && next_line(&walk); i++)
		line[i] = (uint32_t)walk.at;
	*source = (struct source){.path = path, .text = text, .line = line, .line_count = count};
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
