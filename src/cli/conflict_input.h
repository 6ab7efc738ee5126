/* SPDX-License-Identifier: MIT */
/* What `adr conflicts` judges: records with claims, and the settings that settle what they disagree on. */
#ifndef ADR_CLI_CONFLICT_INPUT_H
#define ADR_CLI_CONFLICT_INPUT_H

#include "session.h"

struct conflict_question {
	struct str db;
	struct str base; /* --changed: a git revision; empty: everything counts */
	bool proposed;   /* decisions that are not in force yet as well; of a change they always are */
	const struct strs *paths;
};

struct conflict_input {
	struct records records;
	const bool *changed; /* of each record; NULL: no change was asked about */
	struct config settings;
	const struct workspace *workspace;
};

/* Without --changed: the index, brought up to date as always. With --changed: the files of the checkout, and, with
 * --db, everything else as the index that another job published has it: of projects that the checkout holds its records
 * count, of all others those of the index, which is only read. `index` is closed by the caller. */
NODISCARD enum outcome conflict_input(struct session *session, const struct conflict_question *question,
				      struct asked_index *index, struct conflict_input *input, struct error *error);

#endif
