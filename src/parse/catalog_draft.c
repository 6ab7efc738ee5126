/* SPDX-License-Identifier: MIT */
/* Drafts of subjects: copying from the base, linking, checking, finishing. */
#include "catalog_draft.h"

#include "adr/base/unicode.h"

#include <stdlib.h>

/* --- starting ----------------------------------------------------------------------------------------------------- */

static void copy_strs(struct arena *arena, struct strs *to, const struct str *from, size_t count)
{
	for (size_t i = 0; i < count; i++)
		*LIST_ADD(arena, to) = from[i];
}

static void copy_option(struct arena *arena, struct subject_draft *draft, const struct catalog_subject *from,
			const struct catalog_option *option)
{
	struct option_draft *copy = LIST_ADD(arena, &draft->options);
	copy->name = option->name;
	copy->title = option->title;
	copy->scope = option->scope;
	copy->beside = option->beside;
	if (option->parent >= 0)
		copy->is_a = from->options[option->parent].name;
	for (size_t i = 0; i < option->alias_count; i++)
		*LIST_ADD(arena, &copy->aliases) = option->aliases[i];
}

static void copy_subject(struct arena *arena, struct subject_draft *draft, const struct catalog_subject *from)
{
	draft->title = from->title;
	draft->exclusive = from->exclusive;
	draft->per_part = from->per_part;
	draft->settles = from->settles;
	copy_strs(arena, &draft->cues, from->cues, from->cue_count);
	copy_strs(arena, &draft->unless, from->unless, from->unless_count);
	copy_strs(arena, &draft->scopes, from->scopes, from->scope_count);
	for (size_t i = 0; i < from->example_count; i++)
		*LIST_ADD(arena, &draft->examples) = (struct example_draft){.example = from->examples[i]};
	for (size_t i = 0; i < from->option_count; i++)
		copy_option(arena, draft, from, &from->options[i]);
}

static struct catalog_subject *find_read(const struct catalog_reading *all, struct str name)
{
	LIST_EACH (struct catalog_subject, subject, &all->subjects)
		if (str_equal(subject->name, name))
			return subject;
	return NULL;
}

struct subject_draft *draft_new_subject(struct arena *arena, struct str name)
{
	struct subject_draft *draft = ARENA_NEW(arena, struct subject_draft);
	*draft = (struct subject_draft){.name = name, .exclusive = true};
	return draft;
}

struct subject_draft *draft_subject(struct arena *arena, const struct catalog_reading *all, struct str name)
{
	struct subject_draft *draft = draft_new_subject(arena, name);
	const struct catalog_subject *known = find_read(all, name);
	if (!known && all->base)
		known = catalog_subject_find(all->base, name);
	if (known)
		copy_subject(arena, draft, known);
	return draft;
}

/* "github-actions" and "github actions" are the same name. */
static bool same_name(struct str a, struct str b)
{
	if (a.length != b.length)
		return false;
	for (size_t i = 0; i < a.length; i++) {
		char one = a.at[i] == '-' ? ' ' : a.at[i], other = b.at[i] == '-' ? ' ' : b.at[i];
		if (one != other)
			return false;
	}
	return true;
}

/* The last word on whether a name is ambiguous, and on its case, counts. */
static void add_alias(struct arena *arena, struct option_draft *option, struct str pattern, bool ambiguous,
		      struct str exact)
{
	LIST_EACH (struct catalog_alias, alias, &option->aliases) {
		if (!same_name(alias->pattern, pattern))
			continue;
		alias->ambiguous = ambiguous;
		alias->exact = exact;
		return;
	}
	*LIST_ADD(arena, &option->aliases) = (struct catalog_alias){pattern, ambiguous, exact};
}

/* An option's own name is a name of it too; `names:` may say that it is ambiguous. */
struct option_draft *draft_option(struct arena *arena, struct subject_draft *subject, struct str name)
{
	LIST_EACH (struct option_draft, option, &subject->options)
		if (str_equal(option->name, name))
			return option;
	struct option_draft *option = LIST_ADD(arena, &subject->options);
	option->name = name;
	option->parent = -1;
	add_alias(arena, option, unicode_fold_keeping(arena, name, CATALOG_KEEP), false, (struct str){0});
	return option;
}

bool draft_remove_option(struct subject_draft *subject, struct str name)
{
	struct str parent = {0};
	size_t kept = 0;
	for (size_t i = 0; i < subject->options.count; i++) {
		if (str_equal(subject->options.item[i].name, name))
			parent = subject->options.item[i].is_a;
		else
			subject->options.item[kept++] = subject->options.item[i];
	}
	bool removed = kept < subject->options.count;
	subject->options.count = kept;
	LIST_EACH (struct option_draft, option, &subject->options)
		if (removed && str_equal(option->is_a, name))
			option->is_a = parent;
	return removed;
}

bool draft_remove_name(struct arena *arena, struct option_draft *option, struct str name)
{
	struct str pattern = unicode_fold_keeping(arena, str_trim_bytes(name, "?!"), CATALOG_KEEP "*");
	size_t kept = 0;
	for (size_t i = 0; i < option->aliases.count; i++)
		if (!same_name(option->aliases.item[i].pattern, pattern))
			option->aliases.item[kept++] = option->aliases.item[i];
	bool removed = kept < option->aliases.count;
	option->aliases.count = kept;
	return removed;
}

/* --- names and scopes --------------------------------------------------------------------------------------------- */

bool draft_add_name(struct arena *arena, struct option_draft *option, struct str name, struct span at)
{
	option->at = at;
	bool ambiguous = str_ends(name, STR("?"));
	if (ambiguous)
		name.length--;
	bool exact = str_ends(name, STR("!"));
	if (exact)
		name.length--;
	struct str pattern = unicode_fold_keeping(arena, name, CATALOG_KEEP "*");
	if (str_empty(str_trim_bytes(pattern, CATALOG_KEEP "* ")) || (exact && str_find_byte(name, '*') != STR_NOT_FOUND))
		return false;
	add_alias(arena, option, pattern, ambiguous, exact ? name : (struct str){0});
	return true;
}

static bool use_scopes_of(struct arena *arena, const struct catalog_scope *scopes, size_t count,
			  struct subject_draft *subject, struct str name)
{
	bool found = false;
	for (size_t i = 0; i < count; i++) {
		if (!str_equal(scopes[i].name, name) && !str_equal(scopes[i].group, name))
			continue;
		found = true;
		*LIST_ADD(arena, &subject->scopes) = scopes[i].name;
	}
	return found;
}

bool draft_use_scope(struct arena *arena, const struct catalog_reading *all, struct subject_draft *subject,
		     struct str name)
{
	bool found = use_scopes_of(arena, all->scopes.item, all->scopes.count, subject, name);
	if (all->base)
		found |= use_scopes_of(arena, all->base->scopes, all->base->scope_count, subject, name);
	return found;
}

static bool knows_scope(const struct catalog_scope *scopes, size_t count, struct str name)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal(scopes[i].name, name))
			return true;
	return false;
}

bool draft_knows_scope(const struct catalog_reading *all, struct str name)
{
	return knows_scope(all->scopes.item, all->scopes.count, name) ||
	       (all->base && knows_scope(all->base->scopes, all->base->scope_count, name));
}

static void add_scope_names(struct arena *arena, const struct catalog_scope *scopes, size_t count, struct strs *names)
{
	for (size_t i = 0; i < count; i++) {
		*LIST_ADD(arena, names) = scopes[i].name;
		*LIST_ADD(arena, names) = scopes[i].group;
	}
}

struct strs draft_scope_names(struct arena *arena, const struct catalog_reading *all)
{
	struct strs names = {0};
	add_scope_names(arena, all->scopes.item, all->scopes.count, &names);
	if (all->base)
		add_scope_names(arena, all->base->scopes, all->base->scope_count, &names);
	return names;
}

/* --- checking ----------------------------------------------------------------------------------------------------- */

const struct option_draft *draft_link_parents(struct subject_draft *subject)
{
	LIST_EACH (struct option_draft, option, &subject->options) {
		option->parent = -1;
		for (size_t i = 0; i < subject->options.count && !str_empty(option->is_a); i++)
			if (str_equal(subject->options.item[i].name, option->is_a))
				option->parent = (int32_t)i;
		if (!str_empty(option->is_a) && option->parent < 0)
			return option;
	}
	return NULL;
}

const struct option_draft *draft_find_circle(const struct subject_draft *subject)
{
	LIST_EACH (const struct option_draft, option, &subject->options) {
		int32_t at = option->parent;
		for (size_t steps = 0; at >= 0 && steps <= subject->options.count; steps++)
			at = subject->options.item[at].parent;
		if (at >= 0)
			return option;
	}
	return NULL;
}

struct named_option {
	struct str name;
	const struct option_draft *option;
};

static int compare_names(const void *a, const void *b)
{
	return str_compare(((const struct named_option *)a)->name, ((const struct named_option *)b)->name);
}

struct name_clash draft_find_clash(struct arena *arena, const struct subject_draft *subject)
{
	struct name_list LIST_OF(struct named_option) names = {0};
	LIST_EACH (const struct option_draft, option, &subject->options)
		LIST_EACH (const struct catalog_alias, alias, &option->aliases)
			*LIST_ADD(arena, &names) = (struct named_option){alias->pattern, option};
	if (names.count)
		qsort(names.item, names.count, sizeof *names.item, compare_names);
	for (size_t i = 1; i < names.count; i++)
		if (str_equal(names.item[i].name, names.item[i - 1].name))
			return (struct name_clash){names.item[i].name, names.item[i].option, names.item[i - 1].option};
	return (struct name_clash){0};
}

/* --- finishing ---------------------------------------------------------------------------------------------------- */

void draft_finish_subject(struct arena *arena, struct catalog_reading *all, struct subject_draft *draft)
{
	struct catalog_option *options = ARENA_ARRAY(arena, struct catalog_option, draft->options.count);
	for (size_t i = 0; i < draft->options.count; i++) {
		const struct option_draft *option = &draft->options.item[i];
		options[i] = (struct catalog_option){.name = option->name,
						     .title = str_empty(option->title) ? option->name : option->title,
						     .parent = option->parent,
						     .scope = option->scope,
						     .beside = option->beside,
						     .aliases = option->aliases.item,
						     .alias_count = option->aliases.count};
	}
	struct catalog_example *examples = ARENA_ARRAY(arena, struct catalog_example, draft->examples.count);
	for (size_t i = 0; i < draft->examples.count; i++)
		examples[i] = draft->examples.item[i].example;
	struct catalog_subject *subject = find_read(all, draft->name);
	if (!subject)
		subject = LIST_ADD(arena, &all->subjects);
	*subject = (struct catalog_subject){.name = draft->name,
					    .title = str_empty(draft->title) ? draft->name : draft->title,
					    .exclusive = draft->exclusive,
					    .per_part = draft->per_part,
					    .settles = draft->settles,
					    .cues = draft->cues.item,
					    .cue_count = draft->cues.count,
					    .unless = draft->unless.item,
					    .unless_count = draft->unless.count,
					    .scopes = draft->scopes.item,
					    .scope_count = draft->scopes.count,
					    .options = options,
					    .option_count = draft->options.count,
					    .examples = examples,
					    .example_count = draft->examples.count};
}
