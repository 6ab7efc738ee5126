/* SPDX-License-Identifier: MIT */
/* Which projects PATH arguments stand for. */
#include "testing.h"

#include "tree.h"
#include "workspace.h"

static struct tree tree;
static struct workspace workspace;
static struct error error;

static int set_up(void **state)
{
	(void)state;
	tree = tree_make();
	workspace = (struct workspace){.config = NULL};
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	assert_int_equal(chdir("/"), 0);
	tree_remove(&tree);
	return 0;
}

/* Looks for the projects of up to two paths of the tree; NULL: none. */
static enum outcome find(const char *first, const char *second)
{
	struct strs paths = {0};
	if (first)
		*LIST_ADD(tree.arena, &paths) = str_of(tree_path(&tree, first));
	if (second)
		*LIST_ADD(tree.arena, &paths) = str_of(tree_path(&tree, second));
	return workspace_find(tree.arena, &paths, &workspace, &error);
}

/* The names in order, with commas: and each is numbered by its place. */
static void assert_names(const char *expected)
{
	struct str names = {0};
	for (size_t i = 0; i < workspace.projects.count; i++) {
		assert_int_equal(workspace.projects.item[i].number, i);
		names = arena_printf(tree.arena, "%.*s%s%.*s", STR_ARG(names), i ? "," : "",
				     STR_ARG(workspace.projects.item[i].name));
	}
	assert_str(names, expected);
}

static void a_directory_is_a_project(void **state)
{
	(void)state;
	tree_put(&tree, "shop/.adr.yml", "name: storefront\n");
	assert_int_equal(find("shop", NULL), OUTCOME_OK);
	assert_names("storefront");
	assert_str(workspace.projects.item[0].root, tree_path(&tree, "shop"));
	assert_true(workspace_means(&workspace, STR("storefront"), STR("docs/adr/1.md")));
	assert_false(workspace_means(&workspace, STR("shop"), STR("docs/adr/1.md")));
}

static void a_folder_of_clones_is_a_project_for_each(void **state)
{
	(void)state;
	tree_folder(&tree, "src/pay/.git");
	tree_folder(&tree, "src/team/alpha/.git");
	tree_put(&tree, "src/bank/.adr-dir", "docs\n");
	tree_folder(&tree, "src/none");
	assert_int_equal(find("src", NULL), OUTCOME_OK);
	assert_names("alpha,bank,pay");
}

static void a_project_named_twice_is_one(void **state)
{
	(void)state;
	tree_folder(&tree, "pay/.git");
	tree_link(&tree, "same", "pay");
	assert_int_equal(find("pay", "same"), OUTCOME_OK);
	assert_names("pay");
}

static void doubled_names_are_told_apart(void **state)
{
	(void)state;
	tree_folder(&tree, "src/a/web/.git");
	tree_folder(&tree, "src/b/web/.git");
	tree_folder(&tree, "src/c/web-2/.git"); /* what the second would be called otherwise */
	tree_folder(&tree, "src/d/web-1/.git"); /* belongs between them by name */
	assert_int_equal(find("src", NULL), OUTCOME_OK);
	assert_names("web,web-1,web-2,web-3");
	assert_str(workspace.projects.item[0].root, tree_path(&tree, "src/a/web"));
	assert_str(workspace.projects.item[2].root, tree_path(&tree, "src/c/web-2"));
	assert_str(workspace.projects.item[3].root, tree_path(&tree, "src/b/web"));
	for (size_t i = 0; i < workspace.projects.count; i++)
		assert_ptr_equal(workspace_project(&workspace, workspace.projects.item[i].name),
				 &workspace.projects.item[i]);
	assert_null(workspace_project(&workspace, STR("web-4")));
}

static void a_file_is_the_only_one_meant_of_its_project(void **state)
{
	(void)state;
	tree_folder(&tree, "pay/.git");
	tree_put(&tree, "pay/docs/adr/0001-a.md", "# 1. A\n");
	tree_put(&tree, "pay/docs/adr/0002-b.md", "# 2. B\n");
	tree_folder(&tree, "bank/.git");
	assert_int_equal(find("pay/docs/adr/0001-a.md", "pay/docs/adr/0002-b.md"), OUTCOME_OK);
	assert_names("pay");
	assert_true(workspace_means(&workspace, STR("pay"), STR("docs/adr/0001-a.md")));
	assert_true(workspace_means(&workspace, STR("pay"), STR("docs/adr/0002-b.md")));
	assert_false(workspace_means(&workspace, STR("pay"), STR("docs/adr/0003-c.md")));
	/* a project beside it is meant as a whole */
	assert_int_equal(find("pay/docs/adr/0001-a.md", "bank"), OUTCOME_OK);
	assert_names("bank,pay");
	assert_true(workspace_means(&workspace, STR("bank"), STR("x.md")));
	assert_false(workspace_means(&workspace, STR("pay"), STR("docs/adr/0002-b.md")));
	/* the project itself as well: then all of it */
	assert_int_equal(find("pay/docs/adr/0001-a.md", "pay"), OUTCOME_OK);
	assert_names("pay");
	assert_true(workspace_means(&workspace, STR("pay"), STR("docs/adr/0002-b.md")));
}

static void a_workspace_has_its_members_in_order_of_names(void **state)
{
	(void)state;
	tree_put(&tree, ".adr.yml", "projects: [ship, shop, ./shop/]\nreview:\n  within: 90d\n");
	tree_folder(&tree, "ship");
	tree_put(&tree, "shop/.adr.yml", "name: a-shop\n");
	tree_folder(&tree, "other/.git"); /* no member */
	assert_int_equal(find(".", NULL), OUTCOME_OK);
	assert_names("a-shop,ship");
	assert_str(workspace.config->path, tree_path(&tree, ".adr.yml"));
	for (size_t i = 0; i < 2; i++)
		assert_int_equal(workspace.projects.item[i].config->review_within.count, 90);
}

/* What the workspace settled holds for members that are looked at one by one, but not for strangers among them. */
static void members_named_one_by_one_keep_their_workspace(void **state)
{
	(void)state;
	tree_put(&tree, "all/.adr.yml", "projects: [pay, bank, ../gone]\nreview: {interval: 1y}\n");
	tree_folder(&tree, "all/pay/.git");
	tree_folder(&tree, "all/bank/.git");
	tree_folder(&tree, "all/stranger/.git");
	assert_int_equal(find("all/pay", "all/bank"), OUTCOME_OK);
	assert_names("bank,pay");
	assert_str(workspace.config->path, tree_path(&tree, "all/.adr.yml"));
	assert_int_equal(workspace.projects.item[0].config->review_interval.count, 1);
	assert_int_equal(find("all/pay", "all/stranger"), OUTCOME_OK);
	assert_true(str_empty(workspace.config->path));
}

static void a_workspace_with_records_is_a_project_too(void **state)
{
	(void)state;
	tree_put(&tree, ".adr.yml", "name: whole\nprojects: [ship]\ndirectory: decisions\n");
	tree_folder(&tree, "ship");
	assert_int_equal(find(".", NULL), OUTCOME_OK);
	assert_names("ship,whole");
}

static void without_a_path_the_surroundings_are_looked_at(void **state)
{
	(void)state;
	tree_put(&tree, ".adr.yml", "projects: [ship]\n");
	tree_put(&tree, "ship/.adr.yml", "name: steamer\n");
	tree_folder(&tree, "ship/docs/adr");
	assert_int_equal(chdir(tree_path(&tree, "ship/docs")), 0);
	assert_int_equal(find(NULL, NULL), OUTCOME_OK);
	assert_names("steamer");
	assert_str(workspace.config->path, tree_path(&tree, ".adr.yml"));
	tree_put(&tree, ".adr.yml", "name: no-workspace\n");
	assert_int_equal(find(NULL, NULL), OUTCOME_OK);
	assert_names("steamer");
	assert_str(workspace.config->path, tree_path(&tree, "ship/.adr.yml"));
}

static void around_a_place_is_one_member(void **state)
{
	(void)state;
	tree_put(&tree, ".adr.yml", "projects: [ship, shop]\nreview:\n  within: 90d\n");
	tree_folder(&tree, "ship/docs");
	tree_folder(&tree, "shop");
	assert_int_equal(workspace_around(tree.arena, tree_path(&tree, "ship/docs"), &workspace, &error), OUTCOME_OK);
	assert_names("ship");
	assert_int_equal(workspace.projects.item[0].config->review_within.count, 90);
}

static void what_is_missing_is_named(void **state)
{
	(void)state;
	assert_int_equal(find("nowhere", NULL), OUTCOME_FAILURE);
	assert_non_null(strstr(error.text, "/nowhere: No such file or directory"));
	tree_put(&tree, ".adr.yml", "projects: [gone]\n");
	assert_int_equal(find(".", NULL), OUTCOME_FAILURE);
	assert_non_null(strstr(error.text, "/gone: No such file or directory"));
	assert_non_null(strstr(error.text, "while reading 'projects:' of "));
	assert_non_null(strstr(error.text, "/.adr.yml"));
	tree_put(&tree, "gone", "a file\n");
	assert_int_equal(find(".", NULL), OUTCOME_FAILURE);
	assert_non_null(strstr(error.text, "/gone is no directory"));
	tree_put(&tree, "shop/.adr.yml", "nmae: x\n");
	assert_int_equal(find("shop", NULL), OUTCOME_FAILURE);
	assert_non_null(strstr(error.text, "/shop/.adr.yml:1:1: "));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_directory_is_a_project),
		TEST(a_folder_of_clones_is_a_project_for_each),
		TEST(a_project_named_twice_is_one),
		TEST(doubled_names_are_told_apart),
		TEST(a_file_is_the_only_one_meant_of_its_project),
		TEST(a_workspace_has_its_members_in_order_of_names),
		TEST(members_named_one_by_one_keep_their_workspace),
		TEST(a_workspace_with_records_is_a_project_too),
		TEST(without_a_path_the_surroundings_are_looked_at),
		TEST(around_a_place_is_one_member),
		TEST(what_is_missing_is_named),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
