/* SPDX-License-Identifier: MIT */
/* What the index keeps of .adr.yml. */
#include "index_fixture.h"

static struct config settings(struct arena *arena)
{
	struct config config;
	config_init(&config);
	config.path = STR("/w/.adr.yml");
	config.review_within = (struct period){2, DATE_WEEKS};
	*LIST_ADD(arena, &config.standards) =
		(struct standard){STR("cache"), STR("redis"), STR("backend"), STR("web/ADR-0001"), 12};
	*LIST_ADD(arena, &config.standards) = (struct standard){STR("ci"), STR("jenkins"), {0}, {0}, 14};
	*LIST_ADD(arena, &config.authorities) = STR("platform");
	*LIST_ADD(arena, &config.authorities) = STR("security");
	struct waiver *waiver = LIST_ADD(arena, &config.waivers);
	*waiver = (struct waiver){.subject = STR("broker"), .reason = STR("moving"), .line = 20};
	assert_true(date_make(2027, 1, 1, &waiver->until));
	*LIST_ADD(arena, &waiver->projects) = STR("web");
	*LIST_ADD(arena, &waiver->projects) = STR("search");
	*LIST_ADD(arena, &waiver->records) = STR("web/ADR-0002");
	*LIST_ADD(arena, &config.waivers) = (struct waiver){.subject = STR("ci"), .line = 25};
	return config;
}

static void assert_settings(const struct config *config)
{
	assert_int_equal(config->standards.count, 2);
	assert_str(config->standards.item[0].option, "redis");
	assert_str(config->standards.item[0].scope, "backend");
	assert_str(config->standards.item[0].record, "web/ADR-0001");
	assert_int_equal(config->standards.item[1].line, 14);
	assert_int_equal(config->authorities.count, 2);
	assert_str(config->authorities.item[0], "platform");
	assert_str(config->authorities.item[1], "security");
	assert_int_equal(config->waivers.count, 2);
	const struct waiver *waiver = &config->waivers.item[0];
	struct date until = {0};
	assert_true(date_make(2027, 1, 1, &until));
	assert_str(waiver->reason, "moving");
	assert_true(date_equal(waiver->until, until));
	assert_int_equal(waiver->projects.count, 2);
	assert_str(waiver->projects.item[1], "search");
	assert_int_equal(waiver->records.count, 1);
	assert_str(waiver->records.item[0], "web/ADR-0002");
	assert_false(config->waivers.item[1].until.set);
	assert_int_equal(config->waivers.item[1].projects.count, 0);
	assert_int_equal(config->waivers.item[1].line, 25);
}

static void they_come_back_with_the_project(void **state)
{
	struct fixture *fixture = *state;
	struct config config = settings(fixture->arena), all = {0};
	fixture->project[1].config = &config;
	begin(fixture);
	put(fixture, 0, "a.md", 1, "");
	put(fixture, 1, "b.md", 1, "");
	commit(fixture);
	open_index(fixture, STORE_READ);
	struct records records = load(fixture, NULL, 0);
	const struct config *plain = records.item[0].project->config, *back = records.item[1].project->config;
	assert_int_equal(plain->review_within.count, 30);
	assert_int_equal(plain->waivers.count, 0);
	assert_str(back->path, "/w/.adr.yml");
	assert_int_equal(back->review_within.unit, DATE_WEEKS);
	assert_settings(back);
	assert_done(fixture, store_load_settings(fixture->store, fixture->arena, NULL, &all, &fixture->error));
	assert_settings(&all);
}

/* The settings of a workspace stand with each of its projects. */
static void what_all_projects_say_counts_once(void **state)
{
	struct fixture *fixture = *state;
	struct config config = settings(fixture->arena), other = settings(fixture->arena), all = {0};
	other.waivers.item[0].projects.item[1] = STR("fares");
	fixture->project[0].config = &other;
	fixture->project[1].config = &config;
	begin(fixture);
	commit(fixture);
	assert_done(fixture, store_load_settings(fixture->store, fixture->arena, NULL, &all, &fixture->error));
	assert_int_equal(all.standards.count, 2);
	assert_int_equal(all.authorities.count, 2);
	assert_int_equal(all.waivers.count, 3);
	assert_str(all.waivers.item[0].projects.item[1], "fares");
	assert_str(all.waivers.item[1].subject, "ci");
	assert_str(all.waivers.item[2].projects.item[1], "search");
}

static void new_settings_replace_the_old(void **state)
{
	struct fixture *fixture = *state;
	struct config config = settings(fixture->arena), all = {0};
	fixture->project[1].config = &config;
	begin(fixture);
	commit(fixture);
	begin(fixture);
	commit(fixture);
	assert_done(fixture, store_load_settings(fixture->store, fixture->arena, NULL, &all, &fixture->error));
	assert_settings(&all);
	fixture->project[1].config = &fixture->config;
	begin(fixture);
	commit(fixture);
	assert_str(ask(fixture, "SELECT (SELECT count(*) FROM standard) + (SELECT count(*) FROM waiver) + "
				"(SELECT count(*) FROM waiver_limit)"),
		   "0");
}

static void they_go_with_the_project(void **state)
{
	struct fixture *fixture = *state;
	struct config config = settings(fixture->arena);
	struct stored_projects projects = {0};
	fixture->project[1].config = &config;
	begin(fixture);
	commit(fixture);
	begin(fixture);
	assert_done(fixture, store_forget_project(fixture->store, fixture->project[1].number, &fixture->error));
	commit(fixture);
	assert_done(fixture, store_projects(fixture->store, fixture->arena, &projects, &fixture->error));
	assert_int_equal(projects.count, PROJECTS - 1);
	assert_str(ask(fixture, "SELECT (SELECT count(*) FROM standard) + (SELECT count(*) FROM waiver) + "
				"(SELECT count(*) FROM waiver_limit)"),
		   "0");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(they_come_back_with_the_project, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_all_projects_say_counts_once, set_up, tear_down),
		cmocka_unit_test_setup_teardown(new_settings_replace_the_old, set_up, tear_down),
		cmocka_unit_test_setup_teardown(they_go_with_the_project, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
