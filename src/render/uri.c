/* SPDX-License-Identifier: MIT */
#include "uri.h"

/* "unreserved" of RFC 3986, section 2.3, and the slash between segments. */
static bool stands_for_itself(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
	       byte == '-' || byte == '.' || byte == '_' || byte == '~' || byte == '/';
}

void add_uri_path(struct text *out, struct str path)
{
	for (size_t i = 0; i < path.length; i++) {
		if (stands_for_itself(path.at[i]))
			text_add_byte(out, path.at[i]);
		else
			text_printf(out, "%%%02X", (unsigned)(unsigned char)path.at[i]);
	}
}
