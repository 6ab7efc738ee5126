/* SPDX-License-Identifier: MIT */
/* Looking names up in a phrase. */
#include "match.h"

#include "adr/base/ascii.h"

static bool same_units(const struct name_entry *entry, const struct phrase *phrase, size_t from)
{
	for (size_t i = 0; i < entry->unit_count; i++)
		if (!str_equal(entry->units[i], phrase->units[from + i].text))
			return false;
	return true;
}

static const struct name_entry *look_up(const struct matcher *matcher, uint64_t hash, const struct phrase *phrase,
					size_t from, size_t count)
{
	size_t mask = matcher->table_slots - 1;
	if (count == 1 && !may_begin_name(matcher, hash))
		return NULL;
	for (size_t slot = (size_t)hash & mask;; slot = (slot + 1) & mask) {
		const struct name_entry *entry = &matcher->table[slot];
		if (entry->unit_count == 0)
			return NULL;
		if (entry->hash == hash && entry->unit_count == count && same_units(entry, phrase, from))
			return entry;
	}
}

static void add_mention(struct mentions *mentions, struct meaning meaning, size_t from, size_t to)
{
	if (mentions->count < MENTIONS_MOST)
		mentions->item[mentions->count++] = (struct mention){meaning, (uint16_t)from, (uint16_t)to};
}

/* --- names with a star -------------------------------------------------------------------------------------------- */

static bool glob_matches(struct str pattern, struct str word)
{
	size_t p = 0, w = 0, star = STR_NOT_FOUND, resume = 0;
	while (w < word.length) {
		if (p < pattern.length && pattern.at[p] == '*') {
			star = p++;
			resume = w;
		} else if (p < pattern.length && pattern.at[p] == word.at[w]) {
			p++;
			w++;
		} else if (star != STR_NOT_FOUND) {
			p = star + 1;
			w = ++resume;
		} else {
			return false;
		}
	}
	while (p < pattern.length && pattern.at[p] == '*')
		p++;
	return p == pattern.length;
}

#define GLOB_WORD_MOST 100 /* bytes: no image or package has a longer name, and matching stays cheap */

/* A pattern that says how the word ends says more than one that does not: "*-slim" beats "python:" and a star. */
static bool says_more(const struct glob *glob, const struct glob *than)
{
	bool ends = !str_ends(glob->pattern, STR("*")), other_ends = !str_ends(than->pattern, STR("*"));
	return ends != other_ends ? ends : glob->letters > than->letters;
}

static const struct glob *best_glob(const struct matcher *matcher, struct str word)
{
	const struct glob *best = NULL;
	word = str_trim_bytes(word, ".:-/" TEXT_BREAKS);
	if (word.length > GLOB_WORD_MOST)
		return NULL;
	for (size_t i = 0; i < matcher->glob_count; i++) {
		const struct glob *glob = &matcher->globs[i];
		if ((!best || says_more(glob, best)) && glob_matches(glob->pattern, word))
			best = glob;
	}
	return best;
}

/* The word that unit number `from` stands in. */
static struct str word_of(const struct phrase *phrase, size_t from)
{
	const char *start = phrase->units[from].text.at, *end = phrase->folded.at + phrase->folded.length;
	const char *stop = memchr(start, ' ', (size_t)(end - start));
	while (start > phrase->folded.at && start[-1] != ' ')
		start--;
	return (struct str){start, (size_t)((stop ? stop : end) - start)};
}

/* Patterns are for names of several parts: "python:3.13-slim". */
static bool starts_joined_word(const struct phrase *phrase, size_t from)
{
	uint16_t word = phrase->units[from].word;
	return from + 1 < phrase->count && phrase->units[from + 1].word == word &&
	       (from == 0 || phrase->units[from - 1].word != word);
}

const struct glob *find_pattern(const struct matcher *matcher, const struct phrase *phrase, size_t from)
{
	return starts_joined_word(phrase, from) ? best_glob(matcher, word_of(phrase, from)) : NULL;
}

/* Adds the option that the whole word stands for and returns the unit behind it, or `from`. */
static size_t find_glob(const struct matcher *matcher, const struct phrase *phrase, size_t from,
			struct mentions *mentions)
{
	const struct glob *glob = find_pattern(matcher, phrase, from);
	if (!glob)
		return from;
	size_t to = from + 1;
	while (to < phrase->count && phrase->units[to].word == phrase->units[from].word)
		to++;
	add_mention(mentions, glob->meaning, from, to);
	return to;
}

/* --- names -------------------------------------------------------------------------------------------------------- */

/* How often the unit stood in the phrase before. */
static size_t count_before(const struct phrase *phrase, size_t unit)
{
	size_t count = 0;
	for (size_t i = 0; i < unit; i++)
		count += str_equal(phrase->units[i].text, phrase->units[unit].text);
	return count;
}

static bool is_word_byte(char byte)
{
	return (unsigned char)byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
	       (byte >= 'a' && byte <= 'z');
}

/* The name stands there in this very case: of its occurrences as a word, in whatever case, the one that unit `from` is. */
static bool is_exact(const struct phrase *phrase, size_t from, struct str exact)
{
	size_t before = count_before(phrase, from);
	for (size_t at = 0; at + exact.length <= phrase->raw.length; at++) {
		struct str word = str_slice(phrase->raw, at, at + exact.length);
		size_t end = at + exact.length;
		bool whole = (at == 0 || !is_word_byte(phrase->raw.at[at - 1])) &&
			     (end == phrase->raw.length || !is_word_byte(phrase->raw.at[end]));
		if (!whole || !str_equal_nocase(word, exact))
			continue;
		if (before == 0)
			return str_equal(word, exact);
		before--;
	}
	return false;
}

static bool counts_here(const struct meaning_link *link, const struct phrase *phrase, size_t from)
{
	return str_empty(link->exact) || str_empty(phrase->raw) || is_exact(phrase, from, link->exact);
}

static void add_meanings(const struct name_entry *entry, const struct phrase *phrase, bool options, size_t from,
			 size_t to, struct mentions *mentions)
{
	for (const struct meaning_link *link = entry->meanings; link; link = link->next)
		if ((link->meaning.kind == MEANS_OPTION) == options && counts_here(link, phrase, from))
			add_mention(mentions, link->meaning, from, to);
}

static bool has_option(const struct name_entry *entry, const struct phrase *phrase, size_t from)
{
	for (const struct meaning_link *link = entry->meanings; link; link = link->next)
		if (link->meaning.kind == MEANS_OPTION && counts_here(link, phrase, from))
			return true;
	return false;
}

/* "vue3" is Vue: a number at the end is a version where nothing goes by the whole name. */
static const struct name_entry *look_up_without_version(const struct matcher *matcher, const struct phrase *phrase,
							size_t from)
{
	struct str text = phrase->units[from].text;
	if (!is_digit(text.at[text.length - 1]))
		return NULL;
	while (text.length > 0 && text.at[text.length - 1] >= '0' && text.at[text.length - 1] <= '9')
		text.length--;
	if (text.length < 3 || text.length == phrase->units[from].text.length)
		return NULL;
	struct phrase cut;
	cut.units[0] = phrase->units[from];
	cut.units[0].text = text;
	return look_up(matcher, unit_hash(0, text), &cut, 0, 1);
}

/* Adds what begins at unit `from`; options only where `free`. Returns the unit behind the longest option, or `from`. */
static size_t find_names(const struct matcher *matcher, const struct phrase *phrase, size_t from, bool free,
			 struct mentions *mentions)
{
	const struct name_entry *longest = NULL;
	uint64_t hash = 0;
	for (size_t to = from; to < phrase->count && !phrase->units[to].address; to++) {
		hash = to == from ? phrase->units[from].hash : unit_hash(hash, phrase->units[to].text);
		const struct name_entry *entry = look_up(matcher, hash, phrase, from, to - from + 1);
		if (!entry && to == from)
			entry = look_up_without_version(matcher, phrase, from);
		if (!entry)
			break;
		add_meanings(entry, phrase, false, from, to + 1, mentions);
		if (has_option(entry, phrase, from))
			longest = entry;
	}
	if (!longest || !free)
		return from;
	add_meanings(longest, phrase, true, from, from + longest->unit_count, mentions);
	return from + longest->unit_count;
}

/* False for most units: neither a name nor a pattern begins there. */
static bool may_begin(const struct matcher *matcher, const struct phrase *phrase, size_t from)
{
	const struct unit *unit = &phrase->units[from];
	return may_begin_name(matcher, unit->hash) || is_digit(unit->text.at[unit->text.length - 1]) ||
	       starts_joined_word(phrase, from);
}

/* Tells the processor which parts of the table will be needed: it is too large to stay at hand. */
static void expect_names(const struct matcher *matcher, const struct phrase *phrase)
{
	for (size_t i = 0; i < phrase->count; i++)
		if (may_begin_name(matcher, phrase->units[i].hash))
			__builtin_prefetch(&matcher->table[(size_t)phrase->units[i].hash & (matcher->table_slots - 1)]);
}

void find_mentions(const struct matcher *matcher, const struct phrase *phrase, struct mentions *mentions)
{
	size_t taken = 0; /* units before this belong to an option */
	mentions->count = 0;
	expect_names(matcher, phrase);
	for (size_t from = 0; from < phrase->count; from++) {
		if (phrase->units[from].address || !may_begin(matcher, phrase, from))
			continue;
		if (from >= taken) {
			size_t to = find_glob(matcher, phrase, from, mentions);
			taken = to > from ? to : taken;
		}
		size_t to = find_names(matcher, phrase, from, from >= taken, mentions);
		taken = to > taken ? to : taken;
	}
}
