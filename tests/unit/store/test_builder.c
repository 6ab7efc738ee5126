/* SPDX-License-Identifier: MIT */
/* An index built in one go holds the same words at the same places as one that SQLite filled record by record, passes
 * SQLite's own check, and can be changed and merged by SQLite. */
#include "index_fixture.h"

#include "builder.h"
#include "words.h"

#define RECORDS 600

/* Hand-picked texts, then made ones; all have a word in common. */
static const char *const picked[] = {
	"",
	"one",
	"Kafka, kafka; KAFKA! kafka_topic kafka-topic x86_64 3.13-slim",
	"Café café naïve Über straße İstanbul łóď",
	"決定記録 Решение — 🚀launch™ ²½ ﬁne",
	"á̂̃ ́ x́y �.�",
	"tab\tand\nline\r\nends (brackets) [links](a/b.md) `code` **bold**",
};

static struct str made_text(struct arena *arena, uint32_t *dice)
{
	SCOPED(text_release) struct text text = {0};
	uint32_t words = 1 + (*dice >> 8) % 300;
	for (uint32_t i = 0; i < words; i++) {
		*dice = *dice * 1103515245 + 12345;
		text_printf(&text, "%sw%u%s", i % 9 ? " " : " common ", (*dice >> 16) % 3000, i % 40 ? "" : "\xC3\xA9");
	}
	return arena_copy(arena, text_str(&text));
}

/* One word ten thousand times, one that fills pages alone, and one beyond the longest that is kept whole. */
static struct str huge_text(struct arena *arena)
{
	SCOPED(text_release) struct text text = {0};
	for (int i = 0; i < 10000; i++)
		text_add_z(&text, "again common ");
	text_add_repeat(&text, 'z', 9000);
	text_add_byte(&text, ' ');
	text_add_repeat(&text, 'y', 40000);
	return arena_copy(arena, text_str(&text));
}

static struct str text_of(struct arena *arena, int number, uint32_t *dice)
{
	if ((size_t)number < sizeof picked / sizeof *picked)
		return str_of(picked[number]);
	return number == RECORDS / 2 ? huge_text(arena) : made_text(arena, dice);
}

static void add_all(struct fixture *fixture)
{
	uint32_t dice = 3;
	for (int i = 0; i < RECORDS; i++) {
		struct str columns[TEXT_COLUMNS] = {STR("Use common sense"), i % 3 ? STR("Ann Lee; Bob") : STR(""),
						    i % 2 ? STR("common; tag") : STR(""),
						    text_of(fixture->arena, i, &dice)};
		int64_t record = 5 + i * 3 + (i > 400 ? (int64_t)1 << 40 : 0);
		assert_done(fixture, words_add(fixture->store, record, columns, &fixture->error));
	}
}

/* Fills the index at `path` through a builder with these limits; through SQLite when they are 0. */
static void fill(struct fixture *fixture, const char *path, struct builder_limits limits)
{
	fixture->path = tree_path(&fixture->tree, path);
	open_index(fixture, STORE_WRITE);
	fixture->store->words_in_use = limits.batch == 0;
	assert_done(fixture, store_begin(fixture->store, &fixture->error));
	if (limits.batch > 0) {
		builder_free(&fixture->store->builder);
		assert_done(fixture, builder_new(&fixture->store->builder, fixture->store, limits, &fixture->error));
	}
	add_all(fixture);
	commit(fixture);
	store_close(&fixture->store);
}

/* A digest of every word with every place, and of the sizes that ranking needs. */
static struct digest contents(struct fixture *fixture)
{
	static const char *const questions[] = {
		"SELECT term || ' ' || doc || ' ' || col || ' ' || offset FROM temp.word",
		"SELECT id || hex(sz) FROM search_docsize ORDER BY id",
		"SELECT hex(block) FROM search_data WHERE id = 1",
	};
	SCOPED(text_release) struct text all = {0};
	sqlite3 *db = NULL;
	assert_int_equal(sqlite3_open(fixture->path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "CREATE VIRTUAL TABLE temp.word USING fts5vocab (main, search, instance)",
				      NULL, NULL, NULL),
			 SQLITE_OK);
	for (size_t i = 0; i < sizeof questions / sizeof *questions; i++) {
		sqlite3_stmt *statement = NULL;
		assert_int_equal(sqlite3_prepare_v2(db, questions[i], -1, &statement, NULL), SQLITE_OK);
		while (sqlite3_step(statement) == SQLITE_ROW) {
			text_add_z(&all, (const char *)sqlite3_column_text(statement, 0));
			text_add_byte(&all, '\n');
		}
		assert_int_equal(sqlite3_finalize(statement), SQLITE_OK);
	}
	sqlite3_close(db);
	assert_true(all.length > 100000);
	return digest_of(text_str(&all));
}

static void the_words_are_those_that_sqlite_would_have_put_in(void **state)
{
	static const struct builder_limits limits[] = {
		{SIZE_MAX, SIZE_MAX}, /* one run, one segment */
		{50000, SIZE_MAX},    /* many runs, one segment */
		{50000, 300000},      /* many of both */
		{1, 1},               /* a segment for each record */
	};
	struct fixture *fixture = *state;
	fill(fixture, "sqlite.db", (struct builder_limits){0, 0});
	struct digest expected = contents(fixture);
	for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
		fill(fixture, arena_printf(fixture->arena, "built%zu.db", i).at, limits[i]);
		assert_true(digest_equal(contents(fixture), expected));
		assert_words_whole(fixture);
	}
}

/* A word in very many records: its list has an index of its own, which skipping needs. */
static void long_lists_of_records_can_be_skipped_through(void **state)
{
	struct fixture *fixture = *state;
	begin(fixture);
	for (int i = 0; i < 8000; i++) {
		const char *text = i % 2000 == 7 ? "everywhere needle everywhere" : "everywhere everywhere";
		put(fixture, 0, arena_printf(fixture->arena, "%05d.md", i).at, i, text);
	}
	commit(fixture);
	assert_words_whole(fixture);
	assert_str(ask(fixture, "SELECT count(*) > 0 FROM search_data WHERE (id >> 36) & 1"), "1");
	assert_str(ask(fixture, "SELECT count(*) FROM search WHERE search MATCH 'everywhere AND needle'"), "4");
	assert_str(ask(fixture, "SELECT max(rowid) FROM search WHERE search MATCH 'everywhere' AND rowid < 7001"),
		   "7000");
	assert_int_equal(search(fixture, "needle everywhere").count, 4);
}

static void what_was_built_can_be_changed_and_merged(void **state)
{
	struct fixture *fixture = *state;
	begin(fixture);
	for (int i = 0; i < 300; i++)
		put(fixture, 0, arena_printf(fixture->arena, "%03d.md", i).at, i, "early words");
	commit(fixture);
	for (int round = 0; round < 20; round++) {
		begin(fixture);
		for (int i = round; i < 300; i += 20)
			put(fixture, 0, arena_printf(fixture->arena, "%03d.md", i).at, i, "late words");
		commit(fixture);
	}
	assert_int_equal(search(fixture, "early").count, 0);
	assert_str(ask(fixture, "SELECT count(*) FROM search WHERE search MATCH 'late'"), "300");
	assert_words_whole(fixture);
	ask(fixture, "INSERT INTO search (search) VALUES ('optimize')");
	assert_words_whole(fixture);
}

/* A file that is saved twice while the index is being built. */
static void changes_within_the_first_transaction_count(void **state)
{
	struct fixture *fixture = *state;
	begin(fixture);
	put(fixture, 0, "a.md", 1, "first words");
	put(fixture, 0, "b.md", 2, "other words");
	put(fixture, 0, "a.md", 1, "second words");
	put(fixture, 0, "c.md", 3, "third words");
	commit(fixture);
	assert_int_equal(search(fixture, "first").count, 0);
	assert_int_equal(search(fixture, "second OR third OR other").count, 3);
	assert_words_whole(fixture);
}

static void an_index_that_was_emptied_is_built_again(void **state)
{
	struct fixture *fixture = *state;
	begin(fixture);
	commit(fixture);
	assert_int_equal(search(fixture, "words").count, 0);
	begin(fixture);
	put(fixture, 0, "a.md", 1, "some words");
	commit(fixture);
	assert_int_equal(search(fixture, "words").count, 1);
	begin(fixture);
	forget(fixture, 0, "a.md");
	commit(fixture);
	begin(fixture);
	put(fixture, 0, "a.md", 1, "new words");
	commit(fixture);
	assert_int_equal(search(fixture, "words").count, 1);
	assert_words_whole(fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_words_are_those_that_sqlite_would_have_put_in, set_up, tear_down),
		cmocka_unit_test_setup_teardown(long_lists_of_records_can_be_skipped_through, set_up, tear_down),
		cmocka_unit_test_setup_teardown(what_was_built_can_be_changed_and_merged, set_up, tear_down),
		cmocka_unit_test_setup_teardown(changes_within_the_first_transaction_count, set_up, tear_down),
		cmocka_unit_test_setup_teardown(an_index_that_was_emptied_is_built_again, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
