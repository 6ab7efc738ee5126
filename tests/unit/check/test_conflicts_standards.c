/* SPDX-License-Identifier: MIT */
/* What the organisation has settled: standards, and the project whose decisions bind the others. */
#include "conflicts.h"

static struct standard *add_standard(const char *option, const char *scope)
{
	struct standard *standard = LIST_ADD(arena, &settings.standards);
	*standard = (struct standard){.subject = STR("drink"), .option = str_of(option), .scope = str_of(scope)};
	return standard;
}

static void every_deviation_is_an_error(void **state)
{
	(void)state;
	add(1, "drink", "+tea");
	add(101, "drink", "+coffee -tea");
	add(201, "drink", "+cocoa");
	add_standard("tea", "");
	assert_conflicts("contradiction drink standard error: cocoa(p2/1^) coffee(p1/1^!tea) tea(p0/1)");
	assert_true(conflict_fails(&found.item[0], false));
}

/* Where nobody disagrees with anybody there is still the standard. */
static void all_may_deviate_in_the_same_way(void **state)
{
	(void)state;
	add(1, "drink", "+coffee");
	add(101, "drink", "+coffee");
	assert_conflicts("");
	add_standard("tea", "");
	assert_conflicts("divergence drink standard error: coffee(p0/1^ p1/1^)");
	records.count = 1;
	assert_conflicts("divergence drink standard error: coffee(p0/1^)");
}

static void a_kind_of_the_standard_follows_it(void **state)
{
	(void)state;
	add(1, "drink", "+assam");
	add(101, "drink", "+green-tea -assam");
	add_standard("tea", "");
	assert_conflicts("contradiction drink standard: assam(p0/1) green-tea(p1/1!assam)");
	assert_int_equal(found.item[0].severity, SEVERITY_INFO);
	assert_false(conflict_fails(&found.item[0], true));
}

static void who_chose_the_standard_among_others_follows_it(void **state)
{
	(void)state;
	add(1, "drink", "+tea +coffee");
	add_standard("tea", "");
	assert_conflicts("");
}

/* A standard for the evening says nothing about the morning, nor to those who did not say which they mean. */
static void a_standard_binds_within_its_scope(void **state)
{
	(void)state;
	add(1, "drink", "+coffee @morning");
	add(101, "drink", "+coffee @evening");
	add(201, "drink", "+coffee");
	add_standard("tea", "evening");
	assert_conflicts("divergence drink@evening standard error: coffee(p1/1^)");
	add_standard("cocoa", "");
	assert_conflicts("divergence drink standard error: coffee(p2/1^)\n"
			 "divergence drink@evening standard error: coffee(p1/1^)\n"
			 "divergence drink@morning standard error: coffee(p0/1^)");
}

static void the_authority_binds_the_others(void **state)
{
	(void)state;
	add(1, "drink", "+coffee -tea");
	add(101, "drink", "+tea");
	add(201, "drink", "+coffee");
	*LIST_ADD(arena, &settings.authorities) = STR("p1");
	assert_conflicts("contradiction drink authority error: coffee(p0/1^!tea p2/1^) tea(p1/1)");
	assert_string_equal(found.item[0].authority->id.at, "p1/1");
	add_standard("coffee", "");
	assert_conflicts("contradiction drink standard error: coffee(p0/1!tea p2/1) tea(p1/1^)");
	assert_null(found.item[0].authority);
}

static void of_several_authorities_the_first_that_decided_counts(void **state)
{
	(void)state;
	add(1, "drink", "+coffee");
	add(101, "drink", "+tea");
	add(201, "drink", "+cocoa");
	*LIST_ADD(arena, &settings.authorities) = STR("p5");
	*LIST_ADD(arena, &settings.authorities) = STR("p2");
	*LIST_ADD(arena, &settings.authorities) = STR("p0");
	assert_conflicts("divergence drink authority error: cocoa(p2/1) coffee(p0/1^) tea(p1/1^)");
}

static void a_proposal_of_the_authority_binds_nobody(void **state)
{
	(void)state;
	add(1, "drink", "+tea");
	add(101, "drink", "+coffee")->status = STATUS_PROPOSED;
	*LIST_ADD(arena, &settings.authorities) = STR("p1");
	options.include_proposed = true;
	assert_conflicts("divergence drink: coffee(p1/1) tea(p0/1)");
	assert_true(found.item[0].camps.item[0].decisions.item[0].proposed);
	assert_false(found.item[0].camps.item[1].decisions.item[0].proposed);
}

/* The waiver has to cover all that deviate: those who follow the standard need none. */
static void waivers_cover_deviations(void **state)
{
	(void)state;
	add(1, "drink", "+coffee");
	add(101, "drink", "+coffee");
	add_standard("tea", "");
	struct waiver *waiver = LIST_ADD(arena, &settings.waivers);
	*waiver = (struct waiver){.subject = STR("drink"), .reason = STR("known")};
	*LIST_ADD(arena, &waiver->projects) = STR("p1");
	assert_conflicts("divergence drink standard error: coffee(p0/1^ p1/1^)");
	*LIST_ADD(arena, &waiver->projects) = STR("p0");
	assert_conflicts("divergence drink waived standard error: coffee(p0/1^ p1/1^)");
	assert_false(conflict_fails(&found.item[0], true));
}

static void what_nothing_settles_warns_or_informs(void **state)
{
	(void)state;
	add(1, "drink", "+tea");
	add(101, "drink", "+coffee");
	assert_conflicts("divergence drink: coffee(p1/1) tea(p0/1)");
	assert_int_equal(found.item[0].severity, SEVERITY_INFO);
	assert_false(conflict_fails(&found.item[0], false));
	assert_true(conflict_fails(&found.item[0], true));
	add(201, "drink", "+cocoa -tea");
	assert_conflicts("contradiction drink: cocoa(p2/1!tea) coffee(p1/1) tea(p0/1)");
	assert_int_equal(found.item[0].severity, SEVERITY_WARNING);
	assert_true(conflict_fails(&found.item[0], false));
}

static void the_newest_decision_is_marked(void **state)
{
	(void)state;
	add(1, "drink", "+tea")->date = make_date("2026-01-01");
	add(101, "drink", "+coffee");
	add(201, "drink", "+cocoa")->date = make_date("2026-05-01");
	assert_conflicts("divergence drink: cocoa(p2/1) coffee(p1/1) tea(p0/1)");
	assert_true(found.item[0].camps.item[0].decisions.item[0].newest);
	assert_false(found.item[0].camps.item[1].decisions.item[0].newest);
	assert_false(found.item[0].camps.item[2].decisions.item[0].newest);
	records.item[0].date = records.item[2].date = (struct date){0};
	assert_conflicts("divergence drink: cocoa(p2/1) coffee(p1/1) tea(p0/1)");
	assert_false(found.item[0].camps.item[0].decisions.item[0].newest);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(every_deviation_is_an_error),
		TEST(all_may_deviate_in_the_same_way),
		TEST(a_kind_of_the_standard_follows_it),
		TEST(who_chose_the_standard_among_others_follows_it),
		TEST(a_standard_binds_within_its_scope),
		TEST(the_authority_binds_the_others),
		TEST(of_several_authorities_the_first_that_decided_counts),
		TEST(a_proposal_of_the_authority_binds_nobody),
		TEST(waivers_cover_deviations),
		TEST(what_nothing_settles_warns_or_informs),
		TEST(the_newest_decision_is_marked),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
