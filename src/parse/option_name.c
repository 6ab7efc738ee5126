/* SPDX-License-Identifier: MIT */
#include "choice.h"

#define OPTION_LABEL_MOST ((size_t)28) /* "Alternative solution 12a: " */
#define LONG_NAME ((size_t)90)         /* bytes; longer names are sentences, */
#define SHORT_NAME ((size_t)20)        /* which say something behind so many */
#define SHORT_NUMBER_MOST ((size_t)3)
#define STANCE_TEXT_MOST ((size_t)400) /* of the words beside an option */

static const struct str chosen_marks[] = {STR_INIT("\xE2\x9C\x85"), STR_INIT("\xE2\x9C\x94"), STR_INIT("\xE2\x98\x91"),
					  STR_INIT("\xE2\x9C\x93"), STR_INIT("\xF0\x9F\x8F\x86")};
static const struct str rejected_marks[] = {STR_INIT("\xE2\x9D\x8C"), STR_INIT("\xE2\x9C\x97"),
					    STR_INIT("\xE2\x9C\x98"), STR_INIT("\xF0\x9F\x9A\xAB"),
					    STR_INIT("\xE2\x9B\x94")};

static bool has_mark(struct str text, const struct str *marks, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (str_contains(text, marks[i]))
			return true;
	}
	return false;
}

/* All marks begin with one of two bytes. */
static bool may_have_mark(struct str text)
{
	return str_find_byte(text, '\xE2') != STR_NOT_FOUND || str_find_byte(text, '\xF0') != STR_NOT_FOUND;
}

static enum stance stance_of_marks(struct str text)
{
	if (!may_have_mark(text))
		return str_starts_nocase(text, STR("[x]")) ? STANCE_CHOSEN : STANCE_CONSIDERED;
	if (has_mark(text, rejected_marks, sizeof rejected_marks / sizeof *rejected_marks))
		return STANCE_REJECTED;
	if (has_mark(text, chosen_marks, sizeof chosen_marks / sizeof *chosen_marks) ||
	    str_starts_nocase(text, STR("[x]")))
		return STANCE_CHOSEN;
	return STANCE_CONSIDERED;
}

/* "chosen", "rejected": the whole of a bracket or of what stands behind a dash. */
static enum stance stance_of_words(const struct reading *reading, struct str text)
{
	struct str folded = unicode_fold(reading->scratch, text);
	const struct word *rejected = word_index_find(reading->words, WORD_REJECTED, folded);
	const struct word *chosen = word_index_find(reading->words, WORD_CHOSEN, folded);
	if (rejected && rejected->meaning & (1U << CHOICE_MARK))
		return STANCE_REJECTED;
	return chosen && chosen->meaning & (1U << CHOICE_MARK) ? STANCE_CHOSEN : STANCE_CONSIDERED;
}

/* "Rejected: slow", "Rejected because slow", not "No need to wait": nothing but a mark or a reason follows. */
static bool stands_alone(const struct reading *reading, const struct tokens *tokens, size_t end)
{
	const struct token *last = &tokens->item[end - 1];
	size_t count = 0;
	if (end >= tokens->count || tokens->item[end].kind != TOKEN_WORD ||
	    phrase_at(reading->words, tokens, end, WORD_CLAUSE, &count))
		return true;
	const char *behind = last->raw.at + last->raw.length, *next = tokens->item[end].raw.at;
	while (behind < next && *behind == ' ')
		behind++;
	return behind < next;
}

/* The token begins a sentence or stands behind a colon or a dash: "**Files** - rejected". */
static bool starts_remark(const struct tokens *tokens, size_t at)
{
	if (at == 0 || tokens->item[at - 1].kind == TOKEN_STOP)
		return true;
	const char *from = tokens->item[at - 1].raw.at + tokens->item[at - 1].raw.length;
	struct str gap = {from, (size_t)(tokens->item[at].raw.at - from)};
	return str_contains(gap, STR(":")) || str_contains(gap, STR(" - ")) || str_contains(gap, STR("\xE2\x80\x93")) ||
	       str_contains(gap, STR("\xE2\x80\x94"));
}

enum stance stance_of_text(const struct reading *reading, struct str text)
{
	text = str_slice(text, 0, STANCE_TEXT_MOST);
	if (!may_hold_phrase(reading->words, text, WORD_REJECTED))
		return STANCE_CONSIDERED;
	struct tokens tokens = tokens_of(reading->scratch, text, false);
	for (size_t i = 0; i < tokens.count; i++) {
		size_t count = 0;
		const struct word *word = phrase_at(reading->words, &tokens, i, WORD_REJECTED, &count);
		unsigned places = word ? word->meaning : 0;
		bool mark = places & (1U << CHOICE_MARK) && starts_remark(&tokens, i) &&
			    stands_alone(reading, &tokens, i + count);
		if (places & (1U << CHOICE_AFTER) || mark)
			return STANCE_REJECTED;
	}
	return STANCE_CONSIDERED;
}

/* The same in the brackets of East Asian texts. */
static struct str without_wide_stance(const struct reading *reading, struct str name, enum stance *stance)
{
	size_t open = str_find(name, STR("\xEF\xBC\x88")), close = str_find(name, STR("\xEF\xBC\x89"));
	if (open == STR_NOT_FOUND || close == STR_NOT_FOUND || close < open)
		return name;
	enum stance said = stance_of_words(reading, str_slice(name, open + 3, close));
	if (said == STANCE_CONSIDERED)
		return name;
	*stance = said;
	return str_trim(str_slice(name, 0, open));
}

/* Takes "(chosen)" and its kin out of the name, where it stands in brackets or behind a dash. */
static struct str without_stance(const struct reading *reading, struct str name, enum stance *stance)
{
	static const char pairs[][2] = {{'(', ')'}, {'[', ']'}};
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		size_t open = str_find_byte(name, pairs[i][0]);
		size_t close =
			open == STR_NOT_FOUND ? open : closing_bracket(str_from(name, open), pairs[i][0], pairs[i][1]);
		if (close == STR_NOT_FOUND)
			continue;
		enum stance said = stance_of_words(reading, str_slice(name, open + 1, open + close));
		if (said == STANCE_CONSIDERED)
			continue;
		*stance = said;
		struct str before = str_trim(str_slice(name, 0, open)),
			   after = str_trim(str_from(name, open + close + 1));
		return str_empty(before) ? after : before;
	}
	return without_wide_stance(reading, name, stance);
}

static bool is_short_number(struct str text)
{
	if (text.length == 0 || text.length > SHORT_NUMBER_MOST)
		return false;
	bool letter = text.length == 1 && ((text.at[0] >= 'a' && text.at[0] <= 'z'));
	bool digits = true;
	for (size_t i = 0; i < text.length; i++) {
		bool digit = text.at[i] >= '0' && text.at[i] <= '9';
		digits = digits && (digit || (i == 0 && text.length > 1 && text.at[0] >= 'a' && text.at[0] <= 'z') ||
				    (i == 1 && text.at[i] >= 'a' && text.at[i] <= 'z'));
	}
	return letter || digits;
}

/* The "a" of "\xE6\xA1\x88a", where the script parts no words. */
struct str joined_number(const struct reading *reading, struct str folded)
{
	static const struct str numerals[] = {STR_INIT("\xE4\xB8\x80"), STR_INIT("\xE4\xBA\x8C"),
					      STR_INIT("\xE4\xB8\x89"), STR_INIT("\xE5\x9B\x9B"),
					      STR_INIT("\xE4\xBA\x94")};
	size_t end = folded.length;
	if (end < 4 || (unsigned char)folded.at[0] < 0xE3)
		return (struct str){0};
	while (end > 0 && (unsigned char)folded.at[end - 1] < 0x80)
		end--;
	for (size_t i = 0; end == folded.length && i < sizeof numerals / sizeof *numerals; i++) {
		if (str_ends(folded, numerals[i]))
			end -= numerals[i].length;
	}
	struct str number = str_from(folded, end);
	return number.length <= 3 && word_index_find(reading->words, WORD_OPTION, str_slice(folded, 0, end))
		       ? number
		       : (struct str){0};
}

/* False for what begins with an ASCII word that is neither a number nor a word for "option", as most names do. */
static bool may_have_label(const struct reading *reading, struct str text)
{
	uint32_t hash = 0;
	size_t length = 0;
	while (length < text.length && (is_letter(text.at[length]) || is_digit(text.at[length])))
		length++;
	bool foreign = length < text.length && (unsigned char)text.at[length] >= 0x80;
	if (length <= SHORT_NUMBER_MOST || foreign)
		return !str_empty(text);
	return first_word_hash(reading->scratch, text, &hash) &&
	       word_index_may_start(reading->words, WORD_OPTION, hash);
}

/* "Option 1: ", "Alternative B - ", "A. ", "A1: ", "3) ": how long that is. */
static size_t label_length(const struct reading *reading, struct str text, struct option_name *name)
{
	if (!may_have_label(reading, str_slice(text, 0, OPTION_LABEL_MOST)))
		return 0;
	struct tokens tokens = tokens_of(reading->scratch, str_slice(text, 0, OPTION_LABEL_MOST), false);
	size_t words = 0;
	if (tokens.count == 0 || tokens.item[0].kind != TOKEN_WORD)
		return 0;
	struct str joined = joined_number(reading, tokens.item[0].folded);
	bool option = !str_empty(joined) || word_index_find(reading->words, WORD_OPTION, tokens.item[0].folded);
	words += option && str_empty(joined);
	struct str number = !str_empty(joined)                                              ? joined
			    : words < tokens.count && tokens.item[words].kind == TOKEN_WORD ? tokens.item[words].folded
											    : STR("");
	bool numbered = is_short_number(number);
	words += numbered;
	if (words == 0)
		return 0;
	const struct token *last = &tokens.item[words - 1];
	size_t end = (size_t)(last->raw.at + last->raw.length - text.at), start = end;
	bool mark = false;
	while (end < text.length && strchr(" :.)-|]*", text.at[end]) && text.at[end] != '\0') {
		mark = mark || (text.at[end] != ' ' && (end > start || text.at[end] != '-'));
		end++;
	}
	static const struct str wide[] = {STR_INIT("\xE2\x80\x93"), STR_INIT("\xE2\x80\x94"), STR_INIT("\xEF\xBC\x9A")};
	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++) {
		if (!str_starts(str_from(text, end), wide[i]))
			continue;
		mark = true;
		end += wide[i].length;
		while (end < text.length && text.at[end] == ' ')
			end++;
	}
	bool dotted = end > start && text.at[start] == '.' && end < text.length && text.at[end - 1] == '.';
	if ((!mark && !(option && numbered)) || dotted || (!option && numbered && end == start))
		return 0;
	name->number = number;
	name->labelled = option;
	return end;
}

/* Where the name ends and its description begins: " - ", ": ", ". ", " (e.g." and the like. */
static bool ends_name(struct str rest)
{
	static const struct str ends[] = {STR_INIT(" - "),
					  STR_INIT(" \xE2\x80\x93 "),
					  STR_INIT(" \xE2\x80\x94 "),
					  STR_INIT(" -- "),
					  STR_INIT(" => "),
					  STR_INIT(" (e.g"),
					  STR_INIT(" (i.e"),
					  STR_INIT(" | "),
					  STR_INIT("\xEF\xBC\x9A"),
					  STR_INIT("\xE3\x80\x82"),
					  STR_INIT("\xE2\x80\x94"),
					  STR_INIT(" \xE2\xAD\x90"),
					  STR_INIT(" \xE2\x9C\x85"),
					  STR_INIT(" \xE2\x9D\x8C"),
					  STR_INIT(" \xE2\x86\x90")};
	char byte = rest.at[0];
	if (byte == ':' || byte == '.' || byte == ';')
		return rest.length > 1 && rest.at[1] == ' ';
	for (size_t i = 0; (byte == ' ' || (unsigned char)byte >= 0x80) && i < sizeof ends / sizeof *ends; i++) {
		if (str_starts(rest, ends[i]))
			return true;
	}
	return false;
}

static size_t name_end(struct str text)
{
	size_t end = 2;
	while (end < text.length && !ends_name(str_from(text, end)))
		end++;
	return end < text.length ? end : text.length;
}

/* Stars, arrows, ticks and crosses. */
static struct str decoration(size_t number)
{
	static const struct str marks[] = {STR_INIT("\xE2\xAD\x90"), STR_INIT("\xE2\x98\x85"), STR_INIT("\xEF\xB8\x8F"),
					   STR_INIT("\xE2\x86\x92")};
	size_t own = sizeof marks / sizeof *marks, ticks = sizeof chosen_marks / sizeof *chosen_marks;
	if (number < own)
		return marks[number];
	number -= own;
	return number < ticks ? chosen_marks[number] : rejected_marks[number - ticks];
}

#define DECORATIONS (4 + sizeof chosen_marks / sizeof *chosen_marks + sizeof rejected_marks / sizeof *rejected_marks)

/* Takes one mark off either end; false when there is none. */
static bool take_decoration(struct str *name)
{
	bool wide = name->length > 2 &&
		    ((unsigned char)name->at[0] >= 0xE2 || (unsigned char)name->at[name->length - 1] >= 0x80);
	for (size_t i = 0; wide && i < DECORATIONS; i++) {
		struct str mark = decoration(i);
		bool starts = str_starts(*name, mark);
		if (!starts && !str_ends(*name, mark))
			continue;
		*name = starts ? str_from(*name, mark.length) : str_slice(*name, 0, name->length - mark.length);
		return true;
	}
	return false;
}

/* Takes the quotes off a name that stands in them, and one that has no other; those around its last words stay. */
static struct str without_quotes(struct str name)
{
	size_t first = str_find_byte(name, '"'), last = str_find_last_byte(name, '"');
	if (first == STR_NOT_FOUND)
		return name;
	bool around = first == 0 && last == name.length - 1, single = first == last;
	return around || single ? str_trim_bytes(name, "\"") : name;
}

static struct str without_decoration(struct str name)
{
	do
		name = without_quotes(str_trim_bytes(name, " \t:*_.,;-"));
	while (take_decoration(&name));
	return name;
}

/* "3.1 Name": the chapter number of a heading. */
static struct str without_chapter(struct str text)
{
	size_t end = 0, dots = 0;
	while (end < text.length && ((text.at[end] >= '0' && text.at[end] <= '9') || text.at[end] == '.'))
		dots += text.at[end++] == '.';
	bool chapter = dots > 0 && end > 1 && end < text.length && text.at[end] == ' ' && text.at[0] != '.';
	return chapter ? str_trim(str_from(text, end)) : text;
}

/* The first `end` bytes, less a character that they would cut. */
static struct str whole_characters(struct str text, size_t end)
{
	while (end < text.length && end > 0 && ((unsigned char)text.at[end] & 0xC0U) == 0x80U)
		end--;
	return str_slice(text, 0, end);
}

/* A name that goes on as a sentence ends where its first clause does, or at a blank. */
static struct str shortened(const struct reading *reading, struct str name)
{
	static const struct str ends[] = {STR_INIT(", "), STR_INIT(" (")};
	if (name.length <= LONG_NAME)
		return name;
	size_t end = find_clause(reading, name, SHORT_NAME, 1U << CLAUSE_REASON | 1U << CLAUSE_WHICH);
	end = end < name.length ? end : name.length;
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		size_t at = str_find(str_from(name, SHORT_NAME), ends[i]);
		end = at != STR_NOT_FOUND && SHORT_NAME + at < end ? SHORT_NAME + at : end;
	}
	if (end > OPTION_NAME_MOST) {
		size_t blank = str_find_last_byte(str_slice(name, 0, OPTION_NAME_MOST), ' ');
		end = blank == STR_NOT_FOUND ? OPTION_NAME_MOST : blank;
	}
	return str_trim_bytes(whole_characters(name, end), " ,;:");
}

/* "A rope Pros: cheap", where the second line of an item begins with what describes the option. */
static struct str without_trait(const struct reading *reading, struct str name)
{
	size_t blank = str_find_last_byte(name, ' ');
	bool trait = blank != STR_NOT_FOUND && is_word(reading, WORD_TRAIT, str_from(name, blank + 1));
	return trait ? str_trim(str_slice(name, 0, blank)) : name;
}

bool option_name_of(struct reading *reading, struct str raw, struct option_name *name)
{
	*name = (struct option_name){.stance = STANCE_CONSIDERED};
	struct str rest = raw, line = {0}, after;
	while (block_next_line(&rest, &line) && str_empty(line))
		;
	if (!str_starts(line, STR("[ ]")))
		name->stance = stance_of_marks(str_slice(line, 0, OPTION_NAME_MOST));
	if (str_starts_nocase(line, STR("[x]")) || str_starts(line, STR("[ ]")))
		line = str_trim(str_from(line, 3));
	struct str bold = leading_bold(line, &after);
	struct option_name ignored = {0};
	struct str bold_text = plain_text(reading->arena, bold);
	struct str label_text = without_stance(reading, bold_text, &name->stance); /* "Option 1 (chosen)" */
	bool only_label = !str_empty(label_text) && label_length(reading, label_text, &ignored) == label_text.length;
	bool whole = str_empty(bold) || only_label ||
		     (after.length > 0 && after.at[0] != ' ' && !strchr(":.-,(", after.at[0]) &&
		      (unsigned char)after.at[0] < 0x80);
	struct str all = only_label ? line : str_from(raw, (size_t)(line.at - raw.at));
	struct str text = whole ? plain_text(reading->arena, all) : bold_text;
	text = without_chapter(without_decoration(text));
	struct str labelled = text;
	text = str_from(text, label_length(reading, text, name));
	text = str_empty(text) && name->labelled ? labelled : text; /* "Option 2", described below */
	text = without_stance(reading, text, &name->stance);
	size_t label = label_length(reading, text, &ignored);
	if (label > 0 && label < text.length && (str_empty(name->number) || name->labelled))
		text = str_from(text, label_length(reading, text, name));
	size_t end = name_end(text);
	if (end < text.length && name->stance == STANCE_CONSIDERED)
		name->stance = stance_of_words(reading, str_from(text, end));
	struct str tail = whole ? (struct str){0} : without_stance(reading, str_slice(after, 0, 60), &name->stance);
	(void)tail;
	name->name = without_decoration(str_slice(text, 0, end));
	if (str_find_byte(all, '\n') != STR_NOT_FOUND)
		name->name = without_trait(reading, name->name);
	name->full = whole_characters(name->name, OPTION_NAME_MOST);
	name->name = shortened(reading, name->name);
	struct str folded = unicode_fold(reading->scratch, name->name);
	bool asks = str_ends(name->name, STR("?")) && str_contains(name->name, STR(" "));
	return !asks && !str_empty(folded) && !str_contains(folded, STR(" vs ")) && !is_placeholder(name->name) &&
	       !word_index_find(reading->words, WORD_TRAIT, folded) &&
	       !word_index_find(reading->words, WORD_NOBODY, folded);
}
