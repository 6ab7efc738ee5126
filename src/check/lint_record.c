/* SPDX-License-Identifier: MIT */
#include "lint.h"

/* In the order in which a record is read. */
static const struct {
	enum rule rule;
	void (*check)(struct lint *lint);
} checks[] = {
	{RULE_TITLE_MISSING, check_title},       {RULE_STATUS_MISSING, check_status},
	{RULE_DATE_MISSING, check_date},         {RULE_CONTEXT_MISSING, check_context},
	{RULE_DECISION_MISSING, check_decision}, {RULE_CONSEQUENCES_MISSING, check_consequences},
};

void finding_in(struct finding *finding, const struct record *record)
{
	finding->project = record->project->name;
	finding->path = record->path;
}

void lint_record(const struct source *source, const struct config *config, struct arena *arena, struct record *record)
{
	struct lint lint = {source, arena, record};
	bool is_record = record->kind == KIND_RECORD; /* templates, indexes and logs have no parts to miss */
	for (size_t i = 0; i < sizeof checks / sizeof *checks && is_record; i++)
		checks[i].check(&lint);
	LIST_EACH (struct finding, finding, &record->findings)
		finding_in(finding, record);
	lint_settle(config, &record->findings);
}
