/* SPDX-License-Identifier: MIT */
/* Conflicts as notices, for forges and code scanning: one at each decision that is to blame, with the other sides as
 * related places. */
#include "notice.h"
#include "show_conflicts.h"

#define RELATED_MOST 8

static const struct rule_info contradiction_rule = {
	.name = "decision-contradiction",
	.severity = SEVERITY_WARNING,
	.summary = "No decision in force rejects what another one chose",
	.help = "Supersede one of them, set a standard in .adr.yml, or leave it alone for now: adr conflicts --waive",
};
static const struct rule_info divergence_rule = {
	.name = "decision-divergence",
	.severity = SEVERITY_INFO,
	.summary = "The same question is answered in the same way everywhere",
	.help = "Agree on one answer and set a standard in .adr.yml, or leave it alone for now: adr conflicts --waive",
};
static const struct rule_info deviation_rule = {
	.name = "decision-deviation",
	.severity = SEVERITY_ERROR,
	.summary = "Decisions follow what the organisation has settled",
	.help = "Choose what is settled, or ask for an exception: adr conflicts --waive",
};

struct writing {
	struct arena *arena;
	struct places places;
	struct notices notices;
};

/* Whose fault it is depends on what is known: the change, else who deviates, else the newest decision. */
enum blame { BLAME_CHANGED, BLAME_DEVIATING, BLAME_NEWEST, BLAME_FIRST };

static bool is_to_blame(const struct camp_decision *decision, enum blame blame)
{
	switch (blame) {
	case BLAME_CHANGED:
		return decision->changed;
	case BLAME_DEVIATING:
		return decision->deviates;
	case BLAME_NEWEST:
		return decision->newest;
	case BLAME_FIRST:
		break;
	}
	return true;
}

static const struct rule_info *rule_of(const struct conflict *conflict, const struct camp_decision *decision)
{
	if (decision->deviates)
		return &deviation_rule;
	return conflict->kind == CONFLICT_CONTRADICTION ? &contradiction_rule : &divergence_rule;
}

static struct str message_of(struct arena *arena, const struct conflict *conflict, const struct camp *camp)
{
	SCOPED(text_release) struct text message = {0}, ruling = {0};
	const char *between = "; elsewhere ";
	add_question(&message, conflict);
	text_add_z(&message, ": ");
	text_add(&message, camp->option);
	text_add_z(&message, " here");
	add_ruling(&ruling, conflict);
	if (ruling.length > 0) {
		text_add_z(&message, ", but ");
		text_add(&message, text_str(&ruling));
	}
	LIST_EACH (const struct camp, other, &conflict->camps) {
		if (other == camp || !shows_camp(conflict, other, false))
			continue;
		text_add_z(&message, between);
		text_add(&message, other->option);
		between = ", ";
	}
	return arena_copy(arena, text_str(&message));
}

static struct str related_message(struct arena *arena, const struct camp *camp, const struct camp_decision *decision)
{
	SCOPED(text_release) struct text message = {0};
	text_add(&message, decision->record->id);
	text_add_z(&message, " chose ");
	text_add(&message, camp->option);
	text_add_z(&message, ": ");
	add_plain_quote(&message, decision->claim->quote);
	return arena_copy(arena, text_str(&message));
}

static void add_related(struct writing *writing, struct notice *notice, const struct conflict *conflict,
			const struct camp *own)
{
	LIST_EACH (const struct camp, camp, &conflict->camps) {
		size_t left = camp == own ? 0 : CAMP_SHOWN;
		LIST_EACH (const struct camp_decision, decision, &camp->decisions) {
			if (left == 0 || notice->related.count == RELATED_MOST)
				break;
			left--;
			struct related *related = LIST_ADD(writing->arena, &notice->related);
			related->file = record_file(writing->arena, &writing->places, decision->record);
			related->line = decision->claim->at.line;
			related->message = related_message(writing->arena, camp, decision);
		}
	}
}

static void add_notice(struct writing *writing, const struct conflict *conflict, const struct camp *camp,
		       const struct camp_decision *decision)
{
	const struct record *record = decision->record;
	struct str file = record_file(writing->arena, &writing->places, record);
	struct notice *notice = notice_add(writing->arena, &writing->notices, rule_of(conflict, decision), file);
	notice->severity = conflict->severity;
	notice->project = record->project->name;
	notice->from = notice->to = (struct place){.line = decision->claim->at.line};
	notice->name = record->id;
	notice->message = message_of(writing->arena, conflict, camp);
	notice->identity = arena_printf(writing->arena, "%.*s %.*s %.*s", STR_ARG(conflict->subject),
					STR_ARG(conflict->scope), STR_ARG(camp->option));
	add_related(writing, notice, conflict, camp);
}

static size_t add_blamed(struct writing *writing, const struct conflict *conflict, enum blame blame)
{
	size_t count = 0;
	LIST_EACH (const struct camp, camp, &conflict->camps)
		LIST_EACH (const struct camp_decision, decision, &camp->decisions) {
			if (!is_to_blame(decision, blame) || (count > 0 && blame == BLAME_FIRST))
				continue;
			add_notice(writing, conflict, camp, decision);
			count++;
		}
	return count;
}

void conflicts_notices(struct paper *paper, const struct conflicts *conflicts,
		       const struct show_conflicts_options *options, enum format format)
{
	const struct notice_report report = {.command = "conflicts",
					     .title = "Conflicting decisions",
					     .nothing = str_empty(options->base)
								? "No decisions in force contradict each other."
								: "What has changed contradicts no decision in force."};
	SCOPED(scoped_arena_free) struct arena *arena = arena_new();
	struct writing writing = {.arena = arena, .places = places_in_repository(paper)};
	LIST_EACH (const struct conflict, conflict, conflicts)
		for (int blame = BLAME_CHANGED; blame <= (int)BLAME_FIRST && !conflict->waived; blame++)
			if (add_blamed(&writing, conflict, (enum blame)blame) > 0)
				break;
	show_notices(paper, &writing.notices, &report, format);
	places_release(&writing.places);
}
