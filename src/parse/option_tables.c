/* SPDX-License-Identifier: MIT */
/* Tables of options: one per row, or one per column of a comparison. */
#include "options.h"

/* "Why rejected", "Rejected because", "Why not" */
#define REASONS (1U << CHOICE_MARK | 1U << CHOICE_AFTER | 1U << CHOICE_VERB)

static bool is_option_head(const struct reading *reading, struct str cell)
{
	struct str text = plain_text(reading->scratch, cell);
	const struct word *section = find_word(reading, WORD_SECTION, text);
	return is_word(reading, WORD_OPTION, text) || (section && section->meaning == SECTION_OPTIONS);
}

static bool rejects_rows(const struct reading *reading, const struct str *head, size_t columns)
{
	for (size_t i = 1; i < columns; i++) {
		struct str folded = unicode_fold(reading->scratch, head[i]);
		const struct word *word = word_index_find(reading->words, WORD_REJECTED, folded);
		if (word && word->meaning & REASONS && word_index_find(reading->words, WORD_TRAIT, folded))
			return true;
	}
	return false;
}

static size_t table_end(const struct reading *reading, size_t first)
{
	size_t end = first;
	uint32_t table = reading->blocks.item[first].list;
	while (end < reading->blocks.count && reading->blocks.item[end].kind == BLOCK_ROW &&
	       reading->blocks.item[end].list == table)
		end++;
	return end;
}

static void read_rows(struct reading *reading, size_t first, size_t column, enum stance stance, bool merge)
{
	struct str row[CELLS_MOST];
	size_t end = table_end(reading, first);
	for (size_t i = first + 1; i < end; i++) {
		const struct block *block = &reading->blocks.item[i];
		size_t cells = split_row(block->text, row);
		if (column >= cells)
			continue;
		enum stance said = stance;
		for (size_t c = 0; c < cells && said == STANCE_CONSIDERED; c++) {
			if (c != column && row[c].length < 400)
				said = stance_of_text(reading, row[c]);
		}
		put_option(reading, row[column], said, span_of_block(reading, block), merge);
	}
}

static void read_columns(struct reading *reading, const struct block *block, const struct str *head, size_t columns,
			 bool merge)
{
	for (size_t i = 1; i < columns; i++) {
		struct str text = plain_text(reading->scratch, head[i]);
		if (!is_word(reading, WORD_WEIGHT, text) && !is_word(reading, WORD_CRITERION, text))
			put_option(reading, head[i], STANCE_CONSIDERED,
				   span_of(reading, head[i], span_of_block(reading, block)), merge);
	}
}

void read_option_table(struct reading *reading, size_t first, bool sure, bool merge)
{
	struct str head[CELLS_MOST];
	const struct block *block = &reading->blocks.item[first];
	size_t columns = split_row(block->text, head), option = CELLS_MOST;
	for (size_t i = 0; i < columns && option == CELLS_MOST; i++)
		option = is_option_head(reading, head[i]) ? i : CELLS_MOST;
	bool criteria = columns >= 3 && (is_word(reading, WORD_CRITERION, plain_text(reading->scratch, head[0])) ||
					 (sure && str_empty(str_trim_bytes(head[0], "* "))));
	if (option == CELLS_MOST && criteria) {
		read_columns(reading, block, head, columns, merge);
		return;
	}
	if (option == CELLS_MOST && !sure)
		return;
	bool rejected = rejects_rows(reading, head, columns);
	read_rows(reading, first, option == CELLS_MOST ? 0 : option, rejected ? STANCE_REJECTED : STANCE_CONSIDERED,
		  merge);
}
