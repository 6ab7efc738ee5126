/* SPDX-License-Identifier: MIT */
/* A record in as few bytes as can be, a third of what a copy takes: for holding those of a large workspace until all of
 * them are known. Kept is what reports show; of spans the line; not kept are sections, findings, the id, the targets of
 * links, and the project, which whoever keeps the bytes knows. */
#ifndef ADR_MODEL_RECORD_PACK_H
#define ADR_MODEL_RECORD_PACK_H

#include "adr/base/text.h"
#include "adr/model/record.h"

/* Appends the record. */
void record_pack(struct text *out, const struct record *record);

/* The record that `packed` holds: bytes that record_pack() made, in this run of the program. Texts borrow from them,
 * lists live in `arena`. */
void record_unpack(struct arena *arena, struct str packed, struct record *record);

#endif
