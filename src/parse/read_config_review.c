/* SPDX-License-Identifier: MIT */
/* `review:` of .adr.yml: how long after their date records are to be looked at again. */
#include "adr/base/file.h"
#include "adr/base/unicode.h"
#include "adr/model/status.h"
#include "config_keys.h"

static enum outcome read_interval(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	return config_read_period(check, value, &((struct config *)target)->review_interval);
}

static enum outcome read_within(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	return config_read_period(check, value, &((struct config *)target)->review_within);
}

enum outcome config_read_period_or_never(const struct yaml_check *check, const struct yaml_node *value,
					 struct period *period)
{
	struct str text;
	enum outcome outcome = yaml_read_text(check, value, &text);
	*period = (struct period){0};
	if (outcome != OUTCOME_OK || str_equal(text, STR("never")))
		return outcome;
	if (!period_parse(text, period) || period->count == 0)
		return yaml_fail(check, value->at,
				 "'%.*s' is neither 'never' nor a length of time such as 30d, 6m or 1y", STR_ARG(text));
	return OUTCOME_OK;
}

/* --- policies ----------------------------------------------------------------------------------------------------- */

static enum outcome read_policy_interval(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	return config_read_period_or_never(check, value, &((struct review_policy *)target)->interval);
}

static struct strs status_words(struct arena *arena)
{
	struct strs words = {0};
	for (int status = STATUS_NONE + 1; status < STATUS_COUNT; status++)
		*LIST_ADD(arena, &words) = str_of(status_name((enum status)status));
	*LIST_ADD(arena, &words) = STR("none");
	return words;
}

static enum outcome read_policy_status(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	struct review_policy *policy = target;
	struct strs known = status_words(check->arena);
	enum status ignored;
	enum outcome outcome = yaml_read_texts(check, value, &policy->statuses);
	LIST_EACH (struct str, status, &policy->statuses)
		if (outcome == OUTCOME_OK && !status_from_name(*status, &ignored) && !str_equal(*status, STR("none")))
			outcome = yaml_fail_unknown(check, value->at, "status", *status, &known);
	return outcome;
}

static enum outcome read_policy_projects(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	return yaml_read_texts(check, value, &((struct review_policy *)target)->projects);
}

static enum outcome read_policy_tags(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	struct review_policy *policy = target;
	enum outcome outcome = yaml_read_texts(check, value, &policy->tags);
	LIST_EACH (struct str, tag, &policy->tags)
		*tag = unicode_fold(check->arena, *tag);
	return outcome;
}

static enum outcome read_policy_paths(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	struct review_policy *policy = target;
	enum outcome outcome = yaml_read_texts(check, value, &policy->paths);
	LIST_EACH (struct str, path, &policy->paths)
		if (outcome == OUTCOME_OK && path->length > PATH_PATTERN_MOST)
			outcome =
				yaml_fail(check, value->at, "this pattern is longer than %d bytes", PATH_PATTERN_MOST);
	return outcome;
}

const struct yaml_row config_policy_keys[] = {
	{"status", read_policy_status}, {"project", read_policy_projects},  {"tag", read_policy_tags},
	{"path", read_policy_paths},    {"interval", read_policy_interval}, {NULL, NULL},
};

static enum outcome read_policy(const struct yaml_check *check, const struct yaml_node *node, struct config *config)
{
	struct review_policy policy = {.interval.count = -1, .line = node->at.line};
	enum outcome outcome = yaml_read_mapping(check, node, "a policy", config_policy_keys, &policy);
	if (outcome != OUTCOME_OK)
		return outcome;
	if (policy.interval.count < 0)
		return yaml_fail(check, node->at, "a policy needs 'interval', a length of time or 'never'");
	*LIST_ADD(check->arena, &config->review_policies) = policy;
	return OUTCOME_OK;
}

static enum outcome read_policies(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	enum outcome outcome = OUTCOME_OK;
	if (value->kind != YAML_SEQUENCE)
		return yaml_fail(check, value->at, "a list is expected here, each item behind '- '");
	for (const struct yaml_node *item = value->first; item && outcome == OUTCOME_OK; item = item->next)
		outcome = read_policy(check, item, target);
	return outcome;
}

/* --- all of it ---------------------------------------------------------------------------------------------------- */

const struct yaml_row config_review_keys[] = {
	{"interval", read_interval}, {"within", read_within}, {"policies", read_policies}, {NULL, NULL}};

enum outcome config_read_review(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	return yaml_read_mapping(check, value, "'review'", config_review_keys, target);
}
