/* SPDX-License-Identifier: MIT */
/* What read_options.c, option_*.c and read_choice.c share: the alternatives of a record while they are gathered. */
#ifndef ADR_PARSE_OPTIONS_H
#define ADR_PARSE_OPTIONS_H

#include "reading.h"

#define OPTION_NAME_MOST ((size_t)160)
#define OPTIONS_MOST 64 /* of one record */

/* An alternative's name as it was taken out of a heading, an item, a cell. */
struct option_name {
	struct str name;    /* plain, short */
	struct str full;    /* the same, not shortened */
	struct str number;  /* "1" or "b" of "Option 1: X", folded; empty when it has none */
	enum stance stance; /* what a mark beside the name says */
	bool labelled;      /* "Option 1:" stood before it */
};

/* False for what is no name of an option: empty, "Pros", "Conclusion", placeholders. */
bool option_name_of(struct reading *reading, struct str raw, struct option_name *name);

/* What the words beside an option say: "Rejected because", "(chosen)", a tick, a cross. */
enum stance stance_of_text(const struct reading *reading, struct str text);

/* True when both name the same thing: equal folded, one holds the other, or half of their words are shared. */
bool options_alike(const struct reading *reading, struct str a, struct str b);

/* How well a folded text names option number `option`: 0 not at all, 1000 exactly. */
unsigned option_match(struct reading *reading, size_t option, struct str folded);

/* Options that answer one question. */
struct option_range {
	size_t first, end;
};

/* How much of an option's telling words a text holds. */
struct option_share {
	unsigned held; /* of 1000 */
	unsigned own;  /* words that no other option of the range has */
};

struct option_share option_share(struct reading *reading, size_t option, struct option_range among, struct str folded);

/* How many of the telling words of a name the option has, of 1000. */
unsigned name_share(struct reading *reading, size_t option, struct str folded);

/* Where the words `part` stand in `text` (both folded), or STR_NOT_FOUND. */
size_t find_words(struct str text, struct str part);

/* The number that is written onto a word for "option" without a blank, as East Asian texts do; else empty. */
struct str joined_number(const struct reading *reading, struct str folded);

/* Adds an option; one of another list that is the same thing only adds its stance. */
struct option *add_option(struct reading *reading, const struct option_name *name, struct span at, bool merge);

/* Adds the option that `raw` names, if it names one. `said` counts where the name has no mark of its own. */
void put_option(struct reading *reading, struct str raw, enum stance said, struct span at, bool merge);
/* The same for a name that was taken out already. */
void put_named(struct reading *reading, const struct option_name *found, enum stance said, struct span at, bool merge);

/* A table of options, one per row or one per column; its first row is block `first`. `sure`: it stands in a section of
 * options; else it must say in its header that it is one. */
void read_option_table(struct reading *reading, size_t first, bool sure, bool merge);

/* How many items of the outermost list stand in blocks `first` to `end`; stores how deep they are. */
size_t outer_items(const struct reading *reading, size_t first, size_t end, uint8_t *depth);
/* The block behind the list item `i` and what belongs to it. */
size_t next_item(const struct reading *reading, size_t i, size_t end, uint8_t depth);
/* An option of each item of that depth. */
void read_list(struct reading *reading, size_t first, size_t end, uint8_t depth, enum stance stance, bool merge);

/* The words that stand below an option up to `end` may say that it was rejected. */
enum stance stance_below(const struct reading *reading, size_t first, size_t end);

/* The options from `first` on, if there are some before them, answer a question of their own. */
void begin_question(struct reading *reading, size_t first);
/* The same where what was added since then repeats nothing: "Rope options" and "Bollard options" are two lists. */
void begin_question_if_new(struct reading *reading, size_t before);
/* The options of question `number`, from 0 to reading->question_count. */
struct option_range options_of_question(const struct reading *reading, size_t number);

/* Takes back what a list added that repeats one before it. */
void drop_additions(struct reading *reading, size_t before);

/* "Options considered:" and its list, or with `loose` a sentence that speaks of options before a list. */
void read_introduced_lists(struct reading *reading, bool loose);
/* True for headings that ask: "How to store tickets", "Which broker?". */
bool asks(const struct reading *reading, struct str heading);
/* The enumeration in the paragraphs from block `first` on, where they hold one; true when they do. */
bool read_enumerated(struct reading *reading, size_t first, size_t end);
/* Options in running text. */
void read_prose(struct reading *reading);

struct span span_of_block(const struct reading *reading, const struct block *block);

#endif
