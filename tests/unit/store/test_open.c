/* SPDX-License-Identifier: MIT */
/* Which files become an index, and which are left alone. */
#include "index_fixture.h"

#include <fcntl.h>

static void fill(struct fixture *fixture, int count)
{
	begin(fixture);
	for (int i = 0; i < count; i++) {
		SCOPED(text_release) struct text body = {0};
		for (int word = 0; word < 300; word++)
			text_printf(&body, "word%d ", i * 7 + word);
		put(fixture, 0, arena_printf(fixture->arena, "%04d.md", i).at, i, body.at);
	}
	commit(fixture);
	store_close(&fixture->store);
}

static void overwrite(const struct fixture *fixture, off_t at, const char *bytes, size_t length)
{
	int file = open(fixture->path, O_WRONLY | O_CREAT, 0644);
	assert_true(file >= 0);
	assert_int_equal(pwrite(file, bytes, length, at), length);
	assert_int_equal(close(file), 0);
}

static off_t size_of(const struct fixture *fixture)
{
	struct stat status;
	assert_int_equal(stat(fixture->path, &status), 0);
	return status.st_size;
}

static void assert_refused(struct fixture *fixture, enum store_mode mode, const char *part)
{
	assert_int_equal(store_open(&fixture->store, fixture->path, mode, &fixture->error), OUTCOME_FAILURE);
	assert_null(fixture->store);
	assert_non_null(strstr(fixture->error.text, fixture->path));
	if (!strstr(fixture->error.text, part))
		fail_msg("\"%s\" in: %s", part, fixture->error.text);
}

static void assert_starts_anew(struct fixture *fixture)
{
	open_index(fixture, STORE_WRITE);
	assert_true(store_is_new(fixture->store));
	fill(fixture, 3);
	open_index(fixture, STORE_WRITE);
	assert_false(store_is_new(fixture->store));
	assert_int_equal(load(fixture, NULL, 0).count, 3);
	assert_words_whole(fixture);
}

static void a_new_file_is_made_with_its_folders(void **state)
{
	struct fixture *fixture = *state;
	fixture->path = tree_path(&fixture->tree, "cache/adr/index.db");
	assert_refused(fixture, STORE_READ, "adr index");
	assert_starts_anew(fixture);
}

static void nothing_of_value_is_overwritten(void **state)
{
	struct fixture *fixture = *state;
	static const char *const texts[] = {"my diary\n", "SQLite format 3 is what I like", "{\"a\": 1}"};
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		tree_put(&fixture->tree, "index.db", texts[i]);
		assert_refused(fixture, STORE_WRITE, "not an index");
		assert_refused(fixture, STORE_READ, "not an index");
		assert_string_equal(tree_get(&fixture->tree, "index.db"), texts[i]);
	}
}

static void a_database_of_somebody_else_is_left_alone(void **state)
{
	struct fixture *fixture = *state;
	tree_put(&fixture->tree, "index.db", "");
	ask(fixture, "CREATE TABLE diary (day, words)");
	assert_refused(fixture, STORE_WRITE, "not an index");
	ask(fixture, "PRAGMA user_version = 5");
	assert_refused(fixture, STORE_WRITE, "not an index");
	overwrite(fixture, 100, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 8); /* even when it is damaged */
	assert_refused(fixture, STORE_WRITE, "not an index");
}

static void a_directory_is_no_index(void **state)
{
	struct fixture *fixture = *state;
	tree_folder(&fixture->tree, "index.db");
	assert_refused(fixture, STORE_WRITE, "index");
}

static void files_that_hold_nothing_are_filled(void **state)
{
	struct fixture *fixture = *state;
	static const char zeros[9000];
	tree_put(&fixture->tree, "index.db", "");
	assert_refused(fixture, STORE_READ, "empty");
	assert_starts_anew(fixture);
	store_close(&fixture->store);

	assert_int_equal(truncate(fixture->path, 0), 0);
	overwrite(fixture, 0, zeros, sizeof zeros);
	assert_starts_anew(fixture);
}

static void another_version_is_made_again(void **state)
{
	struct fixture *fixture = *state;
	fill(fixture, 3);
	ask(fixture, "PRAGMA user_version = 7");
	assert_refused(fixture, STORE_READ, "adr index");
	assert_starts_anew(fixture);
}

static void a_truncated_index_is_made_again(void **state)
{
	struct fixture *fixture = *state;
	fill(fixture, 40);
	off_t size = size_of(fixture);
	const off_t lengths[] = {size - 16384, size / 2, 16384, 16384 + 5, 300};
	for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
		assert_int_equal(truncate(fixture->path, lengths[i]), 0);
		assert_refused(fixture, STORE_READ, "damaged");
		assert_starts_anew(fixture);
		store_close(&fixture->store);
		fill(fixture, 40);
	}
}

static void a_damaged_schema_is_made_again(void **state)
{
	struct fixture *fixture = *state;
	fill(fixture, 3);
	overwrite(fixture, 100, "\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF", 8);
	assert_refused(fixture, STORE_READ, "damaged");
	assert_starts_anew(fixture);
}

/* Damage that only shows when a page is read: the call fails, and the next opening starts anew. */
static void damage_inside_is_noticed_in_use(void **state)
{
	struct fixture *fixture = *state;
	char garbage[2000];
	memset(garbage, 0xA5, sizeof garbage);
	fill(fixture, 60);
	for (off_t at = 16384; at + (off_t)sizeof garbage < size_of(fixture); at += 4096)
		overwrite(fixture, at, garbage, sizeof garbage);
	struct records records = {0};
	struct record_filter all = {0};
	open_index(fixture, STORE_WRITE);
	assert_false(store_is_damaged(fixture->store));
	assert_int_equal(store_load(fixture->store, fixture->arena, &all, PART_ALL, &records, &fixture->error),
			 OUTCOME_FAILURE);
	assert_true(store_is_damaged(fixture->store));
	assert_non_null(strstr(fixture->error.text, "damaged"));
	store_close(&fixture->store);
	open_index(fixture, STORE_WRITE);
	assert_int_equal(load(fixture, NULL, 0).count, 0);
	store_close(&fixture->store);
	fill(fixture, 3);
	open_index(fixture, STORE_READ);
	assert_int_equal(load(fixture, NULL, 0).count, 3);
	assert_words_whole(fixture);
}

/* Whatever bytes change: calls fail or not, nothing crashes or hangs, and the file can be used again. */
static void random_damage_is_survived(void **state)
{
	struct fixture *fixture = *state;
	uint32_t dice = 7;
	for (int round = 0; round < 60; round++) {
		if (!file_exists(fixture->path))
			fill(fixture, 30);
		for (int i = 0; i < 20; i++) {
			char byte = (char)(dice >> 9);
			dice = dice * 1103515245 + 12345;
			off_t at = 100 + (off_t)(dice >> 4) % (size_of(fixture) - 100);
			overwrite(fixture, at, &byte, 1);
		}
		struct records records = {0};
		struct hits hits = {0};
		struct record_filter all = {0};
		if (store_open(&fixture->store, fixture->path, STORE_WRITE, &fixture->error) == OUTCOME_OK) {
			(void)!store_load(fixture->store, fixture->arena, &all, PART_ALL, &records, &fixture->error);
			(void)!store_search(fixture->store, fixture->arena, STR("word9 OR word40"), &all, 9, &hits,
					    &fixture->error);
		}
		store_close(&fixture->store);
		unlink(fixture->path);
	}
}

static void a_file_that_cannot_be_written_can_be_read(void **state)
{
	struct fixture *fixture = *state;
	fill(fixture, 3);
	assert_int_equal(chmod(fixture->path, 0444), 0);
	assert_int_equal(chmod(fixture->tree.root.at, 0555), 0);
	open_index(fixture, STORE_READ);
	assert_int_equal(load(fixture, NULL, PART_ALL).count, 3);
	assert_int_equal(search(fixture, "word3").count, 1);
	store_close(&fixture->store);
	assert_int_equal(chmod(fixture->tree.root.at, 0755), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_new_file_is_made_with_its_folders, set_up, tear_down),
		cmocka_unit_test_setup_teardown(nothing_of_value_is_overwritten, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_database_of_somebody_else_is_left_alone, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_directory_is_no_index, set_up, tear_down),
		cmocka_unit_test_setup_teardown(files_that_hold_nothing_are_filled, set_up, tear_down),
		cmocka_unit_test_setup_teardown(another_version_is_made_again, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_truncated_index_is_made_again, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_damaged_schema_is_made_again, set_up, tear_down),
		cmocka_unit_test_setup_teardown(damage_inside_is_noticed_in_use, set_up, tear_down),
		cmocka_unit_test_setup_teardown(random_damage_is_survived, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_file_that_cannot_be_written_can_be_read, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
