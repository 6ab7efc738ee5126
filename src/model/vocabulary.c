/* SPDX-License-Identifier: MIT */
#include "adr/model/vocabulary.h"

const struct word *words_find(const struct words *words, struct str key)
{
	size_t low = 0, high = words->count; /* the first word that is not below key */
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (str_compare(words->item[middle].key, key) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < words->count && str_equal(words->item[low].key, key) ? &words->item[low] : NULL;
}
