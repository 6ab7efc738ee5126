/* SPDX-License-Identifier: MIT */
#include "record_lines.h"

#include <stdlib.h>

struct source file_lines(struct arena *arena, struct str file)
{
	struct source lines;
	source_init(&lines, arena, (struct str){0}, file);
	return lines;
}

struct str line_text(const struct source *lines, uint32_t line)
{
	if (line == 0 || line > lines->line_count)
		return (struct str){0};
	struct str text = str_trim(source_line(lines, line));
	size_t end = LINE_TEXT_MOST;
	while (text.length > end && end > 0 && ((unsigned char)text.at[end] & 0xC0U) == 0x80U)
		end--; /* not inside of a character */
	return str_slice(text, 0, end);
}

struct str own_part(const struct source *lines, const struct record *record)
{
	const struct extent *extent = &record->extent;
	if (!record_is_part(record))
		return lines->text;
	if (extent->first_line == 0 || extent->last_line > lines->line_count)
		return (struct str){0};
	struct str last = source_line(lines, extent->last_line);
	return str_slice(lines->text, lines->line[extent->first_line - 1],
			 (size_t)(last.at - lines->text.at) + last.length);
}

struct numbers LIST_OF(uint32_t);

static void add_number(struct arena *arena, struct numbers *numbers, struct span at)
{
	if (at.line > 0)
		*LIST_ADD(arena, numbers) = at.line;
}

static void gather(struct arena *arena, const struct record *record, struct numbers *numbers)
{
	add_number(arena, numbers, record->title_at);
	add_number(arena, numbers, record->status_at);
	add_number(arena, numbers, record->date_at);
	add_number(arena, numbers, record->review_at);
	add_number(arena, numbers, record->decision_at);
	LIST_EACH (const struct dated, dated, &record->dates)
		add_number(arena, numbers, dated->at);
	LIST_EACH (const struct person, person, &record->people)
		add_number(arena, numbers, person->at);
	LIST_EACH (const struct link, link, &record->links)
		add_number(arena, numbers, link->at);
	LIST_EACH (const struct option, option, &record->options) {
		add_number(arena, numbers, option->at);
		add_number(arena, numbers, option->stance_at);
	}
	LIST_EACH (const struct claim, claim, &record->claims)
		add_number(arena, numbers, claim->at);
}

static int by_number(const void *x, const void *y)
{
	uint32_t a = *(const uint32_t *)x, b = *(const uint32_t *)y;
	return (a > b) - (a < b);
}

void json_lines(struct json *json, const struct record *record, const struct source *lines)
{
	SCOPED(scoped_arena_free) struct arena *arena = arena_new();
	struct numbers numbers = {0};
	gather(arena, record, &numbers);
	if (numbers.count > 1)
		qsort(numbers.item, numbers.count, sizeof *numbers.item, by_number);
	json_begin_array(json, "lines");
	for (size_t i = 0; i < numbers.count; i++) {
		bool again = i > 0 && numbers.item[i] == numbers.item[i - 1];
		if (again || str_empty(lines->text) || numbers.item[i] > lines->line_count)
			continue;
		json_begin_object(json, NULL);
		json_number(json, "line", numbers.item[i]);
		json_text(json, "text", line_text(lines, numbers.item[i]));
		json_end(json);
	}
	json_end(json);
}
