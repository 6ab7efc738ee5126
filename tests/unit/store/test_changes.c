/* SPDX-License-Identifier: MIT */
/* Files that come, change and go: what the index says follows, ids and links of other records included. */
#include "index_fixture.h"

#include "adr/base/scope.h"

static void put_link(struct fixture *fixture, size_t project, const char *path, int32_t number, struct link link)
{
	struct record record = make_record(path, number, "Links");
	link.kind = LINK_RELATES_TO;
	if (str_empty(link.target))
		link.target = STR("as written");
	*LIST_ADD(fixture->arena, &record.links) = link;
	save(fixture, project, &record, "");
}

/* Where the only link of the record at `path` leads. */
static struct str target_of(struct fixture *fixture, const char *path)
{
	struct records records = load(fixture, NULL, PART_LINKS);
	LIST_EACH (struct record, record, &records)
		if (str_equal(record->path, str_of(path)))
			return record->links.item[0].to;
	fail_msg("no record %s", path);
	return (struct str){0};
}

static void a_changed_file_replaces_what_it_said(void **state)
{
	struct fixture *fixture = *state;
	struct record record = make_record("a.md", 1, "Old title");
	*LIST_ADD(fixture->arena, &record.tags) = STR("old");
	begin(fixture);
	save(fixture, 0, &record, "ancient words");
	put(fixture, 0, "b.md", 2, "other words");
	commit(fixture);
	struct str before = ask(fixture, "SELECT record FROM record WHERE path = 'a.md'");

	begin(fixture);
	record.title = STR("New title");
	record.tags.count = 0;
	save(fixture, 0, &record, "modern words");
	commit(fixture);
	struct records records = load(fixture, NULL, PART_ALL);
	assert_int_equal(records.count, 2);
	assert_str(records.item[0].title, "New title");
	assert_int_equal(records.item[0].tags.count, 0);
	assert_int_equal(search(fixture, "ancient").count, 0);
	assert_int_equal(search(fixture, "modern").count, 1);
	assert_str(ask(fixture, "SELECT record FROM record WHERE path = 'a.md'"), before.at);
	assert_words_whole(fixture);
}

static void a_forgotten_file_leaves_nothing(void **state)
{
	static const char *const tables[] = {"record", "record_text", "decision", "date", "person",
					     "link",   "option",      "claim",    "tag",  "file"};
	struct fixture *fixture = *state;
	struct record record = make_record("a.md", 1, "One");
	record.decision = STR("We will.");
	*LIST_ADD(fixture->arena, &record.tags) = STR("x");
	*LIST_ADD(fixture->arena, &record.dates) = (struct dated){.kind = DATE_DECIDED};
	*LIST_ADD(fixture->arena, &record.people) = (struct person){.name = STR("Ann")};
	*LIST_ADD(fixture->arena, &record.links) = (struct link){.target = STR("1"), .to_number = 1};
	*LIST_ADD(fixture->arena, &record.options) = (struct option){.name = STR("x")};
	*LIST_ADD(fixture->arena, &record.claims) = (struct claim){.subject = STR("s"), .option = STR("o")};
	begin(fixture);
	save(fixture, 0, &record, "some words");
	commit(fixture);
	begin(fixture);
	forget(fixture, 0, "a.md");
	forget(fixture, 0, "never-there.md");
	commit(fixture);
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
		assert_str(ask(fixture, arena_printf(fixture->arena, "SELECT count(*) FROM %s", tables[i]).at), "0");
	assert_int_equal(search(fixture, "words").count, 0);
	assert_words_whole(fixture);
}

static void a_file_that_is_no_record_any_more_is_only_remembered(void **state)
{
	struct fixture *fixture = *state;
	struct record record = make_record("a.md", 1, "One");
	begin(fixture);
	save(fixture, 0, &record, "words");
	commit(fixture);
	begin(fixture);
	record.kind = KIND_INDEX;
	save(fixture, 0, &record, "words");
	commit(fixture);
	assert_str(ids(fixture), "");
	assert_str(ask(fixture, "SELECT kind FROM file"), "index");
	begin(fixture);
	record.kind = KIND_RECORD;
	save(fixture, 0, &record, "words");
	commit(fixture);
	assert_str(ids(fixture), "billing/ADR-0001");
	assert_words_whole(fixture);
}

static void ids_follow_the_numbers_of_the_project(void **state)
{
	struct fixture *fixture = *state;
	begin(fixture);
	put(fixture, 0, "docs/0001-a.md", 1, "");
	put(fixture, 0, "docs/0002-b.md", 2, "");
	put(fixture, 0, "docs/notes.md", -1, "");
	put(fixture, 1, "docs/0001-z.md", 1, "");
	commit(fixture);
	assert_str(ids(fixture), "billing/ADR-0001 billing/ADR-0002 billing/notes search/ADR-0001");

	begin(fixture);
	put(fixture, 0, "docs/0001-c.md", 1, "");
	put(fixture, 0, "old/notes.md", -1, "");
	commit(fixture);
	assert_str(ids(fixture), "billing/0001-a billing/0001-c billing/ADR-0002 billing/docs/notes.md "
				 "billing/old/notes.md search/ADR-0001");

	begin(fixture);
	forget(fixture, 0, "docs/0001-a.md");
	forget(fixture, 0, "old/notes.md");
	commit(fixture);
	assert_str(ids(fixture), "billing/ADR-0001 billing/ADR-0002 billing/notes search/ADR-0001");

	begin(fixture);
	put(fixture, 0, "docs/0002-b.md", 1, ""); /* changed its number */
	commit(fixture);
	assert_str(ids(fixture), "billing/0001-c billing/0002-b billing/notes search/ADR-0001");
}

static void a_renamed_project_renames_its_ids(void **state)
{
	struct fixture *fixture = *state;
	begin(fixture);
	put(fixture, 0, "1.md", 1, "");
	commit(fixture);
	fixture->project[0].name = STR("invoicing");
	begin(fixture);
	commit(fixture);
	assert_str(ids(fixture), "invoicing/ADR-0001");
}

static void links_by_path_follow_what_comes_and_goes(void **state)
{
	struct fixture *fixture = *state;
	begin(fixture);
	put_link(fixture, 0, "a.md", 1, (struct link){.file = STR("z.md"), .to_number = -1});
	commit(fixture);
	assert_str(target_of(fixture, "a.md"), "");
	begin(fixture);
	put(fixture, 0, "z.md", 9, "");
	commit(fixture);
	assert_str(target_of(fixture, "a.md"), "billing/ADR-0009");
	begin(fixture);
	put(fixture, 0, "z.md", 9, "another text, the same record");
	commit(fixture);
	assert_str(target_of(fixture, "a.md"), "billing/ADR-0009");
	begin(fixture);
	forget(fixture, 0, "z.md");
	commit(fixture);
	assert_str(target_of(fixture, "a.md"), "");
}

static void links_by_number_need_one_record_of_that_number(void **state)
{
	struct fixture *fixture = *state;
	begin(fixture);
	put_link(fixture, 0, "a.md", 1, (struct link){.to_number = 7});
	put(fixture, 0, "seven.md", 7, "");
	put(fixture, 1, "seven.md", 7, "");
	commit(fixture);
	assert_str(target_of(fixture, "a.md"), "billing/ADR-0007");
	begin(fixture);
	put(fixture, 0, "seven-again.md", 7, "");
	commit(fixture);
	assert_str(target_of(fixture, "a.md"), "");
	begin(fixture);
	forget(fixture, 0, "seven.md");
	commit(fixture);
	assert_str(target_of(fixture, "a.md"), "billing/ADR-0007");
	begin(fixture);
	put(fixture, 0, "seven-again.md", 8, "");
	commit(fixture);
	assert_str(target_of(fixture, "a.md"), "");
}

static void links_lead_into_other_projects(void **state)
{
	struct fixture *fixture = *state;
	begin(fixture);
	put_link(fixture, 0, "docs/by-path.md", -1,
		 (struct link){.file = STR("../web/docs/adr/0004-x.md"), .to_number = -1});
	put_link(fixture, 0, "docs/by-name.md", -1, (struct link){.to_project = STR("Web"), .to_number = 4});
	put_link(fixture, 0, "docs/nowhere.md", -1, (struct link){.to_project = STR("mobile"), .to_number = 4});
	commit(fixture);
	assert_str(target_of(fixture, "docs/by-path.md"), "");
	assert_str(target_of(fixture, "docs/by-name.md"), "");

	begin(fixture);
	put(fixture, 2, "docs/adr/0004-x.md", 4, "");
	commit(fixture);
	assert_str(target_of(fixture, "docs/by-path.md"), "web/ADR-0004");
	assert_str(target_of(fixture, "docs/by-name.md"), "web/ADR-0004");
	assert_str(target_of(fixture, "docs/nowhere.md"), "");

	begin(fixture);
	assert_done(fixture, store_forget_project(fixture->store, fixture->project[2].number, &fixture->error));
	commit(fixture);
	assert_str(target_of(fixture, "docs/by-path.md"), "");
	assert_str(target_of(fixture, "docs/by-name.md"), "");
	assert_words_whole(fixture);
}

static void a_changed_record_has_its_links_followed_at_once(void **state)
{
	struct fixture *fixture = *state;
	begin(fixture);
	put(fixture, 0, "a.md", 1, "");
	put(fixture, 0, "b.md", 2, "");
	put(fixture, 1, "c.md", 3, "");
	commit(fixture);
	begin(fixture);
	put_link(fixture, 0, "a.md", 1, (struct link){.to_number = 2});
	put_link(fixture, 0, "b.md", 2, (struct link){.to_project = STR("search"), .to_number = 3});
	commit(fixture);
	assert_str(target_of(fixture, "a.md"), "billing/ADR-0002");
	assert_str(target_of(fixture, "b.md"), "search/ADR-0003");
}

static void a_rollback_leaves_the_index_as_it_was(void **state)
{
	struct fixture *fixture = *state;
	begin(fixture);
	put(fixture, 0, "a.md", 1, "kept words");
	commit(fixture);
	begin(fixture);
	put(fixture, 0, "b.md", 2, "lost words");
	forget(fixture, 0, "a.md");
	store_rollback(fixture->store);
	assert_str(ids(fixture), "billing/ADR-0001");
	assert_int_equal(search(fixture, "words").count, 1);
	begin(fixture);
	put(fixture, 0, "b.md", 1, "more words");
	commit(fixture);
	assert_str(ids(fixture), "billing/a billing/b");
	assert_words_whole(fixture);
}

static void a_closed_store_rolls_back(void **state)
{
	struct fixture *fixture = *state;
	begin(fixture);
	put(fixture, 0, "a.md", 1, "");
	open_index(fixture, STORE_WRITE);
	assert_str(ids(fixture), "");
}

static void long_lists_are_cut_not_mixed_up(void **state)
{
	struct fixture *fixture = *state;
	struct record record = make_record("a.md", 1, "Many");
	for (int i = 0; i < 70000; i++)
		*LIST_ADD(fixture->arena, &record.tags) = STR("t");
	begin(fixture);
	save(fixture, 0, &record, "");
	put(fixture, 0, "b.md", 2, "");
	commit(fixture);
	struct records records = load(fixture, NULL, PART_TAGS);
	assert_int_equal(records.item[0].tags.count, 65535);
	assert_int_equal(records.item[1].tags.count, 0);
}

/* Saves a log whose decisions are numbered from `first` on, each with a link to number 1 of the log. */
static void put_log(struct fixture *fixture, const char *path, int32_t first, int32_t last)
{
	struct records decisions = {0};
	SCOPED(text_release) struct text text = {0};
	struct record log = make_record(path, -1, "Decisions");
	log.kind = KIND_LOG;
	log.project = &fixture->project[0];
	for (int32_t number = first; number <= last; number++) {
		struct record *record = LIST_ADD(fixture->arena, &decisions);
		uint32_t start = (uint32_t)text.length;
		text_printf(&text, "## D-%d\nword%d\n", number, number);
		*record = make_record(path, number, "Use something");
		record->project = &fixture->project[0];
		record->anchor = arena_printf(fixture->arena, "d-%d", number);
		record->extent = (struct extent){start, (uint32_t)text.length, (uint32_t)(2 * (number - first) + 1),
						 (uint32_t)(2 * (number - first) + 2)};
		struct link *link = LIST_ADD(fixture->arena, &record->links);
		*link = (struct link){.kind = LINK_RELATES_TO, .target = STR("D-1"), .to_number = 1};
	}
	struct file_contents contents = {&log, &decisions, text_str(&text)};
	assert_done(fixture, store_save(fixture->store, fixture->project[0].number, &contents,
					(struct file_stamp){(int64_t)text.length, 12, 34}, digest_of(text_str(&text)),
					&fixture->error));
}

static void a_log_is_replaced_as_a_whole(void **state)
{
	struct fixture *fixture = *state;
	begin(fixture);
	put(fixture, 0, "adr/0001-a.md", 1, "file");
	put_log(fixture, "decisions.md", 1, 3);
	commit(fixture);
	assert_str(ids(fixture), "billing/ADR-0001 billing/decisions#d-1 billing/ADR-0002 billing/ADR-0003");
	assert_str(ask(fixture, "SELECT group_concat(t.id, ' ') FROM link l JOIN record t ON t.record = l.to_record"),
		   "billing/decisions#d-1 billing/decisions#d-1 billing/decisions#d-1");
	struct hits hits = search(fixture, "word2");
	assert_str(hit_ids(fixture, &hits), "billing/ADR-0002");
	assert_int_equal(hits.item[0].line, 4);

	begin(fixture);
	put_log(fixture, "decisions.md", 2, 6); /* more of them, and none that the links could lead to */
	commit(fixture);
	assert_str(ids(fixture), "billing/ADR-0001 billing/ADR-0002 billing/ADR-0003 billing/ADR-0004 billing/ADR-0005 "
				 "billing/ADR-0006");
	assert_str(ask(fixture, "SELECT DISTINCT t.id FROM link l JOIN record t ON t.record = l.to_record"),
		   "billing/ADR-0001");
	assert_int_equal(search(fixture, "word1").count, 0);
	assert_words_whole(fixture);

	begin(fixture);
	put_log(fixture, "decisions.md", 5, 5);
	commit(fixture);
	assert_str(ids(fixture), "billing/ADR-0001 billing/ADR-0005");
	assert_str(ask(fixture, "SELECT records FROM file WHERE path = 'decisions.md'"), "1");

	begin(fixture);
	forget(fixture, 0, "decisions.md");
	commit(fixture);
	assert_str(ids(fixture), "billing/ADR-0001");
	assert_str(ask(fixture, "SELECT count(*) FROM link"), "0");
	assert_words_whole(fixture);
}

/* Links go by anchor, and follow their decision when others come before it. */
static void links_into_a_log_follow_their_decision(void **state)
{
	struct fixture *fixture = *state;
	begin(fixture);
	put_log(fixture, "decisions.md", 2, 4);
	put_link(fixture, 0, "x.md", -1,
		 (struct link){.target = STR("decisions.md#d-3"), .file = STR("decisions.md"), .to_number = -1});
	commit(fixture);
	assert_str(target_of(fixture, "x.md"), "billing/ADR-0003");
	begin(fixture);
	put_log(fixture, "decisions.md", 1, 4);
	commit(fixture);
	assert_str(target_of(fixture, "x.md"), "billing/ADR-0003");
	begin(fixture);
	put_log(fixture, "decisions.md", 1, 2);
	commit(fixture);
	assert_str(target_of(fixture, "x.md"), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_changed_file_replaces_what_it_said, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_log_is_replaced_as_a_whole, set_up, tear_down),
		cmocka_unit_test_setup_teardown(links_into_a_log_follow_their_decision, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_forgotten_file_leaves_nothing, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_file_that_is_no_record_any_more_is_only_remembered, set_up,
						tear_down),
		cmocka_unit_test_setup_teardown(ids_follow_the_numbers_of_the_project, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_renamed_project_renames_its_ids, set_up, tear_down),
		cmocka_unit_test_setup_teardown(links_by_path_follow_what_comes_and_goes, set_up, tear_down),
		cmocka_unit_test_setup_teardown(links_by_number_need_one_record_of_that_number, set_up, tear_down),
		cmocka_unit_test_setup_teardown(links_lead_into_other_projects, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_changed_record_has_its_links_followed_at_once, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_rollback_leaves_the_index_as_it_was, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_closed_store_rolls_back, set_up, tear_down),
		cmocka_unit_test_setup_teardown(long_lists_are_cut_not_mixed_up, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
