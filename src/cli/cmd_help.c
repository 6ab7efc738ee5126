/* SPDX-License-Identifier: MIT */
#include "cmd.h"
#include "help.h"

struct help_arguments {
	bool man;
	bool names;
};

static void print_names(struct paper *paper)
{
	for (const struct command *const *row = commands; *row; row++)
		paper_print(paper, "%s\n", (*row)->name);
}

static enum outcome run(struct session *session, const void *given, const struct strs *operands, struct error *error)
{
	const struct help_arguments *arguments = given;
	const struct command *command = NULL;
	if (operands->count > 0) {
		command = command_find(operands->item[0]);
		if (!command)
			return command_unknown("adr help", operands->item[0], error);
	}
	if (arguments->names)
		print_names(&session->out);
	else if (arguments->man)
		manual_page(&session->out, command);
	else if (command)
		help_command(&session->out, command);
	else
		help_program(&session->out);
	return OUTCOME_OK;
}

static const struct option_row options[] = {
	{0, "man", OPTION_SWITCH, offsetof(struct help_arguments, man), NULL, NULL, "print the man page (mdoc)"},
	{0, "names", OPTION_SWITCH, offsetof(struct help_arguments, names), NULL, NULL,
	 "print the names of the commands, one per line"},
	{.name = NULL},
};

const struct command command_help = {
	.name = "help",
	.operands = "[COMMAND]",
	.summary = "explain the program or a command",
	.description = "Explains the program or one of its commands.\n",
	.examples = "  adr help lint\n  adr help --man lint | man -l -\n",
	.most = 1,
	.options = options,
	.arguments_size = sizeof(struct help_arguments),
	.run = run,
};
