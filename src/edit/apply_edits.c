/* SPDX-License-Identifier: MIT */
/* All edits or none, in three steps: work out every file's new text in memory; write the new texts beside the files, so
 * that a full disk shows now; put them in place. When the last step fails half-way, what was put in place is taken
 * back. */
#include "adr/edit/edit.h"

#include "adr/base/file.h"
#include "adr/base/text.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define EDIT_FILE_LIMIT ((size_t)64 << 20) /* bytes of a file that is edited; no record is that long */

/* One file and all that happens to it. Paths are NUL-terminated. */
struct change {
	const char *path;
	bool create;
	struct str original, text;
	const char *staged; /* the new text's file beside it; NULL before it is written and after it was put in place */
	bool done;
};

struct changes LIST_OF(struct change);

/* An edit with what it is sorted by: edits of one file follow each other, from its start to its end, and those of the
 * same place stay in their order. */
struct sorted_edit {
	struct str path;
	const struct edit *edit;
};

struct sorted_edits LIST_OF(struct sorted_edit);

static int compare_edits(const void *a, const void *b)
{
	const struct sorted_edit *first = a, *second = b;
	int order = str_compare(first->path, second->path);
	if (order == 0)
		order = (first->edit->start > second->edit->start) - (first->edit->start < second->edit->start);
	return order != 0 ? order : (first->edit > second->edit) - (first->edit < second->edit);
}

/* A file that exists is known by its real path: a symlink stays one, and two spellings of a path are one file. */
static enum outcome sort_edits(struct arena *arena, const struct edits *edits, struct sorted_edits *sorted,
			       struct error *error)
{
	LIST_EACH (const struct edit, edit, edits) {
		struct str path = edit->path;
		enum outcome outcome = OUTCOME_OK;
		if (!edit->create)
			outcome = path_real(arena, arena_copy_z(arena, edit->path), &path, error);
		if (outcome != OUTCOME_OK)
			return outcome;
		*LIST_ADD(arena, sorted) = (struct sorted_edit){path, edit};
	}
	if (sorted->count > 1)
		qsort(sorted->item, sorted->count, sizeof *sorted->item, compare_edits);
	return OUTCOME_OK;
}

/* Appends what stands between the last edit, which ended at *done, and this one, and its new text. */
static void add_edited(struct text *out, struct str original, const struct edit *edit, size_t *done)
{
	assert(edit->start >= *done);
	text_add(out, str_slice(original, *done, edit->start));
	text_add(out, edit->text);
	*done = (size_t)edit->start + edit->length;
}

struct str edited_text(struct arena *arena, struct str file, const struct edits *edits)
{
	SCOPED(text_release) struct text out = {0};
	size_t done = 0;
	LIST_EACH (const struct edit, edit, edits)
		add_edited(&out, file, edit, &done);
	text_add(&out, str_from(file, done));
	return arena_copy(arena, text_str(&out));
}

/* The text with the `count` edits from `first` worked in. */
static enum outcome splice(struct arena *arena, struct change *change, const struct sorted_edit *first, size_t count,
			   struct error *error)
{
	SCOPED(text_release) struct text out = {0};
	size_t done = 0;
	for (size_t i = 0; i < count; i++) {
		const struct edit *edit = first[i].edit;
		if ((size_t)edit->start + edit->length > change->original.length)
			return fail(error, "cannot edit %s: it has become shorter meanwhile", change->path);
		add_edited(&out, change->original, edit, &done);
	}
	text_add(&out, str_from(change->original, done));
	change->text = arena_copy(arena, text_str(&out));
	return OUTCOME_OK;
}

static enum outcome plan_change(struct arena *arena, const struct sorted_edit *first, size_t count,
				struct change *change, struct error *error)
{
	change->path = arena_copy_z(arena, first->path);
	change->create = first->edit->create;
	if (change->create) {
		change->text = first->edit->text;
		return OUTCOME_OK;
	}
	enum outcome outcome = file_read(arena, change->path, EDIT_FILE_LIMIT, &change->original, error);
	return outcome == OUTCOME_OK ? splice(arena, change, first, count, error) : outcome;
}

static enum outcome plan_changes(struct arena *arena, const struct edits *edits, struct changes *changes,
				 struct error *error)
{
	struct sorted_edits sorted = {0};
	enum outcome outcome = sort_edits(arena, edits, &sorted, error);
	for (size_t i = 0, count; i < sorted.count && outcome == OUTCOME_OK; i += count) {
		for (count = 1; i + count < sorted.count && !sorted.item[i].edit->create; count++)
			if (!str_equal(sorted.item[i + count].path, sorted.item[i].path))
				break;
		outcome = plan_change(arena, &sorted.item[i], count, LIST_ADD(arena, changes), error);
	}
	return outcome;
}

/* Writes the new text of an existing file beside it, with the file's mode. */
static enum outcome stage(struct arena *arena, struct change *change, struct error *error)
{
	struct stat status;
	const char *beside = arena_printf(arena, "%s.adr-%ld", change->path, (long)getpid()).at;
	if (stat(change->path, &status) != 0)
		return fail(error, "cannot edit %s: %s", change->path, strerror(errno));
	enum outcome outcome = file_write(beside, change->text, true, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	change->staged = beside;
	if (chmod(beside, status.st_mode & 07777) != 0)
		return fail(error, "cannot edit %s: %s", change->path, strerror(errno));
	return OUTCOME_OK;
}

static enum outcome stage_all(struct arena *arena, struct changes *changes, struct error *error)
{
	LIST_EACH (struct change, change, changes) {
		enum outcome outcome = change->create ? OUTCOME_OK : stage(arena, change, error);
		if (outcome != OUTCOME_OK)
			return outcome;
	}
	return OUTCOME_OK;
}

static enum outcome put_in_place(struct change *change, struct error *error)
{
	if (change->create) {
		enum outcome outcome = file_write(change->path, change->text, true, error);
		change->done = outcome == OUTCOME_OK;
		return outcome;
	}
	if (rename(change->staged, change->path) != 0)
		return fail(error, "cannot write %s: %s", change->path, strerror(errno));
	change->staged = NULL;
	change->done = true;
	return OUTCOME_OK;
}

/* New files first: they need room on the disk and may turn out to exist, while renaming hardly ever fails. */
static enum outcome put_all_in_place(struct changes *changes, struct error *error)
{
	for (int turn = 0; turn < 2; turn++) {
		LIST_EACH (struct change, change, changes) {
			bool is_turn = change->create == (turn == 0);
			enum outcome outcome = is_turn ? put_in_place(change, error) : OUTCOME_OK;
			if (outcome != OUTCOME_OK)
				return outcome;
		}
	}
	return OUTCOME_OK;
}

/* Takes back what was done. The first error is the one to tell; a second one can only be added to it. */
static void take_back(struct changes *changes, struct error *error)
{
	LIST_EACH (struct change, change, changes) {
		struct error second;
		if (change->staged)
			unlink(change->staged);
		if (!change->done)
			continue;
		if (change->create)
			unlink(change->path);
		else if (file_write(change->path, change->original, false, &second) != OUTCOME_OK)
			(void)failed_while(OUTCOME_FAILURE, error, "taking the changes back: %s", second.text);
	}
}

enum outcome apply_edits(const struct edits *edits, struct error *error)
{
	struct arena *arena = arena_new();
	struct changes changes = {0};
	enum outcome outcome = plan_changes(arena, edits, &changes, error);
	if (outcome == OUTCOME_OK)
		outcome = stage_all(arena, &changes, error);
	if (outcome == OUTCOME_OK)
		outcome = put_all_in_place(&changes, error);
	if (outcome != OUTCOME_OK)
		take_back(&changes, error);
	arena_free(arena);
	return outcome;
}
