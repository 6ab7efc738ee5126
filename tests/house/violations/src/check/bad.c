/* SPDX-License-Identifier: MIT */
#include "adr/parse/read_record.h"
#include "yaml_tree.h"
#include <sqlite3.h>

/* strcpy() in a comment is fine, and so is printf(). */
static const char *text = "gets() in a text is fine \" sprintf(";

int main(void)
{
	printf("%s", text);
	return fprintf(stdout, "%d", atoi (text)); /* one
	comment system() over two lines */
}
