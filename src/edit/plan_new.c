/* SPDX-License-Identifier: MIT */
#include "adr/edit/edit.h"

#include "adr/base/ascii.h"
#include "adr/base/file.h"
#include "adr/base/unicode.h"
#include "naming.h"
#include "template.h"

/* Control characters, line and paragraph separators, and those that turn the direction of the text round: they have no
 * place in a heading, and a terminal or a reviewer would be misled by them. */
static bool is_unfit_for_title(int32_t point)
{
	return point < 0x20 || (point >= 0x7F && point <= 0x9F) || (point >= 0x2028 && point <= 0x202E) ||
	       (point >= 0x2066 && point <= 0x2069);
}

static enum outcome check_title(struct str title, struct error *error)
{
	if (str_empty(title))
		return fail_usage(error, "no title given");
	size_t length;
	for (struct str rest = title; !str_empty(rest); rest = str_from(rest, length)) {
		int32_t point = unicode_next(rest, &length);
		if (point < 0)
			return fail_usage(error, "the title is not valid UTF-8");
		if (is_unfit_for_title(point))
			return fail_usage(error,
					  "the title holds the control character U+%04X: give it as one line of text",
					  (unsigned)point);
	}
	return OUTCOME_OK;
}

static struct str ascii_lower(struct arena *arena, struct str text)
{
	struct str lower = arena_copy(arena, text);
	char *bytes = arena_take(arena, text.length + 1);
	for (size_t i = 0; i < lower.length; i++)
		bytes[i] = to_lower(text.at[i]);
	return (struct str){bytes, text.length};
}

static struct str record_text(struct arena *arena, const struct new_record *wanted, struct str title, int32_t number)
{
	const struct str values[VALUE_COUNT] = {
		[VALUE_NUMBER] = arena_printf(arena, "%d", (int)number),
		[VALUE_TITLE] = title,
		[VALUE_DATE] = wanted->date,
		[VALUE_STATUS] = wanted->status,
		[VALUE_STATUS_LOWER] = ascii_lower(arena, wanted->status),
	};
	return template_fill(arena, wanted->template_text, values);
}

enum outcome plan_new(struct arena *arena, const struct new_record *wanted, struct edits *edits, struct str *path,
		      struct error *error)
{
	struct str title = str_trim(wanted->title);
	enum outcome outcome = check_title(title, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	struct naming naming;
	outcome = naming_read(arena, arena_copy_z(arena, wanted->directory), &naming, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	int32_t number = wanted->number > 0 ? wanted->number : naming.highest + 1;
	struct str name = naming_file(arena, &naming, number, title);
	if (str_empty(name))
		return fail_usage(error, "the title '%.*s' gives no file name: it needs a letter or a digit",
				  STR_ARG(title));
	*path = path_join(arena, wanted->directory, name);
	*LIST_ADD(arena, edits) =
		(struct edit){.path = *path, .create = true, .text = record_text(arena, wanted, title, number)};
	return OUTCOME_OK;
}
