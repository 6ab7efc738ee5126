/* SPDX-License-Identifier: MIT */
/* What a command works with: where output goes, what day it is, its projects, and the index when it asks for it. */
#ifndef ADR_CLI_SESSION_H
#define ADR_CLI_SESSION_H

#include "adr/render/paper.h"
#include "adr/store/store.h"
#include "command.h"
#include "workspace.h"

struct session {
	struct arena *arena; /* for the whole run */
	struct paper out;
	struct date as_of;
	bool quiet;
	bool index_damaged; /* the command failed because the index is damaged; closing it has emptied it */
};

/* A note on standard error, cleaned of control characters; silent with --quiet. */
void session_note(const struct session *session, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* From here on places are shown so that they can be opened from the working directory. */
void session_show_places(struct session *session, const struct projects *projects);

/* From here on formats that can hold links put the paths of files behind `base` (--link-base, empty: none). Refuses what
 * is no web address. */
NODISCARD enum outcome session_link_files(struct session *session, struct str base, struct error *error);

/* Shows "reading 1234 of 20000" on standard error while long work goes on: on a terminal only, from half a second on.
 * Wipe it before anything else is written there. */
struct progress {
	bool shown;
	bool enabled;
	size_t total;
	int64_t started, last; /* milliseconds */
};
struct progress progress_start(const struct session *session, size_t total);
void progress_show(struct progress *progress, size_t done);
void progress_wipe(struct progress *progress);

/* Where the index is: `db` (--db) when not empty, else ADR_DB, else `index:` of the workspace's settings, else a file of
 * its own in the cache for every set of projects. */
NODISCARD enum outcome session_index_path(struct session *session, const struct workspace *workspace, struct str db,
					  struct str *path, struct error *error);

/* An index that is ready to be asked: with --db and no PATH the file as it is; else brought up to date first, and
 * `filter` limited to the projects meant. */
struct asked_index {
	struct store *store;
	struct workspace workspace;  /* no projects when the file was taken as it is */
	struct config settings;      /* waivers, standards and own subjects that reports need */
};
NODISCARD enum outcome session_ask(struct session *session, struct str db, const struct strs *paths,
				   struct asked_index *index, struct record_filter *filter, struct error *error);
/* The same from the files alone, whatever --db or ADR_DB say: the index is kept in memory and nowhere else. */
NODISCARD enum outcome session_ask_files(struct session *session, const struct strs *paths, struct asked_index *index,
					 struct record_filter *filter, struct error *error);
/* Also notes in the session when the index turned out to be damaged: the command may be run again on a new one. */
void session_close(struct session *session, struct asked_index *index);

/* Leaves out the records that the PATH arguments do not mean; none when the index was taken as it is. */
void session_keep_meant(const struct workspace *workspace, struct records *records);

#endif
