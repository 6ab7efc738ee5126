/* SPDX-License-Identifier: MIT */
/* Catalogue YAML (data/catalog/<area>.yml, and `conflicts: catalog:` in .adr.yml) to a catalogue, with all checks.
 * Knows no records: the build's embed_catalog uses it too. */
#ifndef ADR_PARSE_READ_CATALOG_H
#define ADR_PARSE_READ_CATALOG_H

#include "adr/base/error.h"
#include "adr/base/scope.h"
#include "adr/model/catalog.h"
#include "yaml_tree.h"

/* Adds the subjects and scopes of `root` to `catalog` (whose tables live in `arena` and stay sorted by name). Errors
 * name file, line and column. */
NODISCARD enum outcome read_catalog(struct arena *arena, const struct source *source, const struct yaml_node *root,
				    struct catalog *catalog, struct error *error);

#endif
