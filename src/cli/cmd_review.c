/* SPDX-License-Identifier: MIT */
#include "choices.h"
#include "cmd.h"
#include "filter.h"
#include "review.h"

#define CONFLICTS_WITHIN                                                                                               \
	10000 /* decisions in force: with more, looking for conflicts takes far longer than the report */

static enum outcome verdict(const struct review_count *total, int fail_on)
{
	if (fail_on == FAIL_ON_NONE)
		return OUTCOME_OK;
	bool fails = total->overdue > 0 || (fail_on == FAIL_ON_DUE && total->due > 0);
	return fails ? OUTCOME_FINDINGS : OUTCOME_OK;
}

static const struct review_arguments defaults = {.within = {.count = -1}};

/* The last day of the window. */
static struct date window_end(const struct session *session, const struct asked_index *index, struct period asked)
{
	struct period within = asked.count >= 0 ? asked : index->settings.review_within;
	struct date end = date_add(session->as_of, within);
	if (!end.set)
		date_make(9999, 12, 31, &end);
	return end;
}

/* Where files were named, only their decisions count. */
static enum outcome count_chosen(struct session *session, struct asked_index *index, const struct record_filter *filter,
				 struct decisions_in_force *in_force, struct error *error)
{
	struct record_filter holding = *filter;
	struct records records = {0};
	if (index->workspace.chosen.count == 0)
		return OUTCOME_OK;
	*in_force = (struct decisions_in_force){0};
	holding.in_force = true;
	enum outcome outcome = store_load(index->store, session->arena, &holding, 0, &records, error);
	session_keep_meant(&index->workspace, &records);
	LIST_EACH (struct record, record, &records) { /* which come project by project */
		struct strs *names = &in_force->projects;
		if (names->count == 0 || !str_equal(names->item[names->count - 1], record->project->name))
			*LIST_ADD(session->arena, names) = record->project->name;
		*LIST_ADD(session->arena, &in_force->dates) =
			(struct decision_in_force){(uint32_t)(names->count - 1), record->date};
	}
	return outcome;
}

/* The conflicts of the whole workspace: a record may contradict one that the filter leaves out. */
static enum outcome load_conflicts(struct session *session, struct asked_index *index, struct conflicts *conflicts,
				   struct error *error)
{
	struct records records = {0};
	struct conflict_options options = {.as_of = session->as_of};
	enum outcome outcome = store_load_claims(index->store, session->arena, false, &records, error);
	if (index->workspace.projects.count > 0) { /* an index may hold others */
		size_t kept = 0;
		LIST_EACH (struct record, record, &records)
			if (workspace_project(&index->workspace, record->project->name))
				records.item[kept++] = *record;
		records.count = kept;
	}
	if (outcome == OUTCOME_OK)
		find_conflicts(&records, &catalog_builtin, &index->settings, &options, session->arena, conflicts);
	return outcome;
}

/* The lists of records that the report is made from. */
static unsigned parts_shown(const struct review_arguments *arguments)
{
	unsigned parts = 0;
	if (arguments->by == REVIEW_BY_TAG || arguments->format == FORMAT_JSON)
		parts |= PART_TAGS;
	if (arguments->format != FORMAT_TEXT && arguments->format != FORMAT_CSV)
		parts |= PART_TRIGGERS;
	return parts;
}

enum outcome review_find(struct session *session, struct asked_index *index, const struct review_arguments *arguments,
			 const struct record_filter *filter, struct review_report *report, struct error *error)
{
	struct arena *arena = session->arena;
	struct stored_reviews *stored = ARENA_NEW(arena, struct stored_reviews);
	struct conflicts *conflicts = ARENA_NEW(arena, struct conflicts);
	struct date end = window_end(session, index, arguments->within);
	struct review_options options = {.as_of = session->as_of,
					 .within_days = end.days - session->as_of.days,
					 .all = arguments->all || arguments->format == FORMAT_ICS,
					 .by = (enum review_by)arguments->by};
	struct due_query query = {filter, options.all ? (struct date){0} : end, parts_shown(arguments)};
	enum outcome outcome = store_load_reviews(index->store, arena, &query, stored, error);
	if (outcome == OUTCOME_OK)
		outcome = count_chosen(session, index, filter, &stored->in_force, error);
	session_keep_meant(&index->workspace, &stored->due);
	bool looks = arguments->conflicts || stored->in_force.dates.count <= CONFLICTS_WITHIN;
	if (outcome == OUTCOME_OK && looks && stored->due.count > 0)
		outcome = load_conflicts(session, index, conflicts, error);
	struct review_material material = {&stored->due, &stored->neighbours, looks ? conflicts : NULL,
					   &index->settings.waivers, &stored->in_force};
	if (outcome == OUTCOME_OK)
		find_reviews(&material, &options, arena, report);
	return outcome;
}

static enum outcome report_reviews(struct session *session, struct asked_index *index,
				   const struct review_arguments *arguments, const struct record_filter *filter,
				   struct error *error)
{
	struct review_report report;
	enum outcome outcome = review_find(session, index, arguments, filter, &report, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	show_reviews(&session->out, &report, (enum format)arguments->format);
	return verdict(&report.summary.total, arguments->fail_on);
}

static enum outcome report_triggers(struct session *session, struct asked_index *index,
				    const struct review_arguments *arguments, const struct record_filter *filter,
				    struct error *error)
{
	struct records records = {0};
	if (arguments->format != FORMAT_TEXT && arguments->format != FORMAT_JSON)
		return fail_usage(error, "adr review: --triggers are shown as text or json only");
	enum outcome outcome = store_load_triggers(index->store, session->arena, filter, &records, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	session_keep_meant(&index->workspace, &records);
	show_triggers(&session->out, &records, (enum format)arguments->format);
	return OUTCOME_OK;
}

static enum outcome answer(struct session *session, struct asked_index *index, const struct review_arguments *arguments,
			   const struct record_filter *filter, struct error *error)
{
	if (!str_empty(arguments->done))
		return review_record(session, index, arguments, error);
	if (arguments->triggers)
		return report_triggers(session, index, arguments, filter, error);
	return report_reviews(session, index, arguments, filter, error);
}

/* Options that mean something with --done only. */
static enum outcome check_done(const struct review_arguments *arguments, struct error *error)
{
	if (!str_empty(arguments->done))
		return OUTCOME_OK;
	if (!str_empty(arguments->next) || arguments->on.set || arguments->dry_run)
		return fail_usage(error, "adr review: --next, --on and --dry-run go with --done ID");
	return OUTCOME_OK;
}

static enum outcome run(struct session *session, const void *given, const struct strs *operands, struct error *error)
{
	const struct review_arguments *arguments = given;
	struct record_filter filter = arguments->filter;
	struct asked_index index = {.store = NULL};
	enum outcome outcome = filter_check(&filter, "review", error);
	if (outcome == OUTCOME_OK)
		outcome = check_done(arguments, error);
	if (outcome == OUTCOME_OK)
		outcome = session_link_files(session, arguments->link_base, error);
	if (outcome == OUTCOME_OK)
		outcome = session_ask(session, arguments->db, operands, &index, &filter, error);
	if (outcome == OUTCOME_OK)
		outcome = answer(session, &index, arguments, &filter, error);
	session_close(session, &index);
	return outcome;
}

static const struct choice fail_ons[] = {
	{"overdue", FAIL_ON_OVERDUE}, {"due", FAIL_ON_DUE}, {"none", FAIL_ON_NONE}, {NULL, 0}};
static const struct choice groups[] = {
	{"project", REVIEW_BY_PROJECT}, {"person", REVIEW_BY_PERSON}, {"tag", REVIEW_BY_TAG}, {NULL, 0}};

static const struct option_row options[] = {
	{'w', "within", OPTION_PERIOD, offsetof(struct review_arguments, within), "PERIOD", NULL,
	 "how far ahead a review counts as due: 30d, 6m; 0d: today at the latest"},
	{'a', "all", OPTION_SWITCH, offsetof(struct review_arguments, all), NULL, NULL, "upcoming reviews too"},
	{0, "by", OPTION_CHOICE, offsetof(struct review_arguments, by), "WHAT", groups,
	 "one list for each project, person or tag"},
	{0, "triggers", OPTION_SWITCH, offsetof(struct review_arguments, triggers), NULL, NULL,
	 "list the conditions for another look instead"},
	{0, "done", OPTION_TEXT, offsetof(struct review_arguments, done), "ID", NULL,
	 "record in the record itself that it was looked at"},
	{0, "next", OPTION_TEXT, offsetof(struct review_arguments, next), "WHEN", NULL,
	 "with --done: when it is to be looked at again, 6m or a date"},
	{0, "on", OPTION_DATE, offsetof(struct review_arguments, on), "DATE", NULL,
	 "with --done: the day it was looked at, instead of today"},
	{0, "dry-run", OPTION_SWITCH, offsetof(struct review_arguments, dry_run), NULL, NULL,
	 "with --done: show the change and do not make it"},
	{0, "conflicts", OPTION_SWITCH, offsetof(struct review_arguments, conflicts), NULL, NULL,
	 "look for conflicts also among more than 10,000 decisions"},
	{0, "fail-on", OPTION_CHOICE, offsetof(struct review_arguments, fail_on), "WHAT", fail_ons,
	 "exit with 1 when there is one"},
	OPTIONS_FILTER(struct review_arguments),
	OPTION_DB(struct review_arguments),
	OPTION_LINK_BASE(struct review_arguments),
	OPTION_FORMAT(struct review_arguments, review_formats),
	{.name = NULL},
};

const struct command command_review = {
	.name = "review",
	.operands = "[PATH...]",
	.summary = "report decisions that should be looked at again",
	.description = "Reports records whose review date has passed or comes soon, most urgent first, with\n"
		       "who should look and what became of the decisions around them. The date is what the\n"
		       "record states, else what the policies in .adr.yml make of its date; a review that was\n"
		       "recorded since moves it on. Waivers that end are entries too.\n\n"
		       "As ics it is a calendar of all reviews, upcoming ones too; as markdown a checklist for an\n"
		       "issue, which stays the same for as long as the situation does.\n\n"
		       "Exits with 1 when a review is overdue.\n\n" PATHS_EXPLAINED,
	.examples = "  adr review --within 90d\n  adr review --all --person 'Platform Team'\n"
		    "  adr review --by person\n  adr review --triggers\n"
		    "  adr review --done billing/ADR-0012 --next 6m\n"
		    "  adr review --format ics >reviews.ics\n",
	.most = -1,
	.options = options,
	.arguments_size = sizeof(struct review_arguments),
	.defaults = &defaults,
	.run = run,
};
