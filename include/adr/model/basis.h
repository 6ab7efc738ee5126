/* SPDX-License-Identifier: MIT */
/* What a value was read from: how far to believe it. Kept in a byte each, since there are many. */
#ifndef ADR_MODEL_BASIS_H
#define ADR_MODEL_BASIS_H

#include "adr/base/str.h"

#include <stdint.h>

/* The index keeps the numbers (table `basis` in store/schema.sql): they stay what they are. */
enum value_basis {
	BASIS_NONE,         /* there is no value */
	BASIS_FRONT_MATTER, /* a key in front matter */
	BASIS_LABEL,        /* a line with a label: "Status: accepted", also as a bullet or in bold */
	BASIS_TABLE,        /* a cell */
	BASIS_HEADING,      /* the words of a heading */
	BASIS_SECTION,      /* the text of a section that is about nothing else: "## Status" */
	BASIS_LIST,         /* an item of a list */
	BASIS_PROSE,        /* guessed from a sentence */
	BASIS_FILE_NAME,    /* guessed from the file's name */
	BASIS_COMPUTED,     /* worked out: "in six months" and a date */
	BASIS_INFERRED,     /* nothing says it outright */
	BASIS_COUNT,
};

/* "front-matter"; NULL for BASIS_NONE. */
const char *value_basis_name(enum value_basis basis);

/* The value was guessed, not read off a place that is made for it. */
static inline bool basis_is_guess(enum value_basis basis)
{
	return basis >= BASIS_PROSE;
}

/* Of a record's own values; uint8_t: enum value_basis. */
struct record_bases {
	uint8_t title, number, status, date, review;
};

#endif
