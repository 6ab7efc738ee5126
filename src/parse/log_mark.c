/* SPDX-License-Identifier: MIT */
/* Ids, dates and numbers at the start of headings. Most headings have none: the first digit is looked for before
 * anything is folded. */
#include "log.h"

#define WORD_BYTES_MOST ((size_t)40) /* before the number: "architecture decision record" */
#define CODE_LETTERS_MOST ((size_t)6)
#define DIGITS_MOST ((size_t)6)

/* The bytes of "2026-03-01", "2026/03/01", "2026.03.01" or "2026-03" at the start. */
static size_t date_length(struct str text)
{
	if (digits_at(text, 0) != 4 || text.length < 7 || !strchr("-/.", text.at[4]) || digits_at(text, 5) != 2)
		return 0;
	if (text.length >= 10 && text.at[7] == text.at[4] && digits_at(text, 8) == 2)
		return 10;
	return text.at[4] == '-' ? 7 : 0;
}

static struct str after_date(struct str text, size_t length, bool *strong)
{
	text = str_from(text, length);
	if (str_starts(text, STR("]")) || str_starts(text, STR(")")))
		text = str_from(text, 1);
	return str_from(text, separator_at(text, 0, strong));
}

static bool take_date(struct mark *mark, struct str *rest)
{
	struct str text = str_trim_bytes(*rest, "[( ");
	size_t length = date_length(text);
	bool strong = false;
	if (length == 0)
		return false;
	mark->date = str_slice(text, 0, length);
	*rest = after_date(text, length, &strong);
	return true;
}

static bool is_code(struct str word)
{
	for (size_t i = 0; i < word.length; i++)
		if (word.at[i] < 'A' || word.at[i] > 'Z')
			return false;
	return word.length > 0 && word.length <= CODE_LETTERS_MOST;
}

static enum mark_kind kind_of(const struct reading *reading, struct str word)
{
	if (str_empty(word))
		return MARK_ORDINAL;
	const struct word *known = find_word(reading, WORD_KIND, word);
	if (known && known->meaning == KIND_RECORD)
		return MARK_RECORD;
	return is_code(word) ? MARK_CODE : MARK_NONE;
}

/* "3.", "1.2", "001": the digits at `at` with what belongs to them; *number is -1 for those with a dot inside. */
static size_t number_length(struct str text, size_t at, int32_t *number)
{
	size_t digits = digits_at(text, at), end = at + digits;
	if (digits > DIGITS_MOST || !str_to_number(str_slice(text, at, end), number))
		return 0;
	while (end + 1 < text.length && text.at[end] == '.' && is_digit(text.at[end + 1])) {
		end += 1 + digits_at(text, end + 1);
		*number = -1;
	}
	return end - at;
}

static bool take_number(const struct reading *reading, struct mark *mark, struct str *rest)
{
	struct str text = str_trim_bytes(*rest, "[( ");
	size_t at = 0;
	while (at < text.length && at < WORD_BYTES_MOST && !is_digit(text.at[at]))
		at++;
	if (at == text.length || !is_digit(text.at[at]))
		return false;
	struct str word = str_trim_bytes(str_slice(text, 0, at), " -_#.:");
	enum mark_kind kind = kind_of(reading, word);
	int32_t number = -1;
	size_t length = kind == MARK_NONE ? 0 : number_length(text, at, &number);
	if (length == 0)
		return false;
	bool strong = false, dotted = kind == MARK_ORDINAL && number < 0;
	size_t separator = separator_at(text, at + length, &strong), end = at + length + separator;
	bool weak = separator > 0 || end == text.length;
	if (!strong && !(weak && (kind == MARK_RECORD || dotted)))
		return false;
	mark->kind = kind;
	mark->word = word;
	mark->number = number;
	*rest = str_from(text, end);
	return true;
}

/* "Use NATS (2026-05-01)", "Use NATS - 2026-05-01" */
static void take_last_date(struct mark *mark)
{
	struct str text = str_trim_bytes(mark->title, ") ");
	size_t start = text.length > 10 ? text.length - 10 : 0;
	bool strong = false;
	if (start < 2 || !str_empty(mark->date) || date_length(str_from(text, start)) != 10)
		return;
	struct str date = str_from(text, start);
	size_t end = start;
	while (end > 0 && (text.at[end - 1] == ' ' || text.at[end - 1] == '('))
		end--;
	for (size_t back = 1; back <= 3 && back < end; back++) /* "-" or one of its longer kin */
		if (separator_at(text, end - back, &strong) >= back && strong)
			end -= back;
	if (end == start)
		return;
	mark->date = date;
	mark->title = str_trim(str_slice(text, 0, end));
}

struct mark read_mark(const struct reading *reading, struct str heading)
{
	struct mark mark = {.kind = MARK_NONE, .number = -1, .title = heading};
	struct str rest = heading;
	bool dated = take_date(&mark, &rest);
	if (take_number(reading, &mark, &rest) && !dated)
		dated = take_date(&mark, &rest);
	if (mark.kind == MARK_NONE && dated)
		mark.kind = MARK_DATE;
	if (mark.kind != MARK_NONE && !str_empty(str_trim(rest)))
		mark.title = str_trim(rest);
	if (mark.kind != MARK_NONE)
		take_last_date(&mark);
	return mark;
}
