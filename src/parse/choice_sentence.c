/* SPDX-License-Identifier: MIT */
#include "choice_object.h"

#define SENTENCES_LENGTH ((size_t)700) /* of a decision: what is chosen stands near its beginning */
#define FORM_WORDS_MOST 12             /* between "ship" and "as" */
#define LINES_MOST 3                   /* that may begin with an imperative: later ones are steps */

bool is_own_word(const struct reading *reading, enum word_class class, struct str key)
{
	const struct vocabulary *vocabulary = reading->vocabulary;
	uint32_t languages = word_index_languages(reading->words, class, key), own = 0;
	for (size_t i = 0; i < vocabulary->language_count && i < 32; i++) {
		if (str_equal(vocabulary->languages[i], reading->record->language) ||
		    str_equal(vocabulary->languages[i], STR("en")))
			own |= 1U << i;
	}
	return str_empty(reading->record->language) || (languages & own) != 0;
}

const struct word *own_phrase_at(const struct reading *reading, const struct tokens *tokens, size_t at,
				 enum word_class class, size_t *count)
{
	const struct word *word = at < tokens->count ? phrase_at(reading->words, tokens, at, class, count) : NULL;
	return word && is_own_word(reading, class, word->key) ? word : NULL;
}

/* Behind the first word of the class in the sentence; 0 when there is none. */
static size_t behind_word(const struct choice_walk *walk, size_t at, enum word_class class, int meaning)
{
	for (size_t i = at; !ends_sentence(&walk->tokens, i) && i < at + FORM_WORDS_MOST; i++) {
		size_t count = 0;
		const struct word *word = own_phrase_at(walk->reading, &walk->tokens, i, class, &count);
		if (word && (meaning < 0 || word->meaning == meaning))
			return i + count;
		if (i > at && word && word->meaning == CLAUSE_INSTEAD)
			break;
	}
	return 0;
}

/* Where "as X" begins behind "ship it"; 0 when nothing of the kind follows. */
static size_t form_behind(const struct choice_walk *walk, size_t at)
{
	size_t form = behind_word(walk, at + 1, WORD_CLAUSE, CLAUSE_AS);
	return form > 0 && !ends_sentence(&walk->tokens, form) && !is_clause(walk, form) ? form : 0;
}

/* What follows "use" is the choice; what follows "ship" is not, only what it is shipped as. */
static bool takes_object(const struct choice_walk *walk, size_t at, unsigned places)
{
	return places & (1U << CHOICE_IMPERATIVE | 1U << CHOICE_TURN) || form_behind(walk, at) > 0;
}

/* What an imperative does with what follows it. */
struct acts {
	unsigned places;
	size_t at; /* token behind all verbs */
};

/* "We will" + "now" + "build": over the verbs up to the object. One that is a noun here ("build tools") stays: behind
 * a verb that has its object another follows with "and" only. */
static struct acts skip_verbs(const struct choice_walk *walk, size_t at, unsigned places)
{
	struct acts acts = {places, at};
	bool modal = (places & CHOICE_ACTS) == 0;
	for (size_t next = at, round = 0; round < 4; round++) {
		size_t count = 0;
		if (!modal && !is_and(walk, next))
			break;
		next += !modal;
		while (own_phrase_at(walk->reading, &walk->tokens, next, WORD_FILLER, &count))
			next += count;
		const struct word *verb = next < walk->tokens.count ? phrase_at(walk->reading->words, &walk->tokens,
										next, WORD_CHOSEN, &count)
								    : NULL;
		if (!verb || !(verb->meaning & CHOICE_ACTS))
			break;
		if (!takes_object(walk, next + count, verb->meaning))
			break;
		acts.places = verb->meaning & CHOICE_ACTS;
		acts.at = next = next + count;
		modal = false;
	}
	return acts;
}

/* Goes on behind a refusal: at the next sentence, or behind "instead" with what is done instead. */
static void refuse(struct choice_walk *walk, size_t at)
{
	for (; !ends_sentence(&walk->tokens, at); at++) {
		size_t count = 0;
		const struct word *word = own_phrase_at(walk->reading, &walk->tokens, at, WORD_CLAUSE, &count);
		bool instead = word && word->meaning == CLAUSE_INSTEAD && is_verb(walk, at + count);
		if (instead || (is_and(walk, at) && is_verb(walk, at + 1))) {
			walk->at = instead ? at + count : at + 1;
			walk->goes_on = true;
			return;
		}
	}
	walk->at = at;
}

/* "not to use": a word that turns the sentence round stands right before. */
static bool is_refused(const struct choice_walk *walk, size_t at)
{
	size_t count = 0;
	return at > walk->first && own_phrase_at(walk->reading, &walk->tokens, at - 1, WORD_NOT, &count);
}

/* The object behind the verbs that end before `acts.at`; false when the sentence refuses or names none. */
static bool read_object(struct choice_walk *walk, struct acts acts, struct choice_words *found)
{
	size_t at = acts.at, count = 0;
	if (ends_sentence(&walk->tokens, at) || own_phrase_at(walk->reading, &walk->tokens, at, WORD_NOT, &count)) {
		refuse(walk, at);
		return false;
	}
	struct str turned = {0};
	if (acts.places & (1U << CHOICE_TURN)) {
		at = behind_word(walk, at, WORD_TURNED, -1);
		turned = at > acts.at + 1 ? part_at(walk, acts.at, at - 1) : turned;
	}
	size_t form = acts.places & (1U << CHOICE_FORM) ? form_behind(walk, at) : 0;
	at = form > 0 ? form : at;
	if (at == 0 || ends_sentence(&walk->tokens, at) || (is_clause(walk, at) && !is_fillers(walk, at, at + 1)))
		return false;
	*found = object_at(walk, at);
	found->instead = str_empty(turned) ? found->instead : turned;
	struct str means = {0};
	bool verb = acts.places == 0 && !is_verb(walk, acts.at - 1) && found->object.at[0] >= 'a' &&
		    found->object.at[0] <= 'z';
	if (verb && means_of(walk->reading, found->object, &means) && is_proper_name(means))
		found->object = means; /* "document our API with X" */
	return true;
}

/* What stands before "has been chosen": behind what only opens the sentence ("After long talks, X", "they said that X")
 * and without an apposition ("X, a fast one,"). */
static struct str subject_before(const struct choice_walk *walk, size_t end)
{
	const struct tokens *tokens = &walk->tokens;
	size_t start = walk->first, commas = 0, count = 0;
	for (size_t i = start; i + 1 < end; i++) {
		const struct word *clause = own_phrase_at(walk->reading, tokens, i, WORD_CLAUSE, &count);
		bool comma = mark_behind(walk->text, &tokens->item[i]) == ',';
		bool apposition = comma && commas == 0 && i < start + PART_WORDS_MOST - 1 && !is_clause(walk, start) &&
				  mark_behind(walk->text, &tokens->item[end - 1]) == ',';
		if (apposition)
			return between(walk->text, &tokens->item[start], &tokens->item[i]);
		commas += comma;
		if (comma || (clause && clause->meaning == CLAUSE_THAT))
			start = i + 1;
	}
	if (start + 1 < end && is_clause(walk, start) && is_fillers(walk, end - 1, end))
		return between(walk->text, &tokens->item[start + 1],
			       &tokens->item[start + 1]); /* "As X fits best it" */
	return between(walk->text, &tokens->item[start], &tokens->item[end - 1]);
}

struct choice_walk choice_walk_of(const struct reading *reading, struct str text)
{
	struct choice_walk walk = {.reading = reading, .text = text, .starts = true};
	bool decision = text.at == reading->record->decision.at && reading->decision_tokens.count > 0;
	walk.tokens = decision ? reading->decision_tokens
			       : tokens_of(reading->scratch, str_slice(text, 0, SENTENCES_LENGTH), false);
	return walk;
}

void split_decision(struct reading *reading)
{
	struct str text = str_slice(reading->record->decision, 0, SENTENCES_LENGTH);
	reading->decision_tokens = tokens_of(reading->scratch, text, false);
}

/* "GET" and "USE" are names where nothing around them is in capitals. */
static bool is_shouted(struct str raw)
{
	for (size_t i = 0; i < raw.length; i++) {
		if (raw.at[i] < 'A' || raw.at[i] > 'Z')
			return false;
	}
	return raw.length > 1;
}

/* What the word at token `at` says about the choice; true when it names one. */
static bool read_word(struct choice_walk *walk, size_t at, struct choice_words *found)
{
	size_t count = 0;
	const struct word *word = phrase_at(walk->reading->words, &walk->tokens, at, WORD_CHOSEN, &count);
	if (!word || (count == 1 && is_shouted(walk->tokens.item[at].raw)))
		return false;
	unsigned places = word->meaning;
	const char *behind = end_of(&walk->tokens.item[at + count - 1]), *end = walk->text.at + walk->text.length;
	bool colon = behind < end && (*behind == ':' || *behind == '*');
	if (places & (1U << CHOICE_LABEL) && walk->starts && colon) {
		found->object = labelled_object(walk->reading, str_from(walk->text, (size_t)(behind - walk->text.at)));
		found->whole = found->object;
		found->labelled = true;
		return !str_empty(found->object);
	}
	bool opens = walk->starts || (at == walk->first + 1 && is_refused(walk, at));
	bool acts = opens && walk->lines < LINES_MOST && places & CHOICE_ACTS && takes_object(walk, at + count, places);
	if ((places & (1U << CHOICE_VERB) || acts) && is_refused(walk, at)) {
		refuse(walk, at);
		return false;
	}
	if (places & (1U << CHOICE_VERB) || acts)
		return read_object(walk, skip_verbs(walk, at + count, acts ? places & CHOICE_ACTS : 0), found);
	if (!(places & (1U << CHOICE_AFTER)) || walk->starts)
		return false;
	const struct word *clause = own_phrase_at(walk->reading, &walk->tokens, at - 1, WORD_CLAUSE, &count);
	if (clause && (clause->meaning == CLAUSE_THAT || clause->meaning == CLAUSE_WHICH))
		return false; /* "a method that is recommended" */
	found->object = found->whole = subject_before(walk, at);
	return true;
}

bool means_of(const struct reading *reading, struct str text, struct str *object)
{
	struct choice_walk walk = choice_walk_of(reading, text);
	for (size_t i = 1; i + 1 < walk.tokens.count; i++) {
		size_t count = 0;
		const struct word *word = own_phrase_at(reading, &walk.tokens, i, WORD_CHOSEN, &count);
		if (!word || !(word->meaning & (1U << CHOICE_MEANS)) || is_refused(&walk, i) ||
		    ends_sentence(&walk.tokens, i + count))
			continue;
		*object = object_at(&walk, i + count).object;
		return true;
	}
	return false;
}

bool next_choice(struct choice_walk *walk, struct choice_words *found)
{
	while (walk->at < walk->tokens.count) {
		size_t at = walk->at++;
		bool line = at > 0 && on_new_line(&walk->tokens, at);
		walk->lines += line;
		if (walk->tokens.item[at].kind == TOKEN_STOP || line) {
			walk->starts = true;
			walk->first = walk->tokens.item[at].kind == TOKEN_STOP ? at + 1 : at;
		}
		if (walk->tokens.item[at].kind != TOKEN_WORD)
			continue;
		if (at > walk->first && mark_behind(walk->text, &walk->tokens.item[at - 1]) == ',')
			walk->starts = walk->starts || is_clause(walk, walk->first); /* "To be fast, use X" */
		*found = (struct choice_words){0};
		bool named = read_word(walk, at, found);
		size_t count = 0;
		bool to = at == walk->first && own_phrase_at(walk->reading, &walk->tokens, at, WORD_TURNED, &count);
		walk->starts = walk->goes_on || to; /* "To build X", "By using X" */
		walk->goes_on = false;
		if (named)
			return true;
	}
	return false;
}
