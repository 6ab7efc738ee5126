/* SPDX-License-Identifier: MIT */
#include "template.h"

#include "adr/base/ascii.h"
#include "adr/base/scope.h"
#include "adr/base/text.h"
#include "adr/edit/edit.h"

#include "texts/init_md.h"
#include "texts/madr_md.h"
#include "texts/madr_minimal_md.h"
#include "texts/nygard_md.h"

static const struct {
	struct str name, text;
} builtin[] = {
	{STR_INIT("nygard"), STR_INIT(text_nygard_md)},
	{STR_INIT("madr"), STR_INIT(text_madr_md)},
	{STR_INIT("madr-minimal"), STR_INIT(text_madr_minimal_md)},
	{STR_INIT("init"), STR_INIT(text_init_md)},
};

struct str template_builtin(struct str name)
{
	for (size_t i = 0; i < sizeof builtin / sizeof *builtin; i++)
		if (str_equal(name, builtin[i].name))
			return builtin[i].text;
	return (struct str){0};
}

static const struct str placeholder_names[VALUE_COUNT] = {
	[VALUE_NUMBER] = STR_INIT("number"),
	[VALUE_TITLE] = STR_INIT("title"),
	[VALUE_DATE] = STR_INIT("date"),
	[VALUE_STATUS] = STR_INIT("status"),
	[VALUE_STATUS_LOWER] = STR_INIT("status_lower"),
};

/* The words of adr-tools; it has no others. */
static const struct str bare_words[] = {
	[VALUE_NUMBER] = STR_INIT("NUMBER"),
	[VALUE_TITLE] = STR_INIT("TITLE"),
	[VALUE_DATE] = STR_INIT("DATE"),
	[VALUE_STATUS] = STR_INIT("STATUS"),
};
#define BARE_COUNT (sizeof bare_words / sizeof *bare_words)

/* The next {{name}} with a known name: where it begins, how long it is, which value it asks for. */
static bool find_placeholder(struct str text, size_t *start, size_t *length, size_t *value)
{
	for (size_t at = 0, found; (found = str_find(str_from(text, at), STR("{{"))) != STR_NOT_FOUND;
	     at += found + 2) {
		struct str inside = str_from(text, at + found + 2);
		size_t end = str_find(inside, STR("}}"));
		if (end == STR_NOT_FOUND)
			return false;
		struct str name = str_trim(str_slice(inside, 0, end));
		for (*value = 0; *value < VALUE_COUNT; ++*value) {
			if (str_equal(name, placeholder_names[*value])) {
				*start = at + found;
				*length = end + 4;
				return true;
			}
		}
	}
	return false;
}

static void fill_placeholders(struct text *out, struct str text, const struct str values[])
{
	size_t start, length, value;
	while (find_placeholder(text, &start, &length, &value)) {
		text_add(out, str_slice(text, 0, start));
		text_add(out, values[value]);
		text = str_from(text, start + length);
	}
	text_add(out, text);
}

static bool letter_at(struct str text, size_t at)
{
	return at < text.length && is_letter(text.at[at]);
}

/* The bare word that begins at `at`, or BARE_COUNT. The DATE in "UPDATED" is none. */
static size_t bare_word_at(struct str line, size_t at)
{
	if (at > 0 && letter_at(line, at - 1))
		return BARE_COUNT;
	for (size_t word = 0; word < BARE_COUNT; word++)
		if (str_starts(str_from(line, at), bare_words[word]) && !letter_at(line, at + bare_words[word].length))
			return word;
	return BARE_COUNT;
}

static void fill_line(struct text *out, struct str line, const struct str values[])
{
	bool filled[BARE_COUNT] = {false};
	size_t done = 0;
	for (size_t at = 0; at < line.length; at++) {
		size_t word = bare_word_at(line, at);
		if (word == BARE_COUNT || filled[word])
			continue;
		filled[word] = true;
		text_add(out, str_slice(line, done, at));
		text_add(out, values[word]);
		done = at + bare_words[word].length;
		at = done - 1;
	}
	text_add(out, str_from(line, done));
}

static void fill_bare_words(struct text *out, struct str text, const struct str values[])
{
	while (!str_empty(text)) {
		size_t end = str_find_byte(text, '\n');
		size_t length = end == STR_NOT_FOUND ? text.length : end + 1;
		fill_line(out, str_slice(text, 0, length), values);
		text = str_from(text, length);
	}
}

struct str template_fill(struct arena *arena, struct str text, const struct str values[VALUE_COUNT])
{
	SCOPED(text_release) struct text out = {0};
	size_t start, length, value;
	if (find_placeholder(text, &start, &length, &value))
		fill_placeholders(&out, text, values);
	else
		fill_bare_words(&out, text, values);
	return arena_copy(arena, text_str(&out));
}
