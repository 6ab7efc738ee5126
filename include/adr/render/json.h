/* SPDX-License-Identifier: MIT */
/* The one JSON writer (RFC 8259). It escapes everything, puts U+FFFD for invalid UTF-8, closes what it opened, and
 * asserts when a key is missing or misplaced. `key` is NULL inside arrays and for the outermost value. Characters that
 * a terminal would obey (DEL, C1, bidirectional controls) are written as \uXXXX.
 *
 *     struct json json = json_open(stream, JSON_PRETTY);
 *     json_begin_object(&json, NULL);
 *     json_text(&json, "rule", rule);
 *     json_begin_array(&json, "at");  json_number(&json, NULL, 3);  json_end(&json);
 *     json_end(&json);
 *     json_close(&json);
 *
 * Every outermost value ends its line, so several of them on one line each are JSON Lines. Output is gathered in a
 * buffer: nothing else may write to the stream before json_close(). */
#ifndef ADR_RENDER_JSON_H
#define ADR_RENDER_JSON_H

#include "adr/base/date.h"
#include "adr/base/text.h"

#include <stdio.h>

enum json_layout { JSON_ONE_LINE, JSON_PRETTY };

#define JSON_DEPTH 16

struct json {
	FILE *stream;
	enum json_layout layout;
	struct text buffer;         /* what the stream has not got yet */
	unsigned depth;             /* how many objects and arrays are open */
	bool in_array[JSON_DEPTH];  /* of each: an array, else an object */
	bool has_items[JSON_DEPTH]; /* of each: something stands in it already */
};

struct json json_open(FILE *stream, enum json_layout layout);
/* Names that jansson, which reads JSON in the tests, has too are avoided. */
void json_begin_object(struct json *json, const char *key);
void json_begin_array(struct json *json, const char *key);
void json_end(struct json *json);
void json_text(struct json *json, const char *key, struct str text);
void json_text_or_null(struct json *json, const char *key, struct str text); /* null when empty */
void json_name(struct json *json, const char *key, const char *name);        /* null when NULL */
void json_number(struct json *json, const char *key, int64_t number);
void json_number_or_null(struct json *json, const char *key, int64_t number, int64_t absent);
void json_fraction(struct json *json, const char *key, double number); /* at most 4 decimals; finite, below 10^14 */
void json_bool(struct json *json, const char *key, bool value);
void json_none(struct json *json, const char *key);
void json_date(struct json *json, const char *key, struct date date); /* null when unset */
void json_close(struct json *json); /* hands the rest to the stream; errors show in ferror() */

#endif
