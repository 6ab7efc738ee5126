/* SPDX-License-Identifier: MIT */
#include "adr/base/list.h"

void *list_grow(struct arena *arena, void *items, size_t item_size, size_t count, size_t *room)
{
	*room = count ? count * 2 : 4;
	return arena_grow(arena, items, count * item_size, *room * item_size);
}

struct str strs_join(struct arena *arena, const struct strs *list, struct str between)
{
	size_t room = 1;
	LIST_EACH (struct str, part, list)
		room += part->length + between.length;
	char *joined = arena_take(arena, room);
	size_t length = 0;
	for (size_t i = 0; i < list->count; i++) {
		struct str pieces[] = {i > 0 ? between : STR(""), list->item[i]};
		for (size_t p = 0; p < 2; p++) {
			if (!str_empty(pieces[p]))
				memcpy(joined + length, pieces[p].at, pieces[p].length);
			length += pieces[p].length;
		}
	}
	return (struct str){joined, length};
}
