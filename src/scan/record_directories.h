/* SPDX-License-Identifier: MIT */
/* Where a project says that its records lie: its settings, else .adr-dir. */
#ifndef ADR_SCAN_RECORD_DIRECTORIES_H
#define ADR_SCAN_RECORD_DIRECTORIES_H

#include "adr/base/list.h"
#include "adr/model/finding.h"

#include <stdbool.h>

/* Puts the directories that `wanted` (may be NULL or empty), else .adr-dir, names into `starts`, relative to the root,
 * without symlinks, in `scratch`. Those that do not exist or lead out of the project become findings (in `arena`)
 * instead. False when the project says nothing. */
bool record_directories(struct arena *scratch, struct arena *arena, struct str root, const struct strs *wanted,
			struct strs *starts, struct findings *findings);

/* The directory that ROOT/.adr-dir names, as written; empty when there is no such file. */
struct str adr_dir_read(struct arena *arena, struct str root);

#endif
