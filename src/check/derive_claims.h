/* SPDX-License-Identifier: MIT */
/* The steps from a record to its claims:
 *
 *     gather_facts     title, options and decision are searched for names: each mention is a fact
 * derive_claims_gather.c lean_mentions    which side of its sentence each mention stands on derive_claims_lean.c
 *     weigh_subjects   which subjects the facts agree on, and what was chosen derive_claims_weigh.c claim_texts when no
 * catalogue knows the options: the record's own words                   derive_claims_text.c
 *
 * All working memory is of fixed size and on the stack; what exceeds it is left out. */
#ifndef ADR_CHECK_DERIVE_CLAIMS_H
#define ADR_CHECK_DERIVE_CLAIMS_H

#include "match.h"

enum origin { ORIGIN_TITLE, ORIGIN_CHOSEN, ORIGIN_ALTERNATIVE, ORIGIN_DECISION, ORIGIN_COUNT };

enum leaning { LEANS_FOR, LEANS_AGAINST, LEANS_NOWHERE };

/* "The title names Redis, an option of `cache`." */
struct fact {
	uint16_t subject, option;
	enum origin origin;
	enum leaning leaning;
	bool ambiguous;
	bool lead;         /* what its phrase is about, not what stands behind "with" or "for" */
	bool cued;         /* a cue of the subject stands in the same phrase */
	bool listed;       /* ORIGIN_CHOSEN: the option stands in a list of alternatives */
	uint16_t sentence; /* ORIGIN_DECISION: number of the sentence */
	struct span at;    /* the evidence */
};

#define FACTS_MOST 256
#define SCOPES_MOST 8 /* in one place */

/* The subject that words other than options speak of. */
struct sign {
	uint16_t subject;
	bool cue[ORIGIN_COUNT]; /* a cue of it stands there */
	bool unless_in_title;
};

#define SIGNS_MOST 64

struct gathering {
	const struct matcher *matcher;
	const struct source *source;
	struct record *record;
	struct arena *arena;
	struct fact facts[FACTS_MOST];
	size_t fact_count;
	struct sign signs[SIGNS_MOST];
	size_t sign_count;
	uint16_t scopes[ORIGIN_COUNT][SCOPES_MOST];
	size_t scope_count[ORIGIN_COUNT];
	struct phrase phrase; /* the one being looked at */
	struct mentions mentions;
};

void gather_facts(struct gathering *gathering);

struct lean {
	enum leaning leaning;
	bool lead;
};

/* For each mention: MEANS_OPTION ones get their side, the others LEANS_NOWHERE. `question`: the phrase asks. */
void lean_mentions(const struct mentions *mentions, bool question, struct lean leans[MENTIONS_MOST]);

/* Adds the claims to the record; returns how many subjects were decided. */
size_t weigh_subjects(struct gathering *gathering);

void claim_texts(struct gathering *gathering);

/* The sentence at `at`, cut to CLAIM_QUOTE_LIMIT bytes at a character's end. */
struct str quote_of(const struct gathering *gathering, struct span at);

#endif
