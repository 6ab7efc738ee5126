/* SPDX-License-Identifier: MIT */
#include "adr/base/file.h"
#include "adr/base/unicode.h"
#include "adr/check/check.h"

/* What a record says itself counts as long as it may hold: nobody has to look again at what was rejected, deprecated or
 * superseded. A record without a known status may still hold. */
static bool may_hold(const struct record *record)
{
	switch (record->status) {
	case STATUS_NONE:
	case STATUS_PROPOSED:
	case STATUS_DRAFT:
	case STATUS_ACCEPTED:
		return true;
	case STATUS_REJECTED:
	case STATUS_DEPRECATED:
	case STATUS_SUPERSEDED:
	case STATUS_COUNT:
		break;
	}
	return false;
}

static struct date later(struct date a, struct date b)
{
	return !a.set || (b.set && b.days > a.days) ? b : a;
}

/* A review on the day or behind it is the one that was asked for; the record's own period tells when the next one is.
 */
static struct date stated_due(const struct record *record)
{
	if (!record->reviewed.set || !record->review.set || record->reviewed.days < record->review.days)
		return record->review;
	return record->review_every.count > 0 ? date_add(record->reviewed, record->review_every) : (struct date){0};
}

static bool holds(const struct strs *list, struct str text)
{
	LIST_EACH (const struct str, item, list)
		if (str_equal(*item, text))
			return true;
	return false;
}

static bool has_status(const struct review_policy *policy, enum status status)
{
	const char *name = status_name(status);
	if (policy->statuses.count == 0)
		return status == STATUS_ACCEPTED;
	return holds(&policy->statuses, name ? str_of(name) : STR("none"));
}

static bool has_tag(struct arena *scratch, const struct review_policy *policy, const struct record *record)
{
	LIST_EACH (const struct str, tag, &record->tags)
		if (policy->tags.count > 0 && holds(&policy->tags, unicode_fold(scratch, *tag)))
			return true;
	return policy->tags.count == 0;
}

static bool has_path(const struct review_policy *policy, struct str path)
{
	LIST_EACH (const struct str, pattern, &policy->paths)
		if (path_matches(path, *pattern))
			return true;
	return policy->paths.count == 0;
}

static bool applies(struct arena *scratch, const struct review_policy *policy, const struct record *record)
{
	return has_status(policy, record->status) &&
	       (policy->projects.count == 0 || holds(&policy->projects, record->project->name)) &&
	       has_path(policy, record->path) && has_tag(scratch, policy, record);
}

/* The interval of the first policy that fits, else the project's own for accepted records. */
static struct period interval_of(struct arena *scratch, const struct record *record)
{
	const struct config *config = record->project->config;
	LIST_EACH (const struct review_policy, policy, &config->review_policies)
		if (applies(scratch, policy, record))
			return policy->interval;
	return record->status == STATUS_ACCEPTED ? config->review_interval : (struct period){0};
}

static void derive_day(struct arena *scratch, struct record *record)
{
	if (may_hold(record))
		record->due = stated_due(record);
	if (record->due.set)
		return;
	struct period interval = interval_of(scratch, record);
	record->due_basis = REVIEW_POLICY;
	if (interval.count > 0)
		record->due = date_add(later(record->date, record->reviewed), interval);
}

static uint32_t line_of(const struct record *record)
{
	const struct span at[] = {record->review_at, record->date_at, record->title_at};
	for (size_t i = record->due_basis == REVIEW_STATED ? 0 : 1; i < sizeof at / sizeof *at; i++)
		if (at[i].line > 0)
			return at[i].line;
	return 1;
}

#define DOUBLES_WITHIN 50 /* names that are compared, so that a list of thousands costs no more than its length */

static void add_lookers(struct arena *arena, struct record *record, enum role role)
{
	LIST_EACH (const struct person, person, &record->people) {
		if (person->role != role)
			continue;
		struct strs first = record->lookers;
		first.count = first.count < DOUBLES_WITHIN ? first.count : DOUBLES_WITHIN;
		if (!holds(&first, person->name))
			*LIST_ADD(arena, &record->lookers) = person->name;
	}
}

static void derive_lookers(struct arena *arena, struct record *record)
{
	static const enum role others[] = {ROLE_REVIEWER, ROLE_APPROVER, ROLE_AUTHOR};
	add_lookers(arena, record, ROLE_OWNER);
	add_lookers(arena, record, ROLE_DECIDER);
	for (size_t i = 0; record->lookers.count == 0 && i < sizeof others / sizeof *others; i++)
		add_lookers(arena, record, others[i]);
}

void derive_due(struct arena *arena, struct record *record)
{
	record->due = (struct date){0};
	record->due_basis = REVIEW_STATED;
	record->due_line = 0;
	record->lookers = (struct strs){0};
	if (record->kind == KIND_RECORD)
		derive_day(arena, record);
	if (!record->due.set)
		return;
	record->due_line = line_of(record);
	derive_lookers(arena, record);
}
