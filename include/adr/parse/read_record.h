/* SPDX-License-Identifier: MIT */
/* Bytes to a record. Never fails: input that is broken, hostile or no record at all gives what can be read of it, a
 * kind, and findings. One pass over the tree; memory and time are bounded by a budget and a deadline per file.
 *
 * A reader belongs to one thread. Call read_prepare() once, before any thread starts. */
#ifndef ADR_PARSE_READ_RECORD_H
#define ADR_PARSE_READ_RECORD_H

#include "adr/model/config.h"
#include "adr/model/record.h"
#include "adr/model/source.h"
#include "adr/model/vocabulary.h"

#define READ_FILE_LIMIT ((size_t)16 << 20)   /* bytes; callers hand over no more of a file than this */
#define READ_BUDGET_BASE ((size_t)16 << 20)  /* memory for one file's Markdown tree: this */
#define READ_BUDGET_FACTOR ((size_t)128)     /* plus this many times its size; real records need at most 57 */
#define READ_BUDGET_MOST ((size_t)256 << 20) /* but never more than this */
#define READ_DEADLINE_MS 300                 /* of processor time, for one file's Markdown */

struct reader;

void read_prepare(void);

struct reader *reader_new(const struct vocabulary *vocabulary);
void reader_free(struct reader *reader); /* NULL is fine */

/* Reads `source` into `record`, which is overwritten. `path` is relative to the project's root and gives the number and
 * a title for want of better. What does not borrow from the source lives in `arena`. Ids, resolved links and claims are
 * left empty. `source->path` is not used.
 *
 * A log, a file with several decisions, each under a heading of its own, is a `record` of KIND_LOG without content, and
 * `decisions` gets one of KIND_RECORD for each; its list lives in `arena`. It stays empty for every other file. */
void read_record(struct reader *reader, const struct source *source, const struct project *project, struct str path,
		 struct arena *arena, struct record *record, struct records *decisions);

#endif
