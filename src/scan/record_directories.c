/* SPDX-License-Identifier: MIT */
#include "record_directories.h"

#include "adr/base/file.h"

#define ADR_DIR_LIMIT 4096 /* bytes: the longest path that the system takes */

struct str adr_dir_read(struct arena *arena, struct str root)
{
	struct error ignored;
	struct str text, line = {0};
	struct str path = path_join(arena, root, STR(".adr-dir"));
	if (file_read(arena, arena_copy_z(arena, path), ADR_DIR_LIMIT, &text, &ignored) == OUTCOME_OK)
		str_next_line(&text, &line);
	return str_trim(line);
}

/* `real` as seen from `root`; false when it is not below it. Both are absolute and without symlinks. */
static bool strip_root(struct str real, struct str root, struct str *relative)
{
	if (!str_starts(real, root))
		return false;
	struct str rest = str_from(real, root.length);
	if (!str_empty(rest) && rest.at[0] != '/' && !str_equal(root, STR("/")))
		return false;
	*relative = str_trim_bytes(rest, "/");
	return true;
}

static void report(struct arena *arena, struct findings *findings, struct str directory, const char *why)
{
	struct finding *finding =
		finding_add(arena, findings, RULE_FILE_UNREADABLE, NULL, (struct span){0},
			    "the records' directory %.*s cannot be read: %s", STR_ARG(directory), why);
	finding->path = arena_copy(arena, directory);
}

bool record_directories(struct arena *scratch, struct arena *arena, struct str root, const struct strs *wanted,
			struct strs *starts, struct findings *findings)
{
	struct str from_file = adr_dir_read(scratch, root);
	struct strs fallback = {&from_file, str_empty(from_file) ? 0 : 1, 1};
	const struct strs *named = wanted && wanted->count > 0 ? wanted : &fallback;
	LIST_EACH (struct str, directory, named) {
		struct error ignored;
		struct str real, relative;
		const char *path = arena_copy_z(scratch, path_join(scratch, root, *directory));
		if (!file_is_directory(path) || path_real(scratch, path, &real, &ignored) != OUTCOME_OK)
			report(arena, findings, *directory, "there is no such directory");
		else if (!strip_root(real, root, &relative))
			report(arena, findings, *directory, "it lies outside of the project");
		else
			*LIST_ADD(scratch, starts) = relative;
	}
	return named->count > 0;
}
