/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "adr/parse/read_config.h"
#include "config_keys.h"
#include "tree.h"
#include "word_list.h"

#include "adr/base/file.h"
#include "adr/base/text.h"
#include "adr/model/record.h"

static struct arena *arena;
static struct error error;

static int set_up(void **state)
{
	(void)state;
	arena = arena_new();
	error.text[0] = '\0';
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static enum outcome read_text(const char *text, struct config *config)
{
	return read_config_text(arena, STR("shop/.adr.yml"), str_of(text), config, &error);
}

static void assert_word(const struct config *config, size_t i, enum word_class class, const char *key, int meaning)
{
	const struct own_word *own = &config->words.item[i];
	assert_int_equal(own->class, class);
	assert_str(own->word.key, key);
	assert_int_equal(own->word.meaning, meaning);
	assert_int_equal(own->word.language, LANGUAGE_OWN);
}

static void every_key_is_read(void **state)
{
	(void)state;
	struct config config;
	assert_int_equal(
		read_text("name: shop\n"
			  "directory: [./docs/adr/, decisions]\n"
			  "template: madr\n"
			  "projects: [api, ../web]\n"
			  "index: build/adr.db\n"
			  "date-order: dmy\n"
			  "statuses: {Parked: proposed, En vigueur: accepted}\n"
			  "words: {roles: {decider: Wer}, months: {1: [J\xC3\xA4nner]}}\n"
			  "review: {interval: 6m, within: 2w}\n"
			  "rules: {date-missing: off}\n"
			  "lint: {rules: {title-missing: warning}}\n"
			  "conflicts:\n"
			  "  authority: harbour-platform\n"
			  "  standards:\n"
			  "    - {subject: container-base-image, option: alpine, scope: go, record: shop/ADR-0004}\n"
			  "  waivers:\n"
			  "    - subject: ci-platform\n"
			  "      projects: [api]\n"
			  "      ids: web/ADR-0002\n"
			  "      reason: moves next year\n"
			  "      until: 2027-02-28\n",
			  &config),
		OUTCOME_OK);
	assert_str(config.path, "shop/.adr.yml");
	assert_str(config.root, "shop");
	assert_str(config.name, "shop");
	assert_int_equal(config.directories.count, 2);
	assert_str(config.directories.item[0], "docs/adr");
	assert_str(config.template_name, "madr");
	assert_str(config.projects.item[1], "../web");
	assert_str(config.index, "build/adr.db");
	assert_int_equal(config.date_order, DATE_ORDER_DMY);
	assert_int_equal(config.words.count, 4);
	assert_word(&config, 0, WORD_STATUS, "en vigueur", STATUS_ACCEPTED);
	assert_word(&config, 1, WORD_STATUS, "parked", STATUS_PROPOSED);
	assert_word(&config, 2, WORD_LABEL, "wer", LABEL_ROLE + (int)ROLE_DECIDER);
	assert_word(&config, 3, WORD_MONTH, "janner", 1);
	assert_int_equal(config.review_interval.count, 6);
	assert_int_equal(config.review_interval.unit, DATE_MONTHS);
	assert_int_equal(config.review_within.unit, DATE_WEEKS);
	assert_int_equal(config.rules[RULE_DATE_MISSING], SEVERITY_OFF);
	assert_int_equal(config.rules[RULE_TITLE_MISSING], SEVERITY_WARNING);
	assert_int_equal(config.standards.count, 1);
	assert_str(config.standards.item[0].option, "alpine");
	assert_str(config.standards.item[0].scope, "go");
	assert_int_equal(config.standards.item[0].line, 15);
	assert_int_equal(config.authorities.count, 1);
	assert_str(config.authorities.item[0], "harbour-platform");
	assert_int_equal(config.waivers.count, 1);
	assert_str(config.waivers.item[0].records.item[0], "web/ADR-0002");
	assert_int_equal(config.waivers.item[0].line, 17);
	char day[DATE_TEXT_SIZE];
	assert_string_equal(date_format(config.waivers.item[0].until, day), "2027-02-28");
}

static void empty_files_give_the_defaults(void **state)
{
	(void)state;
	static const char *const texts[] = {"", "\n\n", "# nothing yet\n", "name:\nreview:\nconflicts:\n"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		struct config config;
		assert_int_equal(read_text(texts[i], &config), OUTCOME_OK);
		assert_true(str_empty(config.name));
		assert_int_equal(config.review_interval.count, 0);
		assert_int_equal(config.review_within.count, 30);
		for (int rule = 0; rule < RULE_COUNT; rule++)
			assert_int_equal(config.rules[rule], rule_info((enum rule)rule)->severity);
	}
}

struct mistake {
	const char *text, *message;
};

static void check_mistakes(const struct mistake *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct config config = {.name = STR_INIT("untouched")};
		assert_int_equal(read_text(cases[i].text, &config), OUTCOME_FAILURE);
		assert_string_equal(error.text, cases[i].message);
		assert_str(config.name, "untouched");
	}
}

#define CHECK_MISTAKES(cases) check_mistakes(cases, sizeof(cases) / sizeof *(cases))

/* Windows editors put a mark in front, which must not count as indentation. */
static void byte_order_marks_take_no_column(void **state)
{
	(void)state;
	struct config config;
	assert_int_equal(read_text("\xEF\xBB\xBFname: shop\nindex: x\n", &config), OUTCOME_OK);
	assert_str(config.name, "shop");
	assert_str(config.index, "x");
}

/* What is wrong is said with its place and, where a word is nearly right, with the word that was meant. */
static void mistakes_are_named(void **state)
{
	(void)state;
	static const struct mistake cases[] = {
		{"naem: shop\n", "shop/.adr.yml:1:1: unknown key 'naem'; did you mean 'name'?"},
		{"colour: red\n", "shop/.adr.yml:1:1: unknown key 'colour'"},
		{"name: a\nname: b\n", "shop/.adr.yml:2:1: the key 'name' stands here twice"},
		{"name: [a]\n", "shop/.adr.yml:1:7: a single text is expected here"},
		{"name: a/b\n", "shop/.adr.yml:1:7: a project's name must not hold '/'"},
		{"name: ''\n", "shop/.adr.yml:1:7: this text is empty"},
		{"- name\n", "shop/.adr.yml:1:1: the configuration is written as 'key: value' lines"},
		{"directory: ../other\n", "shop/.adr.yml:1:12: '../other' lies outside of the project"},
		{"directory: /etc\n", "shop/.adr.yml:1:12: '/etc' lies outside of the project"},
		{"directory: docs/../../x\n", "shop/.adr.yml:1:12: '../x' lies outside of the project"},
		{"projects: [\"a\\e[31m\"]\n",
		 "shop/.adr.yml:1:12: control characters and line breaks are not allowed here"},
		{"date-order: ymd\n", "shop/.adr.yml:1:13: the order of a date is auto, dmy or mdy, not 'ymd'"},
		{"review: {interval: 6 months}\n",
		 "shop/.adr.yml:1:20: '6 months' is no length of time such as 30d, 2w, 6m or 1y"},
		{"review: {within: 0d}\n", "shop/.adr.yml:1:18: '0d' is no length of time such as 30d, 2w, 6m or 1y"},
		{"review: {policies: {interval: 1y}}\n",
		 "shop/.adr.yml:1:20: a list is expected here, each item behind '- '"},
		{"review: {policies: [{status: acepted, interval: 1y}]}\n",
		 "shop/.adr.yml:1:30: unknown status 'acepted'; did you mean 'accepted'?"},
		{"review: {policies: [{stats: accepted, interval: 1y}]}\n",
		 "shop/.adr.yml:1:22: unknown key 'stats'; did you mean 'status'?"},
		{"review: {policies: [{tag: security}]}\n",
		 "shop/.adr.yml:1:21: a policy needs 'interval', a length of time or 'never'"},
		{"review: {policies: [{interval: nevre}]}\n",
		 "shop/.adr.yml:1:32: 'nevre' is neither 'never' nor a length of time such as 30d, 6m or 1y"},
		{"rules: {date-mising: off}\n",
		 "shop/.adr.yml:1:9: unknown rule 'date-mising'; did you mean 'date-missing'?"},
		{"rules: {date-missing: never}\n",
		 "shop/.adr.yml:1:23: a rule is set to error, warning, info or off, not 'never'"},
		{"conflicts: {standards: {subject: cache}}\n",
		 "shop/.adr.yml:1:24: a list is expected here, each item behind '- '"},
		{"conflicts:\n  standards:\n    - {subject: cahce, option: redis}\n",
		 "shop/.adr.yml:3:17: unknown subject 'cahce'; did you mean 'cache'?"},
		{"conflicts:\n  standards:\n    - {subject: cache, option: radis}\n",
		 "shop/.adr.yml:3:32: unknown option 'radis'; did you mean 'redis'?"},
		{"conflicts:\n  standards:\n    - {subject: orm, option: prisma, scope: pyton}\n",
		 "shop/.adr.yml:3:45: unknown scope 'pyton'; did you mean 'python'?"},
		{"conflicts:\n  standards:\n    - subject: cache\n",
		 "shop/.adr.yml:3:7: a standard needs 'subject' and 'option'"},
		{"conflicts:\n  waivers:\n    - subject: cache\n",
		 "shop/.adr.yml:3:7: a waiver needs 'subject' and 'reason'"},
		{"conflicts:\n  waivers:\n    - {subject: cache, reason: x, until: 2027-02-30}\n",
		 "shop/.adr.yml:3:42: '2027-02-30' is no day of the calendar such as 2026-12-31"},
	};
	CHECK_MISTAKES(cases);
}

static void mistakes_in_words_are_named(void **state)
{
	(void)state;
	static const struct mistake cases[] = {
		{"statuses: {parked: propsed}\n",
		 "shop/.adr.yml:1:20: unknown status 'propsed'; did you mean 'proposed'?"},
		{"statuses: {'--': proposed}\n", "shop/.adr.yml:1:12: this word holds neither letters nor digits"},
		{"statuses: {parked: proposed, Parked: draft}\n",
		 "shop/.adr.yml:1:30: the word 'parked' stands here twice"},
		{"words: [wer]\n", "shop/.adr.yml:1:8: 'words' is written as 'key: value' lines"},
		{"words: {rolls: {decider: Wer}}\n", "shop/.adr.yml:1:9: unknown key 'rolls'; did you mean 'roles'?"},
		{"words: {common: [der]}\n", "shop/.adr.yml:1:9: unknown key 'common'"},
		{"words:\n  roles:\n    decidor: Wer\n",
		 "shop/.adr.yml:3:5: unknown key 'decidor'; did you mean 'decider'?"},
		{"words: {roles: [Wer]}\n", "shop/.adr.yml:1:16: the list of words is written as 'key: value' lines"},
		{"words: {roles: {decider: {Wer: 1}}}\n",
		 "shop/.adr.yml:1:26: a text or a list of texts is expected here"},
		{"words: {months: {13: Nachdezember}}\n",
		 "shop/.adr.yml:1:18: a number from 1 to 12 is expected here, not '13'"},
		{"words: {roles: {decider: Wer}, dates: {decided: wer}}\n",
		 "shop/.adr.yml:1:49: the word 'wer' stands here twice"},
		{"words: {nobody: [one two three four five six seven eight]}\n",
		 "shop/.adr.yml:1:18: this is too long to be found: at most 7 words and 64 bytes"},
	};
	CHECK_MISTAKES(cases);
}

static void own_catalogues_add_to_the_built_in_one(void **state)
{
	(void)state;
	struct config config;
	assert_int_equal(read_text("conflicts:\n"
				   "  standards:\n"
				   "    - {subject: container-base-image, option: house-image}\n"
				   "    - {subject: paper-size, option: a4}\n"
				   "  catalog:\n"
				   "    subjects:\n"
				   "      container-base-image:\n"
				   "        options:\n"
				   "          house-image: {is-a: debian, names: house/base}\n"
				   "      paper-size:\n"
				   "        options: {a4: , letter: us letter}\n",
				   &config),
			 OUTCOME_OK);
	assert_int_equal(config.standards.count, 2);
	const struct catalog_subject *images = catalog_subject_find(&config.catalog, STR("container-base-image"));
	const struct catalog_subject *paper = catalog_subject_find(&config.catalog, STR("paper-size"));
	assert_non_null(catalog_option_find(images, STR("alpine")));
	assert_true(catalog_is_a(images, STR("house-image"), STR("debian")));
	assert_int_equal(paper->option_count, 2);
}

static void own_catalogues_may_be_files(void **state)
{
	(void)state;
	struct config config;
	struct tree tree = tree_make();
	const char *settings = tree_path(&tree, ".adr.yml");
	tree_put(&tree, ".adr.yml", "conflicts: {catalog: [paper.yml]}\n");
	assert_int_equal(read_config(arena, settings, &config, &error), OUTCOME_FAILURE);
	assert_non_null(strstr(error.text, "paper.yml"));
	tree_put(&tree, "paper.yml", "subjects: {paper-size: {options: {a4: , letter: }}}\n");
	assert_int_equal(read_config(arena, settings, &config, &error), OUTCOME_OK);
	assert_int_equal(config.catalog.subject_count, 1);
	assert_str(config.root, tree.root.at);
	tree_put(&tree, "paper.yml", "subjects: {paper-size: {optoins: {a4: }}}\n");
	assert_int_equal(read_config(arena, settings, &config, &error), OUTCOME_FAILURE);
	assert_non_null(strstr(error.text, "/paper.yml:1:25: unknown key 'optoins'; did you mean 'options'?"));
	tree_remove(&tree);
}

static void waivers_may_name_what_no_catalogue_knows(void **state)
{
	(void)state;
	struct config config;
	assert_int_equal(
		read_text("conflicts: {waivers: [{subject: blue paint or red paint, reason: taste}]}\n", &config),
		OUTCOME_OK);
	assert_str(config.waivers.item[0].subject, "blue paint or red paint");
}

static void assert_documented(const struct yaml_row *rows, struct str page)
{
	for (; rows->key; rows++) {
		struct str shown = arena_printf(arena, "`%s`", rows->key);
		if (!str_contains(page, shown))
			fail_msg("docs/configuration.md does not mention %s", shown.at);
	}
}

static void every_key_is_documented(void **state)
{
	(void)state;
	struct str page;
	assert_int_equal(file_read(arena, "docs/configuration.md", 1 << 20, &page, &error), OUTCOME_OK);
	assert_documented(config_keys, page);
	assert_documented(word_list_keys, page);
	assert_documented(config_review_keys, page);
	assert_documented(config_policy_keys, page);
	assert_documented(config_lint_keys, page);
	assert_documented(config_conflict_keys, page);
	assert_documented(config_standard_keys, page);
	assert_documented(config_waiver_keys, page);
}

/* The examples of the page are settings that can be used. */
static void documented_examples_can_be_read(void **state)
{
	(void)state;
	struct str page, line;
	struct config config;
	SCOPED(text_release) struct text example = {0};
	bool inside = false;
	size_t examples = 0;
	assert_int_equal(file_read(arena, "docs/configuration.md", 1 << 20, &page, &error), OUTCOME_OK);
	while (str_next_line(&page, &line)) {
		if (!inside && str_equal(line, STR("```yaml"))) {
			inside = true;
			text_clear(&example);
		} else if (inside && str_equal(line, STR("```"))) {
			inside = false;
			examples++;
			if (read_text(example.at, &config) != OUTCOME_OK)
				fail_msg("%s\n%s", error.text, example.at);
		} else if (inside) {
			text_add(&example, line);
			text_add_byte(&example, '\n');
		}
	}
	assert_true(examples >= 6);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_key_is_read, set_up, tear_down),
		cmocka_unit_test_setup_teardown(empty_files_give_the_defaults, set_up, tear_down),
		cmocka_unit_test_setup_teardown(byte_order_marks_take_no_column, set_up, tear_down),
		cmocka_unit_test_setup_teardown(mistakes_are_named, set_up, tear_down),
		cmocka_unit_test_setup_teardown(mistakes_in_words_are_named, set_up, tear_down),
		cmocka_unit_test_setup_teardown(own_catalogues_add_to_the_built_in_one, set_up, tear_down),
		cmocka_unit_test_setup_teardown(own_catalogues_may_be_files, set_up, tear_down),
		cmocka_unit_test_setup_teardown(waivers_may_name_what_no_catalogue_knows, set_up, tear_down),
		cmocka_unit_test_setup_teardown(every_key_is_documented, set_up, tear_down),
		cmocka_unit_test_setup_teardown(documented_examples_can_be_read, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
