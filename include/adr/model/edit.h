/* SPDX-License-Identifier: MIT */
/* Changes to files, planned before anything is touched, so that all of them happen or none. */
#ifndef ADR_MODEL_EDIT_H
#define ADR_MODEL_EDIT_H

#include "adr/base/list.h"

/* Puts `text` in place of `length` bytes from `start` of the file; `create` makes a new file and fails when it exists.
 */
struct edit {
	struct str path; /* absolute, or relative to the working directory */
	bool create;
	uint32_t start, length;
	struct str text;
};

struct edits LIST_OF(struct edit);

#endif
