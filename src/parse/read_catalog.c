/* SPDX-License-Identifier: MIT */
/* Catalogue files: scopes of all parts first, then subjects, which may use any of them. */
#include "read_catalog.h"

#include "adr/base/unicode.h"
#include "catalog_changes.h"
#include "catalog_draft.h"
#include "yaml_check.h"

#include <stdlib.h>

/* What the rows of an option's and of a subject's keys fill. */
struct option_reading {
	struct catalog_reading *all;
	struct option_draft *draft;
};

struct subject_reading {
	struct catalog_reading *all;
	struct subject_draft *draft;
};

static enum outcome check_name(const struct yaml_check *check, struct str name, struct span at)
{
	bool good = !str_empty(name);
	for (size_t i = 0; i < name.length; i++) {
		unsigned char c = (unsigned char)name.at[i];
		good &= c > ' ' && c != 0x7F && !(c >= 'A' && c <= 'Z');
	}
	if (!good)
		return yaml_fail(check, at, "names are lower-case words joined by '-'");
	return OUTCOME_OK;
}

/* Texts as the matcher compares them. */
static enum outcome read_folded(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	struct strs *words = target;
	size_t first = words->count;
	enum outcome outcome = yaml_read_texts(check, value, words);
	for (size_t i = first; i < words->count && outcome == OUTCOME_OK; i++) {
		struct str word = unicode_fold_keeping(check->arena, words->item[i], CATALOG_KEEP);
		if (str_empty(str_trim_bytes(word, CATALOG_KEEP " ")))
			return yaml_fail(check, value->at, "'%.*s' holds neither letters nor digits",
					 STR_ARG(words->item[i]));
		words->item[i] = word;
	}
	return outcome;
}

/* --- options ------------------------------------------------------------------------------------------------------ */

static enum outcome read_title(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	return yaml_read_text(check, value, &((struct option_reading *)target)->draft->title);
}

static enum outcome read_is_a(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	struct option_draft *option = ((struct option_reading *)target)->draft;
	option->is_a_at = value->at;
	return yaml_read_text(check, value, &option->is_a);
}

static enum outcome read_beside(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	return yaml_read_switch(check, value, &((struct option_reading *)target)->draft->beside);
}

static enum outcome fail_unknown_scope(const struct yaml_check *check, const struct catalog_reading *all,
				       struct span at, struct str name)
{
	struct strs known = draft_scope_names(check->arena, all);
	return yaml_fail_unknown(check, at, "scope", name, &known);
}

static enum outcome read_option_scope(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	const struct option_reading *reading = target;
	enum outcome outcome = yaml_read_text(check, value, &reading->draft->scope);
	if (outcome == OUTCOME_OK && !draft_knows_scope(reading->all, reading->draft->scope))
		outcome = fail_unknown_scope(check, reading->all, value->at, reading->draft->scope);
	return outcome;
}

/* "node:*!" */
static bool is_exact_pattern(struct str name)
{
	return str_find_byte(name, '*') != STR_NOT_FOUND && str_ends(str_trim_bytes(name, "?"), STR("!"));
}

static enum outcome read_names(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	struct option_draft *option = ((struct option_reading *)target)->draft;
	struct strs names = {0};
	enum outcome outcome = yaml_read_texts(check, value, &names);
	for (size_t i = 0; i < names.count && outcome == OUTCOME_OK; i++)
		if (!draft_add_name(check->arena, option, names.item[i], value->at))
			return yaml_fail(check, value->at,
					 is_exact_pattern(names.item[i])
						 ? "'%.*s' has a '*' and a '!': patterns know no case"
						 : "'%.*s' holds neither letters nor digits",
					 STR_ARG(names.item[i]));
	return outcome;
}

static enum outcome read_without_names(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	return catalog_read_without_names(check, value, ((struct option_reading *)target)->draft);
}

static const struct yaml_row option_rows[] = {
	{"title", read_title},
	{"is-a", read_is_a},
	{"scope", read_option_scope},
	{"beside", read_beside},
	{"names", read_names},
	{"without", read_without_names},
	{NULL, NULL},
};

/* `name:` alone, `name: other name`, `name: [other, names]`, a mapping, or `name: off`. */
static enum outcome read_option(const struct yaml_check *check, const struct yaml_node *entry,
				const struct subject_reading *subject)
{
	enum outcome outcome = check_name(check, entry->key, entry->key_at);
	if (outcome != OUTCOME_OK)
		return outcome;
	if (catalog_is_off(entry))
		return catalog_remove_option(check, entry, subject->draft);
	struct option_reading option = {subject->all, draft_option(check->arena, subject->draft, entry->key)};
	option.draft->at = entry->key_at;
	if (yaml_is_empty(entry))
		return OUTCOME_OK;
	if (entry->kind == YAML_MAPPING)
		return yaml_read_mapping(check, entry, "an option", option_rows, &option);
	return read_names(check, entry, &option);
}

/* --- subjects ----------------------------------------------------------------------------------------------------- */

static enum outcome read_subject_title(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	return yaml_read_text(check, value, &((struct subject_reading *)target)->draft->title);
}

static enum outcome read_exclusive(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	return yaml_read_switch(check, value, &((struct subject_reading *)target)->draft->exclusive);
}

static enum outcome read_per_part(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	return yaml_read_switch(check, value, &((struct subject_reading *)target)->draft->per_part);
}

static enum outcome read_settles(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	return yaml_read_text(check, value, &((struct subject_reading *)target)->draft->settles);
}

static enum outcome read_cues(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	return read_folded(check, value, &((struct subject_reading *)target)->draft->cues);
}

static enum outcome read_unless(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	return read_folded(check, value, &((struct subject_reading *)target)->draft->unless);
}

/* Names of scopes or of groups of scopes. */
static enum outcome read_subject_scopes(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	struct subject_reading *reading = target;
	struct strs names = {0};
	enum outcome outcome = yaml_read_texts(check, value, &names);
	for (size_t i = 0; i < names.count && outcome == OUTCOME_OK; i++)
		if (!draft_use_scope(check->arena, reading->all, reading->draft, names.item[i]))
			outcome = fail_unknown_scope(check, reading->all, value->at, names.item[i]);
	return outcome;
}

static enum outcome read_options(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	struct subject_reading *reading = target;
	enum outcome outcome = yaml_expect_mapping(check, value, "the list of options");
	for (const struct yaml_node *entry = value->first; entry && outcome == OUTCOME_OK; entry = entry->next)
		outcome = read_option(check, entry, reading);
	return outcome;
}

static enum outcome read_without_words(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	return catalog_read_without_words(check, value, ((struct subject_reading *)target)->draft);
}

static enum outcome read_examples(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	return catalog_read_examples(check, value, ((struct subject_reading *)target)->draft);
}

/* What it means is done before all else: begin_subject(). */
static enum outcome read_replace(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	bool ignored;
	(void)target;
	return yaml_read_switch(check, value, &ignored);
}

static const struct yaml_row subject_rows[] = {
	{"title", read_subject_title},   {"exclusive", read_exclusive}, {"per-part", read_per_part},
	{"settles", read_settles},       {"cues", read_cues},           {"unless", read_unless},
	{"scopes", read_subject_scopes}, {"options", read_options},     {"without", read_without_words},
	{"examples", read_examples},     {"replace", read_replace},     {NULL, NULL},
};

/* What can be said only when all options are read. */
static enum outcome check_subject(const struct yaml_check *check, struct subject_draft *subject)
{
	const struct option_draft *lost = draft_link_parents(subject);
	if (lost) {
		struct strs known = {0};
		LIST_EACH (const struct option_draft, option, &subject->options)
			*LIST_ADD(check->arena, &known) = option->name;
		return yaml_fail_unknown(check, lost->is_a_at, "option", lost->is_a, &known);
	}
	lost = draft_find_circle(subject);
	if (lost)
		return yaml_fail(check, lost->is_a_at, "'%.*s' would be a kind of itself", STR_ARG(lost->name));
	struct name_clash clash = draft_find_clash(check->arena, subject);
	if (clash.option)
		return yaml_fail(check, clash.option->at, "'%.*s' is a name of '%.*s' and of '%.*s'",
				 STR_ARG(clash.name), STR_ARG(clash.other->name), STR_ARG(clash.option->name));
	return OUTCOME_OK;
}

/* The draft that the entry adds to; `replace: yes` starts from nothing. */
static struct subject_draft *begin_subject(const struct yaml_check *check, const struct yaml_node *entry,
					   const struct catalog_reading *all)
{
	const struct yaml_node *replace = yaml_get(entry, "replace");
	if (replace && (str_equal(replace->text, STR("yes")) || str_equal(replace->text, STR("true"))))
		return draft_new_subject(check->arena, entry->key);
	return draft_subject(check->arena, all, entry->key);
}

/* `subject: off`: nothing is left of it. */
static enum outcome remove_subject(const struct yaml_check *check, const struct yaml_node *entry,
				   struct catalog_reading *all)
{
	struct strs known = {0};
	for (size_t i = 0; all->base && i < all->base->subject_count; i++)
		*LIST_ADD(check->arena, &known) = all->base->subjects[i].name;
	struct subject_draft *draft = draft_subject(check->arena, all, entry->key);
	if (draft->options.count == 0)
		return yaml_fail_unknown(check, entry->key_at, "subject", entry->key, &known);
	struct str title = draft->title;
	draft = draft_new_subject(check->arena, entry->key);
	draft->title = title;
	draft_finish_subject(check->arena, all, draft);
	return OUTCOME_OK;
}

static enum outcome read_subject(const struct yaml_check *check, const struct yaml_node *entry,
				 struct catalog_reading *all)
{
	enum outcome outcome = check_name(check, entry->key, entry->key_at);
	if (outcome != OUTCOME_OK)
		return outcome;
	if (catalog_is_off(entry))
		return remove_subject(check, entry, all);
	struct subject_reading reading = {all, begin_subject(check, entry, all)};
	outcome = yaml_read_mapping(check, entry, "a subject", subject_rows, &reading);
	if (outcome == OUTCOME_OK)
		outcome = check_subject(check, reading.draft);
	if (outcome == OUTCOME_OK)
		outcome = catalog_check_examples(check, reading.draft);
	if (outcome == OUTCOME_OK)
		draft_finish_subject(check->arena, all, reading.draft);
	return outcome;
}

static enum outcome read_subjects(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	enum outcome outcome = yaml_expect_mapping(check, value, "the list of subjects");
	for (const struct yaml_node *entry = value->first; entry && outcome == OUTCOME_OK; entry = entry->next)
		outcome = read_subject(check, entry, target);
	return outcome;
}

/* --- scopes ------------------------------------------------------------------------------------------------------- */

static enum outcome read_scope(const struct yaml_check *check, const struct yaml_node *entry, struct str group,
			       struct catalog_reading *all)
{
	struct strs words = {0};
	enum outcome outcome = check_name(check, entry->key, entry->key_at);
	if (outcome == OUTCOME_OK && !yaml_is_empty(entry))
		outcome = read_folded(check, entry, &words);
	if (outcome != OUTCOME_OK)
		return outcome;
	*LIST_ADD(check->arena, &words) = unicode_fold_keeping(check->arena, entry->key, CATALOG_KEEP);
	*LIST_ADD(check->arena, &all->scopes) = (struct catalog_scope){
		.name = entry->key, .group = group, .words = words.item, .word_count = words.count};
	return OUTCOME_OK;
}

/* group: {scope: [words], ...} */
static enum outcome read_scopes(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	enum outcome outcome = yaml_expect_mapping(check, value, "the list of scopes");
	for (const struct yaml_node *group = value->first; group && outcome == OUTCOME_OK; group = group->next) {
		outcome = yaml_expect_mapping(check, group, "a group of scopes");
		for (const struct yaml_node *entry = group->first; entry && outcome == OUTCOME_OK; entry = entry->next)
			outcome = read_scope(check, entry, group->key, target);
	}
	return outcome;
}

/* --- parts -------------------------------------------------------------------------------------------------------- */

static enum outcome leave_out(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	(void)check, (void)value, (void)target;
	return OUTCOME_OK;
}

static const struct yaml_row first_pass[] = {{"scopes", read_scopes}, {"subjects", leave_out}, {NULL, NULL}};
static const struct yaml_row second_pass[] = {{"scopes", leave_out}, {"subjects", read_subjects}, {NULL, NULL}};

static enum outcome read_parts(struct arena *arena, const struct catalog_parts *parts, const struct yaml_row *rows,
			       struct catalog_reading *all, struct error *error)
{
	enum outcome outcome = OUTCOME_OK;
	for (size_t i = 0; i < parts->count && outcome == OUTCOME_OK; i++) {
		struct yaml_check check = {arena, parts->item[i].source, error};
		if (parts->item[i].root)
			outcome = yaml_read_mapping(&check, parts->item[i].root, "a catalogue", rows, all);
	}
	return outcome;
}

static int compare_scopes(const void *a, const void *b)
{
	return str_compare(((const struct catalog_scope *)a)->name, ((const struct catalog_scope *)b)->name);
}

static int compare_subjects(const void *a, const void *b)
{
	return str_compare(((const struct catalog_subject *)a)->name, ((const struct catalog_subject *)b)->name);
}

enum outcome read_catalog(struct arena *arena, const struct catalog_parts *parts, const struct catalog *base,
			  struct catalog *catalog, struct error *error)
{
	struct catalog_reading all = {.base = base};
	enum outcome outcome = read_parts(arena, parts, first_pass, &all, error);
	if (outcome == OUTCOME_OK)
		outcome = read_parts(arena, parts, second_pass, &all, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	if (all.scopes.count)
		qsort(all.scopes.item, all.scopes.count, sizeof *all.scopes.item, compare_scopes);
	if (all.subjects.count)
		qsort(all.subjects.item, all.subjects.count, sizeof *all.subjects.item, compare_subjects);
	*catalog = (struct catalog){.subjects = all.subjects.item,
				    .subject_count = all.subjects.count,
				    .scopes = all.scopes.item,
				    .scope_count = all.scopes.count};
	return OUTCOME_OK;
}
