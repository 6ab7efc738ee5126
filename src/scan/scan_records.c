/* SPDX-License-Identifier: MIT */
/* The files of one project, in one walk over its tree. Folders wait in a list, so depth costs no stack; a file in a
 * record folder is stamped while its folder is open. Other Markdown files are kept by name only, for the case that the
 * project has no record folder at all. */
#include "adr/scan/scan.h"

#include "folder.h"
#include "names.h"
#include "record_directories.h"
#include "roots.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

struct waiting_folder {
	struct str path; /* relative to the root, NUL-terminated; "" for the root itself */
	bool in_records; /* it is a record folder or lies in one */
	bool is_start;   /* named by the user or the root: a project of its own or not, it is looked into */
};

struct scan {
	struct arena *arena; /* of the result */
	struct arena *scratch;
	int root;
	struct scanned_files *files;
	struct findings *findings;
	struct waiting_folders LIST_OF(struct waiting_folder) waiting;
	struct strs others; /* paths of Markdown files outside of record folders */
	size_t in_records;  /* how many of `files` lie in record folders, README and the like not counted */
};

static struct str path_below(struct arena *arena, struct str folder, struct str name)
{
	if (str_empty(folder))
		return arena_copy(arena, name);
	char *path = arena_take(arena, folder.length + name.length + 2);
	memcpy(path, folder.at, folder.length);
	path[folder.length] = '/';
	memcpy(path + folder.length + 1, name.at, name.length);
	return (struct str){path, folder.length + 1 + name.length};
}

static void report(struct scan *scan, struct str path, int reason)
{
	struct finding *finding =
		finding_add(scan->arena, scan->findings, RULE_FILE_UNREADABLE, NULL, (struct span){0},
			    "%.*s cannot be read: %s", STR_ARG(str_empty(path) ? STR(".") : path), strerror(reason));
	finding->path = arena_copy(scan->arena, path);
}

/* Takes a file into the list. One that has vanished since it was seen is simply not there. */
static void take_file(struct scan *scan, int directory, const char *name, struct str path)
{
	struct file_stamp stamp;
	if (folder_stamp(directory, name, &stamp))
		*LIST_ADD(scan->arena, scan->files) = (struct scanned_file){path, stamp};
	else if (errno != 0 && errno != ENOENT)
		report(scan, path, errno);
}

static void see_file(struct scan *scan, const struct waiting_folder *folder, DIR *open, struct str name)
{
	if (!name_is_markdown(name))
		return;
	if (!folder->in_records && !name_is_numbered_adr(name) && !name_is_log(name)) {
		*LIST_ADD(scan->scratch, &scan->others) = path_below(scan->scratch, folder->path, name);
		return;
	}
	take_file(scan, dirfd(open), name.at, path_below(scan->arena, folder->path, name));
	scan->in_records += folder->in_records && !name_is_guide(name);
}

static void see_folder(struct scan *scan, const struct waiting_folder *folder, struct str name)
{
	if (name_is_machinery(name) || (!folder->in_records && name_is_product(name)))
		return;
	struct waiting_folder below = {
		.path = path_below(scan->scratch, folder->path, name),
		.in_records = folder->in_records || name_folder_words(name) != FOLDER_OTHER,
	};
	*LIST_ADD(scan->scratch, &scan->waiting) = below;
}

/* Reads all entries. False when one of them shows that this is a project of its own. */
static bool see_entries(struct scan *scan, const struct waiting_folder *folder, DIR *open)
{
	struct folder_entry entry;
	while (folder_next(open, &entry)) {
		if (!folder->is_start && name_marks_project(entry.name))
			return false;
		if (entry.kind == ENTRY_FILE)
			see_file(scan, folder, open, entry.name);
		else if (entry.kind == ENTRY_FOLDER)
			see_folder(scan, folder, entry.name);
	}
	if (errno != 0)
		report(scan, folder->path, errno);
	return true;
}

static void visit(struct scan *scan, struct waiting_folder folder)
{
	SCOPED(folder_close) DIR *open = folder_open(scan->root, str_empty(folder.path) ? "." : folder.path.at);
	if (!open) {
		if (errno != ENOENT)
			report(scan, folder.path, errno);
		return;
	}
	size_t waiting = scan->waiting.count, files = scan->files->count, others = scan->others.count;
	size_t in_records = scan->in_records;
	if (!see_entries(scan, &folder, open)) { /* forget what was seen of the other project */
		scan->waiting.count = waiting;
		scan->files->count = files;
		scan->others.count = others;
		scan->in_records = in_records;
	}
}

static void walk(struct scan *scan)
{
	while (scan->waiting.count > 0)
		visit(scan, scan->waiting.item[--scan->waiting.count]);
}

static void add_start(struct scan *scan, struct str path, bool in_records)
{
	struct waiting_folder start = {arena_copy(scan->scratch, path), in_records, true};
	*LIST_ADD(scan->scratch, &scan->waiting) = start;
}

/* No folder has a usual name: the project as a whole may be a log by its name, or files show it by theirs. */
static void take_others(struct scan *scan, struct str root_name)
{
	bool all = name_folder_words(root_name) != FOLDER_OTHER;
	LIST_EACH (struct str, path, &scan->others)
		if (all || name_is_numbered(path_name(*path)))
			take_file(scan, scan->root, path->at, arena_copy(scan->arena, *path));
}

static void walk_whole_tree(struct scan *scan, struct str root)
{
	struct str name = path_name(root);
	bool is_log = name_folder_words(name) == FOLDER_NOTHING_BUT_RECORDS;
	add_start(scan, STR(""), is_log && !folder_is_project(scan->scratch, root));
	walk(scan);
	if (scan->in_records == 0)
		take_others(scan, name);
}

static int compare_files(const void *a, const void *b)
{
	const struct scanned_file *first = a, *second = b;
	return str_compare(first->path, second->path);
}

/* Directories may overlap: each file once. */
static void sort_files(struct scanned_files *files)
{
	if (files->count == 0)
		return;
	qsort(files->item, files->count, sizeof *files->item, compare_files);
	size_t kept = 1;
	for (size_t i = 1; i < files->count; i++)
		if (!str_equal(files->item[i].path, files->item[kept - 1].path))
			files->item[kept++] = files->item[i];
	files->count = kept;
}

static void scan_project(struct scan *scan, struct str root, const struct strs *directories)
{
	struct strs starts = {0};
	if (!record_directories(scan->scratch, scan->arena, root, directories, &starts, scan->findings)) {
		walk_whole_tree(scan, root);
		return;
	}
	LIST_EACH (struct str, start, &starts)
		add_start(scan, *start, true);
	walk(scan);
}

enum outcome scan_records(struct arena *arena, struct str root, const struct strs *directories,
			  struct scanned_files *files, struct findings *findings, struct error *error)
{
	struct arena *scratch = arena_new();
	const char *path = arena_copy_z(scratch, root);
	SCOPED(descriptor_close) int descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	enum outcome outcome = OUTCOME_OK;
	if (descriptor < 0)
		outcome = fail(error, "cannot read the directory %s: %s", path, strerror(errno));
	else {
		struct scan scan = {arena, scratch, descriptor, files, findings, {0}, {0}, 0};
		scan_project(&scan, root, directories);
		sort_files(files);
	}
	arena_free(scratch);
	return outcome;
}
