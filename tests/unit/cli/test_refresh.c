/* SPDX-License-Identifier: MIT */
/* The index follows the files, and what was done is counted. */
#include "testing.h"

#include "refresh.h"
#include "tree.h"

#include <fcntl.h>
#include <sys/wait.h>

static struct tree tree;
static struct session session;
static struct refresh_row done; /* of the only project */
static struct error error;

static int set_up(void **state)
{
	(void)state;
	tree = tree_make();
	session = (struct session){.arena = tree.arena, .quiet = true};
	tree_put(&tree, "p/.adr.yml", "name: p\n");
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	tree_remove(&tree);
	return 0;
}

static void put_record(int number, const char *decision)
{
	const char *path = arena_printf(tree.arena, "p/docs/adr/%04d-x.md", number).at;
	const char *text = arena_printf(tree.arena,
					"# %d. A title\n\nDate: 2026-01-0%d\n\n## Status\n\nAccepted\n\n"
					"## Context\n\nWhy.\n\n## Decision\n\n%s\n\n## Consequences\n\nNone.\n",
					number, number, decision)
				   .at;
	tree_put(&tree, path, text);
}

static void run(void)
{
	struct workspace workspace;
	struct refresh_rows rows = {0};
	size_t failures = 0;
	SCOPED(store_close) struct store *store = NULL;
	struct strs paths = {0};
	*LIST_ADD(tree.arena, &paths) = str_of(tree_path(&tree, "p"));
	assert_int_equal(workspace_find(tree.arena, &paths, &workspace, &error), OUTCOME_OK);
	assert_int_equal(refresh(&session, tree_path(&tree, "index.db"), &workspace, &store, &rows, &failures, &error),
			 OUTCOME_OK);
	assert_int_equal(failures, 0);
	assert_int_equal(rows.count, 1);
	assert_str(rows.item[0].project, "p");
	done = rows.item[0];
}

static void assert_done(size_t records, size_t added, size_t changed, size_t removed)
{
	assert_int_equal(done.records, records);
	assert_int_equal(done.added, added);
	assert_int_equal(done.changed, changed);
	assert_int_equal(done.removed, removed);
}

/* The index as bytes: any transaction that writes changes a counter in its header. */
static struct str index_bytes(void)
{
	struct str bytes;
	assert_int_equal(file_read(tree.arena, tree_path(&tree, "index.db"), 64 << 20, &bytes, &error), OUTCOME_OK);
	return bytes;
}

static void changes_are_counted(void **state)
{
	(void)state;
	put_record(1, "We do one.");
	put_record(2, "We do two.");
	put_record(3, "We do three.");
	run();
	assert_done(3, 3, 0, 0);
	put_record(2, "We do something else.");
	put_record(4, "We do four.");
	put_record(5, "We do five.");
	unlink(tree_path(&tree, "p/docs/adr/0001-x.md"));
	run();
	assert_done(4, 2, 1, 1);
}

static void nothing_new_writes_nothing(void **state)
{
	(void)state;
	put_record(1, "We do one.");
	tree_put(&tree, "p/docs/adr/template.md", "# NUMBER. TITLE\n\n## Status\n\nSTATUS\n");
	run();
	assert_done(1, 1, 0, 0);
	struct str before = index_bytes();
	run();
	assert_done(1, 0, 0, 0);
	assert_true(str_equal(before, index_bytes()));
}

static void a_touched_file_is_looked_at_once(void **state)
{
	(void)state;
	put_record(1, "We do one.");
	run();
	const struct timespec times[2] = {{.tv_sec = 1700000000}, {.tv_sec = 1700000000}};
	assert_int_equal(utimensat(AT_FDCWD, tree_path(&tree, "p/docs/adr/0001-x.md"), times, 0), 0);
	struct str before = index_bytes();
	run();
	assert_done(1, 0, 0, 0);
	struct str after = index_bytes();
	assert_false(str_equal(before, after)); /* the new stamp is remembered, so that */
	run();
	assert_true(str_equal(after, index_bytes())); /* nobody reads the file again */
}

static void files_that_are_no_records_are_not_counted(void **state)
{
	(void)state;
	put_record(1, "We do one.");
	tree_put(&tree, "p/docs/adr/README.md", "# Decisions\n\n* [One](0001-x.md)\n");
	run();
	assert_done(1, 1, 0, 0);
	unlink(tree_path(&tree, "p/docs/adr/README.md"));
	run();
	assert_done(1, 0, 0, 0);
}

static void other_settings_read_everything_again(void **state)
{
	(void)state;
	put_record(1, "We do one.");
	put_record(2, "We do two.");
	run();
	unlink(tree_path(&tree, "p/docs/adr/0002-x.md"));
	put_record(3, "We do three.");
	tree_put(&tree, "p/.adr.yml", "name: p\nreview:\n  within: 10d\n");
	run();
	assert_done(2, 1, 1, 1);
	struct str before = index_bytes();
	run();
	assert_done(2, 0, 0, 0);
	assert_true(str_equal(before, index_bytes()));
}

/* A writer that dies between its first change and the commit. */
static void die_while_writing(void)
{
	struct store *store = NULL;
	struct stored_projects known = {0};
	if (store_open(&store, tree_path(&tree, "index.db"), STORE_WRITE, &error) != OUTCOME_OK ||
	    store_begin(store, &error) != OUTCOME_OK ||
	    store_projects(store, tree.arena, &known, &error) != OUTCOME_OK || known.count != 1 ||
	    store_forget_project(store, known.item[0].id, &error) != OUTCOME_OK)
		_exit(1);
	_exit(0);
}

static void a_killed_writer_leaves_the_index_as_it_was(void **state)
{
	(void)state;
	put_record(1, "We do one.");
	put_record(2, "We do two.");
	run();
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0)
		die_while_writing();
	int status = 1;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	run();
	assert_done(2, 0, 0, 0);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(changes_are_counted),
		TEST(nothing_new_writes_nothing),
		TEST(a_touched_file_is_looked_at_once),
		TEST(files_that_are_no_records_are_not_counted),
		TEST(other_settings_read_everything_again),
		TEST(a_killed_writer_leaves_the_index_as_it_was),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
