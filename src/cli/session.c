/* SPDX-License-Identifier: MIT */
#include "session.h"

#include "adr/base/clock.h"
#include "adr/base/digest.h"
#include "adr/base/unicode.h"
#include "refresh.h"

#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>

void session_note(const struct session *session, const char *format, ...)
{
	if (session->quiet)
		return;
	SCOPED(text_release) struct text raw = {0};
	SCOPED(text_release) struct text clean = {0};
	va_list arguments;
	va_start(arguments, format);
	text_vprintf(&raw, format, arguments);
	va_end(arguments);
	unicode_add_printable(&clean, text_str(&raw));
	fprintf(stderr, "adr: %s\n", clean.at ? clean.at : "");
}

/* The root of the git repository that `directory` lies in; empty when it lies in none. A clone has a folder .git, a
 * worktree a file. */
static struct str repository_around(struct arena *arena, struct str directory)
{
	while (!file_exists(path_join(arena, directory, STR(".git")).at)) {
		if (directory.length <= 1)
			return (struct str){0};
		directory = path_directory(directory);
	}
	return directory;
}

void session_show_places(struct session *session, const struct projects *projects)
{
	struct error ignored;
	struct projects *kept = ARENA_NEW(session->arena, struct projects);
	*kept = *projects;
	if (path_real(session->arena, ".", &session->out.here, &ignored) != OUTCOME_OK)
		return;
	session->out.projects = kept;
	session->out.repository = repository_around(session->arena, session->out.here);
}

/* RFC 3986, 2: a URI holds these characters and no others. */
static bool is_uri(struct str text)
{
	static const char allowed[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%";
	for (size_t i = 0; i < text.length; i++)
		if (text.at[i] == '\0' || !strchr(allowed, text.at[i]))
			return false;
	return true;
}

enum outcome session_link_files(struct session *session, struct str base, struct error *error)
{
	bool is_address = str_starts(base, STR("https://")) || str_starts(base, STR("http://"));
	if (!str_empty(base) && (!is_address || !is_uri(base)))
		return fail_usage(error,
				  "--link-base is no web address: '%.*s'; it looks like "
				  "https://forge.example/team/repository/blob/main",
				  STR_ARG(base));
	session->out.link_base = base;
	return OUTCOME_OK;
}

#define PROGRESS_AFTER_MS 500
#define PROGRESS_EVERY_MS 100

struct progress progress_start(const struct session *session, size_t total)
{
	bool enabled = !session->quiet && isatty(STDERR_FILENO);
	return (struct progress){.enabled = enabled, .total = total, .started = clock_milliseconds()};
}

void progress_show(struct progress *progress, size_t done)
{
	if (!progress->enabled)
		return;
	int64_t now = clock_milliseconds();
	if (now - progress->started < PROGRESS_AFTER_MS || now - progress->last < PROGRESS_EVERY_MS)
		return;
	progress->last = now;
	progress->shown = true;
	fprintf(stderr, "\radr: reading %zu of %zu files ", done, progress->total);
	fflush(stderr);
}

void progress_wipe(struct progress *progress)
{
	if (progress->shown)
		fprintf(stderr, "\r\033[K");
	progress->shown = false;
}

/* $XDG_CACHE_HOME/adr, else ~/.cache/adr (XDG Base Directory Specification 0.8: relative values are ignored). */
static struct str cache_directory(struct arena *arena)
{
	struct str cache = str_of(getenv("XDG_CACHE_HOME"));
	struct str home = str_of(getenv("HOME"));
	if (str_starts(cache, STR("/")))
		return path_join(arena, cache, STR("adr"));
	if (str_starts(home, STR("/")))
		return path_join(arena, home, STR(".cache/adr"));
	return (struct str){0};
}

/* A name of its own for every set of projects. */
static struct str cache_file(struct session *session, const struct workspace *workspace)
{
	struct str directory = cache_directory(session->arena);
	if (str_empty(directory))
		return STR(":memory:");
	SCOPED(text_release) struct text roots = {0};
	LIST_EACH (struct project, project, &workspace->projects) {
		text_add(&roots, project->root);
		text_add_byte(&roots, '\0');
	}
	struct digest digest = digest_of(text_str(&roots));
	return arena_printf(session->arena, "%.*s/%016llx.db", STR_ARG(directory), (unsigned long long)digest.high);
}

/* The store refuses to overwrite a file that is no database, for it may be somebody's work. In the cache it can only be
 * an index whose head was destroyed. */
static void discard_ruin(struct session *session, struct str path)
{
	static const char magic[] = "SQLite format 3"; /* https://www.sqlite.org/fileformat.html, 1.3: with its NUL */
	struct error ignored;
	struct str head;
	if (file_read_head(session->arena, path.at, sizeof magic, &head, &ignored) != OUTCOME_OK || str_empty(head))
		return;
	if (!str_equal(head, (struct str){magic, sizeof magic}))
		unlink(path.at);
}

enum outcome session_index_path(struct session *session, const struct workspace *workspace, struct str db,
				struct str *path, struct error *error)
{
	struct str from_environment = str_of(getenv("ADR_DB"));
	const struct config *config = workspace->config;
	if (!str_empty(db))
		*path = arena_copy(session->arena, db);
	else if (!str_empty(from_environment))
		*path = arena_copy(session->arena, from_environment);
	else if (config && !str_empty(config->index))
		*path = path_join(session->arena, config->root, config->index);
	else
		discard_ruin(session, *path = cache_file(session, workspace));
	struct str directory = path_directory(*path);
	if (str_empty(directory) || str_equal(*path, STR(":memory:")))
		return OUTCOME_OK;
	return file_make_directory(arena_copy_z(session->arena, directory), error);
}

static enum outcome ask_as_it_is(struct session *session, struct str db, struct asked_index *index, struct error *error)
{
	return store_open(&index->store, arena_copy_z(session->arena, db), STORE_READ, error);
}

/* A cache that cannot be written (read-only home, full disk) is no reason to give no answer. */
static enum outcome refresh_index(struct session *session, struct asked_index *index, struct str db,
				  struct error *error)
{
	struct str path;
	struct refresh_rows rows = {0};
	size_t failures = 0;
	enum outcome outcome = session_index_path(session, &index->workspace, db, &path, error);
	if (outcome == OUTCOME_OK)
		outcome = refresh(session, path.at, &index->workspace, &index->store, &rows, &failures, error);
	bool is_cache =
		str_empty(db) && str_empty(str_of(getenv("ADR_DB"))) && str_empty(index->workspace.config->index);
	bool opened = index->store != NULL;
	if (outcome == OUTCOME_OK || opened || !is_cache)
		return outcome;
	session_note(session, "%s; going on without a cache", error->text);
	rows = (struct refresh_rows){0};
	return refresh(session, ":memory:", &index->workspace, &index->store, &rows, &failures, error);
}

static enum outcome ask_up_to_date(struct session *session, struct str db, const struct strs *paths,
				   struct asked_index *index, struct record_filter *filter, struct error *error)
{
	enum outcome outcome = workspace_find(session->arena, paths, &index->workspace, error);
	if (outcome == OUTCOME_OK)
		outcome = refresh_index(session, index, db, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	session_show_places(session, &index->workspace.projects);
	if (filter->projects.count == 0)
		LIST_EACH (struct project, project, &index->workspace.projects)
			*LIST_ADD(session->arena, &filter->projects) = project->name;
	return OUTCOME_OK;
}

static enum outcome load_settings(struct session *session, struct asked_index *index, struct error *error)
{
	enum outcome outcome = store_load_settings(index->store, session->arena, NULL, &index->settings, error);
	if (outcome == OUTCOME_OK && index->workspace.config) {
		index->settings.catalog = index->workspace.config->catalog;
		index->settings.review_within = index->workspace.config->review_within;
	}
	return outcome;
}

enum outcome session_ask(struct session *session, struct str db, const struct strs *paths, struct asked_index *index,
			 struct record_filter *filter, struct error *error)
{
	*index = (struct asked_index){.store = NULL};
	config_init(&index->settings);
	bool as_it_is = !str_empty(db) && paths->count == 0;
	enum outcome outcome = as_it_is ? ask_as_it_is(session, db, index, error)
					: ask_up_to_date(session, db, paths, index, filter, error);
	return outcome == OUTCOME_OK ? load_settings(session, index, error) : outcome;
}

enum outcome session_ask_files(struct session *session, const struct strs *paths, struct asked_index *index,
			       struct record_filter *filter, struct error *error)
{
	*index = (struct asked_index){.store = NULL};
	config_init(&index->settings);
	enum outcome outcome = ask_up_to_date(session, STR(":memory:"), paths, index, filter, error);
	return outcome == OUTCOME_OK ? load_settings(session, index, error) : outcome;
}

void session_close(struct session *session, struct asked_index *index)
{
	if (index->store && store_is_damaged(index->store))
		session->index_damaged = true;
	store_close(&index->store);
}

void session_keep_meant(const struct workspace *workspace, struct records *records)
{
	if (workspace->projects.count == 0)
		return;
	size_t kept = 0;
	for (size_t i = 0; i < records->count; i++)
		if (workspace_means(workspace, records->item[i].project->name, records->item[i].path))
			records->item[kept++] = records->item[i];
	records->count = kept;
}
