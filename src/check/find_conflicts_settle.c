/* SPDX-License-Identifier: MIT */
/* What is said about an entry once its camps are known: how bad, how sure, whether somebody has settled it. */
#include "find_conflicts.h"

#include <stdlib.h>

/* Two decisions that merely differ weigh less than two that reject each other. */
#define DIVERGENCE_WEIGHT 0.75

static int by_size(const void *x, const void *y)
{
	const struct camp *a = x, *b = y;
	if (a->decisions.count != b->decisions.count)
		return a->decisions.count > b->decisions.count ? -1 : 1;
	return str_compare(a->option, b->option);
}

static enum conflict_kind kind_of(const struct conflict *conflict)
{
	LIST_EACH (const struct camp, camp, &conflict->camps)
		LIST_EACH (const struct camp_decision, decision, &camp->decisions)
			if (decision->rejects.count)
				return CONFLICT_CONTRADICTION;
	return CONFLICT_DIVERGENCE;
}

static double surest(const struct camp *camp)
{
	double best = 0;
	LIST_EACH (const struct camp_decision, decision, &camp->decisions)
		best = decision->claim->confidence > best ? decision->claim->confidence : best;
	return best;
}

static double surest_rejection(const struct conflict *conflict)
{
	double best = 0;
	LIST_EACH (const struct camp, camp, &conflict->camps)
		LIST_EACH (const struct camp_decision, decision, &camp->decisions)
			best = decision->rejects_confidence > best ? decision->rejects_confidence : best;
	return best;
}

/* As sure as its second surest camp: it takes two, but where a single one deviates from a standard. A contradiction is
 * no surer than the rejection that makes it one, but never less sure than if there were none. */
static double confidence_of(const struct conflict *conflict)
{
	double first = 0, second = 0;
	LIST_EACH (const struct camp, camp, &conflict->camps) {
		double confidence = surest(camp);
		if (confidence > first) {
			second = first;
			first = confidence;
		} else if (confidence > second) {
			second = confidence;
		}
	}
	if (conflict->camps.count < 2)
		return first;
	double differing = conflict->basis == CLAIM_DECLARED ? second : second * DIVERGENCE_WEIGHT;
	if (conflict->kind == CONFLICT_DIVERGENCE)
		return differing;
	double rejecting = surest_rejection(conflict);
	return rejecting > second ? second : rejecting > differing ? rejecting : differing;
}

/* The weakest basis that any of the decisions has. */
static enum claim_basis basis_of(const struct conflict *conflict)
{
	enum claim_basis weakest = CLAIM_DECLARED;
	LIST_EACH (const struct camp, camp, &conflict->camps)
		LIST_EACH (const struct camp_decision, decision, &camp->decisions)
			weakest = decision->claim->basis > weakest ? decision->claim->basis : weakest;
	return weakest;
}

/* --- waivers ------------------------------------------------------------------------------------------------------ */

static bool holds(const struct strs *list, struct str text)
{
	LIST_EACH (const struct str, item, list)
		if (str_equal(*item, text))
			return true;
	return false;
}

static bool covers(const struct waiver *waiver, const struct record *record)
{
	if (waiver->projects.count == 0 && waiver->records.count == 0)
		return true;
	return holds(&waiver->projects, record->project->name) || holds(&waiver->records, record->id);
}

static bool is_active(const struct conflict_search *search, const struct waiver *waiver)
{
	return !waiver->until.set || waiver->until.days >= search->options->as_of.days;
}

/* The first active waiver that covers the decision; with `expired`, else the first that has expired; or NULL. */
static const struct waiver *find_waiver(const struct conflict_search *search, const struct conflict *conflict,
					const struct record *record, bool expired)
{
	const struct waiver *passed = NULL;
	LIST_EACH (const struct waiver, waiver, &search->settings->waivers) {
		if (!str_equal(waiver->subject, conflict->subject) || !covers(waiver, record))
			continue;
		if (is_active(search, waiver))
			return waiver;
		passed = passed ? passed : waiver;
	}
	return expired ? passed : NULL;
}

/* What is left of a conflict when the decisions are put aside that waivers cover. */
struct remainder {
	const struct waiver *active, *expired; /* the first of each that covers something */
	size_t camps, deviating;
};

static void put_aside(struct remainder *left, const struct conflict_search *search,
		      const struct camp_decision *decision, const struct waiver *waiver)
{
	left->deviating += decision->deviates && !waiver;
	if (waiver && is_active(search, waiver))
		left->active = left->active ? left->active : waiver;
	else if (waiver)
		left->expired = left->expired ? left->expired : waiver;
}

static bool has_deviations(const struct conflict *conflict)
{
	LIST_EACH (const struct camp, camp, &conflict->camps)
		LIST_EACH (const struct camp_decision, decision, &camp->decisions)
			if (decision->deviates)
				return true;
	return false;
}

/* A conflict is waived when no two camps are left after those decisions are put aside that a waiver covers; where
 * decisions deviate from a standard, when none of these is left. True when that is so; with `expired`, when it would be
 * so if no waiver had expired. */
static bool is_waived(const struct conflict_search *search, const struct conflict *conflict, bool expired,
		      struct remainder *left)
{
	*left = (struct remainder){.camps = 0};
	LIST_EACH (const struct camp, camp, &conflict->camps) {
		bool stays = false;
		LIST_EACH (const struct camp_decision, decision, &camp->decisions) {
			const struct waiver *waiver = find_waiver(search, conflict, decision->record, expired);
			put_aside(left, search, decision, waiver);
			stays |= !waiver;
		}
		left->camps += stays;
	}
	return has_deviations(conflict) ? left->deviating == 0 : left->camps < 2;
}

static void find_waivers(const struct conflict_search *search, struct conflict *conflict)
{
	struct remainder left;
	if (search->settings->waivers.count == 0)
		return;
	if (is_waived(search, conflict, false, &left))
		conflict->waived = left.active;
	else if (is_waived(search, conflict, true, &left))
		conflict->expired = left.expired;
}

/* --- age ---------------------------------------------------------------------------------------------------------- */

/* Between projects only dates tell, inside of one the numbers do. */
static int compare_newness(const struct conflict *conflict, const struct record *a, const struct record *b)
{
	if (conflict->inside_project)
		return compare_age(a, b);
	if (a->date.set != b->date.set)
		return a->date.set ? -1 : 1;
	return a->date.set ? (a->date.days < b->date.days) - (a->date.days > b->date.days) : 0;
}

static void mark_newest(struct conflict *conflict)
{
	const struct record *newest = NULL;
	bool differ = false;
	LIST_EACH (const struct camp, camp, &conflict->camps)
		LIST_EACH (const struct camp_decision, decision, &camp->decisions) {
			int order = newest ? compare_newness(conflict, decision->record, newest) : -1;
			differ |= newest && order != 0;
			newest = order < 0 ? decision->record : newest;
		}
	LIST_EACH (struct camp, camp, &conflict->camps)
		LIST_EACH (struct camp_decision, decision, &camp->decisions)
			decision->newest = differ && compare_newness(conflict, decision->record, newest) == 0;
}

static void mark_proposed(struct conflict *conflict)
{
	LIST_EACH (struct camp, camp, &conflict->camps)
		LIST_EACH (struct camp_decision, decision, &camp->decisions)
			decision->proposed = !record_in_force(decision->record);
}

void settle_conflict(const struct conflict_search *search, struct conflict *conflict)
{
	qsort(conflict->camps.item, conflict->camps.count, sizeof *conflict->camps.item, by_size);
	conflict->kind = kind_of(conflict);
	conflict->basis = basis_of(conflict);
	conflict->confidence = confidence_of(conflict);
	mark_newest(conflict);
	mark_proposed(conflict);
	judge_by_standards(search, conflict);
	find_waivers(search, conflict);
}
