/* SPDX-License-Identifier: MIT */
/* Where the parts of an .adr.yml stand that a waiver is written into: the file's own mapping, `conflicts:` in it, and
 * `waivers:` in that. Read by parse/, used by edit/. Offsets are bytes of the file. */
#ifndef ADR_MODEL_CONFIG_OUTLINE_H
#define ADR_MODEL_CONFIG_OUTLINE_H

#include <stdbool.h>
#include <stdint.h>

enum outline_form {
	OUTLINE_ABSENT, /* not there; of the file: nothing but comments */
	OUTLINE_EMPTY,  /* its key is there and nothing behind it */
	OUTLINE_BLOCK,  /* lines */
	OUTLINE_FLOW,   /* in brackets */
};

struct outline_part {
	enum outline_form form;
	uint32_t key;   /* its key's first byte */
	uint32_t start; /* OUTLINE_BLOCK: the first entry; OUTLINE_FLOW: the bracket; OUTLINE_EMPTY: behind the colon */
	uint32_t last;  /* the last entry; of a list, what stands behind the dash. Meaningless without entries */
	uint32_t end;   /* behind the last entry, or, without entries, behind the bracket */
	bool has_entries;
};

struct config_outline {
	struct outline_part file, conflicts, waivers;
	uint32_t indent; /* columns by which the file indents what belongs to a key */
	uint32_t dash;   /* columns by which it indents the dashes of a list: often 0 */
};

#endif
