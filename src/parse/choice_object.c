/* SPDX-License-Identifier: MIT */
#include "choice_object.h"

#define OBJECT_WORDS_MOST 25

struct str between(struct str text, const struct token *first, const struct token *last)
{
	return str_slice(text, (size_t)(first->raw.at - text.at), (size_t)(end_of(last) - text.at));
}

bool on_new_line(const struct tokens *tokens, size_t at)
{
	const char *from = end_of(&tokens->item[at - 1]), *to = tokens->item[at].raw.at;
	return to > from && memchr(from, '\n', (size_t)(to - from));
}

bool ends_sentence(const struct tokens *tokens, size_t at)
{
	return at >= tokens->count || tokens->item[at].kind == TOKEN_STOP || (at > 0 && on_new_line(tokens, at));
}

char mark_behind(struct str text, const struct token *token)
{
	const char *at = end_of(token), *end = text.at + text.length;
	while (at < end && (*at == ')' || *at == '"'))
		at++;
	bool mark = at < end && (*at == ',' || *at == ':') && (at + 1 == end || at[1] == ' ' || at[1] == '\n');
	return mark ? *at : '\0';
}

bool is_fillers(const struct choice_walk *walk, size_t from, size_t to)
{
	while (from < to) {
		size_t count = 0;
		if (!own_phrase_at(walk->reading, &walk->tokens, from, WORD_FILLER, &count))
			return false;
		from += count;
	}
	return true;
}

/* "new, standalone": one word in small letters behind an article, so what follows the comma belongs to it. */
static bool is_adjective(const struct choice_walk *walk, size_t at, size_t end)
{
	const struct tokens *tokens = &walk->tokens;
	size_t start = end;
	while (start > at && end_of(&tokens->item[start - 1])[0] == '-')
		start--;
	char first = tokens->item[start].raw.at[0];
	return first >= 'a' && first <= 'z' && start > at && is_fillers(walk, at, start);
}

bool is_verb(const struct choice_walk *walk, size_t at)
{
	size_t count = 0;
	const struct word *word = at < walk->tokens.count
					  ? phrase_at(walk->reading->words, &walk->tokens, at, WORD_CHOSEN, &count)
					  : NULL;
	return word && word->meaning & (CHOICE_ACTS | 1U << CHOICE_VERB);
}

bool is_clause(const struct choice_walk *walk, size_t at)
{
	size_t count = 0;
	return own_phrase_at(walk->reading, &walk->tokens, at, WORD_CLAUSE, &count) != NULL;
}

bool is_and(const struct choice_walk *walk, size_t at)
{
	size_t count = 0;
	return own_phrase_at(walk->reading, &walk->tokens, at, WORD_AND, &count) != NULL;
}

/* The token behind an enumeration whose first comma stands behind token `comma`; 0 when it is none. */
static size_t enumeration_end(const struct choice_walk *walk, size_t comma)
{
	const struct tokens *tokens = &walk->tokens;
	size_t part = 0;
	bool last = false;
	for (size_t i = comma + 1; !ends_sentence(tokens, i) && !is_clause(walk, i); i++) {
		bool joins = is_and(walk, i);
		if (joins && is_verb(walk, i + 1))
			return 0;
		last = last || joins;
		part = joins ? 0 : part + 1;
		if (part > PART_WORDS_MOST || (part == 1 && is_verb(walk, i)))
			return 0;
		char mark = mark_behind(walk->text, &tokens->item[i]);
		if (last && (mark || ends_sentence(tokens, i + 1) || is_clause(walk, i + 1)))
			return part > 0 ? i + 1 : 0;
		part = mark == ',' ? 0 : part;
	}
	return 0;
}

static size_t sentence_end(const struct choice_walk *walk, size_t at)
{
	size_t end = at + 1;
	while (!ends_sentence(&walk->tokens, end) && end < at + OBJECT_WORDS_MOST)
		end++;
	return end < walk->tokens.count ? end : walk->tokens.count;
}

/* "an option", "support", "a new table": by itself no name, so what it is for belongs to it. */
static bool is_general(const struct choice_walk *walk, size_t at, size_t end)
{
	size_t count = 0;
	const struct word *word = own_phrase_at(walk->reading, &walk->tokens, end - 1, WORD_TOPIC, &count);
	if (!word || !(word->meaning & (1U << TOPIC_THING)))
		return false;
	char first = end > at + 1 ? walk->tokens.item[end - 2].raw.at[0] : 'A';
	return is_fillers(walk, at, end - 1) || (first >= 'a' && first <= 'z' && is_fillers(walk, at, end - 2));
}

struct str part_at(const struct choice_walk *walk, size_t at, size_t end)
{
	size_t last = at;
	while (last < end && !(last > at && is_clause(walk, last)) &&
	       (last == at || !mark_behind(walk->text, &walk->tokens.item[last - 1])))
		last++;
	return last > at ? between(walk->text, &walk->tokens.item[at], &walk->tokens.item[last - 1]) : (struct str){0};
}

/* What stands behind "instead of" between the two tokens. */
static struct str instead_at(const struct choice_walk *walk, size_t at, size_t end)
{
	for (size_t i = at; i < end; i++) {
		size_t count = 0;
		const struct word *word = own_phrase_at(walk->reading, &walk->tokens, i, WORD_CLAUSE, &count);
		if (word && word->meaning == CLAUSE_INSTEAD)
			return part_at(walk, i + count, end);
	}
	return (struct str){0};
}

struct choice_words object_at(const struct choice_walk *walk, size_t at)
{
	struct choice_words words = {0};
	const struct tokens *tokens = &walk->tokens;
	size_t most = sentence_end(walk, at), end = at;
	while (end < most) {
		bool second = end > at && !is_fillers(walk, at, end) && !is_general(walk, at, end);
		if (second && (is_clause(walk, end) || (is_and(walk, end) && is_verb(walk, end + 1))))
			break;
		char mark = mark_behind(walk->text, &tokens->item[end++]);
		if (mark == ':')
			break;
		if (mark != ',' || is_adjective(walk, at, end - 1))
			continue;
		size_t enumerated = enumeration_end(walk, end - 1);
		words.list = enumerated > 0;
		end = enumerated > 0 ? enumerated : end;
		break;
	}
	words.whole = between(walk->text, &tokens->item[at], &tokens->item[most - 1]);
	words.object = between(walk->text, &tokens->item[at], &tokens->item[end - 1]);
	words.instead = instead_at(walk, end, most);
	return words;
}
