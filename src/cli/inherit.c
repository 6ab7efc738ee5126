/* SPDX-License-Identifier: MIT */
#include "inherit.h"

#include "adr/model/vocabulary.h"

static void inherit_rules(struct config *config, const struct config *workspace)
{
	struct config defaults;
	config_init(&defaults);
	for (size_t i = 0; i < RULE_COUNT; i++)
		if (config->rules[i] == defaults.rules[i])
			config->rules[i] = workspace->rules[i];
}

/* The joined list is new; neither of the two is touched. */
#define JOIN(arena, to, type, first, second)                                                                           \
	do {                                                                                                           \
		LIST_EACH (type, one_, first)                                                                          \
			*LIST_ADD(arena, to) = *one_;                                                                  \
		LIST_EACH (type, other_, second)                                                                       \
			*LIST_ADD(arena, to) = *other_;                                                                \
	} while (0)

static void inherit_lists(struct arena *arena, struct config *config, const struct config *own,
			  const struct config *workspace)
{
	struct standards standards = {0};
	struct waivers waivers = {0};
	struct strs authorities = {0};
	JOIN(arena, &standards, struct standard, &workspace->standards, &own->standards);
	JOIN(arena, &waivers, struct waiver, &workspace->waivers, &own->waivers);
	JOIN(arena, &authorities, struct str, &workspace->authorities, &own->authorities);
	config->standards = standards;
	config->waivers = waivers;
	config->authorities = authorities;
}

/* The project's own policies come first, then its own interval, then what the workspace says. */
static void inherit_policies(struct arena *arena, struct config *config, const struct config *workspace)
{
	struct review_policies policies = {0};
	LIST_EACH (const struct review_policy, policy, &config->review_policies)
		*LIST_ADD(arena, &policies) = *policy;
	if (config->review_interval.count > 0 && workspace->review_policies.count > 0)
		*LIST_ADD(arena, &policies) = (struct review_policy){.interval = config->review_interval};
	LIST_EACH (const struct review_policy, policy, &workspace->review_policies)
		*LIST_ADD(arena, &policies) = *policy;
	config->review_policies = policies;
	if (config->review_interval.count == 0)
		config->review_interval = workspace->review_interval;
}

/* Those without words of their own share the list, so that readers see that it is the same. */
static void inherit_words(struct arena *arena, struct config *config, const struct config *workspace)
{
	struct own_words words = {0};
	if (config->words.count > 0)
		JOIN(arena, &words, struct own_word, &workspace->words, &config->words);
	config->words = config->words.count > 0 ? words : workspace->words;
}

const struct config *inherit_config(struct arena *arena, const struct config *own, const struct config *workspace)
{
	struct config defaults;
	config_init(&defaults);
	if (own == workspace || str_empty(workspace->path))
		return own;
	struct config *config = ARENA_NEW(arena, struct config);
	*config = *own;
	if (str_empty(config->template_name))
		config->template_name = workspace->template_name;
	if (config->date_order == DATE_ORDER_AUTO)
		config->date_order = workspace->date_order;
	if (memcmp(&config->review_within, &defaults.review_within, sizeof config->review_within) == 0)
		config->review_within = workspace->review_within;
	if (config->catalog.subject_count == 0)
		config->catalog = workspace->catalog;
	inherit_rules(config, workspace);
	inherit_words(arena, config, workspace);
	inherit_policies(arena, config, workspace);
	inherit_lists(arena, config, own, workspace);
	return config;
}
