/* SPDX-License-Identifier: MIT */
#include "sample.h"
#include "written.h"

#include "adr/base/unicode.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "testing.h"

#define BROKEN "\xEF\xBF\xBD"

static void assert_written(struct written *written, const char *expected)
{
	written_end(written);
	assert_string_equal(written->at, expected);
	written_release(written);
}

static void text_is_cleaned_and_styled(void **state)
{
	(void)state;
	struct written written;
	written_begin(&written);
	paper_text(&written.paper, STYLE_RED, STR("a\x1b[2Jb\u202Ec\nd\te\xFF"));
	assert_written(&written, "a" BROKEN "[2Jb" BROKEN "c d e" BROKEN);

	written_begin(&written);
	written.paper.color = true;
	paper_text(&written.paper, STYLE_RED, STR("x"));
	paper_text(&written.paper, STYLE_PLAIN, STR("y"));
	paper_text(&written.paper, STYLE_BOLD, STR(""));
	assert_written(&written, "\033[31mx\033[0my");
}

static void columns_are_filled_and_cut(void **state)
{
	static const struct {
		struct str text;
		size_t columns;
		const char *expected;
	} rows[] = {
		{STR_INIT("abc"), 5, "abc  "},
		{STR_INIT("abcde"), 5, "abcde"},
		{STR_INIT("abcdef"), 5, "abcd…"},
		{STR_INIT("abc def"), 5, "abc… "},
		{STR_INIT("漢字"), 5, "漢字 "},
		{STR_INIT("漢字漢字"), 5, "漢字…"},
		{STR_INIT("漢字漢字"), 6, "漢字… "},
		{STR_INIT("e\u0301e\u0301"), 3, "e\u0301e\u0301 "},
		{STR_INIT(""), 2, "  "},
		{STR_INIT("abc"), 0, ""},
		{STR_INIT("ab"), 1, "…"},
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct written written;
		written_begin(&written);
		paper_column(&written.paper, STYLE_PLAIN, rows[i].text, rows[i].columns);
		assert_written(&written, rows[i].expected);
	}
}

static void last_column_is_cut_on_terminals_only(void **state)
{
	(void)state;
	struct str title = STR("a title that is longer than what is left of the line");
	struct written written;
	written_begin(&written);
	written.paper.width = 40;
	paper_last(&written.paper, STYLE_PLAIN, title, 10);
	assert_written(&written, "a title that is longer than what is left of the line\n");

	written_begin(&written);
	written.paper.width = 40;
	written.paper.terminal = true;
	paper_last(&written.paper, STYLE_PLAIN, title, 10);
	assert_written(&written, "a title that is longer than w…\n");

	written_begin(&written);
	paper_last(&written.paper, STYLE_PLAIN, STR("ends in space \n"), 10);
	assert_written(&written, "ends in space\n");
}

static void text_flows(void **state)
{
	static const struct {
		struct str text;
		size_t used, indent, lines;
		const char *expected;
	} rows[] = {
		{STR_INIT("one two three four five six"), 0, 0, 0, "one two three four five six\n"},
		{STR_INIT("one two three four five six seven eight nine ten"), 0, 2, 0,
		 "one two three four five six seven eight\n  nine ten\n"},
		{STR_INIT("one two three four five six seven eight nine ten"), 15, 2, 0,
		 "one two three four five\n  six seven eight nine ten\n"},
		{STR_INIT("one two three four five six seven eight nine ten"), 0, 0, 1,
		 "one two three four five six seven eight…\n"},
		{STR_INIT("aWordThatIsLongerThanTheWholePaperAndHasNoPlaceToBreak"), 0, 0, 0,
		 "aWordThatIsLongerThanTheWholePaperAndHas\nNoPlaceToBreak\n"},
		{STR_INIT("漢字は単語の間に空白を入れないのでどこでも改行できる"), 0, 0, 0,
		 "漢字は単語の間に空白を入れないのでどこで\nも改行できる\n"},
		{STR_INIT("Kafka 漢字は単語の間に空白を入れないのでどこでも"), 0, 0, 0,
		 "Kafka 漢字は単語の間に空白を入れないので\nどこでも\n"},
		{STR_INIT(""), 0, 4, 0, "\n"},
		{STR_INIT("  \n "), 0, 4, 0, "\n"},
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct written written;
		written_begin(&written);
		written.paper.width = 40;
		paper_flow(&written.paper, STYLE_PLAIN, rows[i].text, rows[i].used, rows[i].indent, rows[i].lines);
		assert_written(&written, rows[i].expected);
	}
}

static void wrapped_text_is_indented(void **state)
{
	(void)state;
	struct written written;
	written_begin(&written);
	written.paper.width = 40;
	paper_wrapped(&written.paper, STYLE_PLAIN, STR("one two three four five six seven eight"), 6, 0);
	paper_wrapped(&written.paper, STYLE_PLAIN, STR(""), 6, 0);
	assert_written(&written, "      one two three four five six seven\n      eight\n\n");
}

static void no_flow_is_wider_than_the_paper(void **state)
{
	static const struct str text = STR_INIT(
		"Mixed 漢字 words, e\u0301 accents and aVeryLongWordThatNeedsToBeBrokenSomewhere, 😀 at every width.");
	(void)state;
	for (size_t width = 40; width < 100; width++) {
		struct written written;
		written_begin(&written);
		written.paper.width = width;
		paper_wrapped(&written.paper, STYLE_PLAIN, text, 3, 0);
		written_end(&written);
		struct str rest = written_str(&written), line;
		while (str_next_line(&rest, &line)) {
			assert_in_range(unicode_width(line), 1, width);
			assert_int_not_equal(line.at[line.length - 1], ' ');
		}
		written_release(&written);
	}
}

static void set_environment(const char *columns, const char *no_color)
{
	unsetenv("COLUMNS");
	unsetenv("NO_COLOR");
	if (columns)
		setenv("COLUMNS", columns, 1);
	if (no_color)
		setenv("NO_COLOR", no_color, 1);
}

static void paper_knows_its_width(void **state)
{
	static const struct {
		const char *columns;
		size_t width;
	} rows[] = {{NULL, 80},   {"120", 120}, {"0", 80}, {"-5", 80},
		    {"wide", 80}, {"", 80},     {"7", 40}, {"99999", 1000}};
	(void)state;
	FILE *file = tmpfile();
	assert_non_null(file);
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		set_environment(rows[i].columns, NULL);
		struct paper paper = paper_open(file);
		assert_int_equal(paper.width, rows[i].width);
		assert_false(paper.color);
		assert_false(paper.terminal);
	}
	fclose(file);
}

static void lost_output_is_an_error(void **state)
{
	(void)state;
	struct error error = {0};
	FILE *full = fopen("/dev/full", "w");
	if (!full)
		skip();
	struct paper paper = paper_open(full);
	paper_text(&paper, STYLE_PLAIN, STR("more than nothing"));
	assert_int_equal(paper_finish(&paper, &error), OUTCOME_FAILURE);
	assert_non_null(strstr(error.text, "cannot write the output: "));
	fclose(full);
}

/* Little is noticed by the last flush, much while it is written. */
static void a_reader_that_left_is_fine(void **state)
{
	(void)state;
	signal(SIGPIPE, SIG_IGN);
	for (size_t lines = 1; lines <= 100000; lines *= 100000) {
		int ends[2];
		struct error error = {0};
		assert_int_equal(pipe(ends), 0);
		close(ends[0]);
		FILE *stream = fdopen(ends[1], "w");
		assert_non_null(stream);
		struct paper paper = paper_open(stream);
		for (size_t i = 0; i < lines; i++)
			paper_text(&paper, STYLE_PLAIN, STR("nobody reads this"));
		assert_int_equal(paper_finish(&paper, &error), OUTCOME_OK);
		fclose(stream);
	}
}

static void much_lost_output_is_an_error(void **state)
{
	(void)state;
	struct error error = {0};
	FILE *full = fopen("/dev/full", "w");
	if (!full)
		skip();
	struct paper paper = paper_open(full);
	for (size_t i = 0; i < 100000; i++)
		paper_text(&paper, STYLE_PLAIN, STR("more than a buffer holds"));
	assert_int_equal(paper_finish(&paper, &error), OUTCOME_FAILURE);
	fclose(full);
}

static void output_that_arrived_is_fine(void **state)
{
	(void)state;
	struct error error = {0};
	struct written written;
	written_begin(&written);
	paper_print(&written.paper, "%d\n", 7);
	assert_int_equal(paper_finish(&written.paper, &error), OUTCOME_OK);
	assert_written(&written, "7\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_cleaned_and_styled),
		cmocka_unit_test(columns_are_filled_and_cut),
		cmocka_unit_test(last_column_is_cut_on_terminals_only),
		cmocka_unit_test(text_flows),
		cmocka_unit_test(wrapped_text_is_indented),
		cmocka_unit_test(no_flow_is_wider_than_the_paper),
		cmocka_unit_test(paper_knows_its_width),
		cmocka_unit_test(lost_output_is_an_error),
		cmocka_unit_test(much_lost_output_is_an_error),
		cmocka_unit_test(a_reader_that_left_is_fine),
		cmocka_unit_test(output_that_arrived_is_fine),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
