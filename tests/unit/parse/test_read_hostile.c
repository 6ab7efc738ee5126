/* SPDX-License-Identifier: MIT */
/* Input made to hurt: it must be read to its end without a crash, in bounded memory, and what can be read of it is.
 * That it is also read in bounded time shows in that the parse is given up where it would take long. */
#include "read.h"

#include "adr/base/text.h"

#include <stdlib.h>

/* A record's head, so that every row below still is one, and a repeated piece. */
#define HEAD "# 7. Still here\n\nStatus: Accepted\n\n"

struct repeated {
	const char *before, *piece;
	size_t times;
	const char *after;
};

static struct str text_of(const struct repeated *row)
{
	struct text text = {0};
	text_add_z(&text, HEAD);
	text_add_z(&text, row->before);
	for (size_t i = 0; i < row->times; i++)
		text_add_z(&text, row->piece);
	text_add_z(&text, row->after);
	struct str copy = arena_copy(fixture.arena, text_str(&text));
	text_release(&text);
	return copy;
}

static void bombs_neither_crash_nor_hide_the_record(void **state)
{
	(void)state;
	static const struct repeated rows[] = {
		{"", ">", 100000, "a\n"},
		{"", "[", 100000, "\n"},
		{"", "- ", 50000, "a\n"},
		{"", "**a _b ", 20000, "\n"},
		{"", "`", 100000, "\n"},
		{"", "<!--", 20000, "\n"},
		{"", "a<b ", 50000, "\n"},
		{"", "![[]()", 2000, "\n"},
		{"", "\\", 100000, "\n"},
		{"", "&", 100000, "\n"},
		{"", "a\r", 2000, "\n"},
		{"", "x", 10000000, "\n"},
		{"## Considered Options\n\n", "* one more\n", 20000, ""},
		{"## Links\n\n", "* [a](a.md)\n", 20000, ""},
		{"## Links\n\n", "[a][b] ", 20000, "\n"},
		{"## Status\n\n", "superseded by ", 20000, "\n"},
		{"Date: ", "01/02/2020 ", 20000, "\n"},
		{"## History\n\n", "* 2020-01-01 x\n", 20000, ""},
		{"Deciders: ", "Ann, ", 20000, "\n"},
		{"", "# T\n", 50000, ""},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct record *record = read_bytes_as("adr/7-x.md", text_of(&rows[i]));
		if (record->status == STATUS_NONE)
			fail_msg("row %zu lost its status", i);
		assert_str(record->title, "Still here");
	}
}

/* 32 KB that would be a table of millions of cells. */
static void a_table_bomb_is_read_line_by_line(void **state)
{
	(void)state;
	struct text text = {0};
	text_add_z(&text, HEAD);
	for (size_t row = 0; row < 3000; row++) {
		for (size_t cell = 0; cell < (row < 2 ? 3000 : 1); cell++)
			text_add_z(&text, row == 1 ? "|-" : "|a");
		text_add_z(&text, "|\n");
	}
	const struct record *record = read_bytes_as("adr/7-x.md", arena_copy(fixture.arena, text_str(&text)));
	text_release(&text);
	assert_int_equal(count_findings(RULE_FILE_TOO_COMPLEX, NULL), 1);
	assert_int_equal(record->status, STATUS_ACCEPTED);
	assert_str(record->title, "Still here");
	/* and the reader is as good as new */
	assert_int_equal(read_text("# X\n\nStatus: Accepted\n")->findings.count, 0);
}

static void front_matter_bombs_are_refused(void **state)
{
	(void)state;
	struct text text = {0};
	text_add_z(&text, "---\nstatus: accepted\na: &a [x]\n");
	for (char name = 'b'; name < 'k'; name++)
		text_printf(&text, "%c: &%c [*%c,*%c,*%c]\n", name, name, name - 1, name - 1, name - 1);
	text_add_z(&text, "---\n# X\n");
	assert_int_equal(read_bytes_as("adr/1.md", arena_copy(fixture.arena, text_str(&text)))->status,
			 STATUS_ACCEPTED);
	assert_int_equal(count_findings(RULE_FRONT_MATTER_INVALID, NULL), 1);
	text_clear(&text);
	text_add_z(&text, "---\nstatus: accepted\nx: ");
	text_add_repeat(&text, '[', 10000);
	text_add_z(&text, "\n---\n# X\n");
	assert_int_equal(read_bytes_as("adr/1.md", arena_copy(fixture.arena, text_str(&text)))->status,
			 STATUS_ACCEPTED);
	assert_int_equal(count_findings(RULE_FRONT_MATTER_INVALID, NULL), 1);
	text_release(&text);
}

static void every_byte_value_is_survived(void **state)
{
	(void)state;
	char bytes[1024];
	for (size_t i = 0; i < sizeof bytes; i++)
		bytes[i] = (char)(i * 7 + i / 256);
	read_bytes_as("adr/1.md", (struct str){bytes, sizeof bytes});
	assert_int_equal(count_findings(RULE_BYTES_INVALID, NULL), 1);
}

/* Every beginning of a rich record is read: values at the very end of a file must not be read past. */
static void every_prefix_is_survived(void **state)
{
	(void)state;
	static const char text[] = "---\nstatus: accepted\ndate: 2024-01-02\n---\n# ADR-7: **X** [y](z.md) `c`\n\n| A "
				   "| B |\n|---|---|\n| 1 | 2\n\n"
				   "**Deciders**: [@a](b), c and d\n\n## Considered Options\n\n1. **A**: x\n2. [x] B "
				   "(chosen)\n\n## Decision\n\n"
				   "We will use A, because ~~no~~ &amp; <b>yes</b>.\n\n## Links\n\n* Superseded by "
				   "[ADR-9][r]\n\n[r]: 9-x.md\n";
	for (size_t length = 0; length < sizeof text; length++) {
		char *exact =
			memory_take(length > 0 ? length : 1); /* its own block: a sanitizer sees bytes read behind it */
		memcpy(exact, text, length);
		read_bytes_as("adr/7-x.md", (struct str){exact, length});
		free(exact);
	}
	assert_int_equal(fixture.record.number, 7);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(bombs_neither_crash_nor_hide_the_record, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(a_table_bomb_is_read_line_by_line, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(front_matter_bombs_are_refused, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(every_byte_value_is_survived, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(every_prefix_is_survived, read_set_up, read_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
