/* SPDX-License-Identifier: MIT */
/* What is said about one review in every format that leaves the terminal: forges, calendars, feeds. Nothing here
 * changes from day to day while the review's state does not: whoever compares two reports sees only what happened.
 * Private to render/. */
#ifndef ADR_RENDER_REVIEW_WORDS_H
#define ADR_RENDER_REVIEW_WORDS_H

#include "notice.h"

#include "adr/model/review.h"

/* "to be reviewed by 2026-08-14 by policy": a sentence without its subject, for overdue ones in the past. */
struct str review_sentence(struct arena *arena, const struct review *review);

/* The id and the title: "payments/ADR-0004 Run on the shared image". */
struct str review_name(struct arena *arena, const struct review *review);

/* Both: "payments/ADR-0004 Run on the shared image was to be reviewed by 2026-08-14". */
struct str review_message(struct arena *arena, const struct review *review);

/* Who looks, what became of its neighbours, which conflicts it takes part in, under which conditions it is to be looked
 * at again: one line each. */
struct strs review_details(struct arena *arena, const struct review *review);

/* Where the file lies, from the root of the repository, and where people can read it on the web; empty when
 * paper->link_base is. */
struct str review_file(struct arena *arena, struct places *places, const struct review *review);
struct str review_url(struct arena *arena, const struct paper *paper, struct str file);

/* The formats that know what a review is. */
void reviews_markdown(struct paper *paper, const struct review_report *report);
void reviews_csv(struct paper *paper, const struct review_report *report);
void reviews_ics(struct paper *paper, const struct review_report *report);
void reviews_atom(struct paper *paper, const struct review_report *report);
/* And those that do not: over notices. */
void reviews_notices(struct paper *paper, const struct review_report *report, enum format format);

#endif
