/* SPDX-License-Identifier: MIT */
#include "catalog_changes.h"

#include "adr/base/unicode.h"

bool catalog_is_off(const struct yaml_node *value)
{
	return value->kind == YAML_SCALAR && value->plain && str_equal(value->text, STR("off"));
}

static struct strs option_names(struct arena *arena, const struct subject_draft *subject)
{
	struct strs names = {0};
	LIST_EACH (const struct option_draft, option, &subject->options)
		*LIST_ADD(arena, &names) = option->name;
	return names;
}

enum outcome catalog_remove_option(const struct yaml_check *check, const struct yaml_node *entry,
				   struct subject_draft *subject)
{
	if (draft_remove_option(subject, entry->key))
		return OUTCOME_OK;
	struct strs known = option_names(check->arena, subject);
	return yaml_fail_unknown(check, entry->key_at, "option", entry->key, &known);
}

/* --- without ------------------------------------------------------------------------------------------------------ */

enum outcome catalog_read_without_names(const struct yaml_check *check, const struct yaml_node *value,
					struct option_draft *option)
{
	struct strs names = {0};
	enum outcome outcome = yaml_read_texts(check, value, &names);
	for (size_t i = 0; i < names.count && outcome == OUTCOME_OK; i++) {
		struct strs known = {0};
		if (draft_remove_name(check->arena, option, names.item[i]))
			continue;
		LIST_EACH (const struct catalog_alias, alias, &option->aliases)
			*LIST_ADD(check->arena, &known) = alias->pattern;
		outcome = yaml_fail_unknown(check, value->at, "name", names.item[i], &known);
	}
	return outcome;
}

static bool remove_word(struct strs *words, struct str word)
{
	size_t kept = 0;
	for (size_t i = 0; i < words->count; i++)
		if (!str_equal(words->item[i], word))
			words->item[kept++] = words->item[i];
	bool removed = kept < words->count;
	words->count = kept;
	return removed;
}

enum outcome catalog_read_without_words(const struct yaml_check *check, const struct yaml_node *value,
					struct subject_draft *subject)
{
	struct strs words = {0};
	enum outcome outcome = yaml_read_texts(check, value, &words);
	for (size_t i = 0; i < words.count && outcome == OUTCOME_OK; i++) {
		struct str word = unicode_fold_keeping(check->arena, words.item[i], CATALOG_KEEP);
		bool was_cue = remove_word(&subject->cues, word);
		if (remove_word(&subject->unless, word) || was_cue)
			continue;
		struct strs known = {0};
		LIST_EACH (const struct str, cue, &subject->cues)
			*LIST_ADD(check->arena, &known) = *cue;
		LIST_EACH (const struct str, unless, &subject->unless)
			*LIST_ADD(check->arena, &known) = *unless;
		outcome = yaml_fail_unknown(check, value->at, "cue or 'unless' word", words.item[i], &known);
	}
	return outcome;
}

/* --- examples ----------------------------------------------------------------------------------------------------- */

enum outcome catalog_read_examples(const struct yaml_check *check, const struct yaml_node *value,
				   struct subject_draft *subject)
{
	enum outcome outcome = yaml_expect_mapping(check, value, "the list of examples");
	for (const struct yaml_node *entry = value->first; entry && outcome == OUTCOME_OK; entry = entry->next) {
		struct example_draft *example = LIST_ADD(check->arena, &subject->examples);
		*example = (struct example_draft){
			.example = {.text = entry->key, .file = check->source->path, .line = entry->key_at.line},
			.at = entry->at};
		outcome = yaml_read_text(check, entry, &example->example.option);
	}
	return outcome;
}

enum outcome catalog_check_examples(const struct yaml_check *check, const struct subject_draft *subject)
{
	struct strs known = option_names(check->arena, subject);
	*LIST_ADD(check->arena, &known) = STR("none");
	LIST_EACH (const struct example_draft, example, &subject->examples) {
		bool found = false;
		LIST_EACH (const struct str, name, &known)
			found |= str_equal(*name, example->example.option);
		if (!found)
			return yaml_fail_unknown(check, example->at, "option", example->example.option, &known);
	}
	return OUTCOME_OK;
}
