/* SPDX-License-Identifier: MIT */
/* The options that choose records, shared by the commands that list them. */
#ifndef ADR_CLI_FILTER_H
#define ADR_CLI_FILTER_H

#include "adr/store/store.h"
#include "command.h"

/* Rows for a struct with a `struct record_filter filter` member. */
#define OPTIONS_FILTER(type)                                                                                           \
	{'s', "status", OPTION_TEXTS, offsetof(type, filter.statuses), "STATUS", NULL,                                \
	 "only these: proposed, draft, accepted, rejected, deprecated, superseded, none"},                            \
		{'p', "project", OPTION_TEXTS, offsetof(type, filter.projects), "NAME", NULL,                                \
		 "only these projects: a,b; write \\, for a comma in a name"}, \
		{0, "person", OPTION_TEXT, offsetof(type, filter.person), "NAME", NULL,                               \
		 "only records that name this person or team"},                                                       \
		{'t', "tag", OPTION_TEXT, offsetof(type, filter.tag), "TAG", NULL, "only records with this tag"},     \
		{0, "since", OPTION_DATE, offsetof(type, filter.since), "DATE", NULL,                                 \
		 "only records of this day or later"},                                                                \
		{0, "until", OPTION_DATE, offsetof(type, filter.until), "DATE", NULL,                                 \
		 "only records of this day or earlier"},                                                              \
	{                                                                                                              \
		0, "text", OPTION_TEXT, offsetof(type, filter.text), "WORDS", NULL,                                    \
			"only records with this in their id or title"                                                  \
	}

/* Refuses words that are no status. */
NODISCARD enum outcome filter_check(const struct record_filter *filter, const char *command, struct error *error);

#endif
