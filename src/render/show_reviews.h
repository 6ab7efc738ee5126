/* SPDX-License-Identifier: MIT */
/* The parts of show_reviews(). Private to render/. */
#ifndef ADR_RENDER_SHOW_REVIEWS_H
#define ADR_RENDER_SHOW_REVIEWS_H

#include "adr/model/review.h"
#include "adr/render/paper.h"

/* "12 days", "5 months", "3 years": in the largest unit that there are two of. */
void add_age(struct text *out, int32_t days);

/* show_reviews_json.c */
void show_reviews_json(struct paper *paper, const struct review_report *report);

/* show_reviews_summary.c: the lines below the entries. */
void show_review_summary(struct paper *paper, const struct review_report *report);

#endif
