/* SPDX-License-Identifier: MIT */
/* Man pages in mdoc, the macro language that both mandoc and groff know. */
#include "help.h"
#include "options.h"
#include "version.h"

#include <ctype.h>

/* Text as mdoc takes it: no line may begin with a control character, backslashes are escaped. With `fill` it is running
 * text: empty lines part paragraphs, and every sentence begins a line, so that formatters can space them. */
static void print_text(struct paper *paper, const char *text, bool fill)
{
	bool line_start = true;
	for (; *text; text++) {
		if (line_start && (*text == '.' || *text == '\''))
			paper_print(paper, "\\&");
		if (line_start && *text == '\n' && fill)
			paper_print(paper, ".Pp");
		line_start = *text == '\n';
		if (*text == '\\') {
			paper_print(paper, "\\e");
		} else if (fill && text[0] == '.' && text[1] == ' ') {
			paper_print(paper, ".\n");
			text++;
			line_start = true;
		} else {
			paper_print(paper, "%c", *text);
		}
	}
	if (!line_start)
		paper_print(paper, "\n");
}

static void print_heading(struct paper *paper, const char *name, const char *summary)
{
	paper_print(paper, ".Dd %s\n.Dt ", ADR_DATE);
	for (const char *letter = name; *letter; letter++)
		paper_print(paper, "%c", toupper((unsigned char)*letter));
	paper_print(paper, " 1\n.Os\n.Sh NAME\n.Nm %s\n.Nd %s\n", name, summary);
}

static void print_option(struct paper *paper, const struct option_row *row)
{
	paper_print(paper, ".It");
	if (row->letter)
		paper_print(paper, " Fl %c%s%s ,", row->letter, row->argument ? " Ar " : "",
			    row->argument ? row->argument : "");
	paper_print(paper, " Fl Fl %s%s%s\n", row->name, row->argument ? " Ar " : "",
		    row->argument ? row->argument : "");
	paper_print(paper, "%s", row->help);
	const char *before = ": ";
	for (const struct choice *choice = row->choices; choice && choice->word; choice++) {
		paper_print(paper, "%s%s", before, choice->word);
		before = ", ";
	}
	paper_print(paper, ".\n");
}

static void print_options(struct paper *paper, const struct option_row *rows)
{
	for (; rows && rows->name; rows++)
		print_option(paper, rows);
}

static void print_exit_status(struct paper *paper)
{
	paper_print(paper, ".Sh EXIT STATUS\n.Bl -tag -width Ds\n"
			   ".It 0\ndone; nothing found that fails\n"
			   ".It 1\ndone; something was found that fails\n"
			   ".It 2\nwrong usage\n"
			   ".It 3\nthe work could not be done; the message names the file and the reason\n.El\n");
}

static void print_environment(struct paper *paper)
{
	paper_print(paper, ".Sh ENVIRONMENT\n.Bl -tag -width SOURCE_DATE_EPOCH\n"
			   ".It Ev ADR_DB\nthe index file, unless --db names one\n"
			   ".It Ev ADR_DATE\nthe date that\n.Nm adr new\nwrites\n"
			   ".It Ev SOURCE_DATE_EPOCH\nseconds since 1970 to take for the present\n"
			   ".It Ev XDG_CACHE_HOME\nwhere indexes are kept, in a folder named adr\n"
			   ".It Ev NO_COLOR\nno colour when set\n"
			   ".It Ev COLUMNS\nwidth of the output\n.El\n");
}

static void program_page(struct paper *paper)
{
	print_heading(paper, "adr", "read, index and check architecture decision records");
	paper_print(paper, ".Sh SYNOPSIS\n.Nm adr\n.Ar command\n.Op Ar options\n.Op Ar ...\n.Sh DESCRIPTION\n"
			   "Reads architecture decision records as people write them, indexes those of many projects,\n"
			   "and reports decisions that contradict each other and reviews that are due.\n"
			   ".Sh COMMANDS\n.Bl -tag -width completion\n");
	for (const struct command *const *row = commands; *row; row++)
		paper_print(paper, ".It Xr adr-%s 1\n%s\n", (*row)->name, (*row)->summary);
	paper_print(paper, ".El\n");
	print_environment(paper);
	paper_print(paper,
		    ".Sh FILES\n.Bl -tag -width .adr.yml\n.It Pa .adr.yml\nsettings of a project or a workspace\n"
		    ".It Pa .adr-dir\nthe directory of the records, as adr-tools writes it\n.El\n");
	print_exit_status(paper);
}

static void command_page(struct paper *paper, const struct command *command)
{
	SCOPED(text_release) struct text title = {0};
	text_printf(&title, "adr-%s", command->name);
	print_heading(paper, title.at, command->summary);
	paper_print(paper, ".Sh SYNOPSIS\n.Nm adr %s\n.Op Ar options\n", command->name);
	if (*command->operands)
		paper_print(paper, "%s\n", command->operands);
	paper_print(paper, ".Sh DESCRIPTION\n");
	print_text(paper, command->description, true);
	paper_print(paper, ".Sh OPTIONS\n.Bl -tag -width Ds\n");
	print_options(paper, command->options);
	print_options(paper, common_options);
	paper_print(paper, ".El\n");
	print_exit_status(paper);
	if (command->examples) {
		paper_print(paper, ".Sh EXAMPLES\n.Bd -literal\n");
		print_text(paper, command->examples, false);
		paper_print(paper, ".Ed\n");
	}
	paper_print(paper, ".Sh SEE ALSO\n.Xr adr 1\n");
}

void manual_page(struct paper *paper, const struct command *command)
{
	if (command)
		command_page(paper, command);
	else
		program_page(paper);
}
