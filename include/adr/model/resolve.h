/* SPDX-License-Identifier: MIT */
/* What can be said only when all records of a workspace are known: ids, and where links lead. Pure; costs a sort. */
#ifndef ADR_MODEL_RESOLVE_H
#define ADR_MODEL_RESOLVE_H

#include "adr/model/record.h"

/* Gives each record its id: project/ADR-NNNN where the number is unique among the project's records of KIND_RECORD,
 * else project/file-stem (with its folder in front where even stems repeat). A decision in a log gets the number that
 * no other record has, files before logs, else project/file-stem#anchor. Ids live in `arena`. */
void resolve_ids(struct arena *arena, struct records *records);

/* Where links can lead: all records, which must have their ids. Lives in `arena`, borrows the rest. */
struct directory;
struct directory *directory_new(struct arena *arena, const struct records *records, const struct projects *projects);

/* Fills path and to of every link of one record, by file, by project name and number, by number in the same project.
 * Links that lead to several records or to none stay unresolved. In a log, its own numbers go first; a link to a log
 * needs a fragment (model/anchor.h). */
void resolve_links(const struct directory *directory, struct record *record);

/* A record by what a user types for it: an id, a number (of the only project, or unique among all), "ADR-12", a path,
 * a file stem, a unique beginning of one. Returns how many match; *found is set when it is exactly one. */
size_t resolve_reference(const struct records *records, struct str reference, const struct record **found);

#endif
