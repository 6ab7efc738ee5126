/* SPDX-License-Identifier: MIT */
#include "changed.h"

#include "git.h"

#include <stdlib.h>

/* The records of one project: the numbers they have in the list, and their paths. */
struct project_records {
	struct str root;
	struct numbers LIST_OF(size_t) numbers;
	struct strs paths;
};

static int compare_paths(const void *a, const void *b)
{
	return str_compare(*(const struct str *)a, *(const struct str *)b);
}

static bool holds(const struct strs *sorted, struct str path)
{
	return sorted->count && bsearch(&path, sorted->item, sorted->count, sizeof *sorted->item, compare_paths);
}

static enum outcome find_changed_of(struct arena *arena, const struct project_records *project, struct str revision,
				    bool *changed, struct error *error)
{
	const struct git git = {arena, project->root};
	struct str base;
	struct strs committed = {0};
	bool *edited = ARENA_ARRAY(arena, bool, project->paths.count);
	enum outcome outcome = git_merge_base(&git, revision, &base, error);
	if (outcome == OUTCOME_OK)
		outcome = git_committed_changes(&git, base, &committed, error);
	if (outcome == OUTCOME_OK)
		outcome = git_edited(&git, &project->paths, edited, error);
	for (size_t i = 0; i < project->paths.count && outcome == OUTCOME_OK; i++)
		changed[project->numbers.item[i]] = edited[i] || holds(&committed, project->paths.item[i]);
	return outcome;
}

/* By project number. */
static struct project_records *sort_records(struct arena *arena, const struct workspace *workspace,
					    const struct records *records)
{
	struct project_records *projects = ARENA_ARRAY(arena, struct project_records, workspace->projects.count);
	const struct project *project = NULL;
	struct str name = {0};
	for (size_t i = 0; i < records->count; i++) {
		const struct record *record = &records->item[i];
		if (i == 0 || !str_equal(name, record->project->name)) {
			name = record->project->name;
			project = workspace_project(workspace, name);
		}
		if (!project)
			continue;
		struct project_records *own = &projects[project->number];
		own->root = project->root;
		*LIST_ADD(arena, &own->numbers) = i;
		*LIST_ADD(arena, &own->paths) = record->path;
	}
	return projects;
}

enum outcome find_changed(struct session *session, const struct workspace *workspace, struct str revision,
			  const struct records *records, bool *changed, struct error *error)
{
	struct project_records *projects = sort_records(session->arena, workspace, records);
	struct strs reasons = {0};
	size_t asked = 0;
	for (size_t i = 0; i < workspace->projects.count; i++) {
		struct error reason;
		if (projects[i].paths.count == 0)
			continue;
		asked++;
		if (find_changed_of(session->arena, &projects[i], revision, changed, &reason) != OUTCOME_OK)
			*LIST_ADD(session->arena, &reasons) = arena_copy(session->arena, str_of(reason.text));
	}
	if (asked > 0 && reasons.count == asked)
		return fail(error, "%.*s", STR_ARG(reasons.item[0]));
	LIST_EACH (const struct str, reason, &reasons)
		session_note(session, "%.*s; its records count as unchanged", STR_ARG(*reason));
	return OUTCOME_OK;
}
