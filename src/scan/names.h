/* SPDX-License-Identifier: MIT */
/* What names of files and folders tell about their contents. Pure text; nothing here touches the disk. */
#ifndef ADR_SCAN_NAMES_H
#define ADR_SCAN_NAMES_H

#include "adr/base/arena.h"

/* Ends in .md, .markdown or .mdx, in any case. */
bool name_is_markdown(struct str name);

/* A Markdown file that says "ADR" and a number: "ADR-012 x.md", "adr_0012.md", "madr3-y.md". These are listed wherever
 * they lie. */
bool name_is_numbered_adr(struct str name);

/* A Markdown file that begins with a number of three to six digits that is no year: "0007-x.md", "007_y.md". */
bool name_is_numbered(struct str name);

/* A Markdown file whose name says that it holds decisions, and nothing else: "DECISIONS.md", "decision-log.md",
 * "adr.md". These too are listed wherever they lie. */
bool name_is_log(struct str name);

/* README, index and template files: alone they make no log of decisions. */
bool name_is_guide(struct str name);

/* Whether a folder holds decision records, by the words of its name in any of the usual spellings and some languages.
 */
enum folder_words {
	FOLDER_OTHER,   /* "docs", "decision-tree" */
	FOLDER_RECORDS, /* the words are among others: "billing-adrs", "adr-tools", "01_product_decisions" */
	FOLDER_NOTHING_BUT_RECORDS, /* "adr", "decisions", "architecture_decision_records", "DecisionLog" */
};
enum folder_words name_folder_words(struct str name);

/* Version control, caches and installed packages: never looked into. */
bool name_is_machinery(struct str name);

/* Folders of build results and of other people's code. They are left out of the search for record folders, but inside
 * one they are names like any other: docs/adr/build/0001-x.md. */
bool name_is_product(struct str name);

#endif
