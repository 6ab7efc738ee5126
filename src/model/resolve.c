/* SPDX-License-Identifier: MIT */
/* Ids and link targets. Records are looked up through two sorted lists of pointers: by project and path, by project
 * and number. */
#include "adr/model/resolve.h"

#include "adr/base/file.h"
#include "adr/model/anchor.h"

#include <stdlib.h>

static int compare_projects(const struct record *a, const struct record *b)
{
	return (a->project->number > b->project->number) - (a->project->number < b->project->number);
}

static int by_path(const void *x, const void *y)
{
	const struct record *a = *(const struct record *const *)x, *b = *(const struct record *const *)y;
	int order = compare_projects(a, b);
	if (order == 0)
		order = str_compare(a->path, b->path);
	return order != 0 ? order : str_compare(a->anchor, b->anchor);
}

static int compare_numbers(const struct record *a, const struct record *b)
{
	int order = compare_projects(a, b);
	return order != 0 ? order : (a->number > b->number) - (a->number < b->number);
}

/* Records with a file of their own go first. */
static int by_number(const void *x, const void *y)
{
	const struct record *a = *(const struct record *const *)x, *b = *(const struct record *const *)y;
	int order = compare_numbers(a, b);
	if (order == 0)
		order = record_is_part(a) - record_is_part(b);
	return order != 0 ? order : record_compare_places(a, b);
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
	return order != 0 ? order : record_compare_places(a, b);
}

typedef int (*order_fn)(const void *, const void *);

/* Pointers to records, sorted. */
struct pointers {
	struct record **item;
	size_t count;
};

/* The records of KIND_RECORD in the given order. */
static struct pointers sorted(struct arena *arena, const struct records *records, order_fn order)
{
	struct pointers list = {ARENA_ARRAY(arena, struct record *, records->count), 0};
	LIST_EACH (struct record, record, records)
		if (record->kind == KIND_RECORD)
			list.item[list.count++] = record;
	qsort(list.item, list.count, sizeof *list.item, order);
	return list;
}

static void id_from_number(struct arena *arena, struct record *record)
{
	record->id = arena_printf(arena, "%.*s/ADR-%04d", STR_ARG(record->project->name), (int)record->number);
}

/* project/name, for a part of a log project/name#anchor. */
static void id_from_name(struct arena *arena, struct record *record, struct str name)
{
	record->id = arena_printf(arena, "%.*s/%.*s%s%.*s", STR_ARG(record->project->name), STR_ARG(name),
				  record_is_part(record) ? "#" : "", STR_ARG(record->anchor));
}

/* The only one of its number among the records that have a file of their own, or else among the decisions in logs: a
 * log that counts from 1 leaves the names of files as they are. */
static bool is_only_number(const struct pointers *list, size_t i)
{
	struct record **item = list->item;
	if (i > 0 && compare_numbers(item[i - 1], item[i]) == 0)
		return false;
	bool like_next = i + 1 < list->count && compare_numbers(item[i], item[i + 1]) == 0;
	return !like_next || (!record_is_part(item[i]) && record_is_part(item[i + 1]));
}

static void number_ids(struct arena *arena, const struct records *records)
{
	struct pointers list = sorted(arena, records, by_number);
	for (size_t i = 0; i < list.count; i++)
		if (list.item[i]->number >= 0 && is_only_number(&list, i))
			id_from_number(arena, list.item[i]);
}

static void stem_ids(struct arena *arena, const struct records *records)
{
	struct pointers list = sorted(arena, records, by_stem);
	struct record **item = list.item;
	for (size_t first = 0, end; first < list.count; first = end) {
		for (end = first + 1; end < list.count && compare_stems(item[first], item[end]) == 0; end++)
			;
		bool several = !str_equal(item[first]->path, item[end - 1]->path);
		for (size_t i = first; i < end; i++)
			if (str_empty(item[i]->id))
				id_from_name(arena, item[i], several ? item[i]->path : path_stem(item[i]->path));
	}
}

void resolve_ids(struct arena *arena, struct records *records)
{
	LIST_EACH (struct record, record, records) {
		record->id = (struct str){0};
		if (record->kind != KIND_RECORD)
			id_from_name(arena, record, record->path);
	}
	number_ids(arena, records);
	stem_ids(arena, records);
}

struct directory {
	struct arena *arena;
	const struct projects *projects;
	struct pointers paths, numbers;
};

typedef int (*compare_fn)(const struct record *, const struct record *);

/* Where the first record stands that `compare` does not put before `key`. */
static size_t find_first(const struct pointers *list, const struct record *key, compare_fn compare)
{
	size_t low = 0, high = list->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (compare(list->item[middle], key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool is_equal(const struct pointers *list, size_t at, const struct record *key, compare_fn compare)
{
	return at < list->count && compare(list->item[at], key) == 0;
}

/* The only record that `compare` puts equal to `key`, or NULL. */
static const struct record *find_one(const struct pointers *list, const struct record *key, compare_fn compare)
{
	size_t first = find_first(list, key, compare);
	bool one = is_equal(list, first, key, compare) && !is_equal(list, first + 1, key, compare);
	return one ? list->item[first] : NULL;
}

static int compare_paths(const struct record *a, const struct record *b)
{
	int order = compare_projects(a, b);
	return order != 0 ? order : str_compare(a->path, b->path);
}

static int compare_anchors(const struct record *a, const struct record *b)
{
	int order = compare_paths(a, b);
	return order != 0 ? order : str_compare(a->anchor, b->anchor);
}

/* The anchor of `key` ends in the '-' up to which others may have to be equal. */
static int compare_beginnings(const struct record *a, const struct record *key)
{
	int order = compare_paths(a, key);
	return order != 0 ? order : str_compare(str_slice(a->anchor, 0, key->anchor.length), key->anchor);
}

/* Numbers of one file. */
static int compare_own_numbers(const struct record *a, const struct record *b)
{
	int order = compare_numbers(a, b);
	if (order == 0)
		order = record_is_part(a) - record_is_part(b);
	return order != 0 ? order : str_compare(a->path, b->path);
}

/* The record that a file is, or the decision of a log that the anchor names (model/anchor.h). */
static const struct record *find_path(const struct directory *directory, const struct project *project, struct str path,
				      struct str anchor)
{
	struct record key = {.project = project, .path = path};
	const struct record *found = find_one(&directory->paths, &key, compare_paths);
	if (found || str_empty(anchor))
		return found;
	key.anchor = anchor;
	key.number = anchor_number(anchor);
	found = find_one(&directory->paths, &key, compare_anchors);
	if (!found && key.number >= 0)
		found = find_one(&directory->numbers, &key, compare_own_numbers);
	key.anchor = arena_printf(directory->arena, "%.*s-", STR_ARG(anchor));
	return found ? found : find_one(&directory->paths, &key, compare_beginnings);
}

/* "../billing/docs/adr/0001-x.md" of one project is docs/adr/0001-x.md of another. */
static const struct record *find_outside(const struct directory *directory, const struct record *from,
					 const struct link *link)
{
	struct str whole = path_normal(directory->arena, path_join(directory->arena, from->project->root, link->file));
	LIST_EACH (struct project, project, directory->projects) {
		struct str root = project->root;
		bool inside = root.length > 0 && str_starts(whole, root) &&
			      str_starts(str_from(whole, root.length), STR("/"));
		const struct record *found = inside ? find_path(directory, project, str_from(whole, root.length + 1),
								link_anchor(directory->arena, link))
						    : NULL;
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

/* In a log its own numbers go first, elsewhere those of files. */
static const struct record *find_number(const struct directory *directory, const struct project *project,
					const struct record *from, int32_t number)
{
	struct record key = {.project = project, .path = from->path, .anchor = from->anchor, .number = number};
	const struct pointers *numbers = &directory->numbers;
	if (record_is_part(from) && project == from->project) {
		const struct record *own = find_one(numbers, &key, compare_own_numbers);
		if (own)
			return own;
	}
	size_t first = find_first(numbers, &key, compare_numbers);
	bool found = is_equal(numbers, first, &key, compare_numbers) && is_only_number(numbers, first);
	return found ? numbers->item[first] : NULL;
}

static const struct record *find_target(const struct directory *directory, const struct record *from,
					const struct link *link)
{
	if (!str_empty(link->file)) {
		bool outside = str_starts(link->file, STR("../"));
		return outside ? find_outside(directory, from, link)
			       : find_path(directory, from->project, link->file, link_anchor(directory->arena, link));
	}
	const struct project *project = project_of_link(directory, from, link);
	if (!project || link->to_number < 0)
		return NULL;
	return find_number(directory, project, from, link->to_number);
}

struct directory *directory_new(struct arena *arena, const struct records *records, const struct projects *projects)
{
	struct directory *directory = ARENA_NEW(arena, struct directory);
	directory->arena = arena;
	directory->projects = projects;
	directory->paths = sorted(arena, records, by_path);
	directory->numbers = sorted(arena, records, by_number);
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
