/* SPDX-License-Identifier: MIT */
/* Ids and link targets. Records are looked up through two sorted lists of pointers: by project and path, by project
 * and number. */
#include "adr/model/resolve.h"

#include "adr/base/file.h"

#include <stdlib.h>

static int compare_projects(const struct record *a, const struct record *b)
{
	return (a->project->number > b->project->number) - (a->project->number < b->project->number);
}

static int by_path(const void *x, const void *y)
{
	const struct record *a = *(const struct record *const *)x, *b = *(const struct record *const *)y;
	int order = compare_projects(a, b);
	return order != 0 ? order : str_compare(a->path, b->path);
}

static int compare_numbers(const struct record *a, const struct record *b)
{
	int order = compare_projects(a, b);
	return order != 0 ? order : (a->number > b->number) - (a->number < b->number);
}

static int by_number(const void *x, const void *y)
{
	const struct record *a = *(const struct record *const *)x, *b = *(const struct record *const *)y;
	int order = compare_numbers(a, b);
	return order != 0 ? order : str_compare(a->path, b->path);
}

static int compare_stems(const struct record *a, const struct record *b)
{
	int order = compare_projects(a, b);
	return order != 0 ? order : str_compare(path_stem(a->path), path_stem(b->path));
}

static int by_stem(const void *x, const void *y)
{
	const struct record *a = *(const struct record *const *)x, *b = *(const struct record *const *)y;
	int order = compare_stems(a, b);
	return order != 0 ? order : str_compare(a->path, b->path);
}

typedef int (*order_fn)(const void *, const void *);

/* Pointers to the records of KIND_RECORD in the given order. */
static struct record **sorted(struct arena *arena, const struct records *records, order_fn order, size_t *count)
{
	struct record **list = ARENA_ARRAY(arena, struct record *, records->count);
	*count = 0;
	LIST_EACH (struct record, record, records)
		if (record->kind == KIND_RECORD)
			list[(*count)++] = record;
	qsort(list, *count, sizeof *list, order);
	return list;
}

static void id_from_number(struct arena *arena, struct record *record)
{
	record->id = arena_printf(arena, "%.*s/ADR-%04d", STR_ARG(record->project->name), (int)record->number);
}

static void id_from_stem(struct arena *arena, struct record *record)
{
	record->id = arena_printf(arena, "%.*s/%.*s", STR_ARG(record->project->name), STR_ARG(path_stem(record->path)));
}

static void id_from_path(struct arena *arena, struct record *record)
{
	record->id = arena_printf(arena, "%.*s/%.*s", STR_ARG(record->project->name), STR_ARG(record->path));
}

static void number_ids(struct arena *arena, const struct records *records)
{
	size_t count;
	struct record **list = sorted(arena, records, by_number, &count);
	for (size_t i = 0; i < count; i++) {
		bool like_last = i > 0 && compare_numbers(list[i - 1], list[i]) == 0;
		bool like_next = i + 1 < count && compare_numbers(list[i], list[i + 1]) == 0;
		if (list[i]->number >= 0 && !like_last && !like_next)
			id_from_number(arena, list[i]);
	}
}

static void stem_ids(struct arena *arena, const struct records *records)
{
	size_t count;
	struct record **list = sorted(arena, records, by_stem, &count);
	for (size_t i = 0; i < count; i++) {
		bool like_last = i > 0 && compare_stems(list[i - 1], list[i]) == 0;
		bool like_next = i + 1 < count && compare_stems(list[i], list[i + 1]) == 0;
		if (!str_empty(list[i]->id))
			continue;
		if (like_last || like_next)
			id_from_path(arena, list[i]);
		else
			id_from_stem(arena, list[i]);
	}
}

void resolve_ids(struct arena *arena, struct records *records)
{
	LIST_EACH (struct record, record, records) {
		record->id = (struct str){0};
		if (record->kind != KIND_RECORD)
			id_from_path(arena, record);
	}
	number_ids(arena, records);
	stem_ids(arena, records);
}

struct directory {
	struct arena *arena;
	const struct projects *projects;
	struct record **paths, **numbers;
	size_t count;
};

/* The only record that `order` puts equal to `key`, or NULL. */
static const struct record *find_one(struct record **list, size_t count, const struct record *key,
				     int (*compare)(const struct record *, const struct record *))
{
	size_t low = 0, high = count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (compare(list[middle], key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == count || compare(list[low], key) != 0)
		return NULL;
	bool several = low + 1 < count && compare(list[low + 1], key) == 0;
	return several ? NULL : list[low];
}

static int compare_paths(const struct record *a, const struct record *b)
{
	int order = compare_projects(a, b);
	return order != 0 ? order : str_compare(a->path, b->path);
}

static const struct record *find_path(const struct directory *directory, const struct project *project, struct str path)
{
	struct record key = {.project = project, .path = path};
	return find_one(directory->paths, directory->count, &key, compare_paths);
}

/* "../billing/docs/adr/0001-x.md" of one project is docs/adr/0001-x.md of another. */
static const struct record *find_outside(const struct directory *directory, const struct record *from, struct str file)
{
	struct str whole = path_normal(directory->arena, path_join(directory->arena, from->project->root, file));
	LIST_EACH (struct project, project, directory->projects) {
		struct str root = project->root;
		bool inside = root.length > 0 && str_starts(whole, root) &&
			      str_starts(str_from(whole, root.length), STR("/"));
		const struct record *found =
			inside ? find_path(directory, project, str_from(whole, root.length + 1)) : NULL;
		if (found)
			return found;
	}
	return NULL;
}

static const struct project *project_of_link(const struct directory *directory, const struct record *from,
					     const struct link *link)
{
	if (str_empty(link->to_project))
		return from->project;
	LIST_EACH (struct project, project, directory->projects)
		if (str_equal_nocase(project->name, link->to_project))
			return project;
	return NULL;
}

static const struct record *find_target(const struct directory *directory, const struct record *from,
					const struct link *link)
{
	if (!str_empty(link->file)) {
		bool outside = str_starts(link->file, STR("../"));
		return outside ? find_outside(directory, from, link->file)
			       : find_path(directory, from->project, link->file);
	}
	const struct project *project = project_of_link(directory, from, link);
	if (!project || link->to_number < 0)
		return NULL;
	struct record key = {.project = project, .number = link->to_number};
	return find_one(directory->numbers, directory->count, &key, compare_numbers);
}

struct directory *directory_new(struct arena *arena, const struct records *records, const struct projects *projects)
{
	struct directory *directory = ARENA_NEW(arena, struct directory);
	directory->arena = arena;
	directory->projects = projects;
	directory->paths = sorted(arena, records, by_path, &directory->count);
	directory->numbers = sorted(arena, records, by_number, &directory->count);
	return directory;
}

void resolve_links(const struct directory *directory, struct record *record)
{
	LIST_EACH (struct link, link, &record->links) {
		const struct record *target = find_target(directory, record, link);
		link->path = target ? target->path : (struct str){0};
		link->to = target ? target->id : (struct str){0};
	}
}
