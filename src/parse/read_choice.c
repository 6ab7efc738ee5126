/* SPDX-License-Identifier: MIT */
/* What the decision chooses: one of the listed options, or a thing of its own. */
#include "options.h"

#define MATCH_LEAST 300 /* below this a text does not name an option */
#define MATCH_EXACT 1000
#define NAME_WORDS_MOST 4
#define TITLE_WORDS_MOST 12            /* longer titles are sentences */
#define SENTENCES_LENGTH ((size_t)700) /* of a decision: what is chosen stands near its beginning */

static struct str between(const struct str text, const struct token *first, const struct token *last)
{
	const char *start = first->raw.at, *end = last->raw.at + last->raw.length;
	return str_slice(text, (size_t)(start - text.at), (size_t)(end - text.at));
}

/* A comma, a colon or the end of the line behind a word; "python:3.12" goes on. */
static bool ends_object(struct str text, const char *behind)
{
	const char *end = text.at + text.length;
	bool mark = behind < end && (*behind == ',' || *behind == ':');
	return (behind < end && *behind == '\n') ||
	       (mark && (behind + 1 == end || behind[1] == ' ' || behind[1] == '\n'));
}

/* Up to the end of the sentence or the first word that opens a clause. */
static struct str object_at(const struct reading *reading, struct str text, const struct tokens *tokens, size_t at,
			    bool clause)
{
	size_t end = at;
	while (end < tokens->count && tokens->item[end].kind != TOKEN_STOP && end < at + 25) {
		size_t count = 0;
		if (clause && end > at && phrase_at(reading->words, tokens, end, WORD_CLAUSE, &count))
			break;
		const char *behind = tokens->item[end].raw.at + tokens->item[end].raw.length;
		end++;
		if (clause && ends_object(text, behind))
			break;
	}
	return end > at ? between(text, &tokens->item[at], &tokens->item[end - 1]) : (struct str){0};
}

/* "Chosen option: "X", because ...": what the quotes hold, else up to the comma or the reason. */
static struct str labelled_object(struct str rest)
{
	static const struct str ends[] = {STR_INIT(", because"),    STR_INIT(" because"), STR_INIT(", since"),
					  STR_INIT(", as "),        STR_INIT(". "),       STR_INIT(", da "),
					  STR_INIT(", weil"),       STR_INIT(", car"),    STR_INIT("\n"),
					  STR_INIT("\xE2\x80\x94"), STR_INIT(" - ")};
	rest = str_trim_bytes(rest, " :*\t\n");
	static const struct str quotes[][2] = {{STR_INIT("\""), STR_INIT("\"")},
					       {STR_INIT("\xE2\x80\x9C"), STR_INIT("\xE2\x80\x9D")},
					       {STR_INIT("'"), STR_INIT("'")}};
	for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
		if (!str_starts(rest, quotes[i][0]))
			continue;
		struct str inside = str_from(rest, quotes[i][0].length);
		size_t close = str_find(inside, quotes[i][1]);
		if (close != STR_NOT_FOUND && close > 0)
			return str_slice(inside, 0, close);
	}
	size_t end = rest.length;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		size_t at = str_find(rest, ends[i]);
		end = at < end ? at : end;
	}
	return str_trim_bytes(str_slice(rest, 0, end), " .,*");
}

/* The option that a text names best; NULL when it names none well enough. */
static struct option *option_in(const struct reading *reading, struct str text)
{
	struct option *best = NULL;
	unsigned most = MATCH_LEAST - 1;
	LIST_EACH (struct option, option, &reading->record->options) {
		unsigned match = option_match(reading, option->name, text);
		bool rejected = option->stance == STANCE_REJECTED && match < MATCH_EXACT;
		if (match > most && !rejected) {
			most = match;
			best = option;
		}
	}
	return best;
}

static struct option *option_of_number(const struct reading *reading, struct str key)
{
	int32_t number = 0;
	if (str_starts(key, STR("n "))) /* "n° 3" is one word to tokens_of() */
		key = str_from(key, 2);
	if (key.length == 1 && key.at[0] >= 'a' && key.at[0] <= 'z')
		number = key.at[0] - 'a' + 1;
	else if (key.length > 2 || !str_to_number(key, &number))
		return NULL;
	size_t index = (size_t)number;
	return number > 0 && index <= reading->record->options.count ? &reading->record->options.item[index - 1] : NULL;
}

/* "Option 2", "strategy no. 3", "(2)": by its place in the list. */
static struct option *option_by_number(const struct reading *reading, struct str text)
{
	struct tokens tokens = tokens_of(reading->scratch, str_slice(text, 0, SENTENCES_LENGTH), false);
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

static bool choose(struct option *option, struct span at)
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

/* What a sentence chooses, by its verb. `text` is plain. */
static struct str object_of_sentence(const struct reading *reading, struct str text, bool clause)
{
	struct tokens tokens = tokens_of(reading->scratch, str_slice(text, 0, SENTENCES_LENGTH), false);
	bool starts = true;
	for (size_t i = 0; i < tokens.count; i++) {
		size_t count = 0;
		if (tokens.item[i].kind != TOKEN_WORD) {
			starts = true;
			continue;
		}
		const struct word *word = phrase_at(reading->words, &tokens, i, WORD_CHOSEN, &count);
		unsigned places = word ? word->meaning : 0;
		bool verb = places & (1U << CHOICE_VERB) || (starts && places & (1U << CHOICE_IMPERATIVE));
		const char *behind =
			word ? tokens.item[i + count - 1].raw.at + tokens.item[i + count - 1].raw.length : NULL;
		bool colon = behind && behind < text.at + text.length && (*behind == ':' || *behind == '*');
		if (places & (1U << CHOICE_LABEL) && starts && colon)
			return labelled_object(str_from(text, (size_t)(behind - text.at)));
		if (verb && i + count < tokens.count)
			return object_at(reading, text, &tokens, i + count, clause);
		if (places & (1U << CHOICE_AFTER) && i > 0 && !starts)
			return between(text, &tokens.item[0], &tokens.item[i - 1]);
		starts = false;
	}
	return (struct str){0};
}

static struct str without_article(const struct reading *reading, struct str name)
{
	static const struct str articles[] = {
		STR_INIT("the "),   STR_INIT("a "),   STR_INIT("an "),      STR_INIT("use "),
		STR_INIT("using "), STR_INIT("our "), STR_INIT("our own "), STR_INIT("to "),
		STR_INIT("der "),   STR_INIT("die "), STR_INIT("das "),     STR_INIT("le "),
		STR_INIT("la "),    STR_INIT("el "),  STR_INIT("adopt "),   STR_INIT("implement ")};
	(void)reading;
	for (size_t round = 0; round < 2; round++) {
		for (size_t i = 0; i < sizeof articles / sizeof *articles; i++) {
			if (str_starts_nocase(name, articles[i]) && name.length > articles[i].length + 1)
				name = str_from(name, articles[i].length);
		}
	}
	return str_trim_bytes(name, " \"'`*.,:;()");
}

static void add_named(struct reading *reading, struct str text, struct span at)
{
	struct str name = without_article(reading, text);
	if (str_empty(unicode_fold(reading->scratch, name)) || name.length > OPTION_NAME_MOST || is_placeholder(name))
		return;
	struct option *option = LIST_ADD(reading->arena, &reading->record->options);
	*option = (struct option){.name = name, .stance = STANCE_CHOSEN, .at = at, .stance_at = at, .listed = false};
}

/* The first bold words of the decision. */
static struct str bold_in_decision(const struct reading *reading)
{
	size_t section = decision_section(reading);
	if (section == NO_SECTION)
		return (struct str){0};
	for (size_t i = reading->outlines.item[section].first; i < reading->outlines.item[section].end; i++) {
		const struct block *block = &reading->blocks.item[i];
		size_t start = is_prose(block) ? str_find(block->text, STR("**")) : STR_NOT_FOUND;
		struct str rest;
		if (start != STR_NOT_FOUND && start < 300)
			return plain_text(reading->arena, leading_bold(str_from(block->text, start), &rest));
		if (is_prose(block))
			break;
	}
	return (struct str){0};
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

/* The only option, or the first, that the text mentions. */
static struct option *first_mentioned(const struct reading *reading, struct str text)
{
	struct option *best = NULL;
	size_t earliest = STR_NOT_FOUND;
	struct str folded = unicode_fold(reading->scratch, text);
	LIST_EACH (struct option, option, &reading->record->options) {
		size_t bracket = str_find_byte(option->name, '(');
		struct str core =
			bracket != STR_NOT_FOUND && bracket > 1 ? str_slice(option->name, 0, bracket) : option->name;
		struct str key = unicode_fold(reading->scratch, core);
		size_t at =
			key.length > 1 && option->stance != STANCE_REJECTED ? find_words(folded, key) : STR_NOT_FOUND;
		if (at < earliest) {
			earliest = at;
			best = option;
		}
	}
	return best;
}

/* The decision's own words for its choice name a listed option. */
static bool choose_by_object(struct reading *reading, struct str object)
{
	struct span at = reading->record->decision_at;
	return choose(option_by_number(reading, object), at) ||
	       choose(option_in(reading, labelled_object(object)), at) || choose(option_in(reading, object), at);
}

/* In a list of alternatives the choice itself is often left out, so a mere mention there chooses nothing. */
static bool choose_listed(struct reading *reading)
{
	struct record *record = reading->record;
	struct span at = record->decision_at;
	if (record->options.count == 0)
		return false;
	struct str object = object_of_sentence(reading, record->decision, false);
	if (choose_by_object(reading, object) || choose(option_in(reading, bold_in_decision(reading)), at) ||
	    choose(option_in(reading, named_in_heading(reading)), at) ||
	    choose(option_by_number(reading, record->decision), at))
		return true;
	size_t line = str_find_byte(record->decision, '\n');
	struct str first = str_slice(record->decision, 0, line);
	if (reading->alternatives)
		return false;
	return choose(option_in(reading, first), at) || choose(first_mentioned(reading, record->decision), at);
}

static size_t word_count(struct str folded)
{
	size_t count = folded.length > 0;
	for (size_t i = 0; i < folded.length; i++)
		count += folded.at[i] == ' ';
	return count;
}

/* True when the two share a word of some length. */
static bool share_a_word(const struct reading *reading, struct str a, struct str b)
{
	struct str rest = unicode_fold(reading->scratch, a), other = unicode_fold(reading->scratch, b), word;
	while (str_next_part(&rest, ' ', &word)) {
		if (word.length > 3 && find_words(other, word) != STR_NOT_FOUND)
			return true;
	}
	return false;
}

/* A name such as "PostgreSQL 15": short, with a capital or a digit. */
static bool is_proper_name(const struct reading *reading, struct str text)
{
	bool marked = false;
	text = without_article(reading, text);
	for (size_t i = 0; i < text.length; i++)
		marked = marked || (text.at[i] >= 'A' && text.at[i] <= 'Z') ||
			 (text.at[i] >= '0' && text.at[i] <= '9') || (unsigned char)text.at[i] >= 0x80;
	return marked && word_count(unicode_fold(reading->scratch, text)) <= NAME_WORDS_MOST;
}

/* Without a list the title tells best what was chosen ("Use Sidekiq for jobs"), unless it only names the topic: then
 * the decision's sentence does. Who proposes one of several options has to say which. */
static struct str name_of_choice(const struct reading *reading)
{
	const struct record *record = reading->record;
	struct str object = object_of_sentence(reading, record->decision, true), bold = bold_in_decision(reading);
	bool open = record->options.count > 0 && (record->status == STATUS_PROPOSED || record->status == STATUS_DRAFT);
	struct str title = record->title_stated ? record->title : (struct str){0};
	struct str titled = open ? (struct str){0} : object_of_sentence(reading, title, true);
	if (!str_empty(titled))
		return titled;
	if (!str_empty(object) && (is_proper_name(reading, object) || share_a_word(reading, object, title)))
		return object;
	if (!str_empty(bold) && is_proper_name(reading, bold) && !str_ends(bold, STR(":")))
		return bold;
	if (open)
		return (struct str){0};
	size_t words = word_count(unicode_fold(reading->scratch, title));
	return words >= 2 && words <= TITLE_WORDS_MOST ? title : object;
}

/* "Still open. First we look at ...", "TBD": the first sentence, or what stands before a comma, is no value. */
static bool is_undecided(const struct reading *reading, struct str decision)
{
	size_t end = 1;
	decision = str_slice(decision, 0, LABEL_LENGTH_MOST);
	while (end < decision.length && !(strchr(" \n", decision.at[end]) && strchr(".:;,", decision.at[end - 1])))
		end++;
	return is_nobody(reading, str_slice(decision, 0, end));
}

static void choose_named(struct reading *reading)
{
	const struct record *record = reading->record;
	struct str name = record->status == STATUS_REJECTED ? (struct str){0} : name_of_choice(reading);
	if (!str_empty(name))
		add_named(reading, name, record->decision_at.line ? record->decision_at : record->title_at);
}

void read_choice(struct reading *reading)
{
	struct str decision = reading->record->decision;
	if (has_chosen(reading->record) || str_empty(decision) || is_undecided(reading, decision))
		return;
	if (!choose_listed(reading))
		choose_named(reading);
}
