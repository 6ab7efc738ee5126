/* SPDX-License-Identifier: MIT */
/* What the generated records decide. */
#ifndef ADR_BENCH_SUBJECTS_H
#define ADR_BENCH_SUBJECTS_H

#include <stddef.h>

struct subject {
	const char *matter;     /* "Use X ..." */
	const char *options[4]; /* every project settles on one of these for a subject, most on the first */
};

extern const struct subject subjects[];
extern const size_t subject_count;

#endif
