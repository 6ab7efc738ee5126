/* SPDX-License-Identifier: MIT */
/* The steps of find_conflicts(), each in a file of its own:
 *
 *     gather_stands   records to stands: what is in force, not superseded, not amended       find_conflicts_stands.c
 *     make_camps      the stands on one subject and scope to one entry (and narrower ones)   find_conflicts_camps.c
 *     project_speaks_of   whether what a project decides as a whole is meant for a scope    find_conflicts_scopes.c
 *     find_text_conflicts   options that no catalogue knows                                  find_conflicts_text.c
 *     find_declared_conflicts   "conflicts with ADR-7"                                       find_conflicts_declared.c
 *     settle_conflict how bad, how sure, waivers                                             find_conflicts_settle.c
 *     judge_by_standards   what deviates from a standard or an authority                     find_conflicts_standards.c
 *
 * Everything is done by sorting and walking: the cost grows with the number of claims, not with their square. */
#ifndef ADR_CHECK_FIND_CONFLICTS_H
#define ADR_CHECK_FIND_CONFLICTS_H

#include "adr/check/check.h"

/* One record stands for one option of a subject. A record that chose two options of it has two stands. */
struct stand {
	const struct record *record;
	const struct claim *claim;             /* the one that chose */
	const struct catalog_subject *subject; /* NULL: no catalogue knows it */
	int32_t option;                        /* index in the subject; -1: the subject does not know it */
};

struct stands LIST_OF(struct stand);

/* A run of stands in a sorted list. */
struct stand_run {
	struct stand *item;
	size_t count;
};

/* "The record with this id was replaced, or amended, by that one." */
struct replacement {
	struct str id;
	const struct record *by; /* NULL: by a record that is not at hand */
	bool amended;
};

struct replacements LIST_OF(struct replacement); /* by id */

/* What all steps share. */
struct conflict_search {
	struct arena *arena;
	struct catalog catalog; /* built-in and own */
	const struct config *settings;
	const struct conflict_options *options;
	struct replacements replaced;
	const struct records *records;
	struct project_scopes *spoken; /* filled by project_speaks_of() */
	struct conflicts *found;
};

/* Who replaced whom, among the records that take part. */
struct replacements find_replacements(const struct conflict_search *search, const struct records *records);

/* The claim does not count: its record was superseded, or amended by one that decides the same subject. */
bool is_replaced(const struct conflict_search *search, const struct record *record, const struct claim *claim);

/* The chosen claims that count, sorted by subject, scope, project, newest record first. */
void gather_stands(const struct conflict_search *search, const struct records *records, struct stands *stands);

/* Some decision of the project names the scope (of the catalogue), or chose it: Python as the language. */
bool project_speaks_of(const struct conflict_search *search, const struct project *project, struct str scope);
struct project_scopes *project_scopes_new(struct arena *arena);

/* A record that takes part: in force, or proposed where these were asked for. */
bool takes_part(const struct conflict_search *search, const struct record *record);

bool same_project(const struct record *a, const struct record *b);
/* Newest first within one project: by number, date, path. */
int compare_age(const struct record *a, const struct record *b);

/* Adds an entry when `run` (one subject; order is free) falls into two camps or more, and one for each camp whose
 * members chose different kinds of its option. True when the first of these was added. */
bool make_camps(const struct conflict_search *search, struct stand_run run, struct str scope, bool inside_project);

/* Adds an entry of those in `run` that deviate from a standard, if any do: for runs that are no entry otherwise. */
void add_deviations(const struct conflict_search *search, struct stand_run run, struct str scope);

/* What records themselves say they conflict with; entries found so far become certain where they know it. */
void find_declared_conflicts(const struct conflict_search *search, const struct records *records);

void find_text_conflicts(const struct conflict_search *search, const struct records *records);

/* Sets all that is said about an entry whose camps are complete, and the order of these. */
void settle_conflict(const struct conflict_search *search, struct conflict *conflict);

/* Sets standard, authority, severity and which decisions deviate; kind and marks of proposals are known. */
void judge_by_standards(const struct conflict_search *search, struct conflict *conflict);

/* The standard for a subject and scope: one for this very scope before one for all; NULL: none. */
const struct standard *find_standard(const struct conflict_search *search, struct str subject, struct str scope);

/* The record chose `chosen` and nothing of the subject that agrees with the standard. */
bool deviates_from(const struct catalog_subject *subject, const struct standard *standard, const struct record *record,
		   const struct claim *chosen);

#endif
