/* SPDX-License-Identifier: MIT */
#include "adr/edit/edit.h"

#include "adr/base/file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

static void close_lock(int *descriptor)
{
	if (*descriptor >= 0)
		close(*descriptor); /* lets go of the lock */
}

enum outcome create_record(struct arena *arena, const struct new_record *wanted, struct str *path, struct error *error)
{
	struct edits edits = {0};
	const char *directory = arena_copy_z(arena, wanted->directory);
	enum outcome outcome = plan_new(arena, wanted, &edits, path, error); /* a bad title makes no directory */
	if (outcome == OUTCOME_OK)
		outcome = file_make_directory(directory, error);
	if (outcome != OUTCOME_OK)
		return outcome;

	/* The number is worked out again under the lock. Where there are no locks (some network file systems) two
	 * programs may take the same number, but never the same file. */
	SCOPED(close_lock) int lock = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (lock >= 0)
		(void)flock(lock, LOCK_EX);
	edits.count = 0;
	outcome = plan_new(arena, wanted, &edits, path, error);
	return outcome == OUTCOME_OK ? apply_edits(&edits, error) : outcome;
}
