/* SPDX-License-Identifier: MIT */
/* A borrowed piece of text: where it starts and how many bytes it has. Nobody frees a `struct str`; it is valid as
 * long as the bytes it points to (an arena, a loaded file, a literal). It may hold any bytes, NUL included, and is not
 * NUL-terminated. The empty text is { NULL or anything, 0 } and stands for "absent" wherever a field is optional. */
#ifndef ADR_BASE_STR_H
#define ADR_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

struct str {
	const char *at; /* first byte; may be NULL when length is 0 */
	size_t length;  /* bytes */
};

/* A literal as a `struct str`, in expressions and (STR_INIT) in static tables. */
#define STR(literal) ((struct str){(literal), sizeof(literal) - 1})
#define STR_INIT(literal)                                                                                              \
	{                                                                                                              \
		(literal), sizeof(literal) - 1                                                                         \
	}
/* For printf: printf("%.*s", STR_ARG(text)). Texts above INT_MAX bytes do not occur: files are capped below that. */
#define STR_ARG(text) (int)(text).length, (text).length ? (text).at : ""

static inline struct str str_of(const char *zero_terminated)
{
	return (struct str){zero_terminated, zero_terminated ? strlen(zero_terminated) : 0};
}

static inline bool str_empty(struct str text)
{
	return text.length == 0;
}

/* The bytes from `start` up to, not including, `end`; both are cut to the text's length. */
static inline struct str str_slice(struct str text, size_t start, size_t end)
{
	if (end > text.length)
		end = text.length;
	if (start > end)
		start = end;
	return (struct str){text.at ? text.at + start : text.at, end - start};
}

static inline struct str str_from(struct str text, size_t start)
{
	return str_slice(text, start, text.length);
}

static inline bool str_equal(struct str a, struct str b)
{
	return a.length == b.length && (a.length == 0 || memcmp(a.at, b.at, a.length) == 0);
}

bool str_equal_nocase(struct str a, struct str b); /* ASCII letters only */
int str_compare(struct str a, struct str b);       /* byte order, the shorter first; for qsort */

static inline bool str_starts(struct str text, struct str prefix)
{
	return text.length >= prefix.length && (prefix.length == 0 || memcmp(text.at, prefix.at, prefix.length) == 0);
}

bool str_starts_nocase(struct str text, struct str prefix);
bool str_ends(struct str text, struct str suffix);
bool str_ends_nocase(struct str text, struct str suffix);

#define STR_NOT_FOUND ((size_t)-1)
size_t str_find(struct str text, struct str part);        /* offset of the first occurrence, or STR_NOT_FOUND */
size_t str_find_nocase(struct str text, struct str part); /* the same; ASCII letters only */
size_t str_find_byte(struct str text, char byte);
size_t str_find_last_byte(struct str text, char byte);
bool str_contains(struct str text, struct str part);

struct str str_trim(struct str text);                          /* without ASCII white space at either end */
struct str str_trim_bytes(struct str text, const char *bytes); /* without any of `bytes` at either end */

/* Takes the next line off `rest` (without its LF or CR LF) and returns true; false when `rest` is used up.
 *     while (str_next_line(&rest, &line)) ... */
bool str_next_line(struct str *rest, struct str *line);

/* Takes the text before the next `separator` off `rest`; the last piece is what is left. False when used up. */
bool str_next_part(struct str *rest, char separator, struct str *part);

/* Reads a whole decimal number, digits only. False (and *number untouched) for anything else or above 2^31-1. */
bool str_to_number(struct str text, int32_t *number);
/* 0 to 15; -1 for what is no hexadecimal digit. */
int str_hex_digit(char digit);

#endif
