/* SPDX-License-Identifier: MIT */
/* Whole files in, whole files out, and paths as text. Paths use '/'. */
#ifndef ADR_BASE_FILE_H
#define ADR_BASE_FILE_H

#include "adr/base/arena.h"
#include "adr/base/error.h"
#include "adr/base/scope.h"

/* What tells whether a file changed without reading it. */
struct file_stamp {
	int64_t size;        /* bytes */
	int64_t modified_ns; /* nanoseconds since 1970; may be negative */
	uint64_t inode;
};

/* Reads all of a regular file into `arena` (NUL-terminated behind the text). Fails, naming the path and the reason, for
 * what is missing, unreadable, no regular file (opened so that a FIFO cannot block), or larger than `limit` bytes. */
NODISCARD enum outcome file_read(struct arena *arena, const char *path, size_t limit, struct str *text,
				 struct error *error);

/* The same for the first `most` bytes of a file of any size. */
NODISCARD enum outcome file_read_head(struct arena *arena, const char *path, size_t most, struct str *text,
				      struct error *error);

/* Writes a file so that it is there whole or not at all: temporary file beside it, fsync, rename; an existing file
 * keeps its mode. With `exclusive` it fails (OUTCOME_FAILURE) when the file exists already, without a race. */
NODISCARD enum outcome file_write(const char *path, struct str text, bool exclusive, struct error *error);

/* Makes the directory and its parents; fine when it exists. */
NODISCARD enum outcome file_make_directory(const char *path, struct error *error);

bool file_exists(const char *path);
bool file_is_directory(const char *path);

/* `a`/`b`; `b` alone when it is absolute or `a` is empty or ".". */
struct str path_join(struct arena *arena, struct str a, struct str b);
struct str path_directory(struct str path); /* without the last part; "" when there is none */
struct str path_name(struct str path);      /* the last part */
struct str path_stem(struct str path);      /* the last part without its last extension */

/* Takes out "." and "..", doubled and final slashes, as text; leading ".." of a relative path stay. "" becomes ".". */
struct str path_normal(struct arena *arena, struct str path);

/* Whether a pattern such as "docs/adr/infra", "docs/adr/0*.md" or "legacy-*" fits a relative path: '*' stands for
 * anything within one part of it, '?' for one character, "**" for anything at all. A pattern with '/' starts at the
 * root, one without fits any part; either fits all that lies below a directory it fits. */
bool path_matches(struct str path, struct str pattern);
#define PATH_PATTERN_MOST 256 /* bytes of a pattern from outside: matching takes path times pattern */

/* The absolute path without symlinks, or an error that names the path. */
NODISCARD enum outcome path_real(struct arena *arena, const char *path, struct str *real, struct error *error);

/* How to write `path` (absolute) as seen from `base` (absolute directory): "docs/adr", "../x". */
struct str path_relative(struct arena *arena, struct str path, struct str base);

#endif
