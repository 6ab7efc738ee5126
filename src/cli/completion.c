/* SPDX-License-Identifier: MIT */
/* Completion scripts for shells. Each knows the commands, their options and the words that choices take. */
#include "help.h"
#include "options.h"

static void print_words(struct paper *paper, const struct option_row *rows)
{
	for (; rows && rows->name; rows++)
		paper_print(paper, " --%s", rows->name);
}

static void print_commands(struct paper *paper)
{
	for (const struct command *const *row = commands; *row; row++)
		paper_print(paper, "%s%s", row == commands ? "" : " ", (*row)->name);
}

static void print_choices(struct paper *paper, const struct choice *choice)
{
	for (const char *gap = ""; choice->word; choice++, gap = " ")
		paper_print(paper, "%s%s", gap, choice->word);
}

static void bash_choices(struct paper *paper, const struct command *command)
{
	for (const struct option_row *row = command->options; row && row->name; row++) {
		if (!row->choices)
			continue;
		paper_print(paper, "\t%s:--%s) words=\"", command->name, row->name);
		print_choices(paper, row->choices);
		paper_print(paper, "\" ;;\n");
	}
}

static void bash_script(struct paper *paper)
{
	paper_print(paper,
		    "# bash completion for adr: source <(adr completion bash)\n"
		    "_adr() {\n\tlocal current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} words=\n"
		    "\tif [ \"$COMP_CWORD\" -eq 1 ]; then\n\t\twords=\"");
	print_commands(paper);
	paper_print(paper, "\"\n\telse\n\tcase ${COMP_WORDS[1]}:$previous in\n");
	for (const struct command *const *row = commands; *row; row++)
		bash_choices(paper, *row);
	paper_print(paper,
		    "\tesac\n\tif [ -z \"$words\" ] && [[ $current == -* ]]; then\n\tcase ${COMP_WORDS[1]} in\n");
	for (const struct command *const *row = commands; *row; row++) {
		paper_print(paper, "\t%s) words=\"", (*row)->name);
		print_words(paper, (*row)->options);
		print_words(paper, common_options);
		paper_print(paper, "\" ;;\n");
	}
	paper_print(paper, "\tesac\n\tfi\n\tfi\n"
			   "\t# shellcheck disable=SC2207 # the words hold no white space\n"
			   "\tCOMPREPLY=($(compgen -W \"$words\" -- \"$current\"))\n}\n"
			   "complete -o default -F _adr adr\n");
}

/* Help as an argument of zsh's _arguments and fish's -d: within single quotes, brackets escaped. */
static void print_quoted(struct paper *paper, const char *text)
{
	for (; *text; text++) {
		if (*text == '\'')
			paper_print(paper, "'\\''");
		else if (*text == '[' || *text == ']' || *text == ':')
			paper_print(paper, "\\%c", *text);
		else
			paper_print(paper, "%c", *text);
	}
}

static void zsh_options(struct paper *paper, const struct option_row *rows)
{
	for (; rows && rows->name; rows++) {
		paper_print(paper, " '--%s%s[", rows->name, rows->argument ? "=" : "");
		print_quoted(paper, rows->help);
		paper_print(paper, "]%s%s", rows->argument ? ":" : "", rows->argument ? rows->argument : "");
		if (rows->choices) {
			paper_print(paper, ":(");
			print_choices(paper, rows->choices);
			paper_print(paper, ")");
		}
		paper_print(paper, "'");
	}
}

static void zsh_script(struct paper *paper)
{
	paper_print(paper, "#compdef adr\n_adr() {\n\tif (( CURRENT == 2 )); then\n\t\tlocal -a rows=(");
	for (const struct command *const *row = commands; *row; row++) {
		paper_print(paper, " '%s:", (*row)->name);
		print_quoted(paper, (*row)->summary);
		paper_print(paper, "'");
	}
	paper_print(paper, " )\n\t\t_describe command rows\n\t\treturn\n\tfi\n\tshift words; (( CURRENT-- ))\n"
			   "\tcase $words[1] in\n");
	for (const struct command *const *row = commands; *row; row++) {
		paper_print(paper, "\t%s) _arguments", (*row)->name);
		zsh_options(paper, (*row)->options);
		zsh_options(paper, common_options);
		paper_print(paper, " '*:file:_files' ;;\n");
	}
	paper_print(paper, "\tesac\n}\n_adr \"$@\"\n");
}

static void fish_options(struct paper *paper, const struct command *command, const struct option_row *rows)
{
	for (; rows && rows->name; rows++) {
		paper_print(paper, "complete -c adr -n '__fish_seen_subcommand_from %s' -l %s", command->name,
			    rows->name);
		if (rows->letter)
			paper_print(paper, " -s %c", rows->letter);
		if (rows->argument)
			paper_print(paper, " -r");
		if (rows->choices) {
			paper_print(paper, " -f -a '");
			print_choices(paper, rows->choices);
			paper_print(paper, "'");
		}
		paper_print(paper, " -d '");
		print_quoted(paper, rows->help);
		paper_print(paper, "'\n");
	}
}

static void fish_script(struct paper *paper)
{
	for (const struct command *const *row = commands; *row; row++) {
		paper_print(paper, "complete -c adr -n __fish_use_subcommand -f -a %s -d '", (*row)->name);
		print_quoted(paper, (*row)->summary);
		paper_print(paper, "'\n");
		fish_options(paper, *row, (*row)->options);
		fish_options(paper, *row, common_options);
	}
}

void completion_script(struct paper *paper, enum shell shell)
{
	switch (shell) {
	case SHELL_BASH:
		bash_script(paper);
		return;
	case SHELL_ZSH:
		zsh_script(paper);
		return;
	case SHELL_FISH:
		fish_script(paper);
		return;
	}
}
