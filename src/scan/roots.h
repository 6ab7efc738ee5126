/* SPDX-License-Identifier: MIT */
/* What marks the root of a project. */
#ifndef ADR_SCAN_ROOTS_H
#define ADR_SCAN_ROOTS_H

#include "adr/base/arena.h"

/* ".git" (a directory, or a file in worktrees and submodules) or ".adr.yml": the folder that holds it is a project of
 * its own, also inside another one. */
bool name_marks_project(struct str name);

/* The folder (a path as the system takes it) holds one of these. */
bool folder_is_project(struct arena *arena, struct str folder);

#endif
