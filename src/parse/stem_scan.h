/* SPDX-License-Identifier: MIT */
/* Several stems looked for at once, skipping most of the text: Wu and Manber, "A fast algorithm for multi-pattern
 * searching", 1994, with blocks of two bytes. ASCII letters match in either case; any other ASCII byte matches the
 * blank of a stem. */
#ifndef ADR_PARSE_STEM_SCAN_H
#define ADR_PARSE_STEM_SCAN_H

#include "adr/base/str.h"

#define STEM_LENGTH 6 /* of each stem only so many bytes count; shorter ones cannot be looked for */
#define STEM_PAIRS 4096
#define STEM_SLOTS 512 /* a power of two */

struct stem_scan {
	uint8_t fold[256];         /* what a byte counts as */
	uint8_t skip[STEM_PAIRS];  /* by the last pair of the window: how far the next stem may begin */
	uint64_t stem[STEM_SLOTS]; /* hash table of the stems, folded; 0: free */
	size_t count;
};

void stem_scan_init(struct stem_scan *scan);
void stem_scan_add(struct stem_scan *scan, struct str stem);
/* False when none of the stems is there. True says so of the stems alone, not of the words they begin. */
bool stem_scan_may_hold(const struct stem_scan *scan, struct str text);

#endif
