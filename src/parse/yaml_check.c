/* SPDX-License-Identifier: MIT */
/* Checked reading of YAML trees, and messages that name the place. */
#include "yaml_check.h"

#include "adr/base/file.h"
#include "adr/base/unicode.h"

#include <stdarg.h>

enum outcome yaml_fail(const struct yaml_check *check, struct span at, const char *format, ...)
{
	SCOPED(text_release) struct text message = {0};
	va_list arguments;
	va_start(arguments, format);
	text_vprintf(&message, format, arguments);
	va_end(arguments);
	struct place place = source_place(check->source, at.start);
	return fail(check->error, "%.*s:%u:%u: %s", STR_ARG(check->source->path), place.line, place.column, message.at);
}

enum outcome yaml_fail_unknown(const struct yaml_check *check, struct span at, const char *what, struct str word,
			       const struct strs *known)
{
	struct str meant = unicode_nearest(known, word);
	if (str_empty(meant))
		return yaml_fail(check, at, "unknown %s '%.*s'", what, STR_ARG(word));
	return yaml_fail(check, at, "unknown %s '%.*s'; did you mean '%.*s'?", what, STR_ARG(word), STR_ARG(meant));
}

enum outcome yaml_read_source(const struct yaml_check *check, struct yaml_node **root)
{
	struct yaml_problem problem = {0};
	*root = NULL;
	if (check->source->text.length > YAML_SIZE_LIMIT)
		return fail(check->error, "%.*s: the file is larger than %zu KiB", STR_ARG(check->source->path),
			    YAML_SIZE_LIMIT >> 10);
	/* A byte order mark would count as a column to libyaml: the first key would seem to be indented. */
	uint32_t start = str_starts(check->source->text, STR("\xEF\xBB\xBF")) ? 3 : 0;
	uint32_t length = (uint32_t)check->source->text.length - start;
	*root = yaml_parse(check->arena, check->source, start, length, &problem);
	if (!*root && !str_empty(problem.message))
		return yaml_fail(check, problem.at, "%.*s", STR_ARG(problem.message));
	return OUTCOME_OK;
}

enum outcome yaml_load(struct arena *arena, const char *path, struct source *source, struct yaml_node **root,
		       struct error *error)
{
	struct str text;
	enum outcome outcome = file_read(arena, path, YAML_SIZE_LIMIT, &text, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	source_init(source, arena, arena_copy(arena, str_of(path)), text);
	return yaml_read_source(&(struct yaml_check){arena, source, error}, root);
}

enum outcome yaml_expect_mapping(const struct yaml_check *check, const struct yaml_node *node, const char *what)
{
	if (node->kind != YAML_MAPPING)
		return yaml_fail(check, node->at, "%s is written as 'key: value' lines", what);
	for (const struct yaml_node *entry = node->first; entry; entry = entry->next)
		if (entry->doubled)
			return yaml_fail(check, entry->key_at, "the key '%.*s' stands here twice", STR_ARG(entry->key));
	return OUTCOME_OK;
}

static enum outcome fail_unknown_key(const struct yaml_check *check, const struct yaml_node *entry,
				     const struct yaml_row *rows)
{
	struct strs known = {0};
	for (; rows->key; rows++)
		*LIST_ADD(check->arena, &known) = str_of(rows->key);
	return yaml_fail_unknown(check, entry->key_at, "key", entry->key, &known);
}

static enum outcome read_entry(const struct yaml_check *check, const struct yaml_node *entry,
			       const struct yaml_row *rows, void *target)
{
	for (const struct yaml_row *row = rows; row->key; row++) {
		if (!str_equal(entry->key, str_of(row->key)))
			continue;
		return yaml_is_empty(entry) ? OUTCOME_OK : row->read(check, entry, target);
	}
	return fail_unknown_key(check, entry, rows);
}

enum outcome yaml_read_mapping(const struct yaml_check *check, const struct yaml_node *mapping, const char *what,
			       const struct yaml_row *rows, void *target)
{
	enum outcome outcome = yaml_expect_mapping(check, mapping, what);
	for (const struct yaml_node *entry = mapping->first; entry && outcome == OUTCOME_OK; entry = entry->next)
		outcome = read_entry(check, entry, rows, target);
	return outcome;
}

bool yaml_is_empty(const struct yaml_node *node)
{
	return node->kind == YAML_SCALAR && node->plain && str_empty(node->text);
}

static bool has_control(struct str text)
{
	for (size_t i = 0; i < text.length; i++)
		if ((unsigned char)text.at[i] < 0x20 || text.at[i] == 0x7F)
			return true;
	return false;
}

enum outcome yaml_read_text(const struct yaml_check *check, const struct yaml_node *node, struct str *text)
{
	if (node->kind != YAML_SCALAR)
		return yaml_fail(check, node->at, "a single text is expected here");
	if (str_empty(str_trim(node->text)))
		return yaml_fail(check, node->at, "this text is empty");
	if (has_control(str_trim(node->text)))
		return yaml_fail(check, node->at, "control characters and line breaks are not allowed here");
	*text = str_trim(node->text);
	return OUTCOME_OK;
}

enum outcome yaml_read_texts(const struct yaml_check *check, const struct yaml_node *node, struct strs *texts)
{
	if (node->kind == YAML_SCALAR)
		return yaml_read_text(check, node, LIST_ADD(check->arena, texts));
	if (node->kind != YAML_SEQUENCE)
		return yaml_fail(check, node->at, "a text or a list of texts is expected here");
	enum outcome outcome = OUTCOME_OK;
	for (const struct yaml_node *item = node->first; item && outcome == OUTCOME_OK; item = item->next)
		outcome = yaml_read_text(check, item, LIST_ADD(check->arena, texts));
	return outcome;
}

enum outcome yaml_read_switch(const struct yaml_check *check, const struct yaml_node *node, bool *value)
{
	bool yes = str_equal(node->text, STR("yes")) || str_equal(node->text, STR("true"));
	bool no = str_equal(node->text, STR("no")) || str_equal(node->text, STR("false"));
	if (node->kind != YAML_SCALAR || (!yes && !no))
		return yaml_fail(check, node->at, "'yes' or 'no' is expected here");
	*value = yes;
	return OUTCOME_OK;
}
