/* SPDX-License-Identifier: MIT */
/* Making the catalogue ready: all names, and all beginnings of names, into one hash table. */
#include "match.h"

#include "adr/base/unicode.h"

#include <stdlib.h>

#define NAME_UNITS_MOST 8 /* longer names are cut */

/* A name, or the beginning of one (MEANS_NOTHING). */
struct named {
	const struct str *units;
	uint16_t count;
	uint64_t hash;
	struct meaning meaning;
};

struct building {
	struct arena *arena;
	struct names LIST_OF(struct named) names;
	struct globs LIST_OF(struct glob) globs;
	struct phrase phrase;
};

static void add_glob(struct building *building, struct str pattern, struct meaning meaning)
{
	struct glob *glob = LIST_ADD(building->arena, &building->globs);
	*glob = (struct glob){pattern, meaning, 0};
	for (size_t i = 0; i < pattern.length; i++)
		glob->letters += pattern.at[i] != '*';
}

static void add_name(struct building *building, struct str name, struct meaning meaning)
{
	if (str_find_byte(name, '*') != STR_NOT_FOUND) {
		add_glob(building, name, meaning);
		return;
	}
	take_apart_folded(&building->phrase, name);
	size_t count = building->phrase.count < NAME_UNITS_MOST ? building->phrase.count : NAME_UNITS_MOST;
	struct str *units = ARENA_ARRAY(building->arena, struct str, count);
	uint64_t hash = 0;
	for (size_t i = 0; i < count; i++) {
		units[i] = building->phrase.units[i].text;
		hash = unit_hash(hash, units[i]);
		struct named *named = LIST_ADD(building->arena, &building->names);
		*named = (struct named){.units = units, .count = (uint16_t)(i + 1), .hash = hash};
		if (i + 1 == count)
			named->meaning = meaning;
	}
}

static void add_words(struct building *building, const struct str *words, size_t count, struct meaning meaning)
{
	for (size_t i = 0; i < count; i++)
		add_name(building, words[i], meaning);
}

static void add_subject(struct building *building, const struct catalog_subject *subject, uint16_t number)
{
	add_words(building, subject->cues, subject->cue_count, (struct meaning){MEANS_CUE, false, number, 0});
	add_words(building, subject->unless, subject->unless_count, (struct meaning){MEANS_UNLESS, false, number, 0});
	for (size_t i = 0; i < subject->option_count; i++) {
		const struct catalog_option *option = &subject->options[i];
		for (size_t j = 0; j < option->alias_count; j++)
			add_name(building, option->aliases[j].pattern,
				 (struct meaning){MEANS_OPTION, option->aliases[j].ambiguous, number, (uint16_t)i});
	}
}

/* --- the table ---------------------------------------------------------------------------------------------------- */

static int compare_units(const struct named *a, const struct named *b)
{
	if (a->hash != b->hash)
		return a->hash < b->hash ? -1 : 1;
	if (a->count != b->count)
		return a->count < b->count ? -1 : 1;
	for (uint16_t i = 0; i < a->count; i++) {
		int order = str_compare(a->units[i], b->units[i]);
		if (order != 0)
			return order;
	}
	return 0;
}

static int by_units(const void *x, const void *y)
{
	const struct named *a = x, *b = y;
	int order = compare_units(a, b);
	if (order == 0)
		order = (int)a->meaning.kind - (int)b->meaning.kind;
	if (order == 0)
		order = (int)a->meaning.subject - (int)b->meaning.subject;
	return order != 0 ? order : (int)a->meaning.option - (int)b->meaning.option;
}

static bool same_meaning(const struct meaning *a, const struct meaning *b)
{
	return a->kind == b->kind && a->subject == b->subject && a->option == b->option;
}

static void insert(struct name_entry *table, size_t mask, const struct name_entry *entry)
{
	size_t slot = (size_t)entry->hash & mask;
	while (table[slot].unit_count)
		slot = (slot + 1) & mask;
	table[slot] = *entry;
}

/* `names` is sorted: what has the same units becomes one slot with all its meanings. */
static void fill_table(struct building *building, struct name_entry *table, size_t mask)
{
	struct meaning *meanings = ARENA_ARRAY(building->arena, struct meaning, building->names.count);
	size_t used = 0;
	for (size_t i = 0, next; i < building->names.count; i = next) {
		const struct named *name = &building->names.item[i];
		struct name_entry entry = {name->hash, name->units, &meanings[used], name->count, 0};
		for (next = i; next < building->names.count; next++) {
			const struct named *other = &building->names.item[next];
			if (compare_units(name, other) != 0)
				break;
			if (other->meaning.kind == MEANS_NOTHING ||
			    (entry.meaning_count && same_meaning(&meanings[used - 1], &other->meaning)))
				continue;
			meanings[used++] = other->meaning;
			entry.meaning_count++;
		}
		insert(table, mask, &entry);
	}
}

static void make_table(struct building *building, struct matcher *matcher)
{
	size_t slots = 16;
	while (slots < 2 * building->names.count)
		slots *= 2;
	struct name_entry *table = ARENA_ARRAY(building->arena, struct name_entry, slots);
	if (building->names.count)
		qsort(building->names.item, building->names.count, sizeof *building->names.item, by_units);
	fill_table(building, table, slots - 1);
	matcher->table = table;
	matcher->table_mask = slots - 1;
}

struct matcher *matcher_new(struct arena *arena, const struct catalog *builtin, const struct catalog *own)
{
	struct matcher *matcher = ARENA_NEW(arena, struct matcher);
	struct building *building = ARENA_NEW(arena, struct building);
	building->arena = arena;
	matcher->catalog = catalog_merge(arena, builtin, own);
	for (size_t i = 0; i < matcher->catalog.subject_count && i < UINT16_MAX; i++)
		add_subject(building, &matcher->catalog.subjects[i], (uint16_t)i);
	for (size_t i = 0; i < matcher->catalog.scope_count && i < UINT16_MAX; i++) {
		const struct catalog_scope *scope = &matcher->catalog.scopes[i];
		add_words(building, scope->words, scope->word_count,
			  (struct meaning){MEANS_SCOPE, false, 0, (uint16_t)i});
	}
	for (const struct turn_word *word = turn_words; !str_empty(word->words); word++)
		add_name(building, word->words, (struct meaning){MEANS_TURN, false, 0, (uint16_t)word->turn});
	make_table(building, matcher);
	matcher->globs = building->globs.item;
	matcher->glob_count = building->globs.count;
	return matcher;
}
