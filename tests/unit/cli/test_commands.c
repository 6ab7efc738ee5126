/* SPDX-License-Identifier: MIT */
/* The table of commands checks itself: what help, man pages and completions are made of is well formed. */
#include "testing.h"

#include "options.h"

#include <ctype.h>

static const struct command *current;

static void complain(const struct option_row *row, const char *what)
{
	fail_msg("adr %s%s%s: %s", current->name, row ? " --" : "", row ? row->name : "", what);
}

static size_t size_of(enum option_kind kind)
{
	switch (kind) {
	case OPTION_SWITCH:
		return sizeof(bool);
	case OPTION_TEXT:
		return sizeof(struct str);
	case OPTION_TEXTS:
		return sizeof(struct strs);
	case OPTION_NUMBER:
		return sizeof(int32_t);
	case OPTION_DATE:
		return sizeof(struct date);
	case OPTION_PERIOD:
		return sizeof(struct period);
	case OPTION_CHOICE:
		return sizeof(int);
	}
	return 0;
}

static void check_phrase(const struct option_row *row, const char *phrase)
{
	size_t length = strlen(phrase);
	if (length == 0 || isupper((unsigned char)phrase[0]) || phrase[length - 1] == '.')
		complain(row, "help is a phrase: lower case, no full stop");
}

static void check_row(const struct option_row *row, size_t arguments_size)
{
	if ((row->kind == OPTION_SWITCH) != (row->argument == NULL))
		complain(row, "exactly the options with a value name it");
	if ((row->kind == OPTION_CHOICE) != (row->choices != NULL))
		complain(row, "exactly the choices have words");
	if (row->offset + size_of(row->kind) > arguments_size)
		complain(row, "its field lies outside the arguments");
	check_phrase(row, row->help);
}

static void check_unique(const struct option_row *row, const struct option_row *others)
{
	for (; others && others->name; others++) {
		if (others == row)
			continue;
		if (strcmp(row->name, others->name) == 0 || (row->letter && row->letter == others->letter))
			complain(row, "name or letter is taken");
	}
}

static void check_options(const struct command *command)
{
	for (const struct option_row *row = command->options; row && row->name; row++) {
		check_row(row, command->arguments_size);
		check_unique(row, command->options);
		check_unique(row, common_options);
	}
}

static void commands_are_well_formed(void **state)
{
	(void)state;
	size_t count = 0;
	for (const struct command *const *row = commands; *row; row++, count++) {
		current = *row;
		check_phrase(NULL, current->summary);
		check_options(current);
		if (current->most >= 0 && current->least > current->most)
			complain(NULL, "needs more operands than it takes");
		if (!current->run || current->description[strlen(current->description) - 1] != '\n')
			complain(NULL, "needs a function and a description that ends its line");
	}
	assert_in_range(count, 13, 100);
}

static void lines_fit_a_terminal(void **state)
{
	(void)state;
	for (const struct command *const *row = commands; *row; row++) {
		current = *row;
		struct str rest = str_of(current->description), line;
		while (str_next_line(&rest, &line))
			if (line.length > 90)
				complain(NULL, "a line of its description is too long");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(commands_are_well_formed),
		cmocka_unit_test(lines_fit_a_terminal),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
