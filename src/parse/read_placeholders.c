/* SPDX-License-Identifier: MIT */
/* What a template told to fill in and nobody did. */
#include "reading.h"

#define PLACEHOLDERS_MOST 20 /* findings of one record */
#define PLACEHOLDER_LENGTH_MOST ((size_t)80)

/* "[Name]" in a cell of its own, "{title}" anywhere outside code. Links, boxes and footnotes are none. */
static bool is_left_over(struct str text, struct str part)
{
	const char *end = part.at + part.length;
	bool linked = end < text.at + text.length && (*end == '(' || *end == '[' || *end == ':');
	bool image = part.at > text.at &&
		     (part.at[-1] == '!' || part.at[-1] == ']' || part.at[-1] == '$' || part.at[-1] == '\\');
	if (part.length < 4 || part.length > PLACEHOLDER_LENGTH_MOST || linked || image)
		return false;
	char first = part.at[1];
	return (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || (unsigned char)first >= 0xC3;
}

static void note_placeholder(struct reading *reading, struct str part, size_t *noted)
{
	if (*noted < PLACEHOLDERS_MOST)
		note(reading, RULE_PLACEHOLDER, span_of(reading, part, (struct span){0}), "'%.*s' was not filled in",
		     STR_ARG(part));
	++*noted;
}

/* A line, cell or value that is nothing but a placeholder. */
static void check_whole(struct reading *reading, struct str text, size_t *noted)
{
	struct str part = str_trim_bytes(text, " \t*_");
	if (part.length <= 2 || (part.at[0] != '[' && part.at[0] != '{'))
		return;
	bool pair = part.at[part.length - 1] == (part.at[0] == '[' ? ']' : '}');
	if (pair && closing_bracket(part, part.at[0], part.at[part.length - 1]) == part.length - 1 &&
	    is_left_over(text, part))
		note_placeholder(reading, part, noted);
}

void read_placeholders(struct reading *reading)
{
	size_t noted = 0;
	struct str cells[CELLS_MOST];
	for (size_t i = 0; i < reading->blocks.count && noted < PLACEHOLDERS_MOST; i++) {
		const struct block *block = &reading->blocks.item[i];
		struct str rest = block->text, line;
		if (block->kind == BLOCK_ROW) {
			size_t count = split_row(block->text, cells);
			for (size_t c = 0; c < count; c++)
				check_whole(reading, cells[c], &noted);
			continue;
		}
		if (block->kind == BLOCK_CODE || block->kind == BLOCK_HTML)
			continue;
		while (block_next_line(&rest, &line))
			check_whole(reading, line, &noted);
	}
	LIST_EACH (struct field, field, &reading->fields) {
		if (field->origin != FIELD_FRONT_MATTER)
			check_whole(reading, field->value, &noted);
	}
}
