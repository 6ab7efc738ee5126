/* SPDX-License-Identifier: MIT */
#include "adr/base/digest.h"

#include <xxhash.h>

struct digest digest_of(struct str bytes)
{
	XXH128_hash_t hash = XXH3_128bits(bytes.length ? bytes.at : "", bytes.length);
	return (struct digest){.high = hash.high64, .low = hash.low64};
}

uint64_t hash_of(struct str bytes, uint64_t seed)
{
	return XXH3_64bits_withSeed(bytes.length ? bytes.at : "", bytes.length, seed);
}
