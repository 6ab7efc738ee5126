/* SPDX-License-Identifier: MIT */
/* Markdown inside a line, as far as values need it: plain text without marks, labels, links. Works on slices of the
 * source, so that every value knows its place. Linear and without recursion. */
#ifndef ADR_PARSE_INLINE_TEXT_H
#define ADR_PARSE_INLINE_TEXT_H

#include "adr/base/arena.h"

/* The words of `raw`: marks of emphasis and code, link targets, images but their alt text, HTML tags and comments
 * taken out, struck-through text too, escapes and the common entities resolved, white space made one blank. Borrows
 * from `raw` where nothing has to change. */
struct str plain_text(struct arena *arena, struct str raw);

/* "**Status:** Accepted", "Status: Accepted", "*Date* – 2024-01-01": the label without marks and the raw value behind
 * it. Lengths of labels are bounded by LABEL_LENGTH_MOST. */
struct labelled {
	struct str label;
	struct str value; /* may be empty */
	bool bold;        /* the label is emphasised */
};

#define LABEL_LENGTH_MOST 64

bool split_label(struct str line, struct labelled *labelled);

/* The text when all of it is emphasised ("**Context**"), without the marks; else empty. */
struct str wholly_bold(struct str line);
/* The emphasised text that `raw` begins with, without the marks; empty when it does not. `rest` is what follows. */
struct str leading_bold(struct str raw, struct str *rest);

/* An inline link, an image, a reference link ("[text][label]"), or an autolink. */
struct inline_link {
	struct str whole;     /* all of it */
	struct str text;      /* between the brackets; of autolinks: the target */
	struct str target;    /* empty for reference links */
	struct str reference; /* the label of a reference link; its text where it has none */
	bool image;
};

/* The link that starts exactly at the beginning of `raw`, which starts with '[', '!' or '<'. */
bool link_at(struct str raw, struct inline_link *link);

/* What stands between the parentheses of a link without its title: "<path with blanks>", "path", "path 'title'". */
struct str link_target(struct str inside);

/* The offset of the bracket that closes the one at the start of `raw`, or STR_NOT_FOUND within a bounded distance. */
size_t closing_bracket(struct str raw, char open, char close);

#endif
