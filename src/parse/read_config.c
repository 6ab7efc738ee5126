/* SPDX-License-Identifier: MIT */
/* .adr.yml: its keys, one function each. `conflicts:` has a file of its own. */
#include "adr/parse/read_config.h"

#include "adr/base/file.h"
#include "adr/model/record.h"
#include "config_keys.h"

/* --- plain values ------------------------------------------------------------------------------------------------- */

enum outcome config_read_period(const struct yaml_check *check, const struct yaml_node *value, struct period *period)
{
	struct str text;
	enum outcome outcome = yaml_read_text(check, value, &text);
	if (outcome != OUTCOME_OK)
		return outcome;
	if (!period_parse(text, period) || period->count == 0)
		return yaml_fail(check, value->at, "'%.*s' is no length of time such as 30d, 2w, 6m or 1y",
				 STR_ARG(text));
	return OUTCOME_OK;
}

enum outcome config_read_date(const struct yaml_check *check, const struct yaml_node *value, struct date *date)
{
	struct str text;
	enum outcome outcome = yaml_read_text(check, value, &text);
	if (outcome == OUTCOME_OK && !date_parse_iso(text, date))
		return yaml_fail(check, value->at, "'%.*s' is no day of the calendar such as 2026-12-31",
				 STR_ARG(text));
	return outcome;
}

/* --- the project -------------------------------------------------------------------------------------------------- */

static enum outcome read_name(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	struct config *config = target;
	enum outcome outcome = yaml_read_text(check, value, &config->name);
	if (outcome == OUTCOME_OK && str_find_byte(config->name, '/') != STR_NOT_FOUND)
		return yaml_fail(check, value->at, "a project's name must not hold '/'");
	return outcome;
}

static bool leaves_root(struct str path)
{
	return str_starts(path, STR("/")) || str_equal(path, STR("..")) || str_starts(path, STR("../"));
}

static enum outcome read_directory(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	struct config *config = target;
	enum outcome outcome = yaml_read_texts(check, value, &config->directories);
	if (outcome != OUTCOME_OK)
		return outcome;
	LIST_EACH (struct str, directory, &config->directories) {
		*directory = path_normal(check->arena, *directory);
		if (leaves_root(*directory))
			return yaml_fail(check, value->at, "'%.*s' lies outside of the project", STR_ARG(*directory));
	}
	return OUTCOME_OK;
}

static enum outcome read_template(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	return yaml_read_text(check, value, &((struct config *)target)->template_name);
}

static enum outcome read_projects(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	struct config *config = target;
	enum outcome outcome = yaml_read_texts(check, value, &config->projects);
	LIST_EACH (struct str, project, &config->projects)
		*project = path_normal(check->arena, *project);
	return outcome;
}

static enum outcome read_index(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	return yaml_read_text(check, value, &((struct config *)target)->index);
}

/* --- reading records ---------------------------------------------------------------------------------------------- */

static enum outcome read_date_order(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	struct config *config = target;
	struct str text;
	enum outcome outcome = yaml_read_text(check, value, &text);
	if (outcome != OUTCOME_OK)
		return outcome;
	if (!date_order_from_name(text, &config->date_order))
		return yaml_fail(check, value->at, "the order of a date is auto, dmy or mdy, not '%.*s'",
				 STR_ARG(text));
	return OUTCOME_OK;
}

/* --- rules -------------------------------------------------------------------------------------------------------- */

static struct strs rule_names(struct arena *arena)
{
	struct strs names = {0};
	for (int rule = 0; rule < RULE_COUNT; rule++)
		*LIST_ADD(arena, &names) = str_of(rule_info((enum rule)rule)->name);
	return names;
}

/* rule: severity */
static enum outcome read_rule(const struct yaml_check *check, const struct yaml_node *entry, struct config *config)
{
	enum rule rule;
	enum severity severity;
	struct str text;
	enum outcome outcome = yaml_read_text(check, entry, &text);
	if (outcome != OUTCOME_OK)
		return outcome;
	if (!rule_from_name(entry->key, &rule)) {
		struct strs names = rule_names(check->arena);
		return yaml_fail_unknown(check, entry->key_at, "rule", entry->key, &names);
	}
	if (!severity_from_name(text, &severity))
		return yaml_fail(check, entry->at, "a rule is set to error, warning, info or off, not '%.*s'",
				 STR_ARG(text));
	config->rules[rule] = (uint8_t)severity;
	return OUTCOME_OK;
}

static enum outcome read_rules(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	enum outcome outcome = yaml_expect_mapping(check, value, "the list of rules");
	for (const struct yaml_node *entry = value->first; entry && outcome == OUTCOME_OK; entry = entry->next)
		outcome = read_rule(check, entry, target);
	return outcome;
}

const struct yaml_row config_lint_keys[] = {{"rules", read_rules}, {NULL, NULL}};

static enum outcome read_lint(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	return yaml_read_mapping(check, value, "'lint'", config_lint_keys, target);
}

/* --- the file ----------------------------------------------------------------------------------------------------- */

const struct yaml_row config_keys[] = {
	{"name", read_name},
	{"directory", read_directory},
	{"template", read_template},
	{"projects", read_projects},
	{"index", read_index},
	{"date-order", read_date_order},
	{"statuses", config_read_statuses},
	{"words", config_read_words},
	{"review", config_read_review},
	{"rules", read_rules},
	{"lint", read_lint},
	{"conflicts", config_read_conflicts},
	{NULL, NULL},
};

/* Reads into a copy, so that a file with an error in it changes nothing. */
static enum outcome read_from(struct arena *arena, const struct source *source, struct str root, struct config *config,
			      struct error *error)
{
	struct yaml_check check = {arena, source, error};
	struct yaml_node *node;
	struct config fresh;
	config_init(&fresh);
	fresh.path = source->path;
	fresh.root = root;
	enum outcome outcome = yaml_read_source(&check, &node);
	if (outcome == OUTCOME_OK && node && !yaml_is_empty(node))
		outcome = yaml_read_mapping(&check, node, "the configuration", config_keys, &fresh);
	LIST_EACH (struct waiver, waiver, &fresh.waivers)
		waiver->file = path_join(arena, root, path_name(source->path));
	if (outcome == OUTCOME_OK)
		*config = fresh;
	return outcome;
}

enum outcome read_config_text(struct arena *arena, struct str path, struct str text, struct config *config,
			      struct error *error)
{
	struct source source;
	source_init(&source, arena, path, text);
	return read_from(arena, &source, path_directory(path), config, error);
}

enum outcome read_config(struct arena *arena, const char *path, struct config *config, struct error *error)
{
	struct str own_path = arena_copy(arena, str_of(path)), text = {0}, root = {0};
	struct str directory = path_directory(own_path);
	enum outcome outcome = file_read(arena, path, YAML_SIZE_LIMIT, &text, error);
	if (outcome == OUTCOME_OK)
		outcome = path_real(arena, str_empty(directory) ? "." : arena_copy_z(arena, directory), &root, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	struct source source;
	source_init(&source, arena, own_path, text);
	return read_from(arena, &source, root, config, error);
}
