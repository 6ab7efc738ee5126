/* SPDX-License-Identifier: MIT */
/* The listed option that a decision means in other words: it has words in it that no other option has. */
#include "choice_object.h"

#define TEXT_LENGTH ((size_t)400)     /* bytes of a sentence that are compared with every option */
#define NAME_LENGTH ((size_t)80)      /* longer ones are descriptions */
#define SHARE_LEAST 200               /* of 1000: so many of an option's words stand in the first sentence, */
#define LATER_SHARE_LEAST 330         /* and so many in a later one */
#define NAME_SHARE_LEAST 600          /* so many words of a name the option has, */
#define TITLE_SHARE_LEAST 750         /* and so many words of a title */
#define OWN_RATIO 3                   /* so many times as many words of its own as the next one has */
#define SENTENCES_MOST 2              /* of a decision, that are compared */
#define ANSWERS_LENGTH ((size_t)1500) /* bytes of a decision on several questions, */
#define ANSWERS_MOST 12               /* and its sentences */

static struct option *closest_option(struct reading *reading, struct option_range among, struct str text,
				     unsigned least)
{
	struct option *best = NULL;
	struct option_share most = {0};
	unsigned second = 0;
	struct str folded = unicode_fold(reading->scratch, str_slice(text, 0, TEXT_LENGTH));
	for (size_t i = among.first; i < among.end; i++) {
		struct option *option = &reading->record->options.item[i];
		if (option->stance == STANCE_REJECTED)
			continue;
		struct option_share share = option_share(reading, i, among, folded);
		bool more = share.own > most.own || (share.own == most.own && share.held > most.held);
		unsigned less = more ? most.own : share.own;
		second = less > second ? less : second;
		best = more ? option : best;
		most = more ? share : most;
	}
	return most.own > 0 && most.own >= OWN_RATIO * second && most.held >= least ? best : NULL;
}

/* Where the sentence that begins at token `first` ends. */
static size_t end_of_sentence(const struct tokens *tokens, size_t first)
{
	size_t end = first;
	while (end < tokens->count && tokens->item[end].kind != TOKEN_STOP) {
		const char *behind = end_of(&tokens->item[end++]);
		if (end < tokens->count && memchr(behind, '\n', (size_t)(tokens->item[end].raw.at - behind)))
			break;
	}
	return end;
}

static bool behind_comma(const struct reading *reading, const struct tokens *tokens, size_t first, size_t at)
{
	return at > first && mark_behind(reading->record->decision, &tokens->item[at - 1]) == ',';
}

/* The tokens of the sentence before what it refuses: "We allow X, not Y", "X instead of Y"; `first` where it refuses
 * all: "X is not viable". What reasons refuse ("X, because it does not rust") does not count. */
static size_t end_of_consent(const struct reading *reading, const struct tokens *tokens, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++) {
		size_t count = 0;
		const struct word *clause = own_phrase_at(reading, tokens, i, WORD_CLAUSE, &count);
		if (own_phrase_at(reading, tokens, i, WORD_NOT, &count)) {
			bool part = behind_comma(reading, tokens, first, i) ||
				    (i > first && own_phrase_at(reading, tokens, i - 1, WORD_AND, &count));
			return part ? i : first;
		}
		if (clause && clause->meaning == CLAUSE_INSTEAD)
			return i;
		if (clause && clause->meaning == CLAUSE_REASON && behind_comma(reading, tokens, first, i))
			return end;
	}
	return end;
}

struct str opening_of(const struct reading *reading, struct str decision)
{
	const struct tokens *tokens = &reading->decision_tokens;
	size_t end = end_of_sentence(tokens, 0), consent = end_of_consent(reading, tokens, 0, end);
	struct str line = str_slice(decision, 0, str_find_byte(decision, '\n'));
	return consent == end ? line
	       : consent == 0 ? (struct str){0}
			      : between(decision, &tokens->item[0], &tokens->item[consent - 1]);
}

/* One of the decision's first sentences comes near an option. */
static bool choose_by_nearness(struct reading *reading, const struct tokens *tokens, struct option_range among,
			       size_t sentences)
{
	size_t seen = 0;
	for (size_t first = 0; first < tokens->count && seen < sentences;) {
		size_t end = end_of_sentence(tokens, first);
		size_t consent = end_of_consent(reading, tokens, first, end);
		const char *start = tokens->item[first].raw.at;
		if (consent > first) {
			struct str text = {start, (size_t)(end_of(&tokens->item[consent - 1]) - start)};
			unsigned least = seen++ == 0 ? SHARE_LEAST : LATER_SHARE_LEAST;
			if (choose(closest_option(reading, among, text, least), reading->record->decision_at))
				return true;
		}
		first = end > first && (end == tokens->count || tokens->item[end].kind != TOKEN_STOP) ? end : end + 1;
	}
	return false;
}

/* The only option that has most of the words of a short name; *most: how much of the name any option has. */
static struct option *option_of_name(struct reading *reading, struct str name, unsigned least, unsigned *most)
{
	struct option *best = NULL;
	bool several = false;
	struct str folded = unicode_fold(reading->scratch, name);
	*most = 0;
	for (size_t i = 0; name.length <= NAME_LENGTH && i < reading->record->options.count; i++) {
		struct option *option = &reading->record->options.item[i];
		unsigned share = option->stance == STANCE_REJECTED ? 0 : name_share(reading, i, folded);
		several = share == *most ? several || share > 0 : share < *most && several;
		best = share > *most ? option : best;
		*most = share > *most ? share : *most;
	}
	return *most >= least && !several ? best : NULL;
}

/* What a sentence names is a thing by itself: "Tailscale". */
static bool is_thing(const struct reading *reading, struct str object)
{
	struct str name = choice_name(reading, object);
	return name.length > 1 && is_proper_name(name) && !has_common_word(reading, name);
}

/* The option that begins in this line. */
static size_t option_of_line(const struct reading *reading, uint32_t line)
{
	const struct options *options = &reading->record->options;
	for (size_t i = 0; i < options->count; i++) {
		if (options->item[i].at.line == line)
			return i;
	}
	return options->count;
}

/* The only option whose own text speaks of the thing: "A document store", below which MongoDB is described. */
static struct option *option_with(const struct reading *reading, struct str thing)
{
	const struct record *record = reading->record;
	size_t around = record->options.count, with = around;
	for (size_t i = 0; i < reading->blocks.count; i++) {
		const struct block *block = &reading->blocks.item[i];
		size_t section = section_of(reading, i), begins = option_of_line(reading, block->line);
		bool listed = section != NO_SECTION && reading->outlines.item[section].kind == SECTION_OPTIONS;
		around = !listed ? record->options.count : begins < record->options.count ? begins : around;
		if (around == record->options.count || around == with || !str_contains(block->text, thing))
			continue;
		if (with < record->options.count)
			return NULL;
		with = around;
	}
	bool open = with < record->options.count && record->options.item[with].stance != STANCE_REJECTED;
	return open ? &record->options.item[with] : NULL;
}

/* Some option has the first word of the name, which tells most of it: "AWS" of "AWS S3". */
static bool has_first_word(struct reading *reading, struct str object)
{
	struct str name = unicode_fold(reading->scratch, choice_name(reading, object));
	struct str first = str_slice(name, 0, str_find_byte(name, ' '));
	for (size_t i = 0; i < reading->record->options.count; i++) {
		if (name_share(reading, i, first) > 0)
			return true;
	}
	return false;
}

bool choose_named(struct reading *reading, struct str text, bool *elsewhere)
{
	struct choice_walk walk = choice_walk_of(reading, text);
	struct choice_words found;
	for (size_t i = 0; i < CHOICES_MOST && next_choice(&walk, &found); i++) {
		unsigned most = 0;
		struct option *option = option_of_name(reading, found.object, NAME_SHARE_LEAST, &most);
		if (choose(option, reading->record->decision_at))
			return true;
		if (!is_thing(reading, found.object) ||
		    (most >= SHARE_LEAST && (found.labelled || has_first_word(reading, found.object))))
			continue;
		if (choose(option_with(reading, choice_name(reading, found.object)), reading->record->decision_at))
			return true;
		*elsewhere = true;
	}
	return false;
}

bool choose_closest(struct reading *reading)
{
	const struct record *record = reading->record;
	struct option_range all = {0, record->options.count};
	bool open = record->status == STATUS_PROPOSED || record->status == STATUS_DRAFT, elsewhere = false;
	struct str title = open || !record->title_stated ? (struct str){0} : record->title;
	unsigned most = 0;
	if (choose_named(reading, title, &elsewhere))
		return true;
	return !elsewhere && (choose_by_nearness(reading, &reading->decision_tokens, all, SENTENCES_MOST) ||
			      choose(option_of_name(reading, title, TITLE_SHARE_LEAST, &most), record->decision_at));
}

static bool is_answered(const struct reading *reading, struct option_range among)
{
	for (size_t i = among.first; i < among.end; i++) {
		if (reading->record->options.item[i].stance == STANCE_CHOSEN)
			return true;
	}
	return false;
}

bool choose_in_questions(struct reading *reading)
{
	bool any = false;
	if (reading->question_count == 0 || reading->alternatives)
		return false;
	struct tokens tokens =
		tokens_of(reading->scratch, str_slice(reading->record->decision, 0, ANSWERS_LENGTH), false);
	for (size_t i = 0; i <= reading->question_count; i++) {
		struct option_range among = options_of_question(reading, i);
		any = is_answered(reading, among) || choose_by_nearness(reading, &tokens, among, ANSWERS_MOST) || any;
	}
	return any;
}
