/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "options.h"

struct arguments {
	bool loud;
	struct str name;
	struct strs tags;
	int32_t count;
	struct date since;
	struct period within;
	int format;
};

static const struct choice formats[] = {{"text", 1}, {"json", 2}, {NULL, 0}};

static const struct option_row rows[] = {
	{'l', "loud", OPTION_SWITCH, offsetof(struct arguments, loud), NULL, NULL, "h"},
	{'n', "name", OPTION_TEXT, offsetof(struct arguments, name), "NAME", NULL, "h"},
	{'t', "tag", OPTION_TEXTS, offsetof(struct arguments, tags), "TAG", NULL, "h"},
	{'c', "count", OPTION_NUMBER, offsetof(struct arguments, count), "N", NULL, "h"},
	{0, "since", OPTION_DATE, offsetof(struct arguments, since), "DATE", NULL, "h"},
	{0, "within", OPTION_PERIOD, offsetof(struct arguments, within), "PERIOD", NULL, "h"},
	{'f', "format", OPTION_CHOICE, offsetof(struct arguments, format), "FORMAT", formats, "h"},
	{.name = NULL},
};

static const struct command command = {.name = "try", .operands = "THING...", .least = 1, .most = 2, .options = rows};

static struct arena *arena;
static struct arguments arguments;
static struct common_arguments common;
static struct strs operands;
static struct error error;

/* Reads words separated by single spaces. */
static enum outcome read_words(const char *line)
{
	char *words[16];
	int count = 0;
	struct str rest = str_of(line), word;
	arena_reset(arena);
	arguments = (struct arguments){0};
	common = (struct common_arguments){0};
	operands = (struct strs){0};
	error = (struct error){{0}};
	while (str_next_part(&rest, ' ', &word)) {
		words[count] = arena_take(arena, word.length + 1);
		memcpy(words[count++], word.at, word.length);
	}
	return options_read(arena, &command, count, words, &arguments, &common, &operands, &error);
}

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

static void every_way_to_write_an_option(void **state)
{
	(void)state;
	static const char *const lines[] = {
		"x -l --name ada -c 7",
		"--loud --name=ada x -c7",
		"-lnada -c 7 x",
		"x -ln ada --count=7",
	};
	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
		assert_int_equal(read_words(lines[i]), OUTCOME_OK);
		assert_true(arguments.loud);
		assert_str(arguments.name, "ada");
		assert_int_equal(arguments.count, 7);
		assert_int_equal(operands.count, 1);
		assert_str(operands.item[0], "x");
	}
}

static void values_have_their_types(void **state)
{
	(void)state;
	assert_int_equal(read_words("x --since 2026-02-28 --within 6m -f json -t a,b -t c --as-of 2026-11-20"),
			 OUTCOME_OK);
	assert_true(arguments.since.set);
	assert_int_equal(arguments.within.count, 6);
	assert_int_equal(arguments.format, 2);
	assert_int_equal(arguments.tags.count, 3);
	assert_str(arguments.tags.item[2], "c");
	assert_true(common.as_of.set);
}

static void dashes_can_be_operands(void **state)
{
	(void)state;
	assert_int_equal(read_words("-- -l --name"), OUTCOME_OK);
	assert_false(arguments.loud);
	assert_int_equal(operands.count, 2);
	assert_int_equal(read_words("-"), OUTCOME_OK);
	assert_str(operands.item[0], "-");
}

static void mistakes_are_explained(void **state)
{
	(void)state;
	static const struct {
		const char *line, *message;
	} mistakes[] = {
		{"x --nmae y", "adr try: there is no option '--nmae'; did you mean '--name'?"},
		{"x --quite", "adr try: there is no option '--quite'; did you mean '--quiet'?"},
		{"x --frobnicate", "adr try: there is no option '--frobnicate'; 'adr try --help' lists them"},
		{"x -z", "adr try: there is no option '-z'; 'adr try --help' lists them; words that begin with '-' go "
			 "behind '--'"},
		{"x --name", "adr try: --name needs a value, NAME"},
		{"x --count -3", "adr try: --count takes a whole number, not '-3'"},
		{"x --since 2026-02-30", "adr try: --since takes a date YYYY-MM-DD, not '2026-02-30'"},
		{"x --within soon", "adr try: --within takes a period such as 30d, 2w, 6m or 1y, not 'soon'"},
		{"x --format xml", "adr try: --format takes text or json, not 'xml'"},
		{"x --loud=yes", "adr try: --loud takes no value, not 'yes'"},
		{"", "adr try: needs THING...; 'adr try --help' explains"},
		{"a b c", "adr try: does not know what to do with 'c'"},
	};
	for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) {
		assert_int_equal(read_words(mistakes[i].line), OUTCOME_USAGE);
		assert_string_equal(error.text, mistakes[i].message);
	}
}

static void help_needs_no_operands(void **state)
{
	(void)state;
	assert_int_equal(read_words("--help"), OUTCOME_OK);
	assert_true(common.help);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_way_to_write_an_option, set_up, tear_down),
		cmocka_unit_test_setup_teardown(values_have_their_types, set_up, tear_down),
		cmocka_unit_test_setup_teardown(dashes_can_be_operands, set_up, tear_down),
		cmocka_unit_test_setup_teardown(mistakes_are_explained, set_up, tear_down),
		cmocka_unit_test_setup_teardown(help_needs_no_operands, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
