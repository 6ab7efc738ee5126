/* SPDX-License-Identifier: MIT */
/* Which side of its sentence an option stands on: "X over Y", "replace Y with X", "X, not Y", "from Y to X". */
#include "derive_claims.h"

/* Units between a word that turns and the option that it turns. */
#define REACH 4
/* Units between two options of one enumeration: "Alpine and the Distroless". */
#define ENUMERATION_REACH 3

struct walk {
	const struct phrase *phrase;
	const struct mentions *mentions;
	struct lean *leans;
	size_t last;         /* the option before; MENTIONS_MOST: none yet */
	size_t against_from; /* unit behind the word that rejects; 0: none */
	bool argument;       /* behind "because" */
	size_t opening;      /* unit behind a "because" that the sentence begins with, up to a comma; 0: none */
	bool moves;          /* behind "migrate" */
	bool beside;         /* behind an option and "with" */
};

static bool is_turn(const struct mention *mention, enum turn turn)
{
	return mention->meaning.kind == MEANS_TURN && mention->meaning.option == (uint16_t)turn;
}

static bool turns_later(const struct mentions *mentions, size_t from, enum turn turn)
{
	for (size_t i = from + 1; i < mentions->count; i++)
		if (is_turn(&mentions->item[i], turn))
			return true;
	return false;
}

static const struct mention *last_option(const struct walk *walk)
{
	return walk->last < MENTIONS_MOST ? &walk->mentions->item[walk->last] : NULL;
}

/* All meanings of the same words get the same side. */
static void lean_last(const struct walk *walk, size_t before, enum leaning leaning)
{
	const struct mention *last = last_option(walk);
	if (!last || before > last->to + (size_t)REACH)
		return;
	for (size_t i = 0; i < walk->mentions->count; i++)
		if (walk->mentions->item[i].meaning.kind == MEANS_OPTION && walk->mentions->item[i].from == last->from)
			walk->leans[i].leaning = leaning;
}

/* "While A is fine, B was chosen": B alone. */
static void choose_last(const struct walk *walk, size_t before)
{
	const struct mention *last = last_option(walk);
	if (!last || before > last->to + (size_t)REACH)
		return;
	for (size_t i = 0; i < walk->mentions->count; i++)
		if (walk->mentions->item[i].from < last->from)
			walk->leans[i].leaning = LEANS_NOWHERE;
		else if (walk->mentions->item[i].from == last->from)
			walk->leans[i].lead = true;
	lean_last(walk, before, LEANS_FOR);
}

/* The "on" of "Ruby on Rails" turns nothing. */
static bool inside_last(const struct walk *walk, const struct mention *mention)
{
	const struct mention *last = last_option(walk);
	return last && mention->from < last->to;
}

/* The "rejected" of "was rejected" turns nothing by itself. */
static bool inside_another(const struct mentions *mentions, const struct mention *mention)
{
	for (size_t i = 0; i < mentions->count; i++) {
		const struct mention *other = &mentions->item[i];
		if (other->meaning.kind == MEANS_TURN && other->from < mention->from && other->to >= mention->to)
			return true;
	}
	return false;
}

static void take_turn(struct walk *walk, size_t number)
{
	const struct mention *mention = &walk->mentions->item[number];
	switch ((enum turn)mention->meaning.option) {
	case TURN_AGAINST:
		if (!inside_another(walk->mentions, mention))
			walk->against_from = mention->to;
		break;
	case TURN_OVER:
		if (walk->last < MENTIONS_MOST)
			walk->against_from = mention->to;
		break;
	case TURN_FROM:
		if (turns_later(walk->mentions, number, TURN_TO) || (walk->moves && walk->last < MENTIONS_MOST))
			walk->against_from = mention->to;
		break;
	case TURN_MOVE: /* "migrate X to Y" */
		walk->moves = true;
		if (turns_later(walk->mentions, number, TURN_TO))
			walk->against_from = mention->to;
		break;
	case TURN_TO:
		walk->against_from = 0;
		break;
	case TURN_REPLACED:
		lean_last(walk, mention->from, LEANS_AGAINST);
		walk->against_from = 0;
		break;
	case TURN_REASON:
		walk->argument |= mention->from > 0;
		walk->opening = mention->from == 0 ? mention->to : walk->opening;
		break;
	case TURN_EITHER:
		break; /* open_choice() looks at it once all options have their side */
	case TURN_BESIDE:
	case TURN_FOR:
		walk->beside |= walk->last < MENTIONS_MOST && walk->leans[walk->last].leaning == LEANS_FOR;
		break;
	case TURN_ASIDE:
		lean_last(walk, mention->from, LEANS_NOWHERE);
		break;
	case TURN_CHOSE:
		choose_last(walk, mention->from);
		break;
	case TURN_STACK:
	case TURN_BOTH:
	case TURN_REVISED:
	case TURN_WEIGHED:
		break;
	}
}

/* "Because of its size Alpine is out, so we take Debian": the first clause argues, what stands behind it does not. */
static bool opens(struct walk *walk, const struct mention *mention)
{
	for (size_t unit = walk->opening; unit > 0 && unit <= mention->from; unit++)
		if (is_parted(walk->phrase, unit))
			walk->opening = 0;
	return walk->opening > 0;
}

/* "pytest for units and Playwright for journeys": the second "for" has its own choice before it. */
static bool begins_anew(const struct walk *walk, size_t number)
{
	const struct mention *mention = &walk->mentions->item[number];
	const struct mention *last = last_option(walk);
	bool parted = mention->from > 0 && str_equal(walk->phrase->units[mention->from - 1].text, STR("and"));
	for (size_t unit = last ? last->to : mention->from; unit > 0 && unit <= mention->from && !parted; unit++)
		parted = is_parted(walk->phrase, unit);
	if (!parted)
		return false;
	for (size_t i = number + 1; i < walk->mentions->count; i++) {
		const struct mention *next = &walk->mentions->item[i];
		if (next->meaning.kind == MEANS_OPTION && next->from >= mention->to)
			return false;
		if (is_turn(next, TURN_FOR))
			return true;
	}
	return false;
}

static void place_option(struct walk *walk, size_t number)
{
	const struct mention *mention = &walk->mentions->item[number], *last = last_option(walk);
	struct lean *lean = &walk->leans[number];
	lean->lead = !walk->beside || begins_anew(walk, number);
	bool turned = walk->against_from && mention->from <= walk->against_from + REACH;
	bool continues = last && mention->from <= last->to + ENUMERATION_REACH &&
			 walk->leans[walk->last].leaning == LEANS_AGAINST && walk->against_from;
	if (walk->argument || opens(walk, mention))
		lean->leaning = LEANS_NOWHERE;
	else
		lean->leaning = turned || continues ? LEANS_AGAINST : LEANS_FOR;
	walk->last = number;
}

/* "Alpine or Debian", "Alpine vs Debian": nothing is chosen yet between the two that stand round the word. */
static void open_choice(const struct walk *walk, size_t number)
{
	const struct mentions *mentions = walk->mentions;
	const struct mention *word = &mentions->item[number];
	for (size_t i = 0; i < mentions->count; i++) {
		const struct mention *before = &mentions->item[i];
		for (size_t j = i + 1; j < mentions->count && before->meaning.kind == MEANS_OPTION; j++) {
			const struct mention *after = &mentions->item[j];
			if (after->meaning.kind != MEANS_OPTION || before->meaning.subject != after->meaning.subject ||
			    before->to > word->from || after->from < word->to || after->from > word->to + REACH)
				continue;
			walk->leans[i].leaning = LEANS_NOWHERE;
			walk->leans[j].leaning = LEANS_NOWHERE;
		}
	}
}

void lean_mentions(const struct phrase *phrase, const struct mentions *mentions, bool open, bool question,
		   struct lean leans[MENTIONS_MOST])
{
	struct walk walk = {.phrase = phrase, .mentions = mentions, .leans = leans, .last = MENTIONS_MOST};
	for (size_t i = 0; i < mentions->count; i++) {
		leans[i] = (struct lean){LEANS_NOWHERE, false};
		if (mentions->item[i].meaning.kind == MEANS_TURN && !inside_last(&walk, &mentions->item[i]))
			take_turn(&walk, i);
		else if (mentions->item[i].meaning.kind == MEANS_OPTION)
			place_option(&walk, i);
	}
	for (size_t i = 0; i < mentions->count; i++)
		open &= !is_turn(&mentions->item[i], TURN_BOTH);
	for (size_t i = 0; i < mentions->count; i++) {
		if (open && is_turn(&mentions->item[i], TURN_EITHER))
			open_choice(&walk, i);
		if (question)
			leans[i].leaning = LEANS_NOWHERE;
	}
}
