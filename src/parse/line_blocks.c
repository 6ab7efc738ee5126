/* SPDX-License-Identifier: MIT */
/* Blocks line by line: for files whose Markdown is too much for a real parser, and for pages that were copied from a
 * rendered site and have no Markdown headings left. Linear in the input, knows nothing of nesting but indentation. */
#include "blocks.h"

#define LINES_MOST 300000 /* what stands behind so many lines is not read */

struct splitter {
	struct arena *arena;
	const struct source *source;
	enum line_style style;
	known_heading *known;
	void *context;
	struct blocks *blocks;
	struct str fence; /* the open code fence; empty: none */
	uint32_t list;    /* number of the newest list or table */
	size_t columns;   /* of the open table; 0: none */
	size_t cells;     /* seen of a row that goes over several lines */
	bool joins;       /* the next plain line continues the newest paragraph or item */
	uint32_t start;   /* of the first line: behind a byte order mark */
	bool titled;      /* the title was seen */
};

static struct block *add_block(struct splitter *splitter, enum block_kind kind, uint32_t line, struct str text)
{
	struct block *block = LIST_ADD(splitter->arena, splitter->blocks);
	block->kind = kind;
	block->line = line;
	block->text = text;
	block->list = splitter->list;
	splitter->joins = kind == BLOCK_PARAGRAPH || kind == BLOCK_ITEM;
	return block;
}

static struct str newest_text(const struct splitter *splitter)
{
	return splitter->blocks->item[splitter->blocks->count - 1].text;
}

/* Lets the newest block reach to the end of `line`. */
static void extend(struct splitter *splitter, struct str line)
{
	struct block *block = &splitter->blocks->item[splitter->blocks->count - 1];
	block->text.length = (size_t)(line.at + line.length - block->text.at);
}

static bool take_code(struct splitter *splitter, uint32_t number, struct str line)
{
	bool fence = str_starts(line, STR("```")) || str_starts(line, STR("~~~"));
	if (!str_empty(splitter->fence)) {
		extend(splitter, line);
		if (str_starts(line, splitter->fence))
			splitter->fence = (struct str){0};
		return true;
	}
	if (!fence)
		return false;
	splitter->fence = str_slice(line, 0, 3);
	add_block(splitter, BLOCK_CODE, number, line);
	return true;
}

static bool take_heading(struct splitter *splitter, uint32_t number, struct str line)
{
	size_t level = 0;
	while (level < line.length && level < 7 && line.at[level] == '#')
		level++;
	if (level == 0 || level > 6 || (level < line.length && line.at[level] != ' ' && line.at[level] != '\t'))
		return false;
	struct str text = str_trim(str_trim_bytes(str_from(line, level), "#"));
	add_block(splitter, BLOCK_HEADING, number, text)->level = (uint8_t)level;
	splitter->titled = true;
	return true;
}

/* A page's headings end in the pilcrow of their anchor, or are one of the usual words, or are its first line. */
static bool take_rendered_heading(struct splitter *splitter, uint32_t number, struct str line)
{
	static const struct str pilcrow = STR_INIT("\xC2\xB6");
	bool marked = str_ends(line, pilcrow);
	bool known = line.length <= 80 && splitter->known(splitter->context, line);
	if (splitter->titled && !marked && !known)
		return false;
	struct str text = marked ? str_trim(str_slice(line, 0, line.length - pilcrow.length)) : line;
	uint8_t level = !splitter->titled ? 1 : known ? 2 : 3;
	add_block(splitter, BLOCK_HEADING, number, text)->level = level;
	splitter->titled = true;
	return true;
}

/* The length of "- ", "* ", "+ ", "12. ", "3) "; 0 for anything else. */
static size_t item_mark(struct str line, bool *ordered)
{
	size_t digits = 0;
	while (digits < line.length && digits < 9 && line.at[digits] >= '0' && line.at[digits] <= '9')
		digits++;
	*ordered = digits > 0;
	if (digits >= line.length)
		return 0;
	char mark = line.at[digits];
	bool known = *ordered ? mark == '.' || mark == ')' : mark == '-' || mark == '*' || mark == '+';
	bool spaced = digits + 1 == line.length || line.at[digits + 1] == ' ' || line.at[digits + 1] == '\t';
	return known && spaced ? digits + 1 : 0;
}

static bool take_item(struct splitter *splitter, uint32_t number, struct str line, size_t indent)
{
	bool ordered = false;
	size_t mark = item_mark(line, &ordered);
	if (mark == 0)
		return false;
	bool goes_on =
		splitter->blocks->count > 0 && splitter->blocks->item[splitter->blocks->count - 1].kind == BLOCK_ITEM;
	splitter->list += goes_on ? 0 : 1;
	struct block *block = add_block(splitter, BLOCK_ITEM, number, str_trim(str_from(line, mark)));
	block->ordered = ordered;
	block->depth = (uint8_t)(1 + (indent < 40 ? indent / 2 : 20));
	return true;
}

static size_t count_bars(struct str line)
{
	size_t bars = 0;
	for (size_t i = 0; i < line.length; i++)
		bars += line.at[i] == '|' && (i == 0 || line.at[i - 1] != '\\');
	return bars;
}

/* Rows of an open table: whole ones, and those whose cells were put on lines of their own. */
static bool take_row(struct splitter *splitter, uint32_t number, struct str line)
{
	bool barred = line.length > 1 && line.at[0] == '|';
	size_t bars = count_bars(line);
	if (splitter->columns == 0 || bars == 0) {
		splitter->columns = barred ? bars - (line.at[line.length - 1] == '|') : 0;
		splitter->cells = 0;
		if (splitter->columns == 0)
			return false;
		splitter->list++;
		add_block(splitter, BLOCK_ROW, number, line)->header = true;
		return true;
	}
	if (str_trim_bytes(line, "|:- \t").length == 0)
		return true;
	if (barred || splitter->cells == 0) {
		add_block(splitter, BLOCK_ROW, number, line);
		splitter->cells = barred ? 0 : bars;
	} else {
		extend(splitter, line);
		splitter->cells += bars;
	}
	if (splitter->cells >= splitter->columns)
		splitter->cells = 0;
	return true;
}

static void take_line(struct splitter *splitter, uint32_t number)
{
	struct str whole = source_line(splitter->source, number);
	uint32_t offset = splitter->source->line[number - 1];
	if (offset < splitter->start)
		whole = str_from(whole, splitter->start - offset);
	struct str line = str_trim(whole);
	size_t indent = str_empty(line) ? 0 : (size_t)(line.at - whole.at);
	if (take_code(splitter, number, line))
		return;
	if (str_empty(line)) {
		splitter->joins = false;
		splitter->columns = 0;
		return;
	}
	if (take_heading(splitter, number, line) || take_row(splitter, number, line) ||
	    take_item(splitter, number, line, indent))
		return;
	if (splitter->style == LINES_RENDERED && take_rendered_heading(splitter, number, line))
		return;
	if (splitter->joins && splitter->style == LINES_JOIN && !str_empty(newest_text(splitter)))
		extend(splitter, line);
	else
		add_block(splitter, BLOCK_PARAGRAPH, number, line);
}

void line_blocks(struct arena *arena, const struct source *source, uint32_t start, enum line_style style,
		 known_heading *known, void *context, struct blocks *blocks)
{
	struct splitter splitter = {.arena = arena,
				    .source = source,
				    .start = start,
				    .style = style,
				    .known = known,
				    .context = context,
				    .blocks = blocks};
	uint32_t first = source_line_of(source, start);
	for (uint32_t line = first; line <= source->line_count && line - first < LINES_MOST; line++)
		take_line(&splitter, line);
}
