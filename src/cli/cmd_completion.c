/* SPDX-License-Identifier: MIT */
#include "cmd.h"
#include "help.h"

static const struct choice shells[] = {{"bash", SHELL_BASH}, {"zsh", SHELL_ZSH}, {"fish", SHELL_FISH}, {NULL, 0}};

static enum outcome run(struct session *session, const void *given, const struct strs *operands, struct error *error)
{
	(void)given;
	for (const struct choice *shell = shells; shell->word; shell++) {
		if (str_equal(str_of(shell->word), operands->item[0])) {
			completion_script(&session->out, (enum shell)shell->value);
			return OUTCOME_OK;
		}
	}
	return fail_usage(error, "adr completion: knows bash, zsh and fish, not '%.*s'", STR_ARG(operands->item[0]));
}

const struct command command_completion = {
	.name = "completion",
	.operands = "SHELL",
	.summary = "print the completion script for bash, zsh or fish",
	.description = "Prints a script that completes commands, options and their words.\n",
	.examples = "  source <(adr completion bash)\n  adr completion fish >~/.config/fish/completions/adr.fish\n",
	.least = 1,
	.most = 1,
	.arguments_size = 0,
	.run = run,
};
