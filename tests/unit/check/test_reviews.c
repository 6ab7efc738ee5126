/* SPDX-License-Identifier: MIT */
#include "make.h"

static struct maker maker;

static int set_up(void **state)
{
	(void)state;
	maker_init(&maker);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	maker_free(&maker);
	return 0;
}

static void add(const char *path, enum status status, const char *date, const char *review)
{
	struct record *record = make_record(&maker, 0, path, -1);
	record->status = status;
	record->date = make_date(date);
	record->review = make_date(review);
}

/* "file-stem date days state basis" lines, as of 2026-11-20 with a window of 30 days. */
static const char *reviews(bool all)
{
	struct review_options options = {.as_of = make_date("2026-11-20"), .within_days = 30, .all = all};
	static const struct records none;
	static const struct conflicts peace;
	static const struct waivers unbroken;
	static const struct decisions_in_force unknown;
	const struct review_material material = {&maker.records, &none, &peace, &unbroken, &unknown};
	struct review_report found;
	make_ready(&maker);
	LIST_EACH (struct record, record, &maker.records)
		derive_due(maker.arena, record);
	find_reviews(&material, &options, maker.arena, &found);
	SCOPED(text_release) struct text out = {0};
	LIST_EACH (struct review, review, &found.reviews) {
		char date[DATE_TEXT_SIZE];
		text_printf(&out, "%.*s %s %d %s %s\n", STR_ARG(review->record->id), date_format(review->review, date),
			    (int)review->days, review_state_name(review->state), review_basis_name(review->basis));
	}
	return arena_copy_z(maker.arena, text_str(&out));
}

static void counts_days_and_sorts_by_urgency(void **state)
{
	(void)state;
	add("upcoming.md", STATUS_ACCEPTED, NULL, "2026-12-21");
	add("last-day.md", STATUS_ACCEPTED, NULL, "2026-12-20");
	add("today.md", STATUS_ACCEPTED, NULL, "2026-11-20");
	add("yesterday.md", STATUS_ACCEPTED, NULL, "2026-11-19");
	add("overdue.md", STATUS_ACCEPTED, NULL, "2026-08-14");
	add("also-overdue.md", STATUS_ACCEPTED, NULL, "2026-08-14");
	add("undated.md", STATUS_ACCEPTED, "2020-01-01", NULL);
	const char *due = "one/also-overdue 2026-08-14 -98 overdue stated\n"
			  "one/overdue 2026-08-14 -98 overdue stated\n"
			  "one/yesterday 2026-11-19 -1 overdue stated\n"
			  "one/today 2026-11-20 0 due stated\n"
			  "one/last-day 2026-12-20 30 due stated\n";
	assert_string_equal(reviews(false), due);
	const char *all = reviews(true);
	assert_memory_equal(all, due, strlen(due));
	assert_string_equal(all + strlen(due), "one/upcoming 2026-12-21 31 upcoming stated\n");
}

static void what_no_longer_holds_is_never_due(void **state)
{
	(void)state;
	for (int status = STATUS_NONE; status < STATUS_COUNT; status++)
		add(arena_printf(maker.arena, "%d.md", status).at, (enum status)status, NULL, "2026-11-01");
	add("template.md", STATUS_ACCEPTED, NULL, "2026-11-01");
	maker.records.item[maker.records.count - 1].kind = KIND_TEMPLATE;
	SCOPED(text_release) struct text expected = {0};
	static const enum status open[] = {STATUS_NONE, STATUS_PROPOSED, STATUS_DRAFT, STATUS_ACCEPTED};
	for (size_t i = 0; i < sizeof open / sizeof *open; i++)
		text_printf(&expected, "one/%d 2026-11-01 -19 overdue stated\n", (int)open[i]);
	assert_string_equal(reviews(true), expected.at);
}

static void the_policy_speaks_where_the_record_does_not(void **state)
{
	(void)state;
	maker.config.review_interval = (struct period){6, DATE_MONTHS};
	add("by-policy.md", STATUS_ACCEPTED, "2026-05-31", NULL); /* ends with the month: 30 November */
	add("by-itself.md", STATUS_ACCEPTED, "2020-01-01", "2026-12-01");
	add("proposed.md", STATUS_PROPOSED, "2020-01-01", NULL);
	add("unknown.md", STATUS_NONE, "2020-01-01", NULL);
	add("undated.md", STATUS_ACCEPTED, NULL, NULL);
	add("beyond.md", STATUS_ACCEPTED, "9999-12-31", NULL); /* the sum leaves the calendar */
	assert_string_equal(reviews(true), "one/by-policy 2026-11-30 10 due policy\n"
					   "one/by-itself 2026-12-01 11 due stated\n");
}

#define WITH_MAKER(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_MAKER(counts_days_and_sorts_by_urgency),
		WITH_MAKER(what_no_longer_holds_is_never_due),
		WITH_MAKER(the_policy_speaks_where_the_record_does_not),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
