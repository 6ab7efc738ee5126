/* SPDX-License-Identifier: MIT */
#include "run.h"

#include "adr/base/unicode.h"
#include "help.h"
#include "options.h"
#include "session.h"
#include "version.h"

#include <signal.h>

static int print_error(const struct error *error, enum outcome outcome)
{
	struct str rest = str_of(error->text), line;
	bool first = true;
	while (str_next_line(&rest, &line)) {
		SCOPED(text_release) struct text clean = {0};
		unicode_add_printable(&clean, line);
		bool named = str_starts(text_str(&clean), STR("adr")) || !first;
		fprintf(stderr, "%s%s\n", named ? "" : "adr: ", clean.at ? clean.at : "");
		first = false;
	}
	return (int)outcome;
}

static enum outcome run_command(struct session *session, const struct command *command, int argc, char **argv,
				struct error *error)
{
	struct common_arguments common = {0};
	struct strs operands = {0};
	void *arguments = arena_take(session->arena, command->arguments_size);
	if (command->defaults)
		memcpy(arguments, command->defaults, command->arguments_size);
	enum outcome outcome = options_read(session->arena, command, argc, argv, arguments, &common, &operands, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	if (common.help) {
		help_command(&session->out, command);
		return OUTCOME_OK;
	}
	session->quiet = common.quiet;
	session->as_of = common.as_of.set ? common.as_of : date_today();
	if (!str_empty(common.zone) && !common.as_of.set && !date_today_in(common.zone, &session->as_of))
		return fail_usage(error, "adr %s: this machine knows no time zone '%.*s'; they have names such as "
					 "Europe/Berlin, UTC and local",
				  command->name, STR_ARG(common.zone));
	outcome = command->run(session, arguments, &operands, error);
	if (outcome == OUTCOME_FAILURE && session->index_damaged)
		outcome = command->run(session, arguments, &operands, error); /* nothing was printed yet */
	return outcome;
}

static enum outcome run_words(struct session *session, int argc, char **argv, struct error *error)
{
	struct str word = str_of(argc > 1 ? argv[1] : NULL);
	if (str_empty(word)) {
		help_program(&session->out);
		return OUTCOME_FINDINGS; /* as adr-tools does */
	}
	if (str_equal(word, STR("--help")) || str_equal(word, STR("-h"))) {
		help_program(&session->out);
		return OUTCOME_OK;
	}
	if (str_equal(word, STR("--version"))) {
		paper_print(&session->out, "adr %s\n", ADR_VERSION);
		return OUTCOME_OK;
	}
	const struct command *command = command_find(word);
	if (!command)
		return command_unknown("adr", word, error);
	return run_command(session, command, argc - 2, argv + 2, error);
}

int run_program(int argc, char **argv)
{
	signal(SIGPIPE, SIG_IGN); /* a reader that went away is noticed when the output is flushed */
	struct error error = {0}, late = {0};
	struct session session = {.arena = arena_new(), .out = paper_open(stdout)};
	enum outcome outcome = run_words(&session, argc, argv, &error);
	if (outcome != OUTCOME_OK && error.text[0] != '\0')
		print_error(&error, outcome);
	if (paper_finish(&session.out, &late) != OUTCOME_OK && outcome < OUTCOME_USAGE)
		outcome = (enum outcome)print_error(&late, OUTCOME_FAILURE);
	arena_free(session.arena);
	return (int)outcome;
}
