/* SPDX-License-Identifier: MIT */
/* What kind of file it is, its sections, its language, and what is odd about its form. */
#include "read.h"

static void kinds_are_told_by_content(void **state)
{
	(void)state;
	static const struct {
		const char *path, *text;
		enum record_kind kind;
	} rows[] = {
		{"adr/1-x.md", "# 1. X\n\n## Status\n\nAccepted\n\n## Context\n\nc\n\n## Decision\n\nd\n", KIND_RECORD},
		{"adr/1-x.md", "---\nstatus: draft\n---\n# X\n", KIND_RECORD},
		{"adr/template.md", "# {title}\n\n## Status\n\n{status}\n\n## Context\n", KIND_TEMPLATE},
		{"adr/0001-use-a-template.md", "# Use a template\n\n## Status\n\nAccepted\n\n## Decision\n\nd\n",
		 KIND_RECORD},
		{"adr/README.md", "# Architecture Decision Records\n\n- [1. X](1-x.md)\n", KIND_INDEX},
		{"templates/en/adr-template-by-ann-lee/index.md",
		 "# Template by Ann Lee\n\n## Status\n\nWhich one?\n\n"
		 "## Context\n\nWhy?\n\n## Decision\n\nWhat?\n",
		 KIND_TEMPLATE},
		{"plantillas/simple.md", "# T\n\n## Estado\n\n## Contexto\n\n## Decisi\xC3\xB3n\n", KIND_TEMPLATE},
		{"templates/0003-x.md", "# X\n\nStatus: Accepted\n\n## Decision\n\nWe will use rope.\n", KIND_RECORD},
		{"examples/rope/index.md",
		 "# Rope\n\n## Alternatives\n\n- Rope\n- Chain\n\n## Decision\n\nWe will use rope.\n", KIND_RECORD},
		{"adr/0001-adrs.md", "# ADR-0001 ADRs\n\n## Context\n\nc\n\n## Decision\n\nWe will write records.\n",
		 KIND_RECORD},
		{"adr/0003-store.md",
		 "# A store to choose\n\nOne at a time.\n\n## Considered Options\n\n- Shed\n- Barn\n", KIND_RECORD},
		{"adr/index.md", "# Our log\n\n- [1. X](1-x.md)\n", KIND_INDEX},
		{"adr/notes.md", "# Meeting\n\nWe talked.\n", KIND_OTHER},
		{"adr/1-x.md", "", KIND_OTHER},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		if (read_as(rows[i].path, rows[i].text)->kind != rows[i].kind)
			fail_msg("row %zu: %s", i, record_kind_name(fixture.record.kind));
	}
}

static void sections_know_their_kind_and_extent(void **state)
{
	(void)state;
	const struct record *record =
		read_text("# X\n\n## 1. Context\n\nc\n\n### More\n\nm\n\n## Decision: now\n\nd\n");
	assert_int_equal(record->sections.count, 3);
	const struct section *context = &record->sections.item[0];
	assert_int_equal(context->kind, SECTION_CONTEXT);
	assert_int_equal(context->at.line, 3);
	assert_true(str_contains(source_text(&fixture.source, context->body), STR("m\n")));
	assert_false(str_contains(source_text(&fixture.source, context->body), STR("Decision")));
	assert_int_equal(record->sections.item[1].kind, SECTION_OTHER);
	assert_int_equal(record->sections.item[2].kind, SECTION_DECISION);
}

static void a_misspelt_heading_is_recognised_and_noted(void **state)
{
	(void)state;
	uint32_t line = 0;
	const struct record *record = read_text("# X\n\n## Consider Options\n\n- a\n- b\n");
	assert_int_equal(record->sections.item[0].kind, SECTION_OPTIONS);
	assert_true(record->sections.item[0].misspelt);
	assert_int_equal(count_findings(RULE_HEADING_MISSPELT, &line), 1);
	assert_int_equal(line, 3);
	read_text("# X\n\n## Considered Options\n");
	assert_int_equal(count_findings(RULE_HEADING_MISSPELT, NULL), 0);
}

static void a_rendered_page_has_sections_too(void **state)
{
	(void)state;
	const struct record *record = read_text(
		"ADR-003 \xE2\x80\x94 Images\xC2\xB6\nStatus: Accepted\nDate: 2026-05-28\nContext\xC2\xB6\nwhy\n"
		"Decision\xC2\xB6\nUse alpine as the base.\nAlternatives Considered\xC2\xB6\n| Option | Reason Not "
		"Chosen |\n"
		"|---|---|\nslim |\nold |\ndistroless |\nno shell |\nConsequences\xC2\xB6\nc\n");
	assert_str(record->title, "Images");
	assert_int_equal(record->status, STATUS_ACCEPTED);
	assert_date(record->date, "2026-05-28");
	assert_int_equal(record->options.count, 3);
	assert_str(record->options.item[1].name, "distroless");
	assert_int_equal(record->options.item[1].at.line, 13);
	assert_int_equal(count_findings(RULE_HEADINGS_MISSING, NULL), 1);
}

static void languages_are_told_by_their_words(void **state)
{
	(void)state;
	static const struct {
		const char *text, *language;
	} rows[] = {
		{"# X\n\n## Context\n\nThe service has to be fast and we need it for all of our users.\n", "en"},
		{"# X\n\n## Kontext\n\nDer Dienst muss schnell sein und wir brauchen ihn f\xC3\xBCr alle.\n", "de"},
		{"# X\n\n## Contexte\n\nLe service est lent et nous avons besoin de plus de vitesse pour les "
		 "clients.\n",
		 "fr"},
		{"# X\n\n## Contexto\n\nEl servicio es lento y los usuarios no pueden esperar m\xC3\xA1s por la "
		 "respuesta.\n",
		 "es"},
		{"# X\n\n## "
		 "C\n\n\xE6\x88\x91\xE4\xBB\xAC\xE4\xBD\xBF\xE7\x94\xA8\xE6\x95\xB0\xE6\x8D\xAE\xE5\xBA\x93\xE5\x92\x8C"
		 "\xE7\xBC\x93\xE5\xAD\x98\xE7\x9A\x84\xE6\x9C\x8D\xE5\x8A\xA1\n",
		 "zh"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_str(read_text(rows[i].text)->language, rows[i].language);
}

static void odd_bytes_are_findings(void **state)
{
	(void)state;
	static const struct {
		const char *bytes;
		size_t length;
		enum rule rule;
		uint32_t line;
	} rows[] = {
		{"", 0, RULE_FILE_EMPTY, 1},
		{"# X\n\xFF\xFE\n", 7, RULE_BYTES_INVALID, 2},
		{"# X\n\n\0\n", 7, RULE_BYTES_INVALID, 3},
		{"# X\n\nproject\xC3\xA2\xE2\x82\xAC\xE2\x84\xA2s goal\n", 27, RULE_MOJIBAKE, 3},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		uint32_t line = 0;
		read_bytes_as("adr/1-x.md", (struct str){rows[i].bytes, rows[i].length});
		assert_int_equal(count_findings(rows[i].rule, &line), 1);
		assert_int_equal(line, rows[i].line);
	}
}

static void byte_order_mark_and_line_ends_do_no_harm(void **state)
{
	(void)state;
	const struct record *record =
		read_text("\xEF\xBB\xBF---\r\nstatus: accepted\r\n---\r\n# 5. X\r\n\r\n## Context\r\n\r\nc\r\n");
	assert_int_equal(record->status, STATUS_ACCEPTED);
	assert_str(record->title, "X");
	assert_int_equal(record->title_at.line, 4);
	assert_int_equal(record->title_at.start, 3 + 5 + 18 + 5 + 2);
	assert_int_equal(record->findings.count, 0);
}

static void broken_front_matter_is_read_by_lines(void **state)
{
	(void)state;
	uint32_t line = 0;
	const struct record *record = read_text("---\nstatus: superseded by [ADR-5](5-x.md)\ndate: [2024\n---\n# X\n");
	assert_int_equal(record->status, STATUS_SUPERSEDED);
	assert_date(record->date, "");
	assert_int_equal(count_findings(RULE_FRONT_MATTER_INVALID, NULL), 1);
	record = read_text("---\nstatus: accepted\n\n# X\n\n## Context\n\nc\n");
	assert_int_equal(record->status, STATUS_ACCEPTED);
	assert_str(record->title, "X");
	assert_int_equal(count_findings(RULE_FRONT_MATTER_INVALID, &line), 1);
	assert_int_equal(line, 1);
}

static void front_matter_that_nothing_opens_is_read(void **state)
{
	(void)state;
	uint32_t line = 0;
	const struct record *record =
		read_text("\xEF\xBB\xBFstatus: accepted\ndate: 2026-02-03\ndeciders:\n  - Ada Quay\n---"
			  "\n\n# Paint the pier\n\n## Context\n\nc\n");
	assert_int_equal(record->status, STATUS_ACCEPTED);
	assert_date(record->date, "2026-02-03");
	assert_int_equal(record->people.count, 1);
	assert_str(record->title, "Paint the pier");
	assert_int_equal(record->title_at.line, 7);
	assert_int_equal(count_findings(RULE_FRONT_MATTER_INVALID, &line), 1);
	assert_int_equal(line, 1);
}

/* One line above dashes is a heading; prose and labels behind a blank line are what they seem to be. */
static void other_beginnings_are_no_front_matter(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"Title: one pier\n---\n\n## Context\n\nc\n", "one pier"},
		{"Status: accepted\nWe met at the pier and talked.\n---\n\n## Context\n\nc\n", NULL},
		{"Colour: yellow\nStatus: accepted\n---\n\n# Pier\n", NULL},
		{"Status: accepted\nDate: 2026-02-03\n\n# Pier\n\n---\n", "Pier"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct record *record = read_text(rows[i][0]);
		assert_int_equal(count_findings(RULE_FRONT_MATTER_INVALID, NULL), 0);
		if (rows[i][1])
			assert_str(record->title, rows[i][1]);
	}
}

static void tables_with_a_wrong_delimiter_row_are_tables(void **state)
{
	(void)state;
	static const char *const rows[] = {
		"# Pier\n\n| Status | Date | Author |\n|---|---|\n| Accepted | 2026-02-03 | Ada Quay |\n",
		"# Pier\n\n> | Date | Status | Author |\n> |:--|---|---|---|\n> | 2026-02-03 | Accepted | Ada Quay |\n",
		"# Pier\n\n| Status | Accepted |\n| Date | 2026-02-03 |\n| Author | Ada Quay |\n",
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct record *record = read_text(rows[i]);
		assert_int_equal(record->status, STATUS_ACCEPTED);
		assert_date(record->date, "2026-02-03");
		assert_int_equal(record->people.count, 1);
	}
	assert_int_equal(read_text("# Pier\n\n| Status | Accepted |\nand so on\n")->status, STATUS_NONE);
}

static void left_placeholders_are_findings(void **state)
{
	(void)state;
	uint32_t line = 0;
	read_text("# X\n\n## Approval\n\n| Role | Name |\n|---|---|\n| CTO | [Name] |\n| Lead | [Ann](a.md) |\n");
	assert_int_equal(count_findings(RULE_PLACEHOLDER, &line), 1);
	assert_int_equal(line, 7);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(kinds_are_told_by_content, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(sections_know_their_kind_and_extent, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(a_misspelt_heading_is_recognised_and_noted, read_set_up,
						read_tear_down),
		cmocka_unit_test_setup_teardown(a_rendered_page_has_sections_too, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(languages_are_told_by_their_words, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(odd_bytes_are_findings, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(byte_order_mark_and_line_ends_do_no_harm, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(broken_front_matter_is_read_by_lines, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(front_matter_that_nothing_opens_is_read, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(other_beginnings_are_no_front_matter, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(tables_with_a_wrong_delimiter_row_are_tables, read_set_up,
						read_tear_down),
		cmocka_unit_test_setup_teardown(left_placeholders_are_findings, read_set_up, read_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
