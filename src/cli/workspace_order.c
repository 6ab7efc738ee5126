/* SPDX-License-Identifier: MIT */
#include "workspace_order.h"

#include <assert.h>
#include <stdlib.h>

static int by_name(const void *x, const void *y)
{
	const struct project *a = x, *b = y;
	int order = str_compare(a->name, b->name);
	return order != 0 ? order : str_compare(a->root, b->root);
}

static int by_text(const void *a, const void *b)
{
	return str_compare(*(const struct str *)a, *(const struct str *)b);
}

/* The names before any was changed, in order. */
static struct str *list_names(struct arena *arena, const struct projects *projects)
{
	struct str *names = ARENA_ARRAY(arena, struct str, projects->count);
	for (size_t i = 0; i < projects->count; i++)
		names[i] = projects->item[i].name;
	return names;
}

/* Two clones may lie in directories of the same name: the later ones, by root, get a number behind theirs. */
static void make_names_unique(struct arena *arena, struct projects *projects)
{
	const struct str *names = list_names(arena, projects);
	for (size_t first = 0, next; first < projects->count; first = next) {
		struct str name = projects->item[first].name, numbered;
		int count = 2;
		for (next = first + 1; next < projects->count && str_equal(projects->item[next].name, name); next++) {
			do
				numbered = arena_printf(arena, "%.*s-%d", STR_ARG(name), count++);
			while (bsearch(&numbered, names, projects->count, sizeof *names, by_text));
			projects->item[next].name = numbered;
		}
	}
	qsort(projects->item, projects->count, sizeof *projects->item, by_name);
}

static int by_project_and_path(const void *x, const void *y)
{
	const struct chosen_file *a = x, *b = y;
	int order = (a->project > b->project) - (a->project < b->project);
	return order != 0 ? order : str_compare(a->path, b->path);
}

static void number_projects(struct arena *arena, struct workspace *workspace)
{
	struct projects *projects = &workspace->projects;
	if (projects->count == 0)
		return;
	qsort(projects->item, projects->count, sizeof *projects->item, by_name);
	make_names_unique(arena, projects);
	for (size_t i = 0; i < projects->count; i++)
		projects->item[i].number = (uint32_t)i;
	LIST_EACH (struct chosen_file, chosen, &workspace->chosen) {
		const struct project *own = NULL;
		LIST_EACH (const struct project, project, projects)
			own = str_equal(project->root, chosen->root) ? project : own;
		assert(own);
		chosen->project = own->number;
	}
}

/* A project that was named as a whole is meant as a whole, whatever files of it were named as well. */
static void settle_chosen(struct workspace *workspace, const struct strs *whole_roots)
{
	size_t kept = 0;
	for (size_t i = 0; i < workspace->chosen.count; i++) {
		struct chosen_file *chosen = &workspace->chosen.item[i];
		bool whole = false;
		LIST_EACH (struct str, root, whole_roots)
			whole = whole || str_equal(chosen->root, *root);
		if (!whole)
			workspace->chosen.item[kept++] = *chosen;
	}
	workspace->chosen.count = kept;
	if (kept > 0)
		qsort(workspace->chosen.item, kept, sizeof *workspace->chosen.item, by_project_and_path);
}

void workspace_order(struct arena *arena, struct workspace *workspace, const struct strs *whole)
{
	number_projects(arena, workspace);
	settle_chosen(workspace, whole);
}

const struct project *workspace_project(const struct workspace *workspace, struct str name)
{
	size_t low = 0, high = workspace->projects.count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (str_compare(workspace->projects.item[middle].name, name) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	const struct project *found = low < workspace->projects.count ? &workspace->projects.item[low] : NULL;
	return found && str_equal(found->name, name) ? found : NULL;
}

/* Where in the sorted list of chosen files `path` of `project` stands, or would stand. */
static size_t chosen_place(const struct workspace *workspace, uint32_t project, struct str path)
{
	struct chosen_file wanted = {.project = project, .path = path};
	size_t low = 0, high = workspace->chosen.count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (by_project_and_path(&workspace->chosen.item[middle], &wanted) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

bool workspace_means(const struct workspace *workspace, struct str project, struct str path)
{
	const struct project *own = workspace_project(workspace, project);
	if (!own)
		return false;
	const struct chosen_files *chosen = &workspace->chosen;
	size_t first = chosen_place(workspace, own->number, (struct str){0});
	if (first == chosen->count || chosen->item[first].project != own->number)
		return true;
	size_t place = chosen_place(workspace, own->number, path);
	return place < chosen->count && chosen->item[place].project == own->number &&
	       str_equal(chosen->item[place].path, path);
}
