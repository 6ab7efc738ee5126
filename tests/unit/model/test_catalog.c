/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "adr/model/catalog.h"

static const struct catalog_option drinks[] = {
	{.name = STR_INIT("tea"), .parent = -1},
	{.name = STR_INIT("green-tea"), .parent = 0},
	{.name = STR_INIT("sencha"), .parent = 1},
	{.name = STR_INIT("coffee"), .parent = -1},
};

static const struct catalog_subject builtin_subjects[] = {
	{.name = STR_INIT("drink"), .title = STR_INIT("Drink"), .options = drinks, .option_count = 4},
	{.name = STR_INIT("meal"), .title = STR_INIT("Meal")},
};

static const struct catalog_subject own_subjects[] = {
	{.name = STR_INIT("cake"), .title = STR_INIT("Cake")},
	{.name = STR_INIT("meal"), .title = STR_INIT("Our meal")},
	{.name = STR_INIT("soup"), .title = STR_INIT("Soup")},
};

static const struct catalog_scope builtin_scopes[] = {{.name = STR_INIT("evening")}};

static const struct catalog builtin = {builtin_subjects, 2, builtin_scopes, 1};

static void subjects_and_options_are_found(void **state)
{
	(void)state;
	const struct catalog nothing = {0};
	const struct catalog_subject *drink = catalog_subject_find(&builtin, STR("drink"));
	assert_ptr_equal(drink, &builtin_subjects[0]);
	assert_null(catalog_subject_find(&builtin, STR("drinks")));
	assert_null(catalog_subject_find(&nothing, STR("drink")));
	assert_ptr_equal(catalog_option_find(drink, STR("coffee")), &drinks[3]);
	assert_null(catalog_option_find(drink, STR("water")));
}

static void options_are_compatible_along_one_line(void **state)
{
	(void)state;
	static const struct {
		const char *one, *other;
		bool compatible, is_a;
	} cases[] = {
		{"tea", "tea", true, true},          {"sencha", "tea", true, true},
		{"sencha", "green-tea", true, true}, {"tea", "sencha", true, false},
		{"sencha", "coffee", false, false},  {"green-tea", "coffee", false, false},
		{"water", "water", true, true},      {"water", "tea", false, false},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct str one = str_of(cases[i].one), other = str_of(cases[i].other);
		assert_int_equal(catalog_compatible(&builtin_subjects[0], one, other), cases[i].compatible);
		assert_int_equal(catalog_is_a(&builtin_subjects[0], one, other), cases[i].is_a);
	}
}

/* Readers refuse circles; a table that holds one all the same must not hang the program. */
static void circles_end(void **state)
{
	(void)state;
	const struct catalog_option options[] = {{.name = STR_INIT("a"), .parent = 1},
						 {.name = STR_INIT("b"), .parent = 0}};
	const struct catalog_subject subject = {.options = options, .option_count = 2};
	assert_true(catalog_is_a(&subject, STR("a"), STR("b")));
	assert_false(catalog_is_a(&subject, STR("a"), STR("c")));
}

static void own_subjects_win(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	const struct catalog own = {own_subjects, 3, NULL, 0};
	struct catalog merged = catalog_merge(arena, &builtin, &own);
	assert_int_equal(merged.subject_count, 4);
	static const char *const names[] = {"cake", "drink", "meal", "soup"};
	for (size_t i = 0; i < 4; i++)
		assert_str(merged.subjects[i].name, names[i]);
	assert_str(catalog_subject_find(&merged, STR("meal"))->title, "Our meal");
	assert_int_equal(merged.scope_count, 1);
	struct catalog alone = catalog_merge(arena, &builtin, &(struct catalog){0});
	assert_ptr_equal(alone.subjects, builtin_subjects);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(subjects_and_options_are_found),
		cmocka_unit_test(options_are_compatible_along_one_line),
		cmocka_unit_test(circles_end),
		cmocka_unit_test(own_subjects_win),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
