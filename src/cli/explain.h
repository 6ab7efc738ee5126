/* SPDX-License-Identifier: MIT */
/* `adr conflicts --explain ID`: how a record's claims came about, and what they take part in. */
#ifndef ADR_CLI_EXPLAIN_H
#define ADR_CLI_EXPLAIN_H

#include "adr/render/show.h"
#include "session.h"

struct explain_wanted {
	struct str db;
	struct str reference;
	const struct strs *paths;
	enum format format;
};

NODISCARD enum outcome explain(struct session *session, struct asked_index *index, const struct explain_wanted *wanted,
			       struct error *error);

#endif
