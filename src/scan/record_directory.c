/* SPDX-License-Identifier: MIT */
/* Where a new record goes in a project. */
#include "adr/base/file.h"
#include "adr/scan/scan.h"

#include "names.h"
#include "record_directories.h"

/* Tried in this order where no record shows the way. The last one is where adr-tools would begin. */
static const char *const usual_directories[] = {
	"docs/adr",
	"docs/adrs",
	"docs/decisions",
	"docs/architecture/decisions",
	"doc/architecture/decisions",
	"doc/decisions",
	"adr",
	"adrs",
	"decisions",
	"doc/adr",
};

#define USUAL_COUNT (sizeof usual_directories / sizeof *usual_directories)

/* The folder that holds most of the records; the first of several. Files are sorted by path, but a folder's files may
 * stand apart (those of its subfolders between them): counting is by runs, which is near enough for logs. Templates and
 * readmes say nothing: they may lie in folders of their own. False when there is no record. */
static bool fullest_folder(const struct scanned_files *files, struct str *best)
{
	struct str current = {0};
	size_t most = 0, count = 0;
	LIST_EACH (struct scanned_file, file, files) {
		if (name_is_guide(path_name(file->path)))
			continue;
		struct str folder = path_directory(file->path);
		count = count > 0 && str_equal(folder, current) ? count + 1 : 1;
		current = folder;
		if (count > most) {
			most = count;
			*best = folder;
		}
	}
	return most > 0;
}

static struct str existing_usual_directory(struct arena *arena, struct str root)
{
	for (size_t i = 0; i < USUAL_COUNT; i++) {
		struct str directory = str_of(usual_directories[i]);
		if (file_is_directory(arena_copy_z(arena, path_join(arena, root, directory))))
			return directory;
	}
	return str_of(usual_directories[USUAL_COUNT - 1]);
}

struct str scan_record_directory(struct arena *arena, struct str root, const struct strs *directories)
{
	if (directories && directories->count > 0)
		return directories->item[0];
	struct str named = adr_dir_read(arena, root);
	if (!str_empty(named))
		return named;
	struct scanned_files files = {0};
	struct findings ignored_findings = {0};
	struct error ignored;
	struct str fullest = {0};
	if (scan_records(arena, root, directories, &files, &ignored_findings, &ignored) == OUTCOME_OK &&
	    fullest_folder(&files, &fullest))
		return str_empty(fullest) ? STR(".") : fullest;
	return existing_usual_directory(arena, root);
}
