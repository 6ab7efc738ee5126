/* SPDX-License-Identifier: MIT */
/* YAML as a small tree with places; the only user of libyaml. The event API is read with limits on depth, nodes and
 * size, because flow nesting costs quadratic time and aliases can be bombs: aliases are a problem here, never expanded.
 * libyaml counts code points; all spans here are bytes of the source. Scalars are text: what they mean is the caller's
 * business ("yes" is no boolean). */
#ifndef ADR_PARSE_YAML_TREE_H
#define ADR_PARSE_YAML_TREE_H

#include "adr/base/list.h"
#include "adr/model/source.h"

#define YAML_SIZE_LIMIT ((size_t)256 << 10) /* bytes of YAML */
#define YAML_DEPTH_LIMIT 16
#define YAML_NODE_LIMIT 20000

enum yaml_kind { YAML_SCALAR, YAML_SEQUENCE, YAML_MAPPING };

struct yaml_node {
	enum yaml_kind kind;
	struct str text; /* scalars: the value, in the arena */
	bool plain;      /* scalars: written without quotes and not as a block */
	struct span at;  /* in the source; of collections: the first character */
	uint32_t end;    /* behind its last character; of block collections: behind that of the last entry */
	bool flow;       /* collections: written in brackets */
	struct str key;  /* inside a mapping: this value's key */
	struct span key_at;
	bool doubled;            /* inside a mapping: an earlier entry has the same key */
	struct yaml_node *first; /* collections: the first entry */
	struct yaml_node *next;  /* the next entry of the same collection */
};

/* What is wrong, and where. */
struct yaml_problem {
	struct span at;
	struct str message;
};

/* Parses `length` bytes from `start` of the source. Returns the root, or NULL for empty input (problem->message empty)
 * and for input with a problem. */
struct yaml_node *yaml_parse(struct arena *arena, const struct source *source, uint32_t start, uint32_t length,
			     struct yaml_problem *problem);

/* The value of `key` in a mapping (the first where doubled), or NULL. */
const struct yaml_node *yaml_get(const struct yaml_node *mapping, const char *key);

#endif
