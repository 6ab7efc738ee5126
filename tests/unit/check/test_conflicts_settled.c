/* SPDX-License-Identifier: MIT */
/* Which decisions take part, and what settles a conflict. */
#include "conflicts.h"

static void only_what_is_in_force_takes_part(void **state)
{
	(void)state;
	add(1, "drink", "+tea");
	add(101, "drink", "+coffee")->status = STATUS_PROPOSED;
	add(201, "drink", "+coffee")->status = STATUS_SUPERSEDED;
	add(301, "drink", "+coffee")->status = STATUS_REJECTED;
	add(401, "drink", "+coffee")->kind = KIND_TEMPLATE;
	assert_conflicts("");
	options.include_proposed = true;
	assert_conflicts("divergence drink: coffee(p1/1) tea(p0/1)");
}

static void records_without_a_status_count_when_they_decide(void **state)
{
	(void)state;
	add(1, "drink", "+tea");
	struct record *record = add(101, "drink", "+coffee");
	record->status = STATUS_NONE;
	assert_conflicts("");
	record->decision = STR("We drink coffee.");
	assert_conflicts("divergence drink: coffee(p1/1) tea(p0/1)");
}

static void superseded_records_are_left_out(void **state)
{
	(void)state;
	add(1, "drink", "+tea");
	add(101, "drink", "+coffee");
	link_to(add(102, "drink", "+tea"), LINK_SUPERSEDES, "p1/1");
	assert_conflicts("");
	records.count = 0;
	add(1, "drink", "+tea");
	link_to(add(101, "drink", "+coffee"), LINK_SUPERSEDED_BY, "p1/9");
	assert_conflicts("");
}

static void amendments_count_for_their_subject(void **state)
{
	(void)state;
	add(1, "drink", "+tea");
	add(101, "drink", "+coffee");
	struct record *amendment = add(102, "extra", "+coffee");
	link_to(amendment, LINK_AMENDS, "p1/1");
	assert_conflicts("divergence drink: coffee(p1/1) tea(p0/1)");
	add_claim(amendment, "drink", STR("+tea"), (struct str){0});
	assert_conflicts("");
}

static void a_project_that_contradicts_itself_is_told(void **state)
{
	(void)state;
	add(1, "drink", "+tea");
	add(2, "drink", "+coffee -tea");
	add(101, "drink", "+coffee");
	assert_conflicts("contradiction drink inside: coffee(p0/2!tea) tea(p0/1)");
	add(201, "drink", "+tea");
	assert_conflicts("contradiction drink: coffee(p0/2!tea p1/1) tea(p2/1)\n"
			 "contradiction drink inside: coffee(p0/2!tea) tea(p0/1)");
}

/* --- settling ----------------------------------------------------------------------------------------------------- */

static struct waiver *add_waiver(const char *subject, const char *until)
{
	struct waiver *waiver = LIST_ADD(arena, &settings.waivers);
	*waiver = (struct waiver){.subject = str_of(subject), .reason = STR("known"), .until = make_date(until)};
	return waiver;
}

static void waivers_hold_until_their_day(void **state)
{
	(void)state;
	static const struct {
		const char *subject, *until, *expected;
	} cases[] = {
		{"drink", NULL, "divergence drink waived: coffee(p1/1) tea(p0/1)"},
		{"drink", "2026-11-20", "divergence drink waived: coffee(p1/1) tea(p0/1)"},
		{"drink", "2026-11-19", "divergence drink: coffee(p1/1) tea(p0/1)"},
		{"extra", NULL, "divergence drink: coffee(p1/1) tea(p0/1)"},
	};
	add(1, "drink", "+tea");
	add(101, "drink", "+coffee");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		settings.waivers.count = 0;
		add_waiver(cases[i].subject, cases[i].until);
		assert_conflicts(cases[i].expected);
	}
}

/* A waiver puts decisions aside; the conflict is waived when what is left agrees. */
static void waivers_put_decisions_aside(void **state)
{
	(void)state;
	add(1, "drink", "+tea");
	add(101, "drink", "+coffee");
	add(201, "drink", "+cocoa");
	struct waiver *waiver = add_waiver("drink", NULL);
	*LIST_ADD(arena, &waiver->projects) = STR("p1");
	assert_conflicts("divergence drink: cocoa(p2/1) coffee(p1/1) tea(p0/1)");
	*LIST_ADD(arena, &waiver->records) = STR("p2/1");
	assert_conflicts("divergence drink waived: cocoa(p2/1) coffee(p1/1) tea(p0/1)");
	assert_string_equal(found.item[0].waived->reason.at, "known");
}

static void standards_are_shown_with_the_conflict(void **state)
{
	(void)state;
	add(1, "drink", "+tea @morning");
	add(101, "drink", "+coffee @morning");
	struct standard *standard = LIST_ADD(arena, &settings.standards);
	*standard = (struct standard){.subject = STR("drink"), .option = STR("tea"), .scope = STR("evening")};
	assert_conflicts("divergence drink@morning: coffee(p1/1) tea(p0/1)");
	standard->scope = (struct str){0};
	assert_conflicts("divergence drink@morning standard error: coffee(p1/1^) tea(p0/1)");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(only_what_is_in_force_takes_part),
		TEST(records_without_a_status_count_when_they_decide),
		TEST(superseded_records_are_left_out),
		TEST(amendments_count_for_their_subject),
		TEST(a_project_that_contradicts_itself_is_told),
		TEST(waivers_hold_until_their_day),
		TEST(waivers_put_decisions_aside),
		TEST(standards_are_shown_with_the_conflict),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
