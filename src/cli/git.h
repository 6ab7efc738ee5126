/* SPDX-License-Identifier: MIT */
/* The `git` program, asked what changed. Nothing is written and nothing but git itself is run: no hooks, no file system
 * monitor, no filters or drivers that the repository's settings name, no network, no pager, no shell. A repository that
 * somebody else prepared can do no harm. */
#ifndef ADR_CLI_GIT_H
#define ADR_CLI_GIT_H

#include "adr/base/error.h"
#include "adr/base/list.h"
#include "adr/base/scope.h"

/* A question to the repository around `directory` (absolute). */
struct git {
	struct arena *arena;
	struct str directory;
};

/* The commit at which HEAD and `revision` parted, as "revision...HEAD" means it. Fails when there is no git program, no
 * repository, no such revision or no common commit, and says which. */
NODISCARD enum outcome git_merge_base(const struct git *git, struct str revision, struct str *commit,
				      struct error *error);

/* Paths, relative to the directory and sorted, of the files below it that differ between `commit` and HEAD. */
NODISCARD enum outcome git_committed_changes(const struct git *git, struct str commit, struct strs *paths,
					     struct error *error);

/* For each path (relative to the directory) whether the file on disk says something else than HEAD: it is new, or its
 * lines differ. How lines end does not count, because git may change that on checkout. */
NODISCARD enum outcome git_edited(const struct git *git, const struct strs *paths, bool *edited, struct error *error);

#endif
