/* SPDX-License-Identifier: MIT */
#include "adr/base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static void close_descriptor(const int *descriptor)
{
	if (*descriptor >= 0)
		close(*descriptor);
}

/* Reads up to `room` bytes; fewer only at the end of the file. -1 with errno on failure. */
static ssize_t read_all(int descriptor, char *bytes, size_t room)
{
	size_t length = 0;
	while (length < room) {
		ssize_t got = read(descriptor, bytes + length, room - length);
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return -1;
		if (got == 0)
			break;
		length += (size_t)got;
	}
	return (ssize_t)length;
}

/* Reads the regular file at `path`: all of it where it has at most `limit` bytes, else its head or nothing. */
static enum outcome read_regular(struct arena *arena, const char *path, size_t limit, bool head, struct str *text,
				 struct error *error)
{
	/* O_NONBLOCK: opening a FIFO must not wait for a writer */
	SCOPED(close_descriptor) int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	struct stat status;
	if (descriptor < 0 || fstat(descriptor, &status) != 0)
		return fail(error, "cannot read %s: %s", path, strerror(errno));
	if (!S_ISREG(status.st_mode))
		return fail(error, "cannot read %s: it is %s", path,
			    S_ISDIR(status.st_mode) ? "a directory" : "no regular file");
	bool too_large = (uintmax_t)status.st_size > limit;
	if (too_large && !head)
		return fail(error, "cannot read %s: it has %jd bytes, more than the limit of %zu", path,
			    (intmax_t)status.st_size, limit);
	size_t size = too_large ? limit : (size_t)status.st_size;
	char *bytes = arena_take(arena, size + 1);
	ssize_t length = read_all(descriptor, bytes, size);
	if (length < 0)
		return fail(error, "cannot read %s: %s", path, strerror(errno));
	bytes[length] = '\0';
	*text = (struct str){bytes, (size_t)length};
	return OUTCOME_OK;
}

enum outcome file_read(struct arena *arena, const char *path, size_t limit, struct str *text, struct error *error)
{
	return read_regular(arena, path, limit, false, text, error);
}

enum outcome file_read_head(struct arena *arena, const char *path, size_t most, struct str *text, struct error *error)
{
	return read_regular(arena, path, most, true, text, error);
}

static bool write_all(int descriptor, struct str text)
{
	while (text.length > 0) {
		ssize_t written = write(descriptor, text.at, text.length);
		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0)
			return false;
		text = str_from(text, (size_t)written);
	}
	return true;
}

/* The mode that the file at `path` has, or what a new file gets. */
static mode_t mode_for(const char *path)
{
	struct stat status;
	if (stat(path, &status) == 0)
		return status.st_mode & 07777;
	mode_t mask = umask(0);
	umask(mask);
	return 0666 & ~mask;
}

static bool fill(int descriptor, const char *path, struct str text)
{
	return write_all(descriptor, text) && fchmod(descriptor, mode_for(path)) == 0 && fsync(descriptor) == 0;
}

/* link() fails when the name is taken, which rename() does not: so two writers cannot both win. */
static bool put_in_place(const char *temporary, const char *path, bool exclusive)
{
	if (!exclusive)
		return rename(temporary, path) == 0;
	bool done = link(temporary, path) == 0;
	int reason = errno;
	unlink(temporary);
	errno = reason;
	return done;
}

enum outcome file_write(const char *path, struct str text, bool exclusive, struct error *error)
{
	struct arena *arena = arena_new();
	struct str name = arena_printf(arena, "%s.XXXXXX", path);
	char *temporary = memory_take(name.length + 1);
	memcpy(temporary, name.at, name.length);
	arena_free(arena);

	int descriptor = mkstemp(temporary);
	bool made = descriptor >= 0;
	bool done = made && fill(descriptor, path, text);
	int reason = errno;
	if (made && close(descriptor) != 0 && done) {
		done = false;
		reason = errno;
	}
	if (done) {
		done = put_in_place(temporary, path, exclusive);
		reason = errno;
	}
	if (!done && made)
		unlink(temporary);
	free(temporary);
	return done ? OUTCOME_OK : fail(error, "cannot write %s: %s", path, strerror(reason));
}

bool file_exists(const char *path)
{
	struct stat status;
	return stat(path, &status) == 0;
}

bool file_is_directory(const char *path)
{
	struct stat status;
	return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static bool make_one(const char *path)
{
	return mkdir(path, 0777) == 0 || (errno == EEXIST && file_is_directory(path));
}

enum outcome file_make_directory(const char *path, struct error *error)
{
	size_t length = strlen(path);
	char *part = memory_take(length + 1);
	bool done = true;
	for (size_t i = 0; i <= length && done; i++) {
		if (i > 0 && (path[i] == '/' || path[i] == '\0')) {
			part[i] = '\0';
			done = make_one(part);
		}
		part[i] = path[i];
	}
	int reason = errno;
	free(part);
	return done ? OUTCOME_OK : fail(error, "cannot make the directory %s: %s", path, strerror(reason));
}
