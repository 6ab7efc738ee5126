/* SPDX-License-Identifier: MIT */
#ifndef ADR_STORE_LOAD_AGES_H
#define ADR_STORE_LOAD_AGES_H

#include "load_row.h"

/* The dates of the decisions in force that pass, and the names of all projects. */
NODISCARD enum outcome load_ages(struct store *store, struct arena *arena, const struct record_filter *filter,
				 struct loaded_projects *projects, struct decisions_in_force *in_force,
				 struct error *error);

#endif
