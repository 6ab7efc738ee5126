/* SPDX-License-Identifier: MIT */
/* The index: one SQLite file over the records of many projects. docs/index.md documents its tables and views. It is a
 * cache: the files are the truth. A file of another version, or a damaged one, is emptied and filled again, never
 * migrated, never an error. The only room that knows SQLite; all its SQL is in schema.sql and statements.def.
 *
 * Writing: store_begin() takes the write lock, waiting for other writers; everything until store_commit() is one
 * transaction; a process that is killed in between leaves the index as it was. Records must come in ascending order of
 * project and path, which keeps the full-text index fast. */
#ifndef ADR_STORE_STORE_H
#define ADR_STORE_STORE_H

#include "adr/base/digest.h"
#include "adr/base/error.h"
#include "adr/base/file.h"
#include "adr/model/conflict.h"
#include "adr/model/hit.h"
#include "adr/model/record.h"
#include "adr/model/review.h"

struct store; /* opaque; one open index, for one thread */

enum store_mode {
	STORE_READ,  /* the file must exist and be an index of this version; works on read-only media */
	STORE_WRITE, /* made, or emptied when damaged or of another version */
};

NODISCARD enum outcome store_open(struct store **store, const char *path, enum store_mode mode, struct error *error);
void store_close(struct store **store); /* rolls back what was not committed; NULL inside is fine */

/* True after a STORE_WRITE open that had to start from nothing. */
bool store_is_new(const struct store *store);

/* True when something failed because the file turned out to be damaged. Closing a store that was opened with
 * STORE_WRITE then empties the file, so that whoever opens it again, and fills it, has a whole index. */
bool store_is_damaged(const struct store *store);

NODISCARD enum outcome store_begin(struct store *store, struct error *error);
/* Also brings ids, uniqueness of numbers and the other derived columns of changed projects up to date. */
NODISCARD enum outcome store_commit(struct store *store, struct error *error);
void store_rollback(struct store *store);

/* What the index knows about one project. */
struct stored_project {
	int64_t id;
	struct str name;
	struct str root;
	struct digest settings; /* of everything outside the record that decides how it is read; see cli/refresh.c */
	size_t records;
};

struct stored_projects LIST_OF(struct stored_project);

/* Every project in the index, by name. */
NODISCARD enum outcome store_projects(struct store *store, struct arena *arena, struct stored_projects *projects,
				      struct error *error);

/* Makes or updates the project with this root: its name, its settings' digest, and of its config what reports need when
 * only the index is at hand (review interval, waivers, standards, authorities). Fills project->number with its id in
 * the index. */
NODISCARD enum outcome store_project(struct store *store, struct project *project, struct digest settings,
				     struct error *error);
NODISCARD enum outcome store_forget_project(struct store *store, int64_t project, struct error *error);

/* A file that the index knows, record or not (templates and indexes are remembered too, so that they are not read
 * again). */
struct stored_file {
	struct str path;
	struct file_stamp stamp;
	struct digest digest;
	size_t records; /* 0 or 1, or how many decisions a log has */
	struct date_reading dates;
};

struct stored_files LIST_OF(struct stored_file); /* by path, byte order */

NODISCARD enum outcome store_files(struct store *store, struct arena *arena, int64_t project,
				   struct stored_files *files, struct error *error);

/* What was read of a file. */
struct file_contents {
	const struct record *record;
	const struct records *decisions; /* of a log; NULL for none */
	struct str text;                 /* the whole file (any bytes; cleaned inside), for full-text search */
};

/* Adds or replaces a file with all of its records. Files of another kind than KIND_RECORD are remembered without
 * contents, those of KIND_LOG with their decisions. */
NODISCARD enum outcome store_save(struct store *store, int64_t project, const struct file_contents *contents,
				  struct file_stamp stamp, struct digest digest, struct error *error);

/* The file's bytes are the same: only its stamp changed. */
NODISCARD enum outcome store_touch(struct store *store, int64_t project, struct str path, struct file_stamp stamp,
				   struct error *error);
NODISCARD enum outcome store_forget(struct store *store, int64_t project, struct str path, struct error *error);

/* Which lists of the records to load; what is not asked for stays empty. */
enum store_parts {
	PART_DATES = 1,
	PART_PEOPLE = 2,
	PART_LINKS = 4, /* resolved */
	PART_OPTIONS = 8,
	PART_CLAIMS = 16,
	PART_TAGS = 32,
	PART_DECISION = 64,
	PART_TRIGGERS = 128,
	PART_ALL = 255,
};

/* Which records; an empty or unset field asks for nothing. Texts compare folded. */
struct record_filter {
	struct strs statuses;         /* canonical names, "none" for no status */
	struct strs projects;         /* names */
	struct str person, tag, text; /* text: in title or id */
	struct date since, until;     /* of the main date, both days included */
	bool in_force;
};

/* Loads the records that pass, by project, then path. Their projects live in `arena` too (root, name, and a config
 * with what store_project() kept). */
NODISCARD enum outcome store_load(struct store *store, struct arena *arena, const struct record_filter *filter,
				  unsigned parts, struct records *records, struct error *error);

/* What `adr review` is made from. */
struct due_query {
	const struct record_filter *filter;
	struct date until; /* the last day; unset: ever */
	unsigned parts;    /* the lists that the records come with */
};

struct stored_reviews {
	/* Only records that are due, with what a report of them shows: place, id, title, status, date, review; of their
	 * links only those that lead to a neighbour, `kind` and `to` alone. Projects come without their settings. */
	struct records due;
	/* What is at the other end of their links and does not hold any more, or took their place: id, title, status,
	 * and the links by which they say that they replaced a record. */
	struct records neighbours;
	struct decisions_in_force in_force; /* those that pass the filter */
};

NODISCARD enum outcome store_load_reviews(struct store *store, struct arena *arena, const struct due_query *query,
					  struct stored_reviews *reviews, struct error *error);

/* Only records that name conditions for another look, with these. */
NODISCARD enum outcome store_load_triggers(struct store *store, struct arena *arena, const struct record_filter *filter,
					   struct records *records, struct error *error);

/* Only records in force (or proposed too) that claim something, or say what became of another's claims: what
 * find_conflicts() needs, without the rest. Of `decision` only whether there is one. */
NODISCARD enum outcome store_load_claims(struct store *store, struct arena *arena, bool proposed,
					 struct records *records, struct error *error);

/* Waivers, standards and authorities of all projects but those whose names are in `without`, which may be NULL. */
NODISCARD enum outcome store_load_settings(struct store *store, struct arena *arena, const struct strs *without,
					   struct config *config, struct error *error);

/* Full-text search: words (all must occur), "phrases", prefix*, -without, OR; a query that is no valid expression is
 * taken as plain words, so no input is an error. Best first. `filter` may be NULL. */
NODISCARD enum outcome store_search(struct store *store, struct arena *arena, struct str query,
				    const struct record_filter *filter, size_t limit, struct hits *hits,
				    struct error *error);

#endif
