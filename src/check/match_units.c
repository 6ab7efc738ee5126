/* SPDX-License-Identifier: MIT */
/* Taking folded text apart into units. */
#include "match.h"

#include "adr/base/unicode.h"

static bool is_ascii_letter(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* Runs of one script are units: Japanese is written without spaces, and a name in katakana ends where other letters
 * begin. All that is not ASCII, katakana or hiragana counts as one script. */
enum script { SCRIPT_ASCII, SCRIPT_KATAKANA, SCRIPT_HIRAGANA, SCRIPT_OTHER };

static enum script script_of(struct str text, size_t at, size_t *length)
{
	*length = 1;
	if ((unsigned char)text.at[at] < 0x80)
		return SCRIPT_ASCII;
	int32_t point = unicode_next(str_from(text, at), length);
	if (point >= 0x30A0 && point <= 0x30FF)
		return SCRIPT_KATAKANA;
	return point >= 0x3040 && point <= 0x309F ? SCRIPT_HIRAGANA : SCRIPT_OTHER;
}

static size_t run_length(struct str word, size_t from)
{
	size_t length, end = from;
	enum script script = script_of(word, from, &length);
	while (end < word.length && script_of(word, end, &length) == script)
		end += length;
	return end - from;
}

/* c++ and c# keep their marks; ".net" its point. */
static size_t unit_length(struct str word, size_t from)
{
	if ((unsigned char)word.at[from] >= 0x80)
		return run_length(word, from);
	size_t end = from + 1;
	while (end < word.length && is_ascii_letter((unsigned char)word.at[end]))
		end++;
	size_t marked = end;
	while (marked < word.length && (word.at[marked] == '+' || word.at[marked] == '#'))
		marked++;
	bool inside = marked < word.length && is_ascii_letter((unsigned char)word.at[marked]);
	return (inside ? end : marked) - from;
}

static bool starts_unit(struct str word, size_t at)
{
	unsigned char c = (unsigned char)word.at[at];
	if (c >= 0x80 || is_ascii_letter(c))
		return true;
	return c == '.' && at == 0 && word.length > 1 && word.at[1] >= 'a' && word.at[1] <= 'z';
}

/* "microservices" and "microservice" are one name; "express" keeps its s, and NATS is no NAT. */
static struct str without_plural(struct str unit)
{
	if (unit.length > 4 && unit.at[unit.length - 1] == 's' && unit.at[unit.length - 2] != 's')
		unit.length--;
	return unit;
}

static bool is_address(struct str word)
{
	if (word.length < 4 || (str_find_byte(word, '.') == STR_NOT_FOUND && str_find_byte(word, ':') == STR_NOT_FOUND))
		return false;
	word = str_trim_bytes(word, TEXT_BREAKS);
	return str_contains(word, STR("://")) || str_starts(word, STR("www.")) || str_ends(word, STR(".md")) ||
	       str_contains(word, STR(".md#")) || str_ends(word, STR(".html"));
}

uint64_t unit_hash(uint64_t before, struct str unit)
{
	uint64_t hash = before ^ 0xCBF29CE484222325u; /* FNV-1a */
	for (size_t i = 0; i < unit.length; i++)
		hash = (hash ^ (unsigned char)unit.at[i]) * 0x100000001B3u;
	return hash * 0x9E3779B97F4A7C15u;
}

static void add_unit(struct phrase *phrase, struct str text, uint16_t word, bool address)
{
	text = without_plural(text);
	if (phrase->count < UNITS_MOST)
		phrase->units[phrase->count++] = (struct unit){text, unit_hash(0, text), word, address};
}

/* Letters and digits only is one unit, as most words are. */
static bool is_plain(struct str word)
{
	for (size_t i = 0; i < word.length; i++)
		if (!is_ascii_letter((unsigned char)word.at[i]))
			return false;
	return true;
}

static void take_apart_word(struct phrase *phrase, struct str word, uint16_t number)
{
	bool address = is_address(word);
	for (size_t at = 0; at < word.length;) {
		if (!starts_unit(word, at)) {
			at++;
			continue;
		}
		size_t length = unit_length(word, at);
		add_unit(phrase, str_slice(word, at, at + length), number, address);
		at += length;
	}
}

void take_apart_folded(struct phrase *phrase, struct str folded)
{
	struct str rest = folded, word;
	phrase->raw = (struct str){0};
	phrase->folded = folded;
	phrase->count = 0;
	for (uint16_t number = 0; phrase->count < UNITS_MOST && str_next_part(&rest, ' ', &word); number++) {
		if (is_plain(word) && word.length > 0)
			add_unit(phrase, word, number, false);
		else
			take_apart_word(phrase, word, number);
	}
}

void take_apart(struct phrase *phrase, struct arena *arena, struct str text)
{
	take_apart_folded(phrase, unicode_fold_keeping(arena, text, CATALOG_KEEP TEXT_BREAKS));
	phrase->raw = text;
}

struct str phrase_words(const struct phrase *phrase, const struct mention *mention)
{
	const char *start = phrase->units[mention->from].text.at, *stop = phrase->folded.at + phrase->folded.length;
	struct str last = phrase->units[mention->to - 1].text;
	const char *end = last.at + last.length;
	return (struct str){start, (size_t)(end - start) + (end < stop && *end == 's')};
}
