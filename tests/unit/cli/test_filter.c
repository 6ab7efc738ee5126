/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "filter.h"

static struct error error;

static enum outcome check(const char *first, const char *second)
{
	struct str words[] = {str_of(first), str_of(second)};
	struct record_filter filter = {.statuses = {words, second ? 2 : 1, 2}};
	return filter_check(&filter, "list", &error);
}

static void statuses_are_known(void **state)
{
	(void)state;
	struct record_filter everything = {.in_force = false};
	assert_int_equal(filter_check(&everything, "list", &error), OUTCOME_OK);
	static const char *const known[] = {"proposed",   "draft",      "accepted", "rejected",
					    "deprecated", "superseded", "none"};
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		assert_int_equal(check(known[i], "none"), OUTCOME_OK);
}

static void others_are_refused_with_a_suggestion(void **state)
{
	(void)state;
	assert_int_equal(check("accepted", "acepted"), OUTCOME_USAGE);
	assert_non_null(strstr(error.text, "adr list: there is no status 'acepted' (did you mean 'accepted'?)"));
	assert_int_equal(check("brilliant", NULL), OUTCOME_USAGE);
	assert_non_null(strstr(error.text, "there is no status 'brilliant'; they are proposed, draft"));
	assert_int_equal(check("Accepted", NULL), OUTCOME_USAGE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(statuses_are_known),
		cmocka_unit_test(others_are_refused_with_a_suggestion),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
