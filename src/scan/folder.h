/* SPDX-License-Identifier: MIT */
/* One directory, read entry by entry. The only place of this room that opens directories. Every directory is opened by
 * its path below the root, one at a time: however deep a tree is, one descriptor is open, and the system's limit on
 * path lengths ends what has no end. Symlinks are not followed. */
#ifndef ADR_SCAN_FOLDER_H
#define ADR_SCAN_FOLDER_H

#include "adr/base/file.h"

#include <dirent.h>

enum entry_kind {
	ENTRY_FILE,
	ENTRY_FOLDER,
	ENTRY_OTHER, /* a symlink, a device, a pipe, or gone already */
};

struct folder_entry {
	struct str name; /* valid until the next one is read */
	enum entry_kind kind;
};

/* Opens `path` (relative to the directory `root`; "." for the root itself). NULL with errno set on failure. */
DIR *folder_open(int root, const char *path);

/* The next entry without "." and ".."; false at the end, and when reading fails (errno is then not 0). */
bool folder_next(DIR *folder, struct folder_entry *entry);

/* The stamp of a regular file, by its path below an open directory. False with errno set on failure; with errno 0 when
 * the name stands for something else than a regular file. */
bool folder_stamp(int directory, const char *path, struct file_stamp *stamp);

/* For SCOPED(). */
void folder_close(DIR **folder);
void descriptor_close(int *descriptor);

#endif
