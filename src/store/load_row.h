/* SPDX-License-Identifier: MIT */
/* The projects of the index, and records without their lists. */
#ifndef ADR_STORE_LOAD_ROW_H
#define ADR_STORE_LOAD_ROW_H

#include "sql.h"

/* Every project of the index, by id, and as many configs that hold what the index knows of theirs. */
struct loaded_projects {
	struct projects list; /* ->number is the id */
	struct loaded_configs LIST_OF(struct config) configs;
	size_t last; /* position of the project that was looked for last: most often that of the next row as well */
};

NODISCARD enum outcome load_projects(struct store *store, struct arena *arena, struct loaded_projects *projects,
				     struct error *error);

/* The same without what their settings are: all share one default config, the only one in `configs`. */
NODISCARD enum outcome load_project_places(struct store *store, struct arena *arena, struct loaded_projects *projects,
					   struct error *error);

/* Position of the project with this id, or the number of projects. */
size_t project_position(const struct loaded_projects *projects, int64_t id);

/* Whether each of the projects bears one of these names; NULL when no name is given: all are asked for. */
const bool *asked_projects(struct arena *arena, const struct projects *projects, const struct strs *names);

/* The project with this id, or NULL. */
const struct project *project_of(struct loaded_projects *projects, int64_t id);

int32_t take_record_number(struct sql *sql); /* -1 for none */
enum status take_status(struct sql *sql);

/* Takes RECORD_COLUMNS (statements.def); `place` is the record's number in the index. False when the record's project
 * is unknown, which only damage brings about. */
bool take_record(struct sql *sql, struct arena *arena, const struct loaded_projects *projects, int64_t *place,
		 struct record *record);

#endif
