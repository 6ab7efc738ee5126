/* SPDX-License-Identifier: MIT */
/* What a command is: a row with its name, its words for help, its options as rows that fill the command's own struct,
 * and the function that runs it. Help, man pages and completions grow from the same rows. */
#ifndef ADR_CLI_COMMAND_H
#define ADR_CLI_COMMAND_H

#include "adr/base/date.h"
#include "adr/base/error.h"
#include "adr/base/list.h"

struct session;

enum option_kind {
	OPTION_SWITCH, /* bool */
	OPTION_TEXT,   /* struct str */
	OPTION_TEXTS,  /* struct strs; the option may be repeated, and each value may be a list with commas, "\," for one
			* that is part of a text */
	OPTION_NUMBER, /* int32_t, from 0 */
	OPTION_DATE,   /* struct date */
	OPTION_PERIOD, /* struct period */
	OPTION_CHOICE, /* int: the value of the chosen row */
};

/* One word that an OPTION_CHOICE takes. A table ends with { NULL, 0 }. */
struct choice {
	const char *word;
	int value;
};

/* A table of options ends with { .name = NULL }. */
struct option_row {
	char letter;                  /* 0: has none */
	const char *name;             /* without "--" */
	enum option_kind kind;
	size_t offset;                /* of the field in the command's arguments struct */
	const char *argument;         /* what the value is called in help: "FILE"; NULL for switches */
	const struct choice *choices; /* for OPTION_CHOICE */
	const char *help;             /* one phrase, lower case, no full stop */
};

struct command {
	const char *name;
	const char *operands;    /* "[PATH...]", "ID"; "" when it takes none */
	const char *summary;     /* one phrase, lower case, no full stop: the line in `adr --help` */
	const char *description; /* paragraphs for --help and the man page, wrapped at 80 columns */
	const char *examples;    /* lines "command    what it does"; NULL: none */
	int least, most;         /* operands; most -1: any number */
	const struct option_row *options;
	size_t arguments_size;
	const void *defaults;    /* a filled arguments struct to start from; NULL: all zero */
	enum outcome (*run)(struct session *session, const void *arguments, const struct strs *operands,
			    struct error *error);
};

/* All commands in the order help prints them; ends with NULL. */
extern const struct command *const commands[];

#endif
