/* SPDX-License-Identifier: MIT */
/* What a report on reviews is made from follows the files: the days, who should look, neighbours, and the ages. */
#include "index_fixture.h"

#include "adr/base/scope.h"

static struct date day(int year, int month, int day_of_month)
{
	struct date date = {0};
	assert_true(date_make(year, month, day_of_month, &date));
	return date;
}

static struct record due_record(struct fixture *fixture, const char *path, int32_t number, struct date due)
{
	struct record record = make_record(path, number, "Paint");
	record.decision = STR("We paint.");
	record.date = day(2024, 2, 29);
	record.due = due;
	record.due_line = 7;
	*LIST_ADD(fixture->arena, &record.lookers) = STR("Ines Falk");
	*LIST_ADD(fixture->arena, &record.lookers) = STR("Harbour Team");
	return record;
}

/* Three records in billing, of which two are due, and one in web; a link leads to what is superseded. */
static void fill(struct fixture *fixture)
{
	struct record first = due_record(fixture, "1.md", 1, day(2026, 5, 1));
	struct record second = due_record(fixture, "2.md", 2, day(2026, 7, 1));
	struct record old = make_record("3.md", 3, "Tar"), far = due_record(fixture, "1.md", 1, day(2026, 6, 1));
	*LIST_ADD(fixture->arena, &first.links) =
		(struct link){.kind = LINK_DEPENDS_ON, .target = STR("3.md"), .file = STR("3.md"), .to_number = -1};
	old.status = STATUS_SUPERSEDED;
	far.date = (struct date){0};
	begin(fixture);
	save(fixture, 0, &first, "");
	save(fixture, 0, &second, "");
	save(fixture, 0, &old, "");
	save(fixture, 2, &far, "");
	commit(fixture);
}

static struct stored_reviews ask_reviews(struct fixture *fixture, struct record_filter filter, struct date until)
{
	struct stored_reviews reviews;
	struct due_query query = {&filter, until, 0};
	assert_done(fixture, store_load_reviews(fixture->store, fixture->arena, &query, &reviews, &fixture->error));
	return reviews;
}

/* "project date" of each decision in force. */
static struct str ages(struct fixture *fixture, const struct stored_reviews *reviews)
{
	SCOPED(text_release) struct text out = {0};
	LIST_EACH (const struct decision_in_force, decision, &reviews->in_force.dates) {
		char date[DATE_TEXT_SIZE];
		struct str name = reviews->in_force.projects.item[decision->project];
		text_printf(&out, "%.*s %s;", STR_ARG(name),
			    decision->date.set ? date_format(decision->date, date) : "-");
	}
	return arena_copy(fixture->arena, text_str(&out));
}

static void only_what_is_due_comes(void **state)
{
	struct fixture *fixture = *state;
	fill(fixture);
	struct stored_reviews reviews = ask_reviews(fixture, (struct record_filter){0}, day(2026, 6, 1));
	assert_str(ids_of(fixture, &reviews.due), "billing/ADR-0001 web/ADR-0001");
	const struct record *first = &reviews.due.item[0];
	assert_int_equal(first->due_line, 7);
	assert_int_equal(first->lookers.count, 2);
	assert_str(first->lookers.item[1], "Harbour Team");
	assert_int_equal(first->links.count, 1);
	assert_str(first->links.item[0].to, "billing/ADR-0003");
	assert_int_equal(reviews.neighbours.count, 1);
	assert_int_equal(reviews.neighbours.item[0].status, STATUS_SUPERSEDED);
	assert_str(ages(fixture, &reviews), "billing 2024-02-29;billing 2024-02-29;web -;");
	reviews = ask_reviews(fixture, (struct record_filter){0}, (struct date){0});
	assert_int_equal(reviews.due.count, 3);
}

static void filters_hold_for_days_and_ages(void **state)
{
	struct fixture *fixture = *state;
	struct record_filter by_project = {0}, by_date = {.since = day(2024, 1, 1)};
	*LIST_ADD(fixture->arena, &by_project.projects) = STR("web");
	fill(fixture);
	struct stored_reviews reviews = ask_reviews(fixture, by_project, (struct date){0});
	assert_str(ids_of(fixture, &reviews.due), "web/ADR-0001");
	assert_str(ages(fixture, &reviews), "web -;");
	reviews = ask_reviews(fixture, by_date, (struct date){0});
	assert_str(ids_of(fixture, &reviews.due), "billing/ADR-0001 billing/ADR-0002");
	assert_str(ages(fixture, &reviews), "billing 2024-02-29;billing 2024-02-29;");
}

static void days_and_ages_follow_the_files(void **state)
{
	struct fixture *fixture = *state;
	fill(fixture);
	struct record changed = due_record(fixture, "1.md", 1, (struct date){0});
	changed.date = day(2025, 3, 1);
	fixture->project[0].name = STR("invoicing");
	begin(fixture);
	save(fixture, 0, &changed, "other");
	forget(fixture, 2, "1.md");
	commit(fixture);
	struct stored_reviews reviews = ask_reviews(fixture, (struct record_filter){0}, (struct date){0});
	assert_str(ids_of(fixture, &reviews.due), "invoicing/ADR-0002");
	assert_str(ages(fixture, &reviews), "invoicing 2025-03-01;invoicing 2024-02-29;");
	assert_str(ask(fixture,
		       "SELECT count(*) FROM review v LEFT JOIN record r ON r.record = v.record AND r.id = v.id "
		       "AND r.due = v.due WHERE r.record IS NULL"),
		   "0");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(only_what_is_due_comes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(filters_hold_for_days_and_ages, set_up, tear_down),
		cmocka_unit_test_setup_teardown(days_and_ages_follow_the_files, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
