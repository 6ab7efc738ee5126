/* SPDX-License-Identifier: MIT */
#include "read.h"

struct case_row {
	const char *text;
	enum status status;
	const char *words;
	uint32_t line;
};

static void check(const struct case_row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct record *record = read_text(rows[i].text);
		if (record->status != rows[i].status)
			fail_msg("status %d of: %s", (int)record->status, rows[i].text);
		assert_str(record->status_text, rows[i].words);
		assert_int_equal(record->status_at.line, rows[i].line);
	}
}

#define CHECK(rows) check(rows, sizeof(rows) / sizeof *(rows))

static void every_dialect_states_it(void **state)
{
	(void)state;
	static const struct case_row rows[] = {
		{"---\nstatus: accepted\n---\n# X\n", STATUS_ACCEPTED, "accepted", 2},
		{"---\nstatus: {accepted}\n---\n# X\n", STATUS_ACCEPTED, "accepted", 2},
		{"# X\n\n## Status\n\nAccepted\n", STATUS_ACCEPTED, "Accepted", 5},
		{"# X\n\n## Status\nAccepted\n", STATUS_ACCEPTED, "Accepted", 4},
		{"# X\n\n* Status: proposed\n", STATUS_PROPOSED, "proposed", 3},
		{"# X\n\n**Status:** Draft\n", STATUS_DRAFT, "Draft", 3},
		{"# X\n\n**Status**: Rejected\n", STATUS_REJECTED, "Rejected", 3},
		{"# X\n\n- *Status:* **Deprecated**\n", STATUS_DEPRECATED, "Deprecated", 3},
		{"# X\n\nStatus: Approved\n", STATUS_ACCEPTED, "Approved", 3},
		{"# X\n\n| Status | Accepted |\n|---|---|\n| Date | 2024-01-02 |\n", STATUS_ACCEPTED, "Accepted", 3},
		{"# X\n\n> | | |\n> |---|---|\n> | Status | `RFC` |\n", STATUS_PROPOSED, "RFC", 5},
		{"# X\n\n| Date | Status | Author |\n|---|---|---|\n| 2024-01-02 | Adopted | Ann |\n", STATUS_ACCEPTED,
		 "Adopted", 5},
		{"# X\n\n## Status\n\n![Accepted](https://img.example/badge.svg)\n", STATUS_ACCEPTED, "Accepted", 5},
		{"# X\n\n## Status\n\n- [ ] Proposed\n- [x] Accepted\n", STATUS_ACCEPTED, "Accepted", 6},
		{"# X\n\n**Status:** \xE2\x9C\x85 **Accepted** (2026-04-17, by all)\n", STATUS_ACCEPTED,
		 "\xE2\x9C\x85 Accepted (2026-04-17, by all)", 3},
		{"# X\n\n__Status__ Accepted\n", STATUS_ACCEPTED, "Accepted", 3},
		{"# X\n\nStatus - Accepted\n", STATUS_ACCEPTED, "Accepted", 3},
		{"# X\n\n**Status:** Accepted | **Date:** 2026-04-17\n", STATUS_ACCEPTED, "Accepted", 3},
		{"# X\n\n![](https://img.example/badge/status-accepted-green.svg)\n\n## Status\n\n"
		 "![](https://img.example/badge/accepted-green.svg)\n",
		 STATUS_ACCEPTED, "accepted-green", 7},
		{"# X\n\n## Status\n\n[![Any "
		 "badge](https://img.example/badge/ADR/approved/green/)](https://x.example)\n",
		 STATUS_ACCEPTED, "approved", 5},
		{"# X\n\n## Status: Proposed\n\n## Context\n\nAll agreed on this.\n", STATUS_PROPOSED, "Proposed", 3},
		{"# [Superseded by ADR-7] X\n", STATUS_SUPERSEDED, "Superseded by ADR-7", 1},
		{"# DRAFT: X\n", STATUS_DRAFT, "DRAFT", 1},
		{"# X\n\n<!-- Status: Proposed -->\n\nStatus: Accepted\n", STATUS_ACCEPTED, "Accepted", 5},
	};
	CHECK(rows);
}

static void the_word_that_holds_now_counts(void **state)
{
	(void)state;
	static const struct case_row rows[] = {
		{"# X\n\nStatus: Accepted, superseded by ADR-12\n", STATUS_SUPERSEDED, "Accepted, superseded by ADR-12",
		 3},
		{"# X\n\nStatus: Accepted (supersedes ADR 3)\n", STATUS_ACCEPTED, "Accepted (supersedes ADR 3)", 3},
		{"# X\n\nStatus: Accepted, amended by ADR 4\n", STATUS_ACCEPTED, "Accepted, amended by ADR 4", 3},
		{"# X\n\nStatus: Accepted, partially superseded by ADR 4\n", STATUS_ACCEPTED,
		 "Accepted, partially superseded by ADR 4", 3},
		{"# X\n\nStatus: Draft (Not implemented)\n", STATUS_DRAFT, "Draft (Not implemented)", 3},
		{"# X\n\nStatus: Accepted (2020-03-01)\n", STATUS_ACCEPTED, "Accepted (2020-03-01)", 3},
		{"# X\n\nStatus: Superseded by [ADR-0012](0012-y.md)\n", STATUS_SUPERSEDED, "Superseded by ADR-0012",
		 3},
		{"# X\n\nStatus: Accepted, supersedes ADR-3\n", STATUS_ACCEPTED, "Accepted, supersedes ADR-3", 3},
		{"# X\n\nStatus: Proposed -> Accepted\n", STATUS_ACCEPTED, "Proposed -> Accepted", 3},
		{"# X\n\n## Status\n\n~~Proposed~~\n\nAccepted\n", STATUS_ACCEPTED, "Accepted", 7},
		{"# X\n\n## Status\n\n| Date | Status |\n|---|---|\n| 2024-01-02 | Proposed |\n| 2024-02-03 | Accepted "
		 "|\n",
		 STATUS_ACCEPTED, "2024-02-03 | Accepted", 8},
		{"# X\n\n## Status\n\nAccepted\n\nWe rejected two drafts of this before it was agreed upon by all.\n",
		 STATUS_ACCEPTED, "Accepted", 5},
		{"# X\n\n## Status\n\nAccepted. It will be deprecated once the harbour is closed.\n", STATUS_ACCEPTED,
		 "Accepted", 5},
		{"# X\n\nStatus: ~~Accepted~~ Superseded\n", STATUS_SUPERSEDED, "Superseded", 3},
		{"# X\n\n## Status\n\nAccepted\n\nSuperseded by [B](b.md)\n", STATUS_SUPERSEDED, "Superseded by B", 7},
		{"# X\n\n## Status\n\n2024-01-02 proposed\n\n2024-02-03 accepted\n", STATUS_ACCEPTED,
		 "2024-02-03 accepted", 7},
		{"# X\n\n## Status\n\nAccepted. This record was renumbered from 0038, so that [ADR-0038](38.md) is "
		 "free.\n",
		 STATUS_ACCEPTED, "Accepted", 5},
	};
	CHECK(rows);
}

static void a_template_line_is_none(void **state)
{
	(void)state;
	static const struct case_row rows[] = {
		{"# X\n\nStatus: Proposed | Accepted | Rejected\n", STATUS_NONE, "", 0},
		{"# X\n\n## Status\n\n- Proposed\n- Accepted\n- Superseded\n", STATUS_NONE, "", 0},
		{"# X\n\nStatus: RFC by dd/mm/yyyy, Proposed, In Discussion, Withdrawn, Rejected, Accepted, "
		 "Superseded\n",
		 STATUS_NONE, "", 0},
		{"# X\n\n- Status: Proposed [Proposed, Accepted, Rejected, Superseded, etc.]\n", STATUS_PROPOSED,
		 "Proposed", 3},
		{"---\nstatus: \"{proposed | rejected | accepted}\"\n---\n# X\n", STATUS_NONE, "", 0},
		{"# X\n\n## Status\n\n## Context\n\nIt was accepted by all.\n", STATUS_NONE, "", 0},
	};
	CHECK(rows);
}

static void every_language_is_understood(void **state)
{
	(void)state;
	static const struct case_row rows[] = {
		{"# X\n\n## Status\n\nAngenommen\n", STATUS_ACCEPTED, "Angenommen", 5},
		{"# X\n\n* Statut : Accept\xC3\xA9\n", STATUS_ACCEPTED, "Accept\xC3\xA9", 3},
		{"# X\n\n## Estado\n\nReemplazado por ADR-3\n", STATUS_SUPERSEDED, "Reemplazado por ADR-3", 5},
		{"# X\n\n## Status\n\nRejeitado\n", STATUS_REJECTED, "Rejeitado", 5},
		{"# X\n\n## Stato\n\nAccettato\n", STATUS_ACCEPTED, "Accettato", 5},
		{"# X\n\nStatus: vervangen\n", STATUS_SUPERSEDED, "vervangen", 3},
		{"# X\n\nStatus: Zaakceptowany\n", STATUS_ACCEPTED, "Zaakceptowany", 3},
		{"# X\n\n## "
		 "\xD0\xA1\xD1\x82\xD0\xB0\xD1\x82\xD1\x83\xD1\x81\n\n\xD0\x9F\xD1\x80\xD0\xB8\xD0\xBD\xD1\x8F\xD1\x82"
		 "\xD0\xBE\n",
		 STATUS_ACCEPTED, "\xD0\x9F\xD1\x80\xD0\xB8\xD0\xBD\xD1\x8F\xD1\x82\xD0\xBE", 5},
		{"# X\n\n## \xE7\x8A\xB6\xE6\x80\x81\n\n\xE5\xB7\xB2\xE6\x8E\xA5\xE5\x8F\x97\n", STATUS_ACCEPTED,
		 "\xE5\xB7\xB2\xE6\x8E\xA5\xE5\x8F\x97", 5},
		{"# X\n\n## \xE3\x82\xB9\xE3\x83\x86\xE3\x83\xBC\xE3\x82\xBF\xE3\x82\xB9\n\n\xE6\x89\xBF\xE8\xAA\x8D\n",
		 STATUS_ACCEPTED, "\xE6\x89\xBF\xE8\xAA\x8D", 5},
	};
	CHECK(rows);
}

static void folding_and_slips_do_no_harm(void **state)
{
	(void)state;
	static const struct case_row rows[] = {
		{"# X\n\n## STATUS\n\nACCEPTED!\n", STATUS_ACCEPTED, "ACCEPTED!", 5},
		{"# X\n\n## \xF0\x9F\x9A\xA6 Status\n\n\xF0\x9F\x9F\xA2 accepted\n", STATUS_ACCEPTED,
		 "\xF0\x9F\x9F\xA2 accepted", 5},
		{"# X\n\nStatut : ACCEPTE\n", STATUS_ACCEPTED, "ACCEPTE", 3},
		{"# X\n\nStatus: Acceptde\n", STATUS_ACCEPTED, "Acceptde", 3},
		{"# X\n\nStatus: Acceptd\n", STATUS_ACCEPTED, "Acceptd", 3},
		{"# X\n\nStatus: Superceeded\n", STATUS_SUPERSEDED, "Superceeded", 3},
	};
	CHECK(rows);
	assert_int_equal(count_findings(RULE_STATUS_UNKNOWN, NULL), 1);
}

static void an_unknown_word_is_kept(void **state)
{
	(void)state;
	const struct record *record = read_text("# X\n\n## Status\n\nSimmering\n");
	assert_int_equal(record->status, STATUS_NONE);
	assert_str(record->status_text, "Simmering");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_dialect_states_it, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(the_word_that_holds_now_counts, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(a_template_line_is_none, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(every_language_is_understood, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(folding_and_slips_do_no_harm, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(an_unknown_word_is_kept, read_set_up, read_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
