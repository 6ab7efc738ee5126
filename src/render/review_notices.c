/* SPDX-License-Identifier: MIT */
#include "review_words.h"

static const struct rule_info overdue = {
	.name = "review-overdue",
	.severity = SEVERITY_ERROR,
	.summary = "Decisions are looked at again by the day that they name.",
	.help = "Look at the decision again; 'adr review --done ID' records that, and the next date.",
};
static const struct rule_info due = {
	.name = "review-due",
	.severity = SEVERITY_WARNING,
	.summary = "No decision has to be looked at again soon.",
	.help = "Look at the decision again; 'adr review --done ID' records that, and the next date.",
};
static const struct rule_info upcoming = {
	.name = "review-upcoming",
	.severity = SEVERITY_INFO,
	.summary = "Decisions that are to be looked at again some day.",
	.help = "Nothing yet.",
};
static const struct rule_info waiver_ended = {
	.name = "waiver-ended",
	.severity = SEVERITY_ERROR,
	.summary = "Waivers in .adr.yml still hold.",
	.help = "Settle the conflict, or give the waiver another day.",
};
static const struct rule_info waiver_ends = {
	.name = "waiver-ends",
	.severity = SEVERITY_WARNING,
	.summary = "No waiver in .adr.yml ends soon.",
	.help = "Settle the conflict, or give the waiver another day.",
};

static const struct rule_info *rule_of(const struct review *review)
{
	switch (review->state) {
	case REVIEW_OVERDUE:
		return review->waiver ? &waiver_ended : &overdue;
	case REVIEW_DUE:
		return review->waiver ? &waiver_ends : &due;
	case REVIEW_UPCOMING:
		break;
	}
	return &upcoming;
}

void reviews_notices(struct paper *paper, const struct review_report *report, enum format format)
{
	static const struct notice_report about = {.command = "review",
						   .title = "Decisions to review",
						   .nothing = "No decision has to be looked at again."};
	SCOPED(scoped_arena_free) struct arena *arena = arena_new();
	SCOPED(places_release) struct places places = places_in_repository(paper);
	struct notices notices = {0};
	LIST_EACH (const struct review, review, &report->reviews) {
		struct notice *notice =
			notice_add(arena, &notices, rule_of(review), review_file(arena, &places, review));
		char day[DATE_TEXT_SIZE];
		notice->project = review->project;
		notice->from = notice->to = (struct place){.line = review->line};
		notice->name = review_name(arena, review);
		notice->message = review_message(arena, review);
		notice->url = review_url(arena, paper, notice->file);
		notice->identity =
			arena_printf(arena, "%.*s %s", STR_ARG(review->id), date_format(review->review, day));
	}
	show_notices(paper, &notices, &about, format);
}
