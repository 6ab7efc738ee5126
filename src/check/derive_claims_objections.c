/* SPDX-License-Identifier: MIT */
/* What speaks against a subject, however much its options are named. */
#include "derive_claims.h"

/* A word in the title says that something else is decided. */
static bool is_vetoed(const struct weighing *weighing)
{
	const struct sign *sign = weighing->sign;
	return (sign && sign->unless_in_title) || (weighing->gathering->veto && !(sign && sign->answers_veto));
}

/* "Python 3.11 or 3.12", "Azure SQL Standard -> Free": versions of what was chosen are the alternatives, or the title
 * names it twice. */
static bool is_edition(const struct weighing *weighing)
{
	size_t title = 0, title_other = 0, same = 0, other = 0;
	for (size_t i = 0; i < weighing->gathering->fact_count; i++) {
		const struct fact *fact = &weighing->gathering->facts[i];
		if (!fact_counts(weighing, fact) || fact->implied)
			continue;
		bool chosen = fact->option == weighing->chosen[0]->option;
		title += chosen && fact->origin == ORIGIN_TITLE;
		title_other += !chosen && fact->origin == ORIGIN_TITLE;
		same += chosen && fact->origin == ORIGIN_ALTERNATIVE && fact->versioned;
		other += !was_chosen(weighing, fact) && fact->origin == ORIGIN_ALTERNATIVE;
	}
	return (title > 1 && title_other == 0) || same > other;
}

/* What another choice takes for granted was a question only where the title or the alternatives say so. */
static bool is_asked(const struct weighing *weighing)
{
	return (weighing->sign && weighing->sign->cue[ORIGIN_TITLE]) || weigh_alternatives(weighing) > 0 ||
	       weighing->gathering->stack;
}

/* Title "Harbour DevOps", decision "Decided against Harbour DevOps": all that the decision says of it is no. What stands
 * as the chosen one in a list was chosen, however its reasons are worded. */
static bool is_denied(const struct weighing *weighing)
{
	bool denied = false;
	for (size_t i = 0; i < weighing->gathering->fact_count; i++) {
		const struct fact *fact = &weighing->gathering->facts[i];
		if (!fact_counts(weighing, fact) || !was_chosen(weighing, fact))
			continue;
		if (fact->origin == ORIGIN_CHOSEN && fact->listed)
			return false;
		if (fact->origin < ORIGIN_DECISION)
			continue;
		if (fact->leaning == LEANS_FOR)
			return false;
		denied |= fact->leaning == LEANS_AGAINST && fact->primary && fact->lead;
	}
	return denied;
}

/* Why the subject was not decided, whatever the weight; NULL: nothing speaks against it. */
const char *objection(const struct weighing *weighing)
{
	if (declares_choice(weighing->gathering->record, weighing->entry->name))
		return "the front matter declares a choice";
	if (weighing->chosen_count == 0)
		return why_nothing_chosen(weighing);
	if (weighing->chosen_count > CHOSEN_MOST)
		return "so many of its options are named together that it is an enumeration, not a choice";
	if (is_vetoed(weighing))
		return "a word in the title tells that something else is decided";
	if (is_denied(weighing))
		return "the decision speaks against what title or options name";
	if (is_edition(weighing))
		return "versions or editions of one option are the alternatives";
	if (weighing->implied && !is_asked(weighing))
		return "another choice takes it for granted, and it was no question";
	return NULL;
}
