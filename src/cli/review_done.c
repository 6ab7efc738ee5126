/* SPDX-License-Identifier: MIT */
/* `adr review --done`: plans the change, reads the changed record in memory to prove that nothing else is meant
 * differently now, and only then writes. */
#include "adr/edit/edit.h"
#include "adr/model/record_pack.h"
#include "adr/model/vocabulary.h"
#include "adr/parse/read_record.h"
#include "adr/render/show.h"
#include "reference.h"
#include "review.h"

/* One reading of a text: everything lives in the session's arena. */
struct reading_of {
	struct source source;
	struct record record;
	struct records decisions;
};

static struct reading_of read_again(struct session *session, const struct project *project, struct str full,
				    struct str path, struct str text)
{
	struct reading_of reading = {.decisions = {0}};
	struct reader *reader = reader_new(&vocabulary_builtin);
	read_prepare();
	source_init(&reading.source, session->arena, full, text);
	read_record(reader, &reading.source, project, path, session->arena, &reading.record, &reading.decisions);
	reader_free(reader);
	return reading;
}

/* --- what the next day is ----------------------------------------------------------------------------------------- */

/* "6m" from the review on, or a day. */
static enum outcome next_asked(const struct review_arguments *arguments, struct review_done *done, struct error *error)
{
	if (date_parse_iso(arguments->next, &done->next))
		return OUTCOME_OK;
	if (!period_parse(arguments->next, &done->period) || done->period.count == 0)
		return fail_usage(error,
				  "adr review: --next takes a period such as 6m or a date YYYY-MM-DD, not '%.*s'",
				  STR_ARG(arguments->next));
	done->next = date_add(done->on, done->period);
	return OUTCOME_OK;
}

/* Without --next the stated period says when; a day that is still to come stays; else somebody has to say. */
static enum outcome next_review(const struct review_arguments *arguments, const struct record *record,
				struct review_done *done, struct error *error)
{
	bool overtaken = record->review.set && record->review.days <= done->on.days;
	if (!str_empty(arguments->next))
		return next_asked(arguments, done, error);
	if (record->review.set && record->review_every.count > 0)
		done->next = date_add(done->on, record->review_every);
	else if (overtaken)
		return fail_usage(error,
				  "adr review: the record does not say how often it is looked at; say when it is next: "
				  "--next 6m, or --next YYYY-MM-DD");
	return OUTCOME_OK;
}

/* "Review cycle: annually": the next day follows from the period without being written anywhere. */
static bool states_only_period(const struct record *record)
{
	bool digits = false;
	LIST_EACH (const struct dated, dated, &record->dates)
		if (date_equal(dated->date, record->review) && dated->at.start == record->review_at.start)
			for (size_t i = 0; i + 3 < dated->text.length; i++)
				digits = digits || (dated->text.at[i] >= '0' && dated->text.at[i] <= '9' &&
						    dated->text.at[i + 1] >= '0' && dated->text.at[i + 1] <= '9');
	return record->review.set && record->review_every.count > 0 && !digits;
}

/* --- the proof ---------------------------------------------------------------------------------------------------- */

static void forget_line(struct span *at)
{
	*at = (struct span){0};
}

/* Leaves what must be the same before and after: everything but review dates, and lines, which may have moved. */
static struct str rest_of(struct arena *arena, const struct record *record)
{
	struct record rest = *record;
	struct dates others = {0};
	SCOPED(text_release) struct text packed = {0};
	struct span *own[] = {&rest.title_at, &rest.status_at, &rest.date_at, &rest.review_at, &rest.decision_at};
	for (size_t i = 0; i < sizeof own / sizeof *own; i++)
		forget_line(own[i]);
	rest.review = rest.reviewed = rest.due = (struct date){0};
	rest.review_every = (struct period){0};
	LIST_EACH (struct dated, dated, &rest.dates)
		if (dated->kind != DATE_REVIEW && dated->kind != DATE_REVIEWED && dated->kind != DATE_EXPIRES)
			*LIST_ADD(arena, &others) = *dated;
	LIST_EACH (struct dated, dated, &others)
		forget_line(&dated->at);
	rest.dates = others;
	LIST_EACH (struct person, person, &rest.people)
		forget_line(&person->at);
	LIST_EACH (struct link, link, &rest.links)
		forget_line(&link->at);
	LIST_EACH (struct option, option, &rest.options) {
		forget_line(&option->at);
		forget_line(&option->stance_at);
	}
	LIST_EACH (struct trigger, trigger, &rest.triggers)
		forget_line(&trigger->at);
	record_pack(&packed, &rest);
	return arena_copy(arena, text_str(&packed));
}

static bool is_proven(struct arena *arena, struct reading_of *before, struct reading_of *after,
		      const struct review_done *done)
{
	struct date next = done->next.set ? done->next : before->record.review;
	return date_equal(after->record.reviewed, done->on) && date_equal(after->record.review, next) &&
	       str_equal(rest_of(arena, &before->record), rest_of(arena, &after->record));
}

/* --- doing it ----------------------------------------------------------------------------------------------------- */

static void tell(struct session *session, const struct record *record, const struct review_done *done,
		 struct date review)
{
	char on[DATE_TEXT_SIZE], next[DATE_TEXT_SIZE];
	paper_text(&session->out, STYLE_BOLD, record->id);
	paper_print(&session->out, ": reviewed on %s", date_format(done->on, on));
	if (review.set && review.days > done->on.days)
		paper_print(&session->out, ", to be looked at again by %s", date_format(review, next));
	paper_print(&session->out, "\n");
}

static enum outcome record_review(struct session *session, const struct review_arguments *arguments,
				  const struct project *project, const struct record *known, struct error *error)
{
	struct arena *arena = session->arena;
	struct edits edits = {0};
	struct str text, full = path_join(arena, project->root, known->path);
	struct review_done done = {.on = arguments->on.set ? arguments->on : session->as_of};
	enum outcome outcome = file_read(arena, arena_copy_z(arena, full), READ_FILE_LIMIT, &text, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	struct reading_of before = read_again(session, project, full, known->path, text);
	outcome = next_review(arguments, &before.record, &done, error);
	struct date next = done.next;
	if (str_empty(arguments->next) && states_only_period(&before.record))
		done.next = (struct date){0};
	if (outcome == OUTCOME_OK)
		outcome = plan_review(arena, &before.source, &before.record, &done, &edits, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	done.next = next;
	struct str edited = edited_text(arena, text, &edits);
	struct reading_of after = read_again(session, project, full, known->path, edited);
	if (!is_proven(arena, &before, &after, &done))
		return fail(error, "%.*s: the changed record would be read differently; change it by hand",
			    STR_ARG(full));
	if (arguments->dry_run)
		show_change(&session->out, path_join(arena, project->name, known->path), &text, edited);
	else
		outcome = apply_edits(&edits, error);
	if (outcome == OUTCOME_OK && !arguments->dry_run)
		tell(session, known, &done, after.record.review);
	return outcome;
}

enum outcome review_record(struct session *session, struct asked_index *index, const struct review_arguments *arguments,
			   struct error *error)
{
	struct record_filter all = {.in_force = false};
	const struct record *known = NULL;
	enum outcome outcome = find_reference(session, index, &all, arguments->done, &known, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	const struct project *project = workspace_project(&index->workspace, known->project->name);
	if (!project)
		return fail(error, "%.*s can only be changed where its project is", STR_ARG(known->id));
	if (record_is_part(known))
		return fail(error, "%.*s is one of several decisions in %.*s; change it by hand", STR_ARG(known->id),
			    STR_ARG(known->path));
	return record_review(session, arguments, project, known, error);
}
