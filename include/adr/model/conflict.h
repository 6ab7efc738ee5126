/* SPDX-License-Identifier: MIT */
/* Decisions that cannot all be followed: one entry per subject and scope, one camp per option (CONTRACT.md).
 *
 * Severity: where a standard, or the authority's decision, settles the subject, an entry in which a decision deviates
 * is an error and any other is information. Where nothing is settled, a contradiction is a warning and a divergence is
 * information. A deviation is an entry even where all deviate in the same way: then there is a single camp. Whoever
 * stops a pull request counts errors, and contradictions that nothing has settled: conflict_fails(). */
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
	struct str rejects_quote;  /* that line; empty when it rejects none */
	double rejects_confidence; /* of the surest of these rejections; 0 when it rejects none */
	bool newest;   /* none of the conflict's decisions is newer, and another one is older; dates decide, inside of a
			* project numbers do where dates are missing */
	bool proposed; /* not in force yet */
	bool changed;  /* its record belongs to the change that was asked about */
	bool deviates; /* chose other than the standard, or the authority's decision, says */
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
	enum severity severity;
	const struct waiver *waived;     /* NULL: not waived */
	const struct waiver *expired;    /* it was waived until this one's last day passed; NULL: it was not */
	bool inside_project;             /* all decisions belong to one project */
	const struct standard *standard; /* the option that the organisation settled on; NULL: none */
	const struct record *authority;  /* without a standard: the decision of the authority's project that binds the
					  * others; NULL: none */
	struct camps LIST_OF(struct camp) camps; /* by number of decisions, then option */
};

/* Errors first, what a standard has settled without any deviation last; then contradictions, confidence, subject,
 * scope. */
struct conflicts LIST_OF(struct conflict);

/* Not waived, and an error, or a contradiction that nothing has settled; with `divergences` those count as well. */
bool conflict_fails(const struct conflict *conflict, bool divergences);

#endif
