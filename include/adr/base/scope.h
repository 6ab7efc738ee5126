/* SPDX-License-Identifier: MIT */
/* Lets go of a handle at the end of its block, so that early returns are safe. For foreign handles and heap texts only;
 * what lives in an arena needs none.
 *
 *     SCOPED(text_release) struct text line = {0};
 *     SCOPED(close_file) FILE *file = fopen(path, "rb");
 *
 * The function gets the address of the variable, as the attribute of gcc and clang asks. */
#ifndef ADR_BASE_SCOPE_H
#define ADR_BASE_SCOPE_H

#include <stdio.h>

#define SCOPED(function) __attribute__((cleanup(function)))
#define NODISCARD __attribute__((warn_unused_result))
#define UNUSED __attribute__((unused))

static inline void close_file(FILE **file)
{
	if (*file)
		fclose(*file);
}

#endif
