/* SPDX-License-Identifier: MIT */
/* What separates a sensible conflict from nonsense, as far as comparing claims decides it. */
#include "conflicts.h"

/* 2: Scopes are equal, or one side is silent; a single part binds nobody who speaks for the whole. */
static void a_single_part_is_not_against_the_whole(void **state)
{
	(void)state;
	add(1, "drink", "+tea @galley");
	add(101, "drink", "+coffee -tea");
	assert_conflicts("");
	add(201, "drink", "+cocoa @galley");
	assert_conflicts("divergence drink@galley: cocoa(p2/1) tea(p0/1)");
}

/* 2: In doubt about the scope: what one project rejects for mornings says nothing of another project, which may have no
 * mornings. What is rejected as a whole is rejected for mornings as well. */
static void doubt_about_the_scope_is_no_contradiction(void **state)
{
	(void)state;
	add(1, "drink", "+tea -coffee @morning");
	add(101, "drink", "+coffee");
	assert_conflicts("divergence drink@morning: coffee(p1/1) tea(p0/1)");
	double doubtful = found.item[0].confidence;
	add(102, "extra", "+biscuit @morning");
	assert_conflicts("contradiction drink@morning: coffee(p1/1) tea(p0/1!coffee)");
	assert_true(found.item[0].confidence > doubtful);
	records.count = 2;
	add_claim(&records.item[1], "drink", STR("-tea"), (struct str){0});
	assert_conflicts("contradiction drink@morning: coffee(p1/1!tea) tea(p0/1)");
}

/* 3: Parents and children never conflict; who rejects the parent rejects its children; siblings stay in conflict. */
static void parents_and_children_agree_and_siblings_do_not(void **state)
{
	(void)state;
	add(1, "drink", "+tea");
	add(101, "drink", "+assam");
	assert_conflicts("");
	add(201, "drink", "+green-tea -black-tea");
	assert_conflicts("contradiction drink: assam(p1/1) green-tea(p2/1!assam)");
}

/* 4: Overlapping choices are agreement. */
static void overlap_is_agreement(void **state)
{
	(void)state;
	add(1, "drink", "+tea +coffee");
	add(101, "drink", "+coffee -tea");
	assert_conflicts("");
}

/* 6: A contradiction needs a rejection; without one the choices merely differ, and that weighs less. */
static void contradictions_weigh_more_than_divergences(void **state)
{
	(void)state;
	add(1, "drink", "+tea");
	add(101, "drink", "+coffee");
	assert_conflicts("divergence drink: coffee(p1/1) tea(p0/1)");
	double divergence = found.item[0].confidence;
	add_claim(&records.item[1], "drink", STR("-tea"), (struct str){0});
	assert_conflicts("contradiction drink: coffee(p1/1!tea) tea(p0/1)");
	assert_true(found.item[0].confidence > divergence);
}

/* 7: A rejection in passing is a weak one, and the contradiction that rests on it no surer than a divergence. */
static void weak_rejections_make_weak_contradictions(void **state)
{
	(void)state;
	add(1, "drink", "+tea");
	add(101, "drink", "+coffee -tea");
	assert_conflicts("contradiction drink: coffee(p1/1!tea) tea(p0/1)");
	assert_true(found.item[0].confidence > 0.89);
	struct claim *rejection = &records.item[1].claims.item[1];
	rejection->confidence = 0.8;
	assert_conflicts("contradiction drink: coffee(p1/1!tea) tea(p0/1)");
	assert_true(found.item[0].confidence < 0.81 && found.item[0].confidence > 0.79);
	rejection->confidence = 0.1;
	assert_conflicts("contradiction drink: coffee(p1/1!tea) tea(p0/1)");
	double weakest = found.item[0].confidence;
	records.item[1].claims.count = 1;
	assert_conflicts("divergence drink: coffee(p1/1) tea(p0/1)");
	assert_true(found.item[0].confidence <= weakest);
	add(201, "drink", "+coffee -tea");
	assert_conflicts("contradiction drink: coffee(p1/1 p2/1!tea) tea(p0/1)");
	assert_true(found.item[0].confidence > 0.89);
}

/* 9: Status first: what is proposed, rejected, deprecated or superseded takes no part. */
static void status_comes_first(void **state)
{
	(void)state;
	static const enum status out[] = {STATUS_PROPOSED, STATUS_DRAFT, STATUS_REJECTED, STATUS_DEPRECATED,
					  STATUS_SUPERSEDED};
	add(1, "drink", "+tea");
	add(101, "drink", "+coffee -tea");
	for (size_t i = 0; i < sizeof out / sizeof *out; i++) {
		records.item[1].status = out[i];
		assert_conflicts("");
	}
}

/* 10: A stale decision is reported in its own project, and does not speak for it any more. */
static void a_stale_decision_stays_at_home(void **state)
{
	(void)state;
	add(1, "drink", "+tea");
	add(2, "drink", "+coffee");
	add(101, "drink", "+coffee -tea");
	assert_conflicts("divergence drink inside: coffee(p0/2) tea(p0/1)");
	assert_true(found.item[0].inside_project);
	link_to(&records.item[1], LINK_SUPERSEDES, "p0/1");
	assert_conflicts("");
}

/* 15: Agreement is no conflict, however many reject the same. */
static void agreement_in_rejecting_is_no_conflict(void **state)
{
	(void)state;
	add(1, "drink", "+tea -cocoa");
	add(101, "drink", "+tea -cocoa -coffee");
	add(201, "drink", "+tea");
	assert_conflicts("");
}

/* Without a catalogue: who chose what the other rejected, and the other way round. */
static void texts_need_both_sides(void **state)
{
	(void)state;
	struct record *first = add(1, "", "+sea chart -paper log"), *second;
	LIST_EACH (struct claim, claim, &first->claims)
		claim->basis = CLAIM_TEXT;
	first->claims.count = 0;
	add_claim(first, "", STR("+sea chart"), (struct str){0});
	add_claim(first, "", STR("-paper log"), (struct str){0});
	second = add(101, "", "");
	second->claims.count = 0;
	add_claim(second, "", STR("+paper log"), (struct str){0});
	LIST_EACH (struct record, record, &records)
		LIST_EACH (struct claim, claim, &record->claims)
			claim->basis = CLAIM_TEXT;
	assert_conflicts("");
	add_claim(&records.item[1], "", STR("-sea chart"), (struct str){0});
	records.item[1].claims.item[1].basis = CLAIM_TEXT;
	assert_conflicts("contradiction paper log or sea chart: paper log(p1/1!sea chart) sea chart(p0/1!paper log)");
	assert_int_equal(found.item[0].basis, CLAIM_TEXT);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(a_single_part_is_not_against_the_whole),
		TEST(doubt_about_the_scope_is_no_contradiction),
		TEST(parents_and_children_agree_and_siblings_do_not),
		TEST(overlap_is_agreement),
		TEST(contradictions_weigh_more_than_divergences),
		TEST(weak_rejections_make_weak_contradictions),
		TEST(status_comes_first),
		TEST(a_stale_decision_stays_at_home),
		TEST(agreement_in_rejecting_is_no_conflict),
		TEST(texts_need_both_sides),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
