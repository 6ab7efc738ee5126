/* SPDX-License-Identifier: MIT */
/* Brings an index up to date with the files of a workspace: walk, compare size and time, read what changed on all cores,
 * one writer, one transaction. */
#ifndef ADR_CLI_REFRESH_H
#define ADR_CLI_REFRESH_H

#include "adr/render/show.h"
#include "session.h"

/* Opens the index at `path`, making it when needed, and refreshes it; an index that turns out to be damaged is made anew.
 * `rows`, in the order of the workspace's projects, says what was done. Files that cannot be read are noted on standard
 * error and counted in `failures`; what the index knew of them stays. The caller closes *store. */
NODISCARD enum outcome refresh(struct session *session, const char *path, struct workspace *workspace,
			       struct store **store, struct refresh_rows *rows, size_t *failures, struct error *error);

#endif
