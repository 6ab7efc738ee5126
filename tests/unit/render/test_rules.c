/* SPDX-License-Identifier: MIT */
/* The list of rules grows from the rule table, so no golden file holds it: each rule must have its line. */
#include "sample.h"
#include "written.h"

#include "adr/base/unicode.h"

#include <string.h>

#include "testing.h"

static void every_rule_has_its_line(void **state)
{
	(void)state;
	struct written written;
	written_begin(&written);
	written.paper.width = 1000;
	show_rules(&written.paper, FORMAT_TEXT);
	written_end(&written);
	struct str rest = written_str(&written), line;
	for (enum rule rule = 0; rule < RULE_COUNT; rule++) {
		const struct rule_info *info = rule_info(rule);
		assert_true(str_next_line(&rest, &line));
		assert_true(str_starts(line, str_of(info->name)));
		assert_true(str_ends(line, str_of(info->summary)));
		assert_true(str_contains(line, str_of(severity_name(info->severity))));
	}
	assert_true(str_empty(rest));
	written_release(&written);
}

static void long_summaries_stay_in_their_column(void **state)
{
	(void)state;
	struct written written;
	written_begin(&written);
	show_rules(&written.paper, FORMAT_TEXT);
	written_end(&written);
	struct str rest = written_str(&written), line;
	size_t column = 0, wrapped = 0;
	enum rule rule = 0;
	while (str_next_line(&rest, &line)) {
		assert_in_range(unicode_width(line), 1, written.paper.width);
		if (line.at[0] == ' ') {
			assert_int_equal(strspn(line.at, " "), column);
			wrapped++;
		} else {
			column = str_find(line, str_slice(str_of(rule_info(rule++)->summary), 0, 5));
		}
	}
	assert_true(wrapped > 0);
	written_release(&written);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_rule_has_its_line),
		cmocka_unit_test(long_summaries_stay_in_their_column),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
