/* SPDX-License-Identifier: MIT */
/* One name can be an option of several subjects: Go of the backend's language and of a tool's, Ruff of linter and
 * formatter. And an option can take another for granted: who chooses Django has not chosen Python. */
#include "derive_claims.h"

static bool has_title_cue(const struct weighing *weighing)
{
	return weighing->sign && weighing->sign->cue[ORIGIN_TITLE];
}

static bool same_words(const struct weighing *a, const struct weighing *b)
{
	const struct fact *one = a->chosen[0], *other = b->chosen[0];
	return one->phrase == other->phrase && one->unit == other->unit;
}

static bool is_heavier(struct gathering *gathering, const struct weighing *a, const struct weighing *b)
{
	if (a->weight < b->weight || a->weight > b->weight)
		return a->weight > b->weight;
	return cues_in_context(gathering, a->subject) >= cues_in_context(gathering, b->subject);
}

/* `a` wins where both rest on the same words and only `a` has a cue in the title, or neither has and `a` is heavier. */
static bool beats(struct gathering *gathering, const struct weighing *a, const struct weighing *b)
{
	if (a->implied || b->implied || !same_words(a, b) || (has_title_cue(a) && has_title_cue(b)))
		return false;
	return has_title_cue(a) != has_title_cue(b) ? has_title_cue(a) : is_heavier(gathering, a, b);
}

static bool rejects_anything(const struct weighing *weighing)
{
	for (size_t i = 0; i < weighing->gathering->fact_count; i++) {
		const struct fact *fact = &weighing->gathering->facts[i];
		if (fact_rejects(weighing, fact) && !was_chosen(weighing, fact))
			return true;
	}
	return false;
}

/* The chosen option of `a` belongs to what `b` chose, and nothing else says that `b` was a question. */
static bool implies(const struct weighing *a, const struct weighing *b)
{
	struct str scope = a->entry->options[a->chosen[0]->option].scope;
	struct str option = b->entry->options[b->chosen[0]->option].name;
	return !str_empty(scope) && str_equal(scope, option) && !has_title_cue(b) && !rejects_anything(b) &&
	       !b->gathering->stack;
}

void settle_rivals(struct gathering *gathering, struct weighing *weighings, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; j < count; j++) {
			const struct weighing *one = &weighings[i];
			struct weighing *other = &weighings[j];
			if (i == j || one->weight <= 0 || other->weight <= 0)
				continue;
			bool beaten = beats(gathering, one, other);
			if (!beaten && !implies(one, other))
				continue;
			other->weight = 0;
			other->why = beaten ? "another subject rests on the same words and has more to say for it"
					    : "the choice of another subject takes it for granted";
		}
	}
}
