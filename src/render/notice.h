/* SPDX-License-Identifier: MIT */
/* What tools for many kinds of programs take: "in this file, at this line, this is to be said". Findings, conflicts and
 * reviews become notices, and each format that is not about records as such is written once, over notices. Private to
 * render/.
 *
 *     SCOPED(scoped_arena_free) struct arena *arena = arena_new();
 *     SCOPED(places_release) struct places places = places_in_repository(paper);
 *     struct notices notices = {0};
 *     struct notice *notice = notice_add(arena, &notices, &rule, record_file(arena, &places, record));
 *     notice->message = ...;
 *     show_notices(paper, &notices, &report, format);
 */
#ifndef ADR_RENDER_NOTICE_H
#define ADR_RENDER_NOTICE_H

#include "parts.h"

#include "adr/model/finding.h"
#include "adr/render/show.h"

/* Another place that belongs to what a notice says: the other side of a conflict. */
struct related {
	struct str file;    /* like that of the notice */
	uint32_t line;      /* 0: the file as a whole */
	struct str message; /* what stands there */
};

#define FINGERPRINT_SIZE 33 /* 128 bits in hexadecimal digits and a NUL */

/* Texts may hold text from files: each format cleans and escapes them. */
struct notice {
	const struct rule_info *rule; /* lives as long as the program; its severity is only the usual one */
	enum severity severity;
	struct str project;      /* name; empty: of no single project */
	struct str file;         /* from the root of the repository; project/path where that root is not known; empty: about
				  * no file */
	struct place from, to;   /* `to` is behind the last character; line 0: the file as a whole, column 0: the line */
	struct str name;         /* what it is about: a record's id and title; empty: the file */
	struct str message;      /* one sentence without a full stop */
	struct str help;         /* what to do */
	struct str url;          /* where people can read the file; empty: unknown */
	struct str identity;     /* with rule and file, what makes it this notice and no other; it stays the same when
				  * lines move. Empty: the message */
	struct relateds LIST_OF(struct related) related;
	char fingerprint[FINGERPRINT_SIZE]; /* filled by show_notices(): the same for the same notice in every run */
};

struct notices LIST_OF(struct notice);

/* What the notices are together. */
struct notice_report {
	const char *command; /* "lint": of `adr lint` */
	const char *title;   /* "Findings": over a list in Markdown */
	const char *nothing; /* what to say when there are none: one sentence */
};

/* A new notice with the rule's own severity and help. */
struct notice *notice_add(struct arena *arena, struct notices *notices, const struct rule_info *rule, struct str file);

/* Places as seen from the root of the repository (paper.h), for files of notices. */
struct places places_in_repository(const struct paper *paper);
struct str record_file(struct arena *arena, struct places *places, const struct record *record);
struct str named_file(struct arena *arena, struct places *places, struct str project, struct str path);

/* FORMAT_GITHUB, _GITLAB, _JUNIT, _SARIF, _MARKDOWN, _CSV. The order of the notices is
 * kept, but JUnit and Markdown hold those of one project together. */
void show_notices(struct paper *paper, struct notices *notices, const struct notice_report *report, enum format format);

/* The formats, each in a file of its own. */
void notices_github(struct paper *paper, const struct notices *notices, const struct notice_report *report);
void notices_gitlab(struct paper *paper, const struct notices *notices, const struct notice_report *report);
void notices_junit(struct paper *paper, const struct notices *notices, const struct notice_report *report);
void notices_sarif(struct paper *paper, const struct notices *notices, const struct notice_report *report);
void notices_markdown(struct paper *paper, const struct notices *notices, const struct notice_report *report);
void notices_csv(struct paper *paper, const struct notices *notices, const struct notice_report *report);

#endif
