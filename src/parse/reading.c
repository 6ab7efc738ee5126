/* SPDX-License-Identifier: MIT */
#include "reading.h"

#include "adr/base/scope.h"

#include <stdarg.h>

size_t digits_at(struct str text, size_t at)
{
	size_t end = at;
	while (end < text.length && is_digit(text.at[end]))
		end++;
	return end - at;
}

const struct word *find_word(const struct reading *reading, enum word_class class, struct str text)
{
	return word_index_find(reading->words, class, unicode_fold(reading->scratch, text));
}

bool is_word(const struct reading *reading, enum word_class class, struct str text)
{
	return find_word(reading, class, text) != NULL;
}

static int meaning_of_key(const struct reading *reading, struct str key)
{
	const struct word *word = word_index_find(reading->words, WORD_LABEL, key);
	if (word)
		return word->meaning;
	word = word_index_find(reading->words, WORD_LINK, key);
	return word ? LABEL_LINK + word->meaning : -1;
}

/* "Document status", "ADR status": the label without what it is of. */
static struct str without_record_word(const struct reading *reading, struct str label)
{
	size_t blank = str_find_byte(label, ' ');
	const struct word *word =
		blank == STR_NOT_FOUND ? NULL : find_word(reading, WORD_KIND, str_slice(label, 0, blank));
	return word && word->meaning == KIND_RECORD ? str_from(label, blank + 1) : (struct str){0};
}

int label_meaning(const struct reading *reading, struct str label)
{
	if (label.length > LABEL_LENGTH_MOST)
		return -1;
	int meaning = meaning_of_key(reading, unicode_fold(reading->scratch, label));
	size_t bracket = str_find_byte(label, '(');
	if (meaning < 0 && bracket != STR_NOT_FOUND && bracket > 0)
		meaning = meaning_of_key(reading, unicode_fold(reading->scratch, str_slice(label, 0, bracket)));
	if (meaning < 0)
		meaning = meaning_of_key(reading, unicode_fold(reading->scratch, without_record_word(reading, label)));
	size_t slash = str_find_byte(label, '/');
	if (meaning < 0 && slash != STR_NOT_FOUND && slash > 0)
		meaning = meaning_of_key(reading, unicode_fold(reading->scratch, str_slice(label, 0, slash)));
	return meaning;
}

bool is_placeholder(struct str text)
{
	static const char *const pairs[] = {"[]", "{}", "<>"};
	text = str_trim_bytes(str_trim(text), "*_`\"");
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		if (text.length > 2 && text.at[0] == pairs[i][0] && text.at[text.length - 1] == pairs[i][1])
			return !str_starts(text, STR("[x]")) && !str_contains(text, STR("@"));
	}
	return false;
}

bool is_nobody(const struct reading *reading, struct str text)
{
	struct str folded = unicode_fold(reading->scratch, text);
	return str_empty(folded) || is_placeholder(text) || word_index_find(reading->words, WORD_NOBODY, folded);
}

struct span span_of(const struct reading *reading, struct str part, struct span otherwise)
{
	const char *start = reading->source->text.at, *end = start + reading->source->text.length;
	if (str_empty(part) || part.at < start || part.at >= end)
		return otherwise;
	return source_span(reading->source, part);
}

struct finding *note(struct reading *reading, enum rule rule, struct span at, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	SCOPED(text_release) struct text message = {0};
	text_vprintf(&message, format, arguments);
	va_end(arguments);
	return finding_add(reading->arena, &reading->record->findings, rule, reading->source, at, "%s", message.at);
}

struct field *add_field(struct reading *reading, enum field_origin origin, int label, struct str key, struct str value,
			struct span at)
{
	struct field *field = LIST_ADD(reading->scratch, &reading->fields);
	*field = (struct field){origin, (uint8_t)label, key, value, at};
	return field;
}

size_t split_row(struct str row, struct str cells[CELLS_MOST])
{
	size_t count = 0, start = 0;
	row = str_trim(row);
	if (str_starts(row, STR("|")))
		row = str_from(row, 1);
	for (size_t i = 0; i <= row.length && count < CELLS_MOST; i++) {
		bool end = i == row.length, bar = !end && row.at[i] == '|' && (i == 0 || row.at[i - 1] != '\\');
		if (!end && !bar)
			continue;
		if (end && start == row.length && count > 0)
			break; /* the bar that closes the row */
		cells[count++] = str_trim(str_slice(row, start, i));
		start = i + 1;
	}
	return count;
}

size_t section_of(const struct reading *reading, size_t block)
{
	size_t low = 0, high = reading->outlines.count; /* the first section that starts behind `block` */
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (reading->outlines.item[middle].first <= block + 1)
			low = middle + 1;
		else
			high = middle;
	}
	return low > 0 ? low - 1 : NO_SECTION;
}
