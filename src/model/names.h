/* SPDX-License-Identifier: MIT */
/* Tables of names for enums: the words of the program's interface, each written once. */
#ifndef ADR_MODEL_NAMES_H
#define ADR_MODEL_NAMES_H

#include "adr/base/str.h"

/* The position of `name` in `names` (entries may be NULL), or `count`. */
static inline size_t name_position(const char *const *names, size_t count, struct str name)
{
	size_t i = 0;
	while (i < count && !(names[i] && str_equal(str_of(names[i]), name)))
		i++;
	return i;
}

#endif
