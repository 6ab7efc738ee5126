/* SPDX-License-Identifier: MIT */
/* statuses: and words: of an .adr.yml. */
#include "config_keys.h"
#include "word_list.h"

#include "adr/model/status.h"

static enum outcome take_list(const struct yaml_check *check, struct word_list *list, struct config *config)
{
	enum outcome outcome = word_list_settle(check, list);
	for (size_t i = 0; i < list->entries.count && outcome == OUTCOME_OK; i++)
		*LIST_ADD(check->arena, &config->words) = list->entries.item[i].own;
	return outcome;
}

/* word: status */
enum outcome config_read_statuses(const struct yaml_check *check, const struct yaml_node *value, void *config)
{
	struct word_list list = {.language = LANGUAGE_OWN};
	enum outcome outcome = yaml_expect_mapping(check, value, "the list of status words");
	for (const struct yaml_node *entry = value->first; entry && outcome == OUTCOME_OK; entry = entry->next) {
		unsigned status = STATUS_NONE;
		outcome = word_list_read_status(check, entry, &status);
		if (outcome == OUTCOME_OK)
			outcome = word_list_add(check, &list, WORD_STATUS, status, entry->key, entry->key_at);
	}
	return outcome == OUTCOME_OK ? take_list(check, &list, config) : outcome;
}

enum outcome config_read_words(const struct yaml_check *check, const struct yaml_node *value, void *config)
{
	struct word_list list = {.language = LANGUAGE_OWN};
	enum outcome outcome = yaml_read_mapping(check, value, "'words'", word_list_keys, &list);
	return outcome == OUTCOME_OK ? take_list(check, &list, config) : outcome;
}
