/* SPDX-License-Identifier: MIT */
/* Files with several decisions: which ones are, and what becomes of their parts. */
#include "read.h"

#include "adr/base/scope.h"
#include "adr/base/text.h"

static const struct records *decisions_in(const char *path, const char *text)
{
	read_as(path, text);
	return &fixture.decisions;
}

static const struct record *decision(size_t number)
{
	assert_true(number < fixture.decisions.count);
	return &fixture.decisions.item[number];
}

static void each_heading_with_an_id_is_a_decision(void **state)
{
	(void)state;
	const struct records *found = decisions_in("DECISIONS.md", "# Decisions\n"
								   "\n"
								   "Newest last.\n"
								   "\n"
								   "## ADR-001: Sign tickets\n"
								   "\n"
								   "**Status:** Accepted\n"
								   "**Date:** 2026-02-03\n"
								   "**Deciders:** Ada Quay\n"
								   "\n"
								   "We will sign tickets with Ed25519.\n"
								   "\n"
								   "### Alternatives\n"
								   "\n"
								   "- RSA\n"
								   "- HMAC\n"
								   "\n"
								   "## ADR-002: Post receipts\n"
								   "\n"
								   "Status: superseded by ADR-003\n"
								   "\n"
								   "## How to add one\n"
								   "\n"
								   "Copy the last.\n");
	assert_int_equal(fixture.record.kind, KIND_LOG);
	assert_int_equal(found->count, 2);
	const struct record *first = decision(0), *second = decision(1);
	assert_int_equal(first->kind, KIND_RECORD);
	assert_str(first->path, "DECISIONS.md");
	assert_str(first->anchor, "adr-001-sign-tickets");
	assert_int_equal(first->number, 1);
	assert_str(first->title, "Sign tickets");
	assert_int_equal(first->title_at.line, 5);
	assert_int_equal(first->status, STATUS_ACCEPTED);
	assert_int_equal(first->status_at.line, 7);
	assert_date(first->date, "2026-02-03");
	assert_int_equal(first->people.count, 1);
	assert_str(first->people.item[0].name, "Ada Quay");
	assert_str(first->decision, "We will sign tickets with Ed25519.");
	assert_int_equal(first->decision_at.line, 11);
	assert_int_equal(first->extent.first_line, 5);
	assert_int_equal(first->extent.last_line, 17);
	assert_true(first->options.count >= 2);
	assert_int_equal(second->status, STATUS_SUPERSEDED);
	assert_int_equal(second->extent.last_line, 21);
	assert_str(record_own_text(second, fixture.source.text),
		   "## ADR-002: Post receipts\n\nStatus: superseded by ADR-003\n\n");
	assert_int_equal(second->links.count, 1);
	assert_int_equal(second->links.item[0].kind, LINK_SUPERSEDED_BY);
	assert_int_equal(second->links.item[0].to_number, 3);
}

static void short_ids_dates_and_numbers_do_too(void **state)
{
	(void)state;
	static const struct {
		const char *name, *text;
		const char *titles[3];
		int32_t numbers[3];
	} cases[] = {
		{"decisions.md",
		 "# Decisions\n\n## D-1 \xE2\x80\x94 Sign tickets\n\nGates are offline.\n\n## D-12: Post "
		 "receipts\n\nBy mail.\n",
		 {"Sign tickets", "Post receipts"},
		 {1, 12}},
		{"decision-log.md",
		 "# Decision log\n\n## 2026-02-03 \xE2\x80\x94 Sign tickets\n\nGates are offline.\n\n"
		 "## [2026-02-04] ADR-7: Post receipts\n\nBy mail.\n",
		 {"Sign tickets", "Post receipts"},
		 {-1, 7}},
		{"adr.md",
		 "# Architecture decisions\n\n## 1. Tickets\n\n### 1.1 Sign tickets\n\n**Decision:** Ed25519.\n\n"
		 "### 1.2 Print tickets\n\n**Decision:** on paper.\n\n## 2. Money\n\n### 2.1 Post receipts\n\n"
		 "**Decision:** by mail.\n",
		 {"Sign tickets", "Print tickets", "Post receipts"},
		 {-1, -1, -1}},
		{"notes.md",
		 "# Harbour notes\n\n## Sign tickets\n\n**Status:** accepted\n\nDecision: Ed25519.\n\n## Post "
		 "receipts\n\n"
		 "**Status:** rejected\n\nDecision: not by mail.\n\n## Print tickets\n\n**Status:** "
		 "proposed\n\nDecision: no.\n",
		 {"Sign tickets", "Post receipts", "Print tickets"},
		 {-1, -1, -1}},
		{"adr/all.md",
		 "# ADR 1: Sign tickets\n\n## Status\n\nAccepted\n\n## Decision\n\nEd25519.\n\n"
		 "# ADR 2: Post receipts\n\n## Status\n\nProposed\n\n## Decision\n\nBy mail.\n",
		 {"Sign tickets", "Post receipts"},
		 {1, 2}},
		{"entscheidungen.md",
		 "# Entscheidungen\n\n## Entscheidung 1: Fahrscheine signieren\n\nStatus: angenommen\n\n"
		 "## Entscheidung 2: Belege versenden\n\nStatus: abgelehnt\n",
		 {"Fahrscheine signieren", "Belege versenden"},
		 {1, 2}},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct records *found = decisions_in(cases[i].name, cases[i].text);
		size_t count = cases[i].titles[2] ? 3 : 2;
		if (found->count != count)
			fail_msg("%s: %zu decisions", cases[i].name, found->count);
		for (size_t n = 0; n < count; n++) {
			assert_str(decision(n)->title, cases[i].titles[n]);
			assert_int_equal(decision(n)->number, cases[i].numbers[n]);
		}
	}
}

static void a_heading_gives_the_date(void **state)
{
	(void)state;
	decisions_in("decisions.md",
		     "# Decisions\n\n## 2026-02-03: Sign tickets\n\nYes.\n\n"
		     "## D-2: Post receipts (2026-02-04)\n\nYes.\n\n## 2026-03: Print tickets\n\nYes.\n");
	assert_date(decision(0)->date, "2026-02-03");
	assert_date(decision(1)->date, "2026-02-04");
	assert_str(decision(1)->title, "Post receipts");
	assert_false(decision(2)->date.set);
}

static void the_date_of_a_heading_with_marks_outlives_the_reader(void **state)
{
	(void)state;
	decisions_in("decisions.md", "# ADR-3 *Ropes* 2024-01-02\n\n**Status:** accepted\n\nWe will use hemp.\n\n"
				     "# ADR-4 *Nets* 2024-02-03\n\n**Status:** accepted\n\nWe will use nylon.\n");
	reader_free(fixture.reader);
	fixture.reader = reader_new(&vocabulary_builtin);
	for (size_t i = 0; i < 2; i++) {
		assert_int_equal(decision(i)->dates.count, 1);
		assert_str(decision(i)->dates.item[0].text, i == 0 ? "2024-01-02" : "2024-02-03");
	}
}

/* One record may have any number of numbered, dated or repeated headings. */
static void plain_headings_with_a_status_each_make_a_log_that_says_so(void **state)
{
	(void)state;
	static const char text[] =
		"# Decisions\n\n## Sign tickets\n\nStatus: accepted\n\nWe will sign tickets.\n\n## Post "
		"receipts\n\nStatus: rejected\n\nTo each guest.\n";
	assert_int_equal(decisions_in("DECISIONS.md", text)->count, 2);
	assert_str(decision(0)->title, "Sign tickets");
	assert_int_equal(decision(0)->status, STATUS_ACCEPTED);
	assert_str(decision(0)->decision, "We will sign tickets.");
	assert_str(decision(1)->title, "Post receipts");
	assert_int_equal(decision(1)->status, STATUS_REJECTED);
	assert_int_equal(decisions_in("notes.md", text + sizeof "# Decisions\n" - 1)->count, 0);
	assert_int_equal(decisions_in("DECISIONS.md",
				      "# Decisions\n\n## Sign tickets\n\nStatus: accepted\n\n[more](0001-sign.md)"
				      "\n\n## [Post receipts](0002-post.md)\n\nStatus: accepted\n")
				 ->count,
			 0);
}

static void one_record_is_never_split(void **state)
{
	(void)state;
	static const struct {
		const char *name, *text;
	} cases[] = {
		{"docs/adr/0007-tickets.md", "# 7. Tickets\n\n## Status\n\nAccepted\n\n## Context\n\nGates.\n\n"
					     "## Decision 1: Sign\n\nEd25519.\n\n## Decision 2: Print\n\nPaper.\n"},
		{"docs/adr/tickets.md",
		 "# Tickets\n\nStatus: accepted\n\n## D-1: Sign\n\nEd25519.\n\n## D-2: Print\n\nPaper.\n"},
		{"docs/adr/tickets.md", "# Tickets\n\n## Context\n\nGates.\n\n## Decision\n\n### D-1: Sign\n\nYes.\n\n"
					"### D-2: Print\n\nYes.\n"},
		{"docs/adr/tickets.md",
		 "# Tickets\n\n## Decision\n\nSign.\n\n## Options\n\n### ADR-1: Sign\n\nStatus: in use\n\n"
		 "### ADR-2: Print\n\nStatus: in use\n"},
		{"docs/adr/tickets.md", "# Tickets\n\n## Status\n\nAccepted\n\n## Decision\n\nSign.\n\n## Changelog\n\n"
					"### 2026-02-03\n\nDecided.\n\n### 2026-02-04\n\nPrinted.\n"},
		{"docs/adr/tickets.md",
		 "# Tickets\n\n## 1. Context\n\nGates.\n\n## 2. Decision\n\nSign.\n\n## 3. Status\n\nAccepted\n"},
		{"docs/adr/tickets.md", "# Tickets\n\n## Phase 1\n\nStatus: done\n\n## Phase 2\n\nStatus: open\n"},
		{"CHANGELOG.md", "# Changelog\n\n## 2026-02-03\n\n- Gates.\n\n## 2026-02-04\n\n- Tickets.\n"},
		{"docs/adr/README.md",
		 "# Architecture decisions\n\n## [ADR-1: Sign](0001-sign.md)\n\nStatus: accepted\n\n"
		 "## [ADR-2: Print](0002-print.md)\n\nStatus: accepted\n"},
		{"docs/adr/README.md",
		 "# Architecture decisions\n\n## ADR-1: Sign\n\nStatus: accepted, [text](0001-sign.md)\n\n"
		 "## ADR-2: Print\n\nStatus: accepted, [text](0002-print.md)\n"},
		{"docs/adr/README.md", "# Decisions\n\n## ADR-1: Sign\n\nStatus: accepted\n"},
		{"docs/adr/template.md",
		 "# Template\n\n## ADR-1: Title\n\nStatus: accepted\n\n## ADR-2: Title\n\nStatus: rejected\n"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const struct records *found = decisions_in(cases[i].name, cases[i].text);
		if (found->count != 0 || fixture.record.kind == KIND_LOG)
			fail_msg("case %zu (%s) is split into %zu", i, cases[i].name, found->count);
	}
}

static void one_decision_makes_a_log_that_says_so(void **state)
{
	(void)state;
	const char *text = "# Decision log: 2026-06-01\n\n## DL-001: Sign tickets\n\n### Decision\n\nEd25519.\n";
	assert_int_equal(decisions_in("docs/decision-log/2026-06-01.md", text)->count, 1);
	assert_str(decision(0)->title, "Sign tickets");
	assert_date(decision(0)->date, "2026-06-01");
	text = "# Tickets\n\n## DL-001: Sign tickets\n\n### Decision\n\nEd25519.\n";
	assert_int_equal(decisions_in("docs/tickets.md", text)->count, 0);
}

static void links_stay_in_the_log(void **state)
{
	(void)state;
	decisions_in("docs/decisions.md",
		     "# Decisions\n\n## D-1: Sign\n\nStatus: superseded by D-2\n\n"
		     "## D-2: Print\n\nStatus: accepted\n\nSee [the first](#d-1) and [rules](rules.md#d-1).\n");
	const struct links *links = &decision(0)->links;
	assert_int_equal(links->count, 1);
	assert_int_equal(links->item[0].kind, LINK_SUPERSEDED_BY);
	assert_int_equal(links->item[0].to_number, 2);
	links = &decision(1)->links;
	assert_int_equal(links->count, 2);
	assert_str(links->item[0].target, "#d-1");
	assert_str(links->item[0].file, "docs/decisions.md");
	assert_str(links->item[1].file, "docs/rules.md");
}

static void anchors_are_unique(void **state)
{
	(void)state;
	decisions_in("decisions.md", "# Decisions\n\n## 2026-01-01: X\n\na\n\n## 2026-01-01: X\n\nb\n\n"
				     "## 2026-01-01: X 1\n\nc\n\n## 2026-01-01 !\n\nd\n");
	assert_str(decision(0)->anchor, "2026-01-01-x");
	assert_str(decision(1)->anchor, "2026-01-01-x-1");
	assert_str(decision(2)->anchor, "2026-01-01-x-1-line-11");
	assert_str(decision(3)->anchor, "2026-01-01");
}

static void a_log_has_a_cap(void **state)
{
	(void)state;
	SCOPED(text_release) struct text text = {0};
	text_add_z(&text, "# Decisions\n");
	for (int i = 1; i <= 2500; i++)
		text_printf(&text, "\n## D-%d: X\n\nStatus: accepted\n", i);
	read_bytes_as("decisions.md", text_str(&text));
	assert_int_equal(fixture.decisions.count, 2000);
	assert_int_equal(decision(1999)->number, 2000);
	assert_int_equal(count_findings(RULE_FILE_TOO_COMPLEX, NULL), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(each_heading_with_an_id_is_a_decision, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(short_ids_dates_and_numbers_do_too, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(a_heading_gives_the_date, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(the_date_of_a_heading_with_marks_outlives_the_reader, read_set_up,
						read_tear_down),
		cmocka_unit_test_setup_teardown(plain_headings_with_a_status_each_make_a_log_that_says_so, read_set_up,
						read_tear_down),
		cmocka_unit_test_setup_teardown(one_record_is_never_split, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(one_decision_makes_a_log_that_says_so, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(links_stay_in_the_log, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(anchors_are_unique, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(a_log_has_a_cap, read_set_up, read_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
