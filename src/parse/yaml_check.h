/* SPDX-License-Identifier: MIT */
/* What the readers of our own YAML files ask again and again: is this key known, is that value of the right kind. Every
 * failure is "FILE:LINE:COLUMN: what is wrong", with a suggestion where a word is nearly right.
 *
 *     static const struct yaml_row rows[] = {{"title", read_title}, {"names", read_names}, {NULL, NULL}};
 *     return yaml_read_mapping(&check, node, "an option", rows, &option);
 */
#ifndef ADR_PARSE_YAML_CHECK_H
#define ADR_PARSE_YAML_CHECK_H

#include "adr/base/error.h"
#include "adr/base/scope.h"
#include "yaml_tree.h"

/* The file that is being read; what it is read into lives in `arena`. */
struct yaml_check {
	struct arena *arena;
	const struct source *source;
	struct error *error;
};

/* One key of a mapping and what takes its value into `target`. A table ends with {NULL, NULL}. */
struct yaml_row {
	const char *key;
	enum outcome (*read)(const struct yaml_check *check, const struct yaml_node *value, void *target);
};

/* Sets the error at `at` and returns OUTCOME_FAILURE. */
enum outcome yaml_fail(const struct yaml_check *check, struct span at, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* "unknown WHAT 'word'", and the nearest of `known` where there is one. */
enum outcome yaml_fail_unknown(const struct yaml_check *check, struct span at, const char *what, struct str word,
			       const struct strs *known);

/* Reads and parses a file; *root is NULL for an empty one. */
NODISCARD enum outcome yaml_load(struct arena *arena, const char *path, struct source *source, struct yaml_node **root,
				 struct error *error);

/* Parses the whole source; *root is NULL when it is empty. */
NODISCARD enum outcome yaml_read_source(const struct yaml_check *check, struct yaml_node **root);

/* Fails unless `node` is a mapping without doubled keys; `what` names it in messages: "a standard". */
NODISCARD enum outcome yaml_expect_mapping(const struct yaml_check *check, const struct yaml_node *node,
					   const char *what);

/* Calls the row of each key of the mapping. An empty value (`key:` alone) counts as absent. */
NODISCARD enum outcome yaml_read_mapping(const struct yaml_check *check, const struct yaml_node *mapping,
					 const char *what, const struct yaml_row *rows, void *target);

bool yaml_is_empty(const struct yaml_node *node); /* nothing stands behind the colon */

/* A text that is not empty and holds no control characters. */
NODISCARD enum outcome yaml_read_text(const struct yaml_check *check, const struct yaml_node *node, struct str *text);
/* One text or a list of texts; adds to `texts`. */
NODISCARD enum outcome yaml_read_texts(const struct yaml_check *check, const struct yaml_node *node,
				       struct strs *texts);
/* yes, no, true, false */
NODISCARD enum outcome yaml_read_switch(const struct yaml_check *check, const struct yaml_node *node, bool *value);

#endif
