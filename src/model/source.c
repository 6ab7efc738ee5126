/* SPDX-License-Identifier: MIT */
#include "adr/model/source.h"

#include "adr/base/unicode.h"

#include <assert.h>

/* Offset behind the line end that begins at or after `from`; the text's length when there is none. */
static size_t next_line(struct str text, size_t from)
{
	struct str rest = str_from(text, from);
	size_t feed = str_find_byte(rest, '\n');
	if (feed == STR_NOT_FOUND)
		feed = rest.length;
	/* a lone CR ends a line as well (old Mac files) */
	size_t carriage = str_find_byte(str_slice(rest, 0, feed), '\r');
	if (carriage != STR_NOT_FOUND && carriage + 1 < feed)
		return from + carriage + 1;
	if (carriage != STR_NOT_FOUND && feed == rest.length)
		return from + carriage + 1;
	return feed == rest.length ? text.length : from + feed + 1;
}

static uint32_t count_lines(struct str text)
{
	uint32_t count = 1;
	for (size_t at = next_line(text, 0); at < text.length; at = next_line(text, at))
		count++;
	return count;
}

void source_init(struct source *source, struct arena *arena, struct str path, struct str text)
{
	assert(text.length < UINT32_MAX);
	uint32_t count = count_lines(text);
	uint32_t *line = ARENA_ARRAY(arena, uint32_t, count);
	size_t at = 0;
	for (uint32_t i = 1; i < count; i++)
		line[i] = (uint32_t)(at = next_line(text, at));
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
