/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "yaml_tree.h"

#include <stdlib.h>

static struct arena *arena;
static struct source source;
static struct yaml_problem problem;

static int set_up(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

/* Parses what stands between the two bars of `text`: positions count from the start of the file. */
static struct yaml_node *parse(const char *text)
{
	struct str whole = str_of(text);
	source_init(&source, arena, STR("x"), whole);
	size_t start = str_find_byte(whole, '|') + 1;
	size_t end = str_find_last_byte(whole, '|');
	return yaml_parse(arena, &source, (uint32_t)start, (uint32_t)(end - start), &problem);
}

static void values_know_their_bytes(void **state)
{
	(void)state;
	struct yaml_node *root = parse("head\n|na\u00efve: caf\u00e9\nlist: [a, 'b c']\r\n\u65e5: x|tail");
	assert_non_null(root);
	assert_str(root->first->text, "caf\u00e9");
	assert_str(source_text(&source, root->first->at), "caf\u00e9");
	assert_str(source_text(&source, root->first->key_at), "na\u00efve");
	assert_int_equal(root->first->at.line, 2);
	const struct yaml_node *list = yaml_get(root, "list");
	assert_int_equal(list->kind, YAML_SEQUENCE);
	assert_str(list->first->next->text, "b c");
	assert_false(list->first->next->plain);
	assert_str(source_text(&source, list->first->next->at), "'b c'");
	assert_str(source_text(&source, yaml_get(root, "\u65e5")->at), "x");
	assert_int_equal(yaml_get(root, "\u65e5")->at.line, 4);
	assert_null(yaml_get(root, "none"));
	assert_null(yaml_get(list, "list"));
}

static void scalars_stay_text(void **state)
{
	(void)state;
	struct yaml_node *root = parse("|a: yes\nb: 0012\nc:\nd: >-\n  two\n  lines\n|");
	assert_str(yaml_get(root, "a")->text, "yes");
	assert_str(yaml_get(root, "b")->text, "0012");
	assert_str(yaml_get(root, "c")->text, "");
	assert_str(yaml_get(root, "d")->text, "two lines");
	assert_false(yaml_get(root, "d")->plain);
}

static void doubled_keys_are_marked(void **state)
{
	(void)state;
	struct yaml_node *root = parse("|a: 1\nb: 2\na: 3\n|");
	assert_false(root->first->doubled);
	assert_false(root->first->next->doubled);
	assert_true(root->first->next->next->doubled);
	assert_str(yaml_get(root, "a")->text, "1");
}

static void problems_name_their_place(void **state)
{
	(void)state;
	static const struct {
		const char *text, *message;
		uint32_t line, column;
	} rows[] = {
		{"|a: b: c\n|", "mapping values are not allowed", 1, 6},
		{"|x: 1\na: 'never closed\n|", "unexpected end of stream", 2, 4},
		{"|a: \xff\n|", "UTF-8", 1, 5},
		{"|a: &x 1\nb: *x\n|", "aliases are not supported", 2, 4},
		{"|? [a]\n: 1\n|", "a key must be plain text", 1, 4},
		{"|[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]|", "nested too deeply", 1, 18},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_null(parse(rows[i].text));
		if (!str_contains(problem.message, str_of(rows[i].message)))
			fail_msg("row %zu: %.*s", i, STR_ARG(problem.message));
		struct place place = source_place(&source, problem.at.start);
		assert_int_equal(place.line, rows[i].line);
		assert_int_equal(place.column, rows[i].column);
	}
}

static void empty_input_is_no_problem(void **state)
{
	(void)state;
	static const char *const rows[] = {"||", "|\n|", "|# only a comment\n|"};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_null(parse(rows[i]));
		assert_str(problem.message, "");
	}
}

static struct str repeated(const char *piece, size_t times)
{
	char *text = arena_take(arena, strlen(piece) * times + 3);
	size_t length = 0;
	text[length++] = '|';
	for (size_t i = 0; i < times; i++, length += strlen(piece))
		memcpy(text + length, piece, strlen(piece));
	text[length++] = '|';
	return (struct str){text, length};
}

static void bombs_are_refused(void **state)
{
	(void)state;
	assert_null(parse(repeated("[", 10000).at));
	assert_str(problem.message, "nested too deeply");
	assert_null(parse(repeated("- a\n", 30000).at));
	assert_str(problem.message, "too many values");
	assert_null(parse(repeated("k: v # filler\n", 30000).at));
	assert_str(problem.message, "more than 256 KiB of YAML");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(values_know_their_bytes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(scalars_stay_text, set_up, tear_down),
		cmocka_unit_test_setup_teardown(doubled_keys_are_marked, set_up, tear_down),
		cmocka_unit_test_setup_teardown(problems_name_their_place, set_up, tear_down),
		cmocka_unit_test_setup_teardown(empty_input_is_no_problem, set_up, tear_down),
		cmocka_unit_test_setup_teardown(bombs_are_refused, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
