/* SPDX-License-Identifier: MIT */
#include "cmark_memory.h"

#include "adr/base/arena.h"

#include <assert.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define CHUNK_SIZE ((size_t)1 << 20)
#define ALIGNMENT ((size_t)16)
#define ALLOCATIONS_PER_LOOK 512 /* at the clock */

struct chunk {
	struct chunk *older;
	size_t size; /* bytes behind this head */
};

#define CHUNK_HEAD ((sizeof(struct chunk) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT)

struct cmark_memory {
	struct chunk *newest;
	char *at, *end; /* what is free in the newest chunk */
	size_t taken;   /* bytes in chunks of this run */
	size_t budget;
	int64_t deadline;
	unsigned allocations;
	jmp_buf escape;
};

/* cmark hands no context to its allocator. */
static _Thread_local struct cmark_memory *running;

/* Time that this thread has worked: a busy machine must not change what is read. */
static int64_t worked_milliseconds(void)
{
	struct timespec now = {0};
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void add_chunk(struct cmark_memory *memory, size_t least)
{
	size_t size = least > CHUNK_SIZE ? least : CHUNK_SIZE;
	if (size > memory->budget || memory->taken > memory->budget - size)
		longjmp(memory->escape, 1);
	struct chunk *chunk = memory_take(CHUNK_HEAD + size);
	*chunk = (struct chunk){memory->newest, size};
	memory->newest = chunk;
	memory->taken += size;
	memory->at = (char *)chunk + CHUNK_HEAD;
	memory->end = memory->at + size;
}

/* The size stands before the piece: realloc needs it. */
static void *take(size_t size)
{
	struct cmark_memory *memory = running;
	assert(memory);
	if (++memory->allocations % ALLOCATIONS_PER_LOOK == 0 && worked_milliseconds() > memory->deadline)
		longjmp(memory->escape, 1);
	if (size > memory->budget)
		longjmp(memory->escape, 1);
	size_t whole = ALIGNMENT + (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
	if ((size_t)(memory->end - memory->at) < whole)
		add_chunk(memory, whole);
	char *piece = memory->at + ALIGNMENT;
	memcpy(memory->at, &size, sizeof size);
	memory->at += whole;
	return piece;
}

static size_t size_of(const void *piece)
{
	size_t size;
	memcpy(&size, (const char *)piece - ALIGNMENT, sizeof size);
	return size;
}

static void *take_zeroed(size_t count, size_t size)
{
	if (size > 0 && count > SIZE_MAX / size)
		longjmp(running->escape, 1);
	return memset(take(count * size), 0, count * size);
}

static void *take_larger(void *old, size_t size)
{
	size_t old_size = old ? size_of(old) : 0;
	if (old && size <= old_size)
		return old;
	void *piece = take(size);
	if (old)
		memcpy(piece, old, old_size);
	return piece;
}

static void give_back(void *piece)
{
	(void)piece; /* all of it goes at once, with the next run */
}

cmark_mem *cmark_memory_allocator(void)
{
	static cmark_mem allocator = {take_zeroed, take_larger, give_back};
	return &allocator;
}

/* Keeps the oldest chunk for the next run. */
static void empty(struct cmark_memory *memory)
{
	struct chunk *chunk = memory->newest;
	while (chunk && (chunk->older || chunk->size > CHUNK_SIZE)) {
		struct chunk *older = chunk->older;
		free(chunk);
		chunk = older;
	}
	memory->newest = chunk;
	memory->taken = chunk ? chunk->size : 0;
	memory->at = chunk ? (char *)chunk + CHUNK_HEAD : NULL;
	memory->end = chunk ? memory->at + chunk->size : NULL;
}

struct cmark_memory *cmark_memory_new(void)
{
	struct cmark_memory *memory = memory_take(sizeof *memory);
	memset(memory, 0, sizeof *memory);
	return memory;
}

void cmark_memory_free(struct cmark_memory *memory)
{
	if (!memory)
		return;
	empty(memory);
	free(memory->newest);
	free(memory);
}

bool cmark_memory_run(struct cmark_memory *memory, size_t budget, int64_t milliseconds, void (*work)(void *context),
		      void *context)
{
	empty(memory);
	memory->budget = budget;
	memory->deadline = worked_milliseconds() + milliseconds;
	memory->allocations = 0;
	assert(!running);
	running = memory;
	if (setjmp(memory->escape) != 0) {
		running = NULL;
		return false;
	}
	work(context);
	running = NULL;
	return true;
}
