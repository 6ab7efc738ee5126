/* SPDX-License-Identifier: MIT */
#include "label_line.h"

#include "adr/base/scope.h"
#include "adr/base/text.h"
#include "adr/base/unicode.h"
#include "adr/model/vocabulary.h"

/* --- taking apart ------------------------------------------------------------------------------------------------- */

static size_t count_of(struct str text, const char *bytes)
{
	size_t count = 0;
	while (count < text.length && text.at[count] != '\0' && strchr(bytes, text.at[count]))
		count++;
	return count;
}

/* Indentation, quote marks, one list mark. */
static size_t marks_before(struct str line)
{
	size_t at = count_of(line, " \t>");
	struct str rest = str_from(line, at);
	size_t digits = count_of(rest, "0123456789");
	bool bullet = rest.length > 1 && strchr("-*+", rest.at[0]) && rest.at[1] == ' ';
	bool number =
		digits > 0 && digits + 1 < rest.length && strchr(".)", rest.at[digits]) && rest.at[digits + 1] == ' ';
	if (bullet)
		at += 1 + count_of(str_from(rest, 1), " ");
	else if (number)
		at += digits + 1 + count_of(str_from(rest, digits + 1), " ");
	return at + count_of(str_from(line, at), "*_");
}

static struct str between(struct str line, size_t from, size_t to)
{
	return str_slice(line, from, to);
}

static void split_value(struct str line, size_t from, size_t end, struct label_line *parts)
{
	struct str rest = between(line, from, end);
	size_t length = rest.length;
	while (length > 0 && strchr(" \t\\", rest.at[length - 1]))
		length--;
	parts->value = str_slice(rest, 0, length);
	parts->after = str_from(line, from + length);
}

/* "| Label | value |" */
static bool split_row(struct str line, struct label_line *parts)
{
	size_t bars[4], count = 0;
	for (size_t i = 0; i < line.length; i++) {
		if (line.at[i] != '|' || (i > 0 && line.at[i - 1] == '\\'))
			continue;
		if (count == 3)
			return false;
		bars[count++] = i;
	}
	if (count < 2 || !str_empty(str_trim(str_slice(line, 0, bars[0]))) ||
	    (count == 3 && !str_empty(str_trim(str_from(line, bars[2] + 1)))))
		return false;
	size_t from = bars[0] + 1 + count_of(str_from(line, bars[0] + 1), " \t*_");
	struct str label = str_trim_bytes(str_slice(line, from, bars[1]), " \t*_:");
	if (str_empty(label))
		return false;
	size_t value = bars[1] + 1 + count_of(str_from(line, bars[1] + 1), " \t");
	parts->table = true;
	parts->before = str_slice(line, 0, (size_t)(label.at - line.at));
	parts->label = label;
	parts->between = between(line, parts->before.length + label.length, value);
	split_value(line, value, count == 3 ? bars[2] : line.length, parts);
	return true;
}

bool label_line_split(struct str line, bool front_matter, struct label_line *parts)
{
	*parts = (struct label_line){.front_matter = front_matter};
	if (!front_matter && str_starts(str_trim(line), STR("|")))
		return split_row(line, parts);
	size_t from = front_matter ? 0 : marks_before(line);
	size_t colon = str_find_byte(str_from(line, from), ':');
	if (colon == STR_NOT_FOUND)
		return false;
	struct str label = str_trim_bytes(str_slice(line, from, from + colon), "*_ \t\"'");
	if (str_empty(label) || label.length > 60 || str_find_byte(label, '|') != STR_NOT_FOUND ||
	    (front_matter && count_of(line, " \t-#{[\"'") > 0))
		return false;
	size_t end = (size_t)(label.at - line.at) + label.length;
	size_t value = from + colon + 1;
	value += count_of(str_from(line, value), front_matter ? " \t" : "*_ \t");
	parts->before = str_slice(line, 0, (size_t)(label.at - line.at));
	parts->label = label;
	parts->between = between(line, end, value);
	split_value(line, value, line.length, parts);
	return !str_contains(parts->value, STR("**")) && !str_contains(parts->value, STR(" | ")) &&
	       !str_contains(parts->value, STR("<br"));
}

/* --- writing the like --------------------------------------------------------------------------------------------- */

/* "lastReviewed" beside "reviewBy", "last_reviewed" beside "review_by", else "last-reviewed". */
static struct str key_like(struct str key, bool next)
{
	for (size_t i = 1; i < key.length; i++)
		if (key.at[i] >= 'A' && key.at[i] <= 'Z')
			return next ? STR("nextReview") : STR("lastReviewed");
	if (str_find_byte(key, '_') != STR_NOT_FOUND)
		return next ? STR("next_review") : STR("last_reviewed");
	return next ? STR("next-review") : STR("last-reviewed");
}

/* ASCII case only: "date:" gets "last reviewed:". */
static void add_label(struct text *out, struct str label, struct str like)
{
	bool lower = like.at[0] >= 'a' && like.at[0] <= 'z';
	char first = label.at[0];
	text_add_byte(out, lower && first >= 'A' && first <= 'Z' ? (char)(first | 0x20) : first);
	text_add(out, str_from(label, 1));
}

/* Cells keep their width where the text fits. */
static void fill_cell(struct text *out, size_t was, size_t is)
{
	for (; is < was; is++)
		text_add_byte(out, ' ');
}

struct str label_line_like(struct arena *arena, const struct label_line *like, struct str language, bool next,
			   struct str date)
{
	SCOPED(text_release) struct text out = {0};
	char quote = like->front_matter && !str_empty(like->value) ? like->value.at[0] : '\0';
	text_add(&out, like->before);
	size_t start = out.length;
	if (like->front_matter)
		text_add(&out, key_like(like->label, next));
	else
		add_label(&out, next ? writing_in(language)->review : writing_in(language)->reviewed, like->label);
	size_t width = unicode_width(str_slice(text_str(&out), start, out.length));
	struct str rest = like->between;
	if (like->table) { /* the blanks in front of the bar make room */
		size_t bar = str_find_byte(rest, '|'), marks = count_of(rest, "*_:");
		text_add(&out, str_slice(rest, 0, marks));
		size_t blanks = bar - marks, was = unicode_width(like->label) + blanks;
		text_add_repeat(&out, ' ', width < was ? was - width : 1);
		rest = str_from(rest, bar);
	}
	text_add(&out, rest);
	if (quote == '"' || quote == '\'')
		text_printf(&out, "%c%.*s%c", quote, STR_ARG(date), quote);
	else
		text_add(&out, date);
	if (like->table)
		fill_cell(&out, unicode_width(like->value), unicode_width(date));
	text_add(&out, like->front_matter ? (struct str){0} : like->after);
	return arena_copy(arena, text_str(&out));
}
