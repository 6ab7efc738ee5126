/* SPDX-License-Identifier: MIT */
/* What a record says about a subject: "container-base-image: alpine, chosen". Conflicts are made of claims, and a
 * claim shows its evidence. */
#ifndef ADR_MODEL_CLAIM_H
#define ADR_MODEL_CLAIM_H

#include "adr/base/list.h"
#include "adr/model/source.h"

enum claim_basis {
	CLAIM_DECLARED, /* `decides:` in front matter */
	CLAIM_CATALOG,  /* a catalogue knows the subject and the option */
	CLAIM_TEXT,     /* the record's own words, folded */
	CLAIM_BASIS_COUNT,
};

struct claim {
	struct str subject; /* catalogue name, "container-base-image" */
	struct str option;  /* catalogue name, "debian-slim"; folded text for CLAIM_TEXT */
	bool chosen;        /* false: rejected */
	struct str scope;   /* what it is limited to: "python", "frontend"; empty when it speaks for the project */
	enum claim_basis basis;
	double confidence; /* 0 to 1 */
	struct span at;    /* the line that says so */
	struct str quote;  /* that sentence, at most CLAIM_QUOTE_LIMIT bytes, Markdown kept */
};

#define CLAIM_QUOTE_LIMIT 240

struct claims LIST_OF(struct claim);

const char *claim_basis_name(enum claim_basis basis); /* "declared", "catalog", "text" */
bool claim_basis_from_name(struct str name, enum claim_basis *basis);

#endif
