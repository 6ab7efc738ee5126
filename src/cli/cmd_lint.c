/* SPDX-License-Identifier: MIT */
#include "choices.h"
#include "cmd.h"
#include "options.h"
#include "roster.h"

struct lint_arguments {
	struct strs only;
	bool list_rules;
	int fail_on;
	int format;
};

/* `context` is an arena for the path, used for nothing else. */
static bool exists(void *context, const struct project *project, struct str file)
{
	struct arena *arena = context;
	struct str path = path_join(arena, project->root, file);
	bool found = file_exists(arena_copy_z(arena, path));
	arena_reset(arena);
	return found;
}

/* The severities of a finding are those of its own project: each project's run of the sorted findings is settled. */
static void settle_by_project(struct session *session, const struct workspace *workspace, struct findings *found,
			      struct findings *settled)
{
	findings_sort(found);
	for (size_t from = 0, to; from < found->count; from = to) {
		struct str name = found->item[from].project;
		for (to = from + 1; to < found->count && str_equal(found->item[to].project, name);)
			to++;
		struct findings own = {.item = found->item + from, .count = to - from, .room = to - from};
		const struct project *project = workspace_project(workspace, name);
		if (project)
			lint_settle(project->config, &own);
		LIST_EACH (struct finding, finding, &own)
			*LIST_ADD(session->arena, settled) = *finding;
	}
}

static bool asked_for(const struct strs *only, enum rule rule)
{
	LIST_EACH (struct str, name, only)
		if (str_equal(*name, str_of(rule_info(rule)->name)))
			return true;
	return only->count == 0;
}

static void keep_asked(const struct roster *roster, const struct strs *only, struct findings *findings)
{
	size_t kept = 0;
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *finding = &findings->item[i];
		if (asked_for(only, finding->rule) &&
		    workspace_means(&roster->workspace, finding->project, finding->path))
			findings->item[kept++] = *finding;
	}
	findings->count = kept;
}

static enum outcome check_names(const struct strs *only, struct error *error)
{
	const char *names[RULE_COUNT + 1] = {NULL};
	for (size_t i = 0; i < RULE_COUNT; i++)
		names[i] = rule_info((enum rule)i)->name;
	LIST_EACH (struct str, name, only) {
		enum rule rule;
		if (rule_from_name(*name, &rule))
			continue;
		const char *nearest = nearest_word(*name, names);
		if (nearest)
			return fail_usage(error, "adr lint: there is no rule '%.*s'; did you mean '%s'?",
					  STR_ARG(*name), nearest);
		return fail_usage(error, "adr lint: there is no rule '%.*s'; 'adr lint --list-rules' lists them",
				  STR_ARG(*name));
	}
	return OUTCOME_OK;
}

static enum outcome lint(struct session *session, const struct lint_arguments *arguments, const struct strs *operands,
			 struct error *error)
{
	struct roster roster;
	enum outcome outcome = roster_read(session, operands, KEEP_SLIM, &roster, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	struct findings found = {0};
	struct arena *paths = arena_new();
	lint_records(&roster.records, exists, paths, session->arena, &found);
	arena_free(paths);
	settle_by_project(session, &roster.workspace, &found, &roster.findings);
	keep_asked(&roster, &arguments->only, &roster.findings);
	findings_sort(&roster.findings);
	show_findings(&session->out, &roster.findings, (enum format)arguments->format);
	bool fails = arguments->fail_on != SEVERITY_OFF &&
		     findings_worst(&roster.findings) >= (enum severity)arguments->fail_on;
	return fails ? OUTCOME_FINDINGS : OUTCOME_OK;
}

static enum outcome run(struct session *session, const void *given, const struct strs *operands, struct error *error)
{
	const struct lint_arguments *arguments = given;
	if (arguments->list_rules) {
		if (arguments->format != FORMAT_TEXT && arguments->format != FORMAT_JSON)
			return fail_usage(error, "adr lint: --list-rules is printed as text or json");
		show_rules(&session->out, (enum format)arguments->format);
		return OUTCOME_OK;
	}
	enum outcome outcome = check_names(&arguments->only, error);
	return outcome == OUTCOME_OK ? lint(session, arguments, operands, error) : outcome;
}

static const struct choice severities[] = {{"error", SEVERITY_ERROR},
					   {"warning", SEVERITY_WARNING},
					   {"info", SEVERITY_INFO},
					   {"none", SEVERITY_OFF},
					   {NULL, 0}};

static const struct option_row options[] = {
	{'o', "only", OPTION_TEXTS, offsetof(struct lint_arguments, only), "RULE", NULL,
	 "only findings of these rules"},
	{0, "fail-on", OPTION_CHOICE, offsetof(struct lint_arguments, fail_on), "SEVERITY", severities,
	 "exit with 1 when there is a finding of this severity or worse"},
	{0, "list-rules", OPTION_SWITCH, offsetof(struct lint_arguments, list_rules), NULL, NULL,
	 "print the rules with their severities and what they ask for"},
	OPTION_FORMAT(struct lint_arguments, lint_formats),
	{.name = NULL},
};

static const struct lint_arguments defaults = {.fail_on = SEVERITY_ERROR};

const struct command command_lint = {
	.name = "lint",
	.operands = "[PATH...]",
	.summary = "check the records against the rules",
	.description = "Checks the files themselves (no index needed): missing parts, dates that do not exist,\n"
		       "broken links, one-sided supersessions, unreadable bytes and more. Severities are set\n"
		       "under 'rules:' in .adr.yml.\n\n"
		       "Exits with 1 when there is an error.\n\n" PATHS_EXPLAINED,
	.examples = "  adr lint --fail-on warning\n  adr lint --only link-broken,number-duplicate\n",
	.most = -1,
	.options = options,
	.arguments_size = sizeof(struct lint_arguments),
	.defaults = &defaults,
	.run = run,
};
