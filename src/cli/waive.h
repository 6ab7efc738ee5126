/* SPDX-License-Identifier: MIT */
/* `adr conflicts --waive`: writes a waiver into the .adr.yml of the workspace. */
#ifndef ADR_CLI_WAIVE_H
#define ADR_CLI_WAIVE_H

#include "adr/edit/edit.h"
#include "adr/model/config.h"
#include "session.h"

/* The file as it will be, and the edits that make it so. */
struct waive_plan {
	struct edits edits;
	struct str after;
	uint32_t line; /* of the new waiver */
};

/* Plans `waiver` as the last one of the .adr.yml at `path`, which holds `before`; NULL: there is none yet. Reads the
 * result again, and fails unless it says what `before` says and this waiver. Pure, but for catalogue files that the
 * settings name. */
NODISCARD enum outcome waive_plan(struct arena *arena, struct str path, const struct str *before,
				  const struct waiver *waiver, struct waive_plan *plan, struct error *error);

struct waive_wanted {
	struct str subject, reason;
	struct strs projects, ids;
	struct date until;
	bool dry_run; /* only show the difference */
};

/* Checks that all names exist, writes the waiver and tells what it silences. */
NODISCARD enum outcome waive(struct session *session, struct asked_index *index, const struct strs *paths,
			     const struct waive_wanted *wanted, struct error *error);

#endif
