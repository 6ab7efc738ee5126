/* SPDX-License-Identifier: MIT */
#include "adr/model/anchor.h"

#include "adr/base/unicode.h"

struct str link_anchor(struct arena *arena, const struct link *link)
{
	size_t hash = str_find_byte(link->target, '#');
	return hash == STR_NOT_FOUND ? (struct str){0} : unicode_slug(arena, str_from(link->target, hash + 1));
}

int32_t anchor_number(struct str anchor)
{
	size_t at = 0;
	while (at < anchor.length && (anchor.at[at] < '0' || anchor.at[at] > '9'))
		at++;
	int32_t number;
	return str_to_number(str_from(anchor, at), &number) ? number : -1;
}
