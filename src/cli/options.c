/* SPDX-License-Identifier: MIT */
#include "options.h"

#include "adr/base/unicode.h"

#include <assert.h>

const struct option_row common_options[] = {
	{'h', "help", OPTION_SWITCH, offsetof(struct common_arguments, help), NULL, NULL, "show this help"},
	{'q', "quiet", OPTION_SWITCH, offsetof(struct common_arguments, quiet), NULL, NULL,
	 "no progress and no notes on standard error"},
	{0, "as-of", OPTION_DATE, offsetof(struct common_arguments, as_of), "DATE", NULL,
	 "take DATE (YYYY-MM-DD) for today"},
	{0, "tz", OPTION_TEXT, offsetof(struct common_arguments, zone), "ZONE", NULL,
	 "today in ZONE: Europe/Berlin, UTC, local"},
	{.name = NULL},
};

/* The words being read, and where they go. */
struct command_line {
	struct arena *arena;
	const struct command *command;
	char **word; /* the next one */
	char **end;
	void *arguments;
	struct common_arguments *common;
	struct strs *operands;
	struct error *error;
};

struct target {
	const struct option_row *row;
	void *field;
};

const char *nearest_word(struct str word, const char *const *candidates)
{
	const char *best = NULL;
	size_t limit = word.length > 4 ? 2 : 1, best_distance = limit + 1;
	for (; *candidates; candidates++) {
		size_t distance = unicode_distance(word, str_of(*candidates), limit);
		if (word.length > 1 && str_starts(str_of(*candidates), word))
			distance = 0;
		if (distance < best_distance) {
			best = *candidates;
			best_distance = distance;
		}
	}
	return best;
}

static bool find_row(const struct option_row *rows, void *base, struct str name, char letter, struct target *target)
{
	for (; rows && rows->name; rows++) {
		bool named = name.length > 0 && str_equal(str_of(rows->name), name);
		if (named || (letter && rows->letter == letter)) {
			*target = (struct target){rows, (char *)base + rows->offset};
			return true;
		}
	}
	return false;
}

static bool find_option(const struct command_line *line, struct str name, char letter, struct target *target)
{
	return find_row(line->command->options, line->arguments, name, letter, target) ||
	       find_row(common_options, line->common, name, letter, target);
}

#define NAMES_MOST 64

static size_t collect_names(const struct option_row *rows, const char **names, size_t count)
{
	for (; rows && rows->name; rows++) {
		assert(count + 1 < NAMES_MOST);
		names[count++] = rows->name;
	}
	names[count] = NULL;
	return count;
}

static enum outcome unknown_option(const struct command_line *line, struct str name)
{
	const char *names[NAMES_MOST];
	size_t count = collect_names(line->command->options, names, 0);
	collect_names(common_options, names, count);
	const char *nearest = nearest_word(name, names);
	if (nearest)
		return fail_usage(line->error, "adr %s: there is no option '--%.*s'; did you mean '--%s'?",
				  line->command->name, STR_ARG(name), nearest);
	return fail_usage(line->error, "adr %s: there is no option '--%.*s'; 'adr %s --help' lists them",
			  line->command->name, STR_ARG(name), line->command->name);
}

static enum outcome bad_value(const struct command_line *line, const struct option_row *row, struct str value,
			      const char *wanted)
{
	return fail_usage(line->error, "adr %s: --%s takes %s, not '%.*s'", line->command->name, row->name, wanted,
			  STR_ARG(value));
}

static enum outcome take_choice(const struct command_line *line, const struct target *target, struct str value)
{
	struct str wanted = {0};
	for (const struct choice *choice = target->row->choices; choice->word; choice++) {
		if (str_equal(str_of(choice->word), value)) {
			*(int *)target->field = choice->value;
			return OUTCOME_OK;
		}
		const char *between = wanted.length == 0 ? "" : choice[1].word ? ", " : " or ";
		wanted = arena_printf(line->arena, "%.*s%s%s", STR_ARG(wanted), between, choice->word);
	}
	return bad_value(line, target->row, value, arena_copy_z(line->arena, wanted));
}

/* "\," is a comma that belongs to the text; any other backslash is itself. */
static void take_texts(const struct command_line *line, struct strs *list, struct str value)
{
	SCOPED(text_release) struct text part = {0};
	for (size_t i = 0; i <= value.length; i++) {
		bool escaped = i + 1 < value.length && value.at[i] == '\\' && value.at[i + 1] == ',';
		if (i < value.length && value.at[i] != ',') {
			text_add_byte(&part, value.at[escaped ? ++i : i]);
			continue;
		}
		struct str text = str_trim(text_str(&part));
		if (!str_empty(text))
			*LIST_ADD(line->arena, list) = arena_copy(line->arena, text);
		text_clear(&part);
	}
}

static enum outcome take_value(const struct command_line *line, const struct target *target, struct str value)
{
	switch (target->row->kind) {
	case OPTION_SWITCH:
		return bad_value(line, target->row, value, "no value");
	case OPTION_TEXT:
		*(struct str *)target->field = value;
		return OUTCOME_OK;
	case OPTION_TEXTS:
		take_texts(line, target->field, value);
		return OUTCOME_OK;
	case OPTION_NUMBER:
		if (!str_to_number(value, target->field))
			return bad_value(line, target->row, value, "a whole number");
		return OUTCOME_OK;
	case OPTION_DATE:
		if (!date_parse_iso(value, target->field))
			return bad_value(line, target->row, value, "a date YYYY-MM-DD");
		return OUTCOME_OK;
	case OPTION_PERIOD:
		if (!period_parse(value, target->field))
			return bad_value(line, target->row, value, "a period such as 30d, 2w, 6m or 1y");
		return OUTCOME_OK;
	case OPTION_CHOICE:
		return take_choice(line, target, value);
	}
	return OUTCOME_OK;
}

/* The value in the following word. */
static enum outcome take_next_word(struct command_line *line, const struct target *target)
{
	if (line->word == line->end)
		return fail_usage(line->error, "adr %s: --%s needs a value, %s", line->command->name, target->row->name,
				  target->row->argument);
	return take_value(line, target, str_of(*line->word++));
}

static enum outcome take_long(struct command_line *line, struct str word)
{
	size_t equals = str_find_byte(word, '=');
	struct str name = str_slice(word, 0, equals);
	struct target target;
	if (!find_option(line, name, 0, &target))
		return unknown_option(line, name);
	if (equals != STR_NOT_FOUND)
		return take_value(line, &target, str_from(word, equals + 1));
	if (target.row->kind != OPTION_SWITCH)
		return take_next_word(line, &target);
	*(bool *)target.field = true;
	return OUTCOME_OK;
}

static enum outcome unknown_letter(const struct command_line *line, char letter)
{
	bool takes_words = line->command->operands[0] != '\0';
	return fail_usage(line->error, "adr %s: there is no option '-%c'; 'adr %s --help' lists them%s",
			  line->command->name, letter, line->command->name,
			  takes_words ? "; words that begin with '-' go behind '--'" : "");
}

static enum outcome take_letters(struct command_line *line, struct str letters)
{
	for (; letters.length > 0; letters = str_from(letters, 1)) {
		struct target target;
		if (!find_option(line, (struct str){0}, letters.at[0], &target))
			return unknown_letter(line, letters.at[0]);
		if (target.row->kind == OPTION_SWITCH) {
			*(bool *)target.field = true;
			continue;
		}
		if (letters.length > 1)
			return take_value(line, &target, str_from(letters, 1));
		return take_next_word(line, &target);
	}
	return OUTCOME_OK;
}

static enum outcome check_operands(const struct command_line *line)
{
	const struct command *command = line->command;
	size_t count = line->operands->count;
	if (line->common->help)
		return OUTCOME_OK;
	if (count < (size_t)command->least)
		return fail_usage(line->error, "adr %s: needs %s; 'adr %s --help' explains", command->name,
				  command->operands, command->name);
	if (command->most >= 0 && count > (size_t)command->most)
		return fail_usage(line->error, "adr %s: does not know what to do with '%.*s'", command->name,
				  STR_ARG(line->operands->item[command->most]));
	return OUTCOME_OK;
}

enum outcome options_read(struct arena *arena, const struct command *command, int argc, char **argv, void *arguments,
			  struct common_arguments *common, struct strs *operands, struct error *error)
{
	struct command_line line = {arena, command, argv, argv + argc, arguments, common, operands, error};
	bool options_over = false;
	while (line.word != line.end) {
		struct str word = str_of(*line.word++);
		enum outcome outcome = OUTCOME_OK;
		if (!options_over && str_equal(word, STR("--")))
			options_over = true;
		else if (!options_over && str_starts(word, STR("--")))
			outcome = take_long(&line, str_from(word, 2));
		else if (!options_over && str_starts(word, STR("-")) && word.length > 1)
			outcome = take_letters(&line, str_from(word, 1));
		else
			*LIST_ADD(arena, operands) = word;
		if (outcome != OUTCOME_OK)
			return outcome;
	}
	return check_operands(&line);
}
