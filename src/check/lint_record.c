/* SPDX-License-Identifier: MIT */
#include "lint.h"

/* In the order in which a record is read. A log tells its decisions in a few words, often in nothing but a heading:
 * nothing is missed there. */
static const struct {
	enum rule rule;
	void (*check)(struct lint *lint);
	bool in_logs;
} checks[] = {
	{RULE_TITLE_MISSING, check_title, true},        {RULE_STATUS_MISSING, check_status, true},
	{RULE_DATE_MISSING, check_date, false},         {RULE_CONTEXT_MISSING, check_context, false},
	{RULE_DECISION_MISSING, check_decision, false}, {RULE_CONSEQUENCES_MISSING, check_consequences, false},
	{RULE_DECLARATION_MISSPELT, check_declarations, false},
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
		if (checks[i].in_logs || !record_is_part(record))
			checks[i].check(&lint);
	LIST_EACH (struct finding, finding, &record->findings)
		finding_in(finding, record);
	lint_settle(config, &record->findings);
}
