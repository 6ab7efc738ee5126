/* SPDX-License-Identifier: MIT */
/* What a record without a list chooses gets its name here: from the title, or from the decision's own words where the
 * title only names the topic. */
#include "choice.h"

#define NAME_WORDS_MOST 4     /* of each thing in an enumeration */
#define TITLE_WORDS_MOST 12   /* longer titles are sentences */
#define SHORT_TITLE 5         /* words; a longer one tells more than a part of a sentence does, */
#define LONG_TITLE 8          /* and one longer than this is a sentence */
#define OBJECT_WORDS_MOST 10  /* longer objects are descriptions */
#define REPLACED_WORDS_MOST 2 /* of what goes, where it begins in small letters */
#define CLAUSE_WORDS_MOST 9   /* of a first sentence that stands for the choice */

static size_t word_count(struct str folded)
{
	size_t count = folded.length > 0;
	for (size_t i = 0; i < folded.length; i++)
		count += folded.at[i] == ' ';
	return count;
}

static size_t words_of_name(const struct reading *reading, struct str name)
{
	return word_count(unicode_fold(reading->scratch, name));
}

/* "Chosen option": the label of a name, and no name. */
static bool is_label(const struct reading *reading, struct str folded)
{
	const struct word *word = word_index_find(reading->words, WORD_CHOSEN, folded);
	return word && word->meaning & (1U << CHOICE_LABEL);
}

static void add_named(struct reading *reading, struct str name, enum stance stance, struct span at)
{
	struct options *options = &reading->record->options;
	struct str folded = unicode_fold(reading->scratch, name);
	if (str_empty(folded) || is_label(reading, folded) || name.length > OPTION_NAME_MOST || is_placeholder(name) ||
	    options->count >= OPTIONS_MOST)
		return;
	struct option *option = LIST_ADD(reading->arena, options);
	*option = (struct option){.name = name, .stance = stance, .at = at, .stance_at = at, .listed = false};
}

struct str bold_in_decision(const struct reading *reading)
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

/* The first answer of a text that makes a name. */
static struct choice_words first_choice(const struct reading *reading, struct str text)
{
	struct choice_walk walk = choice_walk_of(reading, text);
	struct choice_words found;
	for (size_t i = 0; i < CHOICES_MOST && next_choice(&walk, &found); i++) {
		if (!str_empty(choice_name(reading, found.object)))
			return found;
	}
	found = (struct choice_words){0};
	joined_choice(reading, text, &found.object);
	return found;
}

/* "Database: PostgreSQL": what stands behind the colon of a title that begins with its topic. */
static struct str behind_topic(const struct reading *reading, struct str title)
{
	size_t colon = str_find(title, STR(": "));
	return colon != STR_NOT_FOUND && names_topic(reading, str_slice(title, 0, colon)) ? str_from(title, colon + 2)
											  : (struct str){0};
}

bool has_common_word(const struct reading *reading, struct str name)
{
	struct tokens tokens = tokens_of(reading->scratch, name, false);
	for (size_t i = 0; i < tokens.count; i++) {
		size_t count = 0;
		bool common = own_phrase_at(reading, &tokens, i, WORD_COMMON, &count) != NULL;
		if (common && !own_phrase_at(reading, &tokens, i, WORD_FILLER, &count) &&
		    !own_phrase_at(reading, &tokens, i, WORD_AND, &count) &&
		    !own_phrase_at(reading, &tokens, i, WORD_CLAUSE, &count))
			return true;
	}
	return false;
}

/* The decision's own words, where they tell more than the title does. */
static struct choice_words words_of_decision(const struct reading *reading, struct str title, bool topic)
{
	struct choice_words found = first_choice(reading, reading->record->decision);
	struct str name = choice_name(reading, found.object), bold = bold_in_decision(reading);
	size_t words = words_of_name(reading, title);
	bool telling = words > SHORT_TITLE && words <= LONG_TITLE;
	bool fits = words_of_name(reading, name) <= OBJECT_WORDS_MOST &&
		    (topic || (!telling && share_a_word(reading, name, title)));
	if (!str_empty(name) && (fits || found.list || is_proper_name(name)))
		return found;
	if (!str_empty(bold) && is_proper_name(bold) && !str_ends(bold, STR(":")) && !has_common_word(reading, bold))
		return (struct choice_words){.object = bold};
	return (struct choice_words){0};
}

/* "Hybrid approach (queries apart)": a decision whose first line is no more than a name. */
static struct str lone_clause(const struct reading *reading)
{
	struct str line = reading->record->decision;
	line = str_slice(line, 0, str_find_byte(line, '\n'));
	struct str clause = first_clause(reading, line);
	size_t behind =
		clause.length < line.length && line.at[clause.length] == ' ' ? clause.length + 1 : clause.length;
	struct str remark = str_trim_bytes(str_from(line, behind), ". ");
	bool bracket = str_starts(remark, STR("(")) && closing_bracket(remark, '(', ')') + 1 == remark.length;
	bool lone = str_empty(remark) || bracket;
	struct str word = str_slice(clause, 0, str_find_byte(clause, ' '));
	return lone && words_of_name(reading, clause) <= CLAUSE_WORDS_MOST && !str_ends(clause, STR(":")) &&
			       !is_word(reading, WORD_COMMON, word) && !is_word(reading, WORD_STATUS, word)
		       ? clause
		       : (struct str){0};
}

/* One word alone is a name at most; scripts that part no words begin beyond byte 0xE3. */
static bool says_enough(const struct reading *reading, struct str title)
{
	return words_of_name(reading, title) >= 2 || (title.length > 0 && (unsigned char)title.at[0] >= 0xE3);
}

/* Without a list the title tells best what was chosen ("Use Sidekiq for jobs"), unless it only names the topic: then
 * the decision's sentence does. Who proposes one of several options has to say which. */
static struct choice_words words_of_choice(const struct reading *reading)
{
	const struct record *record = reading->record;
	bool open = record->options.count > 0 && !reading->alternatives &&
		    (record->status == STATUS_PROPOSED || record->status == STATUS_DRAFT);
	struct str title = record->title_stated ? record->title : (struct str){0};
	struct choice_words titled = open ? (struct choice_words){0} : first_choice(reading, title);
	bool topic = names_topic(reading, title) || names_topic_joined(reading, titled.object);
	if (!str_empty(titled.object) && !names_topic_joined(reading, titled.object))
		return titled;
	struct choice_words found = words_of_decision(reading, title, topic);
	if (open || !str_empty(found.object))
		return found;
	struct str means = {0};
	if (means_of(reading, title, &means) && is_proper_name(choice_name(reading, means)))
		return (struct choice_words){.object = means};
	struct str behind = behind_topic(reading, title), clause = first_clause(reading, title);
	if (!str_empty(behind))
		return (struct choice_words){.object = behind};
	if (!topic && words_of_name(reading, title) <= LONG_TITLE && says_enough(reading, title))
		return (struct choice_words){.object = title, .as_is = true};
	if (!topic && words_of_name(reading, clause) <= TITLE_WORDS_MOST && says_enough(reading, title))
		return (struct choice_words){.object = clause, .as_is = true};
	struct str sentence = lone_clause(reading);
	if (!str_empty(sentence))
		return (struct choice_words){.object = sentence};
	found = first_choice(reading, record->decision);
	size_t words = words_of_name(reading, clause);
	if (str_empty(found.object) && says_enough(reading, title) && words <= TITLE_WORDS_MOST)
		found = (struct choice_words){.object = clause, .as_is = true};
	return found;
}

/* "PHP, Symfony and React" are three, where each is short. */
static bool add_each(struct reading *reading, struct str list, struct span at)
{
	struct tokens tokens = tokens_of(reading->scratch, list, false);
	struct str parts[CHOICES_MOST];
	size_t count = 0, first = 0;
	for (size_t i = 0; i <= tokens.count && count < CHOICES_MOST; i++) {
		size_t and = 0;
		bool joins = i < tokens.count && own_phrase_at(reading, &tokens, i, WORD_AND, &and);
		const struct token *last = i > first ? &tokens.item[i - 1] : NULL;
		bool comma = last && i < tokens.count && last->raw.at[last->raw.length] == ',';
		if (i < tokens.count && !joins && !comma)
			continue;
		if (last) {
			const char *start = tokens.item[first].raw.at;
			size_t length = (size_t)(last->raw.at + last->raw.length - start);
			parts[count++] = choice_name(reading, (struct str){start, length});
		}
		first = joins ? i + 1 : i;
	}
	for (size_t i = 0; i < count; i++) {
		if (str_empty(parts[i]) || words_of_name(reading, parts[i]) > NAME_WORDS_MOST)
			return false;
	}
	for (size_t i = 0; i < count; i++)
		add_named(reading, parts[i], STANCE_CHOSEN, at);
	return count > 0;
}

/* "Buoys (for now)" without the bracket at its end. */
static struct str without_remark(struct str title)
{
	title = str_trim_bytes(title, " .:*");
	size_t open = str_ends(title, STR(")")) ? str_find(title, STR(" (")) : STR_NOT_FOUND;
	return open == STR_NOT_FOUND || open == 0 ? title : str_slice(title, 0, open);
}

/* "npm instead of Yarn", "Replace Yarn with npm": what goes was an option, too, where it has a name. Titles name things
 * in small letters as well. */
static void add_replaced(struct reading *reading, const struct choice_words *words, struct span at)
{
	const struct record *record = reading->record;
	struct str name = choice_name(reading, words->instead);
	bool titled =
		words->instead.at >= record->title.at && words->instead.at < record->title.at + record->title.length;
	bool named = is_proper_name(name) || (titled && words_of_name(reading, name) <= REPLACED_WORDS_MOST);
	if (named && !has_common_word(reading, name) && !asks(reading, name) && record->options.count > 0 &&
	    !options_alike(reading, record->options.item[0].name, name))
		add_named(reading, name, STANCE_REJECTED, titled ? record->title_at : at);
}

void name_choice(struct reading *reading)
{
	const struct record *record = reading->record;
	if (record->status == STATUS_REJECTED)
		return;
	bool listed = record->options.count > 0;
	struct choice_words words = words_of_choice(reading);
	struct span at = record->decision_at.line ? record->decision_at : record->title_at;
	bool each = words.list && add_each(reading, words.object, at);
	if (words.list && !each && words_of_name(reading, words.object) > OBJECT_WORDS_MOST && record->title_stated)
		words = (struct choice_words){.object = record->title, .as_is = true};
	if (!each)
		add_named(reading, words.as_is ? without_remark(words.object) : choice_name(reading, words.object),
			  STANCE_CHOSEN, at);
	if (!listed)
		add_replaced(reading, &words, at);
}
