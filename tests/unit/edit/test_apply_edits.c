/* SPDX-License-Identifier: MIT */
#include "tree.h"

#include "adr/edit/edit.h"

#include <errno.h>
#include <fcntl.h>

static struct tree tree;
static const char *busy; /* the end of the paths that cannot be renamed to; NULL: none */
static int renames_left; /* before every one fails; -1: none does */

/* Takes the place of the C library's, so that a test can let it fail. */
int rename(const char *from, const char *to)
{
	if ((busy && str_ends(str_of(to), str_of(busy))) || renames_left == 0) {
		errno = EBUSY;
		return -1;
	}
	renames_left -= renames_left > 0;
	return renameat(AT_FDCWD, from, AT_FDCWD, to);
}

static int set_up(void **state)
{
	(void)state;
	tree = tree_make();
	busy = NULL;
	renames_left = -1;
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	tree_remove(&tree);
	return 0;
}

static void replace(struct edits *edits, const char *path, uint32_t start, uint32_t length, const char *text)
{
	*LIST_ADD(tree.arena, edits) = (struct edit){
		.path = str_of(tree_path(&tree, path)), .start = start, .length = length, .text = str_of(text)};
}

static void create(struct edits *edits, const char *path, const char *text)
{
	*LIST_ADD(tree.arena, edits) =
		(struct edit){.path = str_of(tree_path(&tree, path)), .create = true, .text = str_of(text)};
}

static void edits_every_place_of_a_file(void **state)
{
	(void)state;
	struct edits edits = {0};
	struct error error;
	tree_put(&tree, "a.md", "one two three\r\n");
	replace(&edits, "a.md", 8, 5, "drei");
	replace(&edits, "a.md", 0, 3, "eins");
	replace(&edits, "a.md", 15, 0, "end\n");
	replace(&edits, "a.md", 4, 0, "<");
	replace(&edits, "a.md", 4, 0, "!");
	replace(&edits, "a.md", 4, 4, "");
	create(&edits, "b.md", "new\n");
	assert_int_equal(apply_edits(&edits, &error), OUTCOME_OK);
	assert_string_equal(tree_get(&tree, "a.md"), "eins <!drei\r\nend\n");
	assert_string_equal(tree_get(&tree, "b.md"), "new\n");
	assert_int_equal(tree_count(&tree, ""), 2);
}

static void no_edits_do_nothing(void **state)
{
	(void)state;
	struct edits edits = {0};
	struct error error;
	assert_int_equal(apply_edits(&edits, &error), OUTCOME_OK);
}

static void keeps_modes_and_symlinks(void **state)
{
	(void)state;
	struct edits edits = {0};
	struct error error;
	struct stat status;
	tree_put(&tree, "real.md", "x");
	assert_int_equal(chmod(tree_path(&tree, "real.md"), 0640), 0);
	tree_link(&tree, "link.md", "real.md");
	replace(&edits, "link.md", 0, 1, "y");
	replace(&edits, "real.md", 1, 0, "z"); /* the same file by another name */
	assert_int_equal(apply_edits(&edits, &error), OUTCOME_OK);
	assert_string_equal(tree_get(&tree, "real.md"), "yz");
	assert_int_equal(lstat(tree_path(&tree, "link.md"), &status), 0);
	assert_true(S_ISLNK(status.st_mode));
	assert_int_equal(stat(tree_path(&tree, "real.md"), &status), 0);
	assert_int_equal(status.st_mode & 07777, 0640);
}

static void expect_nothing_done(const struct edits *edits, const char *message)
{
	struct error error;
	size_t names = tree_count(&tree, "");
	assert_int_equal(apply_edits(edits, &error), OUTCOME_FAILURE);
	if (!strstr(error.text, message))
		fail_msg("'%s' does not say '%s'", error.text, message);
	assert_string_equal(tree_get(&tree, "a.md"), "old a");
	assert_string_equal(tree_get(&tree, "b.md"), "old b");
	assert_string_equal(tree_get(&tree, "new.md"), "(none)");
	assert_int_equal(tree_count(&tree, ""), names);
}

static struct edits three_changes(void)
{
	struct edits edits = {0};
	tree_put(&tree, "a.md", "old a");
	tree_put(&tree, "b.md", "old b");
	replace(&edits, "a.md", 0, 3, "new");
	replace(&edits, "b.md", 0, 3, "new");
	create(&edits, "new.md", "new");
	return edits;
}

static void a_file_that_exists_stops_everything(void **state)
{
	(void)state;
	struct edits edits = three_changes();
	tree_put(&tree, "taken.md", "mine");
	create(&edits, "taken.md", "new");
	expect_nothing_done(&edits, "taken.md: File exists");
	assert_string_equal(tree_get(&tree, "taken.md"), "mine");
}

static void a_missing_file_stops_everything(void **state)
{
	(void)state;
	struct edits edits = three_changes();
	replace(&edits, "missing.md", 0, 0, "x");
	expect_nothing_done(&edits, "missing.md: No such file");
}

static void a_directory_in_place_of_a_file_stops_everything(void **state)
{
	(void)state;
	struct edits edits = three_changes();
	tree_folder(&tree, "folder.md");
	replace(&edits, "folder.md", 0, 0, "x");
	expect_nothing_done(&edits, "folder.md: it is a directory");
}

static void a_file_that_shrank_stops_everything(void **state)
{
	(void)state;
	struct edits edits = three_changes();
	tree_put(&tree, "short.md", "12");
	replace(&edits, "short.md", 2, 1, "x");
	expect_nothing_done(&edits, "short.md: it has become shorter");
}

/* Root may write everywhere: then it is tried as somebody who may not. */
static void a_directory_that_cannot_be_written_to_stops_everything(void **state)
{
	(void)state;
	struct edits edits = three_changes();
	tree_put(&tree, "closed/c.md", "old");
	assert_int_equal(chmod(tree_path(&tree, "closed"), 0555), 0);
	assert_int_equal(chmod(tree_path(&tree, ""), 0777), 0);
	edits.count = 0;
	create(&edits, "new.md", "new");
	replace(&edits, "closed/c.md", 0, 3, "new");
	if (geteuid() == 0)
		assert_int_equal(seteuid(65534), 0);
	expect_nothing_done(&edits, "Permission denied");
	if (getuid() == 0)
		assert_int_equal(seteuid(0), 0);
	assert_string_equal(tree_get(&tree, "closed/c.md"), "old");
	assert_int_equal(chmod(tree_path(&tree, "closed"), 0755), 0);
}

static void a_failing_rename_is_taken_back(void **state)
{
	(void)state;
	struct edits edits = three_changes();
	busy = "/b.md"; /* by then new.md is made and a.md changed */
	expect_nothing_done(&edits, "b.md: Device or resource busy");
}

static void what_cannot_be_taken_back_is_said(void **state)
{
	(void)state;
	struct edits edits = three_changes();
	struct error error;
	renames_left = 1; /* a.md is changed, then nothing works any more */
	assert_int_equal(apply_edits(&edits, &error), OUTCOME_FAILURE);
	assert_non_null(strstr(error.text, "b.md: Device or resource busy"));
	assert_non_null(strstr(error.text, "while taking the changes back: cannot write"));
	assert_string_equal(tree_get(&tree, "new.md"), "(none)");
	assert_int_equal(tree_count(&tree, ""), 2);
}

#define IN_TREE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_TREE(edits_every_place_of_a_file),
		IN_TREE(no_edits_do_nothing),
		IN_TREE(keeps_modes_and_symlinks),
		IN_TREE(a_file_that_exists_stops_everything),
		IN_TREE(a_missing_file_stops_everything),
		IN_TREE(a_directory_in_place_of_a_file_stops_everything),
		IN_TREE(a_file_that_shrank_stops_everything),
		IN_TREE(a_directory_that_cannot_be_written_to_stops_everything),
		IN_TREE(a_failing_rename_is_taken_back),
		IN_TREE(what_cannot_be_taken_back_is_said),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
