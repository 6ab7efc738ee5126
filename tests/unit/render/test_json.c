/* SPDX-License-Identifier: MIT */
#include "sample.h"
#include "written.h"

#include "adr/render/json.h"

#include <jansson.h>
#include <math.h>
#include <signal.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "testing.h"

#define BROKEN "\xEF\xBF\xBD"

/* What one text looks like in JSON. */
static void escapes(void **state)
{
	static const struct {
		struct str text;
		const char *json;
	} rows[] = {
		{STR_INIT(""), "\"\""},
		{STR_INIT("plain"), "\"plain\""},
		{STR_INIT("\"quoted\" \\ back"), "\"\\\"quoted\\\" \\\\ back\""},
		{STR_INIT("a\b\t\n\f\rz"), "\"a\\b\\t\\n\\f\\rz\""},
		{STR_INIT("nul\0 esc\x1b del\x7f"), "\"nul\\u0000 esc\\u001b del\\u007f\""},
		{STR_INIT("c1 \xC2\x9B"), "\"c1 \\u009b\""},
		{STR_INIT("é 漢 😀"), "\"é 漢 😀\""},
		{STR_INIT("bidi \u202E\u2066"), "\"bidi \\u202e\\u2066\""},
		{STR_INIT("lines\u2028\u2029"), "\"lines\\u2028\\u2029\""},
		{STR_INIT("cut \xE2\x82"), "\"cut " BROKEN BROKEN "\""},
		{STR_INIT("surrogate \xED\xA0\x80."), "\"surrogate " BROKEN BROKEN BROKEN ".\""},
		{STR_INIT("overlong \xC0\xAF."), "\"overlong " BROKEN BROKEN ".\""},
		{STR_INIT("lone \x80 and \xFF"), "\"lone " BROKEN " and " BROKEN "\""},
		{STR_INIT("</script>"), "\"</script>\""},
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct written written;
		written_begin(&written);
		struct json json = json_open(written.paper.stream, JSON_ONE_LINE);
		json_text(&json, NULL, rows[i].text);
		json_close(&json);
		written_end(&written);
		assert_int_equal(written.at[written.length - 1], '\n');
		written.at[written.length - 1] = '\0';
		assert_string_equal(written.at, rows[i].json);
		written_release(&written);
	}
}

static void every_byte_comes_back_valid(void **state)
{
	(void)state;
	for (int byte = 0; byte < 256; byte++) {
		char text[] = {'a', (char)byte, 'z'};
		struct written written;
		written_begin(&written);
		struct json json = json_open(written.paper.stream, JSON_ONE_LINE);
		json_text(&json, NULL, (struct str){text, sizeof text});
		json_close(&json);
		written_end(&written);
		json_t *value = json_loads(written.at, JSON_DECODE_ANY | JSON_ALLOW_NUL, NULL);
		assert_non_null(value);
		if (byte < 0x80)
			assert_memory_equal(json_string_value(value), text, sizeof text);
		else
			assert_string_equal(json_string_value(value), "a" BROKEN "z");
		json_decref(value);
		written_release(&written);
	}
}

static void write_some_of_everything(struct json *json)
{
	json_begin_object(json, NULL);
	json_text(json, "text", STR("t"));
	json_text_or_null(json, "no_text", (struct str){0});
	json_name(json, "no_name", NULL);
	json_begin_object(json, "empty");
	json_end(json);
	json_begin_array(json, "list");
	json_number(json, NULL, 1);
	json_begin_array(json, NULL);
	json_end(json);
	json_bool(json, NULL, true);
	json_end(json);
	json_date(json, "day", (struct date)DAY_2026_11_20);
	json_date(json, "no_day", (struct date){0});
	json_number_or_null(json, "none", -1, -1);
	json_end(json);
}

static void assert_layout(enum json_layout layout, const char *expected)
{
	struct written written;
	written_begin(&written);
	struct json json = json_open(written.paper.stream, layout);
	write_some_of_everything(&json);
	json_close(&json);
	written_end(&written);
	assert_string_equal(written.at, expected);
	written_release(&written);
}

static void layouts(void **state)
{
	(void)state;
	assert_layout(JSON_ONE_LINE,
		      "{\"text\":\"t\",\"no_text\":null,\"no_name\":null,\"empty\":{},\"list\":[1,[],true],"
		      "\"day\":\"2026-11-20\",\"no_day\":null,\"none\":null}\n");
	assert_layout(JSON_PRETTY, "{\n"
				   "  \"text\": \"t\",\n"
				   "  \"no_text\": null,\n"
				   "  \"no_name\": null,\n"
				   "  \"empty\": {},\n"
				   "  \"list\": [\n"
				   "    1,\n"
				   "    [],\n"
				   "    true\n"
				   "  ],\n"
				   "  \"day\": \"2026-11-20\",\n"
				   "  \"no_day\": null,\n"
				   "  \"none\": null\n"
				   "}\n");
}

static void several_values_are_lines(void **state)
{
	(void)state;
	struct written written;
	written_begin(&written);
	struct json json = json_open(written.paper.stream, JSON_ONE_LINE);
	for (int i = 0; i < 3; i++) {
		json_begin_object(&json, NULL);
		json_number(&json, "i", i);
		json_end(&json);
	}
	json_close(&json);
	written_end(&written);
	assert_string_equal(written.at, "{\"i\":0}\n{\"i\":1}\n{\"i\":2}\n");
	written_release(&written);
}

static void numbers(void **state)
{
	static const struct {
		double number;
		const char *json;
	} fractions[] = {
		{0, "0"},           {1, "1"},         {0.95, "0.95"},           {0.5, "0.5"},          {0.00004, "0"},
		{0.0001, "0.0001"}, {-0.00001, "0"},  {-2.5, "-2.5"},           {12.34567, "12.3457"}, {0.99999, "1"},
		{3.0625, "3.0625"}, {10.02, "10.02"}, {123456789, "123456789"},
	};
	static const struct {
		int64_t number;
		const char *json;
	} whole[] = {
		{0, "0"},
		{-1, "-1"},
		{98, "98"},
		{INT64_MAX, "9223372036854775807"},
		{INT64_MIN, "-9223372036854775808"},
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(fractions) + COUNT_OF(whole); i++) {
		bool fraction = i < COUNT_OF(fractions);
		struct written written;
		written_begin(&written);
		struct json json = json_open(written.paper.stream, JSON_ONE_LINE);
		if (fraction)
			json_fraction(&json, NULL, fractions[i].number);
		else
			json_number(&json, NULL, whole[i - COUNT_OF(fractions)].number);
		json_close(&json);
		written_end(&written);
		written.at[written.length - 1] = '\0';
		assert_string_equal(written.at, fraction ? fractions[i].json : whole[i - COUNT_OF(fractions)].json);
		written_release(&written);
	}
}

/* More than the buffer holds at once. */
static void much_text_arrives_whole(void **state)
{
	enum { ROWS = 5000 };
	(void)state;
	struct written written;
	written_begin(&written);
	struct json json = json_open(written.paper.stream, JSON_ONE_LINE);
	json_begin_array(&json, NULL);
	for (int i = 0; i < ROWS; i++)
		json_text(&json, NULL, STR("a row of some length, so that the buffer has to be emptied"));
	json_end(&json);
	json_close(&json);
	written_end(&written);
	json_t *value = json_loads(written.at, 0, NULL);
	assert_int_equal(json_array_size(value), ROWS);
	json_decref(value);
	written_release(&written);
}

#ifndef NDEBUG
static void key_in_array(struct json *json)
{
	json_begin_array(json, NULL);
	json_number(json, "key", 1);
}

static void no_key_in_object(struct json *json)
{
	json_begin_object(json, NULL);
	json_number(json, NULL, 1);
}

static void key_outside(struct json *json)
{
	json_number(json, "key", 1);
}

static void end_of_nothing(struct json *json)
{
	json_end(json);
}

static void close_while_open(struct json *json)
{
	json_begin_object(json, NULL);
	json_close(json);
}

static void too_deep(struct json *json)
{
	for (int i = 0; i <= JSON_DEPTH; i++)
		json_begin_array(json, NULL);
}

static void no_number(struct json *json)
{
	json_fraction(json, NULL, (double)NAN);
}

/* Each is a bug of the caller: the program must stop, which only another process can watch. */
static void misuse_is_noticed(void **state)
{
	void (*const misuses[])(struct json * json) = {key_in_array,     no_key_in_object, key_outside, end_of_nothing,
						       close_while_open, too_deep,         no_number};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(misuses); i++) {
		pid_t child = fork();
		assert_true(child >= 0);
		if (child == 0) {
			signal(SIGABRT, SIG_DFL);
			if (freopen("/dev/null", "w", stderr)) {
				struct json json = json_open(stderr, JSON_ONE_LINE);
				misuses[i](&json);
			}
			_exit(0);
		}
		int status = 0;
		assert_int_equal(waitpid(child, &status, 0), child);
		assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
	}
}
#endif

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(escapes),           cmocka_unit_test(every_byte_comes_back_valid),
		cmocka_unit_test(layouts),           cmocka_unit_test(several_values_are_lines),
		cmocka_unit_test(numbers),           cmocka_unit_test(much_text_arrives_whole),
#ifndef NDEBUG
		cmocka_unit_test(misuse_is_noticed),
#endif
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
