/* SPDX-License-Identifier: MIT */
#include "help.h"

#include "options.h"

#define NAME_COLUMN 12
#define OPTION_COLUMN 26
#define COMMANDS_MOST 64

const struct command *command_find(struct str name)
{
	for (const struct command *const *row = commands; *row; row++)
		if (str_equal(str_of((*row)->name), name))
			return *row;
	return NULL;
}

static const char *nearest_command(struct str name)
{
	const char *names[COMMANDS_MOST];
	size_t count = 0;
	for (const struct command *const *row = commands; *row && count + 1 < COMMANDS_MOST; row++)
		names[count++] = (*row)->name;
	names[count] = NULL;
	return nearest_word(name, names);
}

enum outcome command_unknown(const char *who, struct str name, struct error *error)
{
	const char *nearest = nearest_command(name);
	if (nearest)
		return fail_usage(error, "%s: there is no command '%.*s'; did you mean '%s'?", who, STR_ARG(name),
				  nearest);
	return fail_usage(error, "%s: there is no command '%.*s'; 'adr --help' lists them", who, STR_ARG(name));
}

void help_program(struct paper *paper)
{
	paper_print(paper, "adr reads, indexes and checks architecture decision records.\n\n"
			   "usage: adr COMMAND [OPTIONS] [...]\n\n");
	for (const struct command *const *row = commands; *row; row++)
		paper_print(paper, "  %-*s %s\n", NAME_COLUMN, (*row)->name, (*row)->summary);
	paper_print(
		paper,
		"\n'adr COMMAND --help' explains a command, 'adr --version' tells the version.\n"
		"Exit status: 0 done, 1 done and something found that fails, 2 wrong usage, 3 could not be done.\n");
}

static void describe_option(struct paper *paper, const struct option_row *row)
{
	SCOPED(text_release) struct text words = {0};
	if (row->letter)
		text_printf(&words, "-%c, ", row->letter);
	else
		text_add_z(&words, "    ");
	text_printf(&words, "--%s", row->name);
	if (row->argument)
		text_printf(&words, " %s", row->argument);
	paper_print(paper, "  %-*s", OPTION_COLUMN, words.at);
	if (words.length >= OPTION_COLUMN)
		paper_print(paper, "\n  %*s", OPTION_COLUMN, "");
	paper_print(paper, " %s", row->help);
	const char *before = ": ";
	for (const struct choice *choice = row->choices; choice && choice->word; choice++) {
		paper_print(paper, "%s%s", before, choice->word);
		before = ", ";
	}
	paper_print(paper, "\n");
}

static void describe_options(struct paper *paper, const char *heading, const struct option_row *rows)
{
	if (!rows || !rows->name)
		return;
	paper_print(paper, "\n%s\n", heading);
	for (; rows->name; rows++)
		describe_option(paper, rows);
}

void help_command(struct paper *paper, const struct command *command)
{
	const char *gap = *command->operands ? " " : "";
	paper_print(paper, "usage: adr %s [OPTIONS]%s%s\n\n%s\n", command->name, gap, command->operands,
		    command->description);
	describe_options(paper, "Options", command->options);
	describe_options(paper, "Options of every command", common_options);
	if (command->examples)
		paper_print(paper, "\nExamples\n%s", command->examples);
}
