/* SPDX-License-Identifier: MIT */
/* What is wrong with the bytes themselves. */
#include "reading.h"

/* "â€™" and its kin: UTF-8 that was read as Windows-1252 and saved as UTF-8 again. The first character of such a pair
 * is the first byte of what it was; the second cannot follow it in any sane text. */
static bool is_mojibake(struct str text)
{
	static const struct str marks[] = {
		STR_INIT("\xC3\xA2\xE2\x82\xAC"), /* â€ */
		STR_INIT("\xC3\x83\xC2"),         /* Ã + a character of the Latin-1 range */
		STR_INIT("\xC3\xA2\xE2\x80\xA0"), /* â† */
		STR_INIT("\xC3\xB0\xC5\xB8"),     /* ðŸ */
		STR_INIT("\xC3\xA2\xC5\x93"),     /* âœ */
	};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		if (str_starts(text, marks[i]))
			return true;
	}
	return false;
}

static size_t find_mojibake(struct str text)
{
	for (size_t at = 0; at < text.length;) {
		const char *next = memchr(text.at + at, 0xC3, text.length - at);
		if (!next)
			break;
		at = (size_t)(next - text.at);
		if (is_mojibake(str_from(text, at)))
			return at;
		at++;
	}
	return STR_NOT_FOUND;
}

static struct span span_at(const struct reading *reading, size_t at)
{
	return (struct span){(uint32_t)at, 1, source_line_of(reading->source, (uint32_t)at)};
}

/* A line of this many bytes is data that got into a record, not writing. */
#define LINE_BYTES_MOST ((size_t)1 << 20)

static void find_long_line(struct reading *reading)
{
	const struct source *source = reading->source;
	if (source->text.length <= LINE_BYTES_MOST)
		return;
	for (uint32_t line = 1; line <= source->line_count; line++) {
		size_t length = source_line(source, line).length;
		if (length <= LINE_BYTES_MOST)
			continue;
		note(reading, RULE_FILE_TOO_COMPLEX, span_at(reading, source->line[line - 1]), "the line has %zu bytes",
		     length);
		return;
	}
}

void read_bytes(struct reading *reading)
{
	struct str text = reading->source->text;
	find_long_line(reading);
	if (str_empty(str_trim(text)))
		note(reading, RULE_FILE_EMPTY, (struct span){0, 0, 1}, "the file is empty");
	if (text.length >= READ_FILE_LIMIT)
		note(reading, RULE_FILE_TOO_LARGE, (struct span){0, 0, 1}, "the file is larger than %zu MiB",
		     READ_FILE_LIMIT >> 20);
	size_t invalid = unicode_find_invalid(text);
	size_t zero = str_find_byte(text, '\0');
	if (invalid != STR_NOT_FOUND)
		note(reading, RULE_BYTES_INVALID, span_at(reading, invalid), "byte 0x%02X is not valid UTF-8",
		     (unsigned)(unsigned char)text.at[invalid]);
	else if (zero != STR_NOT_FOUND)
		note(reading, RULE_BYTES_INVALID, span_at(reading, zero), "the text holds a NUL byte");
	size_t mojibake = find_mojibake(text);
	if (mojibake != STR_NOT_FOUND)
		note(reading, RULE_MOJIBAKE, span_at(reading, mojibake),
		     "text was damaged by reading UTF-8 as Windows-1252");
}
