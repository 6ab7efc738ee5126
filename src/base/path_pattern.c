/* SPDX-License-Identifier: MIT */
#include "adr/base/file.h"

/* Where to go on when what follows a star does not fit: the star takes one byte more. */
struct retry {
	size_t pattern; /* behind the star; 0: there was none */
	size_t text;
};

static bool is_next_of_character(char byte)
{
	return ((unsigned char)byte & 0xC0U) == 0x80;
}

/* Tries the last star, else the last double star, with one byte more. */
static bool take_more(struct str text, struct retry *star, struct retry *stars, size_t *t, size_t *p)
{
	if (star->pattern > 0 && star->text < text.length && text.at[star->text] != '/') {
		*t = ++star->text;
		*p = star->pattern;
		return true;
	}
	star->pattern = 0;
	if (stars->pattern == 0 || stars->text >= text.length)
		return false;
	*t = ++stars->text;
	*p = stars->pattern;
	return true;
}

/* Takes one byte of both when they agree; for '?' a whole character. */
static bool take_same(struct str text, struct str pattern, size_t *t, size_t *p)
{
	if (*t == text.length || *p == pattern.length)
		return false;
	bool any = pattern.at[*p] == '?' && text.at[*t] != '/';
	if (!any && pattern.at[*p] != text.at[*t])
		return false;
	++*t;
	++*p;
	while (any && *t < text.length && is_next_of_character(text.at[*t]))
		++*t;
	return true;
}

/* The pattern fits the text up to its end or up to a '/'. Only the last star and the last double star are tried again,
 * so that the time is bounded by the product of the lengths (squared for patterns with both, which are short). */
static bool fits_from_start(struct str text, struct str pattern)
{
	struct retry star = {0}, stars = {0};
	size_t t = 0, p = 0;
	for (;;) {
		if (p == pattern.length && (t == text.length || text.at[t] == '/'))
			return true;
		if (str_starts(str_from(pattern, p), STR("**"))) {
			p += 2;
			p += p < pattern.length && pattern.at[p] == '/' && (t == 0 || text.at[t - 1] == '/');
			stars = (struct retry){p, t};
			star.pattern = 0;
		} else if (p < pattern.length && pattern.at[p] == '*') {
			star = (struct retry){++p, t};
		} else if (!take_same(text, pattern, &t, &p) && !take_more(text, &star, &stars, &t, &p)) {
			return false;
		}
	}
}

bool path_matches(struct str path, struct str pattern)
{
	pattern = str_trim_bytes(pattern, "/");
	if (str_empty(pattern))
		return false;
	bool anywhere = str_find_byte(pattern, '/') == STR_NOT_FOUND;
	for (size_t from = 0; from < path.length;) {
		if (fits_from_start(str_from(path, from), pattern))
			return true;
		size_t slash = str_find_byte(str_from(path, from), '/');
		if (!anywhere || slash == STR_NOT_FOUND)
			return false;
		from += slash + 1;
	}
	return false;
}
