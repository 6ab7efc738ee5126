/* SPDX-License-Identifier: MIT */
/* Look-ups in the catalogue. */
#include "adr/model/catalog.h"

#include <assert.h>
#include <stdlib.h>

/* Of anything that begins with its name. */
static int compare_name(const void *key, const void *item)
{
	return str_compare(*(const struct str *)key, *(const struct str *)item);
}

const struct catalog_subject *catalog_subject_find(const struct catalog *catalog, struct str name)
{
	if (catalog->subject_count == 0)
		return NULL;
	return bsearch(&name, catalog->subjects, catalog->subject_count, sizeof(*catalog->subjects), compare_name);
}

const struct catalog_scope *catalog_scope_find(const struct catalog *catalog, struct str name)
{
	if (catalog->scope_count == 0)
		return NULL;
	return bsearch(&name, catalog->scopes, catalog->scope_count, sizeof(*catalog->scopes), compare_name);
}

const struct catalog_option *catalog_option_find(const struct catalog_subject *subject, struct str name)
{
	for (size_t i = 0; i < subject->option_count; i++)
		if (str_equal(subject->options[i].name, name))
			return &subject->options[i];
	return NULL;
}

bool catalog_is_a(const struct catalog_subject *subject, struct str option, struct str ancestor)
{
	if (str_equal(option, ancestor))
		return true;
	const struct catalog_option *at = catalog_option_find(subject, option);
	/* Readers refuse circles; counting the steps makes sure of an end all the same. */
	for (size_t steps = 0; at && at->parent >= 0 && steps < subject->option_count; steps++) {
		at = &subject->options[at->parent];
		if (str_equal(at->name, ancestor))
			return true;
	}
	return false;
}

bool catalog_compatible(const struct catalog_subject *subject, struct str option, struct str other)
{
	return catalog_is_a(subject, option, other) || catalog_is_a(subject, other, option);
}

/* A sorted array of structs that begin with their name. */
struct named {
	const void *items;
	size_t count, size;
};

static struct str name_at(const struct named *list, size_t index)
{
	struct str name;
	memcpy(&name, (const char *)list->items + index * list->size, sizeof name);
	return name;
}

static size_t merge_named(void *merged, const struct named *own, const struct named *builtin)
{
	size_t count = 0, ours = 0, theirs = 0;
	while (ours < own->count || theirs < builtin->count) {
		int order = ours == own->count ? 1 : -1;
		if (ours < own->count && theirs < builtin->count)
			order = str_compare(name_at(own, ours), name_at(builtin, theirs));
		const char *item = order <= 0 ? (const char *)own->items + ours * own->size
					      : (const char *)builtin->items + theirs * own->size;
		memcpy((char *)merged + count++ * own->size, item, own->size);
		ours += order <= 0;
		theirs += order >= 0;
	}
	return count;
}

static_assert(offsetof(struct catalog_subject, name) == 0 && offsetof(struct catalog_scope, name) == 0,
	      "merge_named() reads names at the start");

struct catalog catalog_merge(struct arena *arena, const struct catalog *builtin, const struct catalog *own)
{
	if (own->subject_count == 0 && own->scope_count == 0)
		return *builtin;
	struct named our_subjects = {own->subjects, own->subject_count, sizeof *own->subjects};
	struct named their_subjects = {builtin->subjects, builtin->subject_count, sizeof *own->subjects};
	struct named our_scopes = {own->scopes, own->scope_count, sizeof *own->scopes};
	struct named their_scopes = {builtin->scopes, builtin->scope_count, sizeof *own->scopes};
	struct catalog_subject *subjects =
		ARENA_ARRAY(arena, struct catalog_subject, our_subjects.count + their_subjects.count);
	struct catalog_scope *scopes = ARENA_ARRAY(arena, struct catalog_scope, our_scopes.count + their_scopes.count);
	return (struct catalog){
		.subjects = subjects,
		.subject_count = merge_named(subjects, &our_subjects, &their_subjects),
		.scopes = scopes,
		.scope_count = merge_named(scopes, &our_scopes, &their_scopes),
	};
}
