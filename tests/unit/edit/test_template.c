/* SPDX-License-Identifier: MIT */
#include "adr/edit/edit.h"
#include "template.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static const struct str values[VALUE_COUNT] = {
	[VALUE_NUMBER] = STR_INIT("7"),
	[VALUE_TITLE] = STR_INIT("Use DATE & {{status}} or NUMBER"),
	[VALUE_DATE] = STR_INIT("2026-11-20"),
	[VALUE_STATUS] = STR_INIT("Accepted"),
	[VALUE_STATUS_LOWER] = STR_INIT("accepted"),
};

static void fills_in(void **state)
{
	static const struct {
		const char *template, *text;
	} cases[] = {
		{"# {{number}}. {{title}}\n", "# 7. Use DATE & {{status}} or NUMBER\n"},
		{"{{ status }}/{{status_lower}}", "Accepted/accepted"},
		{"{{date}} {{date}}", "2026-11-20 2026-11-20"},
		{"{{number}} STATUS {{other}} {{", "7 STATUS {{other}} {{"}, /* with placeholders, words are words */
		{"{{{number}}}", "{{{number}}}"},                            /* "{number" is no name */
		{"{{x}} {{number}}", "{{x}} 7"},
		{"# NUMBER. TITLE\n\nDate: DATE\n", "# 7. Use DATE & {{status}} or NUMBER\n\nDate: 2026-11-20\n"},
		{"STATUS STATUS\r\nSTATUS", "Accepted STATUS\r\nAccepted"},
		{"UPDATED: DATE, SUBTITLE", "UPDATED: 2026-11-20, SUBTITLE"},
		{"ADR_NUMBER-1", "ADR_7-1"},
		{"", ""},
		{"nothing\n", "nothing\n"},
	};
	(void)state;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str text = template_fill(arena, str_of(cases[i].template), values);
		assert_string_equal(arena_copy_z(arena, text), cases[i].text);
	}
	arena_free(arena);
}

static void built_in_templates_leave_nothing_to_fill(void **state)
{
	static const char *const names[] = {"nygard", "madr", "madr-minimal", "init"};
	(void)state;
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct str text = template_builtin(str_of(names[i]));
		assert_true(str_contains(text, STR("{{title}}")));
		assert_true(str_contains(text, STR("{{date}}")));
		struct str plain[VALUE_COUNT] = {STR("7"), STR("T"), STR("D"), STR("S"), STR("s")};
		assert_false(str_contains(template_fill(arena, text, plain), STR("{{")));
		assert_true(str_ends(text, STR("\n")));
	}
	assert_true(str_empty(template_builtin(STR("no-such"))));
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fills_in),
		cmocka_unit_test(built_in_templates_leave_nothing_to_fill),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
