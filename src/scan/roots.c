/* SPDX-License-Identifier: MIT */
/* Where projects begin: upwards from a place, and downwards in a directory that holds clones. */
#include "roots.h"

#include "adr/scan/scan.h"

#include "folder.h"
#include "names.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>

bool name_marks_project(struct str name)
{
	return str_equal(name, STR(".git")) || str_equal(name, STR(".adr.yml"));
}

static bool holds(struct arena *arena, struct str folder, struct str name)
{
	return file_exists(arena_copy_z(arena, path_join(arena, folder, name)));
}

bool folder_is_project(struct arena *arena, struct str folder)
{
	return holds(arena, folder, STR(".git")) || holds(arena, folder, STR(".adr.yml"));
}

/* The nearest folder at or above `start` that passes; false when none does. */
static bool find_above(struct arena *arena, struct str start, bool (*passes)(struct arena *, struct str),
		       struct str *found)
{
	for (struct str folder = start; !str_empty(folder); folder = path_directory(folder)) {
		if (passes(arena, folder)) {
			*found = folder;
			return true;
		}
		if (str_equal(folder, STR("/")))
			break;
	}
	return false;
}

static bool is_marked(struct arena *arena, struct str folder)
{
	return folder_is_project(arena, folder) || holds(arena, folder, STR(".adr-dir"));
}

static bool is_root(struct arena *arena, struct str folder)
{
	return is_marked(arena, folder) ||
	       file_is_directory(arena_copy_z(arena, path_join(arena, folder, STR("doc/adr"))));
}

static bool has_config(struct arena *arena, struct str folder)
{
	return holds(arena, folder, STR(".adr.yml"));
}

enum outcome scan_root_above(struct arena *arena, const char *start, struct str *root, struct error *error)
{
	struct str real;
	enum outcome outcome = path_real(arena, start, &real, error);
	if (outcome == OUTCOME_OK && !find_above(arena, real, is_root, root))
		*root = real;
	return outcome;
}

struct str scan_config_above(struct arena *arena, const char *start)
{
	struct error ignored;
	struct str real, folder;
	if (path_real(arena, start, &real, &ignored) != OUTCOME_OK || !find_above(arena, real, has_config, &folder))
		return (struct str){0};
	return path_join(arena, folder, STR(".adr.yml"));
}

/* The folders below one, and whether it is a project: the search does not go on inside projects. */
struct search {
	struct arena *arena, *scratch;
	struct str base;
	int base_descriptor;
	struct strs waiting; /* relative to the base, NUL-terminated; "" for the base itself */
	struct strs *roots;
};

static struct str below(struct search *search, struct str folder, struct str name)
{
	return arena_copy(search->scratch, path_join(search->scratch, folder, name));
}

static bool marks_root(struct str name)
{
	return name_marks_project(name) || str_equal(name, STR(".adr-dir"));
}

static void search_folder(struct search *search, struct str path)
{
	SCOPED(folder_close) DIR *open = folder_open(search->base_descriptor, str_empty(path) ? "." : path.at);
	if (!open)
		return; /* what cannot be listed is reported when the project around it is scanned */
	size_t waiting = search->waiting.count;
	struct folder_entry entry;
	while (folder_next(open, &entry)) {
		if (marks_root(entry.name)) {
			search->waiting.count = waiting;
			*LIST_ADD(search->arena, search->roots) =
				arena_copy(search->arena, path_join(search->scratch, search->base, path));
			return;
		}
		if (entry.kind == ENTRY_FOLDER && !name_is_machinery(entry.name) && !name_is_product(entry.name))
			*LIST_ADD(search->scratch, &search->waiting) = below(search, path, entry.name);
	}
}

static int compare_paths(const void *a, const void *b)
{
	const struct str *first = a, *second = b;
	return str_compare(*first, *second);
}

enum outcome scan_roots(struct arena *arena, const char *path, struct strs *roots, struct error *error)
{
	struct str base;
	enum outcome outcome = path_real(arena, path, &base, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	SCOPED(descriptor_close) int descriptor = open(base.at, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (descriptor < 0)
		return fail(error, "cannot read the directory %s: %s", path, strerror(errno));
	struct search search = {arena, arena_new(), base, descriptor, {0}, roots};
	size_t before = roots->count;
	*LIST_ADD(search.scratch, &search.waiting) = STR("");
	while (search.waiting.count > 0)
		search_folder(&search, search.waiting.item[--search.waiting.count]);
	arena_free(search.scratch);
	if (roots->count == before)
		*LIST_ADD(arena, roots) = base;
	qsort(roots->item + before, roots->count - before, sizeof *roots->item, compare_paths);
	return OUTCOME_OK;
}
