/* SPDX-License-Identifier: MIT */
/* What sentences choose: shared by choice_sentence.c, choice_name.c and read_choice.c. */
#ifndef ADR_PARSE_CHOICE_H
#define ADR_PARSE_CHOICE_H

#include "options.h"

/* A walk over the answers that a text gives to "what was chosen?", in order. Begin with choice_walk_of(). */
struct choice_walk {
	const struct reading *reading;
	struct str text; /* plain; its blocks stand on lines of their own */
	struct tokens tokens;
	size_t at, first; /* next token; first token of its sentence */
	size_t lines;     /* ends of lines passed */
	bool starts;      /* nothing of the sentence was read yet */
	bool goes_on;     /* what follows is as good as a new sentence */
};

/* One answer. Slices of the text. */
struct choice_words {
	struct str object;  /* up to the word that opens a clause: "Kafka" of "Kafka for messages" */
	struct str whole;   /* up to the end of the sentence */
	struct str instead; /* what it is chosen instead of: "Yarn" of "npm instead of Yarn"; may be empty */
	bool labelled;      /* "Chosen option:" stands before it */
	bool as_is;         /* a title, which is a name already */
	bool list;          /* the object enumerates: "PHP, Symfony and React" */
};

struct choice_walk choice_walk_of(const struct reading *reading, struct str text);
/* Splits the decision once for all walks over it. */
void split_decision(struct reading *reading);
bool next_choice(struct choice_walk *walk, struct choice_words *found);

/* What "with" or "using" introduces: "X" of "Validate schemas with X". */
bool means_of(const struct reading *reading, struct str text, struct str *object);

/* "Chosen option: "X", because ...": what the quotes hold, else up to the comma or the reason. */
struct str labelled_object(const struct reading *reading, struct str rest);

/* The blank, from byte `from` on, before words that open a clause with one of the meanings (bits, 1 << enum
 * clause_word); STR_NOT_FOUND when there is none. */
size_t find_clause(const struct reading *reading, struct str text, size_t from, unsigned meanings);

/* The answers of scripts that part no words: "\xE9\x87\x87\xE7\x94\xA8X". False when the text gives none. */
bool joined_choice(const struct reading *reading, struct str text, struct str *object);

/* True when the word with this folded key belongs to the record's language or to English. */
bool is_own_word(const struct reading *reading, enum word_class class, struct str key);

/* phrase_at() for words of the record's language. */
const struct word *own_phrase_at(const struct reading *reading, const struct tokens *tokens, size_t at,
				 enum word_class class, size_t *count);

/* A name such as "PostgreSQL 15": short, with a capital or a digit in its first word. */
bool is_proper_name(struct str text);

/* The short name in an object: without articles before it and remarks behind it; may be empty. */
struct str choice_name(const struct reading *reading, struct str object);

/* "Releases are plain": sentences hold such words, names of a few words do not. */
bool has_common_word(const struct reading *reading, struct str name);

/* The first clause of a title or a sentence: "Fork it" of "Fork it as X". */
struct str first_clause(const struct reading *reading, struct str text);

#define CHOICES_MOST 8 /* of one decision */

/* Says that the option is chosen, at this place; false for NULL. */
bool choose(struct option *option, struct span at);

/* Chooses the only listed option that has most words of what a sentence of the text names. Sets *elsewhere where it
 * names a thing that no list holds. */
bool choose_named(struct reading *reading, struct str text, bool *elsewhere);

/* The first line of the decision, up to what its first sentence refuses: "We take ropes, not chains". */
struct str opening_of(const struct reading *reading, struct str decision);

/* Chooses the listed option that the decision or the title means in other words; false when none comes near. */
bool choose_closest(struct reading *reading);

/* Where the record asks several questions: chooses an option for each that has none yet. False when none has any. */
bool choose_in_questions(struct reading *reading);

/* A choice that no list holds: from the title, the decision's sentences, its bold words. */
void name_choice(struct reading *reading);

/* The first bold words of the decision, plain; empty when it has none. */
struct str bold_in_decision(const struct reading *reading);

/* True for titles that name the question rather than the answer: "Choice of X", "API naming". */
bool names_topic(const struct reading *reading, struct str title);
/* The same for scripts that part no words. */
bool names_topic_joined(const struct reading *reading, struct str title);

#endif
