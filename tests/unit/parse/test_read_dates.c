/* SPDX-License-Identifier: MIT */
#include "read.h"

static void every_form_is_read(void **state)
{
	(void)state;
	static const char *const forms[] = {
		"2024-03-12",
		"2024/03/12",
		"12.03.2024",
		"12 March 2024",
		"March 12, 2024",
		"12th March 2024",
		"Mar. 12th, 2024",
		"12. M\xC3\xA4rz 2024",
		"12 mars 2024",
		"12 de marzo de 2024",
		"12 de mar\xC3\xA7o de 2024",
		"12 marzo 2024",
		"12 maart 2024",
		"12 marca 2024",
		"12 \xD0\xBC\xD0\xB0\xD1\x80\xD1\x82\xD0\xB0 2024",
		"2024\xE5\xB9\xB4"
		"3\xE6\x9C\x88"
		"12\xE6\x97\xA5",
		"2024-03-12T10:00:00Z",
		"12-Mar-2024",
		"`2024-03-12`",
		"12024-03-12",
		"2024.03.12",
		"2024-03- 12",
		"2024- 03-12",
		"12. 3. 2024",
	};
	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		struct str text = arena_printf(fixture.arena, "# X\n\n- Date: %s\n", forms[i]);
		struct date date = read_bytes_as("adr/1-x.md", text)->date;
		char got[DATE_TEXT_SIZE];
		if (strcmp(date_format(date, got), "2024-03-12") != 0)
			fail_msg("%s was read as '%s'", forms[i], got);
		assert_int_equal(fixture.record.date_at.line, 3);
	}
}

static void the_month_alone_is_no_date(void **state)
{
	(void)state;
	assert_false(read_text("# X\n\nDate: March 2024\n")->date.set);
	assert_false(read_text("# X\n\nDate: 2024-03\n")->date.set);
	assert_false(read_text("# X\n\nDate: 2024-03-  12\n")->date.set);
	assert_false(read_text("# X\n\nDate: 2024/03/ 12\n")->date.set);
}

static void the_order_is_told_by_the_file_or_the_settings(void **state)
{
	(void)state;
	assert_date(read_text("# X\n\nDate: 03/04/2021\n\nUpdated: 25/04/2021\n")->date, "2021-04-03");
	assert_date(read_text("# X\n\nDate: 03/04/2021\n\nUpdated: 04/25/2021\n")->date, "2021-03-04");
	assert_int_equal(count_findings(RULE_DATE_AMBIGUOUS, NULL), 0);
	fixture.config.date_order = DATE_ORDER_MDY;
	assert_date(read_text("# X\n\nDate: 03/04/2021\n")->date, "2021-03-04");
	assert_int_equal(count_findings(RULE_DATE_AMBIGUOUS, NULL), 0);
	fixture.config.date_order = DATE_ORDER_AUTO;
	uint32_t line = 0;
	read_text("# X\n\nDate: 03/04/2021\n");
	assert_int_equal(count_findings(RULE_DATE_AMBIGUOUS, &line), 1);
	assert_int_equal(line, 3);
}

/* The settings, the file, the project, the language: the first that knows. */
static void the_order_is_told_by_the_first_that_knows(void **state)
{
	(void)state;
	static const char german[] =
		"# X\n\nDatum: 03/04/2021\n\n## Kontext\n\nWir haben die Daten und nicht die Zeit, "
		"das ist f\xC3\xBCr uns eine Frage der Kosten, die wir mit der Bank kl\xC3\xA4ren.\n";
	assert_date(read_text(german)->date, "2021-04-03");
	assert_str(fixture.record.language, "de");
	assert_int_equal(count_findings(RULE_DATE_AMBIGUOUS, NULL), 0);
	fixture.project.date_order = DATE_ORDER_MDY;
	assert_date(read_text(german)->date, "2021-03-04");
	assert_date(read_text("# X\n\nDate: 03/04/2021\n")->date, "2021-03-04");
	assert_true(fixture.record.date_reading.asked);
	assert_int_equal(fixture.record.date_reading.order, DATE_ORDER_MDY);
	assert_date(read_text("# X\n\nDate: 03/04/2021\n\nSince 25/03/2021 we know.\n")->date, "2021-04-03");
	assert_false(fixture.record.date_reading.asked);
	fixture.config.date_order = DATE_ORDER_MDY;
	assert_date(read_text("# X\n\nDate: 03/04/2021\n\nSince 25/03/2021 we know.\n")->date, "2021-03-04");
	assert_date(read_text("# X\n\nDate: 25/03/2021\n")->date, "2021-03-25");
}

static void what_a_record_proves_is_told_to_the_others(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		enum date_order vote;
	} rows[] = {
		{"# X\n\nDate: 2021-04-25\n", DATE_ORDER_AUTO},
		{"# X\n\nDate: 03/04/2021\n", DATE_ORDER_AUTO},
		{"# X\n\nDate: 25/04/2021\n", DATE_ORDER_DMY},
		{"# X\n\nDate: 04-25-2021\n", DATE_ORDER_MDY},
		{"# X\n\nDate: 25/04/2021\nUpdated: 04/26/2021\n", DATE_ORDER_AUTO},
		{"# X\n\nDate: 05/05/2021\n", DATE_ORDER_AUTO},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_int_equal(read_text(rows[i].text)->date_reading.vote, rows[i].vote);
	assert_date(fixture.record.date, "2021-05-05");
	assert_int_equal(count_findings(RULE_DATE_AMBIGUOUS, NULL), 0);
}

static void a_day_that_does_not_exist_is_a_finding(void **state)
{
	(void)state;
	uint32_t line = 0;
	assert_false(read_text("# X\n\nStatus: Accepted\nDate: 2026-02-30\n")->date.set);
	assert_int_equal(count_findings(RULE_DATE_IMPOSSIBLE, &line), 1);
	assert_int_equal(line, 4);
}

static void a_month_that_can_only_be_a_day_is_one(void **state)
{
	(void)state;
	assert_date(read_text("# X\n\nDate: 2023-27-02\n")->date, "2023-02-27");
	assert_int_equal(count_findings(RULE_DATE_IMPOSSIBLE, NULL), 1);
}

/* "kind:date" of every date, one per line. */
static void assert_dates(const char *text, const char *want)
{
	struct str got = {0};
	char day[DATE_TEXT_SIZE];
	const struct record *record = read_text(text);
	LIST_EACH (struct dated, dated, &record->dates)
		got = arena_printf(fixture.arena, "%.*s%s:%s\n", STR_ARG(got), date_kind_name(dated->kind),
				   date_format(dated->date, day));
	assert_str(got, want);
}

static void labels_tell_which_date_is_which(void **state)
{
	(void)state;
	assert_dates("# X\n\n- Proposed: 2024-01-01\n- Accepted: 2024-02-02\n- Last updated: 2024-03-03\n"
		     "- Reviewed: 2024-04-04\n- Next review: 2024-05-05\n- Valid until: 2024-06-06\n- Introduced: "
		     "2023-12-31\n",
		     "proposed:2024-01-01\naccepted:2024-02-02\nupdated:2024-03-03\nreviewed:2024-04-04\n"
		     "review:2024-05-05\nexpires:2024-06-06\ncreated:2023-12-31\n");
	assert_dates("# X\n\n| Created | Decided | Status |\n|---|---|---|\n| 2024-01-02 | 2024-02-03 | Accepted |\n",
		     "created:2024-01-02\ndecided:2024-02-03\n");
	assert_dates("# X\n\nDate: 2024-01-02 at 10:30 CEST\nUpdated: 2024-02-03T04:05:06+02:00\n",
		     "decided:2024-01-02\nupdated:2024-02-03\n");
	assert_dates("# X\n\nDate \xE2\x80\x93 2019-07-23\n", "decided:2019-07-23\n");
	assert_dates("# X\n\nDatee of decision: 2024-01-02\n", "decided:2024-01-02\n");
}

static void the_decision_comes_first(void **state)
{
	(void)state;
	static const struct {
		const char *text, *date;
	} rows[] = {
		{"# X\n\n- Created: 2024-01-01\n- Decided: 2024-02-02\n- Updated: 2024-03-03\n", "2024-02-02"},
		{"# X\n\n- Accepted: 2024-02-02\n- Date: 2024-01-01\n", "2024-01-01"},
		{"# X\n\n- Updated: 2024-03-03\n- Created: 2024-01-01\n", "2024-01-01"},
		{"# X\n\nStatus: Accepted (2020-03-01)\n", "2020-03-01"},
		{"# X\n\n## Changelog\n\n- 2023-02-03: first draft\n- 2023-05-06: reworded\n", "2023-02-03"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_date(read_text(rows[i].text)->date, rows[i].date);
	assert_date(read_as("adr/2024-05-06-x.md", "# X\n")->date, "2024-05-06");
}

static void reviews_are_stated_or_computed(void **state)
{
	(void)state;
	static const struct {
		const char *text, *review;
	} rows[] = {
		{"# X\n\n## Decision\n\nD.\n\n---\n\n**Next Review:** 2026-08-14 (6 months)\n", "2026-08-14"},
		{"# X\n\nDate: 2024-01-31\nNext review: in 6 months\n", "2024-07-31"},
		{"# X\n\nDate: 2024-01-31\nNext review: annually\n", "2025-01-31"},
		{"---\ndate: 2024-01-02\nreviewBy: 2025-03-04\n---\n# X\n", "2025-03-04"},
		{"# X\n\nDate: 2024-01-31\nExpires: 2026-01-31\n", "2026-01-31"},
		{"# X\n\nDate: 2024-01-31\nReview: when traffic doubles\n", ""},
		{"# X\n\nDate: 2024-01-31\nReview annually\n", "2025-01-31"},
		{"# X\n\nDate: 2024-01-31\n\n## Review\n\nReview annually.\n", "2025-01-31"},
		{"# X\n\nDate: 2024-01-31\n\nValid for one year.\n", "2025-01-31"},
		{"# X\n\nDate: 2024-01-31\n\nNext review in 6 months\n", "2024-07-31"},
		{"# X\n\nDate: 2024-01-31\n\n## Context\n\nReview annually.\n", ""},
		{"# X\n\nDate: 2024-01-31\nValid for: one year\n", "2025-01-31"},
		{"# X\n\n\xE6\x97\xA5\xE6\x9C\x9F: 2024-01-31\n\xE4\xB8\x8B\xE6\xAC\xA1\xE8\xAF\x84\xE5\xAE\xA1: "
		 "6\xE4\xB8\xAA\xE6\x9C\x88\n",
		 "2024-07-31"},
		{"# X\n\nDate: 2024-01-31\nValidity: 18 months\n", "2025-07-31"},
		{"# X\n\nDate: 2024-01-31\n\n## Next review\n\nIn 6 months\n", "2024-07-31"},
		{"# X\n\nDatum: 31.01.2024\nWiedervorlage: in einem Jahr\n", "2025-01-31"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_date(read_text(rows[i].text)->review, rows[i].review);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_form_is_read, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(the_month_alone_is_no_date, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(the_order_is_told_by_the_file_or_the_settings, read_set_up,
						read_tear_down),
		cmocka_unit_test_setup_teardown(the_order_is_told_by_the_first_that_knows, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(what_a_record_proves_is_told_to_the_others, read_set_up,
						read_tear_down),
		cmocka_unit_test_setup_teardown(a_day_that_does_not_exist_is_a_finding, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(a_month_that_can_only_be_a_day_is_one, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(labels_tell_which_date_is_which, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(the_decision_comes_first, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(reviews_are_stated_or_computed, read_set_up, read_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
