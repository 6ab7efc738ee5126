/* SPDX-License-Identifier: MIT */
#include "adr/model/project.h"

void project_add_vote(struct project *project, enum date_order vote)
{
	project->date_votes.dmy += vote == DATE_ORDER_DMY;
	project->date_votes.mdy += vote == DATE_ORDER_MDY;
}

void project_settle_dates(struct project *project)
{
	const struct date_votes *votes = &project->date_votes;
	project->date_order = votes->dmy == votes->mdy  ? DATE_ORDER_AUTO
			      : votes->dmy > votes->mdy ? DATE_ORDER_DMY
							: DATE_ORDER_MDY;
	project->date_order_settled = true;
}
