/* SPDX-License-Identifier: MIT */
/* What the decision chooses: one of the listed options, or a thing of its own. */
#include "choice.h"

#define MATCH_LEAST 300 /* below this a text does not name an option */
#define MATCH_EXACT 1000
#define MATCH_SURE 600              /* one names the other in its own words */
#define QUOTE_PLACE ((size_t)5)     /* bytes of an object before a quote that names it */
#define NUMBER_LENGTH ((size_t)700) /* of a decision, searched for "option 2" */

/* The option that a text names best; NULL when it names none well enough. What is "Chosen: ..." is one of them even
 * where its words differ. */
static struct option *option_in(struct reading *reading, struct str text, bool labelled)
{
	struct option *best = NULL;
	unsigned most = MATCH_LEAST - 1;
	struct str folded = unicode_fold(reading->scratch, text);
	for (size_t i = 0; i < reading->record->options.count; i++) {
		struct option *option = &reading->record->options.item[i];
		unsigned match = option_match(reading, i, folded);
		bool rejected = option->stance == STANCE_REJECTED && match < MATCH_EXACT;
		bool vague = !labelled && reading->alternatives && match < MATCH_SURE;
		if (match > most && !rejected && !vague) {
			most = match;
			best = option;
		}
	}
	return best;
}

static struct option *open_option(const struct reading *reading, size_t index)
{
	struct option *option = &reading->record->options.item[index];
	return reading->alternatives && option->stance == STANCE_REJECTED ? NULL : option;
}

/* The option that shows the number, else the one in that place. */
static struct option *option_of_number(const struct reading *reading, struct str key)
{
	int32_t number = 0;
	if (str_starts(key, STR("n "))) /* "n° 3" is one word to tokens_of() */
		key = str_from(key, 2);
	for (size_t i = 0; i < reading->option_numbers.count && i < reading->record->options.count; i++) {
		if (str_equal(reading->option_numbers.item[i], key))
			return open_option(reading, i);
	}
	if (key.length == 1 && key.at[0] >= 'a' && key.at[0] <= 'z')
		number = key.at[0] - 'a' + 1;
	else if (key.length > 2 || !str_to_number(key, &number))
		return NULL;
	size_t index = (size_t)number;
	if (number <= 0 || index > reading->record->options.count)
		return NULL;
	return open_option(reading, index - 1);
}

/* "Option 2", "strategy no. 3", "(2)": by its place in the list. */
static struct option *option_by_number(const struct reading *reading, struct str text)
{
	struct tokens tokens = tokens_of(reading->scratch, str_slice(text, 0, NUMBER_LENGTH), false);
	if (tokens.count == 1 && tokens.item[0].kind == TOKEN_WORD)
		return option_of_number(reading, tokens.item[0].folded); /* "Chosen option: B" */
	for (size_t i = 0; i + 1 < tokens.count && tokens.item[i].kind == TOKEN_WORD; i++) {
		struct str joined = joined_number(reading, tokens.item[i].folded);
		if (!str_empty(joined) && option_of_number(reading, joined))
			return option_of_number(reading, joined);
		const struct token *next = &tokens.item[i + 1];
		bool sign = next->kind == TOKEN_WORD && i + 2 < tokens.count &&
			    (str_equal(next->folded, STR("n")) || str_equal(next->folded, STR("no")) ||
			     str_equal(next->folded, STR("number")));
		next += sign ? 1 : 0;
		bool bracketed = next->kind == TOKEN_WORD && next->raw.at > text.at && next->raw.at[-1] == '(' &&
				 next->raw.length < 3 && next->raw.at[next->raw.length] == ')';
		bool named = word_index_find(reading->words, WORD_OPTION, tokens.item[i].folded) != NULL;
		struct option *option = next->kind == TOKEN_WORD && (named || bracketed)
						? option_of_number(reading, next->folded)
						: NULL;
		if (option)
			return option;
	}
	return NULL;
}

bool choose(struct option *option, struct span at)
{
	if (!option)
		return false;
	option->stance = STANCE_CHOSEN;
	option->stance_at = at;
	return true;
}

static bool has_chosen(const struct record *record)
{
	LIST_EACH (struct option, option, &record->options) {
		if (option->stance == STANCE_CHOSEN)
			return true;
	}
	return false;
}

/* "Decision: Python 3.13 Slim (Not Alpine)": the part behind the colon of a decision's heading. */
static struct str named_in_heading(const struct reading *reading)
{
	LIST_EACH (struct section, section, &reading->record->sections) {
		size_t colon =
			section->kind == SECTION_DECISION ? str_find(section->heading, STR(": ")) : STR_NOT_FOUND;
		if (colon != STR_NOT_FOUND)
			return str_trim(str_from(section->heading, colon + 2));
	}
	return (struct str){0};
}

/* Words for the choice name a listed option. */
static bool choose_by_words(struct reading *reading, struct str words, bool labelled)
{
	struct span at = reading->record->decision_at;
	struct str object = labelled_object(reading, words);
	return choose(option_by_number(reading, words), at) || choose(option_in(reading, object, labelled), at) ||
	       (object.length < words.length && choose(option_in(reading, words, labelled), at));
}

/* What stands in quotes at the beginning of an object, behind an article at most: stops do not end it, as in "we go
 * with the '2. Rope' option". */
static struct str quoted_object(struct str text, struct str object)
{
	struct str rest = str_from(text, (size_t)(object.at - text.at));
	size_t at = 0;
	while (at < QUOTE_PLACE && at < rest.length && !strchr("\"'", rest.at[at]))
		at++;
	if (at == QUOTE_PLACE || at >= rest.length)
		return (struct str){0};
	rest = str_from(rest, at);
	size_t close = str_find_byte(str_from(rest, 1), rest.at[0]);
	return close == STR_NOT_FOUND || close > OPTION_NAME_MOST ? (struct str){0} : str_slice(rest, 1, close + 1);
}

/* One of the sentences that choose names a listed option. */
static bool choose_by_sentence(struct reading *reading)
{
	struct choice_walk walk = choice_walk_of(reading, reading->record->decision);
	struct choice_words found;
	for (size_t i = 0; i < CHOICES_MOST && next_choice(&walk, &found); i++) {
		if (choose_by_words(reading, found.whole, found.labelled) ||
		    choose_by_words(reading, found.object, found.labelled) ||
		    choose(option_in(reading, quoted_object(walk.text, found.object), true),
			   reading->record->decision_at))
			return true;
	}
	struct str object;
	return joined_choice(reading, reading->record->decision, &object) && choose_by_words(reading, object, false);
}

/* All but one of the options are rejected: that one is the choice. Where only alternatives are listed it is none. */
static bool choose_last_one(struct reading *reading)
{
	struct option *left = NULL;
	size_t considered = 0;
	LIST_EACH (struct option, option, &reading->record->options) {
		considered += option->stance == STANCE_CONSIDERED;
		left = option->stance == STANCE_CONSIDERED ? option : left;
	}
	return considered == 1 && reading->record->options.count >= 2 && choose(left, reading->record->decision_at);
}

/* In a list of alternatives the choice itself is often left out, so a mere mention there chooses nothing. */
static bool choose_listed(struct reading *reading)
{
	struct record *record = reading->record;
	struct span at = record->decision_at;
	if (record->options.count == 0)
		return false;
	if (choose_by_sentence(reading) || choose(option_in(reading, bold_in_decision(reading), false), at) ||
	    choose(option_in(reading, named_in_heading(reading), true), at) ||
	    choose(option_by_number(reading, record->decision), at))
		return true;
	bool elsewhere = false;
	if (reading->alternatives)
		return false;
	if (choose_named(reading, record->decision, &elsewhere) || elsewhere)
		return !elsewhere;
	return choose(option_in(reading, opening_of(reading, record->decision), false), at) ||
	       choose_last_one(reading) || choose_closest(reading);
}

/* "Still open. First we look at ...", "TBD": the first sentence, or what stands before a comma, is no value. */
static bool is_undecided(const struct reading *reading, struct str decision)
{
	size_t end = 1;
	decision = str_slice(decision, 0, LABEL_LENGTH_MOST);
	while (end < decision.length && decision.at[end] != '\n' &&
	       !(decision.at[end] == ' ' && strchr(".:;,", decision.at[end - 1])))
		end++;
	return is_nobody(reading, str_slice(decision, 0, end));
}

/* "Kafka was rejected because ..." in the decision. */
static void reject_by_sentence(struct reading *reading)
{
	struct str text = reading->record->decision;
	struct tokens tokens = reading->decision_tokens;
	size_t first = 0, count = 0;
	for (size_t i = 0; i < tokens.count; i++) {
		const struct word *word = phrase_at(reading->words, &tokens, i, WORD_REJECTED, &count);
		if (tokens.item[i].kind == TOKEN_STOP)
			first = i + 1;
		if (!word || !(word->meaning & (1U << CHOICE_AFTER)) || i == first)
			continue;
		size_t start = (size_t)(tokens.item[first].raw.at - text.at);
		struct str subject = str_slice(text, start, (size_t)(tokens.item[i].raw.at - text.at));
		subject = unicode_fold(reading->scratch, subject);
		for (size_t o = 0; o < reading->record->options.count; o++) {
			struct option *option = &reading->record->options.item[o];
			if (option->stance != STANCE_CONSIDERED || option_match(reading, o, subject) < MATCH_SURE)
				continue;
			option->stance = STANCE_REJECTED;
			option->stance_at = reading->record->decision_at;
		}
	}
}

void read_choice(struct reading *reading)
{
	struct str decision = reading->record->decision;
	if (has_chosen(reading->record) || str_empty(decision) || is_undecided(reading, decision))
		return;
	split_decision(reading);
	if (reading->record->options.count > 0)
		reject_by_sentence(reading);
	bool listed = choose_listed(reading);
	if (!choose_in_questions(reading) && !listed)
		name_choice(reading);
}
