/* SPDX-License-Identifier: MIT */
/* The record as JSON: the object of `adr export`, `adr show`. Private to render/. */
#ifndef ADR_RENDER_RECORD_JSON_H
#define ADR_RENDER_RECORD_JSON_H

#include "adr/model/record.h"
#include "adr/render/json.h"

/* Writes the whole object, inside an array or as the outermost value. */
void json_record(struct json *json, const struct record *record);
/* The same without the braces around it. */
void json_record_fields(struct json *json, const struct record *record);

/* A link's kind as it is shown: the name, or the words as written. */
struct str link_words(enum link_kind kind, struct str words);

#endif
