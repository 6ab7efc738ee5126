/* SPDX-License-Identifier: MIT */
#include "adr/base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#define FIRST_BLOCK ((size_t)16 << 10)
#define LARGEST_BLOCK ((size_t)1 << 20) /* blocks double up to here */
#define LARGE_PIECE (LARGEST_BLOCK / 4) /* gets a block of its own, which can grow without leaving a copy behind */
#define ALIGNMENT _Alignof(max_align_t)

struct block {
	struct block *older;
	size_t room, used;
	max_align_t bytes[];
};

struct arena {
	struct block *newest;
	struct block *large; /* one for each large piece */
	size_t handed_out;
};

static _Noreturn void out_of_memory(void)
{
	fputs("adr: out of memory\n", stderr);
	exit(3);
}

void *memory_take(size_t size)
{
	void *memory = calloc(1, size ? size : 1);
	if (!memory)
		out_of_memory();
	return memory;
}

void *memory_grow(void *old, size_t size)
{
	void *memory = realloc(old, size ? size : 1);
	if (!memory)
		out_of_memory();
	return memory;
}

static void *block_bytes(struct block *block)
{
	return block->bytes;
}

static struct block *block_new(size_t room, struct block *older)
{
	struct block *block = malloc(sizeof(struct block) + room);
	if (!block)
		out_of_memory();
	*block = (struct block){.older = older, .room = room};
	return block;
}

struct arena *arena_new(void)
{
	struct arena *arena = memory_take(sizeof(struct arena));
	arena->newest = block_new(FIRST_BLOCK, NULL);
	return arena;
}

static void free_blocks(struct block *block)
{
	while (block) {
		struct block *older = block->older;
		free(block);
		block = older;
	}
}

void arena_free(struct arena *arena)
{
	if (!arena)
		return;
	free_blocks(arena->newest);
	free_blocks(arena->large);
	free(arena);
}

void arena_reset(struct arena *arena)
{
	free_blocks(arena->newest->older);
	free_blocks(arena->large);
	arena->newest->older = arena->large = NULL;
	arena->newest->used = 0;
	arena->handed_out = 0;
}

static size_t aligned(size_t size)
{
	if (size > SIZE_MAX / 2)
		out_of_memory();
	return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

/* For a piece that is not large. */
static void add_block(struct arena *arena, size_t size)
{
	size_t room = arena->newest->room * 2;
	while (room < size)
		room *= 2;
	arena->newest = block_new(room < LARGEST_BLOCK ? room : LARGEST_BLOCK, arena->newest);
}

static void *take_large(struct arena *arena, size_t size)
{
	arena->large = block_new(aligned(size), arena->large);
	arena->handed_out += size;
	return block_bytes(arena->large);
}

/* Where the block of a large piece hangs; NULL when the piece has none. There are few. */
static struct block **find_large(struct arena *arena, const void *piece)
{
	for (struct block **link = &arena->large; *link; link = &(*link)->older)
		if (block_bytes(*link) == piece)
			return link;
	return NULL;
}

static void *grow_large(struct arena *arena, struct block **link, size_t old_size, size_t new_size)
{
	*link = memory_grow(*link, sizeof(struct block) + aligned(new_size));
	(*link)->room = aligned(new_size);
	arena->handed_out += new_size - old_size;
	return block_bytes(*link);
}

/* Texts lie one behind the other without a gap. */
char *arena_take_text(struct arena *arena, size_t size)
{
	if (arena->newest->room - arena->newest->used < size) {
		if (size >= LARGE_PIECE)
			return take_large(arena, size);
		add_block(arena, size);
	}
	char *piece = (char *)block_bytes(arena->newest) + arena->newest->used;
	arena->newest->used += size;
	arena->handed_out += size;
	return piece;
}

void *arena_take_room(struct arena *arena, size_t size)
{
	arena->newest->used = aligned(arena->newest->used);
	return arena_take_text(arena, size);
}

void *arena_take(struct arena *arena, size_t size)
{
	char *piece = arena_take_room(arena, size);
	if (size > 0)
		memset(piece, 0, size);
	return piece;
}

void *arena_grow(struct arena *arena, void *old, size_t old_size, size_t new_size)
{
	struct block *block = arena->newest;
	char *end = (char *)block_bytes(block) + block->used;
	if (old && (char *)old + old_size == end && block->room - block->used >= new_size - old_size) {
		block->used += new_size - old_size;
		arena->handed_out += new_size - old_size;
		return old;
	}
	struct block **large = old ? find_large(arena, old) : NULL;
	if (large)
		return grow_large(arena, large, old_size, new_size);
	char *piece = arena_take_room(arena, new_size);
	if (old)
		memcpy(piece, old, old_size);
	return piece;
}

size_t arena_used(const struct arena *arena)
{
	return arena->handed_out;
}

const char *arena_copy_z(struct arena *arena, struct str text)
{
	return arena_copy(arena, text).at;
}

struct str arena_copy(struct arena *arena, struct str text)
{
	if (text.length == 0)
		return STR("");
	char *copy = arena_take_text(arena, text.length + 1);
	memcpy(copy, text.at, text.length);
	copy[text.length] = '\0';
	return (struct str){copy, text.length};
}

struct str arena_printf(struct arena *arena, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	int length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	if (length < 0)
		return (struct str){0};
	char *text = arena_take_text(arena, (size_t)length + 1);
	va_start(arguments, format);
	vsnprintf(text, (size_t)length + 1, format, arguments);
	va_end(arguments);
	return (struct str){text, (size_t)length};
}
