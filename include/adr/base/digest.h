/* SPDX-License-Identifier: MIT */
/* Digest of a file's bytes, to see whether it changed: XXH3, 128 bits, by libxxhash. Not for security. */
#ifndef ADR_BASE_DIGEST_H
#define ADR_BASE_DIGEST_H

#include "adr/base/str.h"

struct digest {
	uint64_t high, low;
};

struct digest digest_of(struct str bytes);

/* For hash tables: XXH3, 64 bits. A seed that nobody can foretell keeps crafted words from all falling into one place. */
uint64_t hash_of(struct str bytes, uint64_t seed);

static inline bool digest_equal(struct digest a, struct digest b)
{
	return a.high == b.high && a.low == b.low;
}

#endif
