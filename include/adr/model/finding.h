/* SPDX-License-Identifier: MIT */
/* One thing to say about the user's records: data, never a failure of the program. */
#ifndef ADR_MODEL_FINDING_H
#define ADR_MODEL_FINDING_H

#include "adr/base/list.h"
#include "adr/model/source.h"

enum severity { SEVERITY_OFF, SEVERITY_INFO, SEVERITY_WARNING, SEVERITY_ERROR, SEVERITY_COUNT };

enum rule {
#define RULE(identifier, name, severity, summary, help) RULE_##identifier,
#include "adr/model/rules.def"
#undef RULE
	RULE_COUNT,
};

struct rule_info {
	const char *name;
	enum severity severity; /* unless .adr.yml says otherwise */
	const char *summary;    /* what holds when all is well */
	const char *help;       /* what to do when it does not */
};

/* Message and help may hold text from files: whoever shows them cleans them. */
struct finding {
	enum rule rule;
	enum severity severity;
	struct str project;    /* name */
	struct str path;       /* relative to the project's root */
	struct place from, to; /* `to` is behind the last character; equal to `from` for "here" */
	struct str message;    /* one sentence, no full stop, says what is wrong with the very words */
	bool fixable;
};

struct findings LIST_OF(struct finding);

const struct rule_info *rule_info(enum rule rule);
bool rule_from_name(struct str name, enum rule *rule);
const char *severity_name(enum severity severity); /* "error", "warning", "info", "off" */
bool severity_from_name(struct str name, enum severity *severity);

/* Adds a finding with the rule's default severity at `span` of `source` (NULL: at line 1, column 1); project and path
 * are filled by whoever knows them. The message lives in `arena`. */
struct finding *finding_add(struct arena *arena, struct findings *findings, enum rule rule, const struct source *source,
			    struct span span, const char *format, ...) __attribute__((format(printf, 6, 7)));

/* By project, path, place, rule, message; doubles dropped: the same input gives the same bytes. */
void findings_sort(struct findings *findings);
enum severity findings_worst(const struct findings *findings); /* SEVERITY_OFF when there are none */

#endif
