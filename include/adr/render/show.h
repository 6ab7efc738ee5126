/* SPDX-License-Identifier: MIT */
/* One function per result and one file per function: everything a result looks like, in every format it has. They
 * compute nothing and decide no exit status. JSON shapes are those of docs/json.md. */
#ifndef ADR_RENDER_SHOW_H
#define ADR_RENDER_SHOW_H

#include "adr/model/conflict.h"
#include "adr/model/explanation.h"
#include "adr/model/finding.h"
#include "adr/model/graph.h"
#include "adr/model/hit.h"
#include "adr/model/record.h"
#include "adr/model/review.h"
#include "adr/render/paper.h"

enum format {
	FORMAT_TEXT,
	FORMAT_JSON,
	FORMAT_JSONL,
	FORMAT_CSV,
	FORMAT_DOT,
	FORMAT_MERMAID,
	FORMAT_PATHS, /* one path per line */
	FORMAT_MARKDOWN,
	FORMAT_GITHUB, /* annotations of GitHub Actions */
	FORMAT_GITLAB, /* a Code Quality report of GitLab */
	FORMAT_JUNIT,
	FORMAT_SARIF,
	FORMAT_ICS,  /* a calendar */
	FORMAT_ATOM, /* a feed */
};

/* The next record to show, NULL behind the last; it may be gone when the one after it is asked for. */
typedef const struct record *(*next_record)(void *context);

/* `adr export`: jsonl, json, csv. One record at a time, because all of them may be more than memory should hold. */
void show_export(struct paper *paper, next_record next, void *context, enum format format);

/* `adr list`: text, json, csv, paths (relative to the working directory `here`, absolute). */
void show_list(struct paper *paper, const struct records *records, struct str here, enum format format);

/* `adr show`: text, json. `file` is the text of the record's file, for the lines that its values were read from; empty
 * where it cannot be read. With `body` the record's own text follows in text format. */
void show_record(struct paper *paper, const struct record *record, struct str file, bool body, enum format format);

/* `adr search`: text, json. */
void show_hits(struct paper *paper, const struct hits *hits, struct str query, enum format format);

struct show_conflicts_options {
	struct date as_of;
	bool waived;     /* waived ones too, in text; JSON always holds them */
	bool all;        /* every decision of long camps, in text */
	struct str base; /* the revision that changes are counted from; empty: no change was asked about */
};
void show_conflicts(struct paper *paper, const struct conflicts *conflicts,
		    const struct show_conflicts_options *options, enum format format);

/* `adr conflicts --explain`: text, json. `conflicts` are those that the record takes part in. */
void show_explanation(struct paper *paper, const struct record *record, const struct explanation *explanation,
		      const struct conflicts *conflicts, enum format format);

/* The catalogue that is used, and where it comes from. */
struct catalog_view {
	const struct catalog *all, *own, *builtin;
};

/* What `adr catalog test` found. */
struct example_result {
	struct str file; /* where the example is written */
	uint32_t line;
	struct str subject, text, expected, got; /* got: options, joined by ", "; "none" */
	bool passed;
};
struct catalog_trial {
	size_t subjects;      /* that were looked at */
	struct strs problems; /* files that are wrong: "FILE:LINE:COLUMN: what" */
	struct example_results LIST_OF(struct example_result) results;
};

/* `adr catalog`: all subjects, one, what `text` means, what the test found; text, json. */
void show_catalog(struct paper *paper, const struct catalog_view *view, bool names, enum format format);
void show_subject(struct paper *paper, const struct catalog_view *view, const struct catalog_subject *subject,
		  enum format format);
void show_meanings(struct paper *paper, const struct catalog_view *view, struct str text,
		   const struct explanation *steps, enum format format);
void show_trial(struct paper *paper, const struct catalog_trial *trial, enum format format);

/* `adr review`: text, json, csv, markdown, github, gitlab, junit, sarif, ics, atom. */
void show_reviews(struct paper *paper, const struct review_report *report, enum format format);

/* `adr review --triggers`: text, json. */
void show_triggers(struct paper *paper, const struct records *records, enum format format);

/* `adr graph`: dot, mermaid, json. */
void show_graph(struct paper *paper, const struct graph *graph, enum format format);

/* `adr lint`: text, json, csv, markdown, github, gitlab, junit, sarif. */
void show_findings(struct paper *paper, const struct findings *findings, enum format format);

/* `adr lint --list-rules`: text, json. */
void show_rules(struct paper *paper, enum format format);

/* A file that changes: `before` (NULL: it is new) and `after`, as `diff -u` prints them, in one piece. `path` is
 * written as given. */
void show_change(struct paper *paper, struct str path, const struct str *before, struct str after);

/* `adr index`: one line per project, or JSON. */
struct refresh_row {
	struct str project;
	size_t records, added, changed, removed;
};
struct refresh_rows LIST_OF(struct refresh_row);
void show_refresh(struct paper *paper, const struct refresh_rows *rows, enum format format);

#endif
