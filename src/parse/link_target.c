/* SPDX-License-Identifier: MIT */
/* What a target names: a file, a page elsewhere, a number. */
#include "links.h"

#include "adr/base/file.h"

#define LINKS_MOST 500 /* of one record */

bool is_web(struct str target)
{
	return str_contains(target, STR("://")) || str_starts_nocase(target, STR("mailto:")) ||
	       str_starts(target, STR("www."));
}

/* An issue, a change or a discussion on a forge: its number is none of a record. */
static bool is_forge_thread(struct str target)
{
	static const struct str parts[] = {
		STR_INIT("/issues/"), STR_INIT("/pull/"),           STR_INIT("/pulls/"),  STR_INIT("/discussions/"),
		STR_INIT("/commit/"), STR_INIT("/merge_requests/"), STR_INIT("/browse/"), STR_INIT("/milestone/")};
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (str_contains(target, parts[i]))
			return true;
	}
	return false;
}

bool is_page(struct str path)
{
	return str_ends_nocase(path, STR(".md")) || str_ends_nocase(path, STR(".markdown")) ||
	       str_ends_nocase(path, STR(".mdx"));
}

struct str without_fragment(struct str target)
{
	static const char ends[] = "#?";
	for (size_t i = 0; i < sizeof ends - 1; i++) {
		size_t at = str_find_byte(target, ends[i]);
		if (at != STR_NOT_FOUND)
			target = str_slice(target, 0, at);
	}
	return target;
}

/* "a%20b.md" -> "a b.md". */
static struct str percent_decoded(struct arena *arena, struct str text)
{
	if (str_find_byte(text, '%') == STR_NOT_FOUND)
		return text;
	char *out = arena_take(arena, text.length + 1);
	size_t length = 0;
	for (size_t i = 0; i < text.length; i++) {
		bool coded = text.at[i] == '%' && i + 2 < text.length && str_hex_digit(text.at[i + 1]) >= 0 &&
			     str_hex_digit(text.at[i + 2]) >= 0;
		out[length++] =
			coded ? (char)(str_hex_digit(text.at[i + 1]) * 16 + str_hex_digit(text.at[i + 2])) : text.at[i];
		i += coded ? 2 : 0;
	}
	return (struct str){out, length};
}

bool is_record_word(const struct reading *reading, struct str folded)
{
	if (!str_empty(reading->code) && str_equal(folded, reading->code))
		return true;
	const struct word *word = word_index_find(reading->words, WORD_KIND, folded);
	return word && word->meaning == KIND_RECORD;
}

/* "PAY-1649" is a ticket. */
static bool is_ticket(const struct reading *reading, struct str name)
{
	struct tokens tokens = tokens_of(reading->scratch, str_slice(name, 0, LABEL_LENGTH_MOST), true);
	struct str first = tokens.count > 0 && tokens.item[0].kind == TOKEN_WORD ? tokens.item[0].folded : STR("");
	return tokens.count == 2 && first.length > 0 && (first.at[0] < '0' || first.at[0] > '9') &&
	       !is_record_word(reading, first);
}

/* The number in "0012-x.md", "adr-12", "ADR 12", "12"; -1: none. */
static int32_t number_in(const struct reading *reading, struct str text)
{
	struct str name = is_page(text) ? path_stem(text) : path_name(text);
	int32_t number = -1;
	if (!is_page(text) && is_ticket(reading, name))
		return -1;
	strip_title_prefix(reading, name, &number);
	if (number < 0 && !str_to_number(str_trim_bytes(name, "#[]() "), &number))
		number = -1;
	return number;
}

/* The same file; in one that has no number, which may be a log, also the same place. */
static bool same_file(const struct link *link, const struct link *other)
{
	size_t mine = str_find_byte(link->target, '#'), theirs = str_find_byte(other->target, '#');
	if (!str_equal(link->file, other->file) || link->to_number >= 0 || (mine == theirs && mine == STR_NOT_FOUND))
		return str_equal(link->file, other->file);
	return mine != STR_NOT_FOUND && theirs != STR_NOT_FOUND &&
	       str_equal(str_from(link->target, mine), str_from(other->target, theirs));
}

static bool same_target(const struct link *link, const struct link *other)
{
	if (link->kind != other->kind)
		return false;
	if (link->to_number >= 0 && link->to_number == other->to_number &&
	    str_equal(link->to_project, other->to_project))
		return true;
	return str_empty(link->file) ? str_equal(link->target, other->target) : same_file(link, other);
}

void add_link(struct reading *reading, struct link link)
{
	struct links *links = &reading->record->links;
	if (str_empty(link.target) || links->count >= LINKS_MOST)
		return;
	LIST_EACH (struct link, other, links) {
		bool vague = link.kind == LINK_RELATES_TO && !str_empty(link.file) && same_file(&link, other);
		struct link milder = link;
		milder.kind = LINK_AMENDS;
		bool partly = link.kind == LINK_SUPERSEDES && same_target(&milder, other); /* as was said before */
		if (!vague && !partly && !same_target(&link, other))
			continue;
		other->mention = other->mention && link.mention;
		return;
	}
	*LIST_ADD(reading->arena, links) = link;
}

/* A path as seen from the record, or from the root when it begins with '/'. */
static struct str file_of(struct reading *reading, struct str target)
{
	target = percent_decoded(reading->arena, target);
	bool rooted = str_starts(target, STR("/"));
	struct str base = rooted ? STR("") : path_directory(reading->record->path);
	return path_normal(reading->arena, path_join(reading->scratch, base, rooted ? str_from(target, 1) : target));
}

bool is_place_in_log(const struct reading *reading, struct str target)
{
	return reading->part && target.length > 1 && target.at[0] == '#';
}

static bool is_stem_byte(char byte)
{
	return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
	       byte == '-' || byte == '_' || byte == '.' || (unsigned char)byte >= 0x80;
}

void add_stem_link(struct reading *reading, enum link_kind kind, struct str target, struct span at)
{
	bool joined = false;
	for (size_t i = 0; i < target.length; i++) {
		if (!is_stem_byte(target.at[i]))
			return;
		joined = joined || (i > 0 && (target.at[i] == '-' || target.at[i] == '_'));
	}
	if (!joined || target.length < 4)
		return;
	struct str path = arena_printf(reading->scratch, "%.*s.md", STR_ARG(target));
	add_link(reading, (struct link){.kind = kind,
					.target = target,
					.file = file_of(reading, path),
					.to_number = -1,
					.mention = true,
					.at = at});
}

void add_path_link(struct reading *reading, enum link_kind kind, struct str target, struct str words, struct span at)
{
	struct link link = {.kind = kind, .to_number = -1, .mention = str_empty(words), .at = at};
	struct str path = without_fragment(target);
	bool relates = kind == LINK_RELATES_TO;
	if (is_place_in_log(reading, target)) {
		link.target = target;
		link.file = reading->record->path;
		add_link(reading, link);
		return;
	}
	if (str_empty(path) || (is_web(target) && (relates || is_forge_thread(target))))
		return;
	link.target = target;
	link.to_number = number_in(reading, path_name(path));
	if (link.to_number < 0 && !is_page(path))
		link.to_number = number_in(reading, plain_text(reading->scratch, words));
	if (is_web(target)) {
		link.target = path_name(path);
		if (link.to_number < 0 && !is_page(path))
			return;
	} else if (!str_starts(path, STR("/")) || is_page(path)) {
		link.file = file_of(reading, path);
	} else if (link.to_number >= 0) {
		link.target = plain_text(reading->arena, words);
	}
	if (relates && !is_page(path) && link.to_number < 0)
		return;
	add_link(reading, link);
}
