/* SPDX-License-Identifier: MIT */
/* Builds a full-text index from nothing, three times as fast as SQLite inserts into one: it collects the words of many
 * records in memory, sorts them once, and writes them as a finished segment (segment.h). SQLite then uses and changes
 * the index like any other. Only for an empty index that SQLite has not read yet on this connection. */
#ifndef ADR_STORE_BUILDER_H
#define ADR_STORE_BUILDER_H

#include "sql.h"

struct builder;

/* How much is collected, in bytes, before it is sorted (see runs.h), and before what is sorted is written. */
struct builder_limits {
	size_t batch, memory;
};

/* Opens the full-text index's tables for writing, which SQLite otherwise forbids. */
NODISCARD enum outcome builder_new(struct builder **builder, struct store *store, struct builder_limits limits,
				   struct error *error);
void builder_free(struct builder **builder); /* NULL inside is fine */

/* Records come in ascending order. */
NODISCARD enum outcome builder_add(struct builder *builder, int64_t record, const struct str columns[TEXT_COLUMNS],
				   struct error *error);

/* Writes what is left and makes it known to SQLite. */
NODISCARD enum outcome builder_finish(struct builder *builder, struct error *error);

#endif
