/* SPDX-License-Identifier: MIT */
/* Which subjects a record decided. A record decides one question, seldom more, and names many things in passing: a
 * subject counts only when title, chosen option, alternatives and decision agree on it to a sufficient weight. */
#include "derive_claims.h"

/* How much each sign is worth. From WEIGHT_DECIDED on a subject counts as decided. */
#define WEIGHT_DECIDED 0.605
#define WEIGHT_CHOSEN_LISTED 0.55 /* the chosen one of listed alternatives */
#define WEIGHT_CHOSEN 0.45
#define WEIGHT_TITLE 0.4
#define WEIGHT_TITLE_MENTION 0.2 /* "Alpine vs Debian" */
#define WEIGHT_TITLE_WHOLE 0.61  /* "Use Redis" */
#define WEIGHT_TITLE_CUE 0.41    /* "Container base image" */
#define WEIGHT_STACK 0.41        /* "Technology stack" */
#define WEIGHT_DECISION 0.2      /* the first sentence of the decision names it */
#define WEIGHT_DECISION_LATER 0.05
#define WEIGHT_CUE_NEARBY 0.1
#define WEIGHT_ALTERNATIVE 0.25 /* an alternative belongs to the same subject */
#define WEIGHT_ALTERNATIVES 0.1 /* a second one does */
#define SHARE_BESIDE 0.4        /* of the weight for what stands behind "with" or "for" */
#define LAG_MOST 0.45           /* behind the surest subject of the record */

static const struct sign *find_sign(const struct gathering *gathering, uint16_t subject)
{
	for (size_t i = 0; i < gathering->sign_count; i++)
		if (gathering->signs[i].subject == subject)
			return &gathering->signs[i];
	return NULL;
}

static bool is_beside(const struct weighing *weighing, const struct fact *fact)
{
	return weighing->entry->options[fact->option].beside;
}

bool options_compatible(const struct weighing *weighing, uint16_t one, uint16_t other)
{
	const struct catalog_option *options = weighing->entry->options;
	return one == other || catalog_compatible(weighing->entry, options[one].name, options[other].name);
}

/* An ambiguous name needs a cue: in the title, among the options, or in its own phrase; or company: an unambiguous
 * option of the subject in the title or among the options, or two of its options in the record's list. A title that says
 * nothing but the name, "Play", is explained by the context. */
static bool is_at_hand(struct gathering *gathering, uint16_t subject)
{
	const struct sign *sign = find_sign(gathering, subject);
	if (sign && (sign->cue[ORIGIN_TITLE] || sign->cue[ORIGIN_CHOSEN] || sign->cue[ORIGIN_ALTERNATIVE]))
		return true;
	const struct fact *listed = NULL;
	bool whole = false;
	for (size_t i = 0; i < gathering->fact_count; i++) {
		const struct fact *fact = &gathering->facts[i];
		if (fact->subject != subject || fact->origin == ORIGIN_DECISION || fact->implied)
			continue;
		if (!fact->ambiguous || (listed && fact->listed && listed->option != fact->option))
			return true;
		listed = fact->listed ? fact : listed;
		whole |= fact->whole;
	}
	return whole && cues_in_context(gathering, subject) > 0;
}

bool fact_counts(const struct weighing *weighing, const struct fact *fact)
{
	return fact->subject == weighing->subject && (!fact->ambiguous || weighing->at_hand || fact->cued);
}

bool fact_rejects(const struct weighing *weighing, const struct fact *fact)
{
	if (!fact_counts(weighing, fact))
		return false;
	return fact->origin == ORIGIN_ALTERNATIVE ? fact->leaning == LEANS_FOR : fact->leaning == LEANS_AGAINST;
}

/* --- what was chosen ---------------------------------------------------------------------------------------------- */

static void choose(struct weighing *weighing, const struct fact *fact)
{
	const struct catalog_option *options = weighing->entry->options;
	for (size_t i = 0; i < weighing->chosen_count; i++) {
		const struct fact *known = weighing->chosen[i];
		bool same_part = known->scope == fact->scope || known->scope == NO_SCOPE || fact->scope == NO_SCOPE;
		if (!options_compatible(weighing, known->option, fact->option) || !same_part)
			continue;
		/* Of an option and a kind of it the kind says more. */
		if (known->option != fact->option &&
		    catalog_is_a(weighing->entry, options[fact->option].name, options[known->option].name))
			weighing->chosen[i] = fact;
		return;
	}
	if (weighing->chosen_count <= CHOSEN_MOST)
		weighing->chosen[weighing->chosen_count++] = fact;
}

static bool is_choice(const struct weighing *weighing, const struct fact *fact, enum origin origin)
{
	return fact->origin == origin && fact->leaning == LEANS_FOR && fact->implied == weighing->implied &&
	       fact_counts(weighing, fact) && !is_beside(weighing, fact);
}

static const struct fact *find_choice(const struct weighing *weighing, enum origin origin)
{
	for (size_t i = 0; i < weighing->gathering->fact_count; i++)
		if (is_choice(weighing, &weighing->gathering->facts[i], origin))
			return &weighing->gathering->facts[i];
	return NULL;
}

/* All that the place chooses; of the decision only the first sentence that chooses, since later ones argue. */
static void choose_from(struct weighing *weighing, enum origin origin)
{
	const struct fact *first = find_choice(weighing, origin);
	for (size_t i = 0; first && i < weighing->gathering->fact_count; i++) {
		const struct fact *fact = &weighing->gathering->facts[i];
		bool together = fact->phrase == first->phrase || (fact->listed && first->listed);
		if (is_choice(weighing, fact, origin) && (origin != ORIGIN_DECISION || together))
			choose(weighing, fact);
	}
}

/* Title or option name something that goes beside the options: the choice itself is nearby, if there is one. */
static bool names_beside(const struct weighing *weighing)
{
	for (size_t i = 0; i < weighing->gathering->fact_count; i++) {
		const struct fact *fact = &weighing->gathering->facts[i];
		if ((fact->origin == ORIGIN_TITLE || fact->origin == ORIGIN_CHOSEN) && fact->leaning == LEANS_FOR &&
		    fact_counts(weighing, fact) && is_beside(weighing, fact))
			return true;
	}
	return false;
}

/* "Vercel for the frontend, Fly.io for the backend": the title gives each part its own. */
static bool splits_scopes(const struct weighing *weighing)
{
	const struct fact *first = NULL;
	for (size_t i = 0; i < weighing->gathering->fact_count; i++) {
		const struct fact *fact = &weighing->gathering->facts[i];
		if (!is_choice(weighing, fact, ORIGIN_TITLE) || fact->scope == NO_SCOPE)
			continue;
		if (first && first->scope != fact->scope && !options_compatible(weighing, first->option, fact->option))
			return true;
		first = first ? first : fact;
	}
	return false;
}

/* The chosen option says it best, then the title, then the decision; but where title and decision agree against the
 * option, or the decision names another one in its first words, the option was taken from the wrong line. */
static enum origin best_origin(const struct weighing *weighing)
{
	if (find_choice(weighing, ORIGIN_REVISION))
		return ORIGIN_REVISION;
	if (splits_scopes(weighing))
		return ORIGIN_TITLE;
	const struct fact *option = find_choice(weighing, ORIGIN_CHOSEN), *title = find_choice(weighing, ORIGIN_TITLE),
			  *decision = find_choice(weighing, ORIGIN_DECISION);
	if (!option)
		return title ? ORIGIN_TITLE : ORIGIN_DECISION;
	if (!decision || !decision->primary || !decision->lead ||
	    options_compatible(weighing, option->option, decision->option))
		return ORIGIN_CHOSEN;
	if (title)
		return options_compatible(weighing, title->option, decision->option) ? ORIGIN_TITLE : ORIGIN_CHOSEN;
	return ORIGIN_DECISION;
}

static bool is_primary(const struct fact *fact)
{
	return fact->origin != ORIGIN_DECISION || fact->primary;
}

/* Where nothing was chosen outright but in passing, what other choices take for granted was chosen. */
static void find_chosen(struct weighing *weighing)
{
	choose_from(weighing, best_origin(weighing));
	if (weighing->chosen_count && is_primary(weighing->chosen[0]))
		return;
	if (names_beside(weighing))
		weighing->chosen_count = 0;
	weighing->implied = true;
	if (find_choice(weighing, best_origin(weighing)))
		weighing->chosen_count = 0;
	else
		weighing->implied = false;
	if (weighing->implied)
		choose_from(weighing, best_origin(weighing));
}

bool was_chosen(const struct weighing *weighing, const struct fact *fact)
{
	for (size_t i = 0; i < weighing->chosen_count; i++)
		if (options_compatible(weighing, weighing->chosen[i]->option, fact->option))
			return true;
	return false;
}

/* --- how sure ----------------------------------------------------------------------------------------------------- */

static double larger(double a, double b)
{
	return a > b ? a : b;
}

/* In a list of many choices, what stands behind "for" says what another choice is good for. */
static bool is_outright(const struct weighing *weighing, const struct fact *fact)
{
	return fact->primary && !fact->attribute && (fact->lead || !weighing->gathering->stack);
}

static double weight_of(const struct weighing *weighing, const struct fact *fact)
{
	double share = fact->lead && !fact->attribute ? 1 : SHARE_BESIDE;
	switch (fact->origin) {
	case ORIGIN_CHOSEN:
		return share * (fact->listed ? WEIGHT_CHOSEN_LISTED : WEIGHT_CHOSEN);
	case ORIGIN_TITLE:
		return share * (fact->whole ? WEIGHT_TITLE_WHOLE : WEIGHT_TITLE);
	case ORIGIN_DECISION:
		return is_outright(weighing, fact) ? WEIGHT_DECISION : WEIGHT_DECISION_LATER;
	case ORIGIN_REVISION:
		return WEIGHT_DECISION;
	case ORIGIN_ALTERNATIVE:
	case ORIGIN_PROSE:
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
		if (!fact_counts(weighing, fact))
			continue;
		if (fact->origin == ORIGIN_TITLE)
			best[ORIGIN_TITLE] = larger(best[ORIGIN_TITLE], WEIGHT_TITLE_MENTION);
		if (fact->leaning != LEANS_FOR || (!was_chosen(weighing, fact) && !is_beside(weighing, fact)))
			continue;
		best[fact->origin] = larger(best[fact->origin], weight_of(weighing, fact));
		if (fact->cued && fact->origin != ORIGIN_TITLE)
			cue = WEIGHT_CUE_NEARBY;
	}
	return best[ORIGIN_CHOSEN] + best[ORIGIN_TITLE] + larger(best[ORIGIN_DECISION], best[ORIGIN_REVISION]) + cue;
}

double weigh_alternatives(const struct weighing *weighing)
{
	const struct fact *first = NULL;
	for (size_t i = 0; i < weighing->gathering->fact_count; i++) {
		const struct fact *fact = &weighing->gathering->facts[i];
		if (!fact_rejects(weighing, fact) || was_chosen(weighing, fact))
			continue;
		if (first && first->option != fact->option)
			return WEIGHT_ALTERNATIVE + WEIGHT_ALTERNATIVES;
		first = first ? first : fact;
	}
	return first ? WEIGHT_ALTERNATIVE : 0;
}

static double weigh_signs(const struct weighing *weighing)
{
	const struct sign *sign = weighing->sign;
	double weight = weighing->gathering->stack ? WEIGHT_STACK : 0;
	if (sign && sign->cue[ORIGIN_TITLE])
		weight = larger(weight, WEIGHT_TITLE_CUE);
	return weight;
}

static struct weighing weigh(struct gathering *gathering, uint16_t subject)
{
	struct weighing weighing = {.gathering = gathering,
				    .subject = subject,
				    .entry = &gathering->matcher->catalog.subjects[subject],
				    .sign = find_sign(gathering, subject),
				    .at_hand = is_at_hand(gathering, subject)};
	find_chosen(&weighing);
	weighing.why = objection(&weighing);
	if (weighing.why && !gathering->trace)
		return weighing;
	weighing.sum = weigh_choice(&weighing) + weigh_alternatives(&weighing) + weigh_signs(&weighing);
	weighing.weight = weighing.why ? 0 : weighing.sum;
	return weighing;
}

static bool is_weighed(const struct weighing *weighings, size_t count, uint16_t subject)
{
	for (size_t i = 0; i < count; i++)
		if (weighings[i].subject == subject)
			return true;
	return false;
}

/* NULL: decided. */
static const char *verdict(const struct weighing *weighing, double best)
{
	if (weighing->why)
		return weighing->why;
	if (weighing->weight < WEIGHT_DECIDED)
		return "title, options and decision say too little for it";
	return weighing->weight < best - LAG_MOST && !weighing->gathering->stack ? "another subject is much surer" : NULL;
}

static bool lacks_rejections(const struct weighing *weighings, size_t count, double best)
{
	for (size_t i = 0; i < count; i++)
		if (!verdict(&weighings[i], best) && weigh_alternatives(&weighings[i]) <= 0)
			return true;
	return false;
}

/* Counts the decided subjects and makes their claims. */
static size_t claim_decided(struct gathering *gathering, const struct weighing *weighings, size_t count, double best)
{
	size_t decided = 0;
	if (lacks_rejections(weighings, count, best))
		gather_rejections(gathering);
	for (size_t i = 0; i < count; i++) {
		const char *why = verdict(&weighings[i], best);
		trace_subject(&weighings[i], !why, why ? why : "decided");
		if (why)
			continue;
		claim_subject(gathering, &weighings[i]);
		decided++;
	}
	return decided;
}

size_t weigh_subjects(struct gathering *gathering)
{
	struct weighing weighings[SUBJECTS_MOST];
	size_t count = 0;
	double best = 0;
	for (size_t i = 0; i < gathering->fact_count && count < SUBJECTS_MOST; i++)
		if (!is_weighed(weighings, count, gathering->facts[i].subject))
			weighings[count++] = weigh(gathering, gathering->facts[i].subject);
	settle_rivals(gathering, weighings, count);
	for (size_t i = 0; i < count; i++)
		best = larger(best, weighings[i].weight);
	return claim_decided(gathering, weighings, count, best);
}
