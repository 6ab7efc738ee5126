/* SPDX-License-Identifier: MIT */
/* What the forms of the conflict report share. Private to render/. */
#ifndef ADR_RENDER_SHOW_CONFLICTS_H
#define ADR_RENDER_SHOW_CONFLICTS_H

#include "parts.h"

#include "adr/render/show.h"

const char *conflict_kind_name(enum conflict_kind kind);

/* "Container base image (python)". */
void add_question(struct text *out, const struct conflict *conflict);

/* "the standard is debian-slim, set by platform/ADR-0002"; empty when nothing settles the question. */
void add_ruling(struct text *out, const struct conflict *conflict);

/* "newest, in this change, deviates"; empty when nothing marks the decision. */
void add_marks(struct text *out, const struct camp_decision *decision);

/* The sentence as people read it: without emphasis, without the targets of links, without what marks a line as an item
 * or a row. JSON keeps all of it. */
void add_plain_quote(struct text *out, struct str quote);

/* The option that the standard or the authority's decision names. */
bool is_ruling_camp(const struct conflict *conflict, const struct camp *camp);

/* Which decisions of a long camp are shown: those of the change, then those that reject or deviate, then the newest. */
#define CAMP_MOST 4  /* a camp with more decisions is folded */
#define CAMP_SHOWN 3 /* to this many */
#define CAMPS_MOST 6 /* a conflict with more camps shows this many, and all that hold what is changed or deviates */

/* Sets shown[i] for each decision; returns how many are not shown. */
size_t fold_camp(const struct camp *camp, bool all, bool *shown);

/* False for the small camps of a conflict with very many. */
bool shows_camp(const struct conflict *conflict, const struct camp *camp, bool all);

/* How many there are of each sort. */
struct conflict_tally {
	size_t contradictions, divergences, waived, expired, deviating;
	const struct conflict *first; /* the first that is not waived; NULL: none */
};
struct conflict_tally tally_conflicts(const struct conflicts *conflicts);

void conflicts_text(struct paper *paper, const struct conflicts *conflicts,
		    const struct show_conflicts_options *options);
void conflicts_json(struct paper *paper, const struct conflicts *conflicts,
		    const struct show_conflicts_options *options);
void conflicts_markdown(struct paper *paper, const struct conflicts *conflicts,
			const struct show_conflicts_options *options);
void conflicts_notices(struct paper *paper, const struct conflicts *conflicts,
		       const struct show_conflicts_options *options, enum format format);

#endif
