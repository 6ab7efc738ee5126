/* SPDX-License-Identifier: MIT */
/* Help, man pages and completions, all from the rows of the commands. */
#ifndef ADR_CLI_HELP_H
#define ADR_CLI_HELP_H

#include "adr/render/paper.h"
#include "command.h"

const struct command *command_find(struct str name); /* NULL when there is none */

/* Says in the name of `who` ("adr", "adr help") that there is no such command, and which one may be meant. */
NODISCARD enum outcome command_unknown(const char *who, struct str name, struct error *error);

void help_program(struct paper *paper);
void help_command(struct paper *paper, const struct command *command);

/* adr(1) for NULL, else adr-NAME(1), in mdoc (mandoc, groff). */
void manual_page(struct paper *paper, const struct command *command);

enum shell { SHELL_BASH, SHELL_ZSH, SHELL_FISH };
void completion_script(struct paper *paper, enum shell shell);

#endif
