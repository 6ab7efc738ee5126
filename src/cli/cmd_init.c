/* SPDX-License-Identifier: MIT */
#include "adr/scan/scan.h"
#include "choices.h"
#include "cmd.h"
#include "writing.h"

#include <dirent.h>

struct init_arguments {
	struct str template_name;
};

#define DEFAULT_DIRECTORY "doc/adr"

/* A directory with numbered Markdown files has records already. */
static bool has_records(const char *directory)
{
	DIR *listing = opendir(directory);
	bool found = false;
	for (struct dirent *entry; listing && !found && (entry = readdir(listing));) {
		struct str name = str_of(entry->d_name);
		found = name.at[0] >= '0' && name.at[0] <= '9' && str_ends_nocase(name, STR(".md"));
	}
	if (listing)
		closedir(listing);
	return found;
}

static enum outcome write_settings(struct session *session, struct str directory, struct str template_name,
				   struct error *error)
{
	enum outcome outcome = OUTCOME_OK;
	struct str line = arena_printf(session->arena, "%.*s\n", STR_ARG(directory));
	if (!str_equal(directory, STR(DEFAULT_DIRECTORY)))
		outcome = file_write(".adr-dir", line, false, error);
	if (outcome != OUTCOME_OK || str_empty(template_name))
		return outcome;
	line = arena_printf(session->arena, "template: %.*s\n", STR_ARG(template_name));
	return file_write(".adr.yml", line, true, error);
}

static enum outcome check_template(struct str name, struct error *error)
{
	if (str_empty(name) || !str_empty(template_builtin(name)))
		return OUTCOME_OK;
	return fail_usage(error, "adr init: there is no template '%.*s'; built in are nygard, madr and madr-minimal",
			  STR_ARG(name));
}

static enum outcome run(struct session *session, const void *given, const struct strs *operands, struct error *error)
{
	const struct init_arguments *arguments = given;
	struct str directory =
		operands->count > 0 ? path_normal(session->arena, operands->item[0]) : STR(DEFAULT_DIRECTORY);
	enum outcome outcome = check_template(arguments->template_name, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	if (has_records(arena_copy_z(session->arena, directory)))
		return fail(error, "%.*s holds records already", STR_ARG(directory));
	struct new_record first = {
		.directory = directory,
		.title = STR("Record architecture decisions"),
		.date = writing_date(session),
		.status = STR("Accepted"),
		.template_text = template_builtin(STR("init")),
		.number = 1,
	};
	struct str path = {0};
	outcome = write_settings(session, directory, arguments->template_name, error);
	if (outcome == OUTCOME_OK)
		outcome = create_record(session->arena, &first, &path, error);
	return outcome == OUTCOME_OK ? writing_print_path(session, path, error) : outcome;
}

static const struct option_row options[] = {
	{'t', "template", OPTION_TEXT, offsetof(struct init_arguments, template_name), "NAME", NULL,
	 "what 'adr new' starts from: nygard, madr, madr-minimal"},
	{.name = NULL},
};

const struct command command_init = {
	.name = "init",
	.operands = "[DIRECTORY]",
	.summary = "start keeping records: a directory and a first record",
	.description = "Makes the directory for records (doc/adr unless named) with a first record that says\n"
		       "that decisions are recorded, and prints its path. A named directory is remembered in\n"
		       ".adr-dir, a template in .adr.yml.\n",
	.examples = "  adr init\n  adr init --template madr docs/decisions\n",
	.most = 1,
	.options = options,
	.arguments_size = sizeof(struct init_arguments),
	.run = run,
};
