/* SPDX-License-Identifier: MIT */
/* Reads many files on all cores and hands the results to one taker, in order, on the calling thread.
 *
 * Files go out in batches; each batch has its own arena and lives until its last result was taken, so memory is bounded
 * by the number of batches under way, whatever the number of files. */
#ifndef ADR_CLI_READING_H
#define ADR_CLI_READING_H

#include "adr/base/digest.h"
#include "adr/base/error.h"
#include "adr/base/file.h"
#include "adr/check/check.h"
#include "adr/model/record.h"

struct job {
	struct project *project;
	const struct matcher *matcher; /* NULL: no claims */
	struct str path;               /* relative to the project's root */
	struct file_stamp stamp;       /* from the scan; its size shapes the batches */
	const struct digest *known;    /* a file with this digest need not be read again; NULL: read it anyhow */
	enum date_order known_vote;    /* what the dates of that file prove */
};

struct jobs LIST_OF(struct job);

enum reading_work {
	WORK_CLAIMS = 1, /* derive_claims() and derive_due() for records */
	WORK_LINT = 2,   /* lint_record() for records */
};

enum reading_state {
	READING_DONE,
	READING_SAME,   /* its digest is the known one: nothing else is filled in */
	READING_FAILED, /* could not be read: record holds the finding, `reason` the message */
	READING_GONE,   /* the same, because there is no such file any more */
};

struct reading_result {
	const struct job *job;
	enum reading_state state;
	struct str text; /* the file */
	struct digest digest;
	struct record record;     /* borrows from `text` and the batch: gone when the taker returns */
	struct records decisions; /* of a log; the same */
	struct str reason;
};

/* Takes one result; anything but OUTCOME_OK stops the whole reading. */
typedef enum outcome (*reading_taker)(void *context, const struct reading_result *result, struct error *error);

/* `progress` may be NULL; it is told the number of files taken so far. */
typedef void (*reading_progress)(void *context, size_t done);

/* Files whose dates depend on what the other files of their project prove are put off until those have been read, and
 * are taken last, again in order. Projects come with the votes of files that are not among the jobs; those that have
 * jobs leave with their date order settled. */
NODISCARD enum outcome read_all_files(const struct jobs *jobs, unsigned work, reading_taker take,
				      reading_progress progress, void *context, struct error *error);

#endif
