/* SPDX-License-Identifier: MIT */
#include "date_forms.h"

#include "adr/base/ascii.h"
#include "adr/base/scope.h"
#include "adr/base/text.h"
#include "adr/base/unicode.h"
#include "adr/model/vocabulary.h"

/* %Y %m %d: four and two digits; %y: the last two of the year; %e %n: day and month without a leading zero; %o: the
 * ordinal ending of the day; %B %b: the month's name and its first three letters. More telling forms come first. */
static const char *const forms[] = {
	"%Y-%m-%d",
	"%Y/%m/%d",
	"%Y.%m.%d",
	"%Y-%n-%e",
	"%Y/%n/%e",
	"%d.%m.%Y",
	"%e.%n.%Y",
	"%d/%m/%Y",
	"%m/%d/%Y",
	"%e/%n/%Y",
	"%n/%e/%Y",
	"%d-%m-%Y",
	"%m-%d-%Y",
	"%e%o %B %Y",
	"%e. %B %Y",
	"%d %B %Y",
	"%e %B %Y",
	"%d de %B de %Y",
	"%e de %B de %Y",
	"%B %e%o, %Y",
	"%B %e, %Y",
	"%B %d, %Y",
	"%B %e %Y",
	"%d %b %Y",
	"%e %b %Y",
	"%b %e, %Y",
	"%b %d, %Y",
	"%d-%b-%Y",
	"%Y\xE5\xB9\xB4%n\xE6\x9C\x88%e\xE6\x97\xA5",
	"%d.%m.%y",
	"%d/%m/%y",
	"%m/%d/%y",
};

#define SHORT_NAME 3 /* letters */

static struct str short_name(struct str name)
{
	size_t end = 0, length;
	for (int letters = 0; letters < SHORT_NAME && end < name.length; letters++, end += length)
		unicode_next(str_from(name, end), &length);
	return str_slice(name, 0, end);
}

static const char *ordinal(int day)
{
	static const char *const endings[] = {"th", "st", "nd", "rd"};
	return day / 10 == 1 || day % 10 > 3 ? "th" : endings[day % 10];
}

struct parts {
	int year, month, day;
	struct str language;
};

static void add_part(struct text *out, char letter, const struct parts *parts)
{
	struct str name = writing_in(parts->language)->months[parts->month - 1];
	switch (letter) {
	case 'Y':
		text_printf(out, "%04d", parts->year);
		break;
	case 'y':
		text_printf(out, "%02d", parts->year % 100);
		break;
	case 'm':
		text_printf(out, "%02d", parts->month);
		break;
	case 'd':
		text_printf(out, "%02d", parts->day);
		break;
	case 'n':
		text_printf(out, "%d", parts->month);
		break;
	case 'e':
		text_printf(out, "%d", parts->day);
		break;
	case 'o':
		text_add_z(out, ordinal(parts->day));
		break;
	case 'B':
		text_add(out, name);
		break;
	default:
		text_add(out, short_name(name));
	}
}

static struct str date_as(struct arena *arena, const char *form, struct date date, struct str language)
{
	SCOPED(text_release) struct text out = {0};
	struct parts parts = {.language = language};
	date_split(date, &parts.year, &parts.month, &parts.day);
	for (; *form; form++) {
		if (*form == '%')
			add_part(&out, *++form, &parts);
		else
			text_add_byte(&out, *form);
	}
	return arena_copy(arena, text_str(&out));
}

/* Where `part` stands alone: not as the end or the beginning of longer numbers. */
static bool find_alone(struct str text, struct str part, struct str *found)
{
	size_t at = str_find_nocase(text, part);
	if (at == STR_NOT_FOUND)
		return false;
	size_t end = at + part.length;
	if ((at > 0 && is_digit(text.at[at - 1])) || (end < text.length && is_digit(text.at[end])))
		return false;
	*found = str_slice(text, at, end);
	return true;
}

bool date_in_same_form(struct arena *arena, struct str text, struct date known, struct str language, struct date wanted,
		       struct str *found, struct str *other)
{
	const struct str languages[] = {language, STR("en")};
	for (size_t i = 0; i < 2 * (sizeof forms / sizeof *forms); i++) {
		const char *form = forms[i / 2];
		if (!find_alone(text, date_as(arena, form, known, languages[i % 2]), found))
			continue;
		*other = date_as(arena, form, wanted, languages[i % 2]);
		return true;
	}
	return false;
}
