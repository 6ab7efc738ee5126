/* SPDX-License-Identifier: MIT */
#include "adr/render/json.h"

#include "adr/base/unicode.h"

#include <assert.h>
#include <math.h>

#define FLUSH_AT ((size_t)64 << 10)
#define FRACTION_SCALE 10000
#define FRACTION_LIMIT 1e14

struct json json_open(FILE *stream, enum json_layout layout)
{
	return (struct json){.stream = stream, .layout = layout};
}

static void flush(struct json *json)
{
	if (json->buffer.length > 0)
		fwrite(json->buffer.at, 1, json->buffer.length, json->stream);
	text_clear(&json->buffer);
}

void json_close(struct json *json)
{
	assert(json->depth == 0);
	flush(json);
	text_release(&json->buffer);
}

static void start_line(struct json *json)
{
	static const char line_start[] = "\n                                ";
	_Static_assert(sizeof line_start - 1 >= 1 + 2 * JSON_DEPTH, "room to indent the deepest line");
	if (json->layout == JSON_PRETTY)
		text_add(&json->buffer, (struct str){line_start, 1 + (size_t)2 * json->depth});
}

/* What stands before a value: comma, line start, key. Keys are the program's own words and need no escaping. */
static void start_value(struct json *json, const char *key)
{
	if (json->depth == 0) {
		assert(!key);
		return;
	}
	unsigned level = json->depth - 1;
	assert(json->in_array[level] == !key);
	if (json->has_items[level])
		text_add_byte(&json->buffer, ',');
	json->has_items[level] = true;
	start_line(json);
	if (key) {
		text_add_byte(&json->buffer, '"');
		text_add_z(&json->buffer, key);
		text_add_z(&json->buffer, json->layout == JSON_PRETTY ? "\": " : "\":");
	}
}

/* An outermost value ends its line. */
static void end_value(struct json *json)
{
	if (json->depth == 0)
		text_add_byte(&json->buffer, '\n');
	if (json->buffer.length >= FLUSH_AT)
		flush(json);
}

static void open_level(struct json *json, const char *key, bool array)
{
	start_value(json, key);
	assert(json->depth < JSON_DEPTH);
	json->in_array[json->depth] = array;
	json->has_items[json->depth] = false;
	json->depth++;
	text_add_byte(&json->buffer, array ? '[' : '{');
}

void json_begin_object(struct json *json, const char *key)
{
	open_level(json, key, false);
}

void json_begin_array(struct json *json, const char *key)
{
	open_level(json, key, true);
}

void json_end(struct json *json)
{
	assert(json->depth > 0);
	json->depth--;
	if (json->has_items[json->depth])
		start_line(json);
	text_add_byte(&json->buffer, json->in_array[json->depth] ? ']' : '}');
	end_value(json);
}

static void add_literal(struct json *json, const char *key, const char *literal)
{
	start_value(json, key);
	text_add_z(&json->buffer, literal);
	end_value(json);
}

/* Characters that may not stand in a JSON text, and those that change how a terminal shows what follows. */
static bool needs_escape(int32_t point)
{
	return point < 0x20 || (point >= 0x7F && point < 0xA0) || point == 0x061C || point == 0x200E ||
	       point == 0x200F || (point >= 0x2028 && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069) ||
	       point == 0xFEFF;
}

static void add_escape(struct text *out, int32_t point)
{
	static const char short_forms[] = {['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r'};
	char letter = point < (int32_t)sizeof short_forms ? short_forms[point] : '\0';
	if (letter) {
		text_add(out, (struct str){(const char[]){'\\', letter}, 2});
		return;
	}
	static const char hex[] = "0123456789abcdef";
	const char escape[] = {
		'\\', 'u', hex[(point >> 12) & 15], hex[(point >> 8) & 15], hex[(point >> 4) & 15], hex[point & 15]};
	text_add(out, (struct str){escape, sizeof escape});
}

/* Bytes that stand for themselves, most of all text. */
static bool plain(char byte)
{
	return byte >= ' ' && byte != '"' && byte != '\\' && byte != 0x7F && (unsigned char)byte < 0x80;
}

/* Writes the one character at the start of `text`, which is not plain; returns its length in bytes. */
static size_t add_character(struct text *out, struct str text)
{
	char first = text.at[0];
	if (first == '"' || first == '\\') {
		text_add(out, (struct str){(const char[]){'\\', first}, 2});
		return 1;
	}
	size_t length;
	int32_t point = unicode_next(text, &length);
	if (point < 0)
		text_add(out, STR("\xEF\xBF\xBD"));
	else if (needs_escape(point))
		add_escape(out, point);
	else
		text_add(out, str_slice(text, 0, length));
	return length;
}

static void add_quoted(struct text *out, struct str text)
{
	text_add_byte(out, '"');
	for (size_t at = 0; at < text.length;) {
		size_t end = at;
		while (end < text.length && plain(text.at[end]))
			end++;
		text_add(out, str_slice(text, at, end));
		at = end;
		if (at < text.length)
			at += add_character(out, str_from(text, at));
	}
	text_add_byte(out, '"');
}

void json_text(struct json *json, const char *key, struct str text)
{
	start_value(json, key);
	add_quoted(&json->buffer, text);
	end_value(json);
}

void json_text_or_null(struct json *json, const char *key, struct str text)
{
	if (str_empty(text))
		json_none(json, key);
	else
		json_text(json, key, text);
}

void json_name(struct json *json, const char *key, const char *name)
{
	if (name)
		json_text(json, key, str_of(name));
	else
		json_none(json, key);
}

/* By hand, because records hold dozens of line numbers and printf would be most of the time of an export. */
static void add_digits(struct text *out, uint64_t number, size_t least)
{
	char digits[20];
	size_t at = sizeof digits;
	while (number > 0 || sizeof digits - at < least) {
		digits[--at] = (char)('0' + number % 10);
		number /= 10;
	}
	text_add(out, (struct str){digits + at, sizeof digits - at});
}

void json_number(struct json *json, const char *key, int64_t number)
{
	start_value(json, key);
	if (number < 0)
		text_add_byte(&json->buffer, '-');
	add_digits(&json->buffer, number < 0 ? 0 - (uint64_t)number : (uint64_t)number, 1);
	end_value(json);
}

void json_number_or_null(struct json *json, const char *key, int64_t number, int64_t absent)
{
	if (number == absent)
		json_none(json, key);
	else
		json_number(json, key, number);
}

void json_fraction(struct json *json, const char *key, double number)
{
	assert(isfinite(number) && number > -FRACTION_LIMIT && number < FRACTION_LIMIT);
	uint64_t scaled = (uint64_t)((number < 0 ? -number : number) * FRACTION_SCALE + 0.5);
	start_value(json, key);
	if (number < 0 && scaled > 0)
		text_add_byte(&json->buffer, '-');
	add_digits(&json->buffer, scaled / FRACTION_SCALE, 1);
	uint64_t decimals = scaled % FRACTION_SCALE;
	size_t places = 4;
	for (; decimals > 0 && decimals % 10 == 0; places--)
		decimals /= 10;
	if (decimals > 0) {
		text_add_byte(&json->buffer, '.');
		add_digits(&json->buffer, decimals, places);
	}
	end_value(json);
}

void json_bool(struct json *json, const char *key, bool value)
{
	add_literal(json, key, value ? "true" : "false");
}

void json_none(struct json *json, const char *key)
{
	add_literal(json, key, "null");
}

void json_date(struct json *json, const char *key, struct date date)
{
	char text[DATE_TEXT_SIZE];
	json_text_or_null(json, key, str_of(date_format(date, text)));
}
