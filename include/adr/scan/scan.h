/* SPDX-License-Identifier: MIT */
/* Finds projects and the files of a project that may be records. Reads directories, never files (but .adr-dir).
 * Follows no symlink out of a project and no symlinked directory at all; listings are sorted, so the same tree gives
 * the same list. */
#ifndef ADR_SCAN_SCAN_H
#define ADR_SCAN_SCAN_H

#include "adr/base/file.h"
#include "adr/base/list.h"
#include "adr/model/finding.h"

struct scanned_file {
	struct str path; /* relative to the project's root */
	struct file_stamp stamp;
};

struct scanned_files LIST_OF(struct scanned_file); /* by path, byte order */

/* The roots (absolute, real) that a PATH argument which is a directory stands for: itself, unless project roots (.git,
 * .adr.yml, .adr-dir) lie below it and it is none itself; then each of those. Fails for what is no directory. */
NODISCARD enum outcome scan_roots(struct arena *arena, const char *path, struct strs *roots, struct error *error);

/* The nearest directory at or above `start` that holds .adr.yml, .adr-dir, .git or doc/adr; `start` itself when there
 * is none. */
NODISCARD enum outcome scan_root_above(struct arena *arena, const char *start, struct str *root, struct error *error);

/* The .adr.yml at or above `start`; empty when there is none. */
struct str scan_config_above(struct arena *arena, const char *start);

/* Lists the files of the project at `root` (absolute, real) that may be records: below `directories` (relative; from
 * .adr.yml), else what .adr-dir names, else every folder with a usual name (docs/adr, decisions, ...) anywhere in the
 * tree, and the root itself where nothing else is found and its Markdown files look like records (numbered names).
 * Leaves out .git, node_modules, build and vendor folders, and nested projects: trees below that hold .git or .adr.yml
 * of their own. Ends in .md, .markdown, .mdx. What cannot be listed becomes a finding. */
NODISCARD enum outcome scan_records(struct arena *arena, struct str root, const struct strs *directories,
				    struct scanned_files *files, struct findings *findings, struct error *error);

/* Where `adr new` puts records: the first of `directories`, .adr-dir, the existing usual folder, else "doc/adr". */
struct str scan_record_directory(struct arena *arena, struct str root, const struct strs *directories);

#endif
