/* SPDX-License-Identifier: MIT */
/* Words with a slip of the pen. */
#include "reading.h"

#define SLIP_LENGTH_LEAST 7 /* shorter words are not searched for slips of one letter */
#define SLIP_LENGTH_LONG 12 /* longer ones may have two */

/* Where the words that begin with this byte start; words are sorted. */
static size_t first_with(const struct words *words, unsigned char byte)
{
	size_t low = 0, high = words->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if ((unsigned char)words->item[middle].key.at[0] < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The bytes that occur in a text, as a set. A slip of one letter changes at most two of them for each byte that a
 * letter has: one comes and one goes. */
static uint64_t bytes_in(struct str text)
{
	uint64_t set = 0;
	for (size_t i = 0; i < text.length; i++)
		set |= (uint64_t)1 << ((unsigned char)text.at[i] & 63U);
	return set;
}

static size_t count_bits(uint64_t set)
{
	size_t count = 0;
	for (; set != 0; set &= set - 1)
		count++;
	return count;
}

/* Slips happen inside words: cheap to rule out nearly all words by their edges. */
static bool may_be_slip(struct str folded, struct str key, size_t limit)
{
	size_t longer = key.length > folded.length ? key.length - folded.length : folded.length - key.length;
	return longer <= limit && key.length >= SLIP_LENGTH_LEAST &&
	       (key.at[1] == folded.at[1] || key.at[2] == folded.at[2]) &&
	       key.at[key.length - 1] == folded.at[folded.length - 1];
}

/* The word or phrase that `folded` is a slip of: "consider options". Nobody slips on the first letter. */
const struct word *near_word(const struct reading *reading, enum word_class class, struct str folded)
{
	const struct words *words = &reading->vocabulary->classes[class];
	size_t limit = folded.length >= SLIP_LENGTH_LONG ? 2 : 1;
	if (folded.length < SLIP_LENGTH_LEAST)
		return NULL;
	uint64_t bytes = bytes_in(folded);
	size_t most = (unsigned char)folded.at[0] < 0x80 ? 2 * limit : 4 * limit;
	for (size_t i = first_with(words, (unsigned char)folded.at[0]); i < words->count; i++) {
		struct str key = words->item[i].key;
		if (key.at[0] != folded.at[0])
			break;
		if (may_be_slip(folded, key, limit) && count_bits(bytes_in(key) ^ bytes) <= most &&
		    unicode_distance(folded, key, limit) <= limit)
			return &words->item[i];
	}
	return NULL;
}
