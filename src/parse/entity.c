/* SPDX-License-Identifier: MIT */
#include "entity.h"

#define NUMBER_LENGTH_MOST 8 /* bytes, with "&#" */

static size_t named_entity(struct str text, char *character)
{
	static const struct {
		struct str name;
		char character;
	} entities[] = {{STR_INIT("&amp;"), '&'},   {STR_INIT("&lt;"), '<'},    {STR_INIT("&gt;"), '>'},
			{STR_INIT("&quot;"), '"'},  {STR_INIT("&apos;"), '\''}, {STR_INIT("&nbsp;"), ' '},
			{STR_INIT("&ndash;"), '-'}, {STR_INIT("&mdash;"), '-'}};
	for (size_t i = 0; i < sizeof entities / sizeof *entities; i++) {
		if (!str_starts(text, entities[i].name))
			continue;
		*character = entities[i].character;
		return entities[i].name.length;
	}
	return 0;
}

static size_t numeric_entity(struct str text, char *character)
{
	size_t at = 2;
	int value = 0, digit = 0;
	bool hexadecimal = text.length > 2 && (text.at[2] | 0x20) == 'x';
	for (at += hexadecimal; at < text.length && at < NUMBER_LENGTH_MOST && text.at[at] != ';'; at++) {
		digit = str_hex_digit(text.at[at]);
		if (digit < 0 || (digit > 9 && !hexadecimal))
			return 0;
		value = value * (hexadecimal ? 16 : 10) + digit;
	}
	*character = (char)value;
	return at < text.length && text.at[at] == ';' && value >= ' ' && value < 0x7F ? at + 1 : 0;
}

size_t entity_at(struct str text, char *character)
{
	return str_starts(text, STR("&#")) ? numeric_entity(text, character) : named_entity(text, character);
}
