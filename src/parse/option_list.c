/* SPDX-License-Identifier: MIT */
/* Options compared with each other and with texts, and gathered without doubles. */
#include "options.h"

#define STEM_LENGTH 5 /* bytes that forms of one word share */
#define FORM_LENGTH 3 /* and those at the end that they may not share */
#define WORD_SHARE 1000
#define FORM_SHARE 800 /* of a word that stands there in another form */

struct words_of {
	struct str word[40];
	size_t count;
};

static struct words_of folded_words(struct str folded)
{
	struct words_of words; /* not set to zero: these are made by the thousand */
	struct str rest = folded, word;
	words.count = 0;
	while (words.count < sizeof words.word / sizeof *words.word && str_next_part(&rest, ' ', &word))
		words.word[words.count++] = word;
	return words;
}

/* Without "on", "the" and the like, which many names share that have nothing else in common. */
static struct words_of telling_words(const struct reading *reading, struct str folded)
{
	struct words_of words = folded_words(folded);
	size_t kept = 0;
	for (size_t i = 0; i < words.count; i++) {
		if (!word_index_find(reading->words, WORD_COMMON, words.word[i]))
			words.word[kept++] = words.word[i];
	}
	words.count = kept;
	return words;
}

static size_t shared_words(const struct words_of *a, const struct words_of *b)
{
	size_t shared = 0;
	for (size_t i = 0; i < a->count; i++) {
		for (size_t j = 0; j < b->count; j++) {
			if (str_equal(a->word[i], b->word[j])) {
				shared++;
				break;
			}
		}
	}
	return shared;
}

size_t find_words(struct str text, struct str part)
{
	size_t at = part.length > 0 ? str_find(text, part) : STR_NOT_FOUND;
	while (at != STR_NOT_FOUND) {
		size_t end = at + part.length;
		if ((at == 0 || text.at[at - 1] == ' ') && (end == text.length || text.at[end] == ' '))
			return at;
		size_t next = str_find(str_from(text, at + 1), part);
		at = next == STR_NOT_FOUND ? next : at + 1 + next;
	}
	return STR_NOT_FOUND;
}

static bool holds_words(struct str text, struct str part)
{
	return find_words(text, part) != STR_NOT_FOUND;
}

bool options_alike(const struct reading *reading, struct str a, struct str b)
{
	struct str fa = unicode_fold(reading->scratch, a), fb = unicode_fold(reading->scratch, b);
	if (str_empty(fa) || str_empty(fb))
		return false;
	if (holds_words(fa, fb) || holds_words(fb, fa))
		return true;
	struct words_of wa = folded_words(fa), wb = folded_words(fb);
	size_t shared = shared_words(&wa, &wb);
	return 2 * shared >= wa.count + wb.count - shared;
}

/* The option's name up to a bracket. */
static struct str core_of(struct str name)
{
	size_t bracket = str_find_byte(name, '(');
	return bracket != STR_NOT_FOUND && bracket > 1 ? str_slice(name, 0, bracket) : name;
}

static const struct option_key *key_of(struct reading *reading, size_t option)
{
	while (reading->option_keys.count <= option) {
		struct str name = reading->record->options.item[reading->option_keys.count].name, core = core_of(name);
		struct str whole = unicode_fold(reading->scratch, name);
		*LIST_ADD(reading->scratch, &reading->option_keys) = (struct option_key){
			whole, core.length < name.length ? unicode_fold(reading->scratch, core) : whole};
	}
	return &reading->option_keys.item[option];
}

unsigned option_match(struct reading *reading, size_t option, struct str folded)
{
	struct str whole = key_of(reading, option)->whole, core = key_of(reading, option)->core;
	if (str_empty(whole) || str_empty(folded))
		return 0;
	if (str_equal(whole, folded))
		return 1000;
	unsigned length = (unsigned)(core.length < 100 ? core.length : 100);
	if (holds_words(folded, whole))
		return 800 + length;
	if (holds_words(folded, core))
		return 700 + length;
	size_t at = folded.length > 2 ? find_words(whole, folded) : STR_NOT_FOUND;
	if (at != STR_NOT_FOUND) /* in the middle of it stand words about something else */
		return at == 0 || at + folded.length == whole.length ? 600 : 599;
	struct words_of wo = telling_words(reading, core), wt = telling_words(reading, folded);
	size_t shared = shared_words(&wo, &wt), least = wo.count < wt.count ? wo.count : wt.count;
	if (least > 0 && 5 * shared < 3 * least) {
		wo = telling_words(reading, whole); /* "AWS S3" of "AWS Simple Storage Service (S3)" */
		shared = shared_words(&wo, &wt);
		least = wo.count < wt.count ? wo.count : wt.count;
	}
	if (least == 0 || 5 * shared < 3 * least)
		return 0;
	return (unsigned)(500 * shared / (wo.count > 0 ? wo.count : 1) + shared); /* the longer of two that fit */
}

/* The word, or another form of it: "document" for "documents". */
static bool holds_form(struct str text, struct str word)
{
	struct str rest = text, other;
	size_t stem = word.length > STEM_LENGTH + 2 ? word.length - FORM_LENGTH : word.length;
	while (str_next_part(&rest, ' ', &other)) {
		if (str_equal(other, word) || (stem >= STEM_LENGTH && other.length <= word.length + FORM_LENGTH &&
					       str_starts(other, str_slice(word, 0, stem))))
			return true;
	}
	return false;
}

/* None of the other options of the range has the word. */
static bool is_alone(struct reading *reading, size_t option, struct option_range among, struct str word)
{
	for (size_t i = among.first; i < among.end; i++) {
		if (i != option && holds_form(key_of(reading, i)->whole, word))
			return false;
	}
	return true;
}

unsigned name_share(struct reading *reading, size_t option, struct str folded)
{
	struct words_of words = telling_words(reading, folded);
	struct str whole = key_of(reading, option)->whole;
	unsigned held = 0;
	for (size_t i = 0; i < words.count; i++)
		held += holds_words(whole, words.word[i])  ? WORD_SHARE
			: holds_form(whole, words.word[i]) ? FORM_SHARE
							   : 0;
	return words.count > 0 ? held / (unsigned)words.count : 0;
}

struct option_share option_share(struct reading *reading, size_t option, struct option_range among, struct str folded)
{
	struct words_of words = telling_words(reading, key_of(reading, option)->whole);
	struct option_share share = {0};
	unsigned held = 0;
	for (size_t i = 0; i < words.count; i++) {
		if (words.word[i].length < 2 || !holds_form(folded, words.word[i]))
			continue;
		held++;
		share.own += is_alone(reading, option, among, words.word[i]);
	}
	share.held = words.count > 0 ? 1000 * held / (unsigned)words.count : 0;
	return share;
}

static void note_number(struct reading *reading, size_t option, struct str number)
{
	while (!str_empty(number) && reading->option_numbers.count <= option)
		*LIST_ADD(reading->scratch, &reading->option_numbers) = (struct str){0};
	if (!str_empty(number))
		reading->option_numbers.item[option] = number;
}

struct option *add_option(struct reading *reading, const struct option_name *name, struct span at, bool merge)
{
	struct options *options = &reading->record->options;
	struct str shown = name->name;
	LIST_EACH (struct option, option, options) {
		if (!merge && name->full.length > shown.length && str_equal_nocase(option->name, shown))
			shown = name->full; /* two long names that begin alike */
		bool same = merge ? options_alike(reading, option->name, core_of(name->name))
				  : str_equal_nocase(option->name, shown);
		if (!same)
			continue;
		reading->options_repeated++;
		if (option->stance == STANCE_CONSIDERED && name->stance != STANCE_CONSIDERED) {
			option->stance = name->stance;
			option->stance_at = at;
		}
		return option;
	}
	if (options->count >= OPTIONS_MOST)
		return NULL;
	struct option *option = LIST_ADD(reading->arena, options);
	*option = (struct option){.name = shown, .stance = name->stance, .at = at, .listed = true};
	note_number(reading, options->count - 1, name->number);
	if (name->stance != STANCE_CONSIDERED)
		option->stance_at = at;
	return option;
}

/* A list that repeats an earlier one in part is about the same options, and its rest is something else; one that
 * repeats all of it knows more of them. */
void drop_additions(struct reading *reading, size_t before)
{
	if (before > 0 && reading->options_repeated > 0 && reading->options_repeated < before) {
		reading->record->options.count = before;
		reading->option_keys.count = reading->option_keys.count < before ? reading->option_keys.count : before;
	}
	reading->options_repeated = 0;
}

void begin_question(struct reading *reading, size_t first)
{
	size_t count = reading->question_count;
	if (first > 0 && count < QUESTIONS_MOST && (count == 0 || reading->questions[count - 1] < first))
		reading->questions[reading->question_count++] = first;
}

void begin_question_if_new(struct reading *reading, size_t before)
{
	if (reading->options_repeated == 0 && reading->record->options.count >= before + 2)
		begin_question(reading, before);
}

struct option_range options_of_question(const struct reading *reading, size_t number)
{
	size_t count = reading->record->options.count;
	size_t first = number > 0 ? reading->questions[number - 1] : 0;
	size_t end = number < reading->question_count ? reading->questions[number] : count;
	return (struct option_range){first < count ? first : count, end < count ? end : count};
}
