/* SPDX-License-Identifier: MIT */
/* Short names out of objects and titles, and answers in scripts that part no words. */
#include "choice_object.h"

#define CLAUSE_LENGTH ((size_t)40) /* of the words that open one */
#define SUBJECT_LENGTH ((size_t)160)
#define PROPER_WORDS_MOST 4
#define CLAUSE_WORDS 7     /* behind so many any clause ends a name */
#define TOPIC_WORDS_MOST 5 /* a longer title says more than its last word does */

size_t find_clause(const struct reading *reading, struct str text, size_t from, unsigned meanings)
{
	for (size_t at = from; at + 1 < text.length; at++) {
		uint32_t hash = 0;
		struct str rest = str_slice(text, at + 1, at + 1 + CLAUSE_LENGTH);
		if (text.at[at] != ' ' || text.at[at + 1] == ' ' || !first_word_hash(reading->scratch, rest, &hash) ||
		    !word_index_may_start(reading->words, WORD_CLAUSE, hash))
			continue;
		struct tokens tokens = tokens_of(reading->scratch, rest, false);
		size_t count = 0;
		const struct word *word = own_phrase_at(reading, &tokens, 0, WORD_CLAUSE, &count);
		if (word && meanings & 1U << word->meaning)
			return at;
	}
	return STR_NOT_FOUND;
}

/* ", as a start": behind the comma the choice is only explained. */
static size_t find_explanation(const struct reading *reading, struct str text)
{
	size_t comma = 0;
	while ((comma = find_clause(reading, text, comma, 1U << CLAUSE_AS)) != STR_NOT_FOUND) {
		if (comma > 0 && text.at[comma - 1] == ',')
			return comma;
		comma++;
	}
	return STR_NOT_FOUND;
}

struct str labelled_object(const struct reading *reading, struct str rest)
{
	static const struct str ends[] = {STR_INIT("\n"), STR_INIT(". "), STR_INIT("\xE2\x80\x94"),
					  STR_INIT("\xE3\x80\x82"), STR_INIT(" - ")};
	rest = str_trim_bytes(rest, " :*\t\n");
	static const struct str quotes[][2] = {{STR_INIT("\""), STR_INIT("\"")},
					       {STR_INIT("\xE2\x80\x9C"), STR_INIT("\xE2\x80\x9D")},
					       {STR_INIT("\xC2\xAB"), STR_INIT("\xC2\xBB")},
					       {STR_INIT("\xE3\x80\x8C"), STR_INIT("\xE3\x80\x8D")},
					       {STR_INIT("'"), STR_INIT("'")}};
	for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++) {
		if (!str_starts(rest, quotes[i][0]))
			continue;
		struct str inside = str_from(rest, quotes[i][0].length);
		size_t close = str_find(inside, quotes[i][1]);
		if (close != STR_NOT_FOUND && close > 0)
			return str_slice(inside, 0, close);
	}
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
		rest = str_slice(rest, 0, str_find(rest, ends[i]));
	rest = str_slice(rest, 0, find_clause(reading, rest, 0, 1U << CLAUSE_REASON));
	return str_trim_bytes(str_slice(rest, 0, find_explanation(reading, rest)), " .,*");
}

/* Where " (", " - ", ": ", " e.g." and other remarks begin. */
static size_t remark_start(struct str name)
{
	static const struct str marks[] = {STR_INIT(" ("),
					   STR_INIT(" - "),
					   STR_INIT(" \xE2\x80\x93 "),
					   STR_INIT(" \xE2\x80\x94 "),
					   STR_INIT("\xE2\x80\x94"),
					   STR_INIT("; "),
					   STR_INIT(" -- "),
					   STR_INIT(" e.g"),
					   STR_INIT(" i.e"),
					   STR_INIT("\xEF\xBC\x88")};
	size_t end = name.length;
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		size_t at = str_find(name, marks[i]);
		end = at > 1 && at < end ? at : end;
	}
	return end;
}

bool is_proper_name(struct str text)
{
	bool marked = false;
	size_t words = 1;
	for (size_t i = 0; i < text.length; i++) {
		char byte = text.at[i];
		bool first = i == 0 || text.at[i - 1] == ' ';
		marked = marked || (words == 1 && ((byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9'))) ||
			 (first && (unsigned char)byte >= 0x80);
		words += byte == ' ';
	}
	return marked && words <= PROPER_WORDS_MOST;
}

struct str choice_name(const struct reading *reading, struct str object)
{
	static const char around[] = " \t\n\"'`*_.,:;";
	struct str name = str_trim_bytes(object, around);
	name = str_trim_bytes(str_slice(name, 0, remark_start(name)), around);
	struct tokens tokens = tokens_of(reading->scratch, str_slice(name, 0, OPTION_NAME_MOST), false);
	size_t at = 0, count = 0;
	if (tokens.count > 2 && own_phrase_at(reading, &tokens, 0, WORD_AND, &count))
		at = count + 1; /* "and document X" */
	while (at + 1 < tokens.count && own_phrase_at(reading, &tokens, at, WORD_FILLER, &count) &&
	       at + count < tokens.count && end_of(&tokens.item[at + count - 1])[0] == ' ')
		at += count;
	if (at > 0 && at < tokens.count)
		name = str_from(name, (size_t)(tokens.item[at].raw.at - name.at));
	else if (tokens.count == 1 && own_phrase_at(reading, &tokens, 0, WORD_FILLER, &count))
		return (struct str){0};
	bool open = str_find_byte(name, '(') != STR_NOT_FOUND;
	return str_trim_bytes(name, open ? " \"'`*,:;." : " \"'`*,:;.()");
}

struct str first_clause(const struct reading *reading, struct str text)
{
	text = str_slice(text, 0, str_find_byte(text, '\n'));
	size_t open = str_find(text, STR(" ("));
	if (open == STR_NOT_FOUND || str_ends(text, STR(")")))
		text = str_slice(text, 0, remark_start(text));
	struct tokens tokens = tokens_of(reading->scratch, str_slice(text, 0, SUBJECT_LENGTH), false);
	for (size_t i = 0; i < tokens.count; i++) {
		size_t count = 0;
		const struct word *word = own_phrase_at(reading, &tokens, i, WORD_CLAUSE, &count);
		bool ends = tokens.item[i].kind == TOKEN_STOP ||
			    (i > 1 && word && (word->meaning == CLAUSE_INSTEAD || word->meaning == CLAUSE_REASON)) ||
			    (i >= CLAUSE_WORDS && word);
		if (ends)
			return str_trim(str_slice(text, 0, (size_t)(tokens.item[i].raw.at - text.at)));
	}
	return text;
}

/* Scripts that part no words. */

bool names_topic_joined(const struct reading *reading, struct str title)
{
	const struct words *words = &reading->vocabulary->classes[WORD_TOPIC];
	for (size_t i = words->count; i > 0 && parts_no_words(words->item[i - 1].key); i--) {
		if (str_ends(title, words->item[i - 1].key))
			return true;
	}
	return false;
}

bool names_topic(const struct reading *reading, struct str title)
{
	struct tokens tokens = tokens_of(reading->scratch, title, false);
	size_t count = 0, last = tokens.count;
	while (last > 0 && tokens.item[last - 1].kind != TOKEN_WORD)
		last--;
	if (last == 0 || str_ends(title, STR("?")))
		return true;
	const struct word *first = own_phrase_at(reading, &tokens, 0, WORD_TOPIC, &count);
	if (first && first->meaning & (1U << TOPIC_FIRST))
		return true;
	const struct word *end = own_phrase_at(reading, &tokens, last - 1, WORD_TOPIC, &count);
	return (last <= TOPIC_WORDS_MOST && end && end->meaning & (1U << TOPIC_LAST)) ||
	       names_topic_joined(reading, title);
}

static bool is_of_language(const struct vocabulary *vocabulary, const struct word *word, struct str language)
{
	return word->language == LANGUAGE_OWN || str_equal(vocabulary->languages[word->language], language);
}

/* The first word of the class that the text holds and that has one of `places`; its offset or STR_NOT_FOUND. */
static size_t find_joined(const struct reading *reading, struct str text, enum word_class class, unsigned places,
			  size_t *length)
{
	const struct words *words = &reading->vocabulary->classes[class];
	struct str language = reading->record->language;
	bool known = str_equal(language, STR("ja")) || str_equal(language, STR("zh"));
	size_t best = STR_NOT_FOUND;
	*length = 0;
	for (size_t i = 0; i < words->count; i++) {
		struct str key = words->item[i].key;
		if (!parts_no_words(key) || (places && !(words->item[i].meaning & places)) ||
		    (known && !is_of_language(reading->vocabulary, &words->item[i], language)))
			continue;
		size_t at = str_find(text, key);
		if (at < best || (at != STR_NOT_FOUND && at == best && key.length > *length)) {
			best = at;
			*length = key.length;
		}
	}
	return best;
}

/* Up to the first comma or stop of these scripts. */
static struct str joined_part(struct str text)
{
	static const struct str marks[] = {STR_INIT("\xE3\x80\x82"),
					   STR_INIT("\xEF\xBC\x8C"),
					   STR_INIT("\xEF\xBC\x9B"),
					   STR_INIT("\xEF\xBC\x9A"),
					   STR_INIT("\n"),
					   STR_INIT(": "),
					   STR_INIT(", ")};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		text = str_slice(text, 0, str_find(text, marks[i]));
	return text;
}

/* "X\xE3\x82\x92\xE6\x8E\xA1\xE7\x94\xA8\xE3\x81\x99\xE3\x82\x8B": what stands before the verb, behind the topic. */
static struct str joined_subject(struct str before)
{
	static const struct str marks[] = {STR_INIT("\xE3\x80\x82"), STR_INIT("\xE3\x80\x81"), STR_INIT("\n"),
					   STR_INIT("\xE3\x81\xAF"), STR_INIT("\xE3\x81\xA6")};
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		for (size_t at = 0; (at = str_find(before, marks[i])) != STR_NOT_FOUND;)
			before = str_from(before, at + marks[i].length);
	}
	return before;
}

/* Some of the words are of such a script. */
static bool has_joined_words(struct str text)
{
	for (size_t i = 0; i < text.length; i++) {
		if ((unsigned char)text.at[i] >= 0xE3 && (unsigned char)text.at[i] < 0xEF)
			return true;
	}
	return false;
}

bool joined_choice(const struct reading *reading, struct str text, struct str *object)
{
	size_t length = 0;
	text = str_slice(text, 0, OPTION_NAME_MOST * 4);
	if (!has_joined_words(text))
		return false;
	size_t after = find_joined(reading, text, WORD_CHOSEN, 1U << CHOICE_AFTER, &length);
	if (after != STR_NOT_FOUND) {
		*object = joined_subject(str_slice(text, 0, after));
		if (!str_empty(*object))
			return true;
	}
	size_t verb = find_joined(reading, text, WORD_CHOSEN, 1U << CHOICE_VERB | 1U << CHOICE_IMPERATIVE, &length);
	if (verb == STR_NOT_FOUND)
		return false;
	*object = joined_part(str_from(text, verb + length));
	size_t clause = find_joined(reading, *object, WORD_CLAUSE, 0, &length);
	*object = str_trim(str_slice(*object, 0, clause));
	return !str_empty(*object);
}
