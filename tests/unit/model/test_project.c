/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "adr/model/project.h"

static void most_votes_settle_the_order_of_dates(void **state)
{
	(void)state;
	static const struct {
		struct date_votes votes;
		enum date_order want;
	} rows[] = {{{0, 0}, DATE_ORDER_AUTO},
		    {{1, 0}, DATE_ORDER_DMY},
		    {{1, 2}, DATE_ORDER_MDY},
		    {{3, 3}, DATE_ORDER_AUTO}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct project project = {.date_order = DATE_ORDER_AUTO};
		for (size_t vote = 0; vote < rows[i].votes.dmy; vote++)
			project_add_vote(&project, DATE_ORDER_DMY);
		for (size_t vote = 0; vote < rows[i].votes.mdy; vote++)
			project_add_vote(&project, DATE_ORDER_MDY);
		project_add_vote(&project, DATE_ORDER_AUTO);
		assert_false(project.date_order_settled);
		project_settle_dates(&project);
		assert_true(project.date_order_settled);
		assert_int_equal(project.date_order, rows[i].want);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(most_votes_settle_the_order_of_dates)};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
