/* SPDX-License-Identifier: MIT */
#include "refresh.h"

#include "adr/check/check.h"
#include "adr/scan/scan.h"
#include "gone.h"
#include "matchers.h"
#include "reading.h"
#include "reading_digest.h"

#include <stdlib.h>

#define SETTINGS_LIMIT ((size_t)1 << 20)

/* What is to be done in one project. */
struct plan {
	struct project *project;
	struct digest settings;
	struct scanned_files files;
	int64_t id; /* in the index; -1: unknown there */
	bool settings_differ;
	struct stored_files stored;  /* what the index knows */
	struct stored_files removed; /* of these, what is gone */
	size_t job_count;
};

struct asked_file {
	struct job job;
	enum date_order order; /* that they were read in */
};

struct refreshing {
	struct session *session;
	struct store *store;
	struct workspace *workspace;
	struct matchers *matchers;
	struct plan *plans; /* one per project, in the same order */
	struct jobs jobs;
	struct asked_files LIST_OF(struct asked_file) asked; /* unchanged; their dates depend on the others */
	struct moved_projects LIST_OF(int64_t) moved;        /* ids in the index */
	struct refresh_rows *rows;
	size_t failures;
	struct gone_files gone;
	struct progress progress;
	struct error *error;
};

static void add_settings_file(struct text *all, struct arena *arena, struct str path)
{
	struct str text = {0};
	struct error ignored;
	if (!str_empty(path) &&
	    file_read(arena, arena_copy_z(arena, path), SETTINGS_LIMIT, &text, &ignored) == OUTCOME_OK)
		text_add(all, text);
	text_add_byte(all, '\0');
}

/* The digest of everything outside a record that decides what is read out of it: the program and the settings. */
static struct digest settings_digest(struct refreshing *refreshing, const struct project *project)
{
	struct arena *arena = arena_new();
	SCOPED(text_release) struct text all = {0};
	text_printf(&all, "%s\n%.*s\n%.*s\n", ADR_READING_DIGEST, STR_ARG(project->name), STR_ARG(project->root));
	const struct config *configs[] = {project->config, refreshing->workspace->config};
	for (size_t i = 0; i < sizeof configs / sizeof *configs; i++) {
		add_settings_file(&all, arena, configs[i]->path);
		LIST_EACH (struct str, path, &configs[i]->catalog_files)
			add_settings_file(&all, arena, *path);
	}
	arena_free(arena);
	return digest_of(text_str(&all));
}

static enum outcome scan_project(struct refreshing *refreshing, struct plan *plan)
{
	struct findings findings = {0};
	enum outcome outcome =
		scan_records(refreshing->session->arena, plan->project->root, &plan->project->config->directories,
			     &plan->files, &findings, refreshing->error);
	LIST_EACH (struct finding, finding, &findings)
		session_note(refreshing->session, "%.*s: %.*s", STR_ARG(plan->project->name),
			     STR_ARG(finding->message));
	return outcome;
}

static bool same_stamp(const struct file_stamp *a, const struct file_stamp *b)
{
	return a->size == b->size && a->modified_ns == b->modified_ns && a->inode == b->inode;
}

static void add_job(struct refreshing *refreshing, struct plan *plan, const struct scanned_file *file,
		    const struct stored_file *known)
{
	struct job *job = LIST_ADD(refreshing->session->arena, &refreshing->jobs);
	job->project = plan->project;
	job->matcher = matcher_for(refreshing->matchers, plan->project);
	job->path = file->path;
	job->stamp = file->stamp;
	job->known = known && !plan->settings_differ ? &known->digest : NULL;
	job->known_vote = job->known ? known->dates.vote : DATE_ORDER_AUTO;
	plan->job_count++;
}

static void add_asked(struct refreshing *refreshing, struct job job, const struct stored_file *known)
{
	if (!known->dates.asked)
		return;
	job.known = NULL;
	job.matcher = matcher_for(refreshing->matchers, job.project);
	*LIST_ADD(refreshing->session->arena, &refreshing->asked) = (struct asked_file){job, known->dates.order};
}

static void keep_file(struct refreshing *refreshing, struct plan *plan, const struct scanned_file *file,
		      const struct stored_file *known)
{
	struct job job = {.project = plan->project, .path = file->path, .stamp = file->stamp};
	project_add_vote(plan->project, known->dates.vote);
	add_asked(refreshing, job, known);
}

/* Walks both sorted lists at once: what is new or looks changed is read, what is gone is removed. */
static void compare(struct refreshing *refreshing, struct plan *plan)
{
	const struct stored_file *stored = plan->stored.item, *end = stored + plan->stored.count;
	plan->job_count = 0;
	plan->removed = (struct stored_files){0};
	plan->project->date_votes = (struct date_votes){0};
	LIST_EACH (struct scanned_file, file, &plan->files) {
		while (stored != end && str_compare(stored->path, file->path) < 0)
			*LIST_ADD(refreshing->session->arena, &plan->removed) = *stored++;
		const struct stored_file *known =
			stored != end && str_equal(stored->path, file->path) ? stored++ : NULL;
		if (!known || plan->settings_differ || !same_stamp(&known->stamp, &file->stamp))
			add_job(refreshing, plan, file, known);
		else
			keep_file(refreshing, plan, file, known);
	}
	while (stored != end)
		*LIST_ADD(refreshing->session->arena, &plan->removed) = *stored++;
}

/* What the index knows of a file that was read, or NULL. */
static const struct stored_file *known_file(const struct plan *plan, struct str path)
{
	size_t low = 0, high = plan->stored.count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = str_compare(plan->stored.item[middle].path, path);
		if (order == 0)
			return &plan->stored.item[middle];
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

static int by_root(const void *x, const void *y)
{
	const struct stored_project *a = x, *b = y;
	return str_compare(a->root, b->root);
}

/* Every project in the index, by root. */
static enum outcome load_stored(struct refreshing *refreshing, struct stored_projects *stored)
{
	enum outcome outcome = store_projects(refreshing->store, refreshing->session->arena, stored, refreshing->error);
	if (outcome == OUTCOME_OK && stored->count > 0)
		qsort(stored->item, stored->count, sizeof *stored->item, by_root);
	return outcome;
}

static const struct stored_project *find_stored(const struct stored_projects *stored, struct str root)
{
	struct stored_project key = {.root = root};
	return stored->count > 0 ? bsearch(&key, stored->item, stored->count, sizeof key, by_root) : NULL;
}

/* Projects that have moved: the index knows one of this name at a place that is no more. */
static void find_moved(struct refreshing *refreshing, const struct stored_projects *stored)
{
	refreshing->moved = (struct moved_projects){0};
	LIST_EACH (struct stored_project, old, stored) {
		const struct project *now = workspace_project(refreshing->workspace, old->name);
		const char *root = arena_copy_z(refreshing->session->arena, old->root);
		if (now && !str_equal(now->root, old->root) && !file_is_directory(root))
			*LIST_ADD(refreshing->session->arena, &refreshing->moved) = old->id;
	}
}

static enum outcome plan_project(struct refreshing *refreshing, struct plan *plan,
				 const struct stored_projects *known_projects)
{
	const struct stored_project *known = find_stored(known_projects, plan->project->root);
	plan->stored = (struct stored_files){0};
	plan->id = known ? known->id : -1;
	plan->settings_differ = !known || !digest_equal(known->settings, plan->settings);
	if (known) {
		enum outcome outcome = store_files(refreshing->store, refreshing->session->arena, known->id,
						   &plan->stored, refreshing->error);
		if (outcome != OUTCOME_OK)
			return outcome;
	}
	compare(refreshing, plan);
	return OUTCOME_OK;
}

/* Compares every project with the index; `needed` tells whether anything is to be written. */
static enum outcome plan_all(struct refreshing *refreshing, bool *needed)
{
	struct stored_projects known = {0};
	enum outcome outcome = load_stored(refreshing, &known);
	find_moved(refreshing, &known);
	*needed = refreshing->moved.count > 0;
	refreshing->jobs.count = 0;
	refreshing->asked.count = 0;
	for (size_t i = 0; i < refreshing->workspace->projects.count && outcome == OUTCOME_OK; i++) {
		struct plan *plan = &refreshing->plans[i];
		outcome = plan_project(refreshing, plan, &known);
		*needed = *needed || plan->settings_differ || plan->job_count > 0 || plan->removed.count > 0;
	}
	return outcome;
}

static enum outcome forget(struct refreshing *refreshing, const struct plan *plan, const struct stored_file *file)
{
	refreshing->rows->item[plan->project->number].removed += file->records;
	return store_forget(refreshing->store, plan->id, file->path, refreshing->error);
}

static enum outcome take_unreadable(struct refreshing *refreshing, const struct plan *plan,
				    const struct reading_result *result)
{
	const struct stored_file *known = known_file(plan, result->job->path);
	progress_wipe(&refreshing->progress);
	bool gone = result->state == READING_GONE;
	if (gone)
		gone_note(refreshing->session, &refreshing->gone, plan->project, result->reason);
	else
		session_note(refreshing->session, "%.*s", STR_ARG(result->reason));
	refreshing->failures += !gone;
	return gone && known ? forget(refreshing, plan, known) : OUTCOME_OK;
}

static void count_change(struct refresh_row *row, size_t before, size_t now)
{
	row->added += now > before ? now - before : 0;
	row->changed += now < before ? now : before;
	row->removed += before > now ? before - now : 0;
}

static enum outcome take(void *context, const struct reading_result *result, struct error *error)
{
	struct refreshing *refreshing = context;
	const struct job *job = result->job;
	const struct plan *plan = &refreshing->plans[job->project->number];
	const struct stored_file *known = known_file(plan, job->path);
	if (result->state == READING_SAME) {
		add_asked(refreshing, *job, known);
		return store_touch(refreshing->store, plan->id, job->path, job->stamp, error);
	}
	if (result->state != READING_DONE)
		return take_unreadable(refreshing, plan, result);
	struct file_contents contents = {&result->record, &result->decisions, result->text};
	count_change(&refreshing->rows->item[job->project->number], known ? known->records : 0,
		     result->record.kind == KIND_RECORD ? 1 : result->decisions.count);
	return store_save(refreshing->store, plan->id, &contents, job->stamp, result->digest, error);
}

static void show_progress(void *context, size_t done)
{
	struct refreshing *refreshing = context;
	progress_show(&refreshing->progress, done);
}

static enum outcome write_projects(struct refreshing *refreshing)
{
	enum outcome outcome = OUTCOME_OK;
	for (size_t i = 0; i < refreshing->moved.count && outcome == OUTCOME_OK; i++)
		outcome = store_forget_project(refreshing->store, refreshing->moved.item[i], refreshing->error);
	for (size_t i = 0; i < refreshing->workspace->projects.count && outcome == OUTCOME_OK; i++) {
		struct plan *plan = &refreshing->plans[i];
		struct project stored = *plan->project; /* its number in the index is another one */
		if (plan->settings_differ)
			outcome = store_project(refreshing->store, &stored, plan->settings, refreshing->error);
		if (plan->settings_differ)
			plan->id = stored.number;
		for (size_t r = 0; r < plan->removed.count && outcome == OUTCOME_OK; r++)
			outcome = forget(refreshing, plan, &plan->removed.item[r]);
	}
	return outcome;
}

/* Unchanged files that would be read otherwise now that the others of their project say so. */
static struct jobs jobs_to_repeat(struct refreshing *refreshing)
{
	struct jobs jobs = {0};
	LIST_EACH (struct asked_file, asked, &refreshing->asked) {
		struct project *project = asked->job.project;
		if (!project->date_order_settled)
			project_settle_dates(project);
		if (asked->order != project->date_order)
			*LIST_ADD(refreshing->session->arena, &jobs) = asked->job;
	}
	return jobs;
}

static enum outcome write_changes(struct refreshing *refreshing)
{
	enum outcome outcome = write_projects(refreshing);
	if (outcome != OUTCOME_OK)
		return outcome;
	refreshing->progress = progress_start(refreshing->session, refreshing->jobs.count);
	outcome = read_all_files(&refreshing->jobs, WORK_CLAIMS, take, show_progress, refreshing, refreshing->error);
	progress_wipe(&refreshing->progress);
	gone_finish(refreshing->session, &refreshing->gone);
	struct jobs again = jobs_to_repeat(refreshing);
	if (outcome == OUTCOME_OK)
		outcome = read_all_files(&again, WORK_CLAIMS, take, NULL, refreshing, refreshing->error);
	return outcome == OUTCOME_OK ? store_commit(refreshing->store, refreshing->error) : outcome;
}

/* Another process may have written between the first look and the lock: look again once nobody else can. */
static enum outcome update(struct refreshing *refreshing)
{
	bool needed;
	enum outcome outcome = plan_all(refreshing, &needed);
	if (outcome != OUTCOME_OK || !needed)
		return outcome;
	outcome = store_begin(refreshing->store, refreshing->error);
	if (outcome == OUTCOME_OK)
		outcome = plan_all(refreshing, &needed);
	if (outcome == OUTCOME_OK)
		outcome = write_changes(refreshing);
	if (outcome != OUTCOME_OK)
		store_rollback(refreshing->store);
	return outcome;
}

static enum outcome count_records(struct refreshing *refreshing)
{
	struct stored_projects known = {0};
	enum outcome outcome = load_stored(refreshing, &known);
	for (size_t i = 0; i < refreshing->workspace->projects.count; i++) {
		const struct stored_project *stored = find_stored(&known, refreshing->workspace->projects.item[i].root);
		refreshing->rows->item[i].records = stored ? stored->records : 0;
	}
	return outcome;
}

static enum outcome prepare(struct refreshing *refreshing)
{
	struct arena *arena = refreshing->session->arena;
	struct projects *projects = &refreshing->workspace->projects;
	enum outcome outcome = OUTCOME_OK;
	refreshing->plans = ARENA_ARRAY(arena, struct plan, projects->count);
	for (size_t i = 0; i < projects->count && outcome == OUTCOME_OK; i++) {
		struct plan *plan = &refreshing->plans[i];
		plan->project = &projects->item[i];
		plan->settings = settings_digest(refreshing, plan->project);
		LIST_ADD(arena, refreshing->rows)->project = plan->project->name;
		outcome = scan_project(refreshing, plan);
	}
	return outcome;
}

static enum outcome refresh_once(struct session *session, struct store *store, struct workspace *workspace,
				 struct refresh_rows *rows, size_t *failures, struct error *error)
{
	struct matchers matchers = matchers_new(session->arena, workspace);
	struct refreshing refreshing = {.session = session,
					.store = store,
					.workspace = workspace,
					.matchers = &matchers,
					.rows = rows,
					.error = error};
	enum outcome outcome = prepare(&refreshing);
	if (outcome == OUTCOME_OK)
		outcome = update(&refreshing);
	if (outcome == OUTCOME_OK)
		outcome = count_records(&refreshing);
	*failures = refreshing.failures;
	return outcome;
}

enum outcome refresh(struct session *session, const char *path, struct workspace *workspace, struct store **store,
		     struct refresh_rows *rows, size_t *failures, struct error *error)
{
	enum outcome outcome = store_open(store, path, STORE_WRITE, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	outcome = refresh_once(session, *store, workspace, rows, failures, error);
	if (outcome == OUTCOME_OK || !store_is_damaged(*store))
		return outcome;
	store_close(store); /* which empties it */
	*rows = (struct refresh_rows){0};
	outcome = store_open(store, path, STORE_WRITE, error);
	return outcome == OUTCOME_OK ? refresh_once(session, *store, workspace, rows, failures, error) : outcome;
}
