/* SPDX-License-Identifier: MIT */
/* Changes to the user's files. plan_* works out byte-exact edits and touches nothing; apply_edits() does all of them
 * or none. */
#ifndef ADR_EDIT_EDIT_H
#define ADR_EDIT_EDIT_H

#include "adr/base/date.h"
#include "adr/base/error.h"
#include "adr/base/scope.h"
#include "adr/model/config_outline.h"
#include "adr/model/edit.h"
#include "adr/model/record.h"

/* What `adr new` writes. */
struct new_record {
	struct str directory;     /* where it goes; made when missing */
	struct str title;
	struct str date;          /* verbatim: ADR_DATE may hold any form */
	struct str status;        /* "Accepted", "Proposed" */
	struct str template_text; /* with {{number}}, {{title}}, {{date}}, {{status}}, {{status_lower}}, or the bare words of
				   * adr-tools: NUMBER, TITLE, DATE, STATUS; see docs/templates.md */
	int32_t number;           /* 0: the next free one in the directory */
};

/* Plans one new file DIRECTORY/NNNN-slug.md. The number is one more than the highest leading number of any name in the
 * directory, in as many digits as its names use (4 unless they say otherwise); names like ADR-007_x.md are continued in
 * their style. Fails (OUTCOME_USAGE) for an empty title, one with control characters, and one that leaves no file name.
 * `path` is the new file. */
NODISCARD enum outcome plan_new(struct arena *arena, const struct new_record *wanted, struct edits *edits,
				struct str *path, struct error *error);

/* plan_new() and apply_edits() in one, under a lock on the directory (made when missing), so that several at once take
 * different numbers. */
NODISCARD enum outcome create_record(struct arena *arena, const struct new_record *wanted, struct str *path,
				     struct error *error);

/* The text of a built-in template: "nygard", "madr", "madr-minimal", "init"; empty for another name. */
struct str template_builtin(struct str name);

/* A waiver as YAML, as parse/ writes it. */
struct waiver_text {
	struct str lines;    /* "key: value" on lines of their own */
	struct str brackets; /* the same on one line: "{key: value, ...}" */
};

/* Plans one item more at the end of `conflicts: waivers:` of the .adr.yml at `path`, which holds *file (NULL: it is to be
 * made) and is outlined by `outline`. Nothing but an insertion: all other bytes stay. Files of unusual form may come out
 * wrong: read the result again before applying it. */
void plan_waiver(struct arena *arena, struct str path, const struct str *file, const struct config_outline *outline,
		 const struct waiver_text *item, struct edits *edits);

/* `file` with the edits worked in, which must all be of it, in order. */
struct str edited_text(struct arena *arena, struct str file, const struct edits *edits);

/* A review that took place. */
struct review_done {
	struct date on;
	struct date next;      /* the next one; unset: what the record says about it stays, or it says nothing */
	struct period period;  /* what `next` was asked for as, "6m"; count 0: as a date */
};

/* Plans to record a review in the record's own form: the day of the last one is changed, or a line for it added beside
 * the review date, the record's date or its status, with the same kind of label, in the same language and notation; and
 * the next day takes the place of the one before. `record` was read from `source`, spans and all. Fails where there is
 * no such place, saying why. */
NODISCARD enum outcome plan_review(struct arena *arena, const struct source *source, const struct record *record,
				   const struct review_done *done, struct edits *edits, struct error *error);

/* All edits or none: everything is written beside the files first, then renamed; files keep their modes, symlinks stay.
 * Fails for a file to be made that exists, and for one that has become shorter than the edits. Overlapping edits are a
 * bug. */
NODISCARD enum outcome apply_edits(const struct edits *edits, struct error *error);

#endif
