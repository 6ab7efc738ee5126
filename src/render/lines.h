/* SPDX-License-Identifier: MIT */
/* Cleaned text measured, cut and broken into lines by what a terminal shows: by columns, not bytes. Private to render/.
 */
#ifndef ADR_RENDER_LINES_H
#define ADR_RENDER_LINES_H

#include "adr/base/text.h"

/* unicode_add_printable(), with a short way for the plain ASCII that most text is. */
void add_clean(struct text *out, struct str text);

/* The same, but what is clean already is not copied: borrows from `text` or from `room`. */
struct str clean_str(struct text *room, struct str text);

/* Columns that `text` takes once it is clean. */
size_t clean_width(struct str text);

/* Appends clean `text`, cut to `columns` with "…" at the end where it does not fit. */
void add_cut(struct text *out, struct str text, size_t columns);

/* Takes the next line of at most `columns` columns off clean `rest`: whole words where they fit. False when nothing but
 * spaces is left. */
bool next_wrapped(struct str *rest, size_t columns, struct str *line);

#endif
