/* SPDX-License-Identifier: MIT */
/* Title and number, from the heading, the front matter and the file's name. */
#include "reading.h"

#include "adr/base/file.h"

#define SUMMARY_LENGTH_MOST ((size_t)100) /* bytes of one that can stand in for a title */
#define NUMBER_DIGITS_MOST 6              /* more digits are a date */

/* The length of "2024-01-31" or "20240131" at the start of a name; 0 for anything else. */
static size_t date_prefix(struct str text)
{
	struct date date;
	if (text.length >= 10 && digits_at(text, 0) == 4 && date_parse_iso(str_slice(text, 0, 10), &date))
		return 10;
	return digits_at(text, 0) == 8 ? 8 : 0;
}

static size_t letters_at(struct str text, size_t at)
{
	size_t end = at;
	while (end < text.length &&
	       ((text.at[end] >= 'a' && text.at[end] <= 'z') || (text.at[end] >= 'A' && text.at[end] <= 'Z')))
		end++;
	return end - at;
}

size_t separator_at(struct str text, size_t at, bool *strong)
{
	static const struct str marks[] = {STR_INIT(":"),
					   STR_INIT("."),
					   STR_INIT("-"),
					   STR_INIT(")"),
					   STR_INIT("|"),
					   STR_INIT("_"),
					   STR_INIT("]"),
					   STR_INIT("\xE2\x80\x93"),
					   STR_INIT("\xE2\x80\x94"),
					   STR_INIT("\xC2\xB7"),
					   STR_INIT("\xEF\xBC\x9A")};
	size_t end = at;
	bool found = true;
	*strong = false;
	while (found) {
		found = end < text.length && text.at[end] == ' ';
		end += found;
		for (size_t i = 0; i < sizeof marks / sizeof *marks && !found; i++) {
			found = str_starts(str_from(text, end), marks[i]);
			end += found ? marks[i].length : 0;
			*strong = *strong || found;
		}
	}
	return end - at;
}

static int32_t number_of(struct str digits)
{
	int32_t number = -1;
	if (digits.length == NUMBER_DIGITS_MOST && digits.at[0] != '0')
		return -1; /* 240131 */
	return digits.length <= NUMBER_DIGITS_MOST && str_to_number(digits, &number) ? number : -1;
}

/* False when the word that `text` begins with, if it is plain ASCII, begins no name of a record. */
static bool may_begin_record_word(const struct reading *reading, struct str text)
{
	size_t letters = letters_at(text, 0);
	if (letters == 0 || (letters < text.length && (unsigned char)text.at[letters] >= 0x80))
		return true;
	struct str first = unicode_fold(reading->scratch, str_slice(text, 0, letters));
	return word_index_may_start(reading->words, WORD_KIND, word_hash(WORD_HASH_START, first));
}

/* "adr", "architecture decision record" at the start; its length, or 0. */
static size_t record_word(const struct reading *reading, struct str text)
{
	size_t longest = 0;
	if (!may_begin_record_word(reading, text))
		return 0;
	for (size_t end = 1; end <= text.length && end <= LABEL_LENGTH_MOST; end++) {
		bool edge = end == text.length || !letters_at(text, end);
		if (!edge || !letters_at(text, end - 1))
			continue;
		const struct word *word = find_word(reading, WORD_KIND, str_slice(text, 0, end));
		if (word && word->meaning == KIND_RECORD)
			longest = end;
	}
	return longest;
}

/* "n", "NNN", "xxx": stands where a template wants a number. */
static bool is_number_sign(struct str text)
{
	size_t letters = letters_at(text, 0);
	for (size_t i = 0; i < letters; i++) {
		if (text.at[i] != text.at[0])
			return false;
	}
	return letters > 0 && letters <= 4 && strchr("nNxX", text.at[0]);
}

/* "ADR-0012: ", "5. ", "[ADR] ", "AMT-0006 ": how much of the text is prefix. */
static size_t prefix_length(const struct reading *reading, struct str text, int32_t *number)
{
	size_t bracket = str_starts(text, STR("[")) ? 1 : 0;
	struct str rest = str_from(text, bracket);
	size_t word = record_word(reading, rest), letters = letters_at(rest, 0), at = word;
	bool strong = false, capitals = letters >= 2 && letters <= 6;
	for (size_t i = 0; i < letters; i++)
		capitals = capitals && rest.at[i] < 'a';
	if (word == 0 && capitals)
		at = letters;
	while (at > 0 && at < rest.length && strchr(" -_#:.", rest.at[at]))
		at++;
	if (at == 0 && str_starts(rest, STR("#")))
		at = 1;
	size_t digits = digits_at(rest, at);
	if (digits == 0 && at <= word && is_number_sign(str_from(rest, at))) /* "n. Title", "ADR-NNN: Title" */
		digits = letters_at(rest, at);
	if (digits == 0 && word > 0) {
		size_t separator = separator_at(rest, word, &strong);
		return strong ? bracket + word + separator : 0;
	}
	bool sign = digits > 0 && !is_digit(rest.at[at]);
	int32_t value = sign ? -1 : number_of(str_slice(rest, at, at + digits));
	if (!sign && letters_at(rest, at + digits) == 1 && word > 0) /* "ADR-001b" */
		digits++;
	size_t separator = separator_at(rest, at + digits, &strong);
	bool ends = at + digits + separator == rest.length;
	bool known = word > 0 || at > 1 || digits >= 3 || value == reading->record->number;
	bool spaced = separator > 0 && rest.at[at + digits + separator - 1] != '.' ? true : ends;
	if (digits == 0 || (value < 0 && !sign) || (!strong && !(known && (separator > 0 || ends))) ||
	    (!spaced && at == 0))
		return 0;
	*number = value;
	return bracket + at + digits + separator;
}

struct str strip_title_prefix(const struct reading *reading, struct str heading, int32_t *number)
{
	size_t colon = str_find_byte(heading, ':');
	struct str head = colon == STR_NOT_FOUND ? (struct str){0} : str_slice(heading, 0, colon);
	if (!str_empty(head) && (label_meaning(reading, head) == LABEL_TITLE || is_word(reading, WORD_STATUS, head)))
		heading = str_trim(str_from(heading, colon + 1));
	size_t date = date_prefix(heading);
	bool strong = false;
	if (date > 0 && date < heading.length)
		heading = str_from(heading, date + separator_at(heading, date, &strong));
	struct str title = str_from(heading, prefix_length(reading, heading, number));
	return str_trim(title);
}

/* The number that a file or folder name begins with; -1: none. */
static int32_t number_of_name(const struct reading *reading, struct str name)
{
	bool strong = false;
	size_t date = date_prefix(name);
	if (date > 0)
		name = str_from(name, date + separator_at(name, date, &strong));
	size_t letters = letters_at(name, 0), at = letters;
	const struct word *word = find_word(reading, WORD_KIND, str_slice(name, 0, letters));
	bool known = letters == 0 || (word && word->meaning == KIND_RECORD);
	while (at < name.length && strchr("-_. #", name.at[at]))
		at++;
	size_t digits = digits_at(name, at);
	bool ends = at + digits == name.length || strchr("-_. ", name.at[at + digits]) ||
		    (known && letters_at(name, at + digits) == 1); /* "ADR-001b_x" */
	if (digits == 0 || !ends || (!known && digits < 3 && at == letters))
		return -1;
	return known || digits >= 2 || letters <= 3 ? number_of(str_slice(name, at, at + digits)) : -1;
}

static bool is_folder_page(struct str stem)
{
	return str_equal_nocase(stem, STR("index")) || str_equal_nocase(stem, STR("readme")) ||
	       str_equal_nocase(stem, STR("_index")) || str_equal_nocase(stem, STR("adr"));
}

void read_number(struct reading *reading)
{
	struct record *record = reading->record;
	struct str stem = path_stem(record->path);
	record->number = number_of_name(reading, stem);
	if (record->number < 0 && is_folder_page(stem))
		record->number = number_of_name(reading, path_name(path_directory(record->path)));
}

/* "0005-use-postgres" -> "use postgres". */
static struct str title_of_name(struct reading *reading)
{
	struct str stem = path_stem(reading->record->path);
	if (is_folder_page(stem))
		stem = path_name(path_directory(reading->record->path));
	size_t date = date_prefix(stem);
	if (date > 0 && date + 1 < stem.length)
		stem = str_from(stem, date + 1);
	struct str words = arena_copy(reading->arena, stem);
	char *at = arena_take(reading->arena, words.length + 1);
	for (size_t i = 0; i < words.length; i++)
		at[i] = words.at[i] == '-' || words.at[i] == '_' ? ' ' : words.at[i];
	int32_t number = -1;
	struct str title = strip_title_prefix(reading, (struct str){at, words.length}, &number);
	return str_empty(title) ? stem : title;
}

static void take_number(struct reading *reading, int32_t number)
{
	if (reading->record->number < 0)
		reading->record->number = number;
}

/* A title, if the text holds more than a prefix. */
static bool take_title(struct reading *reading, struct str heading, struct span at)
{
	int32_t number = -1;
	struct str title = strip_title_prefix(reading, heading, &number);
	take_number(reading, number);
	if (str_empty(title) || !str_empty(reading->record->title))
		return false;
	reading->record->title = title;
	reading->record->title_at = at;
	reading->record->title_stated = true;
	return true;
}

void read_title(struct reading *reading)
{
	if (reading->title_block != NO_SECTION) {
		const struct block *block = &reading->blocks.item[reading->title_block];
		take_title(reading, plain_text(reading->arena, block->text),
			   span_of(reading, block->text, (struct span){0, 0, block->line}));
	}
	LIST_EACH (struct field, field, &reading->fields) {
		int32_t number = -1;
		if (field->label == LABEL_TITLE && field->origin <= FIELD_HEADER)
			take_title(reading, plain_text(reading->arena, field->value), field->at);
		else if (field->label == LABEL_NUMBER && field->origin <= FIELD_HEADER) {
			struct str rest = strip_title_prefix(reading, field->value, &number);
			if (number < 0 && str_to_number(rest, &number))
				number = number_of(rest);
			take_number(reading, number);
		}
	}
	if (str_empty(reading->record->title) && reading->front_summary.length <= SUMMARY_LENGTH_MOST)
		take_title(reading, reading->front_summary, (struct span){0, 0, 1});
	if (str_empty(reading->record->title))
		reading->record->title = title_of_name(reading);
}
