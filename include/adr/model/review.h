/* SPDX-License-Identifier: MIT */
/* A decision that somebody should look at again. */
#ifndef ADR_MODEL_REVIEW_H
#define ADR_MODEL_REVIEW_H

#include "adr/model/record.h"

enum review_state { REVIEW_OVERDUE, REVIEW_DUE, REVIEW_UPCOMING };
enum review_basis { REVIEW_STATED, REVIEW_POLICY };

struct review {
	const struct record *record;
	struct date review;
	int32_t days; /* from as_of to the review: negative when overdue */
	enum review_state state;
	enum review_basis basis;
};

/* Most urgent first, then by id. */
struct reviews LIST_OF(struct review);

const char *review_state_name(enum review_state state);
const char *review_basis_name(enum review_basis basis);

#endif
