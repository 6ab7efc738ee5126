/* SPDX-License-Identifier: MIT */
/* The links in a piece of text: the verb before a target says what it means. */
#include "links.h"

#define LINK_TEXT_MOST ((size_t)4000)

/* The definition "[label]: target" of a reference link. */
static struct str reference_target(const struct reading *reading, struct str label)
{
	struct str text = reading->source->text;
	struct str key = arena_printf(reading->scratch, "\n[%.*s]:", STR_ARG(label));
	size_t at = label.length < 200 ? str_find_nocase(text, key) : STR_NOT_FOUND;
	if (at == STR_NOT_FOUND)
		return (struct str){0};
	struct str rest = str_from(text, at + key.length), line = {0};
	return str_next_line(&rest, &line) ? str_trim_bytes(line, " \t<>") : (struct str){0};
}

/* A text being searched for links. */
struct search {
	struct reading *reading;
	struct str text;
	struct tokens tokens;
	enum link_kind plain; /* what a target without a verb gets */
	enum link_kind kind;  /* what the next target gets */
	bool after_verb;      /* the token before was a verb */
	bool replaced;        /* a verb has said that what follows replaces the record */
	struct span at;
};

static void take_link_token(struct search *search, const struct token *token)
{
	struct reading *reading = search->reading;
	const struct inline_link *link = token->link;
	struct tokens inside = tokens_of(reading->scratch, link->text, false);
	size_t count = 0;
	const struct word *verb = inside.count > 0 ? phrase_at(reading->words, &inside, 0, WORD_LINK, &count) : NULL;
	enum link_kind kind = verb ? (enum link_kind)verb->meaning : search->kind;
	struct span at = span_of(reading, token->raw, search->at);
	if (kind == LINK_KIND_COUNT || link->image)
		return;
	struct str target = str_empty(link->target) ? reference_target(reading, link->reference) : link->target;
	if (!str_empty(target))
		add_path_link(reading, kind, target, link->text, at);
}

static bool ends_path(char byte)
{
	return byte == ' ' || byte == ',' || byte == ';' || byte == ')' || byte == '(' || byte == '"' || byte == '\'' ||
	       byte == '`' || byte == '\n' || byte == '\r' || byte == ']' || byte == '[' || byte == '>' || byte == '*';
}

/* "0012-use-x.md" without brackets: the path that the token begins, or nothing. */
static struct str bare_path(struct str text, struct str token)
{
	size_t start = (size_t)(token.at - text.at), end = start;
	while (start > 0 && !ends_path(text.at[start - 1]))
		start--;
	while (end < text.length && !ends_path(text.at[end]))
		end++;
	struct str path = str_slice(text, start, end);
	return is_page(path) && !is_web(path) ? path : (struct str){0};
}

static bool is_digits(struct str text)
{
	for (size_t i = 0; i < text.length; i++) {
		if (text.at[i] < '0' || text.at[i] > '9')
			return false;
	}
	return text.length > 0 && text.length <= 6;
}

/* "billing/ADR-0004": the word before the slash. */
static struct str project_before(struct str text, struct str token)
{
	size_t end = (size_t)(token.at - text.at);
	if (end < 2 || text.at[end - 1] != '/')
		return (struct str){0};
	size_t start = end - 1;
	while (start > 0 && !ends_path(text.at[start - 1]) && text.at[start - 1] != '/')
		start--;
	return str_slice(text, start, end - 1);
}

/* "2024-01-02", "01/02/2024", "4.0": digits joined to digits. */
static bool is_part_of_more(struct str text, struct str number)
{
	size_t start = (size_t)(number.at - text.at), end = start + number.length;
	bool before = start > 1 && strchr("-/.", text.at[start - 1]) && text.at[start - 2] >= '0' &&
		      text.at[start - 2] <= '9';
	bool after = end + 1 < text.length && strchr("-/.", text.at[end]) && text.at[end + 1] >= '0' &&
		     text.at[end + 1] <= '9';
	return before || after;
}

/* "ADR-12", "ADR #12", but not "this ADR), #12" or "Decision §6". */
static bool joins(struct str text, struct str word, struct str number)
{
	const char *end = word.at + word.length;
	struct str gap = str_slice(text, (size_t)(end - text.at), (size_t)(number.at - text.at));
	return gap.length <= 3 && str_empty(str_trim_bytes(gap, " -_#.:\n")) && number.at[0] >= '0' &&
	       number.at[0] <= '9';
}

/* A number without the word for records: no ticket "#12", no paragraph, no part of a date or a version. */
static bool is_bare_number(const struct search *search, struct str number)
{
	bool sign = number.at > search->text.at && number.at[-1] == '#';
	bool replaces = search->kind == LINK_SUPERSEDES || search->kind == LINK_SUPERSEDED_BY;
	return number.at[0] >= '0' && number.at[0] <= '9' && (!sign || replaces) &&
	       !is_part_of_more(search->text, number);
}

/* "ADR-0012", "ADR 12", "adr0012", or a number directly behind the verb. Returns the tokens it takes; 0: none. */
static size_t take_number_token(struct search *search, size_t i)
{
	const struct token *token = &search->tokens.item[i];
	const struct token *next = i + 1 < search->tokens.count ? token + 1 : NULL;
	bool follows = next && next->kind == TOKEN_WORD && joins(search->text, token->raw, next->raw);
	struct str digits = follows ? next->folded : (struct str){0};
	struct link link = {.kind = search->kind, .to_number = -1};
	size_t taken = 0, prefix = 0;
	while (prefix < token->folded.length && token->folded.at[prefix] >= 'a' && token->folded.at[prefix] <= 'z')
		prefix++;
	if (is_digits(digits) && is_record_word(search->reading, token->folded))
		taken = is_part_of_more(search->text, next->raw) ? 0 : 2;
	else if (is_digits(token->folded) && search->after_verb && is_bare_number(search, token->raw))
		taken = 1;
	else if (prefix >= 2 && is_record_word(search->reading, str_slice(token->folded, 0, prefix)) &&
		 is_digits(str_from(token->folded, prefix)))
		taken = 1;
	if (taken == 0 || search->kind == LINK_KIND_COUNT)
		return taken;
	const struct token *last = &search->tokens.item[i + taken - 1];
	struct str number = taken == 2 ? digits : str_from(token->folded, is_digits(token->folded) ? 0 : prefix);
	if (!str_to_number(number, &link.to_number))
		return 0;
	link.target = (struct str){token->raw.at, (size_t)(last->raw.at + last->raw.length - token->raw.at)};
	link.to_project = project_before(search->text, token->raw);
	link.at = span_of(search->reading, token->raw, search->at);
	add_link(search->reading, link);
	return taken;
}

/* "Ersetzt", "Remplace": in a status that says so it means "replaced", elsewhere "replaces". */
static enum link_kind kind_of_verb(const struct search *search, size_t i, const struct word *verb)
{
	size_t count = 0;
	if (verb->meaning == LINK_RELATES_TO && search->plain == LINK_SUPERSEDED_BY && !search->replaced)
		return search->plain; /* "Superseded, see X" */
	if (verb->meaning == LINK_AMENDS && search->after_verb && search->kind == LINK_SUPERSEDED_BY)
		return LINK_AMENDED_BY; /* "Superseded by parts of X" */
	const struct word *status = verb->meaning == LINK_SUPERSEDES && search->plain == LINK_SUPERSEDED_BY
					    ? phrase_at(search->reading->words, &search->tokens, i, WORD_STATUS, &count)
					    : NULL;
	return status && status->meaning == STATUS_SUPERSEDED ? search->plain : (enum link_kind)verb->meaning;
}

static size_t take_word_token(struct search *search, size_t i)
{
	size_t count = 1;
	const struct token *token = &search->tokens.item[i];
	const struct word *verb = phrase_at(search->reading->words, &search->tokens, i, WORD_LINK, &count);
	if (verb) {
		search->kind = kind_of_verb(search, i, verb);
		search->after_verb = true;
		search->replaced = search->replaced || search->kind == LINK_SUPERSEDED_BY;
		return count;
	}
	struct str path = search->kind == LINK_KIND_COUNT ? (struct str){0} : bare_path(search->text, token->raw);
	if (!str_empty(path)) {
		add_path_link(search->reading, search->kind, path, STR(""), span_of(search->reading, path, search->at));
		const char *end = path.at + path.length;
		while (i + count < search->tokens.count && search->tokens.item[i + count].raw.at < end)
			count++;
		return count;
	}
	size_t taken = take_number_token(search, i);
	bool list = search->after_verb && (taken > 0 || is_word(search->reading, WORD_AND, token->folded));
	search->after_verb = list;
	return taken > 0 ? taken : 1;
}

static void run_search(struct search *search)
{
	for (size_t i = 0; i < search->tokens.count;) {
		const struct token *token = &search->tokens.item[i];
		size_t taken = 1;
		if (token->kind == TOKEN_WORD)
			taken = take_word_token(search, i);
		else if (token->kind == TOKEN_LINK)
			take_link_token(search, token);
		else
			search->kind = search->plain;
		i += taken;
	}
}

/* "0003, 0005 and 7": the text is a list of numbers and nothing else. */
static bool lists_numbers(const struct search *search)
{
	LIST_EACH (struct token, token, &search->tokens) {
		if (token->kind != TOKEN_WORD ||
		    (!is_digits(token->folded) && !is_word(search->reading, WORD_AND, token->folded)))
			return false;
	}
	return true;
}
/* Without a bracket, a digit or ".md" there is no target. */
bool may_name_target(struct str text)
{
	for (size_t i = 0; i < text.length; i++) {
		char byte = text.at[i];
		bool page = byte == '.' && i + 1 < text.length && (text.at[i + 1] | 0x20) == 'm';
		if (byte == '[' || page || (byte >= '0' && byte <= '9'))
			return true;
	}
	return false;
}

void add_links_of(struct reading *reading, struct str text, bool numbers, enum link_kind kind, struct span at)
{
	text = str_slice(text, 0, LINK_TEXT_MOST);
	if (!may_name_target(text))
		return;
	struct search search = {.reading = reading, .text = text, .plain = kind, .kind = kind, .at = at};
	search.tokens = tokens_of(reading->scratch, text, false);
	search.after_verb = kind != LINK_KIND_COUNT && (numbers || lists_numbers(&search));
	run_search(&search);
}
