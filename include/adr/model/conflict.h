/* SPDX-License-Identifier: MIT */
/* Decisions that cannot all be followed: one entry per subject and scope, one camp per option (CONTRACT.md). */
#ifndef ADR_MODEL_CONFLICT_H
#define ADR_MODEL_CONFLICT_H

#include "adr/model/config.h"
#include "adr/model/record.h"

enum conflict_kind {
	CONFLICT_CONTRADICTION, /* a decision of one camp rejects the option of another */
	CONFLICT_DIVERGENCE,    /* same subject, other choice, nobody rejected anybody's */
};

struct camp_decision {
	const struct record *record;
	const struct claim *claim; /* the one that chose */
	struct strs rejects;       /* options of other camps that this decision rejects, sorted */
	struct span rejects_at;    /* where it does; absent when it rejects none */
};

struct camp {
	struct str option;
	struct camp_decisions LIST_OF(struct camp_decision) decisions; /* newest first, then by id */
};

struct conflict {
	struct str subject;
	struct str title; /* of the subject */
	struct str scope; /* empty: the project as a whole */
	enum conflict_kind kind;
	enum claim_basis basis;
	double confidence;
	const struct waiver *waived;  /* NULL: not waived */
	bool inside_project;          /* all decisions belong to one project */
	const struct standard *standard; /* the option that the organisation settled on; NULL: none */
	struct camps LIST_OF(struct camp) camps; /* by number of decisions, then option */
};

/* Contradictions first, then by confidence, subject, scope. */
struct conflicts LIST_OF(struct conflict);

#endif
