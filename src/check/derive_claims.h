/* SPDX-License-Identifier: MIT */
/* The steps from a record to its claims:
 *
 * - gather_facts: title, options and decision are searched for names, and each mention is a fact: _gather.c;
 *   lean_mentions: which side of its sentence each stands on: _lean.c; note_signs: what other words speak of: _signs.c
 * - weigh_subjects: which subjects the facts agree on, and what was chosen: _weigh.c
 *   objection: what speaks against a subject all the same: _objections.c
 * - settle_rivals: of subjects that rest on the same words the better one stays: _rivals.c
 * - claim_subject: the claims of one decided subject, with scope and evidence: _write.c
 * - claim_texts: when no catalogue knows the options, the record's own words: _text.c
 *
 * All working memory is of fixed size and on the stack; what exceeds it is left out. */
#ifndef ADR_CHECK_DERIVE_CLAIMS_H
#define ADR_CHECK_DERIVE_CLAIMS_H

#include "match.h"

/* Where a name was found. */
enum origin {
	ORIGIN_TITLE,
	ORIGIN_CHOSEN,
	ORIGIN_ALTERNATIVE,
	ORIGIN_DECISION,
	ORIGIN_REVISION, /* "Update", "Re-evaluation": what a record decided later has the last word */
	ORIGIN_PROSE,    /* looked at only for what was rejected, once the subject is decided */
	ORIGIN_COUNT,
};

enum leaning { LEANS_FOR, LEANS_AGAINST, LEANS_NOWHERE };

/* "The title names Redis, an option of `cache`." */
struct fact {
	uint16_t subject, option;
	enum origin origin;
	enum leaning leaning;
	bool ambiguous;
	bool lead;       /* what its phrase is about, not what stands behind "with" or "for" */
	bool attribute;  /* of something else: "Django templates", "SQLite's page cache" */
	bool cued;       /* a cue of the subject stands in the same phrase */
	bool whole;      /* ORIGIN_TITLE: the title says little else */
	bool versioned;  /* a number stands behind it: "Java 21" */
	bool implied;    /* another subject's option takes it for granted: Rails takes Ruby */
	uint16_t scope;  /* number of the scope that stands behind it, "React for the console"; NO_SCOPE: none */
	bool listed;     /* ORIGIN_CHOSEN: the option stands in a list of alternatives */
	bool primary;    /* ORIGIN_DECISION: stands in the first sentence that names an option, or in a list that the
			    decision begins with */
	uint16_t phrase; /* number of the title, option or sentence it stands in */
	uint16_t unit;   /* and where in it: two facts with the same phrase and unit rest on the same words */
	struct span at;  /* the evidence */
};

#define NO_SCOPE UINT16_MAX

#define FACTS_MOST 256
#define SCOPES_MOST 8 /* in one place */

/* The subject that words other than options speak of. */
struct sign {
	uint16_t subject;
	bool cue[ORIGIN_COUNT]; /* a cue of it stands there */
	bool unless_in_title;
	uint32_t cue_parts;   /* bit set: the parts of the title, "X and Y", in which a cue of it stands, */
	uint32_t unless_parts; /* or a word that tells of something else */
	bool answers_veto; /* a cue of it in the title holds the word that speaks against all */
	uint16_t context;  /* cues of it in the context section */
};

#define SIGNS_MOST 64

struct gathering {
	const struct matcher *matcher;
	const struct source *source;
	struct record *record;
	struct arena *arena;
	struct explanation *trace; /* NULL: nobody asks how; derive_claims_trace.c */
	struct fact facts[FACTS_MOST];
	size_t fact_count;
	struct sign signs[SIGNS_MOST];
	size_t sign_count;
	uint16_t scopes[ORIGIN_COUNT][SCOPES_MOST];
	size_t scope_count[ORIGIN_COUNT];
	struct str part;      /* the title limits the choice to this: "for profiles"; empty: it does not */
	bool veto;            /* a word in the title speaks against all subjects */
	bool context_read;    /* gather_context() was here */
	bool stack;           /* the title announces many choices at once */
	uint16_t phrases;     /* looked at so far */
	struct phrase phrase; /* the one being looked at */
	struct mentions mentions;
};

void gather_facts(struct gathering *gathering);

/* Looks for sentences outside of the decision that reject an option of a subject: done once that one is decided. */
void gather_rejections(struct gathering *gathering);

/* Takes `text` apart and adds a fact like `like` for each option that it names; `like` says where it stands. True when
 * it speaks for one of them. `question`: it asks. The phrase and its mentions stay in `gathering`. */
bool add_facts(struct gathering *gathering, struct str text, bool question, struct fact like);

/* Notes what the cues, the scopes and the words against a subject in the phrase being looked at say. */
void note_signs(struct gathering *gathering, enum origin origin);

/* A comma, a bracket, a colon or a dash stands before the unit: what belongs together ends there. */
bool is_parted(const struct phrase *phrase, size_t unit);

/* Cues of the subject in the context section, which is read when this is asked first. */
uint16_t cues_in_context(struct gathering *gathering, uint16_t subject);

/* Walks the sentences of a piece of Markdown. */
struct sentences {
	struct str rest;      /* not looked at yet */
	struct str paragraph; /* what is left of the one being taken apart */
	bool item;            /* it is an item of a list or a row of a table */
	bool code;            /* between fences */
};

/* The next sentence as it stands in the source, line breaks included; false at the end. */
bool next_sentence(struct sentences *walk, struct str *sentence);

struct lean {
	enum leaning leaning;
	bool lead;
};

/* For each mention: MEANS_OPTION ones get their side, the others LEANS_NOWHERE. `open`: "X or Y" leaves the choice
 * open, which the name of a chosen option ("MIT or Apache-2.0") does not. `question`: the phrase asks. */
void lean_mentions(const struct phrase *phrase, const struct mentions *mentions, bool open, bool question,
		   struct lean leans[MENTIONS_MOST]);

#define CHOSEN_MOST 3    /* options of one subject; more is an enumeration, not a choice */
#define SUBJECTS_MOST 32 /* that the facts of one record may touch */

/* What the facts say about one subject. */
struct weighing {
	const struct gathering *gathering;
	uint16_t subject;
	const struct catalog_subject *entry;
	const struct sign *sign; /* NULL: no cue anywhere */
	bool at_hand;            /* ambiguous names count */
	bool implied;            /* only implied facts say what was chosen */
	const struct fact *chosen[CHOSEN_MOST + 1];
	size_t chosen_count;
	double weight;   /* 0: nothing was chosen, or something speaks against it */
	double sum;      /* the weight before anything spoke against it */
	const char *why; /* what speaks against it; NULL: nothing */
};

/* Adds the claims to the record; returns how many subjects were decided. */
size_t weigh_subjects(struct gathering *gathering);

/* What the alternatives that belong to the subject say for it: 0 when there are none. */
double weigh_alternatives(const struct weighing *weighing);

/* Why the subject was not decided, whatever the weight; NULL: nothing speaks against it. */
const char *objection(const struct weighing *weighing);

/* Sets the weight of those to 0 that rest on the same words as a better one, or that a better one takes for granted. */
void settle_rivals(struct gathering *gathering, struct weighing *weighings, size_t count);

/* The fact is about the subject: not an ambiguous name that nothing supports. */
bool fact_counts(const struct weighing *weighing, const struct fact *fact);
bool fact_rejects(const struct weighing *weighing, const struct fact *fact);
bool was_chosen(const struct weighing *weighing, const struct fact *fact); /* or is compatible with what was */
bool options_compatible(const struct weighing *weighing, uint16_t one, uint16_t other);

void claim_subject(struct gathering *gathering, const struct weighing *weighing);

void claim_texts(struct gathering *gathering);

/* The claims of `decides:` and `rejects:`; how many there are. */
size_t claim_declared(struct gathering *gathering);

/* The record has declared a choice on the subject, so that nothing else counts. */
bool declares_choice(const struct record *record, struct str subject);

/* What a declaration means: by name, title or alias, without regard to case; NULL: the catalogue knows no such thing. */
const struct catalog_subject *declared_subject(const struct catalog *catalog, struct arena *arena, struct str name);
const struct catalog_option *declared_option(const struct catalog_subject *subject, struct arena *arena,
					     struct str name);

/* The steps of an explanation; nothing happens when gathering->trace is NULL. */
void trace_phrase(const struct gathering *gathering, struct str text, const struct fact *like,
		  const struct lean *leans); /* the phrase just looked at, which is in `gathering` */
void trace_subject(const struct weighing *weighing, bool decided, const char *why);
const char *why_nothing_chosen(const struct weighing *weighing);
void trace_claims(const struct gathering *gathering);
void trace_unread(const struct gathering *gathering, struct str text, struct span at, const char *why);
void trace_left_out(const struct gathering *gathering, struct str subject, struct str option, struct span at,
		    const char *why);

/* The sentence at `at` on one line; where it is longer than CLAIM_QUOTE_LIMIT, cut at a word with an ellipsis. */
struct str quote_of(const struct gathering *gathering, struct span at);

#endif
