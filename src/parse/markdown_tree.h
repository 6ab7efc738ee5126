/* SPDX-License-Identifier: MIT */
/* The tree of blocks that cmark-gfm makes of Markdown, tables included. Texts stay whole: no node stands for words,
 * emphasis or links. */
#ifndef ADR_PARSE_MARKDOWN_TREE_H
#define ADR_PARSE_MARKDOWN_TREE_H

#include "cmark_memory.h"

#include "adr/base/str.h"

/* NULL when the text takes too much memory or time; the limits are those of adr/parse/read_record.h. The tree lives in
 * `memory` until its next use. */
cmark_node *markdown_tree(struct cmark_memory *memory, struct str text);

#endif
