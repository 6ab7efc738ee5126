/* SPDX-License-Identifier: MIT */
/* What state a decision is in. The words that people write for these are data: data/words/. */
#ifndef ADR_MODEL_STATUS_H
#define ADR_MODEL_STATUS_H

#include "adr/base/str.h"

enum status {
	STATUS_NONE, /* the record states none, or none that is known (status_text tells them apart) */
	STATUS_PROPOSED,
	STATUS_DRAFT,
	STATUS_ACCEPTED,
	STATUS_REJECTED,
	STATUS_DEPRECATED,
	STATUS_SUPERSEDED,
	STATUS_COUNT,
};

const char *status_name(enum status status); /* "accepted"; NULL for STATUS_NONE */

/* The canonical English names only. False when `name` is none of them. */
bool status_from_name(struct str name, enum status *status);

#endif
