/* SPDX-License-Identifier: MIT */
/* Paths as text: nothing here looks at the disk but path_real(). */
#include "adr/base/file.h"

#include "adr/base/list.h"

#include <errno.h>
#include <stdlib.h>

struct str path_join(struct arena *arena, struct str a, struct str b)
{
	if (str_empty(a) || str_equal(a, STR(".")) || str_starts(b, STR("/")))
		return b;
	if (str_empty(b))
		return a;
	size_t slash = str_ends(a, STR("/")) ? 0 : 1, length = a.length + slash + b.length;
	char *path = arena_take_text(arena, length + 1);
	memcpy(path, a.at, a.length);
	memcpy(path + a.length, "/", slash);
	memcpy(path + a.length + slash, b.at, b.length);
	path[length] = '\0';
	return (struct str){path, length};
}

struct str path_directory(struct str path)
{
	size_t slash = str_find_last_byte(path, '/');
	if (slash == STR_NOT_FOUND)
		return (struct str){path.at, 0};
	return str_slice(path, 0, slash == 0 ? 1 : slash);
}

struct str path_name(struct str path)
{
	size_t slash = str_find_last_byte(path, '/');
	return slash == STR_NOT_FOUND ? path : str_from(path, slash + 1);
}

struct str path_stem(struct str path)
{
	struct str name = path_name(path);
	size_t dot = str_find_last_byte(name, '.');
	return dot == STR_NOT_FOUND || dot == 0 ? name : str_slice(name, 0, dot);
}

static bool climbs(const struct strs *parts)
{
	return parts->count == 0 || str_equal(parts->item[parts->count - 1], STR(".."));
}

/* The parts of `path` without "." and with ".." worked in as far as it goes. */
static void split_normal(struct arena *arena, struct str path, bool absolute, struct strs *parts)
{
	struct str part;
	while (str_next_part(&path, '/', &part)) {
		if (str_empty(part) || str_equal(part, STR(".")))
			continue;
		bool up = str_equal(part, STR(".."));
		if (up && !climbs(parts))
			parts->count--;
		else if (!up || !absolute)
			*LIST_ADD(arena, parts) = part;
	}
}

static struct str join_parts(struct arena *arena, const struct strs *parts, size_t from, bool absolute, size_t ups)
{
	size_t room = 2 + ups * 3;
	for (size_t i = from; i < parts->count; i++)
		room += parts->item[i].length + 1;
	char *text = arena_take(arena, room);
	size_t length = 0;
	if (absolute)
		text[length++] = '/';
	for (; ups > 0; ups--) {
		memcpy(text + length, "../", 3);
		length += 3;
	}
	for (size_t i = from; i < parts->count; i++) {
		memcpy(text + length, parts->item[i].at, parts->item[i].length);
		length += parts->item[i].length;
		text[length++] = '/';
	}
	if (length > 1 && text[length - 1] == '/')
		length--;
	text[length] = '\0';
	return length > 0 ? (struct str){text, length} : STR(".");
}

struct str path_normal(struct arena *arena, struct str path)
{
	struct strs parts = {0};
	bool absolute = str_starts(path, STR("/"));
	split_normal(arena, path, absolute, &parts);
	return join_parts(arena, &parts, 0, absolute, 0);
}

struct str path_relative(struct arena *arena, struct str path, struct str base)
{
	struct strs to = {0}, from = {0};
	split_normal(arena, path, true, &to);
	split_normal(arena, base, true, &from);
	size_t common = 0;
	while (common < to.count && common < from.count && str_equal(to.item[common], from.item[common]))
		common++;
	return join_parts(arena, &to, common, false, from.count - common);
}

enum outcome path_real(struct arena *arena, const char *path, struct str *real, struct error *error)
{
	char *resolved = realpath(path, NULL);
	if (!resolved)
		return fail(error, "cannot find %s: %s", path, strerror(errno));
	*real = arena_copy(arena, str_of(resolved));
	free(resolved);
	return OUTCOME_OK;
}
