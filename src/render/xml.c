/* SPDX-License-Identifier: MIT */
#include "xml.h"

#include "lines.h"

#include "adr/base/scope.h"

static const char *entity(char byte)
{
	switch (byte) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	case '\'':
		return "&apos;";
	default:
		return NULL;
	}
}

/* U+FFFE and U+FFFF. What else XML forbids does not survive cleaning. */
static bool forbidden(struct str text)
{
	return str_starts(text, STR("\xEF\xBF\xBE")) || str_starts(text, STR("\xEF\xBF\xBF"));
}

void add_xml(struct text *out, struct str text)
{
	SCOPED(text_release) struct text clean = {0};
	add_clean(&clean, text);
	struct str rest = text_str(&clean);
	for (size_t i = 0; i < rest.length; i++) {
		const char *escaped = entity(rest.at[i]);
		if (escaped) {
			text_add_z(out, escaped);
		} else if (rest.at[i] == '\xEF' && forbidden(str_from(rest, i))) {
			text_add_z(out, "\xEF\xBF\xBD");
			i += 2;
		} else {
			text_add_byte(out, rest.at[i]);
		}
	}
}

void add_attribute(struct text *out, const char *name, struct str value)
{
	text_printf(out, " %s=\"", name);
	add_xml(out, value);
	text_add_byte(out, '"');
}

void add_number_attribute(struct text *out, const char *name, size_t value)
{
	text_printf(out, " %s=\"%zu\"", name, value);
}

void add_element(struct text *out, const char *name, struct str text)
{
	text_printf(out, "<%s>", name);
	add_xml(out, text);
	text_printf(out, "</%s>\n", name);
}
