/* SPDX-License-Identifier: MIT */
/* The words that people use for statuses, labels, headings, roles, links and months, in every supported language.
 * They are data: data/words/<language>.yml, compiled into the program. Keys are folded (base/unicode.h). */
#ifndef ADR_MODEL_VOCABULARY_H
#define ADR_MODEL_VOCABULARY_H

#include "adr/base/str.h"

enum word_class {
	WORD_STATUS,    /* meaning: enum status */
	WORD_LABEL,     /* meaning: enum label */
	WORD_SECTION,   /* meaning: enum section_kind */
	WORD_LINK,      /* meaning: enum link_kind */
	WORD_MONTH,     /* meaning: 1 to 12 */
	WORD_UNIT,      /* meaning: enum date_unit */
	WORD_NOBODY,    /* values that stand for nothing: "none", "tbd", "n/a" */
	WORD_CHOSEN,    /* marks and verbs that choose an option: "selected", "chosen option" */
	WORD_REJECTED,  /* and those that reject: "rejected because" */
	WORD_COMMON,    /* frequent words that tell the language; meaning 0 */
	WORD_CLASS_COUNT,
};

/* What a label such as "Date:" or "Decision makers:" introduces. Roles and date kinds follow in their own order:
 * LABEL_ROLE + enum role, LABEL_DATE + enum date_kind. */
enum label {
	LABEL_STATUS,
	LABEL_TITLE,
	LABEL_NUMBER,
	LABEL_TAGS,
	LABEL_DATE_PLAIN, /* "Date": decided unless something better is stated */
	LABEL_LINKS,
	LABEL_DATE = 32,
	LABEL_ROLE = 64,
	LABEL_LINK = 96, /* + enum link_kind: "Supersedes:" */
};

struct word {
	struct str key;      /* folded; may be several words: "superseded by" */
	uint8_t meaning;     /* an enum value that depends on the class */
	uint8_t language;    /* index into vocabulary.languages */
};

struct words {
	const struct word *item; /* sorted by key (byte order) */
	size_t count;
};

struct vocabulary {
	struct words classes[WORD_CLASS_COUNT];
	const struct str *languages; /* ISO 639-1 codes */
	size_t language_count;
};

/* Compiled from data/words/. */
extern const struct vocabulary vocabulary_builtin;

/* The first word with exactly this key (there may be one per language), or NULL. */
const struct word *words_find(const struct words *words, struct str key);

#endif
