/* SPDX-License-Identifier: MIT */
#include "waive.h"

#include "adr/parse/read_config.h"

static bool same_strs(const struct strs *a, const struct strs *b)
{
	bool same = a->count == b->count;
	for (size_t i = 0; same && i < a->count; i++)
		same = str_equal(a->item[i], b->item[i]);
	return same;
}

static bool same_waiver(const struct waiver *a, const struct waiver *b)
{
	return str_equal(a->subject, b->subject) && str_equal(a->reason, b->reason) && date_equal(a->until, b->until) &&
	       same_strs(&a->projects, &b->projects) && same_strs(&a->records, &b->records);
}

/* The new file says the same and this waiver. */
static enum outcome prove(struct arena *arena, struct str path, struct str before, const struct waiver *waiver,
			  struct waive_plan *plan, bool *proved, struct error *error)
{
	struct config config;
	enum outcome outcome = config_gained_waiver(arena, path, before, plan->after, proved, error);
	if (outcome == OUTCOME_OK && *proved)
		outcome = read_config_text(arena, path, plan->after, &config, error);
	if (outcome != OUTCOME_OK || !*proved)
		return outcome;
	const struct waiver *last =
		config.waivers.count ? &config.waivers.item[config.waivers.count - 1] : &(struct waiver){.line = 0};
	*proved = same_waiver(last, waiver);
	plan->line = last->line;
	return outcome;
}

enum outcome waive_plan(struct arena *arena, struct str path, const struct str *before, const struct waiver *waiver,
			struct waive_plan *plan, struct error *error)
{
	struct config_outline outline;
	struct str was = before ? *before : (struct str){0};
	struct waiver_text text = {.lines = waiver_yaml(arena, waiver, false),
				   .brackets = waiver_yaml(arena, waiver, true)};
	*plan = (struct waive_plan){.line = 0};
	enum outcome outcome = outline_config(arena, path, was, &outline, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	plan_waiver(arena, path, before, &outline, &text, &plan->edits);
	plan->after = edited_text(arena, was, &plan->edits);
	struct error reason = {"it would say something else"};
	bool proved = false;
	outcome = prove(arena, path, was, waiver, plan, &proved, &reason);
	if (outcome == OUTCOME_OK && proved)
		return outcome;
	return fail(
		error,
		"%.*s is written in a way that a waiver cannot be added to (%s); add %.*s to its 'conflicts: waivers:'",
		STR_ARG(path), reason.text, STR_ARG(text.brackets));
}
