/* SPDX-License-Identifier: MIT */
#include "adr/model/explanation.h"

#include <assert.h>

const char *explain_kind_name(enum explain_kind kind)
{
	static const char *const names[] = {
		[EXPLAIN_PLACE] = "place", [EXPLAIN_NAME] = "name",       [EXPLAIN_CUE] = "cue",
		[EXPLAIN_AGAINST] = "against", [EXPLAIN_SCOPE] = "scope", [EXPLAIN_SUBJECT] = "subject",
		[EXPLAIN_LEFT_OUT] = "left-out", [EXPLAIN_CLAIM] = "claim", [EXPLAIN_STANDING] = "standing",
	};
	assert(kind < EXPLAIN_KIND_COUNT);
	return names[kind];
}
