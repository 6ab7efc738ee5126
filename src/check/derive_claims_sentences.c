/* SPDX-License-Identifier: MIT */
/* A piece of Markdown, sentence by sentence: paragraphs may be wrapped, items and headings stand alone, code is left
 * out. */
#include "derive_claims.h"

static bool is_fence(struct str line)
{
	return str_starts(line, STR("```")) || str_starts(line, STR("~~~"));
}

static bool starts_item(struct str line)
{
	if (line.length < 2)
		return false;
	if (line.at[0] == '|' || ((line.at[0] == '-' || line.at[0] == '*' || line.at[0] == '+') && line.at[1] == ' '))
		return true;
	size_t digits = 0;
	while (digits < line.length && line.at[digits] >= '0' && line.at[digits] <= '9')
		digits++;
	return digits > 0 && digits + 1 < line.length && (line.at[digits] == '.' || line.at[digits] == ')');
}

static bool starts_block(struct str line)
{
	return str_empty(line) || line.at[0] == '#' || line.at[0] == '>' || is_fence(line) || starts_item(line);
}

/* The next lines that belong together; wrapped lines are one paragraph. */
static bool next_paragraph(struct sentences *walk)
{
	struct str line, first = {0};
	while (str_empty(first) && str_next_line(&walk->rest, &line)) {
		line = str_trim(line);
		walk->code ^= is_fence(line);
		if (!walk->code && !is_fence(line))
			first = line;
	}
	if (str_empty(first))
		return false;
	walk->item = starts_item(first);
	struct str ahead = walk->rest, last = first;
	while (first.at[0] != '#' && str_next_line(&ahead, &line) && !starts_block(str_trim(line))) {
		last = str_trim(line);
		walk->rest = ahead;
	}
	walk->paragraph = (struct str){first.at, (size_t)(last.at + last.length - first.at)};
	return true;
}

static bool ends_sentence(struct str text, size_t at)
{
	static const bool stops[256] = {['.'] = true, [';'] = true, ['!'] = true, ['?'] = true};
	if (!stops[(unsigned char)text.at[at]])
		return false;
	char next = at + 1 < text.length ? text.at[at + 1] : ' ';
	return next == ' ' || next == '\n' || next == '\r' || next == '*' || next == '"';
}

/* Abbreviations such as "e.g." end a sentence too, which does no harm. */
bool next_sentence(struct sentences *walk, struct str *sentence)
{
	*sentence = (struct str){0};
	while (str_empty(*sentence)) {
		if (str_empty(walk->paragraph) && !next_paragraph(walk))
			return false;
		size_t end = 0;
		while (end < walk->paragraph.length && !ends_sentence(walk->paragraph, end))
			end++;
		end = end < walk->paragraph.length ? end + 1 : end;
		*sentence = str_trim(str_slice(walk->paragraph, 0, end));
		walk->paragraph = str_trim(str_from(walk->paragraph, end));
	}
	return true;
}
