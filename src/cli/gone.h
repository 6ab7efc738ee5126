/* SPDX-License-Identifier: MIT */
/* Notes on files that were gone when they were to be read: of a folder that is deleted meanwhile, thousands. */
#ifndef ADR_CLI_GONE_H
#define ADR_CLI_GONE_H

#include "session.h"

struct gone_files {
	const struct project *project; /* the last one; NULL: none yet */
	size_t count;                  /* of its files */
};

/* Says of the project's first few files what `reason` says. Files come project by project. */
void gone_note(const struct session *session, struct gone_files *gone, const struct project *project,
	       struct str reason);

/* Says how many more there were. */
void gone_finish(const struct session *session, struct gone_files *gone);

#endif
