/* SPDX-License-Identifier: MIT */
/* Where `conflicts: waivers:` stands in .adr.yml, and the proof that a changed file says the same and one waiver more.
 */
#include "adr/parse/read_config.h"

#include "yaml_check.h"

#define DEFAULT_INDENT 2

/* --- where things stand ------------------------------------------------------------------------------------------- */

static bool is_mapping(const struct yaml_node *node)
{
	return node && node->kind == YAML_MAPPING;
}

static const struct yaml_node *last_entry(const struct yaml_node *node)
{
	const struct yaml_node *last = node->first;
	while (last && last->next)
		last = last->next;
	return last;
}

/* The dash of a list's first item, or where the list begins: an anchor may stand there. */
static uint32_t first_dash(const struct source *source, const struct yaml_node *list)
{
	uint32_t at = list->first->at.start;
	while (at > 0 && source->text.at[at - 1] == ' ')
		at--;
	return at > 0 && source->text.at[at - 1] == '-' ? at - 1 : list->at.start;
}

/* The first entry of a block. */
static uint32_t block_start(const struct source *source, const struct yaml_node *node)
{
	if (!node->first)
		return node->at.start;
	return node->kind == YAML_MAPPING ? node->first->key_at.start : first_dash(source, node);
}

static struct outline_part outline_of(const struct source *source, const struct yaml_node *node)
{
	struct outline_part part = {.form = OUTLINE_ABSENT};
	if (!node)
		return part;
	part.key = node->key_at.start;
	part.start = node->at.start;
	part.end = node->end;
	if (node->kind == YAML_SCALAR) {
		part.form = OUTLINE_EMPTY;
		return part;
	}
	const struct yaml_node *last = last_entry(node);
	part.form = node->flow ? OUTLINE_FLOW : OUTLINE_BLOCK;
	part.has_entries = last != NULL;
	if (part.form == OUTLINE_BLOCK)
		part.start = block_start(source, node);
	if (last)
		part.last = node->kind == YAML_MAPPING ? last->key_at.start : last->at.start;
	part.end = last ? last->end : part.start + 1;
	return part;
}

/* From 0; a byte order mark takes no column. */
static uint32_t column_of(const struct source *source, uint32_t offset)
{
	return source_place(source, offset).column - 1 -
	       (source_line_of(source, offset) == 1 && str_starts(source->text, STR("\xEF\xBB\xBF")));
}

/* Takes the file's habits from the first list and the first group of keys that are the value of a key of `mapping`. */
static void learn_habits(const struct source *source, const struct yaml_node *mapping, struct config_outline *outline)
{
	if (!is_mapping(mapping) || mapping->flow)
		return;
	for (const struct yaml_node *entry = mapping->first; entry; entry = entry->next) {
		if (entry->kind == YAML_SCALAR || entry->flow || !entry->first)
			continue;
		bool list = entry->kind == YAML_SEQUENCE;
		uint32_t from = column_of(source, entry->key_at.start);
		uint32_t to = column_of(source, block_start(source, entry));
		uint32_t *habit = list ? &outline->dash : &outline->indent;
		if (*habit == UINT32_MAX && to >= from)
			*habit = to - from;
	}
}

enum outcome outline_config(struct arena *arena, struct str path, struct str text, struct config_outline *outline,
			    struct error *error)
{
	struct source source;
	struct yaml_node *root;
	source_init(&source, arena, path, text);
	struct yaml_check check = {arena, &source, error};
	enum outcome outcome = yaml_read_source(&check, &root);
	if (outcome != OUTCOME_OK)
		return outcome;
	const struct yaml_node *conflicts = yaml_get(root, "conflicts");
	*outline = (struct config_outline){.file = outline_of(&source, root),
					   .conflicts = outline_of(&source, conflicts),
					   .waivers = outline_of(&source, yaml_get(conflicts, "waivers")),
					   .indent = UINT32_MAX,
					   .dash = UINT32_MAX};
	learn_habits(&source, conflicts, outline);
	learn_habits(&source, root, outline);
	if (outline->indent == UINT32_MAX)
		outline->indent = DEFAULT_INDENT;
	if (outline->dash == UINT32_MAX)
		outline->dash = outline->indent;
	return OUTCOME_OK;
}

/* --- the proof ---------------------------------------------------------------------------------------------------- */

/* All values are read without the spaces around them; a block text at the end of the file may gain its line end. */
static bool same_node(const struct yaml_node *a, const struct yaml_node *b)
{
	return a->kind == b->kind && str_equal(a->key, b->key) && str_equal(str_trim(a->text), str_trim(b->text)) &&
	       yaml_is_empty(a) == yaml_is_empty(b);
}

/* Two trees, walked side by side; they are at most YAML_DEPTH_LIMIT deep. */
static bool same_tree(const struct yaml_node *a, const struct yaml_node *b)
{
	const struct yaml_node *left[YAML_DEPTH_LIMIT + 1] = {a}, *right[YAML_DEPTH_LIMIT + 1] = {b};
	if (!same_node(a, b))
		return false;
	for (unsigned depth = 0;;) {
		const struct yaml_node *one = left[depth]->first, *other = right[depth]->first;
		if (one || other) {
			depth++;
		} else {
			while (depth > 0 && !left[depth]->next && !right[depth]->next)
				depth--;
			if (depth == 0)
				return true;
			one = left[depth]->next;
			other = right[depth]->next;
		}
		if (!one || !other || !same_node(one, other))
			return false;
		left[depth] = one;
		right[depth] = other;
	}
}

static bool is_nothing(const struct yaml_node *node)
{
	return !node || (node->kind == YAML_SCALAR && yaml_is_empty(node));
}

/* The entries of `before` are those of `after`, one by one, but for one more at the end: *more. Where the entry `grown`
 * differs it is not compared. */
static bool same_entries(const struct yaml_node *before, const struct yaml_node *after, const char *grown,
			 const struct yaml_node **more)
{
	const struct yaml_node *one = is_nothing(before) ? NULL : before->first, *other = after->first;
	for (; one && other; one = one->next, other = other->next)
		if (!(grown && str_equal(one->key, str_of(grown)) && str_equal(other->key, one->key)) &&
		    !same_tree(one, other))
			return false;
	*more = other;
	return !one && (!other || !other->next);
}

/* `after` is `before` with the entry `key` made or grown; that entry of both. */
static bool only_grew(const struct yaml_node *before, const struct yaml_node *after, const char *key,
		      const struct yaml_node **was, const struct yaml_node **is)
{
	const struct yaml_node *more;
	*was = yaml_get(before, key);
	*is = yaml_get(after, key);
	return is_mapping(after) && *is && (is_nothing(before) || is_mapping(before)) &&
	       same_entries(before, after, key, &more) && (*was ? !more : more == *is);
}

static enum outcome tree_of(struct arena *arena, struct str path, struct str text, struct yaml_node **root,
			    struct error *error)
{
	struct source *source = ARENA_NEW(arena, struct source);
	source_init(source, arena, path, text);
	return yaml_read_source(&(struct yaml_check){arena, source, error}, root);
}

enum outcome config_gained_waiver(struct arena *arena, struct str path, struct str before, struct str after,
				  bool *gained, struct error *error)
{
	struct yaml_node *old, *new;
	const struct yaml_node *conflicts_were, *conflicts, *waivers_were, *waivers, *more = NULL;
	*gained = false;
	enum outcome outcome = tree_of(arena, path, before, &old, error);
	if (outcome == OUTCOME_OK)
		outcome = tree_of(arena, path, after, &new, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	*gained = only_grew(old, new, "conflicts", &conflicts_were, &conflicts) &&
		  only_grew(conflicts_were, conflicts, "waivers", &waivers_were, &waivers) &&
		  waivers->kind == YAML_SEQUENCE && (is_nothing(waivers_were) || waivers_were->kind == YAML_SEQUENCE) &&
		  same_entries(waivers_were, waivers, NULL, &more) && more;
	return OUTCOME_OK;
}
