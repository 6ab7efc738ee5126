/* SPDX-License-Identifier: MIT */
/* Full-text search over a small index. */
#include "index_fixture.h"

static void fill(struct fixture *fixture)
{
	struct record kafka = make_record("0001-kafka.md", 1, "Publish events over Kafka");
	struct record cache = make_record("0002-cache.md", 2, "Cache fares");
	struct record coffee = make_record("0003-coffee.md", 3, "Café opening hours");
	*LIST_ADD(fixture->arena, &cache.people) = (struct person){.name = STR("Kafka Novák")};
	*LIST_ADD(fixture->arena, &coffee.tags) = STR("hospitality");
	begin(fixture);
	save(fixture, 0, &kafka, "# Publish events over Kafka\n\nThe write ahead log is\nkept for a week.\n");
	save(fixture, 0, &cache, "# Cache fares\r\n\r\nRedis keeps fares.\r\nNobody reads\r\nthe log twice.\r\n");
	save(fixture, 1, &coffee, "# Caf\xC3\xA9\rThe barista writes a log ahead of time,\ron kafka paper.");
	commit(fixture);
}

static const struct {
	const char *query, *found;
} rows[] = {
	{"redis", "billing/ADR-0002"},
	{"REDIS", "billing/ADR-0002"},
	{"cafe", "search/ADR-0003"},
	{"CAFÉ", "search/ADR-0003"},
	{"\"write ahead log\"", "billing/ADR-0001"},
	{"kept -redis", "billing/ADR-0001"},
	{"barist*", "search/ADR-0003"},
	{"barist", ""},
	{"redis OR barista", "search/ADR-0003 billing/ADR-0002"},
	{"hospitality", "search/ADR-0003"},
	{"novak", "billing/ADR-0002"},
	{"nothing of the kind", ""},
	{"", ""},
};

static void queries_find_records(void **state)
{
	struct fixture *fixture = *state;
	fill(fixture);
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct hits hits = search(fixture, rows[i].query);
		struct str found = hit_ids(fixture, &hits);
		if (strcmp(rows[i].query, "redis OR barista") == 0)
			assert_int_equal(hits.count, 2);
		else
			assert_str(found, rows[i].found);
	}
}

/* The title weighs more than people, and people more than the text. */
static void the_best_come_first(void **state)
{
	struct fixture *fixture = *state;
	fill(fixture);
	struct hits hits = search(fixture, "kafka");
	assert_str(hit_ids(fixture, &hits), "billing/ADR-0001 billing/ADR-0002 search/ADR-0003");
	assert_true(hits.item[0].score > hits.item[1].score);
	assert_true(hits.item[1].score > hits.item[2].score);
}

static void hits_show_line_and_snippet(void **state)
{
	struct fixture *fixture = *state;
	fill(fixture);
	struct hits hits = search(fixture, "kept");
	assert_int_equal(hits.item[0].line, 4);
	assert_str(hits.item[0].snippet, "# Publish events over Kafka The write ahead log is \x02kept\x03 for a week.");
	assert_str(hits.item[0].record.title, "Publish events over Kafka");
	assert_str(hits.item[0].record.project->name, "billing");
	hits = search(fixture, "twice");
	assert_int_equal(hits.item[0].line, 5);
	hits = search(fixture, "paper");
	assert_int_equal(hits.item[0].line, 3);
	hits = search(fixture, "novak"); /* stands in the list of people only */
	assert_int_equal(hits.item[0].line, 1);
}

static void filters_and_limits_apply(void **state)
{
	struct fixture *fixture = *state;
	struct record_filter filter = {0};
	struct hits hits = {0};
	fill(fixture);
	*LIST_ADD(fixture->arena, &filter.projects) = STR("search");
	assert_done(fixture,
		    store_search(fixture->store, fixture->arena, STR("log"), &filter, 20, &hits, &fixture->error));
	assert_str(hit_ids(fixture, &hits), "search/ADR-0003");
	hits.count = 0;
	assert_done(fixture, store_search(fixture->store, fixture->arena, STR("log"), NULL, 2, &hits, &fixture->error));
	assert_int_equal(hits.count, 2);
}

static void no_input_is_an_error(void **state)
{
	struct fixture *fixture = *state;
	uint32_t dice = 1;
	fill(fixture);
	for (int round = 0; round < 3000; round++) {
		char query[24];
		for (size_t i = 0; i < sizeof query - 1; i++) {
			static const char bytes[] = "\"*-+^:()OR AND kafka log\xC3\xA9\xFF\x01{}\\'%_";
			dice = dice * 1103515245 + 12345;
			query[i] = bytes[(dice >> 16) % (sizeof bytes - 1)];
		}
		struct hits hits = {0};
		assert_done(fixture, store_search(fixture->store, fixture->arena,
						  (struct str){query, (dice >> 8) % sizeof query}, NULL, 5, &hits,
						  &fixture->error));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(queries_find_records, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_best_come_first, set_up, tear_down),
		cmocka_unit_test_setup_teardown(hits_show_line_and_snippet, set_up, tear_down),
		cmocka_unit_test_setup_teardown(filters_and_limits_apply, set_up, tear_down),
		cmocka_unit_test_setup_teardown(no_input_is_an_error, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
