/* SPDX-License-Identifier: MIT */
/* Text inside XML 1.0 documents. Private to render/. */
#ifndef ADR_RENDER_XML_H
#define ADR_RENDER_XML_H

#include "adr/base/text.h"

/* Appends `text` for an element or a quoted attribute: cleaned like text for a terminal, & < > " ' escaped, and U+FFFD
 * for characters that XML 1.0 does not allow even escaped (section 2.2, Char). */
void add_xml(struct text *out, struct str text);

/* Appends ` name="value"`. */
void add_attribute(struct text *out, const char *name, struct str value);
void add_number_attribute(struct text *out, const char *name, size_t value);

/* Appends <name>text</name> and a line break. */
void add_element(struct text *out, const char *name, struct str text);

#endif
