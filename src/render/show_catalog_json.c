/* SPDX-License-Identifier: MIT */
#include "show_catalog.h"

#include "adr/render/json.h"

static void json_words(struct json *json, const char *key, const struct str *words, size_t count)
{
	json_begin_array(json, key);
	for (size_t i = 0; i < count; i++)
		json_text(json, NULL, words[i]);
	json_end(json);
}

static void json_option(struct json *json, const struct catalog_subject *subject, const struct catalog_option *option)
{
	json_begin_object(json, NULL);
	json_text(json, "option", option->name);
	json_text(json, "title", option->title);
	json_text_or_null(json, "is_a", option->parent >= 0 ? subject->options[option->parent].name : (struct str){0});
	json_text_or_null(json, "scope", option->scope);
	json_bool(json, "beside", option->beside);
	json_begin_array(json, "names");
	for (size_t i = 0; i < option->alias_count; i++) {
		json_begin_object(json, NULL);
		json_text(json, "name", option->aliases[i].pattern);
		json_bool(json, "ambiguous", option->aliases[i].ambiguous);
		json_text_or_null(json, "exact", option->aliases[i].exact);
		json_end(json);
	}
	json_end(json);
	json_end(json);
}

static const char *origin_name(const struct catalog_view *view, const struct catalog_subject *subject)
{
	if (!catalog_subject_find(view->own, subject->name))
		return "built-in";
	if (subject->option_count == 0)
		return "removed";
	return catalog_subject_find(view->builtin, subject->name) ? "changed" : "own";
}

static void json_subject_fields(struct json *json, const struct catalog_view *view,
				const struct catalog_subject *subject)
{
	json_text(json, "subject", subject->name);
	json_text(json, "title", subject->title);
	json_name(json, "origin", origin_name(view, subject));
	json_bool(json, "exclusive", subject->exclusive);
	json_bool(json, "per_part", subject->per_part);
	json_text_or_null(json, "settles", subject->settles);
	json_words(json, "scopes", subject->scopes, subject->scope_count);
	json_words(json, "cues", subject->cues, subject->cue_count);
	json_words(json, "unless", subject->unless, subject->unless_count);
	json_begin_array(json, "options");
	for (size_t i = 0; i < subject->option_count; i++)
		json_option(json, subject, &subject->options[i]);
	json_end(json);
}

void catalog_json(struct paper *paper, const struct catalog_view *view)
{
	struct json json = open_report(paper);
	json_begin_array(&json, "subjects");
	for (size_t i = 0; i < view->all->subject_count; i++) {
		json_begin_object(&json, NULL);
		json_subject_fields(&json, view, &view->all->subjects[i]);
		json_end(&json);
	}
	json_end(&json);
	close_report(&json);
}

void subject_json(struct paper *paper, const struct catalog_view *view, const struct catalog_subject *subject)
{
	struct json json = open_report(paper);
	json_subject_fields(&json, view, subject);
	close_report(&json);
}

static void json_parents(struct json *json, const struct catalog *catalog, const struct explain_step *step)
{
	const struct catalog_subject *subject = catalog_subject_find(catalog, step->subject);
	const struct catalog_option *at = subject ? catalog_option_find(subject, step->option) : NULL;
	json_begin_array(json, "parents");
	for (size_t steps = 0; at && at->parent >= 0 && steps < subject->option_count; steps++) {
		at = &subject->options[at->parent];
		json_text(json, NULL, at->name);
	}
	json_end(json);
	json_words(json, "unless", subject ? subject->unless : NULL, subject ? subject->unless_count : 0);
}

void meanings_json(struct paper *paper, const struct catalog_view *view, struct str text,
		   const struct explanation *steps)
{
	struct json json = open_report(paper);
	json_text(&json, "text", text);
	json_begin_array(&json, "meanings");
	LIST_EACH (const struct explain_step, step, steps) {
		json_begin_object(&json, NULL);
		json_name(&json, "kind", explain_kind_name(step->kind));
		json_bool(&json, "counts", step->counts);
		json_text_or_null(&json, "subject", step->subject);
		json_text_or_null(&json, "option", step->option);
		json_text(&json, "words", step->words);
		json_text(&json, "message", step->message);
		json_parents(&json, view->all, step);
		json_end(&json);
	}
	json_end(&json);
	close_report(&json);
}

void trial_json(struct paper *paper, const struct catalog_trial *trial)
{
	struct json json = open_report(paper);
	json_number(&json, "subjects", (int64_t)trial->subjects);
	json_strs(&json, "problems", &trial->problems);
	json_begin_array(&json, "examples");
	LIST_EACH (const struct example_result, result, &trial->results) {
		json_begin_object(&json, NULL);
		json_text(&json, "file", result->file);
		json_number(&json, "line", result->line);
		json_text(&json, "subject", result->subject);
		json_text(&json, "text", result->text);
		json_text(&json, "expected", result->expected);
		json_text(&json, "got", result->got);
		json_bool(&json, "passed", result->passed);
		json_end(&json);
	}
	json_end(&json);
	close_report(&json);
}
