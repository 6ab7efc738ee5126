/* SPDX-License-Identifier: MIT */
/* Making the catalogue ready: all names, and all beginnings of names, into one hash table. */
#include "match.h"

#include "adr/base/unicode.h"

#define NAME_UNITS_MOST 8 /* longer names are cut */

struct building {
	struct arena *arena;
	struct matcher *matcher;
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

/* --- the table ---------------------------------------------------------------------------------------------------- */

static bool is_slot_of(const struct name_entry *slot, uint64_t hash, const struct str *units, size_t count)
{
	if (slot->hash != hash || slot->unit_count != count)
		return false;
	for (size_t i = 0; i < count; i++)
		if (!str_equal(slot->units[i], units[i]))
			return false;
	return true;
}

static struct name_entry *empty_slot(const struct matcher *matcher, uint64_t hash)
{
	size_t mask = matcher->table_slots - 1, slot = (size_t)hash & mask;
	while (matcher->table[slot].unit_count)
		slot = (slot + 1) & mask;
	return &matcher->table[slot];
}

/* At least half of the slots stay empty, so that looking up what is not there ends soon. */
static void make_room(struct arena *arena, struct matcher *matcher)
{
	if (2 * (matcher->table_used + 1) <= matcher->table_slots)
		return;
	const struct name_entry *old = matcher->table;
	size_t old_slots = matcher->table_slots;
	matcher->table_slots = old_slots ? 2 * old_slots : 4096;
	matcher->table = ARENA_ARRAY(arena, struct name_entry, matcher->table_slots);
	for (size_t i = 0; i < old_slots; i++)
		if (old[i].unit_count)
			*empty_slot(matcher, old[i].hash) = old[i];
}

/* The slot of these units, made where there is none. */
static struct name_entry *slot_of(struct building *building, uint64_t hash, const struct str *units, size_t count)
{
	struct matcher *matcher = building->matcher;
	make_room(building->arena, matcher);
	size_t mask = matcher->table_slots - 1;
	for (size_t slot = (size_t)hash & mask; matcher->table[slot].unit_count; slot = (slot + 1) & mask)
		if (is_slot_of(&matcher->table[slot], hash, units, count))
			return &matcher->table[slot];
	struct name_entry *entry = empty_slot(matcher, hash);
	*entry = (struct name_entry){hash, units, count, NULL};
	matcher->table_used++;
	return entry;
}

/* Meanings keep the order of the catalogue. */
static void add_meaning(struct arena *arena, struct name_entry *entry, struct meaning meaning, struct str exact)
{
	struct meaning_link **end = &entry->meanings;
	for (; *end; end = &(*end)->next) {
		const struct meaning *known = &(*end)->meaning;
		if (known->kind == meaning.kind && known->subject == meaning.subject && known->option == meaning.option)
			return;
	}
	*end = ARENA_NEW(arena, struct meaning_link);
	(*end)->meaning = meaning;
	(*end)->exact = exact;
}

/* --- names -------------------------------------------------------------------------------------------------------- */

static void note_first(struct matcher *matcher, uint64_t hash)
{
	uint64_t bits[] = {hash, hash >> 32};
	for (size_t i = 0; i < 2; i++)
		matcher->firsts[bits[i] % FIRST_BITS / 64] |= (uint64_t)1 << bits[i] % 64;
}

static void add_name(struct building *building, struct str name, struct meaning meaning, struct str exact)
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
		if (i == 0)
			note_first(building->matcher, hash);
		struct name_entry *entry = slot_of(building, hash, units, i + 1);
		if (i + 1 == count)
			add_meaning(building->arena, entry, meaning, exact);
	}
}

static void add_words(struct building *building, const struct str *words, size_t count, struct meaning meaning)
{
	for (size_t i = 0; i < count; i++)
		add_name(building, words[i], meaning, (struct str){0});
}

static void add_subject(struct building *building, const struct catalog_subject *subject, uint16_t number)
{
	add_words(building, subject->cues, subject->cue_count, (struct meaning){MEANS_CUE, false, number, 0});
	add_words(building, subject->unless, subject->unless_count, (struct meaning){MEANS_UNLESS, false, number, 0});
	for (size_t i = 0; i < subject->option_count; i++) {
		const struct catalog_option *option = &subject->options[i];
		for (size_t j = 0; j < option->alias_count; j++)
			add_name(building, option->aliases[j].pattern,
				 (struct meaning){MEANS_OPTION, option->aliases[j].ambiguous, number, (uint16_t)i},
				 option->aliases[j].exact);
	}
}

struct matcher *matcher_new(struct arena *arena, const struct catalog *builtin, const struct catalog *own)
{
	struct matcher *matcher = ARENA_NEW(arena, struct matcher);
	struct building *building = ARENA_NEW(arena, struct building);
	building->arena = arena;
	building->matcher = matcher;
	matcher->catalog = catalog_merge(arena, builtin, own);
	for (size_t i = 0; i < matcher->catalog.subject_count && i < UINT16_MAX; i++)
		add_subject(building, &matcher->catalog.subjects[i], (uint16_t)i);
	for (size_t i = 0; i < matcher->catalog.scope_count && i < UINT16_MAX; i++) {
		const struct catalog_scope *scope = &matcher->catalog.scopes[i];
		add_words(building, scope->words, scope->word_count,
			  (struct meaning){MEANS_SCOPE, false, 0, (uint16_t)i});
	}
	for (const struct turn_word *word = turn_words; !str_empty(word->words); word++)
		add_name(building, word->words, (struct meaning){MEANS_TURN, false, 0, (uint16_t)word->turn},
			 (struct str){0});
	for (const struct str *word = veto_words; !str_empty(*word); word++)
		add_name(building, *word, (struct meaning){MEANS_UNLESS, false, ANY_SUBJECT, 0}, (struct str){0});
	make_room(arena, matcher);
	matcher->globs = building->globs.item;
	matcher->glob_count = building->globs.count;
	return matcher;
}
