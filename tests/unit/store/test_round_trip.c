/* SPDX-License-Identifier: MIT */
/* What goes into the index comes out again. */
#include "index_fixture.h"

static struct date day(int year, int month, int number)
{
	struct date date = {0};
	assert_true(date_make(year, month, number, &date));
	return date;
}

static struct span line(uint32_t number)
{
	return (struct span){.line = number};
}

static void add_header_lists(struct arena *arena, struct record *record)
{
	*LIST_ADD(arena, &record->dates) =
		(struct dated){DATE_DECIDED, day(2026, 2, 14), STR("2026-02-14"), line(4), BASIS_LABEL};
	*LIST_ADD(arena, &record->dates) = (struct dated){DATE_EXPIRES, {0}, STR("some day"), line(5), BASIS_COMPUTED};
	*LIST_ADD(arena, &record->people) = (struct person){STR("Zoë Müller"), ROLE_DECIDER, line(6), BASIS_TABLE};
	*LIST_ADD(arena, &record->people) = (struct person){STR("Data Guild"), ROLE_OWNER, line(7), BASIS_NONE};
	*LIST_ADD(arena, &record->tags) = STR("Données");
	*LIST_ADD(arena, &record->tags) = STR("queue");
}

static void add_links(struct arena *arena, struct record *record)
{
	*LIST_ADD(arena, &record->links) = (struct link){.kind = LINK_SUPERSEDES,
							 .target = STR("ADR-0001"),
							 .to_number = 1,
							 .basis = BASIS_SECTION,
							 .at = line(9)};
	*LIST_ADD(arena, &record->links) = (struct link){.kind = LINK_OTHER,
							 .words = STR("inspired by"),
							 .target = STR("x.md"),
							 .file = STR("docs/x.md"),
							 .to_number = -1,
							 .mention = true,
							 .at = line(10)};
}

static void add_body_lists(struct arena *arena, struct record *record)
{
	*LIST_ADD(arena, &record->options) =
		(struct option){STR("Kafka"), STANCE_CHOSEN, line(12), line(20), true, BASIS_LIST, BASIS_PROSE};
	*LIST_ADD(arena, &record->options) =
		(struct option){STR("RabbitMQ"), STANCE_REJECTED, line(13), {0}, false, BASIS_PROSE, BASIS_INFERRED};
	*LIST_ADD(arena, &record->claims) =
		(struct claim){STR("message-broker"), STR("kafka"), true,     STR("python"),
			       CLAIM_CATALOG,         0.75,         line(20), STR("We will use **Kafka**")};
	*LIST_ADD(arena, &record->claims) =
		(struct claim){STR("message-broker"), STR("rabbitmq"), false, {0}, CLAIM_DECLARED, 1, line(21), {0}};
}

static struct record full_record(struct arena *arena)
{
	struct record record = make_record("docs/adr/0002-queue.md", 2, "Use a queue");
	record.dialect = DIALECT_FRONT_MATTER;
	record.language = STR("en");
	record.basis =
		(struct record_bases){BASIS_HEADING, BASIS_FILE_NAME, BASIS_NONE, BASIS_INFERRED, BASIS_COMPUTED};
	record.date = day(2026, 2, 14);
	record.date_at = line(4);
	record.review = day(2026, 8, 14);
	record.review_at = line(8);
	record.decision = STR("We will use Kafka.");
	record.decision_at = line(20);
	add_header_lists(arena, &record);
	add_links(arena, &record);
	add_body_lists(arena, &record);
	return record;
}

static void a_record_comes_back_whole(void **state)
{
	struct fixture *fixture = *state;
	struct record record = full_record(fixture->arena);
	begin(fixture);
	put(fixture, 0, "docs/adr/0001-log.md", 1, "# one");
	save(fixture, 0, &record, "# Use a queue");
	commit(fixture);
	open_index(fixture, STORE_READ);

	struct records records = load(fixture, NULL, PART_ALL);
	assert_int_equal(records.count, 2);
	const struct record *back = &records.item[1];
	assert_str(back->project->name, "billing");
	assert_str(back->project->root, fixture->project[0].root.at);
	assert_str(back->path, "docs/adr/0002-queue.md");
	assert_str(back->id, "billing/ADR-0002");
	assert_int_equal(back->kind, KIND_RECORD);
	assert_int_equal(back->dialect, DIALECT_FRONT_MATTER);
	assert_int_equal(back->number, 2);
	assert_str(back->title, "Use a queue");
	assert_int_equal(back->title_at.line, 1);
	assert_true(back->title_stated);
	assert_str(back->language, "en");
	assert_int_equal(back->status, STATUS_ACCEPTED);
	assert_str(back->status_text, "Accepted");
	assert_int_equal(back->status_at.line, 3);
	assert_true(date_equal(back->date, day(2026, 2, 14)));
	assert_int_equal(back->date_at.line, 4);
	assert_true(date_equal(back->review, day(2026, 8, 14)));
	assert_int_equal(back->review_at.line, 8);
	assert_str(back->decision, "We will use Kafka.");
	assert_int_equal(back->decision_at.line, 20);
	assert_int_equal(back->basis.title, BASIS_HEADING);
	assert_int_equal(back->basis.number, BASIS_FILE_NAME);
	assert_int_equal(back->basis.status, BASIS_NONE);
	assert_int_equal(back->basis.date, BASIS_INFERRED);
	assert_int_equal(back->basis.review, BASIS_COMPUTED);
	assert_str(ask(fixture, "SELECT title_basis || ' ' || number_basis || ' ' || coalesce(status_basis, '-') || ' ' "
				"|| date_basis || ' ' || review_basis FROM records WHERE number = 2"),
		   "heading file-name - inferred computed");
}

static void the_index_knows_every_basis(void **state)
{
	struct fixture *fixture = *state;
	begin(fixture);
	commit(fixture);
	for (int basis = BASIS_NONE + 1; basis < BASIS_COUNT; basis++) {
		const char *name = value_basis_name((enum value_basis)basis);
		const char *row =
			arena_printf(fixture->arena, "SELECT name || guess FROM basis WHERE basis = %d", basis).at;
		assert_str(ask(fixture, row),
			   arena_printf(fixture->arena, "%s%d", name, basis_is_guess((enum value_basis)basis)).at);
	}
	assert_str(ask(fixture, "SELECT count(*) FROM basis"), arena_printf(fixture->arena, "%d", BASIS_COUNT - 1).at);
}

static void its_header_lists_come_back_whole(void **state)
{
	struct fixture *fixture = *state;
	struct record record = full_record(fixture->arena);
	begin(fixture);
	save(fixture, 0, &record, "");
	commit(fixture);
	struct records records = load(fixture, NULL, PART_ALL);
	const struct record *back = &records.item[0];

	assert_int_equal(back->dates.count, 2);
	assert_int_equal(back->dates.item[0].kind, DATE_DECIDED);
	assert_true(date_equal(back->dates.item[0].date, day(2026, 2, 14)));
	assert_int_equal(back->dates.item[1].kind, DATE_EXPIRES);
	assert_false(back->dates.item[1].date.set);
	assert_str(back->dates.item[1].text, "some day");
	assert_int_equal(back->dates.item[1].at.line, 5);
	assert_int_equal(back->dates.item[0].basis, BASIS_LABEL);
	assert_int_equal(back->dates.item[1].basis, BASIS_COMPUTED);
	assert_int_equal(back->people.count, 2);
	assert_str(back->people.item[0].name, "Zoë Müller");
	assert_int_equal(back->people.item[1].role, ROLE_OWNER);
	assert_int_equal(back->people.item[1].at.line, 7);
	assert_int_equal(back->people.item[0].basis, BASIS_TABLE);
	assert_int_equal(back->people.item[1].basis, BASIS_NONE);
	assert_int_equal(back->tags.count, 2);
	assert_str(back->tags.item[0], "Données");
}

static void its_links_options_and_claims_come_back_whole(void **state)
{
	struct fixture *fixture = *state;
	struct record record = full_record(fixture->arena);
	begin(fixture);
	put(fixture, 0, "docs/adr/0001-log.md", 1, "# one");
	save(fixture, 0, &record, "");
	commit(fixture);
	struct records records = load(fixture, NULL, PART_ALL);
	const struct record *back = &records.item[1];

	assert_int_equal(back->links.count, 2);
	assert_int_equal(back->links.item[0].kind, LINK_SUPERSEDES);
	assert_int_equal(back->links.item[0].to_number, 1);
	assert_int_equal(back->links.item[0].at.line, 9);
	assert_str(back->links.item[0].to, "billing/ADR-0001");
	assert_str(back->links.item[0].path, "docs/adr/0001-log.md");
	assert_int_equal(back->links.item[1].kind, LINK_OTHER);
	assert_str(back->links.item[1].words, "inspired by");
	assert_str(back->links.item[1].file, "docs/x.md");
	assert_int_equal(back->links.item[1].to_number, -1);
	assert_str(back->links.item[1].to, "");
	assert_int_equal(back->options.count, 2);
	assert_int_equal(back->options.item[0].stance, STANCE_CHOSEN);
	assert_int_equal(back->options.item[0].stance_at.line, 20);
	assert_true(back->options.item[0].listed);
	assert_int_equal(back->options.item[1].stance, STANCE_REJECTED);
	assert_false(back->options.item[1].listed);
	assert_int_equal(back->options.item[0].basis, BASIS_LIST);
	assert_int_equal(back->options.item[0].stance_basis, BASIS_PROSE);
	assert_int_equal(back->options.item[1].stance_basis, BASIS_INFERRED);
	assert_int_equal(back->links.item[0].basis, BASIS_SECTION);
	assert_false(back->links.item[0].mention);
	assert_true(back->links.item[1].mention);
	assert_int_equal(back->claims.count, 2);
	assert_true(back->claims.item[0].chosen);
	assert_str(back->claims.item[0].scope, "python");
	assert_int_equal(back->claims.item[0].basis, CLAIM_CATALOG);
	assert_true(back->claims.item[0].confidence == 0.75);
	assert_str(back->claims.item[0].quote, "We will use **Kafka**");
	assert_false(back->claims.item[1].chosen);
	assert_int_equal(back->claims.item[1].basis, CLAIM_DECLARED);
}

static void only_the_parts_asked_for_are_loaded(void **state)
{
	struct fixture *fixture = *state;
	struct record record = full_record(fixture->arena);
	begin(fixture);
	save(fixture, 0, &record, "");
	commit(fixture);
	struct records records = load(fixture, NULL, PART_TAGS);
	assert_int_equal(records.item[0].tags.count, 2);
	assert_int_equal(records.item[0].people.count, 0);
	assert_int_equal(records.item[0].links.count, 0);
	assert_int_equal(records.item[0].claims.count, 0);
	assert_str(records.item[0].decision, "");
}

/* A record without a status is in force when it states a decision: that must still show without PART_DECISION. */
static void what_is_in_force_stays_in_force(void **state)
{
	struct fixture *fixture = *state;
	struct record record = make_record("1.md", 1, "One");
	record.status = STATUS_NONE;
	record.status_text = (struct str){0};
	record.decision = STR("We will.");
	begin(fixture);
	save(fixture, 0, &record, "");
	record.path = STR("2.md");
	record.decision = (struct str){0};
	save(fixture, 0, &record, "");
	commit(fixture);
	struct records records = load(fixture, NULL, 0);
	assert_true(record_in_force(&records.item[0]));
	assert_false(record_in_force(&records.item[1]));
}

static void damaged_texts_come_back_as_valid_utf8(void **state)
{
	struct fixture *fixture = *state;
	struct record record = make_record("a.md", -1, "caf\xE9 \xF0\x9F");
	begin(fixture);
	save(fixture, 0, &record, "body \xFF\x02 word");
	commit(fixture);
	struct records records = load(fixture, NULL, 0);
	assert_str(records.item[0].title, "caf\xEF\xBF\xBD \xEF\xBF\xBD");
	struct hits hits = search(fixture, "word");
	assert_int_equal(hits.count, 1);
	assert_str(hits.item[0].snippet, "body \xEF\xBF\xBD \x02word\x03");
}

static void files_are_remembered_with_stamps(void **state)
{
	struct fixture *fixture = *state;
	struct record template = make_record("docs/adr/template.md", -1, "T");
	struct stored_files files = {0};
	template.kind = KIND_TEMPLATE;
	begin(fixture);
	put(fixture, 0, "docs/adr/0001-a.md", 1, "text");
	save(fixture, 0, &template, "text");
	assert_done(fixture, store_touch(fixture->store, fixture->project[0].number, STR("docs/adr/template.md"),
					 (struct file_stamp){4, -5, UINT64_MAX}, &fixture->error));
	commit(fixture);
	assert_done(fixture,
		    store_files(fixture->store, fixture->arena, fixture->project[0].number, &files, &fixture->error));
	assert_int_equal(files.count, 2);
	assert_str(files.item[0].path, "docs/adr/0001-a.md");
	assert_int_equal(files.item[0].records, 1);
	assert_int_equal(files.item[0].stamp.size, 4);
	assert_true(digest_equal(files.item[0].digest, digest_of(STR("text"))));
	assert_int_equal(files.item[1].records, 0);
	assert_int_equal(files.item[1].stamp.modified_ns, -5);
	assert_true(files.item[1].stamp.inode == UINT64_MAX);
	assert_int_equal(load(fixture, NULL, 0).count, 1);
}

static void projects_come_back_by_name(void **state)
{
	struct fixture *fixture = *state;
	struct stored_projects projects = {0};
	begin(fixture);
	put(fixture, 1, "1.md", 1, "");
	put(fixture, 1, "2.md", 2, "");
	commit(fixture);
	assert_done(fixture, store_projects(fixture->store, fixture->arena, &projects, &fixture->error));
	assert_int_equal(projects.count, PROJECTS);
	assert_str(projects.item[0].name, "billing");
	assert_str(projects.item[1].name, "search");
	assert_int_equal(projects.item[1].records, 2);
	assert_true(digest_equal(projects.item[1].settings, (struct digest){1, 7}));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_record_comes_back_whole, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_index_knows_every_basis, set_up, tear_down),
		cmocka_unit_test_setup_teardown(its_header_lists_come_back_whole, set_up, tear_down),
		cmocka_unit_test_setup_teardown(its_links_options_and_claims_come_back_whole, set_up, tear_down),
		cmocka_unit_test_setup_teardown(only_the_parts_asked_for_are_loaded, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_is_in_force_stays_in_force, set_up, tear_down),
		cmocka_unit_test_setup_teardown(damaged_texts_come_back_as_valid_utf8, set_up, tear_down),
		cmocka_unit_test_setup_teardown(files_are_remembered_with_stamps, set_up, tear_down),
		cmocka_unit_test_setup_teardown(projects_come_back_by_name, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
