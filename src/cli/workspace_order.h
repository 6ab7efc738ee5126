/* SPDX-License-Identifier: MIT */
/* A workspace whose projects were found, put in order: sorted, with names of their own, numbered. */
#ifndef ADR_CLI_WORKSPACE_ORDER_H
#define ADR_CLI_WORKSPACE_ORDER_H

#include "workspace.h"

/* `whole` holds the roots of the projects that are meant as a whole. */
void workspace_order(struct arena *arena, struct workspace *workspace, const struct strs *whole);

#endif
