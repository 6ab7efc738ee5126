/* SPDX-License-Identifier: MIT */
/* Character by character: reading, cleaning, showing. Folding is in unicode_fold.c. */
#include "adr/base/ascii_chunk.h"
#include "adr/base/scope.h"
#include "adr/base/unicode.h"

#include <utf8proc.h>

#define REPLACEMENT "\xEF\xBF\xBD"
#define ZERO_WIDTH_NON_JOINER 0x200C
#define ZERO_WIDTH_JOINER 0x200D

int32_t unicode_next(struct str text, size_t *length)
{
	unsigned char first = (unsigned char)text.at[0];
	if (first < 0x80) {
		*length = 1;
		return first;
	}
	utf8proc_int32_t point;
	size_t most = text.length < 4 ? text.length : 4;
	utf8proc_ssize_t used = utf8proc_iterate((const utf8proc_uint8_t *)text.at, (utf8proc_ssize_t)most, &point);
	*length = used > 0 ? (size_t)used : 1;
	return used > 0 ? point : -1;
}

#define BLOCK 64 /* bytes that are looked at together, without a branch: compilers make a few instructions of them */

static bool is_ascii_block(const char *bytes)
{
	unsigned char all = 0;
	for (size_t i = 0; i < BLOCK; i++)
		all |= (unsigned char)bytes[i];
	return all < 0x80;
}

/* Length of the ASCII run at the start: most text is nothing else. */
static size_t ascii_run(struct str text)
{
	size_t i = 0;
	while (i + BLOCK <= text.length && is_ascii_block(text.at + i))
		i += BLOCK;
	while (i + CHUNK_SIZE <= text.length && !(chunk_of(text.at + i, CHUNK_SIZE) & CHUNK_HIGHEST_BITS))
		i += CHUNK_SIZE;
	while (i < text.length && (unsigned char)text.at[i] < 0x80)
		i++;
	return i;
}

size_t unicode_find_invalid(struct str text)
{
	size_t at = 0, length;
	for (;;) {
		at += ascii_run(str_from(text, at));
		if (at >= text.length)
			return STR_NOT_FOUND;
		if (unicode_next(str_from(text, at), &length) < 0)
			return at;
		at += length;
	}
}

struct str unicode_clean(struct arena *arena, struct str text)
{
	if (unicode_find_invalid(text) == STR_NOT_FOUND)
		return text;
	SCOPED(text_release) struct text clean = {0};
	bool in_damage = false;
	while (text.length > 0) {
		size_t valid = unicode_find_invalid(text);
		if (valid == STR_NOT_FOUND)
			valid = text.length;
		if (valid > 0)
			in_damage = false;
		text_add(&clean, str_slice(text, 0, valid));
		text = str_from(text, valid);
		if (text.length == 0)
			break;
		/* one mark for a sequence that was cut short: its continuation bytes say nothing of their own */
		bool continuation = ((unsigned char)text.at[0] & 0xC0U) == 0x80U;
		if (!in_damage || !continuation)
			text_add_z(&clean, REPLACEMENT);
		in_damage = true;
		text = str_from(text, 1);
	}
	return arena_copy(arena, text_str(&clean));
}

static bool hidden(int32_t point)
{
	if (point < 0)
		return true;
	if (point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER)
		return false; /* emoji and several scripts are written with these */
	utf8proc_category_t category = utf8proc_category(point);
	return category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_CF ||
	       category == UTF8PROC_CATEGORY_CS || category == UTF8PROC_CATEGORY_CO;
}

static bool breaks_line(int32_t point)
{
	return point == '\n' || point == '\r' || point == '\t' || point == 0x0B || point == 0x0C || point == 0x85 ||
	       point == 0x2028 || point == 0x2029;
}

/* Bytes at the start that are printable ASCII: most text is, and needs no looking at. */
static size_t plain_run(struct str text)
{
	size_t length = 0;
	while (length < text.length && text.at[length] >= 0x20 && text.at[length] < 0x7F)
		length++;
	return length;
}

void unicode_add_printable(struct text *out, struct str text)
{
	while (text.length > 0) {
		size_t plain = plain_run(text), length = 1;
		text_add(out, str_slice(text, 0, plain));
		text = str_from(text, plain);
		if (text.length == 0)
			break;
		int32_t point = unicode_next(text, &length);
		if (breaks_line(point)) {
			if (str_starts(text, STR("\r\n")))
				length = 2;
			text_add_byte(out, ' ');
		} else if (hidden(point)) {
			text_add_z(out, REPLACEMENT);
		} else {
			text_add(out, str_slice(text, 0, length));
		}
		text = str_from(text, length);
	}
}

static size_t width_of(int32_t point)
{
	if (point < 0)
		return 1;
	if (point >= 0x20 && point < 0x7F)
		return 1;
	int width = utf8proc_charwidth(point);
	return width > 0 ? (size_t)width : 0;
}

size_t unicode_width(struct str text)
{
	size_t width = 0, length;
	for (; text.length > 0; text = str_from(text, length)) {
		size_t plain = plain_run(text);
		width += plain;
		text = str_from(text, plain);
		length = 0;
		if (text.length > 0)
			width += width_of(unicode_next(text, &length));
	}
	return width;
}

struct str unicode_fit(struct str text, size_t columns)
{
	size_t end = 0, width = 0, length;
	while (end < text.length) {
		bool plain = text.at[end] >= 0x20 && text.at[end] < 0x7F;
		length = 1;
		width += plain ? 1 : width_of(unicode_next(str_from(text, end), &length));
		if (width > columns)
			break;
		end += length;
	}
	return str_slice(text, 0, end);
}

size_t unicode_count(struct str text)
{
	size_t count = 0, length;
	for (; text.length > 0; text = str_from(text, length), count++)
		unicode_next(text, &length);
	return count;
}
