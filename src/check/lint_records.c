/* SPDX-License-Identifier: MIT */
#include "lint.h"

void lint_records(const struct records *records, file_exists_fn exists, void *context, struct arena *arena,
		  struct findings *findings)
{
	struct lint_all lint = {
		.records = records, .exists = exists, .context = context, .arena = arena, .findings = findings};
	relations_find(arena, records, &lint.relations);
	check_numbers(&lint);
	check_links(&lint);
	check_supersession(&lint);
}

void lint_settle(const struct config *config, struct findings *findings)
{
	size_t kept = 0;
	LIST_EACH (struct finding, finding, findings) {
		finding->severity = (enum severity)config->rules[finding->rule];
		if (finding->severity != SEVERITY_OFF)
			findings->item[kept++] = *finding;
	}
	findings->count = kept;
}
