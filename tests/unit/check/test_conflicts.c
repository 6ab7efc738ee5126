/* SPDX-License-Identifier: MIT */
/* From claims to entries: camps, scopes, texts, order. */
#include "conflicts.h"

static void one_entry_has_one_camp_per_option(void **state)
{
	(void)state;
	add(1, "drink", "+tea -coffee");
	add(101, "drink", "+coffee");
	add(201, "drink", "+tea");
	add(301, "drink", "+cocoa");
	assert_conflicts("contradiction drink: tea(p0/1!coffee p2/1) cocoa(p3/1) coffee(p1/1)");
	assert_true(found.item[0].confidence > 0.89);
	assert_int_equal(found.item[0].camps.item[0].decisions.item[0].rejects_at.line, 7);
}

static void nobody_rejecting_anybody_is_a_divergence(void **state)
{
	(void)state;
	add(1, "drink", "+tea -cocoa");
	add(101, "drink", "+coffee");
	assert_conflicts("divergence drink: coffee(p1/1) tea(p0/1)");
	assert_true(found.item[0].confidence < 0.9);
}

static void agreement_is_no_conflict(void **state)
{
	(void)state;
	add(1, "drink", "+tea -coffee");
	add(101, "drink", "+tea -coffee");
	add(201, "extra", "+tea");
	add(301, "extra", "+coffee -tea");
	assert_conflicts("");
}

static void kinds_of_an_option_are_compatible_with_it(void **state)
{
	(void)state;
	add(1, "drink", "+tea");
	add(101, "drink", "+assam");
	assert_conflicts("");
	add(201, "drink", "+coffee");
	assert_conflicts("divergence drink: tea(p0/1 p1/1) coffee(p2/1)");
}

/* Two kinds of tea differ, but neither differs from the one who just says tea. */
static void kinds_that_differ_have_an_entry_of_their_own(void **state)
{
	(void)state;
	add(1, "drink", "+tea");
	add(101, "drink", "+green-tea");
	add(201, "drink", "+assam -green-tea");
	add(301, "drink", "+coffee");
	assert_conflicts("contradiction drink: assam(p2/1!green-tea) green-tea(p1/1)\n"
			 "divergence drink: tea(p0/1 p1/1 p2/1) coffee(p3/1)");
}

static void rejecting_an_option_rejects_its_kinds_only(void **state)
{
	(void)state;
	add(1, "drink", "+coffee -tea");
	add(101, "drink", "+assam");
	assert_conflicts("contradiction drink: assam(p1/1) coffee(p0/1!assam)");
	records.count = 0;
	add(1, "drink", "+coffee -assam");
	add(101, "drink", "+tea");
	assert_conflicts("divergence drink: coffee(p0/1) tea(p1/1)");
}

static void overlapping_choices_agree(void **state)
{
	(void)state;
	add(1, "drink", "+tea +coffee");
	add(101, "drink", "+tea");
	add(201, "drink", "+coffee");
	assert_conflicts("divergence drink: coffee(p2/1) tea(p1/1)");
	records.count = 0;
	add(1, "drink", "+tea +coffee");
	add(101, "drink", "+tea");
	add(201, "drink", "+cocoa");
	assert_conflicts("divergence drink: tea(p0/1 p1/1) cocoa(p2/1)");
}

static void what_goes_beside_the_others_conflicts_with_none(void **state)
{
	(void)state;
	add(1, "drink", "+biscuit -tea");
	add(101, "drink", "+tea");
	assert_conflicts("");
}

/* --- scope -------------------------------------------------------------------------------------------------------- */

static void scopes_are_equal_or_one_side_is_silent(void **state)
{
	(void)state;
	add(1, "drink", "+tea @morning");
	add(101, "drink", "+coffee @evening");
	assert_conflicts("");
	add(201, "drink", "+cocoa");
	assert_conflicts("divergence drink@evening: cocoa(p2/1) coffee(p1/1)\n"
			 "divergence drink@morning: cocoa(p2/1) tea(p0/1)");
}

static void a_single_scope_and_silence_are_one_entry(void **state)
{
	(void)state;
	add(1, "drink", "+tea @morning");
	add(101, "drink", "+tea @morning");
	add(201, "drink", "+coffee");
	add(301, "drink", "+coffee");
	assert_conflicts("divergence drink@morning: coffee(p2/1 p3/1) tea(p0/1 p1/1)");
	add(401, "drink", "+cocoa");
	assert_conflicts("divergence drink: coffee(p2/1 p3/1) tea(p0/1 p1/1) cocoa(p4/1)");
}

static void a_project_that_speaks_for_a_scope_is_not_taken_by_its_general_word(void **state)
{
	(void)state;
	add(1, "drink", "+tea");
	add(2, "drink", "+coffee @evening");
	add(101, "drink", "+coffee @evening");
	add(201, "drink", "+tea @morning");
	assert_conflicts("");
}

/* "for the night shift" is no scope of the catalogue: it binds nobody else. */
static void single_parts_compare_with_the_same_part(void **state)
{
	(void)state;
	add(1, "drink", "+tea @night shift");
	add(101, "drink", "+coffee");
	assert_conflicts("");
	add(201, "drink", "+cocoa @night shift");
	assert_conflicts("divergence drink@night shift: cocoa(p2/1) tea(p0/1)");
}

/* --- without a catalogue ------------------------------------------------------------------------------------------ */

static void make_text(struct record *record)
{
	LIST_EACH (struct claim, claim, &record->claims) {
		claim->subject = (struct str){0};
		claim->basis = CLAIM_TEXT;
	}
}

static void texts_conflict_when_each_chose_what_the_other_rejected(void **state)
{
	(void)state;
	make_text(add(1, "", "+red -blue -green"));
	make_text(add(101, "", "+yellow -red"));
	make_text(add(201, "", "+green -blue"));
	assert_conflicts("");
	make_text(add(301, "", "+blue -red"));
	assert_conflicts("contradiction blue or red: blue(p3/1!red) red(p0/1!blue)");
	assert_int_equal(found.item[0].basis, CLAIM_TEXT);
	link_to(&records.item[3], LINK_SUPERSEDED_BY, "p3/9");
	assert_conflicts("");
}

/* --- order and size ----------------------------------------------------------------------------------------------- */

static void newest_decisions_come_first(void **state)
{
	(void)state;
	add(1, "drink", "+tea")->date = make_date("2024-01-01");
	add(101, "drink", "+tea")->date = make_date("2025-01-01");
	add(201, "drink", "+tea");
	add(301, "drink", "+coffee");
	assert_conflicts("divergence drink: tea(p1/1 p0/1 p2/1) coffee(p3/1)");
}

static void the_surest_contradiction_comes_first(void **state)
{
	(void)state;
	add(1, "drink", "+tea @morning");
	add(101, "drink", "+coffee -tea @morning")->claims.item[0].confidence = 0.7;
	add(201, "drink", "+tea -coffee @evening");
	add(301, "drink", "+coffee @evening");
	assert_conflicts("contradiction drink@evening: coffee(p3/1) tea(p2/1!coffee)\n"
			 "contradiction drink@morning: coffee(p1/1!tea) tea(p0/1)");
}

static void nothing_in_gives_nothing_out(void **state)
{
	(void)state;
	assert_conflicts("");
}

/* Everybody about one question: a single entry that holds all, made in time that grows with the claims. */
static void many_records_make_one_entry(void **state)
{
	(void)state;
	for (size_t i = 0; i < 20000; i++)
		add(100 * (i % PROJECTS) + i % 2, "drink", i % 2 ? "+tea -coffee" : "+coffee");
	for (size_t i = 0; i < records.count; i++)
		records.item[i].id = arena_printf(arena, "r/%zu", i);
	find_conflicts(&records, &catalog, &settings, &options, arena, &found);
	size_t across = 0;
	LIST_EACH (const struct conflict, conflict, &found)
		across += !conflict->inside_project;
	assert_int_equal(across, 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(one_entry_has_one_camp_per_option),
		TEST(nobody_rejecting_anybody_is_a_divergence),
		TEST(agreement_is_no_conflict),
		TEST(kinds_of_an_option_are_compatible_with_it),
		TEST(kinds_that_differ_have_an_entry_of_their_own),
		TEST(rejecting_an_option_rejects_its_kinds_only),
		TEST(overlapping_choices_agree),
		TEST(what_goes_beside_the_others_conflicts_with_none),
		TEST(scopes_are_equal_or_one_side_is_silent),
		TEST(a_single_scope_and_silence_are_one_entry),
		TEST(a_project_that_speaks_for_a_scope_is_not_taken_by_its_general_word),
		TEST(single_parts_compare_with_the_same_part),
		TEST(texts_conflict_when_each_chose_what_the_other_rejected),
		TEST(newest_decisions_come_first),
		TEST(the_surest_contradiction_comes_first),
		TEST(nothing_in_gives_nothing_out),
		TEST(many_records_make_one_entry),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
