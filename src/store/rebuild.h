/* SPDX-License-Identifier: MIT */
/* What lies in the file that is to be an index, and how it becomes one. */
#ifndef ADR_STORE_REBUILD_H
#define ADR_STORE_REBUILD_H

#include "sql.h"

enum found {
	FOUND_CURRENT, /* an index of this version */
	FOUND_OTHER,   /* an index of another version */
	FOUND_EMPTY,   /* nothing: a new file, or an empty database */
	FOUND_DAMAGED, /* was an index once, or holds nothing but zeros */
	FOUND_FOREIGN, /* somebody's data: never touched */
};

/* Fails only for what says nothing about the contents: no permission, locked, a failing disk. */
NODISCARD enum outcome rebuild_look(struct store *store, enum found *found, struct error *error);

/* Makes the file an empty index of this version, in place, whatever lies in it unless that is foreign (a failure) or,
 * now that the file is locked, current: another process was faster. Never deletes or renames the file: somebody else
 * may have it open. Sets store->is_new when it changed anything. */
NODISCARD enum outcome rebuild(struct store *store, struct error *error);

#endif
