/* SPDX-License-Identifier: MIT */
/* Paths as text, and files on disk. */
#include "testing.h"

#include "adr/base/file.h"

#include <dirent.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct scratch {
	struct arena *arena;
	char folder[64];
};

static int set_up(void **state)
{
	struct scratch *scratch = memory_take(sizeof *scratch);
	scratch->arena = arena_new();
	strcpy(scratch->folder, "/tmp/adr-test-XXXXXX");
	*state = scratch;
	return mkdtemp(scratch->folder) ? 0 : -1;
}

static int tear_down(void **state)
{
	struct scratch *scratch = *state;
	char command[128];
	snprintf(command, sizeof command, "rm -rf '%s'", scratch->folder);
	int failed = system(command);
	arena_free(scratch->arena);
	free(scratch);
	return failed;
}

static const char *inside(const struct scratch *scratch, const char *name)
{
	return path_join(scratch->arena, str_of(scratch->folder), str_of(name)).at;
}

static void paths_are_worked_out(void **state)
{
	struct scratch *scratch = *state;
	static const struct {
		const char *path, *normal;
	} rows[] = {
		{"a/./b//c/", "a/b/c"},
		{"a/../b", "b"},
		{"../../x", "../../x"},
		{"a/../../x", "../x"},
		{"/../x", "/x"},
		{"", "."},
		{"/", "/"},
		{".", "."},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_str(path_normal(scratch->arena, str_of(rows[i].path)), rows[i].normal);
	assert_str(path_join(scratch->arena, STR("a"), STR("b")), "a/b");
	assert_str(path_join(scratch->arena, STR("/"), STR("b")), "/b");
	assert_str(path_join(scratch->arena, STR("a"), STR("/b")), "/b");
	assert_str(path_join(scratch->arena, STR("."), STR("b")), "b");
	assert_str(path_directory(STR("a/b/c.md")), "a/b");
	assert_str(path_directory(STR("c.md")), "");
	assert_str(path_stem(STR("a/0001-x.y.md")), "0001-x.y");
	assert_str(path_stem(STR("a/.adr")), ".adr");
	assert_str(path_relative(scratch->arena, STR("/a/b/c"), STR("/a/x")), "../b/c");
	assert_str(path_relative(scratch->arena, STR("/a/b"), STR("/a/b")), ".");
	assert_str(path_relative(scratch->arena, STR("/a/b"), STR("/")), "a/b");
}

static void reads_whole_files(void **state)
{
	struct scratch *scratch = *state;
	struct error error;
	struct str text;
	const char *path = inside(scratch, "a");
	assert_int_equal(file_write(path, STR("one\0two"), false, &error), OUTCOME_OK);
	assert_int_equal(file_read(scratch->arena, path, 7, &text, &error), OUTCOME_OK);
	assert_int_equal(text.length, 7);
	assert_memory_equal(text.at, "one\0two", 8);
	assert_int_equal(file_read(scratch->arena, path, 6, &text, &error), OUTCOME_FAILURE);
	assert_non_null(strstr(error.text, "more than the limit of 6"));
	assert_int_equal(file_read_head(scratch->arena, path, 3, &text, &error), OUTCOME_OK);
	assert_str(text, "one");
}

static void refuses_what_is_no_file(void **state)
{
	struct scratch *scratch = *state;
	struct error error;
	struct str text;
	const char *fifo = inside(scratch, "fifo");
	assert_int_equal(mkfifo(fifo, 0600), 0);
	assert_int_equal(file_read(scratch->arena, fifo, 10, &text, &error), OUTCOME_FAILURE); /* and does not wait */
	assert_non_null(strstr(error.text, "no regular file"));
	assert_int_equal(file_read(scratch->arena, scratch->folder, 10, &text, &error), OUTCOME_FAILURE);
	assert_non_null(strstr(error.text, "a directory"));
	assert_int_equal(file_read(scratch->arena, inside(scratch, "none"), 10, &text, &error), OUTCOME_FAILURE);
	assert_non_null(strstr(error.text, "none: No such file"));
}

static size_t count_entries(const char *folder)
{
	size_t count = 0;
	DIR *listing = opendir(folder);
	while (readdir(listing))
		count++;
	closedir(listing);
	return count - 2;
}

static void writes_all_or_nothing(void **state)
{
	struct scratch *scratch = *state;
	struct error error;
	struct str text;
	struct stat status;
	const char *path = inside(scratch, "a");
	assert_int_equal(file_write(path, STR("first"), true, &error), OUTCOME_OK);
	assert_int_equal(file_write(path, STR("second"), true, &error), OUTCOME_FAILURE);
	assert_non_null(strstr(error.text, "File exists"));
	assert_int_equal(chmod(path, 0640), 0);
	assert_int_equal(file_write(path, STR("third"), false, &error), OUTCOME_OK);
	assert_int_equal(file_read(scratch->arena, path, 99, &text, &error), OUTCOME_OK);
	assert_str(text, "third");
	assert_int_equal(stat(path, &status), 0);
	assert_int_equal(status.st_mode & 0777, 0640);
	assert_int_equal(file_write(inside(scratch, "no/such/folder"), STR("x"), false, &error), OUTCOME_FAILURE);
	assert_int_equal(count_entries(scratch->folder), 1); /* no temporary file is left behind */
}

static void makes_directories(void **state)
{
	struct scratch *scratch = *state;
	struct error error;
	const char *path = inside(scratch, "a/b/c");
	assert_int_equal(file_make_directory(path, &error), OUTCOME_OK);
	assert_true(file_is_directory(path));
	assert_int_equal(file_make_directory(path, &error), OUTCOME_OK);
	assert_int_equal(file_write(inside(scratch, "f"), STR(""), true, &error), OUTCOME_OK);
	assert_int_equal(file_make_directory(inside(scratch, "f/x"), &error), OUTCOME_FAILURE);
}

static void patterns_fit_paths(void **state)
{
	(void)state;
	static const struct {
		const char *pattern, *path;
		bool fits;
	} cases[] = {
		{"docs/adr", "docs/adr/0001-a.md", true},     {"docs/adr", "docs/adr", true},
		{"docs/adr", "docs/adrs/0001-a.md", false},   {"docs/adr/", "docs/adr/x/y.md", true},
		{"docs/adr", "x/docs/adr/0001.md", false},    {"legacy-*", "docs/legacy-web/0001.md", true},
		{"*.md", "docs/a/0001.md", true},             {"docs/*.md", "docs/a/0001.md", false},
		{"docs/**/*.md", "docs/a/b/0001.md", true},   {"docs/**/*.md", "docs/0001.md", true},
		{"docs/*/0?.md", "docs/a/07.md", true},       {"docs/*/0?.md", "docs/a/007.md", false},
		{"**/infra", "a/b/infra/0001.md", true},      {"**/infra", "a/b/infrared/0001.md", false},
		{"a*b*c/x", "aXXbYYbZc/x", true},             {"a*b*c/x", "aXXbYYbZ/x", false},
		{"docs/?.md", "docs/\xC3\xA4.md", true},      {"", "docs", false},
		{"**", "anything/at/all", true},              {"docs/**", "docs/a/b", true},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (path_matches(str_of(cases[i].path), str_of(cases[i].pattern)) != cases[i].fits)
			fail_msg("'%s' on '%s'", cases[i].pattern, cases[i].path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(patterns_fit_paths),
		cmocka_unit_test_setup_teardown(paths_are_worked_out, set_up, tear_down),
		cmocka_unit_test_setup_teardown(reads_whole_files, set_up, tear_down),
		cmocka_unit_test_setup_teardown(refuses_what_is_no_file, set_up, tear_down),
		cmocka_unit_test_setup_teardown(writes_all_or_nothing, set_up, tear_down),
		cmocka_unit_test_setup_teardown(makes_directories, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
