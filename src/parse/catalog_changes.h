/* SPDX-License-Identifier: MIT */
/* The parts of a catalogue file that take something away, and its examples. */
#ifndef ADR_PARSE_CATALOG_CHANGES_H
#define ADR_PARSE_CATALOG_CHANGES_H

#include "catalog_draft.h"
#include "yaml_check.h"

/* `off` in the place of a subject or an option, without quotes. */
bool catalog_is_off(const struct yaml_node *value);

/* `option: off`. Its kinds become kinds of what it was a kind of. */
NODISCARD enum outcome catalog_remove_option(const struct yaml_check *check, const struct yaml_node *entry,
					     struct subject_draft *subject);

/* `without:` of an option: names that it does not go by; of a subject: cues and `unless` words that do not count. Each
 * must be there. */
NODISCARD enum outcome catalog_read_without_names(const struct yaml_check *check, const struct yaml_node *value,
						  struct option_draft *option);
NODISCARD enum outcome catalog_read_without_words(const struct yaml_check *check, const struct yaml_node *value,
						  struct subject_draft *subject);

/* `examples:` {text: option}, and the check that the options exist once all are read. */
NODISCARD enum outcome catalog_read_examples(const struct yaml_check *check, const struct yaml_node *value,
					     struct subject_draft *subject);
NODISCARD enum outcome catalog_check_examples(const struct yaml_check *check, const struct subject_draft *subject);

#endif
