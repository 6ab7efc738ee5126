/* SPDX-License-Identifier: MIT */
/* Logs: files that tell several decisions, each under a heading of its own. Private to parse/. */
#ifndef ADR_PARSE_LOG_H
#define ADR_PARSE_LOG_H

#include "reading.h"

/* What the heading of a decision begins with, surest first. */
enum mark_kind {
	MARK_RECORD,  /* "ADR-012: X", "Decision 3: X" */
	MARK_CODE,    /* "D-12: X", "DL-001: X" */
	MARK_DATE,    /* "2026-03-01: X", "[2026-03] X" */
	MARK_ORDINAL, /* "3. X", "1.2 X" */
	MARK_NONE,
	MARK_COUNT = MARK_NONE,
};

struct mark {
	enum mark_kind kind;
	struct str word;  /* of MARK_CODE: "DL" */
	int32_t number;   /* -1: none, or one with a dot */
	struct str date;  /* "2026-03-01"; empty when there is none */
	struct str title; /* the rest of the heading */
};

/* `heading` without Markdown marks; what is found borrows from it. */
struct mark read_mark(const struct reading *reading, struct str heading);

/* One decision: its blocks, the heading first. */
struct part {
	size_t first, end;
	struct mark mark;
};

struct parts LIST_OF(struct part);

#define PARTS_MOST 2000 /* of one file */

/* Finds the decisions of a log. Leaves `parts` empty when the file is no log: most of what has several headings with a
 * number or a date is one record. */
void find_parts(struct reading *reading, struct parts *parts);

/* log_evidence.c: what a part tells about itself, as bits. */
enum told { TOLD_STATUS = 1, TOLD_DECISION = 2, TOLD_DATE = 4, TOLD_REASON = 8 };
unsigned told_in(const struct reading *reading, const struct part *part);

/* Something outside of the parts shows that the file as a whole is one record. `sure`: every part has a status. */
bool is_one_record(const struct reading *reading, const struct parts *parts, bool sure);

/* Most parts lead to a file of their own: the page is an index. */
bool is_index_of_files(const struct reading *reading, const struct parts *parts);

#endif
