/* SPDX-License-Identifier: MIT */
/* Judgement: pure functions from records to claims, findings, conflicts, reviews and graphs. No files, no SQL, no
 * clock: "today" comes in as `as_of`. Results live in `arena` and borrow from the records. */
#ifndef ADR_CHECK_CHECK_H
#define ADR_CHECK_CHECK_H

#include "adr/model/config.h"
#include "adr/model/conflict.h"
#include "adr/model/explanation.h"
#include "adr/model/graph.h"
#include "adr/model/record.h"
#include "adr/model/review.h"
#include "adr/model/source.h"

/* The catalogue made ready for matching: the built-in one and the organisation's own. Made once, read by all threads.
 */
struct matcher;
struct matcher *matcher_new(struct arena *arena, const struct catalog *builtin, const struct catalog *own);

/* What the record says about which subject: fills record->claims. Pure; safe in several threads with one matcher. */
void derive_claims(const struct matcher *matcher, const struct source *source, struct arena *arena,
		   struct record *record);

/* The same, and every step of it goes to `explanation`. Texts live in `arena` and borrow from `source`. */
void explain_claims(const struct matcher *matcher, const struct source *source, struct arena *arena,
		    struct record *record, struct explanation *explanation);

/* What the catalogue makes of a text that stands alone: steps of names, cues, words against, and scopes. A name counts
 * unless it is ambiguous and nothing near it tells that its subject is meant. */
void explain_text(const struct matcher *matcher, struct arena *arena, struct str text,
		  struct explanation *explanation);

/* The rules that need one record and its file. Reading's own findings are in record->findings already; these are added
 * to them, all get the record's project and path, and lint_settle() is done with `config`. */
void lint_record(const struct source *source, const struct config *config, struct arena *arena, struct record *record);

/* A relative link's target exists on disk; asked by lint_records() for links that lead to no record. `file` is relative
 * to the project's root, or begins with "../". */
typedef bool (*file_exists_fn)(void *context, const struct project *project, struct str file);

/* The rules that need all records of a workspace (slim copies will do), with ids and links resolved. lint_settle() is
 * left to the caller, who knows which findings belong to which project's configuration. */
void lint_records(const struct records *records, file_exists_fn exists, void *context, struct arena *arena,
		  struct findings *findings);

/* Sets each finding's severity from the configuration of its project and takes out those that are off. */
void lint_settle(const struct config *config, struct findings *findings);

struct conflict_options {
	struct date as_of; /* waivers hold until their day */
	bool include_proposed;
};

/* Decisions in force that choose differently on the same subject in compatible scopes. Records with claims in, links
 * resolved where known. `catalog` gives titles, parents and exclusiveness; both may hold subjects. `settings` holds
 * waivers, standards and authorities. */
void find_conflicts(const struct records *records, const struct catalog *builtin, const struct config *settings,
		    const struct conflict_options *options, struct arena *arena, struct conflicts *conflicts);

/* Why the record, one of `records`, or something that it claims, is against nobody: steps of EXPLAIN_STANDING are added
 * for whatever find_conflicts() with the same arguments leaves out of account. `own`: the conflicts that it found and the
 * record takes part in. */
void explain_standing(const struct records *records, const struct catalog *builtin, const struct config *settings,
		      const struct conflict_options *options, const struct conflicts *own, const struct record *record,
		      struct arena *arena, struct explanation *explanation);

/* By when somebody should look at the record again, and who: fills record->due and what goes with it. What the record
 * states counts, unless that review was recorded meanwhile; then its stated period, else the policies of its project from
 * the later of its date and its last review on. docs/reviews.md tells it to users. */
void derive_due(struct arena *arena, struct record *record);

enum review_by { REVIEW_BY_NOTHING, REVIEW_BY_PROJECT, REVIEW_BY_PERSON, REVIEW_BY_TAG };

struct review_options {
	struct date as_of;
	int32_t within_days; /* the window of "due" */
	bool all;            /* upcoming ones too */
	enum review_by by;
};

/* What a report is made from. */
struct review_material {
	const struct records
		*records; /* with `due`, people, tags and resolved links; those without `due` are passed over */
	const struct records *neighbours;  /* records at either end of a link of one of them; may hold any others */
	const struct conflicts *conflicts; /* that they may take part in; NULL: nobody looked */
	const struct waivers *waivers;     /* of all projects; doubles count once */
	const struct decisions_in_force *in_force;
};

/* Everything that is due, who should look, and what they should know. */
void find_reviews(const struct review_material *material, const struct review_options *options, struct arena *arena,
		  struct review_report *report);

/* All records as nodes, their resolved links as edges. */
void build_graph(const struct records *records, struct arena *arena, struct graph *graph);

#endif
