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
}

static void placeholders_are_nobody(void **state)
{
	(void)state;
	assert_people("# X\n\nDeciders: [Name], TBD, {list everyone}, n/a\n", "");
	assert_people("# X\n\n## Approval\n\n| Role | Name | Date |\n|---|---|---|\n| CTO | [Name] | 2024-01-02 |\n"
		      "| Lead | Ann Lee | 2024-01-02 |\n",
		      "approver:Ann Lee\n");
}

static void prose_names_nobody(void **state)
{
	(void)state;
	assert_people("# X\n\n## Consequences\n\n- **Owner**: whoever is on duty looks at it\n\nAuthor: nobody cares\n",
		      "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(lists_of_all_kinds_are_split, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(names_lose_what_is_no_name, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(placeholders_are_nobody, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(prose_names_nobody, read_set_up, read_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
