/* SPDX-License-Identifier: MIT */
/* The claims of one decided subject: options, scope, evidence. */
#include "derive_claims.h"

#define CONFIDENCE_MOST 0.95
#define SHARE_PROSE 0.6 /* of the confidence, for rejections that stand in no list */

/* --- scope -------------------------------------------------------------------------------------------------------- */

static bool splits(const struct catalog_subject *subject, struct str scope)
{
	for (size_t i = 0; i < subject->scope_count; i++)
		if (str_equal(subject->scopes[i], scope))
			return true;
	return false;
}

/* The only scope of the subject that a place names; two of them limit nothing. */
static struct str only_scope(const struct weighing *weighing, enum origin origin)
{
	const struct gathering *gathering = weighing->gathering;
	struct str only = {0};
	for (size_t i = 0; i < gathering->scope_count[origin]; i++) {
		struct str name = gathering->matcher->catalog.scopes[gathering->scopes[origin][i]].name;
		if (!splits(weighing->entry, name))
			continue;
		if (!str_empty(only))
			return (struct str){0};
		only = name;
	}
	return only;
}

/* What all alternatives are limited to, the choice is limited to as well: against Pino and Winston, JavaScript. */
static struct str scope_of_alternatives(const struct weighing *weighing)
{
	struct str only = {0};
	for (size_t i = 0; i < weighing->gathering->fact_count; i++) {
		const struct fact *fact = &weighing->gathering->facts[i];
		if (!fact_rejects(weighing, fact))
			continue;
		struct str scope = weighing->entry->options[fact->option].scope;
		if (str_empty(scope) || str_equal(scope, only))
			continue;
		if (!str_empty(only))
			return (struct str){0};
		only = scope;
	}
	return only;
}

static struct str scope_of(const struct weighing *weighing, const struct fact *fact)
{
	static const enum origin order[] = {ORIGIN_TITLE, ORIGIN_CHOSEN, ORIGIN_DECISION};
	struct str scope = weighing->entry->options[fact->option].scope;
	if (str_empty(scope) && fact->scope != NO_SCOPE) {
		struct str behind = weighing->gathering->matcher->catalog.scopes[fact->scope].name;
		scope = splits(weighing->entry, behind) ? behind : scope;
	}
	if (str_empty(scope))
		scope = scope_of_alternatives(weighing);
	for (size_t i = 0; i < sizeof order / sizeof *order && str_empty(scope); i++)
		scope = only_scope(weighing, order[i]);
	if (str_empty(scope) && weighing->entry->per_part)
		scope = weighing->gathering->part;
	return scope;
}

/* --- claims ------------------------------------------------------------------------------------------------------- */

/* The sentence of the decision that names the option shows best that it was chosen. */
static struct span evidence_of(const struct weighing *weighing, const struct fact *chosen)
{
	const struct gathering *gathering = weighing->gathering;
	for (size_t i = 0; i < gathering->fact_count; i++) {
		const struct fact *fact = &gathering->facts[i];
		if (fact->origin == ORIGIN_DECISION && fact->leaning == LEANS_FOR && fact_counts(weighing, fact) &&
		    options_compatible(weighing, fact->option, chosen->option))
			return fact->at;
	}
	return chosen->at;
}

static struct claim *add_claim(struct gathering *gathering, const struct weighing *weighing, uint16_t option,
			       struct span at)
{
	struct claim *claim = LIST_ADD(gathering->arena, &gathering->record->claims);
	claim->subject = weighing->entry->name;
	claim->option = weighing->entry->options[option].name;
	claim->basis = CLAIM_CATALOG;
	claim->confidence = weighing->weight < CONFIDENCE_MOST ? weighing->weight : CONFIDENCE_MOST;
	claim->at = at;
	claim->quote = quote_of(gathering, at);
	return claim;
}

static bool has_claim(const struct gathering *gathering, const struct weighing *weighing, uint16_t option)
{
	LIST_EACH (const struct claim, claim, &gathering->record->claims)
		if (str_equal(claim->subject, weighing->entry->name) &&
		    str_equal(claim->option, weighing->entry->options[option].name))
			return true;
	return false;
}

/* Rejecting what the chosen one is a kind of would reject the chosen one. */
static bool rejects_chosen(const struct weighing *weighing, const struct fact *fact)
{
	const struct catalog_option *options = weighing->entry->options;
	for (size_t i = 0; i < weighing->chosen_count; i++)
		if (catalog_is_a(weighing->entry, options[weighing->chosen[i]->option].name,
				 options[fact->option].name))
			return true;
	return false;
}

void claim_subject(struct gathering *gathering, const struct weighing *weighing)
{
	struct str scope = {0};
	for (size_t i = 0; i < weighing->chosen_count; i++) {
		const struct fact *chosen = weighing->chosen[i];
		scope = scope_of(weighing, chosen);
		struct claim *claim = add_claim(gathering, weighing, chosen->option, evidence_of(weighing, chosen));
		claim->chosen = true;
		claim->scope = scope;
	}
	for (size_t i = 0; i < gathering->fact_count; i++) {
		const struct fact *fact = &gathering->facts[i];
		bool prose = fact->origin == ORIGIN_PROSE;
		if (!fact_rejects(weighing, fact) || has_claim(gathering, weighing, fact->option))
			continue;
		if (rejects_chosen(weighing, fact) || (prose && was_chosen(weighing, fact))) {
			trace_left_out(gathering, weighing->entry->name, weighing->entry->options[fact->option].name,
				       fact->at, "the sentence rejects it, but a kind of it was chosen");
			continue;
		}
		struct claim *claim = add_claim(gathering, weighing, fact->option, fact->at);
		claim->scope = scope;
		claim->confidence *= prose ? SHARE_PROSE : 1;
	}
}
