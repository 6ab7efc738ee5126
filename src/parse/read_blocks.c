/* SPDX-License-Identifier: MIT */
/* The body as blocks: by the real parser, else line by line. */
#include "reading.h"

#define RENDERED_LINES_MOST 2000 /* of a page without headings, searched for lines that were some */

static bool has_heading(const struct blocks *blocks)
{
	LIST_EACH (struct block, block, blocks) {
		if (block->kind == BLOCK_HEADING && !block->quoted && block->depth == 0)
			return true;
	}
	return false;
}

static bool is_known_heading(void *context, struct str line)
{
	return exact_section(context, line) != NULL;
}

/* A page copied from a browser: headings have lost their marks, but not their words or the sign of their anchor. */
static bool looks_rendered(struct reading *reading)
{
	const struct source *source = reading->source;
	size_t headings = 0;
	uint32_t first = source_line_of(source, reading->body), end = first + RENDERED_LINES_MOST;
	for (uint32_t line = first; line <= source->line_count && line < end && headings < 2; line++) {
		struct str text = str_trim(source_line(source, line));
		bool anchor = str_ends(text, STR("\xC2\xB6"));
		headings += anchor || (text.length <= LABEL_LENGTH_MOST && is_known_heading(reading, text));
	}
	return headings >= 2;
}

/* Nobody writes deeper than this on purpose, and no reader follows. */
#define NESTING_MOST 100

static void split_lines(struct reading *reading, enum line_style style)
{
	reading->blocks = (struct blocks){0};
	line_blocks(reading->scratch, reading->source, reading->body, style, is_known_heading, reading,
		    &reading->blocks);
}

void read_blocks(struct reading *reading, struct cmark_memory *memory)
{
	struct nest deepest = {0};
	if (!markdown_blocks(memory, reading->scratch, reading->source, reading->body, &reading->blocks, &deepest)) {
		note(reading, RULE_FILE_TOO_COMPLEX, (struct span){0, 0, 1},
		     "the file's Markdown takes too much time or memory to parse");
		split_lines(reading, LINES_JOIN);
	} else if (deepest.depth > NESTING_MOST) {
		uint32_t start = reading->source->line[deepest.line > 0 ? deepest.line - 1 : 0];
		note(reading, RULE_FILE_TOO_COMPLEX, (struct span){start, 0, deepest.line},
		     "lists and quotes are nested %u deep", deepest.depth);
	}
	if (has_heading(&reading->blocks) || !looks_rendered(reading))
		return;
	reading->rendered = true;
	split_lines(reading, LINES_RENDERED);
}
