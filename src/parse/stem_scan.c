/* SPDX-License-Identifier: MIT */
#include "stem_scan.h"

#include <assert.h>

static unsigned fold(char byte)
{
	unsigned char c = (unsigned char)byte;
	if (c >= 'A' && c <= 'Z')
		return c | 0x20U;
	return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : ' ';
}

static unsigned pair_at(const char *at)
{
	return (fold(at[0]) * 67 + fold(at[1])) % STEM_PAIRS;
}

void stem_scan_init(struct stem_scan *scan)
{
	memset(scan->skip, STEM_LENGTH - 1, sizeof scan->skip);
	memset(scan->start, 0, sizeof scan->start);
}

void stem_scan_add(struct stem_scan *scan, struct str stem)
{
	assert(stem.length >= STEM_LENGTH);
	for (size_t i = 0; i + 2 <= STEM_LENGTH; i++) {
		uint8_t skip = (uint8_t)(STEM_LENGTH - 2 - i), *known = &scan->skip[pair_at(stem.at + i)];
		*known = skip < *known ? skip : *known;
	}
	scan->start[pair_at(stem.at)] = 1;
}

bool stem_scan_may_hold(const struct stem_scan *scan, struct str text)
{
	for (size_t at = 0; at + STEM_LENGTH <= text.length;) {
		unsigned skip = scan->skip[pair_at(text.at + at + STEM_LENGTH - 2)];
		if (skip == 0 && scan->start[pair_at(text.at + at)])
			return true;
		at += skip > 0 ? skip : 1;
	}
	return false;
}
