/* SPDX-License-Identifier: MIT */
/* Time that only goes forward, for deadlines and progress. */
#ifndef ADR_BASE_CLOCK_H
#define ADR_BASE_CLOCK_H

#include <stdint.h>

/* Milliseconds since some fixed moment. */
int64_t clock_milliseconds(void);

#endif
