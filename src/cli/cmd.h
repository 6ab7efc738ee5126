/* SPDX-License-Identifier: MIT */
/* What every cmd_*.c needs, and the commands themselves: one row each, listed in commands.c. */
#ifndef ADR_CLI_CMD_H
#define ADR_CLI_CMD_H

#include "adr/check/check.h"
#include "adr/render/show.h"
#include "command.h"
#include "session.h"

extern const struct command command_index, command_export, command_list, command_show, command_search,
	command_catalog, command_conflicts, command_review, command_graph, command_lint, command_new, command_init, command_help,
	command_completion;

#endif
