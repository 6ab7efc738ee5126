/* SPDX-License-Identifier: MIT */
/* Which decision of a log a link means: "DECISIONS.md#adr-3", "decisions.md#d-12-use-kafka". It is the one with this
 * very anchor, else the only one whose anchor begins so (up to a '-'), else the only one with the number. */
#ifndef ADR_MODEL_ANCHOR_H
#define ADR_MODEL_ANCHOR_H

#include "adr/model/record.h"

/* What stands behind the '#' of a link's target, in the form of anchors; empty when there is nothing. Lives in `arena`.
 */
struct str link_anchor(struct arena *arena, const struct link *link);

/* The number that "adr-003", "d12" or "3" shows; -1 for what has words behind it. */
int32_t anchor_number(struct str anchor);

#endif
