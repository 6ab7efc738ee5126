/* SPDX-License-Identifier: MIT */
/* One decision record, as read: every value knows its line. Texts borrow from the source or live in the reader's
 * arena; record_copy_slim() and record_pack() (model/record_pack.h) make something that stands alone. Absent texts are
 * empty, absent dates unset, absent spans have line 0. The words of the enums are those of CONTRACT.md. */
#ifndef ADR_MODEL_RECORD_H
#define ADR_MODEL_RECORD_H

#include "adr/base/date.h"
#include "adr/base/list.h"
#include "adr/model/basis.h"
#include "adr/model/claim.h"
#include "adr/model/finding.h"
#include "adr/model/project.h"
#include "adr/model/source.h"
#include "adr/model/status.h"

enum record_kind { KIND_RECORD, KIND_TEMPLATE, KIND_INDEX, KIND_LOG, KIND_OTHER, KIND_COUNT };

/* What a file looks like as a whole: which dialect its header is written in. For `adr new` in an existing log and for
 * edits in the record's own form. */
enum dialect { DIALECT_PLAIN, DIALECT_NYGARD, DIALECT_MADR_BULLETS, DIALECT_FRONT_MATTER, DIALECT_BOLD, DIALECT_TABLE };

enum date_kind {
	DATE_DECIDED,
	DATE_PROPOSED,
	DATE_ACCEPTED,
	DATE_CREATED,
	DATE_UPDATED,
	DATE_REVIEWED,
	DATE_REVIEW, /* the next one */
	DATE_EXPIRES,
	DATE_KIND_COUNT,
};

/* The order of numbers in dates of one file: "03/04/2026". */
struct date_reading {
	enum date_order vote;  /* what its own dates prove; AUTO: nothing, or both */
	bool asked;            /* a date in it could only be read in the order of its project */
	enum date_order order; /* which was this one */
};

struct dated {
	enum date_kind kind;
	struct date date;
	struct str text; /* as written: "2026-08-14 (6 months)" */
	struct span at;
	uint8_t basis; /* enum value_basis, as in what follows */
};

enum role {
	ROLE_DECIDER,
	ROLE_AUTHOR,
	ROLE_CONSULTED,
	ROLE_INFORMED,
	ROLE_APPROVER,
	ROLE_REVIEWER,
	ROLE_STAKEHOLDER,
	ROLE_OWNER,
	ROLE_COUNT,
};

struct person {
	struct str name; /* without link marks, '@', e-mail address, title in brackets */
	enum role role;
	struct span at;
	uint8_t basis;
};

enum link_kind {
	LINK_SUPERSEDES,
	LINK_SUPERSEDED_BY,
	LINK_AMENDS,
	LINK_AMENDED_BY,
	LINK_DEPENDS_ON,
	LINK_REQUIRED_BY,
	LINK_CONFLICTS_WITH,
	LINK_RELATES_TO,
	LINK_OTHER, /* `words` says what it is */
	LINK_KIND_COUNT,
};

/* A reference to another record, or to a file of the repository. Links to other web sites are not kept. The reader
 * fills all but `path` and `to`; resolve_links() (model/resolve.h) fills these once all records are known. */
struct link {
	enum link_kind kind;
	struct str words;      /* the relation as written, for LINK_OTHER */
	struct str target;     /* as written: "0003-x.md", "ADR-0003", "12" */
	struct str file;       /* the target is a path: relative to the project's root, normal; may begin with "../" */
	struct str to_project; /* the target names another project: "billing/ADR-0004" */
	int32_t to_number;     /* the target shows a number; -1 when it does not */
	bool mention; /* a path in plain words or code, such as `docs/x.md`: nothing to click on, and what it is
		       * relative to is anybody's guess */
	uint8_t basis;
	struct span at;
	struct str path; /* resolved: the target's path in its project; empty when there is no such record */
	struct str to;   /* resolved: the target's id; empty when there is no such record */
};

/* A condition under which somebody should look again: "Revisit if we need NumPy". */
struct trigger {
	struct str text; /* the sentence or item, plain, at most TRIGGER_TEXT_LIMIT bytes */
	struct span at;
};

#define TRIGGER_TEXT_LIMIT 400

/* Where the day comes from by which somebody should look again. */
enum review_basis {
	REVIEW_STATED, /* the record says it */
	REVIEW_POLICY, /* computed from an interval in .adr.yml */
	REVIEW_WAIVER, /* of no record: a waiver in .adr.yml ends */
	REVIEW_BASIS_COUNT,
};

/* An entry of `decides:` or `rejects:` in front matter, as written. */
struct declaration {
	struct str subject, option;
	struct str scope; /* empty: none */
	bool chosen;      /* false: rejected */
	struct span subject_at, at; /* the subject; the option */
};

enum stance { STANCE_CHOSEN, STANCE_REJECTED, STANCE_CONSIDERED, STANCE_COUNT };

struct option {
	struct str name; /* short, in the record's words, Markdown marks removed */
	enum stance stance;
	struct span at; /* where it is listed or chosen */
	struct span
		stance_at; /* the sentence or mark that chose or rejected it; absent when nothing says it outright */
	bool listed;       /* stands in a list of alternatives; false: only the decision names it */
	uint8_t basis;
	uint8_t stance_basis; /* BASIS_NONE for what was merely considered */
};

/* The sections that readers and rules know by name; the words for them are data: data/words/. */
enum section_kind {
	SECTION_OTHER,
	SECTION_STATUS,
	SECTION_CONTEXT,
	SECTION_DRIVERS,
	SECTION_OPTIONS,
	SECTION_DECISION,
	SECTION_RATIONALE,
	SECTION_CONSEQUENCES,
	SECTION_PROS_AND_CONS,
	SECTION_COMPLIANCE,
	SECTION_LINKS,
	SECTION_PEOPLE,
	SECTION_REVIEW,
	SECTION_HISTORY,
	SECTION_SUMMARY,
	SECTION_KIND_COUNT,
};

struct section {
	enum section_kind kind;
	struct str heading; /* the words of the heading, marks removed */
	uint8_t level;      /* 1 to 6; what level a page without '#' would have had is a guess */
	bool misspelt;      /* recognised in spite of a slip: "Consider Options" */
	struct span at;     /* the heading */
	struct span body;   /* from behind the heading up to the next heading of the same or a higher level */
};

/* Which part of a log one of its decisions is; all 0 where a record has its file for itself. */
struct extent {
	uint32_t start, end;            /* bytes; `end` lies behind the last one. Both 0 when loaded from the index */
	uint32_t first_line, last_line; /* from 1 */
};

struct record {
	const struct project *project;
	struct str path;   /* relative to the project's root */
	struct str anchor; /* of a decision in a log: unicode_slug() of its heading, unique in the file; else empty */
	struct extent extent;
	struct str id; /* "project/ADR-0005"; empty until resolve_ids() */

	enum record_kind kind;
	enum dialect dialect;
	int32_t number; /* -1: none */
	struct str title;
	struct span title_at;
	bool title_stated; /* false: made from the file's name */
	struct record_bases basis;
	struct str language; /* ISO 639-1; empty when nothing told it */

	enum status status;
	struct str status_text; /* the words as written, short; empty when the record states no status */
	struct span status_at;

	struct date date;   /* the main date */
	struct date review; /* by when someone must look at it again, as stated in the record */
	struct span date_at;
	struct span review_at;
	struct date reviewed;       /* the last recorded review */
	struct period review_every; /* stated: "2026-08-14 (6 months)", "annually"; count 0: not stated */

	/* derive_due(): by when somebody should look, all rules applied; unset: never, and then the others are not
	 * set. */
	struct date due;
	enum review_basis due_basis;
	uint32_t due_line;     /* that says so; of a computed date, of the date it was computed from; at least 1 */
	struct strs lookers; /* who should look: the owner, then those who decided; where the record names none of
				* them, its reviewers, approvers or authors; no name twice */

	struct str decision; /* what was decided, as plain text of at most DECISION_TEXT_LIMIT bytes */
	struct span decision_at;

	struct date_reading date_reading;
	struct dates LIST_OF(struct dated) dates;
	struct people LIST_OF(struct person) people;
	struct links LIST_OF(struct link) links;
	struct options LIST_OF(struct option) options;
	struct sections LIST_OF(struct section) sections;
	struct triggers LIST_OF(struct trigger) triggers;
	struct strs tags;
	struct declarations LIST_OF(struct declaration) declared;
	struct claims claims;     /* empty until derive_claims() */
	struct findings findings; /* what reading noticed about the file's form */
};

#define DECISION_TEXT_LIMIT 2000

struct records LIST_OF(struct record);

/* One of several decisions in one file. */
static inline bool record_is_part(const struct record *record)
{
	return record->anchor.length > 0;
}

/* What the record is of its file's text. Not for records that were loaded from the index. */
struct str record_own_text(const struct record *record, struct str file);

/* By path, then place in the file. */
int record_compare_places(const struct record *a, const struct record *b);

/* In force: accepted, or states a decision and no status at all. */
bool record_in_force(const struct record *record);

const char *record_kind_name(enum record_kind kind);
const char *date_kind_name(enum date_kind kind);
const char *date_order_name(enum date_order order);
const char *role_name(enum role role);
const char *link_kind_name(enum link_kind kind); /* NULL for LINK_OTHER */
const char *stance_name(enum stance stance);
const char *section_kind_name(enum section_kind kind);
const char *review_basis_name(enum review_basis basis);
/* The reverse of each; false when the word is none of them. */
bool date_kind_from_name(struct str name, enum date_kind *kind);
bool date_order_from_name(struct str name, enum date_order *order);
bool role_from_name(struct str name, enum role *role);
bool link_kind_from_name(struct str name, enum link_kind *kind);
bool section_kind_from_name(struct str name, enum section_kind *kind);
bool review_basis_from_name(struct str name, enum review_basis *basis);

/* What the reverse side of a relation is called: supersedes <-> superseded_by; relates_to is its own. */
enum link_kind link_kind_reverse(enum link_kind kind);

/* Copies what ids, links and rules over many records need, header and links, into `arena`; all lists but the links stay
 * empty. The decision's text comes along where record_in_force() needs it. */
void record_copy_slim(struct arena *arena, struct record *to, const struct record *from);

#endif
