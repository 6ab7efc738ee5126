/* SPDX-License-Identifier: MIT */
/* Typed arrays that grow in an arena.
 *
 *     struct people LIST_OF(struct person);         declares a type with .item, .count, .room
 *     struct person *p = LIST_ADD(arena, &record->people);   a new zeroed last item
 *     LIST_EACH(struct person, p, &record->people) ...       walks it
 *
 * Items move when the list grows: do not keep pointers to them while adding. */
#ifndef ADR_BASE_LIST_H
#define ADR_BASE_LIST_H

#include "adr/base/arena.h"

#define LIST_OF(type)                                                                                                  \
	{                                                                                                              \
		type *item;                                                                                            \
		size_t count;                                                                                          \
		size_t room;                                                                                           \
	}

/* Makes room for one more item and returns the address of the new, zeroed last one (as the item's own type). */
#define LIST_ADD(arena, list)                                                                                          \
	((list)->count < (list)->room                                                                                  \
		 ? (void)0                                                                                             \
		 : (void)((list)->item =                                                                               \
				  list_grow((arena), (list)->item, sizeof(*(list)->item), (list)->count, &(list)->room)), \
	 memset(&(list)->item[(list)->count], 0, sizeof(*(list)->item)), &(list)->item[(list)->count++])

/* Gives an empty list room for so many items: nothing moves until there are more. Room that is not used costs no memory,
 * only addresses. */
#define LIST_ROOM(arena, list, wanted)                                                                                 \
	((list)->item = arena_take_room((arena), sizeof(*(list)->item) * (wanted)), (list)->room = (wanted))

#define LIST_EACH(type, variable, list)                                                                                \
	for (type *variable = (list)->item, *variable##_end = variable ? variable + (list)->count : variable;          \
	     variable != variable##_end; variable++)

/* Used by LIST_ADD when all `count` items are taken: room for twice as many, not set to anything. */
void *list_grow(struct arena *arena, void *items, size_t item_size, size_t count, size_t *room);

/* A list of texts, for tags, words, paths. */
struct strs LIST_OF(struct str);

/* The texts of the list with `between` between them, NUL-terminated. */
struct str strs_join(struct arena *arena, const struct strs *list, struct str between);

#endif
