/* SPDX-License-Identifier: MIT */
/* What a project takes over from its workspace: whatever its own .adr.yml leaves at the default. */
#ifndef ADR_CLI_INHERIT_H
#define ADR_CLI_INHERIT_H

#include "adr/model/config.h"

/* Settings in `arena`, or `own` itself when there is nothing to take over. Lists are joined, the workspace's first;
 * name, directories, projects and index are never taken over. */
const struct config *inherit_config(struct arena *arena, const struct config *own, const struct config *workspace);

#endif
