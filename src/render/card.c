/* SPDX-License-Identifier: MIT */
#include "card.h"

#include "adr/base/unicode.h"
#include "lines.h"
#include "record_lines.h"

#define LABEL_WIDTH 14   /* of "Conflicts with" */
#define SOURCE_OFFSET 26 /* columns from a value to the text of its line, where that fits beside it */
#define SOURCE_LEAST 20  /* columns that are worth beginning in */
#define CONTEXT_BYTES 10 /* of a line in front of the value, where it is cut there */
#define NUMBERING_MOST 3 /* bytes: "1. ", all that a line says beside its value */

struct card card_begin(struct paper *paper, uint32_t largest, const struct source *lines, struct arena *scratch)
{
	size_t gutter = 2;
	for (; largest > 9; largest /= 10)
		gutter++;
	return (struct card){.paper = paper,
			     .lines = lines,
			     .scratch = scratch,
			     .gutter = gutter,
			     .indent = gutter + 2 + LABEL_WIDTH + 2};
}

/* "superseded_by" as "Superseded by". */
static void add_label(struct text *out, struct str name)
{
	for (size_t i = 0; i < name.length; i++) {
		char byte = name.at[i] == '_' ? ' ' : name.at[i];
		bool small = byte >= 'a' && byte <= 'z';
		text_add_byte(out, i == 0 && small ? (char)(byte - 'a' + 'A') : byte);
	}
}

/* Writes line number and label, and leaves the cursor where the value goes. */
static void start_row(struct card *card, uint32_t line, struct str name)
{
	SCOPED(text_release) struct text label = {0}, number = {0};
	if (line > 0)
		text_printf(&number, "%*u", (int)card->gutter, line);
	paper_column(card->paper, STYLE_DIM, text_str(&number), card->gutter);
	paper_print(card->paper, "  ");
	if (!str_equal(name, card->label))
		add_label(&label, name);
	card->label = name;
	paper_column(card->paper, STYLE_CYAN, text_str(&label), LABEL_WIDTH);
	paper_print(card->paper, "  ");
}

static void show_stance(struct paper *paper, enum stance stance)
{
	switch (stance) {
	case STANCE_CHOSEN:
		paper_text(paper, STYLE_GREEN, STR("✓"));
		break;
	case STANCE_REJECTED:
		paper_text(paper, STYLE_RED, STR("✗"));
		break;
	case STANCE_CONSIDERED:
		paper_text(paper, STYLE_DIM, STR("·"));
		break;
	case STANCE_COUNT:
		return;
	}
	paper_print(paper, " ");
}

/* The line says more than the value, and was not shown right above. */
static bool says_more(struct card *card, const struct row *row, struct str source)
{
	if (str_empty(source) || row->line == card->shown || row->line == card->decision)
		return false;
	struct str line = unicode_fold(card->scratch, source), value = unicode_fold(card->scratch, row->value);
	return !str_contains(value, line) && !(str_ends(line, value) && line.length - value.length <= NUMBERING_MOST);
}

/* Cuts a line to `room` columns so that the value stays in it: long rows of tables begin with something else. */
static void cut_around(struct text *out, struct str source, struct str value, size_t room)
{
	SCOPED(text_release) struct text clean = {0};
	size_t found = str_find_nocase(source, value), start = 0;
	if (found != STR_NOT_FOUND && found + value.length > room && clean_width(source) > room)
		start = found > CONTEXT_BYTES ? found - CONTEXT_BYTES : 0;
	while (start > 0 && ((unsigned char)source.at[start] & 0xC0U) == 0x80U)
		start--; /* not inside of a character */
	if (start > 0)
		text_add_z(&clean, "\xE2\x80\xA6");
	add_clean(&clean, str_trim(str_from(source, start)));
	add_cut(out, text_str(&clean), room);
}

static void show_source(struct card *card, struct str source, struct str value, size_t used)
{
	struct paper *paper = card->paper;
	size_t column = card->indent + SOURCE_OFFSET;
	bool beside = used + 2 <= column && column + SOURCE_LEAST <= paper->width;
	if (!beside)
		column = card->indent;
	size_t room = column + SOURCE_LEAST <= paper->width ? paper->width - column : SOURCE_LEAST;
	SCOPED(text_release) struct text cut = {0};
	cut_around(&cut, source, value, room);
	paper_print(paper, "%s%*s", beside ? "" : "\n", (int)(beside ? column - used : column), "");
	paper_text(paper, STYLE_DIM, text_str(&cut));
}

void card_row(struct card *card, const struct row *row)
{
	SCOPED(text_release) struct text guess = {0};
	struct str source = line_text(card->lines, row->line);
	size_t start = card->indent + (row->stance == STANCE_COUNT ? 0 : 2);
	if (basis_is_guess(row->basis))
		text_printf(&guess, " (guessed: %s", value_basis_name(row->basis));
	if (guess.length > 0 && row->basis_line > 0 && row->basis_line != row->line)
		text_printf(&guess, ", line %u", row->basis_line);
	if (guess.length > 0)
		text_add_byte(&guess, ')');
	size_t used = start + clean_width(row->value) + guess.length;
	bool more = says_more(card, row, source);
	start_row(card, row->line, row->label);
	show_stance(card->paper, row->stance);
	if (used > card->paper->width) {
		paper_flow(card->paper, row->style, row->value, start, start, 0);
		if (guess.length > 0)
			paper_print(card->paper, "%*s", (int)start - 1, "");
		paper_text(card->paper, STYLE_YELLOW, text_str(&guess));
		paper_print(card->paper, guess.length > 0 ? "\n" : "");
		return;
	}
	paper_text(card->paper, row->style, row->value);
	paper_text(card->paper, STYLE_YELLOW, text_str(&guess));
	if (more)
		show_source(card, source, row->value, used);
	card->shown = row->line;
	paper_print(card->paper, "\n");
}

void card_text(struct card *card, uint32_t line, struct str label, struct str text)
{
	start_row(card, line, label);
	paper_flow(card->paper, STYLE_PLAIN, text, card->indent, card->indent, 0);
}
