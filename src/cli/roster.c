/* SPDX-License-Identifier: MIT */
#include "roster.h"

#include "adr/model/record_pack.h"
#include "adr/model/resolve.h"
#include "adr/scan/scan.h"
#include "matchers.h"

#include <stdlib.h>

struct filling {
	struct session *session;
	struct roster *roster;
	enum roster_keep keep;
	struct text packed; /* the record at hand */
	struct progress progress;
};

/* Takes over a record's findings under its project's severities. */
static void keep_findings(struct filling *filling, const struct record *record, struct findings *findings)
{
	struct arena *arena = filling->session->arena;
	lint_settle(record->project->config, findings);
	LIST_EACH (struct finding, finding, findings) {
		struct finding *kept = LIST_ADD(arena, &filling->roster->findings);
		*kept = *finding;
		kept->project = record->project->name;
		kept->path = arena_copy(arena, record->path);
		kept->message = arena_copy(arena, finding->message);
	}
}

static void keep_record(struct filling *filling, const struct record *record)
{
	struct arena *arena = filling->session->arena;
	struct records *records = &filling->roster->records;
	struct record *kept = LIST_ADD(arena, records);
	if (filling->keep == KEEP_SLIM) {
		record_copy_slim(arena, kept, record);
		return;
	}
	text_clear(&filling->packed);
	record_pack(&filling->packed, record);
	*LIST_ADD(arena, &filling->roster->packed) = arena_copy(arena, text_str(&filling->packed));
	kept->project = record->project;
	kept->path = arena_copy(arena, record->path);
	kept->anchor = arena_copy(arena, record->anchor);
	kept->extent = record->extent;
	kept->kind = record->kind;
	kept->number = record->number;
}

static void keep_decision(struct filling *filling, const struct record *decision)
{
	struct findings findings = decision->findings;
	if (filling->keep == KEEP_SLIM)
		keep_findings(filling, decision, &findings);
	keep_record(filling, decision);
}

static enum outcome take(void *context, const struct reading_result *result, struct error *error)
{
	(void)error;
	struct filling *filling = context;
	struct roster *roster = filling->roster;
	struct findings findings = result->record.findings;
	bool failed = result->state != READING_DONE;
	if (failed && result->state == READING_FAILED)
		roster->failures++;
	if (filling->keep == KEEP_SLIM) {
		keep_findings(filling, &result->record, &findings);
	} else if (failed) {
		progress_wipe(&filling->progress);
		session_note(filling->session, "%.*s", STR_ARG(result->reason));
	}
	if (!failed)
		keep_record(filling, &result->record);
	LIST_EACH (const struct record, decision, &result->decisions)
		keep_decision(filling, decision);
	return OUTCOME_OK;
}

static void show_progress(void *context, size_t done)
{
	struct filling *filling = context;
	progress_show(&filling->progress, done);
}

static void keep_scan_findings(struct filling *filling, const struct project *project, struct findings *findings)
{
	LIST_EACH (struct finding, finding, findings) {
		if (filling->keep == KEEP_WHOLE)
			session_note(filling->session, "%.*s: %.*s", STR_ARG(project->name), STR_ARG(finding->message));
		finding->project = project->name;
		*LIST_ADD(filling->session->arena, &filling->roster->findings) = *finding;
	}
}

static enum outcome add_jobs(struct filling *filling, struct project *project, const struct matcher *matcher,
			     struct jobs *jobs, struct error *error)
{
	struct arena *arena = filling->session->arena;
	struct scanned_files files = {0};
	struct findings findings = {0};
	enum outcome outcome =
		scan_records(arena, project->root, &project->config->directories, &files, &findings, error);
	keep_scan_findings(filling, project, &findings);
	LIST_EACH (struct scanned_file, file, &files) {
		struct job *job = LIST_ADD(arena, jobs);
		job->project = project;
		job->matcher = matcher;
		job->path = file->path;
		job->stamp = file->stamp;
	}
	return outcome;
}

static bool has_job(const struct jobs *jobs, const struct chosen_file *chosen)
{
	LIST_EACH (struct job, job, jobs)
		if (job->project->number == chosen->project && str_equal(job->path, chosen->path))
			return true;
	return false;
}

/* A file that was named outright is read even where nobody would look for records. */
static void add_chosen(struct filling *filling, struct matchers *matchers, struct jobs *jobs)
{
	const struct workspace *workspace = &filling->roster->workspace;
	LIST_EACH (struct chosen_file, chosen, &workspace->chosen) {
		if (has_job(jobs, chosen))
			continue;
		struct job *job = LIST_ADD(filling->session->arena, jobs);
		job->project = &workspace->projects.item[chosen->project];
		job->matcher = matcher_for(matchers, job->project);
		job->path = chosen->path;
	}
}

/* In one piece, because a list that grows would leave its smaller selves behind. */
static void make_room(struct filling *filling, size_t files)
{
	struct arena *arena = filling->session->arena;
	struct roster *roster = filling->roster;
	roster->records.item = ARENA_ARRAY(arena, struct record, files);
	roster->records.room = files;
	if (filling->keep != KEEP_WHOLE)
		return;
	roster->packed.item = ARENA_ARRAY(arena, struct str, files);
	roster->packed.room = files;
}

/* A record and what it is packed into, on their way to their place. */
struct placed {
	struct record record;
	struct str packed;
	size_t number;
};

static int by_place(const void *left, const void *right)
{
	const struct placed *a = left, *b = right;
	uint32_t one = a->record.project->number, two = b->record.project->number;
	int order = one != two ? (one > two) - (one < two) : str_compare(a->record.path, b->record.path);
	return order != 0 ? order : (a->number > b->number) - (a->number < b->number);
}

static bool is_sorted(const struct records *records)
{
	for (size_t i = 1; i < records->count; i++) {
		struct placed one = {.record = records->item[i - 1]}, two = {.record = records->item[i], .number = 1};
		if (by_place(&one, &two) > 0)
			return false;
	}
	return true;
}

/* By project and path: files that had to wait for others, and such as were named outright, come last. */
static void sort_records(struct roster *roster)
{
	struct records *records = &roster->records;
	if (is_sorted(records))
		return;
	struct placed *list = memory_take(records->count * sizeof *list);
	for (size_t i = 0; i < records->count; i++)
		list[i] = (struct placed){records->item[i],
					  roster->packed.item ? roster->packed.item[i] : (struct str){0}, i};
	qsort(list, records->count, sizeof *list, by_place);
	for (size_t i = 0; i < records->count; i++) {
		records->item[i] = list[i].record;
		if (roster->packed.item)
			roster->packed.item[i] = list[i].packed;
	}
	free(list);
}

enum outcome roster_read(struct session *session, const struct strs *paths, enum roster_keep keep,
			 struct roster *roster, struct error *error)
{
	*roster = (struct roster){.failures = 0};
	struct filling filling = {.session = session, .roster = roster, .keep = keep};
	enum outcome outcome = workspace_find(session->arena, paths, &roster->workspace, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	session_show_places(session, &roster->workspace.projects);
	struct matchers matchers = matchers_new(session->arena, &roster->workspace);
	struct jobs jobs = {0};
	LIST_EACH (struct project, project, &roster->workspace.projects) {
		outcome = add_jobs(&filling, project, matcher_for(&matchers, project), &jobs, error);
		if (outcome != OUTCOME_OK)
			return outcome;
	}
	add_chosen(&filling, &matchers, &jobs);
	make_room(&filling, jobs.count);
	filling.progress = progress_start(session, jobs.count);
	outcome = read_all_files(&jobs, keep == KEEP_WHOLE ? WORK_CLAIMS : WORK_LINT, take, show_progress, &filling,
				 error);
	progress_wipe(&filling.progress);
	text_release(&filling.packed);
	sort_records(roster);
	resolve_ids(session->arena, &roster->records);
	roster->directory = directory_new(session->arena, &roster->records, &roster->workspace.projects);
	LIST_EACH (struct record, record, &roster->records)
		resolve_links(roster->directory, record);
	return outcome;
}

void roster_record(const struct roster *roster, size_t number, struct arena *arena, struct record *record)
{
	const struct record *known = &roster->records.item[number];
	record_unpack(arena, roster->packed.item[number], record);
	record->project = known->project;
	record->id = known->id;
	resolve_links(roster->directory, record);
}
