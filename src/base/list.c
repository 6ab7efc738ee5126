/* SPDX-License-Identifier: MIT */
#include "adr/base/list.h"

void *list_reserve(struct arena *arena, void *items, size_t item_size, size_t count, size_t *room)
{
	if (count < *room) {
		memset((char *)items + count * item_size, 0, item_size);
		return items;
	}
	size_t wanted = *room ? *room * 2 : 4;
	items = arena_grow(arena, items, *room * item_size, wanted * item_size);
	*room = wanted;
	return items;
}
