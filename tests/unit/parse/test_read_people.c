/* SPDX-License-Identifier: MIT */
#include "read.h"

/* "role:name" of everybody, one per line. */
static void assert_people(const char *text, const char *want)
{
	struct str got = {0};
	const struct record *record = read_text(text);
	LIST_EACH (struct person, person, &record->people)
		got = arena_printf(fixture.arena, "%.*s%s:%.*s\n", STR_ARG(got), role_name(person->role),
				   STR_ARG(person->name));
	assert_str(got, want);
}

static void lists_of_all_kinds_are_split(void **state)
{
	(void)state;
	assert_people("# X\n\n* Deciders: Ann Lee, Bob Ray and Cy Du\n",
		      "decider:Ann Lee\ndecider:Bob Ray\ndecider:Cy Du\n");
	assert_people("# X\n\nAuthors: @ann @bob\n", "author:ann\nauthor:bob\n");
	assert_people("# X\n\n**Stakeholders**:\n    - Ann Lee\n    - Bob Ray\n",
		      "stakeholder:Ann Lee\nstakeholder:Bob Ray\n");
	assert_people("# X\n\n- Reviewers:\n  - Ann Lee\n  - Bob Ray\n- Date: 2024-01-02\n",
		      "reviewer:Ann Lee\nreviewer:Bob Ray\n");
	assert_people("---\ndecision-makers: [Ann Lee, Bob Ray]\nconsulted: Cy Du\ninformed: {}\n---\n# X\n",
		      "decider:Ann Lee\ndecider:Bob Ray\nconsulted:Cy Du\n");
	assert_people("# X\n\nDecision Makers: Platform & Data Team\n", "decider:Platform\ndecider:Data Team\n");
	assert_people("# X\n\nEntscheider: Ann Lee und Bob Ray\n", "decider:Ann Lee\ndecider:Bob Ray\n");
}

static void names_lose_what_is_no_name(void **state)
{
	(void)state;
	assert_people("# X\n\nAuthor: [@ann](https://git.example/ann) <ann@example.org>\n", "author:ann\n");
	assert_people("# X\n\nOwner: Ann Lee (Lead, Platform)\n", "owner:Ann Lee\n");
	assert_people("# X\n\nOwners: Buoy Team, Pia Nowak (lead)\n", "owner:Buoy Team\nowner:Pia Nowak\n");
	assert_people("# X\n\nApproved by: Ann Lee - CTO\n", "approver:Ann Lee\n");
	assert_people("# X\n\nDeciders: Ann&#x20;Lee, Bob&#39;s Crew,&#x20;Cy Du\n",
		      "decider:Ann Lee\ndecider:Bob's Crew\ndecider:Cy Du\n");
	assert_people("# X\n\nDeciders: ann.lee@example.org, <bob@example.org>, [Cy Du](mailto:cy@example.org)\n",
		      "decider:ann.lee\ndecider:bob\ndecider:Cy Du\n");
	assert_people("# X\n\nDeciders: Dr. Ann Lee, J. Doe\n", "decider:Dr. Ann Lee\ndecider:J. Doe\n");
}

static void tables_and_nested_labels_name_people(void **state)
{
	(void)state;
	assert_people("# X\n\n## RACI\n\n| Responsible | Accountable | Consulted | Informed |\n|---|---|---|---|\n"
		      "| Ann Lee | Bob Ray | Cy Du | Harbour Team |\n",
		      "owner:Ann Lee\ndecider:Bob Ray\nconsulted:Cy Du\ninformed:Harbour Team\n");
	assert_people(
		"# X\n\n## RACI\n\n| Role | Who |\n|---|---|\n| Responsible | Ann Lee |\n| Accountable | Bob Ray |\n",
		"owner:Ann Lee\ndecider:Bob Ray\n");
	assert_people(
		"# X\n\n## Approvals\n\n| Name | Date | Decision |\n|---|---|---|\n| Ann Lee | 2024-01-02 | yes |\n",
		"approver:Ann Lee\n");
	assert_people("---\nreview:\n  by: 2027-01-02\n  approvals: [\"@ann\"]\n---\n# X\n", "approver:ann\n");
	assert_people(
		"# X\n\n## Approval\n\n**Approved by**: Ann Lee\n**Date**: October 12, 2025\n**Confidence**: 90%\n",
		"approver:Ann Lee\n");
	assert_people("# X\n\n## Deciders\n\n- Release team: Ann Lee\n- Bob Ray\n",
		      "decider:Ann Lee\ndecider:Bob Ray\n");
	assert_people("# X\n\n* Decider's: Ann Lee\n* Aproved by: Bob Ray\n", "decider:Ann Lee\napprover:Bob Ray\n");
}

static void lists_go_on_behind_a_comma(void **state)
{
	(void)state;
	assert_people("# X\n\n- Authors: Ann Lee, Bob Ray,\n  Cy Du\n- Date: 2024-01-02\n",
		      "author:Ann Lee\nauthor:Bob Ray\nauthor:Cy Du\n");
	assert_people("# X\n\nAuthors: Ann Lee,\nBob Ray\nDate: 2024-01-02\n", "author:Ann Lee\nauthor:Bob Ray\n");
	assert_date(fixture.record.date, "2024-01-02");
}

static void nested_mappings_tell_of_the_record_or_of_something_else(void **state)
{
	(void)state;
	assert_people("---\nadr:\n  status: accepted\n  deciders: [Ann Lee]\n---\n# X\n", "decider:Ann Lee\n");
	assert_people("---\nstatus: accepted\nprovenance:\n  authoredBy: machine\n---\n# X\n", "");
}

static void placeholders_are_nobody(void **state)
{
	(void)state;
	assert_people("# X\n\nDeciders: [Name], TBD, {list everyone}, n/a\n", "");
	assert_people("# X\n\nDeciders: [name one, name two]\n", "");
	assert_people("# X\n\nDeciders: [Ann Lee, Bob Ray]\n", "decider:Ann Lee\ndecider:Bob Ray\n");
	assert_people("# X\n\n## Approval\n\n| Role | Name | Date |\n|---|---|---|\n| CTO | [Name] | 2024-01-02 |\n"
		      "| Lead | Ann Lee | 2024-01-02 |\n",
		      "approver:Ann Lee\n");
}

static void prose_names_nobody(void **state)
{
	(void)state;
	assert_people("# X\n\n## Consequences\n\n- **Owner**: whoever is on duty looks at it\n\nAuthor: nobody cares\n",
		      "");
	assert_people("# X\n\nDate: 2024-01-02\nAuthor: An author is who wrote a logbook. Names are not unique\n", "");
	assert_people(
		"# X\n\n## Stakeholders\n\nStakeholders of the quay include all those who live beside it, and fish\n",
		"");
	assert_people("# X\n\nDeciders: (please add yours), ?\n", "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(lists_of_all_kinds_are_split, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(names_lose_what_is_no_name, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(tables_and_nested_labels_name_people, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(lists_go_on_behind_a_comma, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(nested_mappings_tell_of_the_record_or_of_something_else, read_set_up,
						read_tear_down),
		cmocka_unit_test_setup_teardown(placeholders_are_nobody, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(prose_names_nobody, read_set_up, read_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
