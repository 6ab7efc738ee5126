/* SPDX-License-Identifier: MIT */
#include "adr/scan/scan.h"
#include "choices.h"
#include "cmd.h"
#include "writing.h"

#include <stdlib.h>

#define TEMPLATE_LIMIT ((size_t)1 << 20)

struct new_arguments {
	struct str template_name;
	struct str status;
	int32_t number;
};

/* A built-in name, or a file relative to `base`. */
static enum outcome named_template(struct session *session, struct str name, struct str base, struct str *text,
				   struct error *error)
{
	*text = template_builtin(name);
	if (!str_empty(*text))
		return OUTCOME_OK;
	struct str path = path_join(session->arena, base, name);
	enum outcome outcome =
		file_read(session->arena, arena_copy_z(session->arena, path), TEMPLATE_LIMIT, text, error);
	return failed_while(outcome, error, "looking for the template '%.*s' (built in are nygard, madr, madr-minimal)",
			    STR_ARG(name));
}

/* --template, else ADR_TEMPLATE, else templates/template.md beside the records, else `template:` in .adr.yml, else
 * Nygard's. */
static enum outcome choose_template(struct session *session, const struct new_arguments *arguments,
				    const struct project *project, struct str directory, struct str *name,
				    struct str *text, struct error *error)
{
	struct str from_environment = str_of(getenv("ADR_TEMPLATE"));
	struct str local = path_join(session->arena, directory, STR("templates/template.md"));
	*name = arguments->template_name;
	if (str_empty(*name))
		*name = from_environment;
	if (!str_empty(*name))
		return named_template(session, *name, (struct str){0}, text, error);
	*name = project->config->template_name;
	if (file_exists(local.at))
		*name = local;
	else if (str_empty(*name))
		*name = STR("nygard");
	return named_template(session, *name, project->config->root, text, error);
}

static enum outcome write_record(struct session *session, const struct new_arguments *arguments,
				 const struct project *project, struct str title, struct error *error)
{
	struct new_record wanted = {.title = title, .number = arguments->number};
	struct str relative = scan_record_directory(session->arena, project->root, &project->config->directories);
	struct str template_name, path;
	wanted.directory = path_join(session->arena, project->root, relative);
	enum outcome outcome = choose_template(session, arguments, project, wanted.directory, &template_name,
					       &wanted.template_text, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	bool madr = str_starts(template_name, STR("madr"));
	wanted.status = !str_empty(arguments->status) ? arguments->status : madr ? STR("proposed") : STR("Accepted");
	wanted.date = writing_date(session);
	outcome = create_record(session->arena, &wanted, &path, error);
	if (outcome == OUTCOME_OK)
		outcome = writing_edit(session, path, error);
	return outcome == OUTCOME_OK ? writing_print_path(session, path, error) : outcome;
}

/* The directory of a workspace that is no project itself. */
static bool keeps_no_records(const struct workspace *workspace)
{
	const struct config *config = workspace->projects.item[0].config;
	return config == workspace->config && config->projects.count > 0 && config->directories.count == 0;
}

static enum outcome run(struct session *session, const void *given, const struct strs *operands, struct error *error)
{
	const struct new_arguments *arguments = given;
	struct workspace workspace;
	if (operands->count == 0) {
		paper_print(&session->out,
			    "ERROR: no title given\n"); /* word for word what scripts know from adr-tools */
		return OUTCOME_FINDINGS;
	}
	enum outcome outcome = workspace_around(session->arena, ".", &workspace, error);
	if (outcome == OUTCOME_OK && keeps_no_records(&workspace))
		return fail(error, "this directory belongs to a workspace of %zu projects; go into one of them",
			    workspace.config->projects.count);
	struct str title = strs_join(session->arena, operands, STR(" "));
	return outcome == OUTCOME_OK ? write_record(session, arguments, &workspace.projects.item[0], title, error)
				     : outcome;
}

static const struct option_row options[] = {
	{'t', "template", OPTION_TEXT, offsetof(struct new_arguments, template_name), "NAME", NULL,
	 "nygard, madr, madr-minimal, or a file"},
	{0, "status", OPTION_TEXT, offsetof(struct new_arguments, status), "STATUS", NULL,
	 "the status it starts with (nygard: Accepted, madr: proposed)"},
	{'n', "number", OPTION_NUMBER, offsetof(struct new_arguments, number), "N", NULL,
	 "its number, instead of the next free one"},
	{.name = NULL},
};

const struct command command_new = {
	.name = "new",
	.operands = "TITLE...",
	.summary = "write a new record from a template",
	.description = "Makes the next record from a template and prints its path. All words make the title;\n"
		       "the file gets the next number and a name made of the title. Records go where .adr.yml\n"
		       "or .adr-dir say, else where the project has them, else into doc/adr.\n\n"
		       "$VISUAL, else $EDITOR, is run on the new file when set. ADR_DATE is the date it gets,\n"
		       "ADR_TEMPLATE its template.\n",
	.examples = "  adr new Use PostgreSQL for orders\n  adr new --template madr --status accepted Cache in Redis\n",
	.most = -1,
	.options = options,
	.arguments_size = sizeof(struct new_arguments),
	.run = run,
};
