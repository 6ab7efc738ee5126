/* SPDX-License-Identifier: MIT */
/* `conflicts:` of .adr.yml: the organisation's own catalogue, its standards, its waivers. The catalogue comes first,
 * wherever it stands, because the others use its names. */
#include "adr/base/file.h"
#include "config_keys.h"
#include "adr/parse/read_config.h"
#include "read_catalog.h"

/* Where the parts stand. */
struct conflict_nodes {
	const struct yaml_node *catalog, *standards, *waivers, *authority;
};

static enum outcome find_catalog(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	(void)check;
	((struct conflict_nodes *)target)->catalog = value;
	return OUTCOME_OK;
}

static enum outcome find_standards(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	(void)check;
	((struct conflict_nodes *)target)->standards = value;
	return OUTCOME_OK;
}

static enum outcome find_waivers(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	(void)check;
	((struct conflict_nodes *)target)->waivers = value;
	return OUTCOME_OK;
}

static enum outcome find_authority(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	(void)check;
	((struct conflict_nodes *)target)->authority = value;
	return OUTCOME_OK;
}

const struct yaml_row config_conflict_keys[] = {{"catalog", find_catalog},
						{"standards", find_standards},
						{"waivers", find_waivers},
						{"authority", find_authority},
						{NULL, NULL}};

/* --- names -------------------------------------------------------------------------------------------------------- */

/* What a standard or a waiver may name, and the item being read. */
struct item_reading {
	const struct catalog *catalog; /* built-in and own */
	struct standard standard;
	struct waiver waiver;
	struct span option_at;
};

static enum outcome read_subject_name(const struct yaml_check *check, const struct yaml_node *value,
				      const struct catalog *catalog, struct str *subject)
{
	enum outcome outcome = yaml_read_text(check, value, subject);
	if (outcome != OUTCOME_OK || catalog_subject_find(catalog, *subject))
		return outcome;
	struct strs known = {0};
	for (size_t i = 0; i < catalog->subject_count; i++)
		*LIST_ADD(check->arena, &known) = catalog->subjects[i].name;
	return yaml_fail_unknown(check, value->at, "subject", *subject, &known);
}

static enum outcome check_option_name(const struct yaml_check *check, const struct item_reading *item)
{
	const struct catalog_subject *subject = catalog_subject_find(item->catalog, item->standard.subject);
	if (catalog_option_find(subject, item->standard.option))
		return OUTCOME_OK;
	struct strs known = {0};
	for (size_t i = 0; i < subject->option_count; i++)
		*LIST_ADD(check->arena, &known) = subject->options[i].name;
	return yaml_fail_unknown(check, item->option_at, "option", item->standard.option, &known);
}

/* --- standards ---------------------------------------------------------------------------------------------------- */

static enum outcome read_standard_subject(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	struct item_reading *item = target;
	return read_subject_name(check, value, item->catalog, &item->standard.subject);
}

static enum outcome read_standard_option(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	struct item_reading *item = target;
	item->option_at = value->at;
	return yaml_read_text(check, value, &item->standard.option);
}

static enum outcome read_standard_scope(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	struct item_reading *item = target;
	struct strs known = {0};
	enum outcome outcome = yaml_read_text(check, value, &item->standard.scope);
	for (size_t i = 0; i < item->catalog->scope_count; i++) {
		if (str_equal(item->catalog->scopes[i].name, item->standard.scope))
			return outcome;
		*LIST_ADD(check->arena, &known) = item->catalog->scopes[i].name;
	}
	if (outcome != OUTCOME_OK)
		return outcome;
	return yaml_fail_unknown(check, value->at, "scope", item->standard.scope, &known);
}

static enum outcome read_standard_record(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	return yaml_read_text(check, value, &((struct item_reading *)target)->standard.record);
}

const struct yaml_row config_standard_keys[] = {
	{"subject", read_standard_subject},
	{"option", read_standard_option},
	{"scope", read_standard_scope},
	{"record", read_standard_record},
	{NULL, NULL},
};

static enum outcome read_standard(const struct yaml_check *check, const struct yaml_node *node,
				  const struct catalog *catalog, struct config *config)
{
	struct item_reading item = {.catalog = catalog, .standard.line = node->at.line};
	enum outcome outcome = yaml_read_mapping(check, node, "a standard", config_standard_keys, &item);
	if (outcome != OUTCOME_OK)
		return outcome;
	if (str_empty(item.standard.subject) || str_empty(item.standard.option))
		return yaml_fail(check, node->at, "a standard needs 'subject' and 'option'");
	outcome = check_option_name(check, &item);
	if (outcome == OUTCOME_OK)
		*LIST_ADD(check->arena, &config->standards) = item.standard;
	return outcome;
}

/* --- waivers ------------------------------------------------------------------------------------------------------ */

/* Conflicts that no catalogue knows go by their options, "h2 or sqlite": a name with spaces is not looked up. */
static enum outcome read_waiver_subject(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	struct item_reading *item = target;
	if (value->kind == YAML_SCALAR && str_contains(str_trim(value->text), STR(" ")))
		return yaml_read_text(check, value, &item->waiver.subject);
	return read_subject_name(check, value, item->catalog, &item->waiver.subject);
}

static enum outcome read_waiver_projects(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	return yaml_read_texts(check, value, &((struct item_reading *)target)->waiver.projects);
}

static enum outcome read_waiver_ids(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	return yaml_read_texts(check, value, &((struct item_reading *)target)->waiver.records);
}

static enum outcome read_waiver_reason(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	return yaml_read_text(check, value, &((struct item_reading *)target)->waiver.reason);
}

static enum outcome read_waiver_until(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	return config_read_date(check, value, &((struct item_reading *)target)->waiver.until);
}

const struct yaml_row config_waiver_keys[] = {
	{"subject", read_waiver_subject}, {"projects", read_waiver_projects}, {"ids", read_waiver_ids},
	{"reason", read_waiver_reason},   {"until", read_waiver_until},       {NULL, NULL},
};

static enum outcome read_waiver(const struct yaml_check *check, const struct yaml_node *node,
				const struct catalog *catalog, struct config *config)
{
	struct item_reading item = {.catalog = catalog, .waiver.line = node->at.line};
	enum outcome outcome = yaml_read_mapping(check, node, "a waiver", config_waiver_keys, &item);
	if (outcome != OUTCOME_OK)
		return outcome;
	if (str_empty(item.waiver.subject) || str_empty(item.waiver.reason))
		return yaml_fail(check, node->at, "a waiver needs 'subject' and 'reason'");
	*LIST_ADD(check->arena, &config->waivers) = item.waiver;
	return OUTCOME_OK;
}

/* --- the catalogue ------------------------------------------------------------------------------------------------ */

static enum outcome load_catalog_file(const struct yaml_check *check, struct config *config, struct str path,
				      struct catalog_part *part)
{
	struct source *source = ARENA_NEW(check->arena, struct source);
	struct yaml_node *node;
	struct str full = path_join(check->arena, config->root, path);
	*LIST_ADD(check->arena, &config->catalog_files) = full;
	enum outcome outcome = yaml_load(check->arena, arena_copy_z(check->arena, full), source, &node, check->error);
	*part = (struct catalog_part){source, node};
	return outcome;
}

enum outcome read_catalog_file(struct arena *arena, const char *path, struct catalog *catalog, struct error *error)
{
	struct source source;
	struct catalog_parts parts = {0};
	struct yaml_node *node;
	enum outcome outcome = yaml_load(arena, path, &source, &node, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	*LIST_ADD(arena, &parts) = (struct catalog_part){&source, node};
	return read_catalog(arena, &parts, &catalog_builtin, catalog, error);
}

/* A mapping is the catalogue itself; a text or a list of texts names files. */
static enum outcome read_own_catalog(const struct yaml_check *check, const struct yaml_node *value,
				     struct config *config)
{
	struct catalog_parts parts = {0};
	struct strs paths = {0};
	enum outcome outcome = OUTCOME_OK;
	if (value->kind == YAML_MAPPING)
		*LIST_ADD(check->arena, &parts) = (struct catalog_part){check->source, value};
	else
		outcome = yaml_read_texts(check, value, &paths);
	for (size_t i = 0; i < paths.count && outcome == OUTCOME_OK; i++)
		outcome = load_catalog_file(check, config, paths.item[i], LIST_ADD(check->arena, &parts));
	if (outcome != OUTCOME_OK)
		return outcome;
	return read_catalog(check->arena, &parts, &catalog_builtin, &config->catalog, check->error);
}

/* --- all of it ---------------------------------------------------------------------------------------------------- */

typedef enum outcome read_item(const struct yaml_check *check, const struct yaml_node *node,
			       const struct catalog *catalog, struct config *config);

static enum outcome read_list(const struct yaml_check *check, const struct yaml_node *list, read_item *read,
			      const struct catalog *catalog, struct config *config)
{
	enum outcome outcome = OUTCOME_OK;
	if (list && list->kind != YAML_SEQUENCE)
		return yaml_fail(check, list->at, "a list is expected here, each item behind '- '");
	for (const struct yaml_node *item = list ? list->first : NULL; item && outcome == OUTCOME_OK; item = item->next)
		outcome = read(check, item, catalog, config);
	return outcome;
}

enum outcome config_read_conflicts(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	struct config *config = target;
	struct conflict_nodes nodes = {0};
	enum outcome outcome = yaml_read_mapping(check, value, "'conflicts'", config_conflict_keys, &nodes);
	if (outcome == OUTCOME_OK && nodes.catalog)
		outcome = read_own_catalog(check, nodes.catalog, config);
	if (outcome != OUTCOME_OK)
		return outcome;
	struct catalog catalog = catalog_merge(check->arena, &catalog_builtin, &config->catalog);
	if (nodes.authority)
		outcome = yaml_read_texts(check, nodes.authority, &config->authorities);
	if (outcome == OUTCOME_OK)
		outcome = read_list(check, nodes.standards, read_standard, &catalog, config);
	if (outcome == OUTCOME_OK)
		outcome = read_list(check, nodes.waivers, read_waiver, &catalog, config);
	return outcome;
}
