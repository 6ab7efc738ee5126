/* SPDX-License-Identifier: MIT */
/* Many files on all cores, one taker, in order. */
#include "testing.h"

#include "adr/base/text.h"
#include "reading.h"
#include "tree.h"

#define FILES 700 /* more than the ring of batches holds at once */

static struct tree tree;
static struct project project;
static struct config config;
static struct jobs jobs;
static struct error error;

static int set_up(void **state)
{
	(void)state;
	tree = tree_make();
	config_init(&config);
	project = (struct project){.name = STR("p"), .root = tree.root, .config = &config};
	jobs = (struct jobs){0};
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	tree_remove(&tree);
	return 0;
}

static struct job *add_job(const char *path)
{
	struct job *job = LIST_ADD(tree.arena, &jobs);
	job->project = &project;
	job->path = arena_copy(tree.arena, str_of(path));
	return job;
}

/* Record number `number`; some are hundreds of times larger than others, so that batches end at odd places. */
static void add_record(int number)
{
	SCOPED(text_release) struct text text = {0};
	text_printf(&text, "# %d. Decision %d\n\n## Status\n\nAccepted\n\n## Decision\n\nWay %d.\n", number, number,
		    number);
	for (int i = 0; number % 97 == 0 && i < 5000; i++)
		text_printf(&text, "\nParagraph %d.\n", i);
	const char *path = arena_printf(tree.arena, "%04d-x.md", number).at;
	FILE *file = fopen(tree_path(&tree, path), "w");
	assert_non_null(file);
	assert_int_equal(fwrite(text.at, 1, text.length, file), text.length);
	assert_int_equal(fclose(file), 0);
	struct job *job = add_job(path);
	job->stamp.size = (int64_t)text.length;
}

/* What the taker saw. */
struct seen {
	size_t count, done, failed, gone, same;
	size_t stop_at; /* fail at this result; 0: never */
	size_t last_progress;
	bool out_of_order;
};

static enum outcome take(void *context, const struct reading_result *result, struct error *reason)
{
	struct seen *seen = context;
	seen->out_of_order = seen->out_of_order || result->job != &jobs.item[seen->count];
	seen->count++;
	switch (result->state) {
	case READING_DONE:
		seen->done++;
		break;
	case READING_SAME:
		seen->same++;
		break;
	case READING_FAILED:
		seen->failed++;
		break;
	case READING_GONE:
		seen->gone++;
		break;
	}
	if (result->state == READING_DONE && result->job->stamp.size > 0) {
		struct str stem = path_stem(result->job->path);
		int32_t number;
		assert_true(str_to_number(str_slice(stem, 0, 4), &number));
		assert_int_equal(result->record.number, number);
		assert_int_equal(result->text.length, result->job->stamp.size);
	}
	return seen->count == seen->stop_at ? fail(reason, "enough") : OUTCOME_OK;
}

static void note_progress(void *context, size_t done)
{
	struct seen *seen = context;
	assert_true(done > seen->last_progress);
	seen->last_progress = done;
}

static void results_come_in_order_over_many_batches(void **state)
{
	(void)state;
	for (int number = 1; number <= FILES; number++)
		add_record(number);
	struct seen seen = {0};
	assert_int_equal(read_all_files(&jobs, 0, take, note_progress, &seen, &error), OUTCOME_OK);
	assert_int_equal(seen.count, FILES);
	assert_int_equal(seen.done, FILES);
	assert_int_equal(seen.last_progress, FILES);
	assert_false(seen.out_of_order);
}

static void no_files_are_no_work(void **state)
{
	(void)state;
	struct seen seen = {0};
	assert_int_equal(read_all_files(&jobs, 0, take, note_progress, &seen, &error), OUTCOME_OK);
	assert_int_equal(seen.count, 0);
}

static void a_taker_that_fails_stops_everything(void **state)
{
	(void)state;
	for (int number = 1; number <= FILES; number++)
		add_record(number);
	static const size_t stops[] = {1, 33, 400, FILES};
	for (size_t i = 0; i < sizeof stops / sizeof *stops; i++) {
		struct seen seen = {.stop_at = stops[i]};
		assert_int_equal(read_all_files(&jobs, 0, take, NULL, &seen, &error), OUTCOME_FAILURE);
		assert_string_equal(error.text, "enough");
		assert_int_equal(seen.count, stops[i]);
	}
}

static enum outcome take_the_reason(void *context, const struct reading_result *result, struct error *reason)
{
	(void)reason;
	struct str *kept = context;
	*kept = arena_copy(tree.arena, result->reason);
	assert_int_equal(result->record.findings.count, 1);
	assert_int_equal(result->record.findings.item[0].rule, RULE_FILE_UNREADABLE);
	assert_true(str_equal(result->record.findings.item[0].message, result->reason));
	assert_true(str_equal(result->record.path, result->job->path));
	return OUTCOME_OK;
}

static void what_cannot_be_read_is_told_apart_from_what_is_gone(void **state)
{
	(void)state;
	tree_folder(&tree, "folder.md");
	tree_put(&tree, "file", "x\n");
	add_record(1);
	add_job("folder.md");
	add_job("vanished.md");
	add_job("file/below.md");
	add_record(2);
	struct seen seen = {0};
	assert_int_equal(read_all_files(&jobs, WORK_CLAIMS | WORK_LINT, take, NULL, &seen, &error), OUTCOME_OK);
	assert_int_equal(seen.done, 2);
	assert_int_equal(seen.failed, 1);
	assert_int_equal(seen.gone, 2);
	struct str reason;
	struct jobs one = {.item = &jobs.item[1], .count = 1};
	assert_int_equal(read_all_files(&one, 0, take_the_reason, NULL, &reason, &error), OUTCOME_OK);
	assert_true(str_ends(reason, STR("/folder.md: it is a directory")));
}

static void files_with_the_known_digest_are_not_read_again(void **state)
{
	(void)state;
	struct str text;
	add_record(1);
	add_record(2);
	assert_int_equal(file_read(tree.arena, tree_path(&tree, "0001-x.md"), 1 << 20, &text, &error), OUTCOME_OK);
	struct digest digest = digest_of(text);
	jobs.item[0].known = &digest;
	jobs.item[1].known = &digest; /* of another file: its own differs */
	struct seen seen = {0};
	assert_int_equal(read_all_files(&jobs, 0, take, NULL, &seen, &error), OUTCOME_OK);
	assert_int_equal(seen.same, 1);
	assert_int_equal(seen.done, 1);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(results_come_in_order_over_many_batches),
		TEST(no_files_are_no_work),
		TEST(a_taker_that_fails_stops_everything),
		TEST(what_cannot_be_read_is_told_apart_from_what_is_gone),
		TEST(files_with_the_known_digest_are_not_read_again),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
