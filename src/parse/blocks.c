/* SPDX-License-Identifier: MIT */
#include "blocks.h"

bool is_prose(const struct block *block)
{
	return block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_ITEM;
}

bool block_next_line(struct str *rest, struct str *line)
{
	if (!str_next_line(rest, line))
		return false;
	*line = str_trim(*line);
	while (line->length > 0 && line->at[0] == '>')
		*line = str_trim(str_from(*line, 1));
	return true;
}
