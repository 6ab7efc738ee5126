/* SPDX-License-Identifier: MIT */
/* The catalogue of subjects that organisations decide, the options they choose between, and the names these go by.
 * It is data: data/catalog/<area>.yml, compiled into the program; .adr.yml adds to it. */
#ifndef ADR_MODEL_CATALOG_H
#define ADR_MODEL_CATALOG_H

#include "adr/base/list.h"

/* A name of an option. Folded with unicode_fold_keeping(CATALOG_KEEP). '*' at the end of a word stands for any rest of
 * that word, at its start for any beginning: "python:*-slim", "@reduxjs/" followed by a star. */
struct catalog_alias {
	struct str pattern;
	bool ambiguous; /* counts only where a cue of the subject stands near it, or in a list of options of it */
	struct str exact; /* the name in the only case that counts: "MIT", which is no "mit"; empty: any case does */
};

#define CATALOG_KEEP "+#./:-@"

struct catalog_option {
	struct str name;  /* "debian-slim" */
	struct str title; /* "Debian slim" */
	int32_t parent;   /* index of the option that this one is a kind of, in the same subject; -1: none */
	struct str scope; /* what the option itself is limited to: rails -> "ruby"; empty: nothing */
	bool beside;      /* goes together with the others: choosing it says nothing against them */
	const struct catalog_alias *aliases;
	size_t alias_count;
};

/* "This text means that option": the test of a catalogue, run by `adr catalog test`. */
struct catalog_example {
	struct str text;
	struct str option; /* of the subject; "none": the text names no option of it */
	struct str file;   /* where it is written */
	uint32_t line;
};

struct catalog_subject {
	struct str name;    /* "container-base-image" */
	struct str title;   /* "Container base image" */
	bool exclusive;     /* false: options go together; choosing one says nothing against another */
	struct str settles; /* subject in which an option's scope is an option: who chose rails (scope ruby) there chose
			       ruby */
	bool per_part;      /* parts of one system may choose differently: "MongoDB for profiles" binds nobody else */
	const struct str *cues; /* folded words that tell that a text speaks of this subject */
	size_t cue_count;
	const struct str
		*unless; /* folded words that, in a title, tell that something else is decided: "test", "backup" */
	size_t unless_count;
	const struct str
		*scopes; /* the scopes that split this subject: "python", "frontend"; see data/catalog/scopes.yml */
	size_t scope_count;
	const struct catalog_option *options;
	size_t option_count; /* 0: the organisation does not want to be asked about the subject */
	const struct catalog_example *examples; /* of own subjects; the built-in ones are not compiled in */
	size_t example_count;
};

/* A word that limits a decision: "for our Go services" -> go. */
struct catalog_scope {
	struct str name;
	struct str group;        /* subjects may name all scopes of a group at once: "language"; empty: none */
	const struct str *words; /* folded */
	size_t word_count;
};

struct catalog {
	const struct catalog_subject *subjects; /* sorted by name */
	size_t subject_count;
	const struct catalog_scope *scopes;
	size_t scope_count;
};

/* Compiled from data/catalog/. */
extern const struct catalog catalog_builtin;

const struct catalog_subject *catalog_subject_find(const struct catalog *catalog, struct str name);
const struct catalog_scope *catalog_scope_find(const struct catalog *catalog, struct str name);
const struct catalog_option *catalog_option_find(const struct catalog_subject *subject, struct str name);

/* True when `option` is `other`, or a kind of it, or the other way round: debian-slim and debian. Names that the
 * subject does not know are compatible only with themselves. */
bool catalog_compatible(const struct catalog_subject *subject, struct str option, struct str other);

/* True when `option` is `ancestor` or a kind of it, however far down. Unknown names are only themselves. */
bool catalog_is_a(const struct catalog_subject *subject, struct str option, struct str ancestor);

/* Both catalogues as one: where they know a subject or scope of the same name, `own` wins. Borrows from both. */
struct catalog catalog_merge(struct arena *arena, const struct catalog *builtin, const struct catalog *own);

#endif
