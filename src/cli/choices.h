/* SPDX-License-Identifier: MIT */
/* Tables of words that several commands share. */
#ifndef ADR_CLI_CHOICES_H
#define ADR_CLI_CHOICES_H

#include "adr/model/finding.h"
#include "adr/render/show.h"
#include "command.h"

extern const struct choice text_or_json[];
extern const struct choice lint_formats[];   /* text, json and those of notices */
extern const struct choice review_formats[]; /* the same, a calendar and a feed */
extern const struct choice conflict_formats[];

/* The rows that every command with an index or a workspace has. */
#define OPTION_DB(type) {0, "db", OPTION_TEXT, offsetof(type, db), "FILE", NULL, "the index file; alone, it is read as it is"}
#define OPTION_FORMAT(type, table) \
	{'f', "format", OPTION_CHOICE, offsetof(type, format), "FORMAT", table, "print as FORMAT"}

/* Ends in session_link_files(). */
#define OPTION_LINK_BASE(type) \
	{0, "link-base", OPTION_TEXT, offsetof(type, link_base), "URL", NULL, \
	 "where files can be read: their paths in the repository are put behind it"}

#define PATHS_EXPLAINED                                                                                                \
	"PATH is a directory (one project, or every project below it) or a file (that\n"                              \
	"one record). Without PATH: the workspace of the nearest .adr.yml with\n"                                      \
	"'projects:', else the project around the working directory.\n"

#endif
