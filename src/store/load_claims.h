/* SPDX-License-Identifier: MIT */
/* Claims out of the index. */
#ifndef ADR_STORE_LOAD_CLAIMS_H
#define ADR_STORE_LOAD_CLAIMS_H

#include "sql.h"

#define NAMES_KEPT 1024 /* a power of two; more than the catalogue has subjects, options and scopes */

/* Names that were taken before: the few subjects and options that an index holds stand in it a hundred thousand times.
 * One slot for each hash; a name that finds its slot taken drives the other out. */
struct names_seen {
	struct str slot[NAMES_KEPT];
};

/* Takes subject, option, stance, scope, basis, confidence, line, quote. `names` may be NULL. */
void take_claim(struct sql *sql, struct arena *arena, struct names_seen *names, struct claim *claim);

#endif
