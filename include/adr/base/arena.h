/* SPDX-License-Identifier: MIT */
/* Memory that is taken piece by piece and given back all at once. Everything that the program builds lives in an
 * arena; nothing in it is freed alone. An arena belongs to one thread at a time. Running out of memory ends the
 * program here and nowhere else, with a message and exit status 3. */
#ifndef ADR_BASE_ARENA_H
#define ADR_BASE_ARENA_H

#include "adr/base/str.h"

#include <stddef.h>

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *arena); /* NULL is fine */

/* Gives everything back but keeps one block for the next round. All pointers into the arena become invalid. */
void arena_reset(struct arena *arena);

/* `size` bytes set to zero, aligned for any type. A size of 0 gives a valid pointer. */
void *arena_take(struct arena *arena, size_t size);

/* The same, not set to anything: pages that nobody writes to cost nothing. */
void *arena_take_room(struct arena *arena, size_t size);

/* Room for `size` bytes of text, neither aligned nor set to anything. */
char *arena_take_text(struct arena *arena, size_t size);

/* Grows the newest piece in place where possible, else copies. The new bytes are not set to anything. `old` may be NULL
 * with old_size 0. */
void *arena_grow(struct arena *arena, void *old, size_t old_size, size_t new_size);

/* Bytes handed out since the arena was made or reset. */
size_t arena_used(const struct arena *arena);

struct str arena_copy(struct arena *arena, struct str text); /* the copy is NUL-terminated as well */
const char *arena_copy_z(struct arena *arena, struct str text); /* NUL-terminated */
struct str arena_printf(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

#define ARENA_NEW(arena, type) ((type *)arena_take((arena), sizeof(type)))
#define ARENA_ARRAY(arena, type, count) ((type *)arena_take((arena), sizeof(type) * (count)))

/* For the allocations that cannot live in an arena (foreign libraries' handles, growing texts): never NULL. */
void *memory_take(size_t size);
void *memory_grow(void *old, size_t size);

#endif
