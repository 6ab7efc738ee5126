/* SPDX-License-Identifier: MIT */
#include "read.h"

/* "kind target file number" of every link, one per line. */
static void assert_links(const char *text, const char *want)
{
	struct str got = {0};
	const struct record *record = read_text(text);
	LIST_EACH (struct link, link, &record->links)
		got = arena_printf(fixture.arena, "%.*s%s %.*s %.*s %d\n", STR_ARG(got), link_kind_name(link->kind),
				   STR_ARG(link->target), STR_ARG(link->file), link->to_number);
	assert_str(got, want);
}

static void the_verb_before_the_target_counts(void **state)
{
	(void)state;
	assert_links("# X\n\n## Status\n\nSuperseded by [9. New](0009-new.md)\n",
		     "superseded_by 0009-new.md docs/adr/0009-new.md 9\n");
	assert_links("# X\n\n## Status\n\nAccepted\n\nSupercedes [3. Old](0003-old.md#why)\n",
		     "supersedes 0003-old.md#why docs/adr/0003-old.md 3\n");
	assert_links("# X\n\nStatus: Superseded by ADR-0012\n", "superseded_by ADR-0012  12\n");
	assert_links("# X\n\nStatus: superseded by 0003\n", "superseded_by 0003  3\n");
	assert_links("---\nsupersedes: \"0022\"\nrelatesTo: [\"0009\", ADR-10]\n---\n# X\n",
		     "supersedes 0022  22\nrelates_to 0009  9\nrelates_to ADR-10  10\n");
	assert_links("# X\n\n* Supersedes: 0003-old.md\n", "supersedes 0003-old.md docs/adr/0003-old.md 3\n");
	assert_links("# X\n\n* Ersetzt durch: [Neu](../neu.md)\n", "superseded_by ../neu.md docs/neu.md -1\n");
	assert_links("# X\n\n## Status\n\nAccepted, partially superseded by ADR 4, depends on ADR 5\n",
		     "amended_by ADR 4  4\ndepends_on ADR 5  5\n");
}

static void every_wording_of_superseding_is_known(void **state)
{
	(void)state;
	assert_links("# X\n\n## Status\n\nSuperseded, see [this one](../0023-y.md)\n",
		     "superseded_by ../0023-y.md docs/0023-y.md 23\n");
	assert_links("# X\n\n## Status\n\nSuperseded by [ADR 5](0005-y.md). See also [ADR 7](0007-z.md).\n",
		     "superseded_by 0005-y.md docs/adr/0005-y.md 5\nrelates_to 0007-z.md docs/adr/0007-z.md 7\n");
	assert_links("# X\n\nStatus: Replaced by ADR 12\n", "superseded_by ADR 12  12\n");
	assert_links("# X\n\nStatus: Deprecated in favour of [12](0012-y.md)\n",
		     "superseded_by 0012-y.md docs/adr/0012-y.md 12\n");
	assert_links("# X\n\nStatus: Obsoleted by ADR-12\n", "superseded_by ADR-12  12\n");
	assert_links("# X\n\nSupersedes: Portions of ADR-7\n", "amends ADR-7  7\n");
	assert_links("# X\n\nStatus: Superseded by parts of ADR-7\n", "amended_by ADR-7  7\n");
	assert_links("# X\n\nReplaces: ADR-3, ADR-4 and ADR-5\n",
		     "supersedes ADR-3  3\nsupersedes ADR-4  4\nsupersedes ADR-5  5\n");
	assert_links("# X\n\n| Status | Superseded by ADR-12 |\n|---|---|\n| Supersedes | [3](0003-y.md) |\n",
		     "superseded_by ADR-12  12\nsupersedes 0003-y.md docs/adr/0003-y.md 3\n");
	assert_links("---\nsuperseded-by: 2026-06-28-two-tongues\n---\n# X\n",
		     "superseded_by 2026-06-28-two-tongues docs/adr/2026-06-28-two-tongues.md -1\n");
	assert_links("# X\n\n## Status\n\nSuperseded by "
		     "[12](https://git.example/harbour/log/blob/main/docs/adr/0012-y.md)\n",
		     "superseded_by 0012-y.md  12\n");
	assert_links("# X\n\n## Supersedes\n\n- [3. Old](0003-old.md)\n",
		     "supersedes 0003-old.md docs/adr/0003-old.md 3\n");
	assert_links(
		"# X\n\n## Related\n\n- Supersedes [3. Old](0003-old.md)\n- [4. Other](0004-other.md)\n",
		"supersedes 0003-old.md docs/adr/0003-old.md 3\nrelates_to 0004-other.md docs/adr/0004-other.md 4\n");
	assert_links("# X\n\nStatus: Superseded by billing/ADR-0004\n", "superseded_by ADR-0004  4\n");
	assert_str(fixture.record.links.item[0].to_project, "billing");
}

static void lists_of_relations_are_read(void **state)
{
	(void)state;
	assert_links(
		"---\nrelations:\n  - type: supersedes\n    target: ADR-0003\n  - {kind: partially-supersedes, to: "
		"ADR-4}\n"
		"  - {type: see-also, target: ADR-5}\n---\n# X\n\n## Status\n\nAccepted, supersedes ADR-3 and ADR-4\n",
		"supersedes ADR-0003  3\namends ADR-4  4\nrelates_to ADR-5  5\n");
}

static void a_line_of_the_header_may_begin_with_the_verb(void **state)
{
	(void)state;
	assert_links("# X\n\nStatus: Accepted\n\nSupersedes [3. Old](0003-old.md)\n\n## Context\n\nc\n",
		     "supersedes 0003-old.md docs/adr/0003-old.md 3\n");
	assert_links("# X\n\nThis ADR replaces ADR-3.\n", "supersedes ADR-3  3\n");
	assert_links("# X\n\nOld ropes rot, so that the harbour now and then replaces some, see [3](0003-old.md)\n",
		     "relates_to 0003-old.md docs/adr/0003-old.md 3\n");
}

static void nothing_is_no_target(void **state)
{
	(void)state;
	assert_links("# X\n\nSupersedes: \xE2\x80\x94\nSuperseded by: none\n", "");
	assert_links("# X\n\n## Status\n\nAccepted. Renumbered so that [ADR-0038](0038-y.md) keeps its number.\n",
		     "relates_to 0038-y.md docs/adr/0038-y.md 38\n");
	assert_links("# X\n\n## Links\n\n- [Docs](https://docs.example/1-x)\n", "");
}

static void what_replaces_and_what_was_replaced_may_be_one_word(void **state)
{
	(void)state;
	assert_links("# X\n\n## Status\n\nErsetzt [9. Neu](0009-neu.md)\n",
		     "superseded_by 0009-neu.md docs/adr/0009-neu.md 9\n");
	assert_links("# X\n\n## Status\n\nAngenommen\n\nErsetzt [3. Alt](0003-alt.md)\n",
		     "supersedes 0003-alt.md docs/adr/0003-alt.md 3\n");
	assert_links("# X\n\nStatut : Accept\xC3\xA9, remplace ADR-3\n", "supersedes ADR-3  3\n");
	assert_links("# X\n\n* Status: Angenommen\n\n## Links\n\n* Ersetzt [3. Alt](0003-alt.md)\n",
		     "supersedes 0003-alt.md docs/adr/0003-alt.md 3\n");
}

static void not_every_number_is_a_record(void **state)
{
	(void)state;
	assert_links("# X\n\n## Related\n\n- #304\n- 2026 audit, item 2\n- tickets of this ADR), #1232\n"
		     "- format MADR 4.0\n- see section 6\n",
		     "");
	assert_links("# X\n\n## Status\n\nAccepted, depends on #3575\n", "");
	assert_links("# X\n\n## Status\n\nAccepted, depends on [#3575](https://git.example/harbour/log/issues/3575)\n",
		     "");
	assert_links("# X\n\n## Status\n\nAccepted (2026-07-03). Implemented by "
		     "[PAY-1649](https://tickets.example/browse/PAY-1649)\n",
		     "");
	assert_links("# X\n\nSuperseded by: #12\n", "superseded_by 12  12\n");
	assert_links("# X\n\n## Supersedes\n\n0003, 0005\n", "supersedes 0003  3\nsupersedes 0005  5\n");
}

static void titles_of_links_are_no_part_of_targets(void **state)
{
	(void)state;
	assert_links("# X\n\n## Context\n\nAs [told](b.md \"Provider API\").\n", "relates_to b.md docs/adr/b.md -1\n");
}

static void paths_in_words_are_mentions(void **state)
{
	(void)state;
	read_text("# X\n\n## Links\n\n- `docs/b.md` tells more\n- [c](c.md)\n");
	assert_int_equal(fixture.record.links.count, 2);
	assert_true(fixture.record.links.item[0].mention);
	assert_false(fixture.record.links.item[1].mention);
	read_text("# X\n\n## Links\n\n- b.md tells more\n- [that](b.md)\n");
	assert_int_equal(fixture.record.links.count, 1);
	assert_false(fixture.record.links.item[0].mention);
}

static void sections_of_links_relate(void **state)
{
	(void)state;
	assert_links("# X\n\n## Related\n\n- [ADR-002: Runtime](./002-runtime.md)\n- ADR-001 \xE2\x80\x94 tracker\n",
		     "relates_to ./002-runtime.md docs/adr/002-runtime.md 2\nrelates_to ADR-001  1\n");
	assert_links("# X\n\n## Context\n\nAs [told](a%20b.md) before.\n", "relates_to a%20b.md docs/adr/a b.md -1\n");
}

static void other_projects_and_reference_links(void **state)
{
	(void)state;
	read_text("# X\n\nSupersedes: billing/ADR-0004\n");
	assert_int_equal(fixture.record.links.count, 1);
	assert_str(fixture.record.links.item[0].to_project, "billing");
	assert_links("# X\n\n## Status\n\nSuperseded by [ADR024][]\n\n[ADR024]: ADR024-new.md\n",
		     "superseded_by ADR024-new.md docs/adr/ADR024-new.md 24\n");
	assert_links("# X\n\n## Status\n\nSuperseded by [16](https://git.example/o/r/blob/main/adr/0016-new.md)\n",
		     "superseded_by 0016-new.md  16\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_verb_before_the_target_counts, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(every_wording_of_superseding_is_known, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(lists_of_relations_are_read, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(a_line_of_the_header_may_begin_with_the_verb, read_set_up,
						read_tear_down),
		cmocka_unit_test_setup_teardown(nothing_is_no_target, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(what_replaces_and_what_was_replaced_may_be_one_word, read_set_up,
						read_tear_down),
		cmocka_unit_test_setup_teardown(not_every_number_is_a_record, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(titles_of_links_are_no_part_of_targets, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(paths_in_words_are_mentions, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(sections_of_links_relate, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(other_projects_and_reference_links, read_set_up, read_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
