/* SPDX-License-Identifier: MIT */
/* What records themselves say: declared subjects, and links to what they conflict with. */
#include "conflicts.h"

static struct record *titled(size_t number, const char *subject, const char *claims, const char *title)
{
	struct record *record = add(number, subject, claims);
	record->title = str_of(title);
	return record;
}

static void a_link_makes_an_entry_of_its_own(void **state)
{
	(void)state;
	titled(1, "drink", "", "Early tea");
	link_to(titled(101, "drink", "", "No drinks"), LINK_CONFLICTS_WITH, "p0/1");
	assert_conflicts("contradiction p0/1 and p1/1: Early tea(p0/1) No drinks(p1/1!Early tea)");
	assert_int_equal(found.item[0].basis, CLAIM_DECLARED);
	assert_true(found.item[0].confidence >= 1);
}

static void both_may_say_so(void **state)
{
	(void)state;
	link_to(titled(1, "drink", "", "Early tea"), LINK_CONFLICTS_WITH, "p1/1");
	link_to(titled(101, "drink", "", "No drinks"), LINK_CONFLICTS_WITH, "p0/1");
	assert_conflicts("contradiction p0/1 and p1/1: Early tea(p0/1!No drinks) No drinks(p1/1)");
}

/* A divergence that one of the two calls a conflict is one. */
static void a_link_makes_an_entry_certain(void **state)
{
	(void)state;
	titled(1, "drink", "+tea", "Tea");
	assert_conflicts("");
	link_to(titled(101, "drink", "+coffee", "Coffee"), LINK_CONFLICTS_WITH, "p0/1");
	assert_conflicts("contradiction drink: coffee(p1/1!tea) tea(p0/1)");
	assert_int_equal(found.item[0].basis, CLAIM_DECLARED);
	assert_int_equal(found.item[0].severity, SEVERITY_WARNING);
}

static void records_that_do_not_hold_oppose_nobody(void **state)
{
	(void)state;
	titled(1, "drink", "", "Early tea")->status = STATUS_DEPRECATED;
	link_to(titled(101, "drink", "", "No drinks"), LINK_CONFLICTS_WITH, "p0/1");
	assert_conflicts("");
	records.item[0].status = STATUS_ACCEPTED;
	link_to(titled(2, "drink", "", "Late tea"), LINK_SUPERSEDES, "p0/1");
	assert_conflicts("");
}

static void links_to_nowhere_and_to_oneself_say_nothing(void **state)
{
	(void)state;
	struct record *record = titled(1, "drink", "+tea", "Tea");
	link_to(record, LINK_CONFLICTS_WITH, "p0/1");
	link_to(record, LINK_CONFLICTS_WITH, "");
	link_to(record, LINK_CONFLICTS_WITH, "p4/9");
	assert_conflicts("");
}

/* No catalogue knows the subject; both records do. */
static void a_declared_subject_needs_no_catalogue(void **state)
{
	(void)state;
	add(1, "tide-table", "+paper")->claims.item[0].basis = CLAIM_DECLARED;
	add(101, "tide-table", "+screen")->claims.item[0].basis = CLAIM_DECLARED;
	assert_conflicts("divergence tide-table: paper(p0/1) screen(p1/1)");
	assert_int_equal(found.item[0].basis, CLAIM_DECLARED);
	add_claim(&records.item[1], "tide-table", STR("-paper"), (struct str){0});
	assert_conflicts("contradiction tide-table: paper(p0/1) screen(p1/1!paper)");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(a_link_makes_an_entry_of_its_own),
		TEST(both_may_say_so),
		TEST(a_link_makes_an_entry_certain),
		TEST(records_that_do_not_hold_oppose_nobody),
		TEST(links_to_nowhere_and_to_oneself_say_nothing),
		TEST(a_declared_subject_needs_no_catalogue),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
