/* SPDX-License-Identifier: MIT */
/* What a project takes over from its workspace. */
#include "testing.h"

#include "adr/base/arena.h"
#include "inherit.h"

#include "adr/model/status.h"
#include "adr/model/vocabulary.h"

static struct arena *arena;
static struct config own, workspace;

static int set_up(void **state)
{
	(void)state;
	arena = arena_new();
	config_init(&own);
	config_init(&workspace);
	workspace.path = STR("/w/.adr.yml");
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static void nothing_to_take_over(void **state)
{
	(void)state;
	assert_ptr_equal(inherit_config(arena, &own, &own), &own);
	workspace.path = (struct str){0}; /* defaults, from no file */
	assert_ptr_equal(inherit_config(arena, &own, &workspace), &own);
}

static void what_is_at_its_default_is_taken_over(void **state)
{
	(void)state;
	workspace.template_name = STR("madr");
	workspace.date_order = DATE_ORDER_DMY;
	workspace.review_interval = (struct period){6, DATE_MONTHS};
	workspace.review_within = (struct period){2, DATE_WEEKS};
	workspace.rules[RULE_MOJIBAKE] = SEVERITY_OFF;
	const struct config *config = inherit_config(arena, &own, &workspace);
	assert_str(config->template_name, "madr");
	assert_int_equal(config->date_order, DATE_ORDER_DMY);
	assert_int_equal(config->review_interval.count, 6);
	assert_int_equal(config->review_within.count, 2);
	assert_int_equal(config->rules[RULE_MOJIBAKE], SEVERITY_OFF);
	assert_str(own.template_name, "");
}

static void what_the_project_says_wins(void **state)
{
	(void)state;
	workspace.template_name = STR("madr");
	workspace.date_order = DATE_ORDER_DMY;
	workspace.review_interval = (struct period){6, DATE_MONTHS};
	workspace.review_within = (struct period){2, DATE_WEEKS};
	workspace.rules[RULE_MOJIBAKE] = SEVERITY_OFF;
	own.template_name = STR("nygard");
	own.date_order = DATE_ORDER_MDY;
	own.review_interval = (struct period){1, DATE_YEARS};
	own.review_within = (struct period){7, DATE_DAYS};
	own.rules[RULE_MOJIBAKE] = SEVERITY_ERROR;
	const struct config *config = inherit_config(arena, &own, &workspace);
	assert_str(config->template_name, "nygard");
	assert_int_equal(config->date_order, DATE_ORDER_MDY);
	assert_int_equal(config->review_interval.count, 1);
	assert_int_equal(config->review_within.count, 7);
	assert_int_equal(config->rules[RULE_MOJIBAKE], SEVERITY_ERROR);
}

static void what_names_one_project_is_never_taken_over(void **state)
{
	(void)state;
	workspace.name = STR("whole");
	workspace.index = STR("adr.db");
	*LIST_ADD(arena, &workspace.directories) = STR("decisions");
	*LIST_ADD(arena, &workspace.projects) = STR("ship");
	own.path = STR("/w/ship/.adr.yml");
	own.root = STR("/w/ship");
	const struct config *config = inherit_config(arena, &own, &workspace);
	assert_str(config->name, "");
	assert_str(config->index, "");
	assert_int_equal(config->directories.count, 0);
	assert_int_equal(config->projects.count, 0);
	assert_str(config->path, "/w/ship/.adr.yml");
	assert_str(config->root, "/w/ship");
}

static void lists_are_joined(void **state)
{
	(void)state;
	LIST_ADD(arena, &workspace.waivers)->subject = STR("theirs");
	LIST_ADD(arena, &own.waivers)->subject = STR("ours");
	LIST_ADD(arena, &workspace.standards)->subject = STR("cache");
	*LIST_ADD(arena, &workspace.authorities) = STR("platform");
	const struct config *config = inherit_config(arena, &own, &workspace);
	assert_int_equal(config->waivers.count, 2);
	assert_str(config->waivers.item[0].subject, "theirs");
	assert_str(config->waivers.item[1].subject, "ours");
	assert_int_equal(config->standards.count, 1);
	assert_int_equal(config->authorities.count, 1);
	assert_int_equal(own.waivers.count, 1);
	assert_int_equal(workspace.waivers.count, 1);
}

static void add_own_word(struct config *config, const char *key, enum status status)
{
	*LIST_ADD(arena, &config->words) = (struct own_word){
		WORD_STATUS, {.key = str_of(key), .meaning = (uint8_t)status, .language = LANGUAGE_OWN}};
}

static void words_are_shared_and_the_projects_own_come_last(void **state)
{
	(void)state;
	struct config plain = own;
	add_own_word(&workspace, "live", STATUS_ACCEPTED);
	assert_ptr_equal(inherit_config(arena, &plain, &workspace)->words.item, workspace.words.item);
	add_own_word(&own, "live", STATUS_PROPOSED);
	const struct config *config = inherit_config(arena, &own, &workspace);
	assert_int_equal(config->words.count, 2);
	assert_int_equal(config->words.item[1].word.meaning, STATUS_PROPOSED);
	assert_int_equal(workspace.words.count, 1);
	assert_int_equal(own.words.count, 1);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

static void own_policies_and_interval_come_before_those_of_the_workspace(void **state)
{
	(void)state;
	*LIST_ADD(arena, &own.review_policies) = (struct review_policy){.line = 1};
	*LIST_ADD(arena, &workspace.review_policies) = (struct review_policy){.line = 2};
	own.review_interval = (struct period){2, DATE_YEARS};
	workspace.review_interval = (struct period){1, DATE_YEARS};
	const struct config *config = inherit_config(arena, &own, &workspace);
	assert_int_equal(config->review_policies.count, 3);
	assert_int_equal(config->review_policies.item[0].line, 1);
	assert_int_equal(config->review_policies.item[1].interval.count, 2);
	assert_int_equal(config->review_policies.item[2].line, 2);
	assert_int_equal(own.review_policies.count, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(own_policies_and_interval_come_before_those_of_the_workspace),
		TEST(nothing_to_take_over),       TEST(what_is_at_its_default_is_taken_over),
		TEST(what_the_project_says_wins), TEST(what_names_one_project_is_never_taken_over),
		TEST(lists_are_joined),           TEST(words_are_shared_and_the_projects_own_come_last),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
