/* SPDX-License-Identifier: MIT */
#include "tokens.h"

#include "adr/base/unicode.h"

#define KEY_LENGTH_MOST 96

static bool is_word_byte(char byte)
{
	return (unsigned char)byte >= 0x80 || unicode_folded_ascii[(size_t)byte] != '\0';
}

/* Punctuation of other scripts, as UTF-8: quotes, dashes, arrows, East Asian stops, commas and brackets. */
static size_t wide_punctuation(struct str text, bool *stop)
{
	static const struct {
		char bytes[4];
		bool stop;
	} marks[] = {
		{"\xE3\x80\x82", true},  {"\xEF\xBC\x9B", true},  {"\xEF\xBC\x81", true},  {"\xE3\x80\x81", false},
		{"\xE3\x80\x8C", false}, {"\xE3\x80\x8D", false}, {"\xEF\xBC\x88", false}, {"\xEF\xBC\x89", false},
		{"\xEF\xBC\x9A", false}, {"\xEF\xBC\x8C", false}, {"\xE2\x80\x93", false}, {"\xE2\x80\x94", false},
		{"\xE2\x80\x9C", false}, {"\xE2\x80\x9D", false}, {"\xE2\x80\x99", false}, {"\xE2\x86\x92", false},
	};
	*stop = false;
	if (text.length >= 2 && text.at[0] == '\xC2' && text.at[1] == '\xB7')
		return 2;
	if (text.length < 3 || (text.at[0] != '\xE2' && text.at[0] != '\xE3' && text.at[0] != '\xEF'))
		return 0;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		if (memcmp(text.at, marks[i].bytes, 3) == 0) {
			*stop = marks[i].stop;
			return 3;
		}
	}
	return 0;
}

/* The letters and digits at the start of `text`, lower-cased into `lower`, and their hash. */
static size_t ascii_length(struct str text, char *lower, uint32_t *hash)
{
	const char *at = text.at, *end = at + text.length;
	uint32_t sum = WORD_HASH_START;
	for (; at < end && (unsigned char)*at < 0x80 && unicode_folded_ascii[(size_t)*at] != '\0'; at++) {
		*lower++ = unicode_folded_ascii[(size_t)*at];
		sum = word_hash_byte(sum, lower[-1]);
	}
	*hash = sum;
	return (size_t)(at - text.at);
}

/* Where the word ends that begins at the start of `text` and reaches to `from` at least. */
static size_t word_length(struct str text, size_t from)
{
	size_t at = from;
	bool stop = false;
	while (at < text.length && is_word_byte(text.at[at])) {
		if ((unsigned char)text.at[at] >= 0x80 && wide_punctuation(str_from(text, at), &stop) > 0)
			break;
		at++;
	}
	return at;
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

/* A text on its way to tokens. */
struct splitting {
	struct arena *arena;
	struct str text;
	char *lower; /* as long as the text: words are lower-cased at their own places */
	struct tokens tokens;
	bool open_links;
};

static void add_token(struct splitting *splitting, struct token token)
{
	*LIST_ADD(splitting->arena, &splitting->tokens) = token;
}

static size_t take_word(struct splitting *splitting, size_t at)
{
	struct str rest = str_from(splitting->text, at);
	struct token token = {.kind = TOKEN_WORD};
	size_t length = ascii_length(rest, splitting->lower + at, &token.hash);
	token.folded = (struct str){splitting->lower + at, length};
	if (length < rest.length && (unsigned char)rest.at[length] >= 0x80) {
		length = word_length(rest, length);
		token.folded = unicode_fold(splitting->arena, (struct str){rest.at, length});
		token.hash = word_hash(WORD_HASH_START, token.folded);
	}
	token.raw = (struct str){rest.at, length};
	if (!str_empty(token.folded))
		add_token(splitting, token);
	return length;
}

static size_t take_link(struct splitting *splitting, struct str rest)
{
	struct inline_link link;
	if (!link_at(rest, &link))
		return 0;
	struct inline_link *kept = ARENA_NEW(splitting->arena, struct inline_link);
	*kept = link;
	add_token(splitting, (struct token){.kind = TOKEN_LINK, .raw = link.whole, .link = kept});
	return splitting->open_links && rest.at[0] != '<' ? (size_t)(link.text.at - rest.at) : link.whole.length;
}

/* What stands between words: links, struck-through text, the ends of sentences. Returns how many bytes it is. */
static size_t take_mark(struct splitting *splitting, size_t at)
{
	struct str rest = str_from(splitting->text, at);
	bool stop = false;
	size_t wide = wide_punctuation(rest, &stop), end = 0;
	switch (rest.at[0]) {
	case '[':
	case '!':
	case '<':
		end = take_link(splitting, rest);
		break;
	case ']': /* behind the words of an open link stands its target */
		end = str_starts(str_from(rest, 1), STR("(")) ? closing_bracket(str_from(rest, 1), '(', ')') : 0;
		end = end == STR_NOT_FOUND || end == 0 ? 0 : end + 2;
		break;
	case '~':
		end = str_starts(rest, STR("~~")) ? str_find(str_from(rest, 2), STR("~~")) : STR_NOT_FOUND;
		end = end == STR_NOT_FOUND ? 0 : end + 4;
		break;
	default:
		break;
	}
	if (end > 0)
		return end;
	if (stop || is_stop(splitting->text, at))
		add_token(splitting, (struct token){.kind = TOKEN_STOP, .raw = str_slice(rest, 0, 1)});
	return wide > 0 ? wide : 1;
}

struct tokens tokens_of(struct arena *arena, struct str raw, bool open_links)
{
	struct splitting splitting = {.arena = arena, .text = raw, .open_links = open_links};
	splitting.lower = arena_take_text(arena, raw.length);
	for (size_t at = 0; at < raw.length && splitting.tokens.count < TOKENS_MOST;) {
		size_t word = is_word_byte(raw.at[at]) ? take_word(&splitting, at) : raw.at[at] == ' ';
		at += word > 0 ? word : take_mark(&splitting, at);
	}
	return splitting.tokens;
}

bool may_hold_phrase(const struct word_index *words, struct str text, enum word_class class)
{
	uint32_t hash = WORD_HASH_START;
	for (size_t i = 0; i < text.length; i++) {
		unsigned char byte = (unsigned char)text.at[i];
		if (byte >= 0x80)
			return true;
		if (unicode_folded_ascii[byte] != '\0') {
			hash = word_hash_byte(hash, unicode_folded_ascii[byte]);
			continue;
		}
		if (hash != WORD_HASH_START && word_index_may_start(words, class, hash))
			return true;
		hash = WORD_HASH_START;
	}
	return hash != WORD_HASH_START && word_index_may_start(words, class, hash);
}

bool first_word_hash(struct arena *scratch, struct str text, uint32_t *hash)
{
	char lower[32];
	size_t start = 0;
	while (start < text.length && !is_word_byte(text.at[start]))
		start++;
	struct str rest = str_slice(text, start, start + sizeof lower);
	size_t ascii = ascii_length(rest, lower, hash), length = word_length(rest, ascii);
	if (length == ascii)
		return length > 0;
	struct str word = unicode_fold(scratch, str_slice(rest, 0, length));
	*hash = word_hash(WORD_HASH_START, word);
	return !str_empty(word);
}

const struct word *phrase_at(const struct word_index *words, const struct tokens *tokens, size_t at,
			     enum word_class class, size_t *count)
{
	char key[KEY_LENGTH_MOST];
	size_t length = 0;
	uint32_t hash = tokens->item[at].hash;
	const struct word *best = NULL;
	if (tokens->item[at].kind != TOKEN_WORD || !word_index_may_start(words, class, hash))
		return NULL;
	for (size_t i = 0; i < WORD_PHRASE_MOST && at + i < tokens->count; i++) {
		const struct token *token = &tokens->item[at + i];
		if (token->kind != TOKEN_WORD || length + 1 + token->folded.length > sizeof key)
			break;
		if (i > 0) {
			key[length++] = ' ';
			hash = word_hash(word_hash(hash, STR(" ")), token->folded);
		}
		memcpy(key + length, token->folded.at, token->folded.length);
		length += token->folded.length;
		const struct word *word = word_index_find_hashed(words, class, (struct str){key, length}, hash);
		if (word) {
			best = word;
			*count = i + 1;
		}
	}
	return best;
}
