/* SPDX-License-Identifier: MIT */
/* Catalogue YAML (data/catalog/<area>.yml, and `conflicts: catalog:` in .adr.yml) to a catalogue, with all checks.
 * docs/catalog.md describes the format. Knows no records: the build's embed_catalog uses it too. */
#ifndef ADR_PARSE_READ_CATALOG_H
#define ADR_PARSE_READ_CATALOG_H

#include "adr/base/error.h"
#include "adr/base/scope.h"
#include "adr/model/catalog.h"
#include "yaml_tree.h"

/* One part of a catalogue: a whole file, or the value of a key in one. */
struct catalog_part {
	const struct source *source;
	const struct yaml_node *root; /* NULL: the file is empty */
};

struct catalog_parts LIST_OF(struct catalog_part);

/* Makes one catalogue of all parts; its tables live in `arena`, sorted by name. `base` (may be NULL) is what the parts
 * add to: they may use its scopes, and a subject of the same name starts from what `base` says of it. Only subjects and
 * scopes that a part names are in the result. Errors name file, line and column. */
NODISCARD enum outcome read_catalog(struct arena *arena, const struct catalog_parts *parts, const struct catalog *base,
				    struct catalog *catalog, struct error *error);

#endif
