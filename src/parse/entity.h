/* SPDX-License-Identifier: MIT */
/* Character references of HTML, as far as they occur in names and titles. */
#ifndef ADR_PARSE_ENTITY_H
#define ADR_PARSE_ENTITY_H

#include "adr/base/str.h"

/* The length of the reference that `text` begins with ("&amp;", "&#39;", "&#x20;") and the character it stands for; 0
 * when it begins with none, or with one of a character that is not ASCII. */
size_t entity_at(struct str text, char *character);

#endif
