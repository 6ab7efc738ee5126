/* SPDX-License-Identifier: MIT */
/* Which records are loaded, in which order, and what reports get that need less than all. */
#include "index_fixture.h"

static struct date day(int month)
{
	struct date date = {0};
	assert_true(date_make(2026, month, 1, &date));
	return date;
}

static void fill(struct fixture *fixture)
{
	static const enum status statuses[] = {STATUS_ACCEPTED, STATUS_PROPOSED, STATUS_NONE, STATUS_SUPERSEDED};
	static const char *const people[] = {"Zoë Müller", "Ann Lee", "Lee Ann Muller-Smith", "Bob"};
	begin(fixture);
	for (int i = 0; i < 4; i++) {
		struct record record = make_record(arena_printf(fixture->arena, "%d.md", i + 1).at, i + 1,
						   i % 2 ? "Cache fares" : "Décision: Kafka");
		record.status = statuses[i];
		record.status_text = STR("words");
		record.date = day(i + 1);
		*LIST_ADD(fixture->arena, &record.people) = (struct person){.name = str_of(people[i])};
		*LIST_ADD(fixture->arena, &record.tags) = i < 2 ? STR("Event Bus") : STR("event");
		save(fixture, (size_t)i / 2, &record, "");
	}
	commit(fixture);
}

static void assert_filtered(struct fixture *fixture, const struct record_filter *filter, const char *expected)
{
	struct records records = load(fixture, filter, 0);
	assert_str(ids_of(fixture, &records), expected);
}

static void words_are_compared_folded(void **state)
{
	struct fixture *fixture = *state;
	fill(fixture);
	assert_filtered(fixture, &(struct record_filter){.person = STR("zoe muller")}, "billing/ADR-0001");
	assert_filtered(fixture, &(struct record_filter){.person = STR("MÜLLER")}, "billing/ADR-0001 search/ADR-0003");
	assert_filtered(fixture, &(struct record_filter){.person = STR("mull")}, "");
	assert_filtered(fixture, &(struct record_filter){.person = STR("!")}, "");
	assert_filtered(fixture, &(struct record_filter){.tag = STR("EVENT")}, "search/ADR-0003 search/ADR-0004");
	assert_filtered(fixture, &(struct record_filter){.tag = STR("event-bus")}, "billing/ADR-0001 billing/ADR-0002");
	assert_filtered(fixture, &(struct record_filter){.text = STR("decision kaf")},
			"billing/ADR-0001 search/ADR-0003");
	assert_filtered(fixture, &(struct record_filter){.text = STR("billing/adr-0002")}, "billing/ADR-0002");
	assert_filtered(fixture, &(struct record_filter){.text = STR("h/adr")}, "search/ADR-0003 search/ADR-0004");
	assert_filtered(fixture, &(struct record_filter){.text = STR("%")}, "");
}

static void statuses_projects_and_days_choose(void **state)
{
	struct fixture *fixture = *state;
	struct str proposed = STR("proposed"), none = STR("none");
	struct strs one = {&proposed, 1, 1};
	struct str both[] = {none, proposed};
	struct strs two = {both, 2, 2};
	struct str search_name = STR("search");
	struct strs projects = {&search_name, 1, 1};
	fill(fixture);
	assert_filtered(fixture, &(struct record_filter){.statuses = one}, "billing/ADR-0002");
	assert_filtered(fixture, &(struct record_filter){.statuses = two}, "billing/ADR-0002 search/ADR-0003");
	assert_filtered(fixture, &(struct record_filter){.projects = projects}, "search/ADR-0003 search/ADR-0004");
	assert_filtered(fixture, &(struct record_filter){.projects = projects, .statuses = one}, "");
	assert_filtered(fixture, &(struct record_filter){.since = day(2), .until = day(3)},
			"billing/ADR-0002 search/ADR-0003");
	assert_filtered(fixture, &(struct record_filter){.in_force = true}, "billing/ADR-0001");
}

static void lists_of_a_choice_go_to_the_right_records(void **state)
{
	struct fixture *fixture = *state;
	fill(fixture);
	struct records records = load(fixture, &(struct record_filter){.text = STR("cache")}, PART_PEOPLE);
	assert_int_equal(records.count, 2);
	assert_int_equal(records.item[0].people.count, 1);
	assert_str(records.item[0].people.item[0].name, "Ann Lee");
	assert_str(records.item[1].people.item[0].name, "Bob");
}

/* Also when they were added in another order than that of their names. */
static void records_come_by_project_and_path(void **state)
{
	struct fixture *fixture = *state;
	begin(fixture);
	put(fixture, 2, "b.md", -1, "");
	put(fixture, 0, "z.md", -1, "");
	commit(fixture);
	begin(fixture);
	put(fixture, 2, "a.md", -1, "");
	put(fixture, 0, "Z.md", -1, "");
	commit(fixture);
	assert_str(ids(fixture), "billing/Z billing/z web/a web/b");
}

static void put_claimant(struct fixture *fixture, const char *path, enum status status, bool claims,
			 enum link_kind kind)
{
	struct record record = make_record(path, -1, "x");
	record.status = status;
	if (claims)
		*LIST_ADD(fixture->arena, &record.claims) =
			(struct claim){.subject = STR("cache"), .option = STR("redis"), .chosen = true};
	else
		*LIST_ADD(fixture->arena, &record.links) =
			(struct link){.kind = kind, .target = STR("a"), .file = STR("a.md"), .to_number = -1};
	save(fixture, 0, &record, "");
}

static void conflicts_get_claims_in_force_and_what_replaces_them(void **state)
{
	struct fixture *fixture = *state;
	struct records records = {0};
	begin(fixture);
	put_claimant(fixture, "a.md", STATUS_ACCEPTED, true, LINK_OTHER);
	put_claimant(fixture, "b.md", STATUS_PROPOSED, true, LINK_OTHER);
	put_claimant(fixture, "c.md", STATUS_ACCEPTED, false, LINK_SUPERSEDES);
	put_claimant(fixture, "d.md", STATUS_ACCEPTED, false, LINK_RELATES_TO);
	put_claimant(fixture, "e.md", STATUS_REJECTED, true, LINK_OTHER);
	commit(fixture);
	assert_done(fixture, store_load_claims(fixture->store, fixture->arena, false, &records, &fixture->error));
	assert_str(ids_of(fixture, &records), "billing/a billing/c");
	assert_str(records.item[0].claims.item[0].option, "redis");
	assert_str(records.item[1].links.item[0].to, "billing/a");
	records = (struct records){0};
	assert_done(fixture, store_load_claims(fixture->store, fixture->arena, true, &records, &fixture->error));
	assert_str(ids_of(fixture, &records), "billing/a billing/b billing/c");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(words_are_compared_folded, set_up, tear_down),
		cmocka_unit_test_setup_teardown(statuses_projects_and_days_choose, set_up, tear_down),
		cmocka_unit_test_setup_teardown(lists_of_a_choice_go_to_the_right_records, set_up, tear_down),
		cmocka_unit_test_setup_teardown(records_come_by_project_and_path, set_up, tear_down),
		cmocka_unit_test_setup_teardown(conflicts_get_claims_in_force_and_what_replaces_them, set_up,
						tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
