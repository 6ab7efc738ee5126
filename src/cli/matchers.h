/* SPDX-License-Identifier: MIT */
/* The catalogue ready for matching, for every project: they share one unless a project has subjects of its own. Each is
 * made when it is first asked for: it takes longer than everything else where no file has changed. */
#ifndef ADR_CLI_MATCHERS_H
#define ADR_CLI_MATCHERS_H

#include "adr/check/check.h"
#include "workspace.h"

struct matchers {
	struct arena *arena;
	const struct catalog *shared_catalog; /* what `shared` was made from */
	const struct matcher *shared;
	const struct matcher **own; /* by project number */
};

struct matchers matchers_new(struct arena *arena, const struct workspace *workspace);
const struct matcher *matcher_for(struct matchers *matchers, const struct project *project);

#endif
