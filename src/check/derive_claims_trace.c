/* SPDX-License-Identifier: MIT */
/* How the claims came about, for those who ask: explain_claims(). Every function here does nothing when nobody does. */
#include "derive_claims.h"

static struct explain_step *add_step(const struct gathering *gathering, enum explain_kind kind, struct span at)
{
	struct explain_step *step = LIST_ADD(gathering->arena, gathering->trace);
	*step = (struct explain_step){.kind = kind, .counts = true, .at = at};
	return step;
}

/* --- what was found ----------------------------------------------------------------------------------------------- */

static const char *place_name(const struct fact *like)
{
	switch (like->origin) {
	case ORIGIN_TITLE:
		return "the title";
	case ORIGIN_CHOSEN:
		return like->listed ? "the chosen one of the listed options" : "what the decision names as chosen";
	case ORIGIN_ALTERNATIVE:
		return "an option that was not chosen";
	case ORIGIN_DECISION:
		return like->primary ? "a sentence of the decision" : "a later sentence of the decision, which weighs less";
	case ORIGIN_REVISION:
		return "a sentence that revises the decision";
	case ORIGIN_PROSE:
		return "a sentence elsewhere, looked at for rejections alone";
	case ORIGIN_COUNT:
		break;
	}
	return "";
}

static const char *side_name(enum origin origin, const struct lean *lean)
{
	if (lean->leaning == LEANS_FOR && origin == ORIGIN_ALTERNATIVE)
		return "listed and not chosen";
	if (lean->leaning == LEANS_FOR)
		return lean->lead ? "stands on the side of the choice"
				  : "stands on the side of the choice, behind 'with', 'for' or the like";
	if (lean->leaning == LEANS_AGAINST)
		return "stands on the other side: 'instead of', 'not', 'from'";
	return "takes no side: the sentence leaves it open, argues, or speaks of something aside";
}

static void trace_name(const struct gathering *gathering, const struct mention *mention, const struct lean *lean,
		       const struct fact *like)
{
	const struct catalog_subject *subject = &gathering->matcher->catalog.subjects[mention->meaning.subject];
	const char *doubt = mention->meaning.ambiguous ? "; the name means other things as well" : "";
	struct explain_step *step = add_step(gathering, EXPLAIN_NAME, like->at);
	step->counts = lean->leaning != LEANS_NOWHERE;
	step->subject = subject->name;
	step->option = subject->options[mention->meaning.option].name;
	step->words = phrase_words(&gathering->phrase, mention);
	step->message = arena_printf(gathering->arena, "%s%s", side_name(like->origin, lean), doubt);
}

static void trace_word(const struct gathering *gathering, const struct mention *mention, const struct fact *like)
{
	const struct catalog *catalog = &gathering->matcher->catalog;
	enum explain_kind kind = mention->meaning.kind == MEANS_CUE      ? EXPLAIN_CUE
				 : mention->meaning.kind == MEANS_UNLESS ? EXPLAIN_AGAINST
									 : EXPLAIN_SCOPE;
	struct explain_step *step = add_step(gathering, kind, like->at);
	step->words = phrase_words(&gathering->phrase, mention);
	if (kind == EXPLAIN_SCOPE)
		step->option = catalog->scopes[mention->meaning.option].name;
	else if (mention->meaning.subject != ANY_SUBJECT)
		step->subject = catalog->subjects[mention->meaning.subject].name;
	step->counts = kind != EXPLAIN_AGAINST || like->origin == ORIGIN_TITLE;
	step->message = kind == EXPLAIN_CUE     ? STR("speaks of the subject")
			: kind == EXPLAIN_SCOPE ? STR("limits what is decided")
			: step->counts          ? STR("in a title it tells that something else is decided")
						: STR("counts in titles alone");
}

void trace_phrase(const struct gathering *gathering, struct str text, const struct fact *like,
		  const struct lean *leans)
{
	if (!gathering->trace)
		return;
	struct explain_step *place = add_step(gathering, EXPLAIN_PLACE, like->at);
	place->words = text;
	place->message = str_of(place_name(like));
	for (size_t i = 0; i < gathering->mentions.count; i++) {
		const struct mention *mention = &gathering->mentions.item[i];
		if (mention->meaning.kind == MEANS_OPTION)
			trace_name(gathering, mention, &leans[i], like);
		else if (mention->meaning.kind != MEANS_TURN && mention->meaning.kind != MEANS_NOTHING &&
			 (mention->meaning.kind != MEANS_UNLESS || like->origin == ORIGIN_TITLE))
			trace_word(gathering, mention, like);
	}
}

void trace_unread(const struct gathering *gathering, struct str text, struct span at, const char *why)
{
	if (!gathering->trace)
		return;
	struct explain_step *step = add_step(gathering, EXPLAIN_PLACE, at);
	step->counts = false;
	step->words = text;
	step->message = arena_printf(gathering->arena, "not looked at, %s", why);
}

void trace_left_out(const struct gathering *gathering, struct str subject, struct str option, struct span at,
		    const char *why)
{
	if (!gathering->trace)
		return;
	struct explain_step *step = add_step(gathering, EXPLAIN_LEFT_OUT, at);
	step->counts = false;
	step->subject = subject;
	step->option = option;
	step->message = str_of(why);
}

/* --- what was made of it ------------------------------------------------------------------------------------------ */

const char *why_nothing_chosen(const struct weighing *weighing)
{
	const struct gathering *gathering = weighing->gathering;
	bool doubtful = false, known = false;
	for (size_t i = 0; gathering->trace && i < gathering->fact_count; i++) {
		const struct fact *fact = &gathering->facts[i];
		bool chosen = fact->subject == weighing->subject && fact->leaning == LEANS_FOR &&
			      fact->origin != ORIGIN_ALTERNATIVE;
		known |= chosen && fact_counts(weighing, fact);
		doubtful |= chosen;
	}
	return doubtful && !known
		       ? "its names mean other things as well, and nothing tells that they mean the subject here"
		       : "none of its options was chosen";
}

void trace_subject(const struct weighing *weighing, bool decided, const char *why)
{
	const struct gathering *gathering = weighing->gathering;
	if (!gathering->trace)
		return;
	const struct fact *chosen = weighing->chosen_count ? weighing->chosen[0] : NULL;
	struct explain_step *step =
		add_step(gathering, EXPLAIN_SUBJECT, chosen ? chosen->at : (struct span){.line = 0});
	step->counts = decided;
	step->subject = weighing->entry->name;
	step->option = chosen ? weighing->entry->options[chosen->option].name : (struct str){0};
	step->weight = weighing->sum;
	step->message = str_of(why);
}

void trace_claims(const struct gathering *gathering)
{
	if (!gathering->trace)
		return;
	LIST_EACH (const struct claim, claim, &gathering->record->claims) {
		struct explain_step *step = add_step(gathering, EXPLAIN_CLAIM, claim->at);
		step->counts = claim->chosen;
		step->subject = claim->subject;
		step->option = claim->option;
		step->words = claim->quote;
		step->weight = claim->confidence;
		step->message = claim->basis == CLAIM_DECLARED ? STR("declared in the front matter")
				: claim->basis == CLAIM_TEXT
					? STR("no catalogue knows it: the record's own words stand for it")
				: claim->chosen ? STR("chosen")
						: STR("rejected");
	}
}
