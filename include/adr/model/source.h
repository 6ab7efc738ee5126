/* SPDX-License-Identifier: MIT */
/* A file as it was read, and places in it. Everything read from a file borrows from `text`. */
#ifndef ADR_MODEL_SOURCE_H
#define ADR_MODEL_SOURCE_H

#include "adr/base/arena.h"

struct source {
	struct str path;      /* as messages name it */
	struct str text;      /* all bytes as on disk: BOM, front matter, CRLF and all */
	const uint32_t *line; /* offset of each line's first byte; line[0] is 0 */
	uint32_t line_count;  /* at least 1 */
};

/* A piece of a file. Bytes from the start of the file; the line is kept beside them because it outlives the file's
 * bytes: a record loaded from the index knows lines only (start and length are 0 then). */
struct span {
	uint32_t start;  /* first byte */
	uint32_t length; /* bytes; 0 means "here" */
	uint32_t line;   /* from 1; 0 means the span is absent */
};

/* What is shown to people: computed from a source only when a finding is made. Both from 1, columns in code points. */
struct place {
	uint32_t line, column;
};

/* Finds the lines of `text` (LF, CR LF; a lone CR ends a line too). The arrays live in `arena`. Files of 4 GiB and more
 * do not get here: readers cap the size. */
void source_init(struct source *source, struct arena *arena, struct str path, struct str text);

uint32_t source_line_of(const struct source *source, uint32_t offset); /* from 1 */
struct str source_line(const struct source *source, uint32_t line);    /* without its line end; "" beyond the end */
struct place source_place(const struct source *source, uint32_t offset);

/* The span of `part`, which must lie inside source->text (borrowed from it). */
struct span source_span(const struct source *source, struct str part);
struct str source_text(const struct source *source, struct span span);

#endif
