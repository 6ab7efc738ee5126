/* SPDX-License-Identifier: MIT */
/* How a record's claims came about, step by step, in the order in which the steps were taken: for those who ask why
 * `adr conflicts` says what it says, and why something was not counted. */
#ifndef ADR_MODEL_EXPLANATION_H
#define ADR_MODEL_EXPLANATION_H

#include "adr/base/list.h"
#include "adr/model/source.h"

enum explain_kind {
	EXPLAIN_PLACE,   /* a title, an option or a sentence is looked at: `words` is its text */
	EXPLAIN_NAME,    /* it names an option of a subject: `words` are the record's words for it */
	EXPLAIN_CUE,     /* it holds words that speak of a subject */
	EXPLAIN_AGAINST, /* it holds words that speak against a subject, or, when `subject` is empty, against all */
	EXPLAIN_SCOPE,   /* it holds words that limit the decision to the scope that `option` names */
	EXPLAIN_SUBJECT, /* all that was said about a subject is weighed: `weight` */
	EXPLAIN_LEFT_OUT, /* something that was found made no claim: `message` says why */
	EXPLAIN_CLAIM,   /* the record says this: chosen when `counts`, else rejected */
	EXPLAIN_STANDING, /* the record, or the claim that subject and option name, is against nobody: why. Where the subject
			   * is empty and `counts` is false, none of its claims counts */
	EXPLAIN_KIND_COUNT,
};

/* Texts are catalogue names, borrow from the record's file, or live in the arena that was given. */
struct explain_step {
	enum explain_kind kind;
	bool counts;        /* false: it was left out of account, and `message` says why */
	struct str subject; /* catalogue name; empty: none */
	struct str option;  /* catalogue name, of an option or a scope; empty: none */
	struct str words;   /* as they stand in the record, folded for names and cues; empty: none */
	struct span at;     /* the line they stand on; line 0: none */
	double weight;      /* of EXPLAIN_SUBJECT; 0 otherwise */
	struct str message; /* one sentence, no full stop */
};

struct explanation LIST_OF(struct explain_step);

const char *explain_kind_name(enum explain_kind kind); /* "place", "name", "cue", ... */

#endif
