/* SPDX-License-Identifier: MIT */
#ifndef ADR_STORE_FILES_H
#define ADR_STORE_FILES_H

#include "sql.h"

struct known_file {
	bool known;
	int64_t record; /* 0: it is no record. The first of several decisions, whose numbers follow each other */
	int64_t count;  /* of its records */
};

NODISCARD enum outcome find_file(struct store *store, int64_t project, struct str path, struct known_file *file,
				 struct error *error);

#endif
