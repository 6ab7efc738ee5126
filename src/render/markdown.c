/* SPDX-License-Identifier: MIT */
#include "markdown.h"

#include "lines.h"

#include "adr/base/scope.h"

/* Renders as nothing and stands where a forge would otherwise see a name or a number. */
#define NOTHING "&#8203;"

static bool is_marker(char byte)
{
	return byte != '\0' && strchr("\\`*_[]<>|~$^", byte) != NULL;
}

static bool is_word(char byte)
{
	return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
	       byte == '"' || (unsigned char)byte >= 0x80;
}

/* What forges look for in text that is rendered already: @name, #12, and GitLab's !12 (merge request), %1 (milestone),
 * ~bug (label), $3 (snippet), &4 (epic). */
static bool starts_reference(struct str text)
{
	return text.length > 1 && strchr("@#!%~$&", text.at[0]) != NULL && is_word(text.at[1]);
}

static bool starts_url(struct str text)
{
	return str_starts(text, STR("://")) || str_starts_nocase(text, STR("www."));
}

void add_markdown(struct text *out, struct str text)
{
	SCOPED(text_release) struct text clean = {0};
	add_clean(&clean, text);
	struct str rest = text_str(&clean);
	for (size_t i = 0; i < rest.length; i++) {
		char byte = rest.at[i];
		if (is_marker(byte))
			text_add_byte(out, '\\');
		if (byte == '&')
			text_add_z(out, "&amp;");
		else
			text_add_byte(out, byte);
		if (starts_reference(str_from(rest, i)) || starts_url(str_from(rest, i)))
			text_add_z(out, NOTHING);
	}
}

static size_t longest_run(struct str text, char byte)
{
	size_t longest = 0, run = 0;
	for (size_t i = 0; i < text.length; i++) {
		run = text.at[i] == byte ? run + 1 : 0;
		longest = run > longest ? run : longest;
	}
	return longest;
}

/* CommonMark 0.31, 6.1: the span is delimited by a run of backticks longer than any in it, and one space at both ends
 * is taken away. */
void add_code(struct text *out, struct str text)
{
	SCOPED(text_release) struct text clean = {0};
	add_clean(&clean, text);
	struct str code = str_trim(text_str(&clean));
	if (str_empty(code))
		return;
	size_t ticks = longest_run(code, '`') + 1;
	const char *space = ticks > 1 ? " " : "";
	text_add_repeat(out, '`', ticks);
	text_add_z(out, space);
	text_add(out, code);
	text_add_z(out, space);
	text_add_repeat(out, '`', ticks);
}
