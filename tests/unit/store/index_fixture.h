/* SPDX-License-Identifier: MIT */
/* An index in a directory of its own, and records to put into it. Everything that fails unexpectedly fails the test. */
#ifndef ADR_TEST_STORE_INDEX_FIXTURE_H
#define ADR_TEST_STORE_INDEX_FIXTURE_H

#include "testing.h"
#include "tree.h"

#include "adr/base/text.h"
#include "adr/store/store.h"

#include <sqlite3.h>

#define PROJECTS 3

struct fixture {
	struct tree tree;
	struct arena *arena;
	const char *path; /* of the index */
	struct store *store;
	struct config config;
	struct project project[PROJECTS]; /* billing, search, web; beside each other in the tree */
	struct error error;
};

#define assert_done(fixture, call) assert_done_at((fixture), (call), __FILE__, __LINE__)

static inline void assert_done_at(const struct fixture *fixture, enum outcome outcome, const char *file, int line)
{
	if (outcome == OUTCOME_OK)
		return;
	print_error("%s\n", fixture->error.text);
	_fail(file, line);
}

static inline int set_up(void **state)
{
	static const char *const names[PROJECTS] = {"billing", "search", "web"};
	struct fixture *fixture = memory_take(sizeof *fixture);
	fixture->tree = tree_make();
	fixture->arena = arena_new();
	fixture->path = tree_path(&fixture->tree, "index.db");
	config_init(&fixture->config);
	for (size_t i = 0; i < PROJECTS; i++)
		fixture->project[i] = (struct project){
			.name = str_of(names[i]),
			.root = str_of(tree_path(&fixture->tree, names[i])),
			.config = &fixture->config,
		};
	*state = fixture;
	return 0;
}

static inline int tear_down(void **state)
{
	struct fixture *fixture = *state;
	store_close(&fixture->store);
	arena_free(fixture->arena);
	tree_remove(&fixture->tree);
	free(fixture);
	return 0;
}

static inline void open_index(struct fixture *fixture, enum store_mode mode)
{
	store_close(&fixture->store);
	assert_done(fixture, store_open(&fixture->store, fixture->path, mode, &fixture->error));
}

static inline void begin(struct fixture *fixture)
{
	if (!fixture->store)
		open_index(fixture, STORE_WRITE);
	assert_done(fixture, store_begin(fixture->store, &fixture->error));
	for (size_t i = 0; i < PROJECTS; i++)
		assert_done(fixture, store_project(fixture->store, &fixture->project[i], (struct digest){i, 7},
						   &fixture->error));
}

static inline void commit(struct fixture *fixture)
{
	assert_done(fixture, store_commit(fixture->store, &fixture->error));
}

/* An accepted record without lists. */
static inline struct record make_record(const char *path, int32_t number, const char *title)
{
	return (struct record){
		.path = str_of(path),
		.number = number,
		.title = str_of(title),
		.title_at = {.line = 1},
		.title_stated = true,
		.status = STATUS_ACCEPTED,
		.status_text = STR("Accepted"),
		.status_at = {.line = 3},
	};
}

static inline void save(struct fixture *fixture, size_t project, const struct record *record, const char *text)
{
	struct record saved = *record;
	struct str bytes = str_of(text);
	saved.project = &fixture->project[project];
	struct file_contents contents = {&saved, NULL, bytes};
	assert_done(fixture,
		    store_save(fixture->store, fixture->project[project].number, &contents,
			       (struct file_stamp){(int64_t)bytes.length, 12, 34}, digest_of(bytes), &fixture->error));
}

/* make_record() and save() in one. */
static inline void put(struct fixture *fixture, size_t project, const char *path, int32_t number, const char *text)
{
	struct record record = make_record(path, number, "Use something");
	save(fixture, project, &record, text);
}

static inline void forget(struct fixture *fixture, size_t project, const char *path)
{
	assert_done(fixture,
		    store_forget(fixture->store, fixture->project[project].number, str_of(path), &fixture->error));
}

static inline struct records load(struct fixture *fixture, const struct record_filter *filter, unsigned parts)
{
	static const struct record_filter everything = {0};
	struct records records = {0};
	assert_done(fixture, store_load(fixture->store, fixture->arena, filter ? filter : &everything, parts, &records,
					&fixture->error));
	return records;
}

static inline struct hits search(struct fixture *fixture, const char *query)
{
	struct hits hits = {0};
	assert_done(fixture,
		    store_search(fixture->store, fixture->arena, str_of(query), NULL, 20, &hits, &fixture->error));
	return hits;
}

/* The ids, separated by spaces. */
static inline struct str ids_of(struct fixture *fixture, const struct records *records)
{
	struct str all = {0};
	LIST_EACH (struct record, record, records)
		all = arena_printf(fixture->arena, "%.*s%s%.*s", STR_ARG(all), all.length ? " " : "",
				   STR_ARG(record->id));
	return all;
}

static inline struct str ids(struct fixture *fixture)
{
	struct records records = load(fixture, NULL, 0);
	return ids_of(fixture, &records);
}

static inline struct str hit_ids(struct fixture *fixture, const struct hits *hits)
{
	struct records records = {0};
	LIST_EACH (struct hit, hit, hits)
		*LIST_ADD(fixture->arena, &records) = hit->record;
	return ids_of(fixture, &records);
}

/* The first column of the first row, asked past the store; "(null)" for NULL. */
static inline struct str ask(struct fixture *fixture, const char *sql)
{
	sqlite3 *db = NULL;
	sqlite3_stmt *statement = NULL;
	assert_int_equal(sqlite3_open_v2(fixture->path, &db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
	if (sqlite3_prepare_v2(db, sql, -1, &statement, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
	int code = sqlite3_step(statement);
	if (code != SQLITE_ROW && code != SQLITE_DONE)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
	const char *text = code == SQLITE_ROW ? (const char *)sqlite3_column_text(statement, 0) : NULL;
	struct str answer = arena_copy(fixture->arena, str_of(text ? text : "(null)"));
	sqlite3_finalize(statement);
	sqlite3_close(db);
	return answer;
}

/* The words that the index holds are those of the texts it holds. */
static inline void assert_words_whole(struct fixture *fixture)
{
	ask(fixture, "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)");
	assert_str(ask(fixture, "PRAGMA integrity_check"), "ok");
}

#endif
