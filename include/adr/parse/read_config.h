/* SPDX-License-Identifier: MIT */
/* .adr.yml to settings. Unknown keys and bad values are errors that name file, line and column and suggest the nearest
 * known word. */
#ifndef ADR_PARSE_READ_CONFIG_H
#define ADR_PARSE_READ_CONFIG_H

#include "adr/base/error.h"
#include "adr/base/scope.h"
#include "adr/model/config.h"

/* Reads the file into `config`, whose texts live in `arena`. config->root is the file's directory. */
NODISCARD enum outcome read_config(struct arena *arena, const char *path, struct config *config, struct error *error);

/* The same from text that was already loaded; `path` is for messages. For tests and for fuzzing. */
NODISCARD enum outcome read_config_text(struct arena *arena, struct str path, struct str text, struct config *config,
					struct error *error);

#endif
