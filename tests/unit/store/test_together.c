/* SPDX-License-Identifier: MIT */
/* Several processes on one index. Each child is a process of its own, as `adr index` in two terminals. */
#include "index_fixture.h"

#include <signal.h>
#include <sys/wait.h>

#define RECORDS_EACH 40

/* Opens, adds the records of one project in several transactions, and ends the child; 0 when all went well. */
static void add_records(struct fixture *fixture, size_t project)
{
	for (int i = 0; i < RECORDS_EACH; i++) {
		begin(fixture);
		put(fixture, project, arena_printf(fixture->arena, "%d.md", i).at, i, "shared words");
		commit(fixture);
	}
	store_close(&fixture->store);
}

static pid_t start_child(struct fixture *fixture, size_t project)
{
	pid_t child = fork();
	assert_true(child >= 0);
	if (child > 0)
		return child;
	add_records(fixture, project);
	_exit(0);
}

static void assert_ended_well(pid_t child)
{
	int status = 0;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
}

static void two_writers_lose_nothing(void **state)
{
	struct fixture *fixture = *state;
	pid_t one = start_child(fixture, 0), two = start_child(fixture, 1);
	assert_ended_well(one);
	assert_ended_well(two);
	open_index(fixture, STORE_READ);
	assert_int_equal(load(fixture, NULL, 0).count, 2 * RECORDS_EACH);
	assert_int_equal(search(fixture, "shared").count, 20);
	assert_words_whole(fixture);
}

/* The child is killed in the middle of a transaction that is larger than SQLite's cache: pages are in the file already.
 */
static void a_killed_writer_leaves_the_old_state(void **state)
{
	struct fixture *fixture = *state;
	int pipes[2];
	char byte;
	begin(fixture);
	put(fixture, 0, "old.md", 1, "old words");
	commit(fixture);
	store_close(&fixture->store);
	assert_int_equal(pipe(pipes), 0);
	pid_t child = fork();
	if (child == 0) {
		SCOPED(text_release) struct text body = {0};
		text_add_repeat(&body, 'x', 100000);
		begin(fixture);
		forget(fixture, 0, "old.md");
		for (int i = 0; i < 100; i++)
			put(fixture, 0, arena_printf(fixture->arena, "%d.md", i).at, i, body.at);
		assert_int_equal(write(pipes[1], "x", 1), 1);
		for (;;)
			pause();
	}
	assert_int_equal(read(pipes[0], &byte, 1), 1);
	assert_int_equal(kill(child, SIGKILL), 0);
	assert_int_equal(waitpid(child, NULL, 0), child);
	close(pipes[0]);
	close(pipes[1]);
	open_index(fixture, STORE_WRITE);
	assert_str(ids(fixture), "billing/ADR-0001");
	assert_int_equal(search(fixture, "old").count, 1);
	assert_words_whole(fixture);
}

/* A reader that is at work while the index is made again sees the old state or a clear failure, never a crash. */
static void a_reader_survives_a_rebuild(void **state)
{
	struct fixture *fixture = *state;
	struct store *reader = NULL;
	struct records records = {0};
	struct record_filter all = {0};
	begin(fixture);
	put(fixture, 0, "a.md", 1, "words");
	commit(fixture);
	assert_done(fixture, store_open(&reader, fixture->path, STORE_READ, &fixture->error));
	store_close(&fixture->store);
	ask(fixture, "PRAGMA user_version = 3");
	open_index(fixture, STORE_WRITE);
	assert_true(store_is_new(fixture->store));
	assert_done(fixture, store_load(reader, fixture->arena, &all, PART_ALL, &records, &fixture->error));
	assert_int_equal(records.count, 0);
	store_close(&reader);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(two_writers_lose_nothing, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_killed_writer_leaves_the_old_state, set_up, tear_down),
		cmocka_unit_test_setup_teardown(a_reader_survives_a_rebuild, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
