/* SPDX-License-Identifier: MIT */
/* Which subjects a record decided. A record decides one question, seldom more, and names many things in passing: a
 * subject counts only when title, chosen option, alternatives and decision agree on it to a sufficient weight. */
#include "derive_claims.h"

/* How much each sign is worth. From 0.6 on a subject counts as decided. */
#define WEIGHT_DECIDED 0.6
#define WEIGHT_CHOSEN_LISTED 0.55 /* the chosen one of listed alternatives */
#define WEIGHT_CHOSEN 0.45
#define WEIGHT_TITLE 0.45
#define WEIGHT_TITLE_MENTION 0.2 /* "Alpine vs Debian" */
#define WEIGHT_TITLE_CUE 0.3     /* "Container base image" */
#define WEIGHT_DECISION 0.2      /* the first sentence of the decision names it */
#define WEIGHT_DECISION_LATER 0.1
#define WEIGHT_CUE_NEARBY 0.1
#define WEIGHT_ALTERNATIVE 0.25 /* an alternative belongs to the same subject */
#define WEIGHT_ALTERNATIVES 0.1 /* a second one does */
#define WEIGHT_UNLESS (-0.6)
#define SHARE_BESIDE 0.4 /* of the weight for what stands behind "with" or "for" */
#define LAG_MOST 0.45    /* behind the surest subject of the record */
#define CONFIDENCE_MOST 0.95

#define CHOSEN_MOST 3 /* options of one subject; more is an enumeration, not a choice */

/* One subject of the record. */
struct weighing {
	const struct gathering *gathering;
	uint16_t subject;
	const struct catalog_subject *entry;
	const struct sign *sign; /* NULL: no cue anywhere */
	bool at_hand;            /* ambiguous names count */
	const struct fact *chosen[CHOSEN_MOST + 1];
	size_t chosen_count;
	double weight;
};

static const struct sign *find_sign(const struct gathering *gathering, uint16_t subject)
{
	for (size_t i = 0; i < gathering->sign_count; i++)
		if (gathering->signs[i].subject == subject)
			return &gathering->signs[i];
	return NULL;
}

static bool compatible(const struct weighing *weighing, uint16_t one, uint16_t other)
{
	const struct catalog_option *options = weighing->entry->options;
	return catalog_compatible(weighing->entry, options[one].name, options[other].name);
}

/* An ambiguous name needs a cue: in the title, or in its own phrase; or company: an unambiguous option of the subject
 * in the title or among the options. */
static bool is_at_hand(const struct gathering *gathering, uint16_t subject)
{
	const struct sign *sign = find_sign(gathering, subject);
	if (sign && (sign->cue[ORIGIN_TITLE] || sign->cue[ORIGIN_CHOSEN] || sign->cue[ORIGIN_ALTERNATIVE]))
		return true;
	for (size_t i = 0; i < gathering->fact_count; i++) {
		const struct fact *fact = &gathering->facts[i];
		if (fact->subject == subject && !fact->ambiguous && fact->origin != ORIGIN_DECISION)
			return true;
	}
	return false;
}

static bool counts(const struct weighing *weighing, const struct fact *fact)
{
	return fact->subject == weighing->subject && (!fact->ambiguous || weighing->at_hand || fact->cued);
}

/* --- what was chosen ---------------------------------------------------------------------------------------------- */

static void choose(struct weighing *weighing, const struct fact *fact)
{
	for (size_t i = 0; i < weighing->chosen_count; i++) {
		const struct fact *known = weighing->chosen[i];
		if (!compatible(weighing, known->option, fact->option))
			continue;
		/* Of an option and a kind of it the kind says more. */
		const struct catalog_option *options = weighing->entry->options;
		if (known->option != fact->option &&
		    catalog_is_a(weighing->entry, options[fact->option].name, options[known->option].name))
			weighing->chosen[i] = fact;
		return;
	}
	if (weighing->chosen_count <= CHOSEN_MOST)
		weighing->chosen[weighing->chosen_count++] = fact;
}

static void choose_from(struct weighing *weighing, enum origin origin)
{
	const struct gathering *gathering = weighing->gathering;
	uint16_t sentence = 0;
	for (size_t i = 0; i < gathering->fact_count; i++) {
		const struct fact *fact = &gathering->facts[i];
		if (fact->origin != origin || fact->leaning != LEANS_FOR || !counts(weighing, fact))
			continue;
		/* Only the first sentence that chooses: later ones argue. */
		if (weighing->chosen_count && fact->sentence != sentence)
			break;
		sentence = fact->sentence;
		choose(weighing, fact);
	}
}

/* The chosen option says it best, then the title, then the decision. */
static void find_chosen(struct weighing *weighing)
{
	static const enum origin order[] = {ORIGIN_CHOSEN, ORIGIN_TITLE, ORIGIN_DECISION};
	for (size_t i = 0; i < sizeof order / sizeof *order && weighing->chosen_count == 0; i++)
		choose_from(weighing, order[i]);
}

static bool was_chosen(const struct weighing *weighing, const struct fact *fact)
{
	for (size_t i = 0; i < weighing->chosen_count; i++)
		if (compatible(weighing, weighing->chosen[i]->option, fact->option))
			return true;
	return false;
}

/* --- how sure ----------------------------------------------------------------------------------------------------- */

static double larger(double a, double b)
{
	return a > b ? a : b;
}

static double weight_of(const struct fact *fact)
{
	double share = fact->lead ? 1 : SHARE_BESIDE;
	switch (fact->origin) {
	case ORIGIN_CHOSEN:
		return share * (fact->listed ? WEIGHT_CHOSEN_LISTED : WEIGHT_CHOSEN);
	case ORIGIN_TITLE:
		return share * WEIGHT_TITLE;
	case ORIGIN_DECISION:
		return share * (fact->sentence == 0 ? WEIGHT_DECISION : WEIGHT_DECISION_LATER);
	case ORIGIN_ALTERNATIVE:
	case ORIGIN_COUNT:
		break;
	}
	return 0;
}

/* The best that each place says for what was chosen. */
static double weigh_choice(const struct weighing *weighing)
{
	double best[ORIGIN_COUNT] = {0}, cue = 0;
	for (size_t i = 0; i < weighing->gathering->fact_count; i++) {
		const struct fact *fact = &weighing->gathering->facts[i];
		if (!counts(weighing, fact))
			continue;
		if (fact->origin == ORIGIN_TITLE)
			best[ORIGIN_TITLE] = larger(best[ORIGIN_TITLE], WEIGHT_TITLE_MENTION);
		if (fact->leaning != LEANS_FOR || !was_chosen(weighing, fact))
			continue;
		best[fact->origin] = larger(best[fact->origin], weight_of(fact));
		if (fact->cued && fact->origin != ORIGIN_TITLE)
			cue = WEIGHT_CUE_NEARBY;
	}
	return best[ORIGIN_CHOSEN] + best[ORIGIN_TITLE] + best[ORIGIN_DECISION] + cue;
}

static bool is_rejection(const struct weighing *weighing, const struct fact *fact)
{
	if (!counts(weighing, fact))
		return false;
	return fact->origin == ORIGIN_ALTERNATIVE ? fact->leaning == LEANS_FOR : fact->leaning == LEANS_AGAINST;
}

static double weigh_alternatives(const struct weighing *weighing)
{
	const struct fact *first = NULL;
	for (size_t i = 0; i < weighing->gathering->fact_count; i++) {
		const struct fact *fact = &weighing->gathering->facts[i];
		if (!is_rejection(weighing, fact) || was_chosen(weighing, fact))
			continue;
		if (first && first->option != fact->option)
			return WEIGHT_ALTERNATIVE + WEIGHT_ALTERNATIVES;
		first = first ? first : fact;
	}
	return first ? WEIGHT_ALTERNATIVE : 0;
}

static double weigh_signs(const struct sign *sign)
{
	if (!sign)
		return 0;
	return (sign->cue[ORIGIN_TITLE] ? WEIGHT_TITLE_CUE : 0) + (sign->unless_in_title ? WEIGHT_UNLESS : 0);
}

static struct weighing weigh(const struct gathering *gathering, uint16_t subject)
{
	struct weighing weighing = {.gathering = gathering,
				    .subject = subject,
				    .entry = &gathering->matcher->catalog.subjects[subject],
				    .sign = find_sign(gathering, subject),
				    .at_hand = is_at_hand(gathering, subject)};
	find_chosen(&weighing);
	if (weighing.chosen_count == 0 || weighing.chosen_count > CHOSEN_MOST)
		return weighing;
	weighing.weight = weigh_choice(&weighing) + weigh_alternatives(&weighing) + weigh_signs(weighing.sign);
	return weighing;
}

/* --- claims ------------------------------------------------------------------------------------------------------- */

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

static struct str scope_of(const struct weighing *weighing, const struct fact *fact)
{
	static const enum origin order[] = {ORIGIN_TITLE, ORIGIN_CHOSEN, ORIGIN_DECISION};
	struct str scope = weighing->entry->options[fact->option].scope;
	for (size_t i = 0; i < sizeof order / sizeof *order && str_empty(scope); i++)
		scope = only_scope(weighing, order[i]);
	return scope;
}

/* The sentence of the decision that names the option shows best that it was chosen. */
static struct span evidence_of(const struct weighing *weighing, const struct fact *chosen)
{
	const struct gathering *gathering = weighing->gathering;
	for (size_t i = 0; i < gathering->fact_count; i++) {
		const struct fact *fact = &gathering->facts[i];
		if (fact->origin == ORIGIN_DECISION && fact->leaning == LEANS_FOR && counts(weighing, fact) &&
		    compatible(weighing, fact->option, chosen->option))
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

static void claim_subject(struct gathering *gathering, const struct weighing *weighing)
{
	struct str scope = {0};
	for (size_t i = 0; i < weighing->chosen_count; i++) {
		const struct fact *chosen = weighing->chosen[i];
		struct claim *claim = add_claim(gathering, weighing, chosen->option, evidence_of(weighing, chosen));
		claim->chosen = true;
		claim->scope = scope = scope_of(weighing, chosen);
	}
	for (size_t i = 0; i < gathering->fact_count; i++) {
		const struct fact *fact = &gathering->facts[i];
		if (is_rejection(weighing, fact) && !rejects_chosen(weighing, fact) &&
		    !has_claim(gathering, weighing, fact->option))
			add_claim(gathering, weighing, fact->option, fact->at)->scope = scope;
	}
}

#define SUBJECTS_MOST 32 /* that the facts of one record may touch */

size_t weigh_subjects(struct gathering *gathering)
{
	struct weighing weighings[SUBJECTS_MOST];
	size_t count = 0, decided = 0;
	double best = 0;
	for (size_t i = 0; i < gathering->fact_count && count < SUBJECTS_MOST; i++) {
		bool known = false;
		for (size_t j = 0; j < count; j++)
			known |= weighings[j].subject == gathering->facts[i].subject;
		if (known)
			continue;
		weighings[count] = weigh(gathering, gathering->facts[i].subject);
		best = larger(best, weighings[count++].weight);
	}
	for (size_t i = 0; i < count; i++) {
		if (weighings[i].weight < WEIGHT_DECIDED || weighings[i].weight < best - LAG_MOST)
			continue;
		claim_subject(gathering, &weighings[i]);
		decided++;
	}
	return decided;
}
