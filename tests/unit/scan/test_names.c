/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "names.h"

static void file_names(void **state)
{
	static const struct {
		const char *name;
		bool markdown, numbered_adr, numbered;
	} cases[] = {
		{"0001-use-x.md", true, false, true},
		{"007_Use_x.MD", true, false, true},
		{"0012.markdown", true, false, true},
		{"notes.mdx", true, false, false},
		{"notes.txt", false, false, false},
		{".md", false, false, false},
		{"0001-use-x.md.bak", false, false, false},
		{"12-chapter.md", true, false, false},       /* two digits number chapters of a manual */
		{"2024-roadmap.md", true, false, false},     /* a year */
		{"2024-05-01-use-x.md", true, false, false}, /* a date */
		{"20240501-use-x.md", true, false, false},
		{"0001x.md", true, false, false},
		{"adr-001-x.md", true, true, false},
		{"ADR 12 - x.md", true, true, false},
		{"adr_3.md", true, true, false},
		{"ADR003.md", true, true, false},
		{"madr-4.md", true, true, false},
		{"0001-adr-1.md", true, true, true},
		{"adr-template.md", true, false, false},
		{"adr-improve-x.md", true, false, false},
		{"quadrant-1.md", true, false, false},
		{"adr-1.txt", false, false, false},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str name = str_of(cases[i].name);
		if (name_is_markdown(name) != cases[i].markdown || name_is_numbered(name) != cases[i].numbered ||
		    name_is_numbered_adr(name) != cases[i].numbered_adr)
			fail_msg("%s: markdown %d, numbered %d, numbered adr %d", cases[i].name, name_is_markdown(name),
				 name_is_numbered(name), name_is_numbered_adr(name));
	}
}

static void log_names(void **state)
{
	static const struct {
		const char *name;
		bool log;
	} cases[] = {
		{"DECISIONS.md", true},
		{"decision-log.md", true},
		{"decisionLog.md", true},
		{"adr.md", true},
		{"decisions.log.md", true},
		{"architecture_decisions.markdown", true},
		{"Entscheidungen.md", true},
		{"decisions.txt", false},
		{"decisions-about-lunch.md", false},
		{"README.md", false},
		{"log.md", false},
		{"decision-tree.md", false},
		{"adr-1.md", false},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		if (name_is_log(str_of(cases[i].name)) != cases[i].log)
			fail_msg("%s", cases[i].name);
}

static void folder_names(void **state)
{
	static const struct {
		const char *name;
		enum folder_words words;
	} cases[] = {
		{"adr", FOLDER_NOTHING_BUT_RECORDS},
		{"ADR", FOLDER_NOTHING_BUT_RECORDS},
		{"ADRs", FOLDER_NOTHING_BUT_RECORDS},
		{"_adrs", FOLDER_NOTHING_BUT_RECORDS},
		{"decisions", FOLDER_NOTHING_BUT_RECORDS},
		{"decision", FOLDER_NOTHING_BUT_RECORDS},
		{"decision-records", FOLDER_NOTHING_BUT_RECORDS},
		{"decision_log", FOLDER_NOTHING_BUT_RECORDS},
		{"DecisionLog", FOLDER_NOTHING_BUT_RECORDS},
		{"architecture_decision_records", FOLDER_NOTHING_BUT_RECORDS},
		{"decisionrecords", FOLDER_NOTHING_BUT_RECORDS},
		{"architecturedecisions", FOLDER_NOTHING_BUT_RECORDS},
		{"ArchitectureDecisionRecords", FOLDER_NOTHING_BUT_RECORDS},
		{"Architekturentscheidungen", FOLDER_NOTHING_BUT_RECORDS},
		{"décisions", FOLDER_NOTHING_BUT_RECORDS},
		{"архитектурные-решения", FOLDER_RECORDS},
		{"01_adr", FOLDER_RECORDS},
		{"adr003-authentication", FOLDER_RECORDS},
		{"product-decisions", FOLDER_RECORDS},
		{"adr-tools", FOLDER_RECORDS},
		{"docs", FOLDER_OTHER},
		{"architecture", FOLDER_OTHER},
		{"records", FOLDER_OTHER},
		{"log", FOLDER_OTHER},
		{"decision-tree", FOLDER_OTHER},
		{"decisionengine", FOLDER_OTHER},
		{"quadrants", FOLDER_OTHER},
		{"\xff\xfe", FOLDER_OTHER},
		{"", FOLDER_OTHER},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		enum folder_words words = name_folder_words(str_of(cases[i].name));
		if (words != cases[i].words)
			fail_msg("'%s' gives %d instead of %d", cases[i].name, (int)words, (int)cases[i].words);
	}
}

static void left_out_folders(void **state)
{
	(void)state;
	assert_true(name_is_machinery(STR(".git")));
	assert_true(name_is_machinery(STR("node_modules")));
	assert_false(name_is_machinery(STR(".github")));
	assert_false(name_is_machinery(STR("build")));
	assert_true(name_is_product(STR("build")));
	assert_true(name_is_product(STR("vendor")));
	assert_false(name_is_product(STR("docs")));
}

static void guides(void **state)
{
	(void)state;
	assert_true(name_is_guide(STR("README.md")));
	assert_true(name_is_guide(STR("index.md")));
	assert_true(name_is_guide(STR("adr-template.md")));
	assert_false(name_is_guide(STR("0001-index-with-sqlite.md")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(file_names),       cmocka_unit_test(log_names), cmocka_unit_test(folder_names),
		cmocka_unit_test(left_out_folders), cmocka_unit_test(guides),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
