/* SPDX-License-Identifier: MIT */
/* The days of a project's decisions in force, kept with the project: a report needs them all and no record. Four bytes for
 * each, lowest first: days since 1970-01-01; AGES_NO_DATE where there is no date. */
#ifndef ADR_STORE_AGES_H
#define ADR_STORE_AGES_H

#include "sql.h"

#define AGES_NO_DATE INT32_MIN

/* Records of the project are about to change. */
NODISCARD enum outcome ages_note_change(struct store *store, int64_t project, struct error *error);
/* Writes the ages of the last project that changed. */
NODISCARD enum outcome ages_settle(struct store *store, struct error *error);

/* Takes the first day off `ages`; false behind the last one. */
bool ages_take(struct str *ages, struct date *date);

#endif
