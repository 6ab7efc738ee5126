/* SPDX-License-Identifier: MIT */
/* Inside of linting: what a rule gets, and the rules. A rule is a function that adds findings; which severity they have
 * in the end is not its business. docs/rules.md explains each to users. */
#ifndef ADR_CHECK_LINT_H
#define ADR_CHECK_LINT_H

#include "adr/check/check.h"
#include "relations.h"

/* One record with its file. */
struct lint {
	const struct source *source;
	struct arena *arena;
	struct record *record; /* its findings grow */
};

void check_title(struct lint *lint);
void check_status(struct lint *lint);
void check_date(struct lint *lint);
void check_context(struct lint *lint);
void check_decision(struct lint *lint);
void check_consequences(struct lint *lint);
void check_declarations(struct lint *lint);

/* All records of a workspace. */
struct lint_all {
	const struct records *records;
	struct relations relations;
	file_exists_fn exists;
	void *context; /* for `exists` */
	struct arena *arena;
	struct findings *findings;
};

void check_numbers(struct lint_all *lint);
void check_links(struct lint_all *lint);
void check_supersession(struct lint_all *lint);

/* Says whose file a finding is about. */
void finding_in(struct finding *finding, const struct record *record);

#endif
