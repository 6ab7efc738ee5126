/* SPDX-License-Identifier: MIT */
#include "cmd.h"

const struct command *const commands[] = {
	/* looking */
	&command_list,
	&command_show,
	&command_search,
	&command_graph,
	/* judging */
	&command_conflicts,
	&command_catalog,
	&command_review,
	&command_lint,
	/* writing */
	&command_init,
	&command_new,
	/* machinery */
	&command_index,
	&command_export,
	&command_help,
	&command_completion,
	NULL,
};
