/* SPDX-License-Identifier: MIT */
/* Options out of list items, and what stands below one. */
#include "options.h"

#define STANCE_BLOCKS_MOST 10 /* below an option, searched for its rejection */

struct span span_of_block(const struct reading *reading, const struct block *block)
{
	return span_of(reading, block->text, (struct span){0, 0, block->line});
}

/* The words that stand below an option up to `end` may say that it was rejected. */
enum stance stance_below(const struct reading *reading, size_t first, size_t end)
{
	for (size_t i = first; i < end && i < first + STANCE_BLOCKS_MOST; i++) {
		const struct block *block = &reading->blocks.item[i];
		if (block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_ITEM)
			continue;
		enum stance stance = stance_of_text(reading, block->text);
		if (stance != STANCE_CONSIDERED)
			return stance;
	}
	return STANCE_CONSIDERED;
}

void put_named(struct reading *reading, const struct option_name *found, enum stance said, struct span at, bool merge)
{
	struct option_name name = *found;
	if (name.stance == STANCE_CONSIDERED)
		name.stance = said;
	add_option(reading, &name, at, merge);
}

void put_option(struct reading *reading, struct str raw, enum stance said, struct span at, bool merge)
{
	struct option_name name;
	if (option_name_of(reading, raw, &name))
		put_named(reading, &name, said, at, merge);
}

/* The end of the list items from `first`: at the next heading, or the first block of another outermost list. */
size_t outer_items(const struct reading *reading, size_t first, size_t end, uint8_t *depth)
{
	size_t count = 0;
	*depth = UINT8_MAX;
	for (size_t i = first; i < end; i++) {
		const struct block *block = &reading->blocks.item[i];
		if (block->kind == BLOCK_ITEM && block->depth < *depth)
			*depth = block->depth;
	}
	for (size_t i = first; i < end; i++)
		count += reading->blocks.item[i].kind == BLOCK_ITEM && reading->blocks.item[i].depth == *depth;
	return count;
}

size_t next_item(const struct reading *reading, size_t i, size_t end, uint8_t depth)
{
	for (i++; i < end; i++) {
		const struct block *block = &reading->blocks.item[i];
		if (block->kind == BLOCK_HEADING || (block->kind == BLOCK_ITEM && block->depth <= depth))
			break;
		if (block->kind == BLOCK_PARAGRAPH && block->depth < depth)
			break;
	}
	return i;
}

/* A paragraph that announces another list: "In all cases we also:", "**Reasons for the first one**". */
static bool announces(const struct block *block)
{
	struct str rest;
	return block->kind == BLOCK_PARAGRAPH && block->depth == 0 &&
	       (str_ends(block->text, STR(":")) || !str_empty(leading_bold(block->text, &rest)));
}

void read_list(struct reading *reading, size_t first, size_t end, uint8_t depth, enum stance stance, bool merge)
{
	size_t items = 0;
	for (size_t i = first; i < end; i++) {
		const struct block *block = &reading->blocks.item[i];
		if (items >= 2 && announces(block))
			return;
		items += block->kind == BLOCK_ITEM && block->depth == depth;
		if (block->kind != BLOCK_ITEM || block->depth != depth)
			continue;
		enum stance said = stance;
		if (said == STANCE_CONSIDERED)
			said = stance_below(reading, i, next_item(reading, i, end, depth));
		put_option(reading, block->text, said, span_of_block(reading, block), merge);
	}
}
