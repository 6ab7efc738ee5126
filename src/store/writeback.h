/* SPDX-License-Identifier: MIT */
/* A first index is many megabytes, and a commit waits until the disk has all of them. While records are still being
 * read somebody else uses the processors: that is the time to let the disk work. */
#ifndef ADR_STORE_WRITEBACK_H
#define ADR_STORE_WRITEBACK_H

#include "sql.h"

/* Makes the disk write, once in a while, what SQLite has handed to the system so far. Nothing depends on it: what it
 * cannot do the commit does. To be called for every record of a first index. */
void writeback_record(struct store *store);

#endif
