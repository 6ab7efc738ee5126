/* SPDX-License-Identifier: MIT */
/* `decides:` and `rejects:` in front matter: what a record says about a subject, in the words of the catalogue.
 *
 *     decides: {container-base-image: alpine, orm: {python: sqlalchemy}}
 *     decides:
 *       - container-base-image: [alpine, wolfi]
 *     rejects: {container-base-image: debian}
 */
#include "reading.h"
#include "yaml_tree.h"

#define DECLARATIONS_MOST 64

static void add_declaration(struct reading *reading, struct declaration like, const struct yaml_node *option)
{
	if (option->kind != YAML_SCALAR || str_empty(str_trim(option->text)) ||
	    reading->record->declared.count >= DECLARATIONS_MOST)
		return;
	like.option = str_trim(option->text);
	like.at = option->at;
	*LIST_ADD(reading->arena, &reading->record->declared) = like;
}

/* One option, or a list of options. */
static void add_options(struct reading *reading, struct declaration like, const struct yaml_node *value)
{
	add_declaration(reading, like, value);
	if (value->kind != YAML_SEQUENCE)
		return;
	for (const struct yaml_node *item = value->first; item; item = item->next)
		add_declaration(reading, like, item);
}

/* "subject: option", or "subject: {scope: option}". */
static void add_subjects(struct reading *reading, const struct yaml_node *mapping, bool chosen)
{
	for (const struct yaml_node *entry = mapping->first; entry; entry = entry->next) {
		struct declaration like = {
			.subject = str_trim(entry->key), .chosen = chosen, .subject_at = entry->key_at};
		if (str_empty(like.subject))
			continue;
		add_options(reading, like, entry);
		if (entry->kind != YAML_MAPPING)
			continue;
		for (const struct yaml_node *scoped = entry->first; scoped; scoped = scoped->next) {
			like.scope = str_trim(scoped->key);
			add_options(reading, like, scoped);
		}
	}
}

bool read_declarations(struct reading *reading, const struct yaml_node *node)
{
	bool decides = str_equal(node->key, STR("decides")), rejects = str_equal(node->key, STR("rejects"));
	if ((!decides && !rejects) || node->kind == YAML_SCALAR)
		return false;
	if (node->kind == YAML_MAPPING)
		add_subjects(reading, node, decides);
	for (const struct yaml_node *item = node->kind == YAML_SEQUENCE ? node->first : NULL; item; item = item->next)
		if (item->kind == YAML_MAPPING)
			add_subjects(reading, item, decides);
	return true;
}
