/* SPDX-License-Identifier: MIT */
/* The settings of .adr.yml as plain values, with their defaults. docs/configuration.md describes the keys. */
#ifndef ADR_MODEL_CONFIG_H
#define ADR_MODEL_CONFIG_H

#include "adr/base/date.h"
#include "adr/base/list.h"
#include "adr/model/catalog.h"
#include "adr/model/finding.h"

struct own_word; /* model/vocabulary.h */
struct own_words LIST_OF(struct own_word);

/* "For this subject, this option": what the organisation settled on. */
struct standard {
	struct str subject, option, scope;
	struct str record; /* id of the record that sets it; may be empty */
	uint32_t line;     /* in .adr.yml */
};

/* "We know, leave it": silences a conflict until a day. */
struct waiver {
	struct str subject;
	struct strs projects; /* names; empty: all */
	struct strs records;  /* ids; empty: all */
	struct str reason;
	struct date until; /* the last day it holds; unset: for ever */
	struct str file;   /* the .adr.yml that it stands in: absolute; empty: not known */
	uint32_t line;     /* in it */
};

/* "Such records are to be looked at so long after their date, or never." */
struct review_policy {
	struct strs statuses;   /* names, "none" for no status; empty: what is accepted */
	struct strs projects;   /* names; empty: all */
	struct strs tags;       /* folded, one of them must be there; empty: any */
	struct strs paths;      /* patterns of path_matches(), one of which fits; empty: any */
	struct period interval; /* count 0: never */
	uint32_t line;          /* in .adr.yml */
};

struct config {
	struct str path; /* of the .adr.yml; empty when these are the defaults */
	struct str root; /* absolute directory that relative paths in it start from */

	struct str name;            /* empty: the directory's name */
	struct strs directories;    /* where records lie, relative to root; empty: found by the usual names */
	struct str template_name;   /* "nygard", "madr", or a path */
	struct strs projects;       /* roots of the workspace's projects, relative to root */
	struct str index;           /* path of the index; empty: in the cache */
	enum date_order date_order; /* wins over what the records prove */
	struct own_words words;     /* the organisation's; a word that stands here twice means what it means last */

	struct period review_interval; /* accepted records without a date of their own are due this long after their
					* date; count 0: never */
	struct review_policies LIST_OF(struct review_policy) review_policies; /* the first that fits counts, before
									       * review_interval */
	struct period review_within; /* how far ahead `adr review` looks; 30 days unless set */

	uint8_t rules[RULE_COUNT]; /* enum severity of each rule */

	struct standards LIST_OF(struct standard) standards;
	struct strs authorities; /* names of projects whose decisions bind the others; the first that decided counts */
	struct waivers LIST_OF(struct waiver) waivers;
	struct catalog catalog;    /* the organisation's own subjects; add to, and win over, the built-in ones */
	struct strs catalog_files; /* absolute paths of the files that these came from, besides this one */
};

/* The defaults: every list empty, every rule at its own severity, 30 days. */
void config_init(struct config *config);

#endif
