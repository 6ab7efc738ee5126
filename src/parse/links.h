/* SPDX-License-Identifier: MIT */
/* What read_links.c, link_text.c and link_target.c share: links on their way into the record. */
#ifndef ADR_PARSE_LINKS_H
#define ADR_PARSE_LINKS_H

#include "reading.h"

bool is_web(struct str target);
bool is_page(struct str path); /* a Markdown file */
struct str without_fragment(struct str target);

/* "#adr-3" in a log: another of its decisions. */
bool is_place_in_log(const struct reading *reading, struct str target);

/* "adr", "decision record": what stands before a record's number. `folded` is. */
bool is_record_word(const struct reading *reading, struct str folded);

/* Adds a link unless the record has it already. */
void add_link(struct reading *reading, struct link link);

/* Adds a link to a path or an address, if it may lead to a record or a page of the repository. `words` are the link's
 * own; empty: the path is merely mentioned. */
void add_path_link(struct reading *reading, enum link_kind kind, struct str target, struct str words, struct span at);

/* Adds a link to the record beside this one whose file has the name `target` without its ending, if it may be one. */
void add_stem_link(struct reading *reading, enum link_kind kind, struct str target, struct span at);

/* False for texts that name no target: they need no closer look. */
bool may_name_target(struct str text);

/* Adds the links that `text` names. Targets without a verb before them get `kind`; LINK_KIND_COUNT: are left out.
 * `numbers`: the text may begin with a bare number that names a record, as values do ("0003, see there"); otherwise
 * bare numbers count behind a verb, or where there is nothing else. */
void add_links_of(struct reading *reading, struct str text, bool numbers, enum link_kind kind, struct span at);

#endif
