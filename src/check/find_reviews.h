/* SPDX-License-Identifier: MIT */
/* The steps of find_reviews(), one file each. */
#ifndef ADR_CHECK_FIND_REVIEWS_H
#define ADR_CHECK_FIND_REVIEWS_H

#include "adr/check/check.h"

/* find_reviews_about.c: what the record's neighbours and conflicts are. */
void review_add_neighbours(struct arena *arena, const struct records *neighbours, struct reviews *reviews);
void review_add_conflicts(struct arena *arena, const struct conflicts *conflicts, struct reviews *reviews);

/* find_reviews_waivers.c: entries of waivers that have ended or end soon. */
void review_add_waivers(const struct review_material *material, const struct review_options *options,
			struct arena *arena, struct reviews *reviews);

/* find_reviews_summary.c: the numbers, and the entries by project, person or tag; both over the sorted list. */
void review_count(const struct decisions_in_force *in_force, struct arena *arena, struct review_report *report);
void review_group(enum review_by by, struct arena *arena, struct review_report *report);

/* Sets days and state; false when it is not to be listed. */
bool review_place(const struct review_options *options, struct review *review);

#endif
