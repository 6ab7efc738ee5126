/* SPDX-License-Identifier: MIT */
/* The card of `adr show`: rows of a line number, a label (once per group), a value, and what is written in that line
 * when that says more. Private to render/. */
#ifndef ADR_RENDER_CARD_H
#define ADR_RENDER_CARD_H

#include "parts.h"

struct card {
	struct paper *paper;
	const struct source *lines;
	struct arena *scratch;
	size_t gutter;     /* columns of the widest line number */
	size_t indent;     /* columns in front of values */
	struct str label;  /* of the row before */
	uint32_t shown;    /* the line whose text was shown last */
	uint32_t decision; /* the line of the decision, whose text stands in the card anyway */
};

struct row {
	uint32_t line; /* 0: none */
	struct str label;
	enum stance stance; /* STANCE_COUNT: none */
	struct str value;
	enum style style;
	enum value_basis basis;
	uint32_t basis_line; /* where the guess is made from another line: that one; else 0 */
};

/* `largest` is the largest line number that the card will show. */
struct card card_begin(struct paper *paper, uint32_t largest, const struct source *lines, struct arena *scratch);

/* Guesses say what they are made from. */
void card_row(struct card *card, const struct row *row);

/* A row of running text. */
void card_text(struct card *card, uint32_t line, struct str label, struct str text);

#endif
