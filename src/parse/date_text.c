/* SPDX-License-Identifier: MIT */
#include "date_text.h"

#include "tokens.h"

#include "adr/base/ascii.h"
#include "adr/base/unicode.h"

/* Reads up to `most` digits; false when there are none or more. */
static bool take_number(struct str *rest, size_t most, int *number, size_t *digits)
{
	size_t count = 0;
	*number = 0;
	while (count < rest->length && is_digit(rest->at[count])) {
		if (count < most)
			*number = *number * 10 + (rest->at[count] - '0');
		count++;
	}
	*digits = count;
	if (count == 0 || count > most)
		return false;
	*rest = str_from(*rest, count);
	return true;
}

static bool take_mark(struct str *rest, struct str mark)
{
	if (!str_starts(*rest, mark))
		return false;
	*rest = str_from(*rest, mark.length);
	return true;
}

static bool take_separator(struct str *rest, char *separator)
{
	if (str_empty(*rest) || !strchr("-/.", rest->at[0]) || rest->at[0] == '\0')
		return false;
	*separator = rest->at[0];
	*rest = str_from(*rest, 1);
	return true;
}

/* A stray blank between separator and number, as in "2025-11- 05" and "5. 11. 2025". */
static void skip_stray_blank(struct str *rest, char separator)
{
	bool stray = rest->length > 1 && rest->at[0] == ' ' && is_digit(rest->at[1]);
	if (stray && (separator == '-' || separator == '.'))
		*rest = str_from(*rest, 1);
}

static bool is_year(int year)
{
	return year >= 1970 && year <= 2199;
}

static void finish(struct date_text *found, struct str text, struct str rest)
{
	found->text = (struct str){text.at, (size_t)(rest.at - text.at)};
}

/* 2024-03-12, 2024/3/12, 2024.03.12, 2024年3月12日. A five-digit year of the Holocene calendar loses its first digit.
 */
static bool year_first(struct str text, struct date_text *found)
{
	struct str rest = text;
	size_t digits = 0;
	char one = 0, two = 0;
	if (!take_number(&rest, 5, &found->year, &digits) || digits < 4)
		return false;
	if (digits == 5)
		found->year -= 10000;
	bool spelt = take_mark(&rest, STR("\xE5\xB9\xB4"));
	if (!is_year(found->year) || (!spelt && !take_separator(&rest, &one)))
		return false;
	while (spelt && take_mark(&rest, STR(" ")))
		;
	skip_stray_blank(&rest, one);
	if (!take_number(&rest, 2, &found->month, &digits))
		return false;
	if (spelt ? !take_mark(&rest, STR("\xE6\x9C\x88")) : (!take_separator(&rest, &two) || one != two))
		return false;
	while (spelt && take_mark(&rest, STR(" ")))
		;
	skip_stray_blank(&rest, two);
	if (!take_number(&rest, 2, &found->day, &digits))
		return false;
	take_mark(&rest, STR("\xE6\x97\xA5"));
	finish(found, text, rest);
	return true;
}

/* 12.03.2024, 12/03/2024, 03-12-2024, 12/03/24. */
static bool year_last(struct str text, struct date_text *found)
{
	struct str rest = text;
	size_t digits = 0;
	char one = 0, two = 0;
	int first = 0, second = 0;
	if (!take_number(&rest, 2, &first, &digits) || !take_separator(&rest, &one))
		return false;
	skip_stray_blank(&rest, one);
	if (!take_number(&rest, 2, &second, &digits) || !take_separator(&rest, &two) || one != two)
		return false;
	skip_stray_blank(&rest, two);
	if (!take_number(&rest, 4, &found->year, &digits) || (digits != 4 && (digits != 2 || one == '-')))
		return false;
	if (digits == 2)
		found->year += 2000;
	if (!is_year(found->year))
		return false;
	finish(found, text, rest);
	found->first = first;
	found->second = second;
	if (one == '.') {
		found->day = first;
		found->month = second;
		found->first = found->second = 0;
	}
	return true;
}

static void skip_blanks(struct str *rest)
{
	while (rest->length > 0 && strchr(" \t,.", rest->at[0]) && rest->at[0] != '\0')
		*rest = str_from(*rest, 1);
}

static size_t word_length(struct str text)
{
	size_t length = 0;
	while (length < text.length &&
	       ((unsigned char)text.at[length] >= 0x80 || (text.at[length] >= 'a' && text.at[length] <= 'z') ||
		(text.at[length] >= 'A' && text.at[length] <= 'Z')))
		length++;
	return length;
}

/* A month's name, after an optional "of", "de", "-". */
static bool take_month(const struct word_index *words, struct arena *scratch, struct str *rest, int *month)
{
	for (int tries = 0; tries < 2; tries++) {
		size_t length = word_length(*rest);
		struct str key = unicode_fold(scratch, str_slice(*rest, 0, length));
		const struct word *word = word_index_find(words, WORD_MONTH, key);
		if (word) {
			*month = word->meaning;
			*rest = str_from(*rest, length);
			return true;
		}
		if (length != 2)
			return false;
		*rest = str_from(*rest, length);
		skip_blanks(rest);
	}
	return false;
}

static void skip_ordinal(struct str *rest)
{
	static const struct str endings[] = {STR_INIT("st"), STR_INIT("nd"), STR_INIT("rd"),
					     STR_INIT("th"), STR_INIT("er"), STR_INIT("\xC2\xBA")};
	for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
		bool ends = rest->length == endings[i].length || word_length(str_from(*rest, endings[i].length)) == 0;
		if (ends && str_starts_nocase(*rest, endings[i])) {
			*rest = str_from(*rest, endings[i].length);
			return;
		}
	}
}

/* 12 March 2024, 12th of March, 2024, 12. März 2024, 12 de marzo de 2024, 12-Mar-2024. */
static bool day_and_name(const struct word_index *words, struct arena *scratch, struct str text,
			 struct date_text *found)
{
	struct str rest = text;
	size_t digits = 0;
	if (!take_number(&rest, 2, &found->day, &digits))
		return false;
	skip_ordinal(&rest);
	skip_blanks(&rest);
	take_mark(&rest, STR("-"));
	if (!take_month(words, scratch, &rest, &found->month))
		return false;
	skip_blanks(&rest);
	take_mark(&rest, STR("-"));
	if (word_length(rest) == 2) {
		rest = str_from(rest, 2);
		skip_blanks(&rest);
	}
	if (!take_number(&rest, 4, &found->year, &digits) || !is_year(found->year))
		return false;
	finish(found, text, rest);
	return true;
}

/* March 12, 2024; Mar. 12th 2024. */
static bool name_and_day(const struct word_index *words, struct arena *scratch, struct str text,
			 struct date_text *found)
{
	struct str rest = text;
	size_t digits = 0;
	size_t length = word_length(rest);
	const struct word *word =
		length < 3 || length > 24
			? NULL
			: word_index_find(words, WORD_MONTH, unicode_fold(scratch, str_slice(rest, 0, length)));
	if (!word)
		return false;
	found->month = word->meaning;
	rest = str_from(rest, length);
	skip_blanks(&rest);
	if (!take_number(&rest, 2, &found->day, &digits))
		return false;
	skip_ordinal(&rest);
	skip_blanks(&rest);
	if (!take_number(&rest, 4, &found->year, &digits) || !is_year(found->year))
		return false;
	finish(found, text, rest);
	return true;
}

/* 20240312 and nothing else of that length. */
static bool packed(struct str text, struct date_text *found)
{
	struct str rest = text;
	size_t digits = 0;
	int number = 0;
	if (!take_number(&rest, 8, &number, &digits) || digits != 8)
		return false;
	found->year = number / 10000;
	found->month = number / 100 % 100;
	found->day = number % 100;
	if (!is_year(found->year) || found->month < 1 || found->month > 12 || found->day < 1)
		return false;
	finish(found, text, rest);
	return true;
}

bool find_date(const struct word_index *words, struct arena *scratch, struct str text, struct date_text *found)
{
	for (size_t at = 0; at < text.length;) {
		struct str rest = str_from(text, at);
		*found = (struct date_text){0};
		bool digit = is_digit(rest.at[0]);
		if (digit && (year_first(rest, found) || year_last(rest, found) || packed(rest, found)))
			return true;
		*found = (struct date_text){0};
		if (digit ? day_and_name(words, scratch, rest, found) : name_and_day(words, scratch, rest, found))
			return true;
		size_t skip = digit ? 0 : word_length(rest);
		while (digit && skip < rest.length && is_digit(rest.at[skip]))
			skip++;
		at += skip > 0 ? skip : 1;
	}
	return false;
}

static bool unit_of(const struct word_index *words, struct str key, enum date_unit *unit)
{
	const struct word *word = word_index_find(words, WORD_UNIT, key);
	if (word)
		*unit = (enum date_unit)word->meaning;
	return word != NULL;
}

static bool count_of(const struct word_index *words, struct str key, int32_t *count)
{
	const struct word *word = word_index_find(words, WORD_NUMBER, key);
	if (word)
		*count = word->meaning;
	return word || (key.length <= 3 && str_to_number(key, count));
}

/* "6个月": number and unit in one, as scripts without blanks have it. */
static bool joined_period(const struct word_index *words, struct str key, struct period *period)
{
	size_t digits = 0;
	while (digits < key.length && is_digit(key.at[digits]))
		digits++;
	return digits > 0 && digits < 4 && str_to_number(str_slice(key, 0, digits), &period->count) &&
	       period->count > 0 && unit_of(words, str_from(key, digits), &period->unit);
}

bool find_period(const struct word_index *words, struct arena *scratch, struct str text, struct period *period)
{
	struct tokens tokens = tokens_of(scratch, text, false);
	for (size_t i = 0; i < tokens.count; i++) {
		size_t count = 0;
		const struct word *every = phrase_at(words, &tokens, i, WORD_EVERY, &count);
		if (every) {
			*period = (struct period){every->meaning, DATE_MONTHS};
			return true;
		}
		struct str key = tokens.item[i].folded,
			   next = i + 1 < tokens.count ? tokens.item[i + 1].folded : STR("");
		bool counted = count_of(words, key, &period->count);
		if (counted && period->count > 0 && unit_of(words, next, &period->unit))
			return true;
		if (key.length >= 2 && key.length <= 4 && period_parse(key, period) && period->count > 0)
			return true;
		if (joined_period(words, key, period))
			return true;
	}
	return false;
}
