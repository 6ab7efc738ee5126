/* SPDX-License-Identifier: MIT */
#include "tree.h"

#include "adr/edit/edit.h"

#include <sys/wait.h>

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

static struct new_record wanted(const char *directory, const char *title)
{
	return (struct new_record){
		.directory = str_of(tree_path(&tree, directory)),
		.title = str_of(title),
		.date = STR("2026-11-20"),
		.status = STR("Accepted"),
		.template_text = STR("{{number}} {{title}} {{date}} {{status}} {{status_lower}}\n"),
	};
}

/* The name of the file that would be made, or the message of the error. */
static const char *planned(const char *directory, const char *title)
{
	struct new_record record = wanted(directory, title);
	struct edits edits = {0};
	struct str path;
	struct error error;
	if (plan_new(tree.arena, &record, &edits, &path, &error) != OUTCOME_OK)
		return arena_copy_z(tree.arena, str_of(error.text));
	assert_int_equal(edits.count, 1);
	assert_true(edits.item[0].create);
	assert_true(str_equal(edits.item[0].path, path));
	return arena_copy_z(tree.arena, path_name(path));
}

static void continues_the_row(void **state)
{
	static const struct {
		const char *names, *next; /* names between bars */
	} cases[] = {
		{"", "0001-new.md"},
		{"0001-a.md|0002-b.md", "0003-new.md"},
		{"0007-a.md|0008-b.md", "0009-new.md"}, /* 08 is no octal number */
		{"0009-a.md", "0010-new.md"},
		{"9999-a.md", "10000-new.md"},
		{"0001-a.md|0005-b.md", "0006-new.md"}, /* gaps stay */
		{"001-a.md|002-b.md", "003-new.md"},
		{"0003-a.md|0004-gone.md.bak", "0005-new.md"},
		{"0003-a.md|0009-assets", "0010-new.md"},
		{"ADR-007-a.md", "ADR-008-new.md"},
		{"adr_7_a.md", "adr_8_new.md"},
		{"ADR-003_Agree_on_x.md|ADR-nnn_Any_Template.md", "ADR-004_new.md"},
		{"adr-17.md|adr-18.md", "adr-19-new.md"},
		{"0001 a.md", "0002 new.md"},
		{"0001-a.md|ADR-002-b.md", "ADR-003-new.md"}, /* as the last one */
		{"README.md|index.md|template.md", "0001-new.md"},
		{"http2-a.md|utf8.md|3d-models.md", "0001-new.md"}, /* numbers of other things */
		{"2024-05-01-a.md|20240501-b.md", "0001-new.md"},
		{"99999999999999999999-a.md", "0001-new.md"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *folder = arena_printf(tree.arena, "case-%zu", i).at;
		struct str rest = str_of(cases[i].names), name;
		tree_folder(&tree, folder);
		while (str_next_part(&rest, '|', &name))
			tree_put(&tree, arena_printf(tree.arena, "%s/%.*s", folder, STR_ARG(name)).at, "");
		assert_string_equal(planned(folder, "New"), cases[i].next);
	}
}

static void makes_names_of_titles(void **state)
{
	static const struct {
		const char *title, *name;
	} cases[] = {
		{"The First Decision", "0001-the-first-decision.md"},
		{"  Use Node.JS ", "0001-use-node-js.md"},
		{"Slash/Slash/../Slash/", "0001-slash-slash-slash.md"},
		{"-Bar-", "0001-bar.md"},
		{"Use A & B | C", "0001-use-a-b-c.md"},
		{"Café déjà vu", "0001-café-déjà-vu.md"},
		{"日本語", "0001-日本語.md"},
		{"", "no title given"},
		{" \t ", "no title given"},
		{"?!", "the title '?!' gives no file name: it needs a letter or a digit"},
		{"two\nlines", "the title holds the control character U+000A: give it as one line of text"},
		{"bell\a", "the title holds the control character U+0007: give it as one line of text"},
		{"red \033[31malert", "the title holds the control character U+001B: give it as one line of text"},
		{"turned \xE2\x80\xAEround",
		 "the title holds the control character U+202E: give it as one line of text"},
		{"broken \xff", "the title is not valid UTF-8"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(planned("nowhere", cases[i].title), cases[i].name);
}

static void cuts_long_names_between_words(void **state)
{
	(void)state;
	char title[1200];
	for (size_t i = 0; i + 1 < sizeof title; i++)
		title[i] = i % 10 == 9 ? ' ' : 'w';
	title[sizeof title - 1] = '\0';
	const char *name = planned("nowhere", title);
	assert_in_range(strlen(name), 150, 200);
	assert_true(str_ends(str_of(name), STR("-wwwwwwwww.md")));

	for (size_t i = 1; i + 3 < sizeof title; i += 3)
		memcpy(title + i, "\xE6\x97\xA5", 4); /* one word without an end */
	name = planned("nowhere", title);
	assert_in_range(strlen(name), 150, 200);
	assert_int_equal((strlen(name) - strlen("0001-w.md")) % 3, 0); /* no character is cut */
}

static void takes_the_number_that_is_asked_for(void **state)
{
	(void)state;
	struct new_record record = wanted("adr", "Chosen");
	struct edits edits = {0};
	struct str path;
	struct error error;
	record.number = 42;
	assert_int_equal(plan_new(tree.arena, &record, &edits, &path, &error), OUTCOME_OK);
	assert_true(str_ends(path, STR("/adr/0042-chosen.md")));
	assert_string_equal(arena_copy_z(tree.arena, edits.item[0].text), "42 Chosen 2026-11-20 Accepted accepted\n");
}

static void fails_where_no_directory_can_be_read(void **state)
{
	(void)state;
	tree_put(&tree, "file", "");
	assert_non_null(strstr(planned("file", "New"), "/file: Not a directory"));
}

static void creates_the_file_and_its_directory(void **state)
{
	(void)state;
	struct new_record record = wanted("doc/adr", "The first");
	struct str path;
	struct error error;
	assert_int_equal(create_record(tree.arena, &record, &path, &error), OUTCOME_OK);
	assert_string_equal(tree_get(&tree, "doc/adr/0001-the-first.md"), "1 The first 2026-11-20 Accepted accepted\n");
	assert_int_equal(tree_count(&tree, "doc/adr"), 1);
}

static void a_bad_title_leaves_nothing_behind(void **state)
{
	(void)state;
	struct new_record record = wanted("doc/adr", "");
	struct str path;
	struct error error;
	assert_int_equal(create_record(tree.arena, &record, &path, &error), OUTCOME_USAGE);
	assert_int_equal(tree_count(&tree, ""), 0);
}

#define WRITERS 6
#define RECORDS_EACH 8

static void write_records(int writer)
{
	for (int i = 0; i < RECORDS_EACH; i++) {
		struct new_record record = wanted("adr", writer % 2 ? "Same title" : "Other title");
		struct str path;
		struct error error;
		if (create_record(tree.arena, &record, &path, &error) != OUTCOME_OK)
			_exit(1);
	}
	_exit(0);
}

static void writers_at_once_take_different_numbers(void **state)
{
	(void)state;
	for (int writer = 0; writer < WRITERS; writer++) {
		pid_t child = fork();
		assert_true(child >= 0);
		if (child == 0)
			write_records(writer);
	}
	for (int writer = 0; writer < WRITERS; writer++) {
		int status = -1;
		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	assert_int_equal(tree_count(&tree, "adr"), WRITERS * RECORDS_EACH);
	for (int number = 1; number <= WRITERS * RECORDS_EACH; number++) {
		const char *same = tree_path(&tree, arena_printf(tree.arena, "adr/%04d-same-title.md", number).at);
		const char *other = tree_path(&tree, arena_printf(tree.arena, "adr/%04d-other-title.md", number).at);
		assert_int_equal(file_exists(same) + file_exists(other), 1);
	}
}

#define IN_TREE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_TREE(continues_the_row),
		IN_TREE(makes_names_of_titles),
		IN_TREE(cuts_long_names_between_words),
		IN_TREE(takes_the_number_that_is_asked_for),
		IN_TREE(fails_where_no_directory_can_be_read),
		IN_TREE(creates_the_file_and_its_directory),
		IN_TREE(a_bad_title_leaves_nothing_behind),
		IN_TREE(writers_at_once_take_different_numbers),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
