/* SPDX-License-Identifier: MIT */
#include "tokens.h"

#include "adr/base/unicode.h"

#define KEY_LENGTH_MOST 96

static bool is_word_byte(char byte)
{
	return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
	       (unsigned char)byte >= 0x80;
}

/* Punctuation of East Asian texts, as UTF-8: 、 。 「 」 （ ） ： ， ； ！ － and the dashes – —. */
static size_t wide_punctuation(struct str text, bool *stop)
{
	static const struct {
		struct str bytes;
		bool stop;
	} marks[] = {
		{STR_INIT("\xE3\x80\x82"), true},  {STR_INIT("\xEF\xBC\x9B"), true},  {STR_INIT("\xEF\xBC\x81"), true},
		{STR_INIT("\xE3\x80\x81"), false}, {STR_INIT("\xE3\x80\x8C"), false}, {STR_INIT("\xE3\x80\x8D"), false},
		{STR_INIT("\xEF\xBC\x88"), false}, {STR_INIT("\xEF\xBC\x89"), false}, {STR_INIT("\xEF\xBC\x9A"), false},
		{STR_INIT("\xEF\xBC\x8C"), false}, {STR_INIT("\xE2\x80\x93"), false}, {STR_INIT("\xE2\x80\x94"), false},
		{STR_INIT("\xE2\x80\x9C"), false}, {STR_INIT("\xE2\x80\x9D"), false}, {STR_INIT("\xE2\x80\x99"), false},
		{STR_INIT("\xE2\x86\x92"), false}, {STR_INIT("\xC2\xB7"), false},
	};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		if (str_starts(text, marks[i].bytes)) {
			*stop = marks[i].stop;
			return marks[i].bytes.length;
		}
	}
	return 0;
}

static size_t word_length(struct str text)
{
	size_t at = 0;
	bool stop = false;
	while (at < text.length && is_word_byte(text.at[at])) {
		if ((unsigned char)text.at[at] >= 0x80 && wide_punctuation(str_from(text, at), &stop) > 0)
			break;
		at++;
	}
	return at;
}

static void add_word(struct arena *arena, struct tokens *tokens, struct str raw)
{
	struct str folded = unicode_fold(arena, raw);
	if (!str_empty(folded))
		*LIST_ADD(arena, tokens) = (struct token){.kind = TOKEN_WORD, .raw = raw, .folded = folded};
}

/* A full stop ends a sentence when a blank or nothing follows; "3.13" and "node.js" go on. */
static bool is_stop(struct str text, size_t at)
{
	char byte = text.at[at];
	if (byte == ';')
		return true;
	if (byte != '.' && byte != '!' && byte != '?')
		return false;
	return at + 1 >= text.length || text.at[at + 1] == ' ' || text.at[at + 1] == '\n' || text.at[at + 1] == '\r';
}

/* Takes one token, or skips one byte; returns how many bytes that was. */
static size_t take(struct arena *arena, struct tokens *tokens, struct str text, size_t at, bool open_links)
{
	struct str rest = str_from(text, at);
	bool stop = false;
	size_t wide = (unsigned char)rest.at[0] >= 0x80 ? wide_punctuation(rest, &stop) : 0;
	size_t word = wide > 0 ? 0 : word_length(rest);
	struct inline_link link;
	if (word > 0) {
		add_word(arena, tokens, str_slice(rest, 0, word));
		return word;
	}
	if ((rest.at[0] == '[' || rest.at[0] == '!' || rest.at[0] == '<') && link_at(rest, &link)) {
		*LIST_ADD(arena, tokens) = (struct token){.kind = TOKEN_LINK, .raw = link.whole, .link = link};
		return open_links && rest.at[0] != '<' ? (size_t)(link.text.at - rest.at) : link.whole.length;
	}
	if (rest.at[0] == ']' && str_starts(str_from(rest, 1), STR("("))) {
		size_t end = closing_bracket(str_from(rest, 1), '(', ')');
		return end == STR_NOT_FOUND ? 1 : end + 2;
	}
	if (str_starts(rest, STR("~~"))) {
		size_t end = str_find(str_from(rest, 2), STR("~~"));
		return end == STR_NOT_FOUND ? 2 : end + 4;
	}
	if (stop || is_stop(text, at))
		*LIST_ADD(arena, tokens) = (struct token){.kind = TOKEN_STOP, .raw = str_slice(rest, 0, 1)};
	return wide > 0 ? wide : 1;
}

struct tokens tokens_of(struct arena *arena, struct str raw, bool open_links)
{
	struct tokens tokens = {0};
	size_t at = 0;
	while (at < raw.length && tokens.count < TOKENS_MOST)
		at += take(arena, &tokens, raw, at, open_links);
	return tokens;
}

const struct word *phrase_at(const struct word_index *words, const struct tokens *tokens, size_t at,
			     enum word_class class, size_t *count)
{
	char key[KEY_LENGTH_MOST];
	size_t length = 0;
	const struct word *best = NULL;
	for (size_t i = 0; i < PHRASE_WORDS_MOST && at + i < tokens->count; i++) {
		const struct token *token = &tokens->item[at + i];
		if (token->kind != TOKEN_WORD || length + 1 + token->folded.length > sizeof key)
			break;
		if (i > 0)
			key[length++] = ' ';
		memcpy(key + length, token->folded.at, token->folded.length);
		length += token->folded.length;
		const struct word *word = word_index_find(words, class, (struct str){key, length});
		if (word) {
			best = word;
			*count = i + 1;
		}
	}
	return best;
}
