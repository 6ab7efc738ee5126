/* SPDX-License-Identifier: MIT */
/* Words as YAML, as data/words/<language>.yml and `words:` of an .adr.yml hold them: `roles: {decider: [deciders]}`.
 * Knows no records: the build reads the program's own words with it. */
#ifndef ADR_PARSE_WORD_LIST_H
#define ADR_PARSE_WORD_LIST_H

#include "yaml_check.h"

#include "adr/base/date.h"
#include "adr/model/vocabulary.h"

struct word_entry {
	struct own_word own;
	struct span at;
};

struct word_list {
	uint8_t language;           /* of the words: index into vocabulary.languages, or LANGUAGE_OWN */
	struct str code;            /* of a file: "en" */
	enum date_order date_order; /* of a file */
	struct writing writing;     /* of a file */
	struct word_entries LIST_OF(struct word_entry) entries;
};

/* The keys of such a mapping. Rows of these add to a struct word_list. */
extern const struct yaml_row word_list_keys[]; /* what organisations may add to */
extern const struct yaml_row word_file_keys[]; /* and what only tells a language from others */

/* Adds one word; fails on one that could never be found in a record. */
NODISCARD enum outcome word_list_add(const struct yaml_check *check, struct word_list *list, enum word_class class,
				     unsigned meaning, struct str word, struct span at);

/* Sorts by class and key and joins what chooses an option in several places ("Selected: X", "X (selected)"): those
 * meanings are bits. Any other word that stands twice in a class is a mistake. */
NODISCARD enum outcome word_list_settle(const struct yaml_check *check, struct word_list *list);

/* Statuses by the names that the program gives them: a word that is none fails with a suggestion. */
NODISCARD enum outcome word_list_read_status(const struct yaml_check *check, const struct yaml_node *value,
					     unsigned *status);

#endif
