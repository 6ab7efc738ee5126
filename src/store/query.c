/* SPDX-License-Identifier: MIT */
#include "query.h"

#include "adr/base/list.h"
#include "adr/base/scope.h"
#include "adr/base/unicode.h"

struct term {
	struct str words; /* one or several: a phrase */
	bool prefix;      /* the last word is the beginning of one */
	bool without;     /* records with it are left out */
	bool alternative; /* joined to the term before it by OR */
};

struct terms LIST_OF(struct term);

static bool is_space(char byte)
{
	return (unsigned char)byte <= ' ';
}

static size_t end_of_word(struct str text)
{
	size_t end = 0;
	while (end < text.length && !is_space(text.at[end]) && text.at[end] != '"')
		end++;
	return end;
}

/* Takes a phrase in quotes, or a word, off `rest`. A quote that is never closed reaches to the end. */
static struct str take_words(struct str *rest)
{
	bool quoted = rest->at[0] == '"';
	size_t start = quoted ? 1 : 0;
	struct str inside = str_from(*rest, start);
	size_t end = quoted ? str_find_byte(inside, '"') : end_of_word(inside);
	if (end == STR_NOT_FOUND)
		end = inside.length;
	*rest = str_from(inside, quoted && end < inside.length ? end + 1 : end);
	return str_slice(inside, 0, end);
}

/* Takes the next term off `rest`, which does not begin with white space. */
static struct term take_term(struct str *rest)
{
	struct term term = {0};
	if (rest->at[0] == '-' && rest->length > 1 && !is_space(rest->at[1])) {
		term.without = true;
		*rest = str_from(*rest, 1);
	}
	bool quoted = rest->at[0] == '"';
	term.words = take_words(rest);
	if (quoted && str_starts(*rest, STR("*"))) {
		term.prefix = true;
		*rest = str_from(*rest, 1);
	} else if (!quoted && str_ends(term.words, STR("*"))) {
		term.prefix = true;
	}
	return term;
}

static void take_terms(struct arena *arena, struct str rest, struct terms *terms)
{
	bool alternative = false;
	while (!str_empty(rest) && terms->count < QUERY_TERM_LIMIT) {
		if (is_space(rest.at[0])) {
			rest = str_from(rest, 1);
			continue;
		}
		bool quoted = rest.at[0] == '"';
		struct term term = take_term(&rest);
		if (!quoted && str_equal(term.words, STR("OR"))) {
			alternative = terms->count > 0;
			continue;
		}
		if (str_empty(unicode_fold(arena, term.words)))
			continue; /* signs only: there is no word to look for */
		term.alternative = alternative && !term.without;
		alternative = false;
		*LIST_ADD(arena, terms) = term;
	}
}

static bool any_wanted(const struct terms *terms)
{
	LIST_EACH (struct term, term, terms)
		if (!term->without)
			return true;
	return false;
}

static void add_term(struct text *expression, const struct term *term)
{
	text_add_byte(expression, '"');
	for (size_t i = 0; i < term->words.length; i++) {
		char byte = term->words.at[i];
		if (byte == '"')
			text_add_byte(expression, '"');
		text_add_byte(expression, is_space(byte) ? ' ' : byte);
	}
	text_add_z(expression, term->prefix ? "\" *" : "\"");
}

/* (a OR b) AND c, or a OR b: the terms that are `without` or those that are not. */
static void add_side(struct text *expression, const struct terms *terms, bool without)
{
	bool first = true;
	text_add_z(expression, "((");
	LIST_EACH (struct term, term, terms) {
		if (term->without != without)
			continue;
		if (!first)
			text_add_z(expression, without || term->alternative ? " OR " : ") AND (");
		add_term(expression, term);
		first = false;
	}
	text_add_z(expression, "))");
}

struct str query_expression(struct arena *arena, struct str query)
{
	SCOPED(text_release) struct text expression = {0};
	struct terms terms = {0};
	bool exclude = false;
	take_terms(arena, unicode_clean(arena, str_slice(query, 0, QUERY_TEXT_LIMIT)), &terms);
	if (terms.count == 0)
		return (struct str){0};
	bool wanted = any_wanted(&terms);
	LIST_EACH (struct term, term, &terms) {
		term->without = term->without && wanted; /* "-x" alone asks for x: there is nothing to take it from */
		exclude = exclude || term->without;
	}
	add_side(&expression, &terms, false);
	if (exclude) {
		text_add_z(&expression, " NOT ");
		add_side(&expression, &terms, true);
	}
	return arena_copy(arena, text_str(&expression));
}
