/* SPDX-License-Identifier: MIT */
/* How the records of a directory are named, so that a new one continues the row: "0007-use-x.md", "ADR-007_Use_x.md",
 * "adr-7-use-x.md". */
#ifndef ADR_EDIT_NAMING_H
#define ADR_EDIT_NAMING_H

#include "adr/base/arena.h"
#include "adr/base/error.h"
#include "adr/base/scope.h"

struct naming {
	int32_t highest;   /* number in the directory, 0 when there is none */
	struct str prefix; /* before the number: "", "ADR-" */
	int digits;        /* the number is padded to so many */
	char separator;    /* between the number and the title's words, and between these */
};

/* Looks at all names in the directory, of whatever kind, so that a number that was ever given is not given again; the
 * style is that of the Markdown file with the highest number. A directory that does not exist is empty. */
NODISCARD enum outcome naming_read(struct arena *arena, const char *directory, struct naming *naming,
				   struct error *error);

/* The file name for a record. Empty when the title has no letter and no digit. */
struct str naming_file(struct arena *arena, const struct naming *naming, int32_t number, struct str title);

#endif
