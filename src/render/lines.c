/* SPDX-License-Identifier: MIT */
#include "lines.h"

#include "adr/base/scope.h"
#include "adr/base/unicode.h"

static bool plain_ascii(struct str text)
{
	for (size_t i = 0; i < text.length; i++)
		if (text.at[i] < ' ' || text.at[i] > '~')
			return false;
	return true;
}

void add_clean(struct text *out, struct str text)
{
	if (plain_ascii(text))
		text_add(out, text);
	else
		unicode_add_printable(out, text);
}

struct str clean_str(struct text *room, struct str text)
{
	if (plain_ascii(text))
		return text;
	unicode_add_printable(room, text);
	return text_str(room);
}

size_t clean_width(struct str text)
{
	if (plain_ascii(text))
		return text.length;
	SCOPED(text_release) struct text clean = {0};
	unicode_add_printable(&clean, text);
	return unicode_width(text_str(&clean));
}

void add_cut(struct text *out, struct str text, size_t columns)
{
	struct str fits = unicode_fit(text, columns);
	if (fits.length == text.length) {
		text_add(out, text);
		return;
	}
	if (columns == 0)
		return;
	text_add(out, str_trim(unicode_fit(text, columns - 1)));
	text_add_z(out, "…");
}

static size_t first_character(struct str text)
{
	size_t length;
	unicode_next(text, &length);
	return length;
}

/* Between words, and in front of the wide characters of scripts that put no spaces between words. */
static bool breaks_before(struct str text)
{
	return text.at[0] == ' ' || unicode_width(str_slice(text, 0, first_character(text))) > 1;
}

bool next_wrapped(struct str *rest, size_t columns, struct str *line)
{
	*rest = str_trim(*rest);
	if (str_empty(*rest))
		return false;
	struct str fits = unicode_fit(*rest, columns);
	if (fits.length < rest->length && !breaks_before(str_from(*rest, fits.length))) {
		size_t space = str_find_last_byte(fits, ' ');
		if (space != STR_NOT_FOUND)
			fits = str_slice(fits, 0, space);
	}
	if (str_empty(fits))
		fits = str_slice(*rest, 0, first_character(*rest));
	*rest = str_from(*rest, fits.length);
	*line = str_trim(fits);
	return true;
}
