/* SPDX-License-Identifier: MIT */
/* argv against a command's rows. */
#ifndef ADR_CLI_OPTIONS_H
#define ADR_CLI_OPTIONS_H

#include "adr/base/scope.h"
#include "command.h"

/* What every command takes. */
struct common_arguments {
	bool help;
	bool quiet;
	struct date as_of;
	struct str zone; /* --tz; empty: the local one */
};

extern const struct option_row common_options[];

/* Reads the words behind the command's name into its arguments struct, the common ones, and the operands (which borrow
 * from argv). Takes --name VALUE, --name=VALUE, -x VALUE, -xVALUE, -abc for switches; "--" ends the options. With
 * --help among them the number of operands is not checked. OUTCOME_USAGE names the word and suggests the nearest. */
NODISCARD enum outcome options_read(struct arena *arena, const struct command *command, int argc, char **argv,
				    void *arguments, struct common_arguments *common, struct strs *operands,
				    struct error *error);

/* The candidate that `word` is most likely a slip for, or NULL. `candidates` ends with NULL. */
const char *nearest_word(struct str word, const char *const *candidates);

#endif
