/* SPDX-License-Identifier: MIT */
/* Long sides are folded, what matters stays, and nothing is quoted twice. */
#include "testing.h"

#include "adr/render/show.h"
#include "sample.h"
#include "written.h"

#define MANY 9

static struct claim claims[MANY];
static struct record records[MANY];
static struct camp_decision decisions[MANY];
static struct camp camps[MANY];
static char ids[MANY][16];

static struct conflict make_conflict(size_t camp_count)
{
	static const struct project project = {.name = STR_INIT("tram")};
	for (size_t i = 0; i < MANY; i++) {
		snprintf(ids[i], sizeof ids[i], "tram/ADR-%04zu", i + 1);
		records[i] = (struct record){
			.id = str_of(ids[i]), .project = &project, .path = STR("a.md"), .status = STATUS_ACCEPTED};
		claims[i] = (struct claim){.quote = STR("We take it."), .at = {.line = (uint32_t)i + 1}};
		decisions[i] = (struct camp_decision){.record = &records[i], .claim = &claims[i]};
		camps[i] = (struct camp){.option = str_of(ids[i] + 5), .decisions = {&decisions[i], 1, 1}};
	}
	if (camp_count == 1)
		camps[0].decisions.count = MANY;
	return (struct conflict){.subject = STR("rails"),
				 .title = STR("Rails"),
				 .severity = SEVERITY_WARNING,
				 .camps = {camps, camp_count, camp_count}};
}

static void written_by(struct written *written, const struct conflicts *conflicts, bool all, enum format format)
{
	const struct show_conflicts_options options = {.as_of = DAY_2026_11_20, .all = all};
	written_begin(written);
	written->paper.width = 80;
	show_conflicts(&written->paper, conflicts, &options, format);
	written_end(written);
}

static size_t times(const char *text, const char *part)
{
	size_t count = 0;
	for (; (text = strstr(text, part)) != NULL; text += strlen(part))
		count++;
	return count;
}

static void long_sides_are_folded(void **state)
{
	(void)state;
	struct conflict conflict = make_conflict(1);
	const struct conflicts conflicts = {&conflict, 1, 1};
	struct written written;
	decisions[5].changed = true;
	decisions[7].deviates = true;
	written_by(&written, &conflicts, false, FORMAT_TEXT);
	assert_int_equal(times(written.at, "We take it."), 3);
	assert_non_null(strstr(written.at, "  tram/ADR-0006"));
	assert_non_null(strstr(written.at, "  tram/ADR-0008"));
	assert_non_null(strstr(written.at, "and 6 more: tram/ADR-0002, tram/ADR-0003"));
	assert_non_null(strstr(written.at, "--all shows every decision"));
	written_release(&written);
	written_by(&written, &conflicts, true, FORMAT_TEXT);
	assert_int_equal(times(written.at, "We take it."), MANY);
	assert_null(strstr(written.at, "--all"));
	written_release(&written);
	written_by(&written, &conflicts, false, FORMAT_MARKDOWN);
	assert_int_equal(times(written.at, "We take it."), 3);
	assert_non_null(strstr(written.at, "and 6 more"));
	written_release(&written);
}

static void small_sides_are_named_only(void **state)
{
	(void)state;
	struct conflict conflict = make_conflict(MANY);
	const struct conflicts conflicts = {&conflict, 1, 1};
	struct written written;
	decisions[8].changed = true;
	written_by(&written, &conflicts, false, FORMAT_TEXT);
	assert_int_equal(times(written.at, "We take it."), 7);
	assert_non_null(strstr(written.at, "  tram/ADR-0009"));
	assert_non_null(strstr(written.at, "and ADR-0007 (1), ADR-0008 (1)\n"));
	written_release(&written);
	written_by(&written, &conflicts, false, FORMAT_SARIF);
	assert_int_equal(times(written.at, "\"ruleId\""), 1); /* the changed one is to blame */
	written_release(&written);
}

static void nothing_is_quoted_twice(void **state)
{
	(void)state;
	struct conflict entries[2] = {make_conflict(2), make_conflict(3)};
	const struct conflicts conflicts = {entries, 2, 2};
	struct written written;
	entries[1].scope = STR("depot");
	written_by(&written, &conflicts, false, FORMAT_TEXT);
	assert_int_equal(times(written.at, "We take it."), 3);
	assert_int_equal(times(written.at, "quoted above"), 2);
	entries[1].subject = STR("sleepers");
	written_release(&written);
	written_by(&written, &conflicts, false, FORMAT_TEXT);
	assert_int_equal(times(written.at, "We take it."), 5);
	written_release(&written);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(long_sides_are_folded),
		cmocka_unit_test(small_sides_are_named_only),
		cmocka_unit_test(nothing_is_quoted_twice),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
