/* SPDX-License-Identifier: MIT */
/* A project is one directory tree that holds records; a workspace is several looked at together (CONTRACT.md). */
#ifndef ADR_MODEL_PROJECT_H
#define ADR_MODEL_PROJECT_H

#include "adr/base/list.h"

struct config;

struct project {
	struct str name;             /* `name:` in its .adr.yml, else the directory's name; unique in the workspace */
	struct str root;             /* absolute real path; "" for a project known from an index only */
	const struct config *config; /* its own settings; never NULL: defaults when it has no .adr.yml */
	uint32_t number;             /* position in the workspace; the index's project id in records loaded from it */
};

struct projects LIST_OF(struct project);

#endif
