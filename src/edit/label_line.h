/* SPDX-License-Identifier: MIT */
/* A line such as "**Next review:** 2026-08-14", "| Review | ... |" or "review-by: ...", taken apart so that another one
 * can be written beside it. Private to edit/. */
#ifndef ADR_EDIT_LABEL_LINE_H
#define ADR_EDIT_LABEL_LINE_H

#include "adr/base/arena.h"

struct label_line {
	struct str before; /* indentation, list mark, bar, marks of emphasis */
	struct str label;
	struct str between; /* colon, marks of emphasis, blanks, bar */
	struct str value;   /* up to the blanks at the end, or the bar */
	struct str after;   /* blanks that break the line, bar */
	bool table, front_matter;
};

/* False when the line is none of these, or holds more than one label. */
bool label_line_split(struct str line, bool front_matter, struct label_line *parts);

/* A line of the same form that says when the record was last reviewed, or (`next`) when it is to be reviewed next, its
 * label in `language`. */
struct str label_line_like(struct arena *arena, const struct label_line *like, struct str language, bool next,
			   struct str date);

#endif
