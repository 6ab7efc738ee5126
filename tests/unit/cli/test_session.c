/* SPDX-License-Identifier: MIT */
/* Where the index is. */
#include "testing.h"

#include "session.h"
#include "tree.h"

static struct tree tree;
static struct session session;
static struct workspace workspace;
static struct config config;
static struct error error;

static int set_up(void **state)
{
	(void)state;
	tree = tree_make();
	config_init(&config);
	config.root = tree.root;
	session = (struct session){.arena = tree.arena, .quiet = true};
	workspace = (struct workspace){.config = &config};
	unsetenv("ADR_DB");
	setenv("HOME", tree_path(&tree, "home"), 1);
	setenv("XDG_CACHE_HOME", tree_path(&tree, "cache"), 1);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	tree_remove(&tree);
	return 0;
}

static struct str index_path(const char *db)
{
	struct str path = {0};
	assert_int_equal(session_index_path(&session, &workspace, str_of(db), &path, &error), OUTCOME_OK);
	return path;
}

static struct str add_project(const char *root)
{
	struct project *project = LIST_ADD(tree.arena, &workspace.projects);
	*project = (struct project){.root = str_of(root), .config = &config};
	return index_path(NULL);
}

static void the_nearest_word_wins(void **state)
{
	(void)state;
	config.index = STR("var/team.db");
	assert_str(index_path(NULL), tree_path(&tree, "var/team.db"));
	assert_true(file_is_directory(tree_path(&tree, "var")));
	setenv("ADR_DB", "mine.db", 1);
	assert_str(index_path(NULL), "mine.db");
	assert_str(index_path("given.db"), "given.db");
	setenv("ADR_DB", "", 1);
	assert_str(index_path(NULL), tree_path(&tree, "var/team.db"));
}

static void every_set_of_projects_has_a_cache_file_of_its_own(void **state)
{
	(void)state;
	struct str none = index_path(NULL), one = add_project("/a/b"), again = index_path(NULL);
	struct str two = add_project("/c");
	workspace.projects.count = 0;
	struct str joined = add_project("/a/b/c"); /* the same letters are not the same projects */
	const char *cache = tree_path(&tree, "cache/adr");
	assert_true(str_starts(one, str_of(cache)));
	assert_true(str_equal(one, again));
	assert_false(str_equal(none, one));
	assert_false(str_equal(one, two));
	assert_false(str_equal(two, joined));
	assert_true(file_is_directory(cache));
}

static void the_cache_is_below_home_unless_said_otherwise(void **state)
{
	(void)state;
	unsetenv("XDG_CACHE_HOME");
	assert_true(str_starts(index_path(NULL), str_of(tree_path(&tree, "home/.cache/adr/"))));
	setenv("XDG_CACHE_HOME", "relative/is/ignored", 1);
	assert_true(str_starts(index_path(NULL), str_of(tree_path(&tree, "home/.cache/adr/"))));
	unsetenv("HOME");
	assert_str(index_path(NULL), ":memory:");
}

static void a_place_that_cannot_be_made_is_named(void **state)
{
	(void)state;
	struct str path;
	tree_put(&tree, "cache", "a file\n");
	assert_int_equal(session_index_path(&session, &workspace, (struct str){0}, &path, &error), OUTCOME_FAILURE);
	assert_non_null(strstr(error.text, "/cache/adr: "));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_nearest_word_wins),
		TEST(every_set_of_projects_has_a_cache_file_of_its_own),
		TEST(the_cache_is_below_home_unless_said_otherwise),
		TEST(a_place_that_cannot_be_made_is_named),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
