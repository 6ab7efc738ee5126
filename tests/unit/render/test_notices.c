/* SPDX-License-Identifier: MIT */
/* What forges know a notice by from one run to the next. */
#include "notice.h"
#include "written.h"

#include "sample.h"

#include "testing.h"

static const struct rule_info rule = {"some-rule", SEVERITY_WARNING, "All is well.", "Mend it."};

static struct notice *add(struct arena *arena, struct notices *notices, const char *file, uint32_t line,
			  const char *message)
{
	struct notice *notice = notice_add(arena, notices, &rule, str_of(file));
	notice->project = STR("payments");
	notice->from = notice->to = (struct place){line, 1};
	notice->message = str_of(message);
	return notice;
}

static void show(struct notices *notices, enum format format, struct written *written)
{
	static const struct notice_report report = {"lint", "Findings", "Nothing."};
	written_begin(written);
	show_notices(&written->paper, notices, &report, format);
	written_end(written);
}

static void fingerprints(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct notices before = {0}, after = {0};
	struct written written;
	add(arena, &before, "a.md", 3, "x is wrong");
	add(arena, &before, "a.md", 9, "x is wrong");
	add(arena, &before, "b.md", 3, "x is wrong");
	add(arena, &before, "a.md", 3, "y is wrong");
	add(arena, &after, "0.md", 1, "new");
	add(arena, &after, "a.md", 33, "x is wrong")->project = STR("clone-of-payments");
	add(arena, &after, "a.md", 99, "x is wrong");
	show(&before, FORMAT_GITLAB, &written);
	written_release(&written);
	show(&after, FORMAT_GITLAB, &written);
	written_release(&written);
	for (size_t i = 0; i < before.count; i++)
		for (size_t j = 0; j < i; j++)
			assert_string_not_equal(before.item[i].fingerprint, before.item[j].fingerprint);
	assert_string_equal(before.item[0].fingerprint, after.item[1].fingerprint);
	assert_string_equal(before.item[1].fingerprint, after.item[2].fingerprint);
	arena_free(arena);
}

/* The message may change from run to run where the notice has an identity. */
static void identity(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct notices notices = {0};
	struct written written;
	add(arena, &notices, "a.md", 3, "in 3 days")->identity = STR("2026-12-01");
	struct notices later = {0};
	add(arena, &later, "a.md", 3, "in 2 days")->identity = STR("2026-12-01");
	show(&notices, FORMAT_SARIF, &written);
	written_release(&written);
	show(&later, FORMAT_SARIF, &written);
	written_release(&written);
	assert_string_equal(notices.item[0].fingerprint, later.item[0].fingerprint);
	arena_free(arena);
}

/* Notices that come sorted by urgency stand in one suite per project all the same. */
static void suites(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct notices notices = {0};
	struct written written;
	static const char *const projects[] = {"b", "a", "b", "a"};
	static const char *const messages[] = {"1", "2", "3", "4"};
	for (size_t i = 0; i < COUNT_OF(projects); i++)
		add(arena, &notices, "x.md", 1, messages[i])->project = str_of(projects[i]);
	show(&notices, FORMAT_JUNIT, &written);
	struct str xml = written_str(&written);
	size_t a = str_find(xml, STR("<testsuite name=\"a\" tests=\"2\"")),
	       b = str_find(xml, STR("<testsuite name=\"b\" tests=\"2\""));
	assert_true(a != STR_NOT_FOUND && b != STR_NOT_FOUND && a < b);
	assert_true(str_find(xml, STR("\"some-rule: 2\"")) < str_find(xml, STR("\"some-rule: 4\"")));
	written_release(&written);
	show(&notices, FORMAT_CSV, &written);
	xml = written_str(&written);
	assert_true(str_find(xml, STR("b,x.md,1,1,warning,some-rule,,1,")) <
		    str_find(xml, STR("a,x.md,1,1,warning,some-rule,,2,")));
	written_release(&written);
	arena_free(arena);
}

/* About no file, or a file as a whole. */
static void places_that_are_absent(void **state)
{
	static const enum format formats[] = {FORMAT_GITHUB, FORMAT_GITLAB,   FORMAT_JUNIT,
					      FORMAT_SARIF,  FORMAT_MARKDOWN, FORMAT_CSV};
	(void)state;
	struct arena *arena = arena_new();
	struct notices notices = {0};
	add(arena, &notices, "", 0, "of no file");
	add(arena, &notices, "../outside.md", 0, "of a whole file")->project = (struct str){0};
	for (size_t i = 0; i < COUNT_OF(formats); i++) {
		struct written written;
		show(&notices, formats[i], &written);
		assert_true(str_contains(written_str(&written), STR("of no file")));
		assert_false(str_contains(written_str(&written), STR("\"startLine\": 0")));
		if (formats[i] == FORMAT_SARIF)
			assert_false(str_contains(written_str(&written), STR("%SRCROOT%")));
		written_release(&written);
	}
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fingerprints),
		cmocka_unit_test(identity),
		cmocka_unit_test(suites),
		cmocka_unit_test(places_that_are_absent),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
