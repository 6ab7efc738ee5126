/* SPDX-License-Identifier: MIT */
/* Options that a sentence introduces: a list behind "we looked at these options:", an enumeration, "an alternative
 * would be X". */
#include "choice.h"

#define INTRODUCTION_MOST ((size_t)160) /* bytes before a list, searched for what it lists */
#define PARTS_MOST 8                    /* of an enumeration */
#define PART_WORDS_MOST 9
#define SEVERAL_MOST 4             /* words before "options", searched for how many there are */
#define OTHER_WORDS_MOST 12        /* of an alternative in running text */
#define PROSE_LENGTH ((size_t)600) /* bytes of a paragraph, from the sentence that speaks of options on */
#define SPEAKS (1U << CONSIDERED_VERB | 1U << CONSIDERED_NOUN)

static bool considered_at(const struct reading *reading, const struct tokens *tokens, size_t at, unsigned meanings)
{
	size_t count = 0;
	const struct word *word = own_phrase_at(reading, tokens, at, WORD_CONSIDERED, &count);
	return word && word->meaning & meanings;
}

/* "Options considered:" in running text, with the list behind it. */
static bool introduces_options(const struct reading *reading, const struct block *block)
{
	bool misspelt = false;
	struct str text = block->text;
	bool candidate = block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_ITEM;
	if (!candidate || text.length < 4 || !strchr(":*_", text.at[text.length - 1]))
		return false;
	size_t line = str_find_last_byte(text, '\n');
	if (line != STR_NOT_FOUND)
		text = str_from(text, line + 1);
	bool bold = !str_empty(wholly_bold(text));
	if (text.length > LABEL_LENGTH_MOST || (!bold && !str_ends(text, STR(":")) && !str_ends(text, STR("**"))))
		return false;
	struct str plain = str_trim_bytes(plain_text(reading->scratch, text), ": ");
	const struct word *word = section_word(reading, plain, &misspelt);
	return word && word->meaning == SECTION_OPTIONS;
}

static void read_introduced(struct reading *reading, size_t intro)
{
	const struct block *head = &reading->blocks.item[intro];
	size_t first = intro + 1, end = first;
	uint8_t depth = 0;
	while (end < reading->blocks.count && reading->blocks.item[end].kind == BLOCK_ITEM &&
	       (head->kind == BLOCK_PARAGRAPH || reading->blocks.item[end].depth > head->depth))
		end = next_item(reading, end, reading->blocks.count, reading->blocks.item[end].depth);
	if (outer_items(reading, first, end, &depth) > 0)
		read_list(reading, first, end, depth, STANCE_CONSIDERED, reading->record->options.count > 0);
	else if (first < reading->blocks.count && reading->blocks.item[first].kind == BLOCK_ROW)
		read_option_table(reading, first, true, reading->record->options.count > 0);
}

/* "two obvious ways", "several options": without a word for how many, "our approaches suffer from:" would introduce
 * some. Phrases ("possible ways") and scripts that part no words are taken at their word. */
static bool counts_options(const struct reading *reading, const struct tokens *tokens, size_t noun)
{
	size_t count = 0;
	own_phrase_at(reading, tokens, noun, WORD_CONSIDERED, &count);
	bool several = count > 1 || (unsigned char)tokens->item[noun].folded.at[0] >= 0xE3;
	for (size_t i = noun > SEVERAL_MOST ? noun - SEVERAL_MOST : 0; i < noun && !several; i++) {
		if (tokens->item[i].kind != TOKEN_WORD)
			continue;
		const struct word *number = own_phrase_at(reading, tokens, i, WORD_NUMBER, &count);
		several = is_digit(tokens->item[i].folded.at[0]) || (number && number->meaning > 1) ||
			  considered_at(reading, tokens, i, 1U << CONSIDERED_SEVERAL);
	}
	return several;
}

/* What follows "Compared to ..." are no options. */
static bool compares_with(const struct reading *reading, const struct tokens *tokens, size_t verb)
{
	size_t count = 0;
	return own_phrase_at(reading, tokens, verb + 1, WORD_TURNED, &count) != NULL;
}

/* The last line of the paragraph speaks of options and ends in a colon: "There are two ways to do this:". */
static bool speaks_of_options(const struct reading *reading, const struct block *block)
{
	if (block->kind != BLOCK_PARAGRAPH || !str_ends(block->text, STR(":")))
		return false;
	size_t start = block->text.length > INTRODUCTION_MOST ? block->text.length - INTRODUCTION_MOST : 0;
	struct tokens tokens = tokens_of(reading->scratch, str_from(block->text, start), false);
	bool speaks = false;
	for (size_t i = 0; i < tokens.count; i++) {
		bool stop = tokens.item[i].kind != TOKEN_WORD;
		bool verb = !stop && considered_at(reading, &tokens, i, 1U << CONSIDERED_VERB);
		bool noun = !stop && !verb && considered_at(reading, &tokens, i, 1U << CONSIDERED_NOUN);
		speaks =
			tokens.item[i].kind != TOKEN_STOP && (speaks || (verb && !compares_with(reading, &tokens, i)) ||
							      (noun && counts_options(reading, &tokens, i)));
	}
	struct str last = tokens.count > 0 ? tokens.item[tokens.count - 1].folded : STR("");
	return speaks && !word_index_find(reading->words, WORD_CRITERION, last);
}

static enum section_kind kind_around(const struct reading *reading, size_t block)
{
	size_t section = section_of(reading, block);
	return section == NO_SECTION ? SECTION_CONTEXT : reading->outlines.item[section].kind;
}

/* The question is discussed here, not what follows from its answer. */
static bool discusses(const struct reading *reading, size_t block)
{
	enum section_kind kind = kind_around(reading, block);
	return kind == SECTION_CONTEXT || kind == SECTION_DRIVERS || kind == SECTION_DECISION ||
	       kind == SECTION_RATIONALE || kind == SECTION_OPTIONS || kind == SECTION_PROS_AND_CONS;
}

/* The same where a list follows, which says more. */
static bool may_list(const struct reading *reading, size_t block)
{
	return discusses(reading, block) || kind_around(reading, block) == SECTION_OTHER;
}

/* "Options considered:" and its list, or a looser sentence before a list where nothing else lists any. */
void read_introduced_lists(struct reading *reading, bool loose)
{
	for (size_t i = 0; i < reading->blocks.count; i++) {
		const struct block *block = &reading->blocks.item[i];
		size_t before = reading->record->options.count;
		reading->options_repeated = 0;
		if (loose ? before == 0 && may_list(reading, i) && speaks_of_options(reading, block)
			  : introduces_options(reading, block))
			read_introduced(reading, i);
		begin_question_if_new(reading, before);
		drop_additions(reading, before);
	}
}

/* Running text. */

/* Some phrase that speaks of options is the word or begins with it. Keys are sorted. */
static bool begins_key(const struct words *words, struct str word)
{
	size_t low = 0, high = words->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (str_compare(words->item[middle].key, word) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	while (low < words->count && words->item[low].meaning == 1U << CONSIDERED_SEVERAL)
		low++;
	struct str key = low < words->count ? words->item[low].key : (struct str){0};
	return str_starts(key, word) && (key.length == word.length || key.at[word.length] == ' ');
}

static bool is_in_word(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (unsigned char)byte >= 0x80;
}

/* Where a word that may begin a phrase about options stands, or STR_NOT_FOUND. Most paragraphs are ruled out here. */
static size_t find_speaking(const struct reading *reading, struct str text)
{
	char lower[24];
	for (size_t i = 0; i < text.length;) {
		size_t start = i;
		bool ascii = true;
		for (; i < text.length && is_in_word(text.at[i]); i++) {
			char byte = text.at[i];
			ascii = ascii && (unsigned char)byte < 0x80;
			if (i - start < sizeof lower)
				lower[i - start] = byte >= 'A' && byte <= 'Z' ? (char)(byte | 0x20) : byte;
		}
		struct str word = {lower, i - start};
		if (word.length > 1 && word.length < sizeof lower) {
			word = ascii ? word : unicode_fold(reading->scratch, str_slice(text, start, i));
			uint32_t hash = word_hash(WORD_HASH_START, word);
			if (word_index_may_start(reading->words, WORD_CONSIDERED, hash) &&
			    begins_key(&reading->vocabulary->classes[WORD_CONSIDERED], word))
				return start;
		}
		i += i == start;
	}
	return STR_NOT_FOUND;
}

/* The text from the sentence on that holds the byte. */
static struct str from_sentence(struct str text, size_t at)
{
	size_t start = at;
	while (start > 0 && !(text.at[start] == ' ' && strchr(".!?", text.at[start - 1])))
		start--;
	return str_slice(text, start, start + PROSE_LENGTH);
}

/* "which helps", "but slow", "cons) of": the sentence goes on, the enumeration does not. */
static bool is_part(const struct reading *reading, const struct tokens *tokens, size_t at, struct str name)
{
	size_t count = 0;
	while (at + 1 < tokens->count && own_phrase_at(reading, tokens, at, WORD_FILLER, &count))
		at += count;
	bool common = at < tokens->count && own_phrase_at(reading, tokens, at, WORD_COMMON, &count);
	bool clause = own_phrase_at(reading, tokens, at, WORD_CLAUSE, &count) != NULL;
	size_t open = str_find_byte(name, '('), close = str_find_byte(name, ')');
	bool whole = open == STR_NOT_FOUND ? close == STR_NOT_FOUND : close != STR_NOT_FOUND && open < close;
	return !common && !clause && whole && !is_word(reading, WORD_TRAIT, name);
}

/* The parts of an enumeration: "A, B and C" of tokens `first` to `end`. At most PARTS_MOST; 0 when it is none. */
static size_t split_parts(const struct reading *reading, const struct tokens *tokens, size_t first, size_t end,
			  struct str parts[PARTS_MOST])
{
	size_t count = 0, start = first;
	for (size_t i = first; i <= end; i++) {
		size_t words = 0;
		bool joins = i < end && (own_phrase_at(reading, tokens, i, WORD_OR, &words) ||
					 own_phrase_at(reading, tokens, i, WORD_AND, &words));
		const struct token *last = i > first ? &tokens->item[i - 1] : NULL;
		const char *behind = last ? last->raw.at + last->raw.length : NULL;
		if (i < end && !joins && !(behind && *behind == ',' && i > start))
			continue;
		if (i > start) {
			if (count == PARTS_MOST || i - start > PART_WORDS_MOST)
				return 0;
			const char *from = tokens->item[start].raw.at;
			parts[count] = choice_name(reading, (struct str){from, (size_t)(behind - from)});
			if (!is_part(reading, tokens, start, parts[count]))
				return count;
			count++;
		}
		start = joins ? i + 1 : i;
	}
	return count;
}

static size_t end_of_clause(const struct reading *reading, const struct tokens *tokens, size_t at, bool commas)
{
	size_t end = at, count = 0;
	while (end < tokens->count && tokens->item[end].kind == TOKEN_WORD) {
		const char *last = end > at ? tokens->item[end - 1].raw.at + tokens->item[end - 1].raw.length : NULL;
		if (last && (*last == ':' || *last == '\n' || (*last == ',' && !commas)))
			break;
		const struct word *clause = own_phrase_at(reading, tokens, end, WORD_CLAUSE, &count);
		if (end > at + 1 && clause && clause->meaning != CLAUSE_END)
			break;
		end++;
	}
	return end;
}

/* The token behind the colon that follows token `at` in its sentence; 0 when there is none. */
static size_t behind_colon(const struct tokens *tokens, size_t at)
{
	for (size_t i = at; i + 1 < tokens->count && tokens->item[i].kind == TOKEN_WORD; i++) {
		const char *behind = tokens->item[i].raw.at + tokens->item[i].raw.length;
		if (*behind == ':' && (behind[1] == ' ' || behind[1] == '\n'))
			return i + 1;
	}
	return 0;
}

static bool is_proper(struct str name)
{
	for (size_t i = 0; i < name.length; i++) {
		if ((name.at[i] >= 'A' && name.at[i] <= 'Z') || (unsigned char)name.at[i] >= 0x80)
			return true;
	}
	return false;
}

/* "We considered several options: A, B and C", "we looked at A and B". Criteria are considered, too: without the word
 * for options and a colon the parts have to be names. */
static bool read_enumeration(struct reading *reading, const struct tokens *tokens, size_t at, unsigned meaning,
			     size_t words, struct span span)
{
	struct str parts[PARTS_MOST];
	size_t colon = behind_colon(tokens, at), proper = 0;
	bool verb = meaning & (1U << CONSIDERED_VERB);
	size_t first = colon > 0 ? colon : at + words, skip = 0;
	const struct token *before = first > 0 ? &tokens->item[first - 1] : NULL;
	bool comma = first < tokens->count && before && before->raw.at[before->raw.length] == ',';
	if (comma && own_phrase_at(reading, tokens, first, WORD_CLAUSE, &skip))
		first += skip; /* "including" */
	if (colon == 0 && !verb)
		return false;
	size_t count = split_parts(reading, tokens, first, end_of_clause(reading, tokens, first, true), parts);
	for (size_t i = 0; i < count; i++) {
		proper += is_proper(parts[i]);
		if (str_empty(parts[i]))
			return false;
	}
	if (count < 2 || (colon == 0 && 2 * proper < count))
		return false;
	for (size_t i = 0; i < count; i++)
		put_option(reading, parts[i], STANCE_CONSIDERED, span, false);
	return true;
}

/* "An alternative would be X". */
static void read_other(struct reading *reading, const struct tokens *tokens, size_t at, struct span span)
{
	size_t end = end_of_clause(reading, tokens, at, false);
	if (end <= at || end > at + OTHER_WORDS_MOST)
		return;
	const char *from = tokens->item[at].raw.at,
		   *to = tokens->item[end - 1].raw.at + tokens->item[end - 1].raw.length;
	struct str name = choice_name(reading, (struct str){from, (size_t)(to - from)});
	if (!is_part(reading, tokens, at, name) || (!is_proper(name) && str_find_byte(name, ' ') == STR_NOT_FOUND))
		return;
	put_option(reading, name, STANCE_CONSIDERED, span, reading->record->options.count > 0);
	reading->alternatives = true;
}

/* Options in the sentences of a paragraph that speak of some. */
static void read_paragraph(struct reading *reading, const struct block *block)
{
	size_t speaks = find_speaking(reading, block->text);
	if (speaks == STR_NOT_FOUND)
		return;
	struct str plain = plain_text(reading->arena, from_sentence(block->text, speaks));
	struct tokens tokens = tokens_of(reading->scratch, plain, false);
	for (size_t i = 0; i < tokens.count; i++) {
		size_t count = 0;
		const struct word *word = own_phrase_at(reading, &tokens, i, WORD_CONSIDERED, &count);
		if (!word)
			continue;
		if (word->meaning & (1U << CONSIDERED_OTHER))
			read_other(reading, &tokens, i + count, span_of_block(reading, block));
		else if (reading->record->options.count == 0 && word->meaning & SPEAKS &&
			 read_enumeration(reading, &tokens, i, word->meaning, count, span_of_block(reading, block)))
			return;
	}
}

bool asks(const struct reading *reading, struct str heading)
{
	struct tokens tokens = tokens_of(reading->scratch, heading, false);
	size_t count = 0;
	const struct word *word = own_phrase_at(reading, &tokens, 0, WORD_TOPIC, &count);
	return str_ends(heading, STR("?")) || (word && word->meaning & (1U << TOPIC_FIRST));
}

bool read_enumerated(struct reading *reading, size_t first, size_t end)
{
	if (reading->record->options.count > 0)
		return false;
	for (size_t i = first; i < end && reading->record->options.count == 0; i++) {
		const struct block *block = &reading->blocks.item[i];
		if (block->kind != BLOCK_PARAGRAPH)
			return false;
		bool list = i + 1 < end && reading->blocks.item[i + 1].kind != BLOCK_PARAGRAPH;
		if (!list)
			read_paragraph(reading, block);
	}
	return reading->record->options.count > 1;
}

void read_prose(struct reading *reading)
{
	for (size_t i = 0; i < reading->blocks.count && reading->record->options.count == 0; i++) {
		const struct block *block = &reading->blocks.item[i];
		if (block->kind == BLOCK_PARAGRAPH && discusses(reading, i))
			read_paragraph(reading, block);
	}
}
