/* SPDX-License-Identifier: MIT */
/* All records of a workspace, read from the files themselves, with ids and links: for the commands that work without an
 * index. */
#ifndef ADR_CLI_ROSTER_H
#define ADR_CLI_ROSTER_H

#include "reading.h"
#include "session.h"

enum roster_keep {
	KEEP_WHOLE, /* everything, claims included, but packed: roster_record() unpacks one */
	KEEP_SLIM,  /* what ids, links and rules over many records need; findings of lint_record() are collected */
};

struct roster {
	struct workspace workspace;
	struct records records;      /* every file that could be read, of any kind, by project, then path, with its id,
				      * and behind a log its decisions; KEEP_WHOLE: nothing but what ids need */
	struct strs packed;          /* KEEP_WHOLE: of each record */
	struct directory *directory; /* where links lead */
	struct findings findings;    /* KEEP_SLIM: settled, with project and path */
	size_t failures;             /* files that could not be read; each was noted on standard error (KEEP_WHOLE) */
};

NODISCARD enum outcome roster_read(struct session *session, const struct strs *paths, enum roster_keep keep,
				   struct roster *roster, struct error *error);

/* KEEP_WHOLE: record number `number` with everything, its links resolved. Its lists live in `arena`. */
void roster_record(const struct roster *roster, size_t number, struct arena *arena, struct record *record);

#endif
