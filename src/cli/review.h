/* SPDX-License-Identifier: MIT */
/* The arguments of `adr review`, and how its report is found. */
#ifndef ADR_CLI_REVIEW_H
#define ADR_CLI_REVIEW_H

#include "adr/check/check.h"
#include "session.h"

enum fail_on { FAIL_ON_OVERDUE, FAIL_ON_DUE, FAIL_ON_NONE };

struct review_arguments {
	struct str db;
	struct record_filter filter;
	struct str link_base;
	struct period within; /* count -1: not given */
	bool all, triggers, conflicts, dry_run;
	struct str done, next;
	struct date on;
	int by;
	int fail_on;
	int format;
};

NODISCARD enum outcome review_find(struct session *session, struct asked_index *index,
				   const struct review_arguments *arguments, const struct record_filter *filter,
				   struct review_report *report, struct error *error);

/* --done: records a review in the record itself. review_done.c */
NODISCARD enum outcome review_record(struct session *session, struct asked_index *index,
				     const struct review_arguments *arguments, struct error *error);

#endif
