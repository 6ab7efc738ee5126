/* SPDX-License-Identifier: MIT */
#include "adr/base/str.h"

#include "adr/base/ascii.h"

static bool equal_nocase(const char *a, const char *b, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (to_lower(a[i]) != to_lower(b[i]))
			return false;
	return true;
}

bool str_equal_nocase(struct str a, struct str b)
{
	return a.length == b.length && equal_nocase(a.at, b.at, a.length);
}

int str_compare(struct str a, struct str b)
{
	size_t shorter = a.length < b.length ? a.length : b.length;
	int order = shorter && a.at != b.at ? memcmp(a.at, b.at, shorter) : 0;
	if (order != 0)
		return order;
	return (a.length > b.length) - (a.length < b.length);
}

bool str_starts_nocase(struct str text, struct str prefix)
{
	return str_equal_nocase(str_slice(text, 0, prefix.length), prefix);
}

bool str_ends(struct str text, struct str suffix)
{
	return text.length >= suffix.length && str_equal(str_from(text, text.length - suffix.length), suffix);
}

bool str_ends_nocase(struct str text, struct str suffix)
{
	return text.length >= suffix.length && str_equal_nocase(str_from(text, text.length - suffix.length), suffix);
}

size_t str_find(struct str text, struct str part)
{
	if (part.length == 0)
		return 0;
	for (size_t start = 0; start + part.length <= text.length; start++) {
		size_t skipped = str_find_byte(str_from(text, start), part.at[0]);
		if (skipped == STR_NOT_FOUND)
			return STR_NOT_FOUND;
		start += skipped;
		if (str_starts(str_from(text, start), part))
			return start;
	}
	return STR_NOT_FOUND;
}

size_t str_find_nocase(struct str text, struct str part)
{
	for (size_t start = 0; start + part.length <= text.length; start++)
		if (equal_nocase(text.at + start, part.at, part.length))
			return start;
	return STR_NOT_FOUND;
}

size_t str_find_byte(struct str text, char byte)
{
	const char *found = text.length ? memchr(text.at, byte, text.length) : NULL;
	return found ? (size_t)(found - text.at) : STR_NOT_FOUND;
}

size_t str_find_last_byte(struct str text, char byte)
{
	for (size_t i = text.length; i > 0; i--)
		if (text.at[i - 1] == byte)
			return i - 1;
	return STR_NOT_FOUND;
}

bool str_contains(struct str text, struct str part)
{
	return str_find(text, part) != STR_NOT_FOUND;
}

static bool is_space(char byte)
{
	return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

struct str str_trim(struct str text)
{
	while (text.length > 0 && is_space(text.at[0]))
		text = str_from(text, 1);
	while (text.length > 0 && is_space(text.at[text.length - 1]))
		text.length--;
	return text;
}

/* The sets are short: a loop is done before strchr() has begun. */
static bool one_of(char byte, const char *bytes)
{
	while (*bytes && *bytes != byte)
		bytes++;
	return *bytes != '\0';
}

struct str str_trim_bytes(struct str text, const char *bytes)
{
	while (text.length > 0 && one_of(text.at[0], bytes))
		text = str_from(text, 1);
	while (text.length > 0 && one_of(text.at[text.length - 1], bytes))
		text.length--;
	return text;
}

bool str_next_line(struct str *rest, struct str *line)
{
	if (rest->length == 0)
		return false;
	size_t end = str_find_byte(*rest, '\n');
	bool last = end == STR_NOT_FOUND;
	*line = last ? *rest : str_slice(*rest, 0, end);
	*rest = last ? str_from(*rest, rest->length) : str_from(*rest, end + 1);
	if (str_ends(*line, STR("\r")))
		line->length--;
	return true;
}

bool str_next_part(struct str *rest, char separator, struct str *part)
{
	if (rest->at == NULL || rest->length == 0)
		return false;
	size_t end = str_find_byte(*rest, separator);
	bool last = end == STR_NOT_FOUND;
	*part = last ? *rest : str_slice(*rest, 0, end);
	*rest = last ? (struct str){0} : str_from(*rest, end + 1);
	return true;
}

bool str_to_number(struct str text, int32_t *number)
{
	int64_t value = 0;
	if (text.length == 0)
		return false;
	for (size_t i = 0; i < text.length; i++) {
		if (text.at[i] < '0' || text.at[i] > '9')
			return false;
		value = value * 10 + (text.at[i] - '0');
		if (value > INT32_MAX)
			return false;
	}
	*number = (int32_t)value;
	return true;
}

int str_hex_digit(char digit)
{
	if (is_digit(digit))
		return digit - '0';
	char lower = to_lower(digit);
	return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}
