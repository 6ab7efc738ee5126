/* SPDX-License-Identifier: MIT */
#include "record_json.h"

#include "parts.h"

struct str link_words(enum link_kind kind, struct str words)
{
	const char *name = link_kind_name(kind);
	return name ? str_of(name) : words;
}

static void json_line(struct json *json, struct span at)
{
	json_number_or_null(json, "line", at.line, 0);
}

static void json_basis(struct json *json, const char *key, uint8_t basis)
{
	json_name(json, key, value_basis_name((enum value_basis)basis));
}

static void json_bases(struct json *json, const struct record_bases *basis)
{
	json_begin_object(json, "basis");
	json_basis(json, "title", basis->title);
	json_basis(json, "number", basis->number);
	json_basis(json, "status", basis->status);
	json_basis(json, "date", basis->date);
	json_basis(json, "review", basis->review);
	json_end(json);
}

static void json_dates(struct json *json, const struct record *record)
{
	json_begin_array(json, "dates");
	LIST_EACH (const struct dated, dated, &record->dates) {
		json_begin_object(json, NULL);
		json_name(json, "kind", date_kind_name(dated->kind));
		json_date(json, "date", dated->date);
		json_text(json, "text", dated->text);
		json_line(json, dated->at);
		json_basis(json, "basis", dated->basis);
		json_end(json);
	}
	json_end(json);
}

static void json_people(struct json *json, const struct record *record)
{
	json_begin_array(json, "people");
	LIST_EACH (const struct person, person, &record->people) {
		json_begin_object(json, NULL);
		json_text(json, "name", person->name);
		json_name(json, "role", role_name(person->role));
		json_line(json, person->at);
		json_basis(json, "basis", person->basis);
		json_end(json);
	}
	json_end(json);
}

static void json_links(struct json *json, const struct record *record)
{
	json_begin_array(json, "links");
	LIST_EACH (const struct link, link, &record->links) {
		json_begin_object(json, NULL);
		json_text(json, "kind", link_words(link->kind, link->words));
		json_text(json, "target", link->target);
		json_text_or_null(json, "path", link->path);
		json_text_or_null(json, "to", link->to);
		json_line(json, link->at);
		json_basis(json, "basis", link->basis);
		json_end(json);
	}
	json_end(json);
}

static void json_options(struct json *json, const struct record *record)
{
	json_begin_array(json, "options");
	LIST_EACH (const struct option, option, &record->options) {
		json_begin_object(json, NULL);
		json_text(json, "name", option->name);
		json_name(json, "stance", stance_name(option->stance));
		json_line(json, option->at);
		json_basis(json, "basis", option->basis);
		json_number_or_null(json, "stance_line", option->stance_at.line, 0);
		json_basis(json, "stance_basis", option->stance_basis);
		json_end(json);
	}
	json_end(json);
}

static void json_decision(struct json *json, const struct record *record)
{
	if (str_empty(record->decision)) {
		json_none(json, "decision");
		return;
	}
	json_begin_object(json, "decision");
	json_text(json, "text", record->decision);
	json_line(json, record->decision_at);
	json_end(json);
}

static void json_claims(struct json *json, const struct record *record)
{
	json_begin_array(json, "claims");
	LIST_EACH (const struct claim, claim, &record->claims) {
		json_begin_object(json, NULL);
		json_text(json, "subject", claim->subject);
		json_text(json, "option", claim->option);
		json_name(json, "stance", stance_name(claim->chosen ? STANCE_CHOSEN : STANCE_REJECTED));
		json_text_or_null(json, "scope", claim->scope);
		json_name(json, "basis", claim_basis_name(claim->basis));
		json_fraction(json, "confidence", claim->confidence);
		json_line(json, claim->at);
		json_text(json, "quote", claim->quote);
		json_end(json);
	}
	json_end(json);
}

void json_record_fields(struct json *json, const struct record *record)
{
	json_number(json, "version", JSON_SHAPE);
	json_id_and_path(json, record);
	json_name(json, "kind", record_kind_name(record->kind));
	json_text_or_null(json, "anchor", record->anchor);
	json_number_or_null(json, "number", record->number, -1);
	json_text(json, "title", record->title);
	json_text_or_null(json, "language", record->language);
	json_name(json, "status", status_name(record->status));
	json_text_or_null(json, "status_text", record->status_text);
	json_date(json, "date", record->date);
	json_date(json, "review", record->review);
	json_bases(json, &record->basis);
	json_dates(json, record);
	json_people(json, record);
	json_links(json, record);
	json_options(json, record);
	json_decision(json, record);
	json_claims(json, record);
	json_strs(json, "tags", &record->tags);
}

void json_record(struct json *json, const struct record *record)
{
	json_begin_object(json, NULL);
	json_record_fields(json, record);
	json_end(json);
}
