/* SPDX-License-Identifier: MIT */
/* A Markdown body as a flat list of blocks in reading order, each a slice of the source. Two splitters make it:
 * markdown_blocks() from the CommonMark tree, line_blocks() line by line where there is no tree to be had. */
#ifndef ADR_PARSE_BLOCKS_H
#define ADR_PARSE_BLOCKS_H

#include "adr/base/list.h"
#include "adr/model/source.h"

struct cmark_memory;

enum block_kind {
	BLOCK_HEADING,
	BLOCK_PARAGRAPH,
	BLOCK_ITEM, /* a list item; its text is its first paragraph */
	BLOCK_ROW,  /* a table's row without its delimiter row */
	BLOCK_CODE,
	BLOCK_HTML,
	BLOCK_RULE, /* a thematic break */
};

struct block {
	enum block_kind kind;
	uint8_t level;   /* headings: 1 to 6 */
	uint8_t depth;   /* how many lists it stands in; items of an outermost list: 1 */
	bool quoted;     /* stands in a block quote */
	bool ordered;    /* items: of a numbered list */
	bool header;     /* rows: the table's header row */
	uint32_t list;   /* items: the lists of a body are numbered; rows: so are its tables. From 1 */
	uint32_t line;   /* where it starts */
	struct str text; /* slice of the source: without heading marks, item marks; inner lines keep their indentation
			  * and quote marks, see block_next_line() */
};

struct blocks LIST_OF(struct block);

/* Running text: a paragraph or the text of an item. */
bool is_prose(const struct block *block);

/* Takes the next line off the text of a block, without indentation and quote marks. */
bool block_next_line(struct str *rest, struct str *line);

/* The deepest nest of lists and quotes, and the line it begins in. */
struct nest {
	unsigned depth;
	uint32_t line;
};

/* Parses the source from byte `start` to its end. False when the budget or the deadline stopped the parse: what is in
 * `blocks` then is nothing. */
bool markdown_blocks(struct cmark_memory *memory, struct arena *arena, const struct source *source, uint32_t start,
		     struct blocks *blocks, struct nest *deepest);

/* How line_blocks() sees a line that is no Markdown block of its own. */
enum line_style {
	LINES_JOIN,    /* it continues a paragraph */
	LINES_RENDERED /* text copied from a rendered page: each line stands alone, and short lines may be headings */
};

/* Says whether a line of a rendered page is the heading of a usual section. */
typedef bool known_heading(void *context, struct str line);

void line_blocks(struct arena *arena, const struct source *source, uint32_t start, enum line_style style,
		 known_heading *known, void *context, struct blocks *blocks);

#endif
