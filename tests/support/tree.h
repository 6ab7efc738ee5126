/* SPDX-License-Identifier: MIT */
/* A real directory for a test, with files in it, and gone afterwards. Everything that goes wrong fails the test. */
#ifndef ADR_TEST_TREE_H
#define ADR_TEST_TREE_H

#include "adr/base/file.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct tree {
	struct arena *arena;
	const char *top; /* what is deleted afterwards */
	struct str root; /* top/place: absolute, real, NUL-terminated; its name says nothing */
};

/* The path of `path` in the tree, NUL-terminated; valid as long as the tree. */
static inline const char *tree_path(const struct tree *tree, const char *path)
{
	return arena_printf(tree->arena, "%s/%s", tree->root.at, path).at;
}

static inline struct tree tree_make(void)
{
	struct error error;
	struct tree tree = {.arena = arena_new()};
	const char *base = getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp";
	char *top = (char *)(uintptr_t)arena_printf(tree.arena, "%s/tree-XXXXXX", base).at;
	assert_non_null(mkdtemp(top));
	assert_int_equal(chmod(top, 0755), 0);
	tree.top = top;
	const char *place = arena_printf(tree.arena, "%s/place", top).at;
	assert_int_equal(mkdir(place, 0755), 0);
	assert_int_equal(path_real(tree.arena, place, &tree.root, &error), OUTCOME_OK);
	return tree;
}

static inline void tree_folder(const struct tree *tree, const char *path)
{
	struct error error;
	assert_int_equal(file_make_directory(tree_path(tree, path), &error), OUTCOME_OK);
}

/* Makes or replaces a file with its folders. */
static inline void tree_put(const struct tree *tree, const char *path, const char *text)
{
	struct error error;
	struct str folder = path_directory(str_of(path));
	if (!str_empty(folder))
		tree_folder(tree, arena_copy_z(tree->arena, folder));
	assert_int_equal(file_write(tree_path(tree, path), str_of(text), false, &error), OUTCOME_OK);
}

static inline void tree_link(const struct tree *tree, const char *path, const char *target)
{
	assert_int_equal(symlink(target, tree_path(tree, path)), 0);
}

/* The text of a file; "(none)" when there is no such file. */
static inline const char *tree_get(const struct tree *tree, const char *path)
{
	struct error error;
	struct str text;
	if (file_read(tree->arena, tree_path(tree, path), 1 << 20, &text, &error) != OUTCOME_OK)
		return "(none)";
	return text.at;
}

/* How many names a folder holds. */
static inline size_t tree_count(const struct tree *tree, const char *path)
{
	size_t count = 0;
	DIR *folder = opendir(tree_path(tree, path));
	assert_non_null(folder);
	for (const struct dirent *entry; (entry = readdir(folder)) != NULL;)
		count += entry->d_name[0] != '.' || (entry->d_name[1] != '\0' && entry->d_name[1] != '.');
	closedir(folder);
	return count;
}

/* Deletes from the inside out; links are not followed. */
static inline void tree_delete_below(struct arena *arena, const char *path)
{
	DIR *folder = opendir(path);
	for (const struct dirent *entry; folder && (entry = readdir(folder)) != NULL;) {
		const char *below = arena_printf(arena, "%s/%s", path, entry->d_name).at;
		struct stat status;
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		if (lstat(below, &status) == 0 && S_ISDIR(status.st_mode))
			tree_delete_below(arena, below);
		else
			unlink(below);
	}
	if (folder)
		closedir(folder);
	rmdir(path);
}

static inline void tree_remove(struct tree *tree)
{
	tree_delete_below(tree->arena, tree->top);
	arena_free(tree->arena);
	*tree = (struct tree){0};
}

#endif
