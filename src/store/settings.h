/* SPDX-License-Identifier: MIT */
/* What the index keeps of a project's .adr.yml: periods, standards, authorities and waivers, so that reports can be made where only
 * the index is at hand. */
#ifndef ADR_STORE_SETTINGS_H
#define ADR_STORE_SETTINGS_H

#include "sql.h"

/* Two columns: a count and a unit. */
void put_period(struct sql *sql, struct period period);
struct period take_period(struct sql *sql);

/* Replaces the project's standards, authorities and waivers. */
NODISCARD enum outcome settings_save(struct store *store, int64_t project, const struct config *config,
				     struct error *error);
NODISCARD enum outcome settings_forget(struct store *store, int64_t project, struct error *error);

/* Calls back for every standard, authority and waiver in the index, in the order of projects. */
struct settings_reader {
	struct config *(*config_of)(void *context, int64_t project); /* where it goes; NULL: nowhere */
	void *context;
};
NODISCARD enum outcome settings_load(struct store *store, struct arena *arena, const struct settings_reader *reader,
				     struct error *error);

/* Keeps of everything that is said several times the first. */
void settings_drop_doubles(struct arena *arena, struct config *config);

#endif
