/* SPDX-License-Identifier: MIT */
#include "testing.h"

#include "read_catalog.h"
#include "yaml_check.h"

#include "adr/base/file.h"
#include "adr/base/text.h"
#include "adr/parse/read_config.h"

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

static void add_part(struct catalog_parts *parts, const char *text)
{
	struct source *source = ARENA_NEW(arena, struct source);
	struct yaml_node *root;
	source_init(source, arena, STR("own.yml"), str_of(text));
	assert_int_equal(yaml_read_source(&(struct yaml_check){arena, source, &error}, &root), OUTCOME_OK);
	*LIST_ADD(arena, parts) = (struct catalog_part){source, root};
}

static enum outcome read_text(const char *text, const struct catalog *base, struct catalog *catalog)
{
	struct catalog_parts parts = {0};
	add_part(&parts, text);
	return read_catalog(arena, &parts, base, catalog, &error);
}

static const char drinks[] =
	"scopes:\n"
	"  time: {morning: [early, before noon], evening: }\n"
	"subjects:\n"
	"  drink:\n"
	"    title: What we drink\n"
	"    cues: [Beverage, drinks]\n"
	"    unless: water supply\n"
	"    scopes: [time]\n"
	"    per-part: yes\n"
	"    options:\n"
	"      tea: [Black Tea, assam?]\n"
	"      green-tea: {title: Green tea, is-a: tea, names: [sencha, \"matcha:*\"], scope: morning}\n"
	"      biscuit: {beside: yes}\n"
	"      coffee:\n"
	"  aside: {exclusive: no, settles: drink, options: {milk: , sugar: lump of sugar}}\n";

static void every_key_is_read(void **state)
{
	(void)state;
	struct catalog catalog;
	assert_int_equal(read_text(drinks, NULL, &catalog), OUTCOME_OK);
	assert_int_equal(catalog.subject_count, 2);
	assert_str(catalog.subjects[0].name, "aside");
	assert_false(catalog.subjects[0].exclusive);
	assert_str(catalog.subjects[0].settles, "drink");
	const struct catalog_subject *drink = &catalog.subjects[1];
	assert_str(drink->title, "What we drink");
	assert_true(drink->exclusive && drink->per_part);
	assert_int_equal(drink->cue_count, 2);
	assert_str(drink->cues[0], "beverage");
	assert_str(drink->unless[0], "water supply");
	assert_int_equal(drink->scope_count, 2);
	assert_int_equal(drink->option_count, 4);
	assert_int_equal(drink->options[0].alias_count, 3);
	assert_str(drink->options[0].aliases[1].pattern, "black tea");
	assert_false(drink->options[0].aliases[1].ambiguous);
	assert_str(drink->options[0].aliases[2].pattern, "assam");
	assert_true(drink->options[0].aliases[2].ambiguous);
	assert_int_equal(drink->options[1].parent, 0);
	assert_str(drink->options[1].title, "Green tea");
	assert_str(drink->options[1].aliases[2].pattern, "matcha:*");
	assert_str(drink->options[1].scope, "morning");
	assert_true(drink->options[2].beside);
	assert_str(drink->options[3].title, "coffee");
	assert_int_equal(catalog.scope_count, 2);
	assert_str(catalog.scopes[1].name, "morning");
	assert_str(catalog.scopes[1].group, "time");
	assert_int_equal(catalog.scopes[1].word_count, 3);
}

/* What the base says can be taken away, in whole and in parts. */
static void parts_of_the_base_can_be_removed(void **state)
{
	(void)state;
	struct catalog base, own;
	struct catalog_parts parts = {0};
	assert_int_equal(read_text(drinks, NULL, &base), OUTCOME_OK);
	add_part(&parts, "subjects:\n"
			 "  aside: off\n"
			 "  drink:\n"
			 "    without: [drinks, Water Supply]\n"
			 "    options: {tea: off, coffee: {without: coffee, names: 'off'}}\n"
			 "    examples: {a cup of matcha:iri: green-tea, 'nothing': none}\n");
	assert_int_equal(read_catalog(arena, &parts, &base, &own, &error), OUTCOME_OK);
	assert_int_equal(catalog_subject_find(&own, STR("aside"))->option_count, 0);
	const struct catalog_subject *drink = catalog_subject_find(&own, STR("drink"));
	assert_int_equal(drink->cue_count, 1);
	assert_int_equal(drink->unless_count, 0);
	assert_null(catalog_option_find(drink, STR("tea")));
	assert_int_equal(catalog_option_find(drink, STR("green-tea"))->parent, -1);
	const struct catalog_option *coffee = catalog_option_find(drink, STR("coffee"));
	assert_int_equal(coffee->alias_count, 1);
	assert_str(coffee->aliases[0].pattern, "off");
	assert_int_equal(drink->example_count, 2);
	assert_str(drink->examples[0].text, "a cup of matcha:iri");
	assert_str(drink->examples[0].option, "green-tea");
	assert_int_equal(drink->examples[0].line, 6);
	parts = (struct catalog_parts){0};
	add_part(&parts, "subjects: {drink: {replace: yes, options: {beer: }}}\n");
	assert_int_equal(read_catalog(arena, &parts, &base, &own, &error), OUTCOME_OK);
	assert_int_equal(own.subjects[0].option_count, 1);
	assert_int_equal(own.subjects[0].cue_count, 0);
}

static void parts_and_bases_add_up(void **state)
{
	(void)state;
	struct catalog base, own;
	struct catalog_parts parts = {0};
	assert_int_equal(read_text(drinks, NULL, &base), OUTCOME_OK);
	add_part(&parts, "subjects: {drink: {title: Ours, options: {gyokuro: {is-a: green-tea}, tea: [tea?]}}}\n");
	add_part(&parts, "subjects: {drink: {scopes: evening, options: {mate: }}}\n");
	assert_int_equal(read_catalog(arena, &parts, &base, &own, &error), OUTCOME_OK);
	assert_int_equal(own.subject_count, 1);
	const struct catalog_subject *drink = &own.subjects[0];
	assert_str(drink->title, "Ours");
	assert_int_equal(drink->option_count, 6);
	assert_true(catalog_is_a(drink, STR("gyokuro"), STR("tea")));
	assert_true(drink->options[0].aliases[0].ambiguous);
	assert_int_equal(drink->scope_count, 3);
	assert_int_equal(base.subjects[1].option_count, 4);
}

static void mistakes_are_named(void **state)
{
	(void)state;
	static const struct {
		const char *text, *message;
	} cases[] = {
		{"subject: {}\n", "own.yml:1:1: unknown key 'subject'; did you mean 'subjects'?"},
		{"subjects: [drink]\n", "own.yml:1:11: the list of subjects is written as 'key: value' lines"},
		{"subjects: {Drink: {}}\n", "own.yml:1:12: names are lower-case words joined by '-'"},
		{"subjects: {drink: {option: {}}}\n", "own.yml:1:20: unknown key 'option'; did you mean 'options'?"},
		{"subjects: {drink: {exclusive: maybe}}\n", "own.yml:1:31: 'yes' or 'no' is expected here"},
		{"subjects: {drink: {cues: ['--']}}\n", "own.yml:1:26: '--' holds neither letters nor digits"},
		{"subjects: {drink: {scopes: noon}}\n", "own.yml:1:28: unknown scope 'noon'"},
		{"subjects: {drink: {options: {tea: {names: '?'}}}}\n",
		 "own.yml:1:43: '?' holds neither letters nor digits"},
		{"subjects: {drink: {options: {tea: ['tea:*!?']}}}\n",
		 "own.yml:1:35: 'tea:*!?' has a '*' and a '!': patterns know no case"},
		{"subjects: {drink: {options: {tea: {is-a: cofee}, coffee: }}}\n",
		 "own.yml:1:42: unknown option 'cofee'; did you mean 'coffee'?"},
		{"subjects: {drink: {options: {tea: {is-a: tea}}}}\n", "own.yml:1:42: 'tea' would be a kind of itself"},
		{"subjects: {drink: {options: {a: {is-a: b}, b: {is-a: a}}}}\n",
		 "own.yml:1:40: 'a' would be a kind of itself"},
		{"subjects: {drink: {options: {tea: , chai: tea}}}\n",
		 "own.yml:1:43: 'tea' is a name of 'tea' and of 'chai'"},
		{"subjects: {drink: {options: {tea: , tea: }}}\n", "own.yml:1:37: the key 'tea' stands here twice"},
		{"scopes: {time: [noon]}\n", "own.yml:1:16: a group of scopes is written as 'key: value' lines"},
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct catalog catalog;
		error.text[0] = 0;
		if (read_text(cases[i].text, NULL, &catalog) != OUTCOME_FAILURE)
			fail_msg("accepted: %s", cases[i].text);
		assert_string_equal(error.text, cases[i].message);
	}
}

static bool is_scope(struct str name)
{
	for (size_t i = 0; i < catalog_builtin.scope_count; i++)
		if (str_equal(catalog_builtin.scopes[i].name, name))
			return true;
	return false;
}

static void check_subject(const struct catalog_subject *subject)
{
	assert_true(subject->option_count > 1);
	assert_true(subject->cue_count > 0);
	assert_true(str_empty(subject->settles) || catalog_subject_find(&catalog_builtin, subject->settles));
	for (size_t i = 0; i < subject->option_count; i++) {
		const struct catalog_option *option = &subject->options[i];
		assert_ptr_equal(catalog_option_find(subject, option->name), option);
		assert_true(option->parent < (int32_t)subject->option_count && option->parent != (int32_t)i);
		assert_true(str_empty(option->scope) || is_scope(option->scope));
		assert_true(option->alias_count > 0);
	}
}

/* Look-ups are binary searches: the embedded tables must be in order. */
static void the_built_in_catalogue_is_whole(void **state)
{
	(void)state;
	size_t options = 0;
	for (size_t i = 0; i < catalog_builtin.subject_count; i++) {
		const struct catalog_subject *subject = &catalog_builtin.subjects[i];
		assert_true(i == 0 || str_compare(subject[-1].name, subject->name) < 0);
		assert_ptr_equal(catalog_subject_find(&catalog_builtin, subject->name), subject);
		check_subject(subject);
		options += subject->option_count;
	}
	assert_true(catalog_builtin.subject_count >= 60);
	assert_true(options >= 600);
}

/* The page shows files and parts of .adr.yml; what it shows can be read. */
static void documented_examples_can_be_read(void **state)
{
	(void)state;
	struct str page, line;
	SCOPED(text_release) struct text example = {0};
	size_t examples = 0;
	bool inside = false;
	assert_int_equal(file_read(arena, "docs/catalog.md", 1 << 20, &page, &error), OUTCOME_OK);
	while (str_next_line(&page, &line)) {
		if (inside && !str_equal(line, STR("```"))) {
			text_add(&example, line);
			text_add_byte(&example, '\n');
			continue;
		}
		if (inside && str_starts(text_str(&example), STR("conflicts:"))) {
			struct config config;
			if (read_config_text(arena, STR(".adr.yml"), text_str(&example), &config, &error) != OUTCOME_OK)
				fail_msg("%s", error.text);
			examples++;
		} else if (inside) {
			struct catalog catalog;
			const char *text = arena_copy_z(arena, text_str(&example));
			if (read_text(text, &catalog_builtin, &catalog) != OUTCOME_OK)
				fail_msg("%s", error.text);
			examples++;
		}
		inside = !inside && str_equal(line, STR("```yaml"));
		text_clear(&example);
	}
	assert_int_equal(examples, 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_key_is_read, set_up, tear_down),
		cmocka_unit_test_setup_teardown(parts_of_the_base_can_be_removed, set_up, tear_down),
		cmocka_unit_test_setup_teardown(parts_and_bases_add_up, set_up, tear_down),
		cmocka_unit_test_setup_teardown(mistakes_are_named, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_built_in_catalogue_is_whole, set_up, tear_down),
		cmocka_unit_test_setup_teardown(documented_examples_can_be_read, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
