/* SPDX-License-Identifier: MIT */
/* The texts of a record that are searched. */
#include "save_lists.h"
#include "words.h"

#include "adr/base/unicode.h"

static bool shows_nothing(char byte)
{
	return (unsigned char)byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t';
}

/* Whether one of the eight bytes is below 0x20: the subtraction borrows from its highest bit, which ASCII leaves free.
 */
static bool may_hold_control(const char *bytes)
{
	uint64_t chunk;
	memcpy(&chunk, bytes, sizeof chunk);
	return ((chunk - 0x2020202020202020U) & ~chunk & 0x8080808080808080U) != 0;
}

static size_t find_control(struct str text)
{
	size_t i = 0;
	while (i < text.length) {
		size_t end = i + sizeof(uint64_t);
		if (end <= text.length && !may_hold_control(text.at + i)) {
			i = end;
			continue;
		}
		for (; i < end && i < text.length; i++)
			if (shows_nothing(text.at[i]))
				return i;
	}
	return STR_NOT_FOUND;
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
