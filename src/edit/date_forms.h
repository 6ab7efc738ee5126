/* SPDX-License-Identifier: MIT */
/* A date written the way another one is written. Private to edit/. */
#ifndef ADR_EDIT_DATE_FORMS_H
#define ADR_EDIT_DATE_FORMS_H

#include "adr/base/arena.h"
#include "adr/base/date.h"

/* Looks for `known` in `text` in every notation that dates are written in; `language` (ISO 639-1) tells the names of
 * months. True when it is there: `found` is the slice, and `other` becomes what `wanted` is in the same notation. */
bool date_in_same_form(struct arena *arena, struct str text, struct date known, struct str language,
		       struct date wanted, struct str *found, struct str *other);

#endif
