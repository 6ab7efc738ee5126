/* SPDX-License-Identifier: MIT */
#include "tree.h"

#include "adr/base/text.h"
#include "adr/scan/scan.h"

static struct tree tree;

static int set_up(void **state)
{
	(void)state;
	tree = tree_make();
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	tree_remove(&tree);
	return 0;
}

/* The roots as seen from the tree's own root, each with a blank behind it. */
static const char *roots_of(const char *path)
{
	struct strs roots = {0};
	struct error error;
	assert_int_equal(scan_roots(tree.arena, tree_path(&tree, path), &roots, &error), OUTCOME_OK);
	SCOPED(text_release) struct text out = {0};
	LIST_EACH (struct str, root, &roots)
		text_printf(&out, "%.*s ", STR_ARG(path_relative(tree.arena, *root, tree.root)));
	return arena_copy_z(tree.arena, text_str(&out));
}

static void a_folder_of_clones_stands_for_each(void **state)
{
	(void)state;
	tree_put(&tree, "src/zeta/.git/HEAD", "");
	tree_put(&tree, "src/group/alpha/.git", "gitdir: x\n");
	tree_put(&tree, "src/beta/.adr.yml", "");
	tree_put(&tree, "src/gamma/.adr-dir", "doc\n");
	tree_put(&tree, "src/zeta/sub/.git/HEAD", "");       /* inside a project */
	tree_put(&tree, "src/node_modules/x/.git/HEAD", ""); /* nobody's own */
	tree_put(&tree, "src/plain/doc/adr/0001-a.md", "");
	assert_string_equal(roots_of("src"), "src/beta src/gamma src/group/alpha src/zeta ");
	assert_string_equal(roots_of("src/zeta"), "src/zeta ");
}

static void a_folder_without_projects_is_one(void **state)
{
	(void)state;
	tree_put(&tree, "plain/docs/adr/0001-a.md", "");
	assert_string_equal(roots_of("plain"), "plain ");
	assert_string_equal(roots_of("plain/docs/adr"), "plain/docs/adr ");
}

static void links_lead_to_no_roots(void **state)
{
	(void)state;
	tree_put(&tree, "clone/.git/HEAD", "");
	tree_folder(&tree, "src");
	tree_link(&tree, "src/clone", "../clone");
	tree_link(&tree, "src/loop", ".");
	assert_string_equal(roots_of("src"), "src ");
}

static void what_is_no_directory_fails(void **state)
{
	(void)state;
	struct strs roots = {0};
	struct error error;
	tree_put(&tree, "file.md", "");
	assert_int_equal(scan_roots(tree.arena, tree_path(&tree, "file.md"), &roots, &error), OUTCOME_FAILURE);
	assert_non_null(strstr(error.text, "file.md: Not a directory"));
	assert_int_equal(scan_roots(tree.arena, tree_path(&tree, "none"), &roots, &error), OUTCOME_FAILURE);
	assert_non_null(strstr(error.text, "none: No such file"));
	assert_int_equal(roots.count, 0);
}

static void expect_root_above(const char *start, const char *expected)
{
	struct error error;
	struct str root;
	assert_int_equal(scan_root_above(tree.arena, tree_path(&tree, start), &root, &error), OUTCOME_OK);
	assert_string_equal(arena_copy_z(tree.arena, path_relative(tree.arena, root, tree.root)), expected);
}

static void climbs_to_the_nearest_root(void **state)
{
	(void)state;
	tree_put(&tree, "a/.git/HEAD", "");
	tree_put(&tree, "a/b/c/.adr-dir", "x\n");
	tree_put(&tree, "a/d/doc/adr/0001-a.md", "");
	tree_folder(&tree, "a/b/c/d/e");
	expect_root_above("a/b", "a");
	expect_root_above("a/b/c/d/e", "a/b/c");
	expect_root_above("a/d/doc/adr", "a/d");
	expect_root_above("a", "a");
}

static void stays_where_there_is_no_root(void **state)
{
	(void)state;
	struct error error;
	struct str root;
	tree_folder(&tree, "lonely/place");
	expect_root_above("lonely/place", "lonely/place");
	assert_int_equal(scan_root_above(tree.arena, tree_path(&tree, "none"), &root, &error), OUTCOME_FAILURE);
}

static void finds_the_configuration_above(void **state)
{
	(void)state;
	tree_put(&tree, "a/.adr.yml", "");
	tree_folder(&tree, "a/b/c");
	struct str found = scan_config_above(tree.arena, tree_path(&tree, "a/b/c"));
	assert_string_equal(arena_copy_z(tree.arena, found), tree_path(&tree, "a/.adr.yml"));
	tree_put(&tree, "a/b/.adr.yml", "");
	found = scan_config_above(tree.arena, tree_path(&tree, "a/b/c"));
	assert_string_equal(arena_copy_z(tree.arena, found), tree_path(&tree, "a/b/.adr.yml"));
	assert_true(str_empty(scan_config_above(tree.arena, tree_path(&tree, "none"))));
}

#define IN_TREE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_TREE(a_folder_of_clones_stands_for_each),
		IN_TREE(a_folder_without_projects_is_one),
		IN_TREE(links_lead_to_no_roots),
		IN_TREE(what_is_no_directory_fails),
		IN_TREE(climbs_to_the_nearest_root),
		IN_TREE(stays_where_there_is_no_root),
		IN_TREE(finds_the_configuration_above),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
