/* SPDX-License-Identifier: MIT */
/* Filling in templates. docs/templates.md describes them for users. */
#ifndef ADR_EDIT_TEMPLATE_H
#define ADR_EDIT_TEMPLATE_H

#include "adr/base/arena.h"

/* What a template can ask for. */
enum template_value { VALUE_NUMBER, VALUE_TITLE, VALUE_DATE, VALUE_STATUS, VALUE_STATUS_LOWER, VALUE_COUNT };

/* Puts the values in. A template with {{number}}, {{title}}, {{date}}, {{status}} or {{status_lower}} gets each of them
 * filled in wherever it stands; one without any is taken as written for adr-tools: in each line the first NUMBER,
 * TITLE, DATE and STATUS that stands for itself is filled in. What was filled in is not looked at again, so a title may
 * hold these words. */
struct str template_fill(struct arena *arena, struct str text, const struct str values[VALUE_COUNT]);

#endif
