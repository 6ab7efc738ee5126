/* SPDX-License-Identifier: MIT */
/* Which records a change touches: those that differ from where HEAD and a git revision parted, in commits or on disk.
 */
#ifndef ADR_CLI_CHANGED_H
#define ADR_CLI_CHANGED_H

#include "session.h"

/* Sets changed[i] for each of the records that the change touches; records of projects that the workspace does not hold
 * are not touched. Projects outside of git, and repositories that do not know the revision, are noted and count as
 * unchanged, unless that is all of them: then it fails. */
NODISCARD enum outcome find_changed(struct session *session, const struct workspace *workspace, struct str revision,
				    const struct records *records, bool *changed, struct error *error);

#endif
