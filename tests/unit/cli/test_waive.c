/* SPDX-License-Identifier: MIT */
/* A waiver goes into .adr.yml of any shape, and nothing else of it changes. */
#include "testing.h"

#include "adr/parse/read_config.h"
#include "waive.h"

static struct arena *arena;

static int set_up(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static struct waiver sample_waiver(void)
{
	struct waiver waiver = {.subject = STR("cache"), .reason = STR("It's known: see #12, and \"wait\"")};
	*LIST_ADD(arena, &waiver.projects) = STR("booking");
	*LIST_ADD(arena, &waiver.records) = STR("payments/ADR-0003");
	assert_true(date_parse_iso(STR("2027-06-30"), &waiver.until));
	return waiver;
}

static struct str waived(const char *before)
{
	struct waiver waiver = sample_waiver();
	struct str text = str_of(before);
	struct waive_plan plan;
	struct error error = {""};
	if (waive_plan(arena, STR("/x/.adr.yml"), before ? &text : NULL, &waiver, &plan, &error) != OUTCOME_OK)
		fail_msg("%s\n--- in\n%s", error.text, before);
	return plan.after;
}

#define ITEM(indent, dash)                                                                                             \
	indent dash "subject: cache\n" indent "  projects: [booking]\n" indent "  ids: [payments/ADR-0003]\n" indent   \
		    "  reason: 'It''s known: see #12, and \"wait\"'\n" indent "  until: 2027-06-30\n"
#define FLOW                                                                                                           \
	"{subject: cache, projects: [booking], ids: [payments/ADR-0003], reason: 'It''s known: see #12, and "          \
	"\"wait\"', until: 2027-06-30}"

static void makes_what_is_missing(void **state)
{
	(void)state;
	const char *whole = "conflicts:\n  waivers:\n" ITEM("    ", "- ");
	assert_str(waived(NULL), whole);
	assert_str(waived(""), whole);
	assert_str(waived("# nothing yet"), arena_printf(arena, "# nothing yet\n%s", whole).at);
	assert_str(waived("name: shop\n"), arena_printf(arena, "name: shop\n%s", whole).at);
	assert_str(waived("name: shop\n\n# two\nindex: x\n"),
		   arena_printf(arena, "name: shop\n\n# two\nindex: x\n\n%s", whole).at);
	assert_str(waived("conflicts:\n"), whole);
	assert_str(waived("conflicts:   # what we know\n  # standards:\nname: x\n"),
		   "conflicts:   # what we know\n  # standards:\n  waivers:\n" ITEM("    ", "- ") "name: x\n");
	assert_str(waived("conflicts:\n  waivers:\nname: x\n"),
		   "conflicts:\n  waivers:\n" ITEM("    ", "- ") "name: x\n");
}

static void follows_the_files_habits(void **state)
{
	(void)state;
	assert_str(waived("projects:\n- a\n- b\n"), "projects:\n- a\n- b\nconflicts:\n  waivers:\n" ITEM("  ", "- "));
	assert_str(waived("review:\n    within: 30d\n"),
		   "review:\n    within: 30d\nconflicts:\n    waivers:\n" ITEM("        ", "- "));
	assert_str(waived("conflicts:\n  waivers:\n    -   subject: cache\n        reason: old\n"),
		   "conflicts:\n  waivers:\n    -   subject: cache\n        reason: old\n"
		   "    -   subject: cache\n        projects: [booking]\n        ids: [payments/ADR-0003]\n"
		   "        reason: 'It''s known: see #12, and \"wait\"'\n        until: 2027-06-30\n");
	assert_str(waived("conflicts:\n  waivers:\n  - subject: cache\n    reason: a\n\n  # two\n  - subject: cache\n"
			  "    reason: b # end\n  # - subject: gone\nname: x\n"),
		   "conflicts:\n  waivers:\n  - subject: cache\n    reason: a\n\n  # two\n  - subject: cache\n"
		   "    reason: b # end\n  # - subject: gone\n\n" ITEM("  ", "- ") "name: x\n");
}

static void stays_in_brackets(void **state)
{
	(void)state;
	assert_str(waived("{name: x}\n"), "{name: x, conflicts: {waivers: [" FLOW "]}}\n");
	assert_str(waived("{}"), "{conflicts: {waivers: [" FLOW "]}}");
	assert_str(waived("conflicts: {}\nname: x\n"), "conflicts: {waivers: [" FLOW "]}\nname: x\n");
	assert_str(waived("conflicts:\n  waivers: []  # none\n"), "conflicts:\n  waivers: [" FLOW "]  # none\n");
	assert_str(waived("conflicts:\n  waivers: [\n    {subject: cache, reason: a}, # one\n"
			  "    {subject: cache, reason: b},\n  ]\n"),
		   "conflicts:\n  waivers: [\n    {subject: cache, reason: a}, # one\n"
		   "    {subject: cache, reason: b},\n    " FLOW ",\n  ]\n");
	assert_str(waived("conflicts: {waivers: , standards: []}\n"),
		   "conflicts: {waivers: [" FLOW "], standards: []}\n");
}

/* --- many shapes -------------------------------------------------------------------------------------------------- */

static const char *const heads[] = {
	"",
	"# Ours.\n\n",
	"---\n",
	"name: shop\n",
	"%YAML 1.1\n---\nname: \"a: # b\"\n",
	"projects:\n- a\n- b   # the second\n\n",
	"review:\n    interval: 1y\n    # within: 2w\n\n\n",
	"template: >-\n  madr\n\n",
	"statuses: {parked: proposed, 'en vigueur': accepted}\n",
	"name: été # ü\n",
	"directory:\n  - docs\n\n  - adr\n",
	"name: |\n  shop\n", "\xEF\xBB\xBFname: x\n",
};

static const char *const middles[] = {
	"",
	"conflicts:\n",
	"conflicts: # later\n  # standards:\n  #   - subject: cache\n",
	"conflicts: {}\n",
	"conflicts: {standards: []}\n",
	"conflicts: {waivers: []}\n",
	"conflicts: {waivers: [{subject: cache, reason: x}]}  # one\n",
	"conflicts: {\n  waivers: [\n    {subject: cache, reason: x},\n  ],\n}\n",
	"conflicts:\n  standards:\n    - subject: cache\n      option: redis\n",
	"conflicts:\n    standards:\n    - {subject: cache, option: redis}\n\n    waivers:\n",
	"conflicts:\n  waivers: # known\n    # none yet\n  standards: []\n",
	"conflicts:\n  waivers:\n  - subject: cache\n    reason: >\n      long\n      text\n\n",
	"conflicts:\n  waivers:\n    - subject: cache\n      reason: |-\n        text\n    # - subject: old\n",
	"conflicts:\n  waivers:\n    - subject: cache\n      reason: several\n        lines\n\n\n    - {subject: "
	"cache, "
	"reason: 'two\n      of them'}\n",
	"conflicts:\n  waivers:\n    -\n      subject: cache\n      reason: below\n  standards: []\n",
	"conflicts:\n  waivers: &known\n    - subject: cache\n      reason: anchored\n",
	"\"conflicts\":\n  'waivers':\n    - \"subject\": 'cache'\n      reason: quoted\n      projects:\n      - a\n  "
	"    - b\n",
	"conflicts:\n  catalog:\n    subjects:\n      map-provider:\n        options:\n          osm:\n          "
	"other: [x, "
	"y]\n",
};

static const char *const tails[] = {
	"",
	"\n",
	"# the end\n",
	"\n# the end\n\n",
	"index: .cache/adr.db\n",
	"\n# where\nindex: x\n",
	"...\n",
	"rules:\n  date-missing: off\n  # status-missing: off\n",
};

static const char *const line_ends[] = {"\n", "\r\n", "\r"};

/* The text with other line ends, and without the last one where `cut`. */
static struct str with_line_ends(struct str text, const char *line_end, bool cut)
{
	SCOPED(text_release) struct text out = {0};
	struct str line;
	while (str_next_line(&text, &line)) {
		text_add(&out, line);
		if (!cut || !str_empty(text))
			text_add_z(&out, line_end);
	}
	return arena_copy(arena, text_str(&out));
}

/* Nothing but an insertion. */
static void assert_bytes_stay(struct str before, const struct waive_plan *plan)
{
	assert_int_equal(plan->edits.count, 1);
	const struct edit *edit = &plan->edits.item[0];
	assert_int_equal(edit->length, 0);
	assert_int_equal(plan->after.length, before.length + edit->text.length);
	assert_memory_equal(plan->after.at, before.at, edit->start);
	assert_memory_equal(plan->after.at + edit->start + edit->text.length, before.at + edit->start,
			    before.length - edit->start);
}

/* No line end of another kind came in. */
static void assert_line_ends(struct str text, const char *line_end)
{
	for (size_t i = 0; i < text.length; i++)
		if (text.at[i] == '\n' && (i > 0 && text.at[i - 1] == '\r') != (line_end[0] == '\r'))
			fail_msg("a line end of another kind in\n%.*s", STR_ARG(text));
}

static size_t check_shape(struct str before, const char *line_end)
{
	struct config old, new;
	struct error error = {""};
	struct waiver waiver = sample_waiver();
	struct str path = STR("/x/.adr.yml");
	bool has_lines = str_contains(before, STR("\n"));
	if (read_config_text(arena, path, before, &old, &error) != OUTCOME_OK)
		return 0;
	for (int turn = 0; turn < 2; turn++) {
		struct waive_plan plan;
		if (waive_plan(arena, path, &before, &waiver, &plan, &error) != OUTCOME_OK)
			fail_msg("%s\n--- in\n%.*s", error.text, STR_ARG(before));
		assert_bytes_stay(before, &plan);
		if (has_lines)
			assert_line_ends(plan.after, line_end);
		assert_int_equal(read_config_text(arena, path, plan.after, &new, &error), OUTCOME_OK);
		assert_int_equal(new.waivers.count, old.waivers.count + 1 + (size_t)turn);
		assert_int_equal(new.standards.count, old.standards.count);
		assert_int_equal(new.catalog.subject_count, old.catalog.subject_count);
		assert_true(str_equal(new.name, old.name));
		assert_true(str_equal(new.index, old.index));
		before = plan.after;
	}
	return 1;
}

#define COUNT(list) (sizeof(list) / sizeof *(list))

static void keeps_every_byte_of_every_shape(void **state)
{
	(void)state;
	size_t checked = 0;
	for (size_t i = 0; i < COUNT(heads) * COUNT(middles) * COUNT(tails); i++) {
		const char *head = heads[i % COUNT(heads)];
		const char *middle = middles[i / COUNT(heads) % COUNT(middles)];
		const char *tail = tails[i / COUNT(heads) / COUNT(middles)];
		struct str text = arena_printf(arena, "%s%s%s", head, middle, tail);
		for (size_t variant = 0; variant < 2 * COUNT(line_ends); variant++) {
			const char *line_end = line_ends[variant / 2];
			checked += check_shape(with_line_ends(text, line_end, variant % 2), line_end);
		}
		arena_reset(arena);
	}
	assert_in_range(checked, COUNT(heads) * COUNT(middles) * COUNT(tails) * 2, 100000);
}

/* What cannot be done without changing something else is not done, and the message has the line to add. */
static void refuses_what_it_cannot_prove(void **state)
{
	(void)state;
	static const char *const texts[] = {"? conflicts\n", "{name: x, conflicts}\n"};
	struct waiver waiver = sample_waiver();
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct str before = str_of(texts[i]);
		struct waive_plan plan;
		struct error error = {""};
		assert_int_equal(waive_plan(arena, STR("a.yml"), &before, &waiver, &plan, &error), OUTCOME_FAILURE);
		if (!strstr(error.text, "add {subject: cache, "))
			fail_msg("%s", error.text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(makes_what_is_missing, set_up, tear_down),
		cmocka_unit_test_setup_teardown(follows_the_files_habits, set_up, tear_down),
		cmocka_unit_test_setup_teardown(stays_in_brackets, set_up, tear_down),
		cmocka_unit_test_setup_teardown(keeps_every_byte_of_every_shape, set_up, tear_down),
		cmocka_unit_test_setup_teardown(refuses_what_it_cannot_prove, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
