/* SPDX-License-Identifier: MIT */
/* What somebody should look at again, and all that a meeting about it wants at hand. find_reviews() fills a report;
 * `adr review` and the formats for forges, feeds and calendars show it. */
#ifndef ADR_MODEL_REVIEW_H
#define ADR_MODEL_REVIEW_H

#include "adr/model/conflict.h"
#include "adr/model/record.h"

enum review_state { REVIEW_OVERDUE, REVIEW_DUE, REVIEW_UPCOMING };

/* Another record that this one is tied to and that does not hold any more, or that says it replaced this one. */
struct neighbour {
	struct str id, title;
	enum status status;
	enum link_kind kind; /* seen from the record under review: it DEPENDS_ON, is SUPERSEDED_BY ... the other */
};

struct neighbours LIST_OF(struct neighbour);

/* A conflict that is not waived and that the record takes part in. */
struct review_conflict {
	const struct conflict *conflict;
	struct str option;  /* what this record chose */
	struct strs others; /* ids of records in the other camps, sorted; at most REVIEW_OTHERS_MOST of them */
	size_t other_count; /* how many there are */
};

#define REVIEW_OTHERS_MOST 5

struct review_conflicts LIST_OF(struct review_conflict);

/* One entry: a record, or (basis REVIEW_WAIVER) a waiver in .adr.yml that has ended or ends soon. */
struct review {
	const struct record *record; /* NULL for a waiver; people, tags and triggers are filled */
	const struct waiver *waiver; /* NULL for a record */

	/* For both, so that a list need not tell them apart. */
	struct str id; /* "billing/ADR-0005"; of a waiver "billing/waiver:container-base-image": stays the same for as
			* long as the entry is about the same thing */
	struct str project; /* its name; empty for a waiver of the workspace */
	struct str path;    /* relative to the project's root; of a waiver the .adr.yml */
	struct str title;   /* of a waiver its reason, else its subject */
	uint32_t line; /* that says by when; for a computed date, of the date that it was computed from; at least 1 */

	struct date review; /* by when somebody must look */
	int32_t days;       /* from as_of to that day: negative when overdue */
	enum review_state state;
	enum review_basis basis;

	struct strs people;  /* who should look: the owner, then those who decided; where the record names none of them,
			      * its reviewers, approvers or authors; no name twice */
	struct date decided; /* the record's main date; unset: not known */
	int32_t age_days;    /* of the decision, on as_of; meaningless unless `decided` is set */
	struct date reviewed; /* the last recorded review; unset: none */

	struct neighbours neighbours;
	struct review_conflicts conflicts;
};

/* Most urgent first, then by id. */
struct reviews LIST_OF(struct review);

/* Entries under one name, with --by; an entry that names three people stands under each of them. */
struct review_section {
	struct str name; /* a project, a person or team, a tag; empty: the entries that have none */
	struct review_list LIST_OF(const struct review *) reviews;
};

/* How old the decisions in force are, without the records: what the numbers of a report are made from. */
struct decision_in_force {
	uint32_t project; /* position in `projects` */
	struct date date; /* unset: not known */
};

struct decisions_in_force {
	struct strs projects;                                          /* names, none twice */
	struct decision_dates LIST_OF(struct decision_in_force) dates; /* in any order */
};

#define REVIEW_NO_MEDIAN INT32_MIN

/* Numbers of one project, person or team. */
struct review_count {
	struct str name;
	size_t overdue, due, upcoming; /* `upcoming` counts entries that are listed, so only with --all */
	size_t in_force;               /* decisions in force; 0 for people */
	int32_t median_days;           /* median age of those that have a date; REVIEW_NO_MEDIAN: none has */
};

struct review_counts LIST_OF(struct review_count);

struct review_summary {
	struct review_count total;     /* its name is empty */
	struct review_counts projects; /* by name; every project that has an entry or a decision in force */
	struct review_counts people;   /* most overdue first, then due, then by name */
};

struct review_report {
	struct date as_of;
	int32_t within_days;  /* the window of "due" */
	bool conflicts_known; /* false: nobody looked for conflicts */
	struct reviews reviews;
	struct review_sections LIST_OF(struct review_section) sections; /* empty unless --by; in order of urgency */
	struct review_summary summary;
};

const char *review_state_name(enum review_state state);

#endif
