/* SPDX-License-Identifier: MIT */
/* Where results become text: the stream, its colour and width. Text from files goes through paper_text(), which lets no
 * control character pass. Nothing is computed here. */
#ifndef ADR_RENDER_PAPER_H
#define ADR_RENDER_PAPER_H

#include "adr/base/error.h"
#include "adr/base/scope.h"
#include "adr/base/text.h"

#include <stdio.h>

enum style { STYLE_PLAIN, STYLE_BOLD, STYLE_DIM, STYLE_RED, STYLE_YELLOW, STYLE_GREEN, STYLE_BLUE, STYLE_CYAN };

struct projects;

struct paper {
	FILE *stream;
	bool color;
	bool terminal; /* somebody looks at it: long titles are cut; in a pipe or file nothing is lost */
	size_t width;  /* columns; 80 when the stream is no terminal and COLUMNS does not say */

	/* How the places of files are written, so that terminals and editors can open them: seen from the absolute
	 * directory `here`, for records whose project's root is known, and for findings, which know only the name of
	 * their project, when `projects` has it. Else, and by default, as project/path. */
	struct str here;
	struct str repository; /* absolute: what forges and CI see paths from; empty: `here` */
	const struct projects *projects;

	/* Where people can read the repository's files, "https://forge.example/team/repository/blob/main": paths from its
	 * root are put behind it. Only characters that a URI may hold; empty: nobody said. */
	struct str link_base;
};

/* Colour on a terminal unless NO_COLOR is set (to anything but empty) or TERM is "dumb"; width from the terminal,
 * COLUMNS first. */
struct paper paper_open(FILE *stream);

/* Program text as it is. */
void paper_print(struct paper *paper, const char *format, ...) __attribute__((format(printf, 2, 3)));
void paper_spaces(struct paper *paper, size_t count);
/* Text from files: cleaned. */
void paper_text(struct paper *paper, enum style style, struct str text);
/* The same, cut to or filled up to `columns` ("…" where cut). */
void paper_column(struct paper *paper, enum style style, struct str text, size_t columns);
/* The same for the last column of a line: never filled up, and cut to the rest of the paper behind `used` columns only
 * on a terminal. Ends with a line break. */
void paper_last(struct paper *paper, enum style style, struct str text, size_t used);
/* The same, wrapped at the paper's width behind `indent` spaces, at most `lines` lines (0: as many as it takes); ends
 * with a line break. The cursor stands at column `used` of the first line already. */
void paper_flow(struct paper *paper, enum style style, struct str text, size_t used, size_t indent, size_t lines);
/* paper_flow() from the start of a line. */
void paper_wrapped(struct paper *paper, enum style style, struct str text, size_t indent, size_t lines);

/* Flushes and checks that everything arrived: a full disk is an error, not silence. A reader that went away (EPIPE) is
 * fine. */
NODISCARD enum outcome paper_finish(struct paper *paper, struct error *error);

#endif
