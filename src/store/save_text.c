/* SPDX-License-Identifier: MIT */
/* The texts of a record that are searched. */
#include "save_lists.h"
#include "words.h"

#include "adr/base/unicode.h"

/* 1 for control characters but those of lines. No branch: see block_shows_all(). */
static unsigned char shows_nothing(char byte)
{
	unsigned char c = (unsigned char)byte;
	return (unsigned char)((c < 0x20) & (c != '\n') & (c != '\r') & (c != '\t'));
}

#define BLOCK 64 /* bytes that are looked at together, without a branch: compilers make a few instructions of them */

static bool block_shows_all(const char *bytes)
{
	unsigned char nothing = 0;
	for (size_t i = 0; i < BLOCK; i++)
		nothing |= shows_nothing(bytes[i]);
	return nothing == 0;
}

static size_t find_control(struct str text)
{
	size_t i = 0;
	while (i + BLOCK <= text.length && block_shows_all(text.at + i))
		i += BLOCK;
	while (i < text.length && !shows_nothing(text.at[i]))
		i++;
	return i < text.length ? i : STR_NOT_FOUND;
}

/* Valid UTF-8 without the control characters that search marks its hits with. Lines stay where they are. */
static struct str clean_body(struct arena *arena, struct str text)
{
	text = unicode_clean(arena, text);
	size_t first = find_control(text);
	if (first == STR_NOT_FOUND)
		return text;
	char *copy = arena_take(arena, text.length);
	memcpy(copy, text.at, text.length);
	for (size_t i = first; i < text.length; i++)
		if (shows_nothing(copy[i]))
			copy[i] = ' ';
	return (struct str){copy, text.length};
}

static void add_name(struct text *all, struct str name)
{
	if (all->length > 0)
		text_add_z(all, "; ");
	text_add(all, name);
}

enum outcome save_text(struct store *store, int64_t place, const struct record *record, struct str text,
		       struct error *error)
{
	SCOPED(text_release) struct text people = {0};
	SCOPED(text_release) struct text tags = {0};
	LIST_EACH (struct person, person, &record->people)
		add_name(&people, person->name);
	LIST_EACH (struct str, tag, &record->tags)
		add_name(&tags, *tag);
	struct str columns[TEXT_COLUMNS] = {record->title, text_str(&people), text_str(&tags),
					    clean_body(store->scratch, text)};
	return words_add(store, place, columns, error);
}
