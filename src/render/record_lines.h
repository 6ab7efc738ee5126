/* SPDX-License-Identifier: MIT */
/* The lines of a record's file that its values were read from. Private to render/. */
#ifndef ADR_RENDER_RECORD_LINES_H
#define ADR_RENDER_RECORD_LINES_H

#include "parts.h"

#define LINE_TEXT_MOST ((size_t)400) /* bytes; longer ones are cut */

/* A file, empty where it cannot be read, cut into lines; they live in the arena. */
struct source file_lines(struct arena *arena, struct str file);

/* The text of a line without blanks around it, at most LINE_TEXT_MOST bytes; empty where there is no such line. */
struct str line_text(const struct source *lines, uint32_t line);

/* What the record is of the file. */
struct str own_part(const struct source *lines, const struct record *record);

/* "lines": each line that a value names, once and in order, with its text. */
void json_lines(struct json *json, const struct record *record, const struct source *lines);

#endif
