/* SPDX-License-Identifier: MIT */
/* What disks do now and then: file systems that do not say what an entry is, files that vanish, reads that fail. The
 * functions below take the place of the C library's. */
#define _GNU_SOURCE /* for RTLD_NEXT */
#include "tree.h"

#include "adr/base/text.h"
#include "adr/scan/scan.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>

static struct tree tree;
static bool types_unknown;
static int entries_left; /* before readdir() fails; -1: it does not */
static int stat_reason;  /* errno of fstatat() for "0002-*"; 0: it works */

/* A symbol of the library behind this program, as a function pointer: ISO C has no cast for that. */
static void find_next(const char *name, void *function)
{
	void *symbol = dlsym(RTLD_NEXT, name);
	assert_non_null(symbol);
	memcpy(function, &symbol, sizeof symbol);
}

struct dirent *readdir(DIR *folder)
{
	struct dirent *(*next)(DIR *);
	find_next("readdir", &next);
	if (entries_left == 0) {
		errno = EIO;
		return NULL;
	}
	entries_left -= entries_left > 0;
	struct dirent *entry = next(folder);
	if (entry && types_unknown)
		entry->d_type = DT_UNKNOWN;
	return entry;
}

int fstatat(int directory, const char *restrict path, struct stat *restrict status, int flags)
{
	int (*next)(int, const char *, struct stat *, int);
	find_next("fstatat", &next);
	if (stat_reason != 0 && str_starts(str_of(path), STR("0002-"))) {
		errno = stat_reason;
		return -1;
	}
	return next(directory, path, status, flags);
}

static int set_up(void **state)
{
	(void)state;
	tree = tree_make();
	types_unknown = false;
	entries_left = -1;
	stat_reason = 0;
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	entries_left = -1;
	tree_remove(&tree);
	return 0;
}

static void expect(const char *expected)
{
	struct scanned_files files = {0};
	struct findings findings = {0};
	struct error error;
	assert_int_equal(scan_records(tree.arena, tree.root, NULL, &files, &findings, &error), OUTCOME_OK);
	SCOPED(text_release) struct text out = {0};
	LIST_EACH (struct scanned_file, file, &files)
		text_printf(&out, "%.*s ", STR_ARG(file->path));
	LIST_EACH (struct finding, finding, &findings)
		text_printf(&out, "[%.*s: %.*s]", STR_ARG(finding->path), STR_ARG(finding->message));
	assert_string_equal(out.at ? out.at : "", expected);
}

static void asks_where_entries_do_not_say_what_they_are(void **state)
{
	(void)state;
	types_unknown = true;
	tree_put(&tree, "docs/adr/0001-a.md", "");
	tree_put(&tree, "docs/adr/0002-b.md", "");
	tree_link(&tree, "docs/adr/0003-c.md", "0001-a.md");
	assert_int_equal(mkfifo(tree_path(&tree, "docs/adr/0004-d.md"), 0600), 0);
	expect("docs/adr/0001-a.md docs/adr/0002-b.md ");
	stat_reason = ENOENT; /* gone before it could be asked */
	expect("docs/adr/0001-a.md ");
}

static void a_file_that_vanishes_was_never_there(void **state)
{
	(void)state;
	tree_put(&tree, "adr/0001-a.md", "");
	tree_put(&tree, "adr/0002-b.md", "");
	stat_reason = ENOENT;
	expect("adr/0001-a.md ");
}

static void names_a_file_that_cannot_be_looked_at(void **state)
{
	(void)state;
	tree_put(&tree, "adr/0001-a.md", "");
	tree_put(&tree, "adr/0002-b.md", "");
	stat_reason = EIO;
	expect("adr/0001-a.md [adr/0002-b.md: adr/0002-b.md cannot be read: Input/output error]");
}

static void names_a_folder_whose_listing_breaks_off(void **state)
{
	(void)state;
	tree_put(&tree, "adr/0001-a.md", "");
	entries_left = 3; /* ".", ".." and "adr" of the root; its end is not reached, nor is anything of adr */
	expect("[: . cannot be read: Input/output error][adr: adr cannot be read: Input/output error]");
}

#define IN_TREE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_TREE(asks_where_entries_do_not_say_what_they_are),
		IN_TREE(a_file_that_vanishes_was_never_there),
		IN_TREE(names_a_file_that_cannot_be_looked_at),
		IN_TREE(names_a_folder_whose_listing_breaks_off),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
