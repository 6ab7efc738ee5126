/* SPDX-License-Identifier: MIT */
/* A project is one directory tree that holds records; a workspace is several looked at together (CONTRACT.md). */
#ifndef ADR_MODEL_PROJECT_H
#define ADR_MODEL_PROJECT_H

#include "adr/base/date.h"
#include "adr/base/list.h"

struct config;

/* How many files prove which order of numbers in dates such as 13/04/2026. */
struct date_votes {
	size_t dmy, mdy;
};

struct project {
	struct str name;             /* `name:` in its .adr.yml, else the directory's name; unique in the workspace */
	struct str root;             /* absolute real path; "" for a project known from an index only */
	const struct config *config; /* its own settings; never NULL: defaults when it has no .adr.yml */
	uint32_t number;             /* position in the workspace; the index's project id in records loaded from it */
	struct date_votes date_votes;
	enum date_order date_order; /* that most of its files prove; AUTO: none does, or not settled */
	bool date_order_settled;    /* all files have voted */
};

struct projects LIST_OF(struct project);

/* One more file has been read; DATE_ORDER_AUTO proves nothing. */
void project_add_vote(struct project *project, enum date_order vote);
/* No more votes will come. */
void project_settle_dates(struct project *project);

#endif
