/* SPDX-License-Identifier: MIT */
#include "naming.h"

#include "adr/base/ascii.h"
#include "adr/base/unicode.h"

#include <dirent.h>
#include <errno.h>

#define PREFIX_MOST 8 /* letters: "adr", "madr", "decision" */
#define DIGITS_MOST 6 /* more are a date or a time, no number */
#define SLUG_MOST 180 /* bytes: leaves room below the 255 of most file systems for number, ending, temporary names */
#define DIGITS_USUAL 4

/* A file's name taken apart. */
struct numbered_name {
	struct str prefix;
	struct str digits;
	struct str rest; /* behind the digits */
	int32_t number;
};

/* Bytes of "adr-", "ADR", "MADR_", "pdr-", "Decision-" at the start of a name: words that records are called. */
static size_t prefix_length(struct str name)
{
	size_t letters = 0;
	while (letters < name.length && is_letter(name.at[letters]))
		letters++;
	struct str word = str_slice(name, 0, letters);
	if (letters > PREFIX_MOST || !(str_ends_nocase(word, STR("dr")) || str_equal_nocase(word, STR("decision"))))
		return 0;
	bool separated = letters < name.length && strchr("-_ ", name.at[letters]);
	return letters + separated;
}

static size_t count_digits(struct str text)
{
	size_t count = 0;
	while (count < text.length && is_digit(text.at[count]))
		count++;
	return count;
}

/* "2024-05-…": a year and a month, no number. */
static bool begins_date(struct str digits, struct str rest)
{
	return digits.length == 4 && rest.length > 3 && rest.at[0] == '-' && count_digits(str_from(rest, 1)) == 2 &&
	       rest.at[3] == '-';
}

static bool take_apart(struct str name, struct numbered_name *parts)
{
	parts->prefix = str_slice(name, 0, prefix_length(name));
	struct str behind = str_from(name, parts->prefix.length);
	size_t digits = count_digits(behind);
	parts->digits = str_slice(behind, 0, digits);
	parts->rest = str_from(behind, digits);
	bool ends_word = str_empty(parts->rest) || !is_letter(parts->rest.at[0]); /* "3d-models.md" has no number */
	return digits <= DIGITS_MOST && ends_word && !begins_date(parts->digits, parts->rest) &&
	       str_to_number(parts->digits, &parts->number);
}

static void take_style(struct arena *arena, struct naming *naming, const struct numbered_name *parts)
{
	naming->prefix = arena_copy(arena, parts->prefix);
	naming->digits = (int)parts->digits.length;
	bool named = !str_empty(parts->rest) && strchr("-_ ", parts->rest.at[0]);
	naming->separator = named ? parts->rest.at[0] : '-';
}

static void see_name(struct arena *arena, struct naming *naming, struct str name, int32_t *styled)
{
	struct numbered_name parts;
	if (!take_apart(name, &parts))
		return;
	if (parts.number > naming->highest)
		naming->highest = parts.number;
	if (parts.number > *styled && str_ends_nocase(name, STR(".md"))) {
		*styled = parts.number;
		take_style(arena, naming, &parts);
	}
}

static void close_directory(DIR **directory)
{
	if (*directory)
		closedir(*directory);
}

enum outcome naming_read(struct arena *arena, const char *directory, struct naming *naming, struct error *error)
{
	*naming = (struct naming){.digits = DIGITS_USUAL, .separator = '-'};
	int32_t styled = 0;
	SCOPED(close_directory) DIR *open = opendir(directory);
	if (!open && errno == ENOENT)
		return OUTCOME_OK;
	errno = open ? 0 : errno;
	for (const struct dirent *entry; open && (entry = readdir(open)) != NULL; errno = 0)
		see_name(arena, naming, str_of(entry->d_name), &styled);
	return errno == 0 ? OUTCOME_OK : fail(error, "cannot read the directory %s: %s", directory, strerror(errno));
}

/* Cut to SLUG_MOST bytes, at the end of a word where one is near. */
static struct str cut(struct str slug)
{
	if (slug.length <= SLUG_MOST)
		return slug;
	size_t end = SLUG_MOST;
	while (((unsigned char)slug.at[end] & 0xC0) == 0x80) /* inside a character */
		end--;
	struct str head = str_slice(slug, 0, end);
	size_t word = str_find_last_byte(head, '-');
	return word != STR_NOT_FOUND && word > SLUG_MOST / 2 ? str_slice(head, 0, word) : head;
}

struct str naming_file(struct arena *arena, const struct naming *naming, int32_t number, struct str title)
{
	struct str slug = cut(unicode_slug(arena, title));
	if (str_empty(slug))
		return slug;
	char *words = arena_take(arena, slug.length + 1);
	for (size_t i = 0; i < slug.length; i++)
		words[i] = slug.at[i] == '-' ? naming->separator : slug.at[i];
	return arena_printf(arena, "%.*s%0*d%c%s.md", STR_ARG(naming->prefix), naming->digits, (int)number,
			    naming->separator, words);
}
