/* SPDX-License-Identifier: MIT */
/* The program as a whole, as far as its messages and exit status go. */
#include "testing.h"

#include "run.h"
#include "tree.h"

#include <fcntl.h>

static struct tree tree;

static int set_up(void **state)
{
	(void)state;
	tree = tree_make();
	assert_int_equal(chdir(tree.root.at), 0);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	assert_int_equal(chdir("/"), 0);
	tree_remove(&tree);
	return 0;
}

/* Sends a stream into a file of the tree; returns what brings it back. */
static int divert(FILE *stream, const char *path)
{
	fflush(stream);
	int kept = dup(fileno(stream));
	int file = open(tree_path(&tree, path), O_WRONLY | O_CREAT | O_TRUNC, 0600);
	assert_true(kept >= 0 && file >= 0);
	assert_true(dup2(file, fileno(stream)) >= 0);
	close(file);
	return kept;
}

static void bring_back(FILE *stream, int kept)
{
	fflush(stream);
	assert_true(dup2(kept, fileno(stream)) >= 0);
	close(kept);
}

/* Runs `adr WORD [OTHER]`; what it prints is in the files out and err. */
static int run(const char *word, const char *other)
{
	char name[] = "adr", first[200], second[200];
	snprintf(first, sizeof first, "%s", word ? word : "");
	snprintf(second, sizeof second, "%s", other ? other : "");
	char *words[] = {name, first, second, NULL};
	int out = divert(stdout, "out"), err = divert(stderr, "err");
	int status = run_program(1 + (word != NULL) + (other != NULL), words);
	bring_back(stdout, out);
	bring_back(stderr, err);
	return status;
}

static void no_control_character_reaches_the_terminal(void **state)
{
	(void)state;
	static const char *const words[][2] = {
		{"li\033[31mst", NULL},
		{"list", "--\033]0;title\007"},
		{"list", "no\nsuch\rplace\033[2J\xC2\x9B\xE2\x80\xAE"},
		{"help", "\x7F\x08\033c"},
	};
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		assert_in_range(run(words[i][0], words[i][1]), 2, 3);
		const char *message = tree_get(&tree, "err");
		assert_true(str_starts(str_of(message), STR("adr")));
		for (const char *at = message; *at; at++)
			assert_true(*at == '\n' || ((unsigned char)*at >= 0x20 && *at != 0x7F));
		assert_null(strstr(message, "\xC2\x9B"));
		assert_null(strstr(message, "\xE2\x80\xAE"));
	}
}

static void messages_go_to_standard_error_alone(void **state)
{
	(void)state;
	assert_int_equal(run("lits", NULL), 2);
	assert_string_equal(tree_get(&tree, "err"), "adr: there is no command 'lits'; did you mean 'list'?\n");
	assert_string_equal(tree_get(&tree, "out"), "");
	assert_int_equal(run("lint", "missing"), 3);
	assert_non_null(strstr(tree_get(&tree, "err"), "missing: No such file or directory\n"));
	assert_string_equal(tree_get(&tree, "out"), "");
}

static void second_lines_of_messages_stay_lines(void **state)
{
	(void)state;
	tree_put(&tree, ".adr.yml", "projects: [gone]\n");
	assert_int_equal(run("export", "."), 3);
	assert_non_null(
		strstr(tree_get(&tree, "err"), "gone: No such file or directory\n  while reading 'projects:' of "));
}

static void results_go_to_standard_output_alone(void **state)
{
	(void)state;
	assert_int_equal(run("--version", NULL), 0);
	assert_true(str_starts(str_of(tree_get(&tree, "out")), STR("adr ")));
	assert_string_equal(tree_get(&tree, "err"), "");
	assert_int_equal(run(NULL, NULL), 1); /* as adr-tools does */
	assert_non_null(strstr(tree_get(&tree, "out"), "usage: adr COMMAND"));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(no_control_character_reaches_the_terminal),
		TEST(messages_go_to_standard_error_alone),
		TEST(second_lines_of_messages_stay_lines),
		TEST(results_go_to_standard_output_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
