/* SPDX-License-Identifier: MIT */
/* What values say they were read from. */
#include "read.h"

static const char *name_of(uint8_t basis)
{
	const char *name = value_basis_name((enum value_basis)basis);
	return name ? name : "-";
}

static void assert_bases(const char *title, const char *number, const char *status, const char *date,
			 const char *review)
{
	const struct record_bases *basis = &fixture.record.basis;
	assert_string_equal(name_of(basis->title), title);
	assert_string_equal(name_of(basis->number), number);
	assert_string_equal(name_of(basis->status), status);
	assert_string_equal(name_of(basis->date), date);
	assert_string_equal(name_of(basis->review), review);
}

static void the_header_knows_where_it_stood(void **state)
{
	(void)state;
	read_text("# 7. Sign tickets\n\nDate: 2026-02-03\n\n## Status\n\nAccepted\n\n## Decision\n\nEd25519.\n");
	assert_bases("heading", "file-name", "section", "label", "-");
	read_as("docs/adr/tickets.md", "---\nstatus: accepted\ndate: 2026-02-03\nreview-by: 2026-08-03\n---\n\n"
				       "# ADR 7: Sign tickets\n\n## Decision\n\nEd25519.\n");
	assert_bases("heading", "heading", "front-matter", "front-matter", "front-matter");
	read_as("docs/adr/tickets.md",
		"# Tickets\n\n| Status | Accepted |\n|---|---|\n| Date | 2026-02-03 |\n\nYes.\n");
	assert_bases("heading", "-", "table", "table", "-");
	read_as("docs/adr/2026-02-03-sign-tickets.md", "## Status\n\nAccepted\n\n## Decision\n\nEd25519.\n");
	assert_bases("file-name", "-", "section", "file-name", "-");
	read_text("# Tickets\n\n**Status:** Accepted (2026-02-03)\n\n**Next review:** in 6 months\n\n## "
		  "Decision\n\nYes.\n");
	assert_bases("heading", "file-name", "label", "label", "computed");
	read_text("# Tickets\n\n**Status:** Accepted\n\n**Next review:** 03.08.26\n\n## Decision\n\nYes.\n");
	assert_bases("heading", "file-name", "label", "-", "label");
}

static void entries_do_too(void **state)
{
	(void)state;
	const struct record *record =
		read_text("# 7. Sign tickets\n\nDate: 2026-02-03\nDeciders: Ada Quay\n\n"
			  "## Context\n\nSee [the gates](0003-gates.md).\n\n"
			  "## Considered Options\n\n* Ed25519\n* RSA\n* HMAC\n\n"
			  "## Decision Outcome\n\nChosen option: \"Ed25519\", because it is short.\n\n"
			  "## Links\n\n* Supersedes [old](0002-old.md)\n");
	assert_string_equal(name_of(record->dates.item[0].basis), "label");
	assert_string_equal(name_of(record->people.item[0].basis), "label");
	assert_int_equal(record->links.count, 2);
	assert_string_equal(name_of(record->links.item[0].basis), "prose");
	assert_string_equal(name_of(record->links.item[1].basis), "section");
	assert_int_equal(record->options.count, 3);
	assert_string_equal(name_of(record->options.item[0].basis), "list");
	assert_string_equal(name_of(record->options.item[0].stance_basis), "label");
	assert_int_equal(record->options.item[1].stance, STANCE_CONSIDERED);
	assert_string_equal(name_of(record->options.item[1].stance_basis), "-");
}

static void a_sentence_is_a_guess(void **state)
{
	(void)state;
	const struct record *record =
		read_text("# 7. Sign tickets\n\n## Status\n\nAccepted\n\n## Decision\n\nWe will use Ed25519.\n");
	assert_int_equal(record->options.count, 1);
	assert_string_equal(name_of(record->options.item[0].basis), "prose");
	assert_true(basis_is_guess((enum value_basis)record->options.item[0].stance_basis));
	assert_false(basis_is_guess(BASIS_LIST));
}

static void decisions_in_a_log_know_theirs(void **state)
{
	(void)state;
	read_as("decisions.md",
		"# Decisions\n\n## D-1: Sign (2026-02-03)\n\nYes.\n\n## D-2: Print\n\n**Status:** accepted\n");
	fixture.record = fixture.decisions.item[0];
	assert_bases("heading", "heading", "-", "heading", "-");
	fixture.record = fixture.decisions.item[1];
	assert_bases("heading", "heading", "label", "-", "-");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_header_knows_where_it_stood, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(entries_do_too, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(a_sentence_is_a_guess, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(decisions_in_a_log_know_theirs, read_set_up, read_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
