/* SPDX-License-Identifier: MIT */
/* Options that no catalogue knows keep their own folded words. They say something only when the record lists
 * alternatives: "chose X, rejected Y". What was listed and not chosen was rejected. */
#include "derive_claims.h"

#include "adr/base/unicode.h"

#define TEXT_OPTIONS_MOST 8
#define TEXT_LENGTH_MOST 48 /* bytes; a longer name will not be met again in the same words */
#define TEXT_CONFIDENCE 0.5
#define VERSIONS_MOST 16 /* options that a name with a number is compared with */

/* Names that mean something else in every record. */
static bool is_generic(struct str name)
{
	static const struct str generic[] = {
		STR_INIT("yes"),        STR_INIT("no"),      STR_INIT("none"),    STR_INIT("do nothing"),
		STR_INIT("status quo"), STR_INIT("custom"),  STR_INIT("nothing"), STR_INIT("current state"),
		STR_INIT("keep as is"), STR_INIT("other"),   STR_INIT("build"),   STR_INIT("buy"),
		STR_INIT("manual"),     STR_INIT("default"), STR_INIT("both"),
	};
	for (size_t i = 0; i < sizeof generic / sizeof *generic; i++)
		if (str_equal(generic[i], name))
			return true;
	return false;
}

/* "Option 2" and "B" say nothing. */
static bool is_label(struct str name)
{
	size_t letters = 0;
	for (size_t i = 0; i < name.length; i++)
		letters += (unsigned char)name.at[i] >= 0x80 || (name.at[i] >= 'a' && name.at[i] <= 'z');
	return letters < 2 || (str_starts(name, STR("option ")) && name.length < sizeof "option 10");
}

/* The letters of a name: "python 3 13" and "python 3 12" have the same. */
static struct str letters_of(struct arena *arena, struct str name)
{
	char *letters = arena_take(arena, name.length);
	size_t length = 0;
	for (size_t i = 0; i < name.length; i++)
		if (name.at[i] != ' ' && (name.at[i] < '0' || name.at[i] > '9'))
			letters[length++] = name.at[i];
	return (struct str){letters, length};
}

/* Versions of one thing are no options: another option has the same name but for its numbers. */
static bool is_version(struct gathering *gathering, const struct option *option, struct str name)
{
	struct str letters = letters_of(gathering->arena, name);
	size_t looked = 0;
	if (letters.length == name.length)
		return false;
	LIST_EACH (const struct option, other, &gathering->record->options) {
		if (looked++ == VERSIONS_MOST)
			break;
		if (other != option && other->listed &&
		    str_equal(letters, letters_of(gathering->arena, unicode_fold(gathering->arena, other->name))))
			return true;
	}
	return false;
}

/* NULL: it can be met again in another record, and means the same there. */
static const char *text_objection(struct gathering *gathering, const struct option *option, struct str name)
{
	if (!option->listed)
		return "it stands in no list of options, and no catalogue knows it";
	if (name.length > TEXT_LENGTH_MOST)
		return "so long a name will not be met again in the same words";
	if (str_empty(name) || is_generic(name) || is_label(name))
		return "the name means something else in every record";
	return is_version(gathering, option, name) ? "another option is a version of the same" : NULL;
}

static void add_text_claim(struct gathering *gathering, const struct option *option, struct str name)
{
	bool chosen = option->stance == STANCE_CHOSEN;
	struct claim *claim = LIST_ADD(gathering->arena, &gathering->record->claims);
	claim->option = name;
	claim->chosen = chosen;
	claim->basis = CLAIM_TEXT;
	claim->confidence = TEXT_CONFIDENCE;
	claim->at = option->stance_at.line ? option->stance_at : option->at;
	claim->quote = quote_of(gathering, claim->at);
}

void claim_texts(struct gathering *gathering)
{
	size_t chosen = 0, rejected = 0, taken = 0;
	LIST_EACH (const struct option, option, &gathering->record->options) {
		chosen += option->stance == STANCE_CHOSEN && option->listed;
		rejected += option->stance != STANCE_CHOSEN && option->listed;
	}
	if (chosen == 0 || rejected == 0) {
		trace_left_out(gathering, (struct str){0}, (struct str){0}, (struct span){.line = 0},
			       "no catalogue knows what it decides, and no list of options holds what was chosen");
		return;
	}
	LIST_EACH (const struct option, option, &gathering->record->options) {
		struct str name = unicode_fold(gathering->arena, option->name);
		const char *why = taken < TEXT_OPTIONS_MOST ? text_objection(gathering, option, name)
							    : "eight options in the record's own words are enough";
		if (why) {
			trace_left_out(gathering, (struct str){0}, option->name, option->at, why);
			continue;
		}
		add_text_claim(gathering, option, name);
		taken++;
	}
}
