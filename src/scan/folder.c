/* SPDX-License-Identifier: MIT */
#define _DEFAULT_SOURCE /* for the d_type constants, which every system has and POSIX does not know yet */
#include "folder.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef __APPLE__
#define MODIFIED st_mtimespec
#else
#define MODIFIED st_mtim
#endif

DIR *folder_open(int root, const char *path)
{
	int descriptor = openat(root, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	if (descriptor < 0)
		return NULL;
	DIR *folder = fdopendir(descriptor);
	if (!folder) {
		int reason = errno;
		close(descriptor);
		errno = reason;
	}
	return folder;
}

/* Some file systems do not say what an entry is: then it has to be asked. */
static enum entry_kind ask_kind(DIR *folder, const char *name)
{
	struct stat status;
	if (fstatat(dirfd(folder), name, &status, AT_SYMLINK_NOFOLLOW) != 0)
		return ENTRY_OTHER;
	if (S_ISDIR(status.st_mode))
		return ENTRY_FOLDER;
	return S_ISREG(status.st_mode) ? ENTRY_FILE : ENTRY_OTHER;
}

static enum entry_kind entry_kind(DIR *folder, const struct dirent *entry)
{
	switch (entry->d_type) {
	case DT_REG:
		return ENTRY_FILE;
	case DT_DIR:
		return ENTRY_FOLDER;
	case DT_UNKNOWN:
		return ask_kind(folder, entry->d_name);
	default:
		return ENTRY_OTHER;
	}
}

bool folder_next(DIR *folder, struct folder_entry *entry)
{
	for (;;) {
		errno = 0;
		const struct dirent *read = readdir(folder);
		if (!read)
			return false;
		struct str name = str_of(read->d_name);
		if (str_equal(name, STR(".")) || str_equal(name, STR("..")))
			continue;
		*entry = (struct folder_entry){name, entry_kind(folder, read)};
		return true;
	}
}

bool folder_stamp(int directory, const char *path, struct file_stamp *stamp)
{
	struct stat status;
	if (fstatat(directory, path, &status, AT_SYMLINK_NOFOLLOW) != 0)
		return false;
	errno = 0;
	if (!S_ISREG(status.st_mode))
		return false;
	*stamp = (struct file_stamp){
		.size = status.st_size,
		/* unsigned: a file may claim to be from the year 2400, and the sum has to stay defined */
		.modified_ns =
			(int64_t)((uint64_t)status.MODIFIED.tv_sec * 1000000000u + (uint64_t)status.MODIFIED.tv_nsec),
		.inode = status.st_ino,
	};
	return true;
}

void folder_close(DIR **folder)
{
	if (*folder)
		closedir(*folder);
}

void descriptor_close(int *descriptor)
{
	if (*descriptor >= 0)
		close(*descriptor);
}
