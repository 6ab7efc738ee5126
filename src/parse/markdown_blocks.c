/* SPDX-License-Identifier: MIT */
/* Blocks from cmark's tree. Only where blocks start is taken from cmark: it gets many ends and all places inside
 * paragraphs wrong, so texts are cut out of the source by line. */
#include "blocks.h"
#include "markdown_tree.h"

#include "adr/parse/read_record.h"

/* The walk over the tree: where it stands and how deep. */
struct walk {
	struct arena *arena;
	const struct source *source;
	uint32_t start;      /* where the Markdown starts: inside the first line when a byte order mark precedes it */
	uint32_t line_shift; /* cmark's line 1 is this many lines down in the source */
	struct blocks *blocks;
	unsigned lists, quotes; /* how many are open */
	struct nest *deepest;
	uint32_t list;         /* number of the newest list or table */
	uint32_t table_end;    /* the newest table's last line: cmark repeats a table's lead-in as a paragraph */
	cmark_node *item_text; /* the paragraph that was taken as the text of its item */
};

static uint32_t start_line(const struct walk *walk, cmark_node *node)
{
	int line = cmark_node_get_start_line(node);
	return line > 0 ? (uint32_t)line + walk->line_shift : 0;
}

static uint32_t end_line(const struct walk *walk, cmark_node *node)
{
	int line = cmark_node_get_end_line(node);
	uint32_t start = start_line(walk, node), end = line > 0 ? (uint32_t)line + walk->line_shift : start;
	return end < start ? start : end;
}

/* The source from column `column` (from 1) of line `first` to the end of line `last`. */
static struct str cut(const struct walk *walk, uint32_t first, uint32_t last, int column)
{
	const struct source *source = walk->source;
	if (first < 1 || first > source->line_count || last > source->line_count)
		return (struct str){0};
	struct str from = source_line(source, first), to = source_line(source, last);
	size_t start = source->line[first - 1], end = source->line[last - 1] + to.length;
	size_t skip = column > 1 ? (size_t)column - 1 : 0;
	if (start < walk->start)
		skip += walk->start - start;
	start += skip < from.length ? skip : from.length;
	return str_trim(str_slice(source->text, start, end));
}

static struct block *add_block(struct walk *walk, enum block_kind kind, uint32_t line, struct str text)
{
	struct block *block = LIST_ADD(walk->arena, walk->blocks);
	block->kind = kind;
	block->line = line;
	block->text = text;
	block->depth = (uint8_t)(walk->lists < UINT8_MAX ? walk->lists : UINT8_MAX);
	block->quoted = walk->quotes > 0;
	block->list = walk->list;
	return block;
}

static bool is_underline(struct str line)
{
	line = str_trim_bytes(line, " \t>");
	return line.length > 0 && (str_trim_bytes(line, "=").length == 0 || str_trim_bytes(line, "-").length == 0);
}

/* "## Text ##" without its marks. */
static struct str without_hashes(struct str text)
{
	size_t level = 0;
	while (level < text.length && text.at[level] == '#')
		level++;
	text = str_trim(str_from(text, level));
	size_t end = text.length;
	while (end > 0 && text.at[end - 1] == '#')
		end--;
	bool closed = end < text.length && (end == 0 || text.at[end - 1] == ' ' || text.at[end - 1] == '\t');
	return closed ? str_trim(str_slice(text, 0, end)) : text;
}

/* An underlined heading may have several lines, and cmark does not say how many. */
static void add_heading(struct walk *walk, cmark_node *node)
{
	uint32_t first = start_line(walk, node), last = first;
	struct str text = cut(walk, first, first, cmark_node_get_start_column(node));
	bool hashes = str_starts(text, STR("#"));
	while (!hashes && last < walk->source->line_count && !is_underline(source_line(walk->source, last + 1)))
		last++;
	text = hashes ? without_hashes(text) : cut(walk, first, last, cmark_node_get_start_column(node));
	add_block(walk, BLOCK_HEADING, first, text)->level = (uint8_t)cmark_node_get_heading_level(node);
}

/* A row of dashes, colons and bars. */
static bool is_delimiter_row(struct str line)
{
	return str_contains(line, STR("-")) && str_trim_bytes(line, "|:- \t>").length == 0;
}

static struct str without_quote_marks(struct str line)
{
	line = str_trim(line);
	while (line.length > 0 && line.at[0] == '>')
		line = str_trim(str_from(line, 1));
	return line;
}

/* cmark gives a table the place of the text above it, so the rows are found again by their delimiter row. */
static void add_table(struct walk *walk, cmark_node *node)
{
	uint32_t first = start_line(walk, node), last = end_line(walk, node), delimiter = first + 1;
	while (delimiter <= last && !is_delimiter_row(source_line(walk->source, delimiter)))
		delimiter++;
	if (delimiter > last)
		return;
	if (delimiter - 1 > first)
		add_block(walk, BLOCK_PARAGRAPH, first, cut(walk, first, delimiter - 2, 1));
	walk->list++;
	walk->table_end = last;
	for (uint32_t line = delimiter - 1; line <= last; line++) {
		if (line == delimiter)
			continue;
		struct str text = without_quote_marks(source_line(walk->source, line));
		add_block(walk, BLOCK_ROW, line, text)->header = line < delimiter;
	}
}

/* "| Status | Accepted |": a bar at both ends. */
static bool is_row(struct str line)
{
	return line.length > 2 && line.at[0] == '|' && line.at[line.length - 1] == '|';
}

/* A paragraph of nothing but rows: a table whose delimiter row has other columns than its header, or is not there. */
static bool add_broken_table(struct walk *walk, uint32_t first, uint32_t last)
{
	bool delimited = first < last && is_delimiter_row(source_line(walk->source, first + 1));
	for (uint32_t line = first; line <= last; line++) {
		if (!is_row(without_quote_marks(source_line(walk->source, line))))
			return false;
	}
	if (last < first + (delimited ? 2 : 1))
		return false;
	walk->list++;
	for (uint32_t line = first; line <= last; line++) {
		struct str text = without_quote_marks(source_line(walk->source, line));
		if (!is_delimiter_row(text))
			add_block(walk, BLOCK_ROW, line, text)->header = delimited && line == first;
	}
	return true;
}

static void add_item(struct walk *walk, cmark_node *node)
{
	cmark_node *first = cmark_node_first_child(node);
	bool has_text = first && cmark_node_get_type(first) == CMARK_NODE_PARAGRAPH && start_line(walk, first) > 0;
	struct str text = {0};
	if (has_text) {
		uint32_t line = start_line(walk, first);
		text = cut(walk, line, end_line(walk, first), cmark_node_get_start_column(first));
		walk->item_text = first;
	}
	struct block *block = add_block(walk, BLOCK_ITEM, start_line(walk, node), text);
	block->ordered = cmark_node_get_list_type(cmark_node_parent(node)) == CMARK_ORDERED_LIST;
}

static void add_leaf(struct walk *walk, cmark_node *node, enum block_kind kind)
{
	uint32_t line = start_line(walk, node);
	if (node == walk->item_text || line == 0 || (kind == BLOCK_PARAGRAPH && line <= walk->table_end))
		return;
	struct str text = cut(walk, line, end_line(walk, node), cmark_node_get_start_column(node));
	if (kind == BLOCK_PARAGRAPH && str_starts(text, STR("|")) && add_broken_table(walk, line, end_line(walk, node)))
		return;
	add_block(walk, kind, line, text);
}

static void note_depth(struct walk *walk, cmark_node *node)
{
	unsigned depth = walk->lists + walk->quotes;
	if (depth > walk->deepest->depth)
		*walk->deepest = (struct nest){.depth = depth, .line = start_line(walk, node)};
}

/* Adds what the node stands for; true when its children are to be visited. */
static bool enter(struct walk *walk, cmark_node *node)
{
	switch ((int)cmark_node_get_type(node)) {
	case CMARK_NODE_DOCUMENT:
		return true;
	case CMARK_NODE_BLOCK_QUOTE:
		walk->quotes++;
		note_depth(walk, node);
		return true;
	case CMARK_NODE_LIST:
		walk->lists++;
		walk->list++;
		note_depth(walk, node);
		return true;
	case CMARK_NODE_ITEM:
		add_item(walk, node);
		return true;
	case CMARK_NODE_HEADING:
		add_heading(walk, node);
		return false;
	case CMARK_NODE_PARAGRAPH:
		add_leaf(walk, node, BLOCK_PARAGRAPH);
		return false;
	case CMARK_NODE_CODE_BLOCK:
		add_leaf(walk, node, BLOCK_CODE);
		return false;
	case CMARK_NODE_HTML_BLOCK:
		add_leaf(walk, node, BLOCK_HTML);
		return false;
	case CMARK_NODE_THEMATIC_BREAK:
		add_leaf(walk, node, BLOCK_RULE);
		return false;
	default:
		if (strcmp(cmark_node_get_type_string(node), "table") == 0)
			add_table(walk, node);
		return false;
	}
}

static void leave(struct walk *walk, cmark_node *node)
{
	if (cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE)
		walk->quotes--;
	else if (cmark_node_get_type(node) == CMARK_NODE_LIST)
		walk->lists--;
}

static void walk_tree(struct walk *walk, cmark_node *root)
{
	cmark_node *node = root;
	while (node) {
		cmark_node *child = enter(walk, node) ? cmark_node_first_child(node) : NULL;
		if (child) {
			node = child;
			continue;
		}
		leave(walk, node);
		while (node && !cmark_node_next(node)) {
			node = cmark_node_parent(node);
			if (node)
				leave(walk, node);
		}
		node = node ? cmark_node_next(node) : NULL;
	}
}

bool markdown_blocks(struct cmark_memory *memory, struct arena *arena, const struct source *source, uint32_t start,
		     struct blocks *blocks, struct nest *deepest)
{
	cmark_node *document = markdown_tree(memory, str_from(source->text, start));
	if (!document)
		return false;
	struct walk walk = {.arena = arena,
			    .source = source,
			    .start = start,
			    .line_shift = source_line_of(source, start) - 1,
			    .blocks = blocks,
			    .deepest = deepest};
	walk_tree(&walk, document);
	return true;
}
