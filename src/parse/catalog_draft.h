/* SPDX-License-Identifier: MIT */
/* Subjects and options while they are being read: growing lists, names for parents instead of indexes. Knows no YAML
 * but the places of what was read. Everything lives in the arena that is handed in. */
#ifndef ADR_PARSE_CATALOG_DRAFT_H
#define ADR_PARSE_CATALOG_DRAFT_H

#include "adr/model/catalog.h"
#include "adr/model/source.h"

struct option_draft {
	struct str name, title;
	struct str is_a; /* name of the parent; empty: none */
	struct span is_a_at;
	int32_t parent; /* set by draft_link_parents() */
	struct str scope;
	bool beside;
	struct span at; /* line 0: comes from the base and was not touched */
	struct aliases LIST_OF(struct catalog_alias) aliases;
};

struct example_draft {
	struct catalog_example example;
	struct span at; /* of the option */
};

struct subject_draft {
	struct str name, title;
	bool exclusive, per_part;
	struct str settles;
	struct strs cues, unless, scopes;
	struct option_drafts LIST_OF(struct option_draft) options;
	struct example_drafts LIST_OF(struct example_draft) examples;
};

/* All that was read so far. */
struct catalog_reading {
	const struct catalog *base; /* may be NULL */
	struct scopes_read LIST_OF(struct catalog_scope) scopes;
	struct subjects_read LIST_OF(struct catalog_subject) subjects;
};

/* A draft of the subject: a copy of what an earlier part or the base says of it, else a new one. */
struct subject_draft *draft_subject(struct arena *arena, const struct catalog_reading *all, struct str name);

/* The same, but nothing of what was said before counts. */
struct subject_draft *draft_new_subject(struct arena *arena, struct str name);

/* False when the subject has no such option. Its kinds become kinds of what it was a kind of. */
bool draft_remove_option(struct subject_draft *subject, struct str name);

/* False when the option has no such name. A '?' behind it does not matter. */
bool draft_remove_name(struct arena *arena, struct option_draft *option, struct str name);

/* The option of that name, made when the subject does not have it. Valid until the next call. */
struct option_draft *draft_option(struct arena *arena, struct subject_draft *subject, struct str name);

/* Folds the name; a '?' at its end makes it ambiguous, a '!' says that its case matters. False when nothing is left of
 * it, or when a pattern has a '!'. */
bool draft_add_name(struct arena *arena, struct option_draft *option, struct str name, struct span at);

/* Adds the scope, or all scopes of the group, of this name. False when there is neither. */
bool draft_knows_scope(const struct catalog_reading *all, struct str name); /* groups do not count */
bool draft_use_scope(struct arena *arena, const struct catalog_reading *all, struct subject_draft *subject,
		     struct str name);
struct strs draft_scope_names(struct arena *arena, const struct catalog_reading *all); /* groups too */

/* Each returns the option that is wrong, or NULL: its parent does not exist; it would be a kind of itself. */
const struct option_draft *draft_link_parents(struct subject_draft *subject);
const struct option_draft *draft_find_circle(const struct subject_draft *subject);

/* One name that two options of the subject share. */
struct name_clash {
	struct str name;
	const struct option_draft *option, *other; /* NULL: all is well */
};
struct name_clash draft_find_clash(struct arena *arena, const struct subject_draft *subject);

/* Puts the finished subject among those read, in place of an earlier one of the same name. */
void draft_finish_subject(struct arena *arena, struct catalog_reading *all, struct subject_draft *subject);

#endif
