/* SPDX-License-Identifier: MIT */
#include "choices.h"
#include "cmd.h"
#include "filter.h"

enum fail_on { FAIL_ON_OVERDUE, FAIL_ON_DUE, FAIL_ON_NONE };

struct review_arguments {
	struct str db;
	struct record_filter filter;
	struct str link_base;
	struct period within;
	bool all;
	int fail_on;
	int format;
};

static enum outcome verdict(const struct review_count *total, int fail_on)
{
	if (fail_on == FAIL_ON_NONE)
		return OUTCOME_OK;
	bool fails = total->overdue > 0 || (fail_on == FAIL_ON_DUE && total->due > 0);
	return fails ? OUTCOME_FINDINGS : OUTCOME_OK;
}

static int32_t days_within(const struct session *session, const struct asked_index *index, struct period asked)
{
	struct period within = asked.count > 0 ? asked : index->settings.review_within;
	struct date end = date_add(session->as_of, within);
	return end.set ? end.days - session->as_of.days : INT32_MAX / 2;
}

static enum outcome report(struct session *session, struct asked_index *index, const struct record_filter *filter,
			   const struct review_arguments *arguments, struct error *error)
{
	static const struct records none;
	static const struct conflicts peace;
	static const struct decisions_in_force unknown;
	struct records records = {0};
	struct review_report found;
	enum outcome outcome = store_load(index->store, session->arena, filter, PART_PEOPLE, &records, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	session_keep_meant(&index->workspace, &records);
	LIST_EACH (struct record, record, &records)
		derive_due(session->arena, record);
	struct review_options options = {.as_of = session->as_of,
					 .within_days = days_within(session, index, arguments->within),
					 .all = arguments->all || arguments->format == FORMAT_ICS};
	struct review_material material = {&records, &none, &peace, &index->settings.waivers, &unknown};
	find_reviews(&material, &options, session->arena, &found);
	show_reviews(&session->out, &found, (enum format)arguments->format);
	return verdict(&found.summary.total, arguments->fail_on);
}

static enum outcome run(struct session *session, const void *given, const struct strs *operands, struct error *error)
{
	const struct review_arguments *arguments = given;
	struct record_filter filter = arguments->filter;
	struct asked_index index = {.store = NULL};
	enum outcome outcome = filter_check(&filter, "review", error);
	if (outcome == OUTCOME_OK)
		outcome = session_link_files(session, arguments->link_base, error);
	if (outcome == OUTCOME_OK)
		outcome = session_ask(session, arguments->db, operands, &index, &filter, error);
	if (outcome == OUTCOME_OK)
		outcome = report(session, &index, &filter, arguments, error);
	session_close(session, &index);
	return outcome;
}

static const struct choice fail_ons[] = {
	{"overdue", FAIL_ON_OVERDUE}, {"due", FAIL_ON_DUE}, {"none", FAIL_ON_NONE}, {NULL, 0}};

static const struct option_row options[] = {
	{'w', "within", OPTION_PERIOD, offsetof(struct review_arguments, within), "PERIOD", NULL,
	 "how far ahead a review counts as due: 30d, 6m"},
	{'a', "all", OPTION_SWITCH, offsetof(struct review_arguments, all), NULL, NULL, "upcoming reviews too"},
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
	.description = "Reports records whose review date has passed or comes soon, most urgent first. The\n"
		       "date is what the record states, else what the interval in .adr.yml makes of its date.\n\n"
		       "As ics it is a calendar of all reviews, upcoming ones too; as markdown a checklist for an\n"
		       "issue, which stays the same for as long as the situation does.\n\n"
		       "Exits with 1 when a review is overdue.\n\n" PATHS_EXPLAINED,
	.examples = "  adr review --within 90d\n  adr review --all --person 'Platform Team'\n"
		    "  adr review --format ics >reviews.ics\n",
	.most = -1,
	.options = options,
	.arguments_size = sizeof(struct review_arguments),
	.run = run,
};
