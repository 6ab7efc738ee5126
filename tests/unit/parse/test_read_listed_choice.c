/* SPDX-License-Identifier: MIT */
/* Which of the listed options a decision chooses, in whatever words it speaks of it. */
#include "read.h"

/* "+X" for chosen, "-X" for rejected, "X" for considered, in order. */
static struct str stances_of(const struct record *record)
{
	struct str got = {0};
	LIST_EACH (struct option, option, &record->options) {
		const char *sign = option->stance == STANCE_CHOSEN ? "+" : option->stance == STANCE_REJECTED ? "-" : "";
		got = arena_printf(fixture.arena, "%.*s%s%s%.*s", STR_ARG(got), str_empty(got) ? "" : " | ", sign,
				   STR_ARG(option->name));
	}
	return got;
}

static void assert_stances(const char *text, const char *want)
{
	assert_str(stances_of(read_text(text)), want);
}

#define FERRY_OPTIONS "## Options\n\n- Sell tickets at the pier in a booth\n- Sell tickets on board with a handheld\n\n"

static void words_of_one_option_alone_choose_it(void **state)
{
	(void)state;
	assert_stances("# Tickets\n\n" FERRY_OPTIONS "## Decision\n\nThe crew carries handhelds from spring on.\n",
		       "Sell tickets at the pier in a booth | +Sell tickets on board with a handheld");
	/* Both have "tickets" and "sell": it tells nothing. */
	assert_stances("# Tickets\n\n" FERRY_OPTIONS "## Decision\n\nTickets are sold to everybody.\n",
		       "Sell tickets at the pier in a booth | Sell tickets on board with a handheld | +Tickets are "
		       "sold to everybody");
	assert_stances("# Tickets\n\n" FERRY_OPTIONS "## Decision\n\nWe should not build any booth at the pier. Only "
		       "what works on board is allowed.\n",
		       "Sell tickets at the pier in a booth | +Sell tickets on board with a handheld");
	assert_stances("# Tickets\n\n" FERRY_OPTIONS "## Decision\n\nA sale on board, rather than in a booth at the "
		       "pier, it shall be.\n",
		       "Sell tickets at the pier in a booth | +Sell tickets on board with a handheld");
}

static void a_quoted_name_need_not_be_the_whole(void **state)
{
	(void)state;
	assert_stances("# Store\n\n## Options\n\n- AWS Simple Storage Service (S3) bucket(s)\n- Files on a disk\n\n"
		       "## Decision\n\nChosen option: \"AWS S3\", because it is cheap.\n",
		       "+AWS Simple Storage Service (S3) bucket(s) | Files on a disk");
	assert_stances(
		"# Mooring\n\n## Options\n\n1. Ropes of hemp\n2. Ropes of steel\n\n## Decision\n\nFor now we will "
		"go with the \"2. Ropes of steel\" option.\n",
		"Ropes of hemp | +Ropes of steel");
}

static void a_thing_that_no_list_holds_is_the_choice(void **state)
{
	(void)state;
	assert_stances(
		"# Charts\n\nStatus: accepted\n\n## Options\n\n- Chart viewer\n- Paper\n\n## Decision\n\nInstead "
		"of any viewer we will use Navionics for all boats.\n",
		"Chart viewer | Paper | +Navionics");
	assert_stances("# Charts\n\nStatus: accepted\n\n## Options\n\n### A document store\n\nMongoDB would hold each "
		       "chart.\n\n### Plain files\n\nA tar per chart.\n\n## Decision\n\nAs MongoDB meets all needs it "
		       "is retained.\n",
		       "+A document store | Plain files");
}

static void the_title_may_name_the_option(void **state)
{
	(void)state;
	assert_stances("# Ropes and chains\n\nStatus: accepted\n\n## Options\n\n- Provide ropes only\n- Provide both "
		       "ropes and chains\n\n## Decision\n\nThe crews agreed on this in spring.\n",
		       "Provide ropes only | +Provide both ropes and chains");
	assert_stances("# Ropes and chains\n\nStatus: proposed\n\n## Options\n\n- Provide ropes only\n- Provide both "
		       "ropes and chains\n\n## Decision\n\nTBD\nTBD\n",
		       "Provide ropes only | Provide both ropes and chains");
}

static void each_question_has_its_answer(void **state)
{
	(void)state;
	assert_stances("# Pier\n\nStatus: accepted\n\n## Considered Colour Options\n\n### Yellow\n\nbright\n\n### "
		       "Grey\n\ncheap\n\n## Considered Lamp Options\n\n### Sodium\n\nold\n\n### Diodes\n\nnew\n\n## "
		       "Decision\n\nWe decided to use yellow.\n\nFor the lamps we start with sodium.\n",
		       "+Yellow | Grey | +Sodium | Diodes");
	assert_stances("# Pier\n\nStatus: accepted\n\n## Options\n\n### Colour\n\n- Yellow\n- Grey\n\n### Lamps\n\n- "
		       "Sodium lamps\n- Diodes\n\n## Decision\n\n### Colour\n\nChosen option: Grey\n\n### Lamps\n\n"
		       "Chosen option: Diodes\n",
		       "Yellow | +Grey | Sodium lamps | +Diodes");
	assert_stances(
		"# Pier\n\n## Options\n\n### Question 1: Which colour?\n\n1. **Option 1 (chosen)**: Yellow paint\n"
		"2. **Option 2**: Grey paint\n\n### Question 2: Which lamps?\n\n1. **Option 1**: Sodium lamps\n"
		"2. **Option 2 (chosen)**: Diodes\n\n## Decision\n\nSee above.\n",
		"+Yellow paint | Grey paint | Sodium lamps | +Diodes");
}

/* What a list numbers counts, then the place in it. */
static void numbers_are_those_that_the_list_shows(void **state)
{
	(void)state;
	assert_stances("# Tickets\n\n## Options\n\n### Options 1: Booth\n\nx\n\n### Options 2a: Handheld\n\nx\n\n### "
		       "Options 2b: "
		       "Phone\n\nx\n\n## Decision\n\nWe decided to take option 2b for all boats.\n",
		       "Booth | Handheld | +Phone");
	assert_stances(
		"# Tickets\n\n## Options\n\n### Option 1\n\nA booth.\n\n### Option 2\n\nA phone.\n\n## Decision\n\n"
		"Chosen option: 2\n",
		"Option 1 | +Option 2");
}

static void the_longer_of_two_that_fit_is_meant(void **state)
{
	(void)state;
	assert_stances(
		"# Ropes\n\n## Options\n\n- Hemp + wire ropes\n- Hemp + wire + silk ropes\n\n## Decision\n\nChosen "
		"option: \"Hemp + wire + silk + jute ropes\"\n",
		"Hemp + wire ropes | +Hemp + wire + silk ropes");
	assert_stances("# Tickets by GraphQL\n\n## Decision\n\nUse GraphQL as default.\n\n## Alternatives\n\n- REST "
		       "with GraphQL "
		       "gateway\n- SOAP\n",
		       "REST with GraphQL gateway | SOAP | +GraphQL");
}

static void steps_to_a_decision_are_not_the_decision(void **state)
{
	(void)state;
	const struct record *record =
		read_text("# Keys\n\nStatus: proposed\n\n## Decision\n\n### Assumptions\n\nA padlock is a kind of "
			  "lock.\n\n### Options\n\n- Padlock\n- Keypad\n\n### Outcome\n\n#### Details\n\nEvery crew "
			  "says when it needs which.\n");
	assert_str(record->decision, "Every crew says when it needs which.");
	assert_str(stances_of(record), "Padlock | Keypad");
}

static void what_goes_is_rejected(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"Replace webpack with Vite", "+Vite | -webpack"},
		{"Use npm instead of yarn", "+npm | -yarn"},
		{"Use Kafka rather than RabbitMQ for the desk", "+Kafka | -RabbitMQ"},
		{"Use Kafka instead of what we know", "+Kafka"},
		{"Use Kafka", "+Kafka"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct str text =
			arena_printf(fixture.arena, "# %s\n\n## Decision\n\nThe crews agreed on this.\n", rows[i][0]);
		assert_stances(arena_copy_z(fixture.arena, text), rows[i][1]);
	}
}

/* What is said in C about English is said in data about all languages. */
static void alternatives_are_beside_the_choice_in_every_language(void **state)
{
	(void)state;
	static const char *const headings[] = {
		"Alternatives",
		"Alternative L\xC3\xB6sungen",
		("Alternatives envisag\xC3\xA9"
		 "es"),
		"Alternativas",
		"Alternativas consideradas",
		"Alternative considerate",
		"Overwogen alternatieven",
		("Rozwa\xC5\xBC"
		 "ane alternatywy"),
		"\xD0\x90\xD0\xBB\xD1\x8C\xD1\x82\xD0\xB5\xD1\x80\xD0\xBD\xD0\xB0\xD1\x82\xD0\xB8\xD0\xB2\xD1\x8B",
		"\xE6\x9B\xBF\xE4\xBB\xA3\xE6\x96\xB9\xE6\xA1\x88",
		"\xE4\xBB\xA3\xE6\x9B\xBF\xE6\xA1\x88",
	};
	for (size_t i = 0; i < sizeof headings / sizeof *headings; i++) {
		struct str text = arena_printf(fixture.arena,
					       "# Use Dyneema\n\n## Decision\n\nThe crews take hemp off all "
					       "boats.\n\n## %s\n\n- Hemp ropes\n- Steel ropes\n",
					       headings[i]);
		assert_stances(arena_copy_z(fixture.arena, text), "Hemp ropes | Steel ropes | +Dyneema");
	}
}

static void columns_of_reasons_reject_in_every_language(void **state)
{
	(void)state;
	static const char *const columns[] = {
		"Why rejected",
		"Reason not chosen",
		"Ablehnungsgrund",
		"Motif du rejet",
		"Motivo de descarte",
		"Motivo da rejei\xC3\xA7\xC3\xA3o",
		"Motivo dello scarto",
		"Reden van afwijzing",
		("Pow\xC3\xB3"
		 "d odrzucenia"),
		"\xE5\x8D\xB4\xE4\xB8\x8B\xE7\x90\x86\xE7\x94\xB1",
		"\xE6\x8B\x92\xE7\xBB\x9D\xE5\x8E\x9F\xE5\x9B\xA0",
	};
	for (size_t i = 0; i < sizeof columns / sizeof *columns; i++) {
		struct str text = arena_printf(fixture.arena,
					       "# Ropes\n\n## Alternatives\n\n| Option | %s |\n|---|---|\n| Hemp | it "
					       "rots |\n| Steel | it rusts |\n",
					       columns[i]);
		assert_stances(arena_copy_z(fixture.arena, text), "-Hemp | -Steel");
	}
}

static void only_what_is_counted_is_a_list_of_options(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"There are two ways to do this:", "ropes | chains"},
		{"We looked at several approaches for this:", "ropes | chains"},
		{"Wir sahen mehrere Varianten daf\xC3\xBCr:", "ropes | chains"},
		{"We considered:", "ropes | chains"},
		{"Today's approaches suffer from:", ""},
		{"Key considerations:", ""},
		{"Compared to a fixed pier, a pontoon has:", ""},
		{"We assessed all of them by these criteria:", ""},
		{"Of the whole fleet this one has many useful benefits over the other options that are:", ""},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct str text =
			arena_printf(fixture.arena, "# Pier\n\n## Context\n\n%s\n\n- ropes\n- chains\n", rows[i][0]);
		assert_stances(arena_copy_z(fixture.arena, text), rows[i][1]);
	}
}

static void sentences_go_on_where_enumerations_end(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"Several libraries were evaluated, including Rope, Chain and Wire, each with its own price.",
		 "Rope | Chain | Wire"},
		{"A pier is being discussed, which helps the crew and the guests.", ""},
		{"We considered it as a path to more speed, but it was slow.", ""},
		{"We considered the pros and cons of Rope.", ""},
		{"The best alternative is preferable. We will see.", ""},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct str text = arena_printf(fixture.arena, "# Pier\n\n## Context\n\n%s\n", rows[i][0]);
		assert_stances(arena_copy_z(fixture.arena, text), rows[i][1]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(words_of_one_option_alone_choose_it, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(a_quoted_name_need_not_be_the_whole, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(a_thing_that_no_list_holds_is_the_choice, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(the_title_may_name_the_option, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(each_question_has_its_answer, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(numbers_are_those_that_the_list_shows, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(the_longer_of_two_that_fit_is_meant, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(steps_to_a_decision_are_not_the_decision, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(what_goes_is_rejected, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(alternatives_are_beside_the_choice_in_every_language, read_set_up,
						read_tear_down),
		cmocka_unit_test_setup_teardown(columns_of_reasons_reject_in_every_language, read_set_up,
						read_tear_down),
		cmocka_unit_test_setup_teardown(only_what_is_counted_is_a_list_of_options, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(sentences_go_on_where_enumerations_end, read_set_up, read_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
