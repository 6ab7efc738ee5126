/* SPDX-License-Identifier: MIT */
#include "stem_scan.h"

#include "adr/base/ascii.h"

#include <assert.h>

static uint8_t folded(unsigned byte)
{
	char lower = to_lower((char)byte);
	return byte >= 0x80 || is_letter(lower) || is_digit(lower) ? (uint8_t)lower : ' ';
}

static unsigned fold(const struct stem_scan *scan, char byte)
{
	return scan->fold[(unsigned char)byte];
}

static unsigned pair_at(const struct stem_scan *scan, const char *at)
{
	return (fold(scan, at[0]) * 67 + fold(scan, at[1])) % STEM_PAIRS;
}

/* The folded bytes of the stem at `at` as one number; never 0. */
static uint64_t stem_at(const struct stem_scan *scan, const char *at)
{
	uint64_t stem = 0;
	for (size_t i = 0; i < STEM_LENGTH; i++)
		stem = stem << 8 | fold(scan, at[i]);
	return stem;
}

/* Where the stem is, or the free place where it belongs. */
static size_t slot_of(const struct stem_scan *scan, uint64_t stem)
{
	size_t slot = (size_t)(stem * 0x9E3779B97F4A7C15U >> 55);
	while (scan->stem[slot] != 0 && scan->stem[slot] != stem)
		slot = (slot + 1) % STEM_SLOTS;
	return slot;
}

void stem_scan_init(struct stem_scan *scan)
{
	*scan = (struct stem_scan){0};
	memset(scan->skip, STEM_LENGTH - 1, sizeof scan->skip);
	for (unsigned byte = 0; byte < 256; byte++)
		scan->fold[byte] = folded(byte);
}

void stem_scan_add(struct stem_scan *scan, struct str stem)
{
	assert(stem.length >= STEM_LENGTH);
	for (size_t i = 0; i + 2 <= STEM_LENGTH; i++) {
		uint8_t skip = (uint8_t)(STEM_LENGTH - 2 - i), *known = &scan->skip[pair_at(scan, stem.at + i)];
		*known = skip < *known ? skip : *known;
	}
	scan->count++;
	if (scan->count < STEM_SLOTS / 2)
		scan->stem[slot_of(scan, stem_at(scan, stem.at))] = stem_at(scan, stem.at);
}

/* With more stems than the table takes every place that looks like one counts. */
static bool is_stem(const struct stem_scan *scan, const char *at)
{
	return scan->count >= STEM_SLOTS / 2 || scan->stem[slot_of(scan, stem_at(scan, at))] != 0;
}

bool stem_scan_may_hold(const struct stem_scan *scan, struct str text)
{
	for (size_t at = 0; at + STEM_LENGTH <= text.length;) {
		unsigned skip = scan->skip[pair_at(scan, text.at + at + STEM_LENGTH - 2)];
		if (skip == 0 && is_stem(scan, text.at + at))
			return true;
		at += skip > 0 ? skip : 1;
	}
	return false;
}
