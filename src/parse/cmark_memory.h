/* SPDX-License-Identifier: MIT */
/* Memory for cmark-gfm, which cannot say no: small hostile files make it allocate gigabytes or run for minutes. All of
 * a parse comes from one bump allocator with a budget and a deadline; going over either jumps out of the parse. That is
 * safe because nothing of a parse lives anywhere else, and because no extension is used that changes the library's
 * global tables while it parses. */
#ifndef ADR_PARSE_CMARK_MEMORY_H
#define ADR_PARSE_CMARK_MEMORY_H

#include <cmark-gfm.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct cmark_memory;

struct cmark_memory *cmark_memory_new(void);
void cmark_memory_free(struct cmark_memory *memory); /* NULL is fine */

/* Runs `work(context)`, which may use cmark_memory_allocator(). False when it was stopped because it took more than
 * `budget` bytes or `milliseconds` of processor time. What it allocated stays valid until the next call. */
bool cmark_memory_run(struct cmark_memory *memory, size_t budget, int64_t milliseconds, void (*work)(void *context),
		      void *context);

/* For cmark_parser_new_with_mem(), inside `work` only. */
cmark_mem *cmark_memory_allocator(void);

#endif
