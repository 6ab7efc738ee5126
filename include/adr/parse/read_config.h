/* SPDX-License-Identifier: MIT */
/* .adr.yml to settings. Unknown keys and bad values are errors that name file, line and column and suggest the nearest
 * known word. */
#ifndef ADR_PARSE_READ_CONFIG_H
#define ADR_PARSE_READ_CONFIG_H

#include "adr/base/error.h"
#include "adr/base/scope.h"
#include "adr/model/config.h"
#include "adr/model/config_outline.h"

/* Reads the file into `config`, whose texts live in `arena`. config->root is the file's directory. */
NODISCARD enum outcome read_config(struct arena *arena, const char *path, struct config *config, struct error *error);

/* The same from text that was already loaded; `path` is for messages. For tests and for fuzzing. */
NODISCARD enum outcome read_config_text(struct arena *arena, struct str path, struct str text, struct config *config,
					struct error *error);

/* A catalogue file on its own, as `conflicts: catalog:` may name it, read beside the built-in catalogue. */
NODISCARD enum outcome read_catalog_file(struct arena *arena, const char *path, struct catalog *catalog,
					 struct error *error);

/* Where the parts stand that a waiver is written into. Fails for text that is no YAML. */
NODISCARD enum outcome outline_config(struct arena *arena, struct str path, struct str text,
				      struct config_outline *outline, struct error *error);

/* The waiver as YAML that read_config() understands: in lines "key: value" without a line end behind the last, or, with
 * `flow`, in brackets on one line. Empty when memory runs out. */
struct str waiver_yaml(struct arena *arena, const struct waiver *waiver, bool flow);

/* *gained: `after` says what `before` says, and one item more at the end of `conflicts: waivers:`. */
NODISCARD enum outcome config_gained_waiver(struct arena *arena, struct str path, struct str before, struct str after,
					    bool *gained, struct error *error);

#endif
