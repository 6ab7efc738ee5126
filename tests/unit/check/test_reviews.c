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

static struct record *last_record(void)
{
	return &maker.records.item[maker.records.count - 1];
}

static void a_recorded_review_moves_the_next_one(void **state)
{
	(void)state;
	add("before.md", STATUS_ACCEPTED, "2025-01-01", "2026-12-01");
	last_record()->reviewed = make_date("2026-11-30");
	add("done-for-good.md", STATUS_ACCEPTED, "2025-01-01", "2026-11-01");
	last_record()->reviewed = make_date("2026-11-01");
	add("stated-period.md", STATUS_ACCEPTED, "2025-01-01", "2026-05-31");
	last_record()->reviewed = make_date("2026-05-31");
	last_record()->review_every = (struct period){6, DATE_MONTHS};
	assert_string_equal(reviews(true), "one/stated-period 2026-11-30 10 due stated\n"
					   "one/before 2026-12-01 11 due stated\n");
	maker.config.review_interval = (struct period){1, DATE_YEARS};
	assert_string_equal(reviews(true), "one/stated-period 2026-11-30 10 due stated\n"
					   "one/before 2026-12-01 11 due stated\n"
					   "one/done-for-good 2027-11-01 346 upcoming policy\n");
}

static void a_policy_counts_from_the_last_review(void **state)
{
	(void)state;
	maker.config.review_interval = (struct period){6, DATE_MONTHS};
	add("looked-at.md", STATUS_ACCEPTED, "2020-01-01", NULL);
	last_record()->reviewed = make_date("2026-06-01");
	add("undated.md", STATUS_ACCEPTED, NULL, NULL);
	last_record()->reviewed = make_date("2026-06-02");
	assert_string_equal(reviews(true),
			    "one/looked-at 2026-12-01 11 due policy\none/undated 2026-12-02 12 due policy\n");
}

static void add_policy(struct review_policy policy)
{
	*LIST_ADD(maker.arena, &maker.config.review_policies) = policy;
}

static struct strs one(const char *text)
{
	struct strs list = {0};
	*LIST_ADD(maker.arena, &list) = str_of(text);
	return list;
}

static void the_first_policy_that_fits_counts(void **state)
{
	(void)state;
	maker.config.review_interval = (struct period){1, DATE_YEARS};
	add_policy((struct review_policy){.statuses = one("proposed"), .interval = {30, DATE_DAYS}});
	add_policy((struct review_policy){.paths = one("docs/old"), .interval = {0, DATE_DAYS}});
	add_policy((struct review_policy){.tags = one("harbour master"), .interval = {3, DATE_MONTHS}});
	add_policy((struct review_policy){.projects = one("two"), .interval = {2, DATE_YEARS}});
	add_policy((struct review_policy){.statuses = one("deprecated"), .interval = {2, DATE_MONTHS}});
	add("proposed.md", STATUS_PROPOSED, "2026-10-01", NULL);
	add("docs/old/never.md", STATUS_ACCEPTED, "2020-01-01", NULL);
	add("docs/old/stated.md", STATUS_ACCEPTED, "2020-01-01", "2026-11-10");
	add("tagged.md", STATUS_ACCEPTED, "2026-08-30", NULL);
	last_record()->tags = one("Harbour-Master");
	add("plain.md", STATUS_ACCEPTED, "2025-12-01", NULL);
	add("gone.md", STATUS_DEPRECATED, "2026-10-01", NULL);
	add("rejected.md", STATUS_REJECTED, "2020-10-01", NULL);
	add("elsewhere.md", STATUS_ACCEPTED, "2024-12-02", NULL);
	last_record()->project = &maker.projects[1];
	assert_string_equal(reviews(true), "one/proposed 2026-10-31 -20 overdue policy\n"
					   "one/stated 2026-11-10 -10 overdue stated\n"
					   "one/tagged 2026-11-30 10 due policy\n"
					   "one/gone 2026-12-01 11 due policy\n"
					   "one/plain 2026-12-01 11 due policy\n"
					   "two/elsewhere 2026-12-02 12 due policy\n");
}

/* --- what an entry says ------------------------------------------------------------------------------------------- */

static struct review_material material(void)
{
	static const struct records none;
	static const struct waivers unbroken;
	static const struct decisions_in_force unknown;
	return (struct review_material){&maker.records, &none, NULL, &unbroken, &unknown};
}

static struct review_report report_of(const struct review_material *from, enum review_by by)
{
	const struct review_options options = {
		.as_of = make_date("2026-11-20"), .within_days = 30, .all = true, .by = by};
	struct review_report report;
	make_ready(&maker);
	LIST_EACH (struct record, record, &maker.records)
		derive_due(maker.arena, record);
	find_reviews(from, &options, maker.arena, &report);
	return report;
}

static void add_person(const char *name, enum role role)
{
	*LIST_ADD(maker.arena, &last_record()->people) = (struct person){.name = str_of(name), .role = role};
}

static void owners_and_deciders_look_first(void **state)
{
	(void)state;
	add("a.md", STATUS_ACCEPTED, NULL, "2026-11-01");
	add_person("Author", ROLE_AUTHOR);
	add_person("Decider", ROLE_DECIDER);
	add_person("Owner", ROLE_OWNER);
	add_person("Owner", ROLE_DECIDER);
	add("b.md", STATUS_ACCEPTED, NULL, "2026-11-02");
	add_person("Informed", ROLE_INFORMED);
	add_person("Author", ROLE_AUTHOR);
	struct review_material from = material();
	struct review_report report = report_of(&from, REVIEW_BY_PERSON);
	const struct review *first = &report.reviews.item[0], *second = &report.reviews.item[1];
	assert_string_equal(strs_join(maker.arena, &first->people, STR(", ")).at, "Owner, Decider");
	assert_string_equal(strs_join(maker.arena, &second->people, STR(", ")).at, "Author");
	assert_int_equal(report.sections.count, 3);
	assert_string_equal(report.sections.item[0].name.at, "Decider");
	assert_string_equal(report.sections.item[2].name.at, "Author");
	assert_int_equal(report.summary.people.count, 3);
	assert_false(report.conflicts_known);
}

static void gone_neighbours_and_successors_are_named(void **state)
{
	(void)state;
	struct record neighbours[2] = {{.id = STR("one/ADR-0009"), .status = STATUS_SUPERSEDED},
				       {.id = STR("two/ADR-0001"), .status = STATUS_ACCEPTED}};
	const struct records others = {neighbours, 2, 2};
	add("a.md", STATUS_ACCEPTED, NULL, "2026-11-01");
	struct link *link = LIST_ADD(maker.arena, &neighbours[1].links);
	*link = (struct link){.kind = LINK_SUPERSEDES, .to_number = -1, .to = STR("one/a")};
	struct review_material from = material();
	from.neighbours = &others;
	make_ready(&maker);
	link = LIST_ADD(maker.arena, &last_record()->links);
	*link = (struct link){.kind = LINK_DEPENDS_ON, .to_number = -1, .to = STR("one/ADR-0009")};
	derive_due(maker.arena, last_record());
	struct review_report report;
	const struct review_options options = {.as_of = make_date("2026-11-20"), .within_days = 30};
	find_reviews(&from, &options, maker.arena, &report);
	const struct neighbours *found = &report.reviews.item[0].neighbours;
	assert_int_equal(found->count, 2);
	assert_string_equal(found->item[0].id.at, "one/ADR-0009");
	assert_int_equal(found->item[0].kind, LINK_DEPENDS_ON);
	assert_string_equal(found->item[1].id.at, "two/ADR-0001");
	assert_int_equal(found->item[1].kind, LINK_SUPERSEDED_BY);
}

static void waivers_that_end_are_entries(void **state)
{
	(void)state;
	struct waiver list[] = {
		{.subject = STR("cache"), .reason = STR("Old ferry"), .until = make_date("2026-11-19")},
		{.subject = STR("cache"), .reason = STR("Old ferry"), .until = make_date("2026-11-19")},
		{.subject = STR("orm"), .records = one("two/ADR-0003"), .until = make_date("2026-11-20")},
		{.subject = STR("queue")}};
	const struct waivers waivers = {list, 4, 4};
	struct review_material from = material();
	from.waivers = &waivers;
	struct review_report report = report_of(&from, REVIEW_BY_NOTHING);
	assert_int_equal(report.reviews.count, 2);
	assert_string_equal(report.reviews.item[0].id.at, "waiver:cache");
	assert_int_equal(report.reviews.item[0].state, REVIEW_OVERDUE);
	assert_string_equal(report.reviews.item[1].id.at, "two/waiver:orm");
	assert_int_equal(report.reviews.item[1].state, REVIEW_DUE);
	assert_int_equal(report.summary.total.overdue, 1);
}

static void the_median_age_is_the_one_in_the_middle(void **state)
{
	(void)state;
	struct str names[] = {STR("b"), STR("a"), STR("empty")};
	struct decision_in_force dates[] = {{0, make_date("2026-11-10")}, {1, make_date("2026-11-19")},
					    {0, make_date("2026-10-20")}, {0, {0}},
					    {0, make_date("2026-11-18")}, {1, make_date("2020-11-19")}};
	const struct decisions_in_force in_force = {{names, 3, 3}, {dates, 6, 6}};
	struct review_material from = material();
	from.in_force = &in_force;
	struct review_report report = report_of(&from, REVIEW_BY_NOTHING);
	const struct review_counts *projects = &report.summary.projects;
	assert_int_equal(report.summary.total.in_force, 6);
	assert_int_equal(report.summary.total.median_days, 10);
	assert_int_equal(projects->count, 3);
	assert_string_equal(projects->item[0].name.at, "a");
	assert_int_equal(projects->item[0].median_days, 1); /* of two, the younger one */
	assert_int_equal(projects->item[1].in_force, 4);
	assert_int_equal(projects->item[1].median_days, 10);
	assert_int_equal(projects->item[2].median_days, REVIEW_NO_MEDIAN);
}

#define WITH_MAKER(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_MAKER(counts_days_and_sorts_by_urgency),
		WITH_MAKER(what_no_longer_holds_is_never_due),
		WITH_MAKER(the_policy_speaks_where_the_record_does_not),
		WITH_MAKER(a_recorded_review_moves_the_next_one),
		WITH_MAKER(a_policy_counts_from_the_last_review),
		WITH_MAKER(the_first_policy_that_fits_counts),
		WITH_MAKER(owners_and_deciders_look_first),
		WITH_MAKER(gone_neighbours_and_successors_are_named),
		WITH_MAKER(waivers_that_end_are_entries),
		WITH_MAKER(the_median_age_is_the_one_in_the_middle),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
