/* SPDX-License-Identifier: MIT */
/* The words that people use for statuses, labels, headings, roles, links and months, in every supported language.
 * They are data: data/words/<language>.yml, compiled into the program. Keys are folded (base/unicode.h). */
#ifndef ADR_MODEL_VOCABULARY_H
#define ADR_MODEL_VOCABULARY_H

#include "adr/base/arena.h"

enum word_class {
	WORD_STATUS,     /* meaning: enum status */
	WORD_LABEL,      /* meaning: enum label */
	WORD_SECTION,    /* meaning: enum section_kind */
	WORD_LINK,       /* meaning: enum link_kind */
	WORD_MONTH,      /* meaning: 1 to 12 */
	WORD_UNIT,       /* meaning: enum date_unit */
	WORD_EVERY,      /* "annually"; meaning: months */
	WORD_NUMBER,     /* "six"; meaning: the number */
	WORD_NOBODY,     /* values that stand for nothing: "none", "tbd", "n/a" */
	WORD_CHOSEN,     /* what chooses an option; meaning: bits, 1 << enum choice_word */
	WORD_REJECTED,   /* what rejects one; meaning: the same */
	WORD_CLAUSE,     /* where the chosen thing's name ends in a sentence: "for"; meaning: enum clause_word */
	WORD_FILLER,     /* before a name and no part of it: articles, adverbs */
	WORD_NOT,        /* turns a sentence round: "We will not ..." */
	WORD_TURNED,     /* between what goes and what comes: "from X to Y" */
	WORD_TOPIC,      /* titles that name a question; meaning: bits, 1 << enum topic_word */
	WORD_CONSIDERED, /* what speaks of options; meaning: bits, 1 << enum considered_word */
	WORD_OPTION,     /* the word before an option's number: "Option 1: X" */
	WORD_TRAIT,      /* words that describe an option and are none: "pros", "reason not chosen" */
	WORD_CRITERION,  /* first cell of a table whose other columns are the options */
	WORD_WEIGHT,     /* columns of such a table that are no options */
	WORD_KIND,       /* titles of files that are no record; meaning: enum record_kind */
	WORD_AND,        /* between the names of a list */
	WORD_OR,         /* between two of which one is chosen */
	WORD_BESIDE,     /* headings of options beside the chosen one: "alternatives" */
	WORD_JOB,        /* last word of a job title: "engineer" */
	WORD_TRIGGER,    /* what makes somebody look again; meaning: enum trigger_word */
	WORD_COMMON,     /* frequent words that tell the language; meaning 0 */
	WORD_CLASS_COUNT,
};

/* Where a word that chooses or rejects stands, seen from the option. */
enum choice_word {
	CHOICE_LABEL,      /* before it, with a colon or as a heading: "Chosen option: X", "Why not X?" */
	CHOICE_VERB,       /* before it in a sentence: "we will use X" */
	CHOICE_IMPERATIVE, /* before it, as the first word of a sentence: "Use X" */
	CHOICE_AFTER,      /* behind it in a sentence: "X has been selected" */
	CHOICE_MARK,       /* beside its name: "X (chosen)" */
	CHOICE_FORM,       /* imperatives that may name the choice behind "as": "Ship it as X" */
	CHOICE_MEANS,      /* between a purpose and what serves it: "Validate schemas with X" */
	CHOICE_TURN,       /* imperatives that name first what goes: "Migrate from X to Y" */
	CHOICE_WORD_COUNT,
};

/* How a sentence speaks of options. */
enum considered_word {
	CONSIDERED_VERB,    /* before several: "we looked at A, B and C" */
	CONSIDERED_NOUN,    /* what they are called: "options" */
	CONSIDERED_SEVERAL, /* before the noun: "various" */
	CONSIDERED_OTHER,   /* before one more: "an alternative would be X" */
	CONSIDERED_WORD_COUNT,
};

/* What follows where a name ends. */
enum clause_word {
	CLAUSE_END,     /* anything: "for", "which" */
	CLAUSE_AS,      /* what it is to be: "as" */
	CLAUSE_INSTEAD, /* what is not chosen: "instead of" */
	CLAUSE_REASON,  /* "because" */
	CLAUSE_THAT,    /* what somebody said or decided: "that" */
	CLAUSE_WHICH,   /* what describes the name: "which" */
	CLAUSE_WORD_COUNT,
};

/* Where a word stands in a title that names the question rather than the answer. */
enum topic_word {
	TOPIC_FIRST, /* "Choice of a database" */
	TOPIC_LAST,  /* "API naming" */
	TOPIC_THING, /* too general to be a name by itself: "option" */
	TOPIC_WORD_COUNT,
};

/* Conditions for another look: "Revisit if ...", "When to reconsider". */
enum trigger_word {
	TRIGGER_LOOK,    /* "revisit", "be reconsidered" */
	TRIGGER_WHEN,    /* "if", "as soon as" */
	TRIGGER_HEADING, /* a heading or label whose items are conditions: "review triggers" */
	TRIGGER_WORD_COUNT,
};

/* What a label such as "Date:" or "Decision makers:" introduces. Roles and date kinds follow in their own order:
 * LABEL_ROLE + enum role, LABEL_DATE + enum date_kind. Links have a class of their own, WORD_LINK. */
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
	struct str key;   /* folded; may be several words: "superseded by" */
	uint8_t meaning;  /* an enum value that depends on the class */
	uint8_t language; /* index into vocabulary.languages, or LANGUAGE_OWN */
};

#define LANGUAGE_OWN UINT8_MAX /* a word of an organisation: understood in records of every language */
#define WORD_LENGTH_MOST 64    /* bytes of a key that can be found in a record */
#define WORD_PHRASE_MOST 7     /* words of one */

struct words {
	const struct word *item; /* sorted by key (byte order), then language */
	size_t count;
};

/* What the program itself writes into records, in one spelling where there are several to be read. */
struct writing {
	struct str reviewed, review; /* labels of the last and of the next review */
	struct str months[12];       /* as they stand in a date */
};

struct vocabulary {
	struct words classes[WORD_CLASS_COUNT];
	const struct str *languages;   /* ISO 639-1 codes */
	const struct writing *writing; /* one for each language */
	const uint8_t *date_orders; /* enum date_order: how those who write a language order the numbers of a date; AUTO
				     * where they differ */
	size_t language_count;
};

/* A word that an organisation adds in its .adr.yml; it wins over one of the program's. */
struct own_word {
	enum word_class class;
	struct word word;
};

/* `base` with `count` own words; where two have the same key, the later one counts. Classes without own words are those
 * of `base`, the others live in `arena`. */
struct vocabulary vocabulary_with(struct arena *arena, const struct vocabulary *base, const struct own_word *own,
				  size_t count);

/* Compiled from data/words/. */
extern const struct vocabulary vocabulary_builtin;

/* How this language is written; English, when the program does not know it. */
const struct writing *writing_in(struct str language);

/* The first word with exactly this key (there may be one per language), or NULL. */
const struct word *words_find(const struct words *words, struct str key);

#endif
