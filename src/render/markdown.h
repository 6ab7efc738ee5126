/* SPDX-License-Identifier: MIT */
/* Text from files inside Markdown that forges render: it must look like itself and do nothing. Private to render/. */
#ifndef ADR_RENDER_MARKDOWN_H
#define ADR_RENDER_MARKDOWN_H

#include "adr/base/text.h"

/* Appends `text` cleaned and on one line, with whatever Markdown (CommonMark, GFM, GitLab's) would take for markup, a
 * link, a mention of somebody or a reference to an issue made harmless. Not for the start of a line. */
void add_markdown(struct text *out, struct str text);

/* Appends `text` cleaned as a code span. Nothing in it is markup; nothing for an empty text. */
void add_code(struct text *out, struct str text);

#endif
