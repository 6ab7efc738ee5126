/* SPDX-License-Identifier: MIT */
/* What the organisation has settled: which decisions of an entry deviate from a standard, or from the decision of the
 * project whose word binds the others, and how bad that is. */
#include "find_conflicts.h"

static bool standard_covers(const struct standard *standard, const struct claim *claim)
{
	return str_empty(standard->scope) || str_equal(standard->scope, claim->scope);
}

/* One who chose the standard beside something else follows it. */
bool deviates_from(const struct catalog_subject *subject, const struct standard *standard, const struct record *record,
		   const struct claim *chosen)
{
	if (!standard_covers(standard, chosen))
		return false;
	LIST_EACH (const struct claim, claim, &record->claims)
		if (claim->chosen && str_equal(claim->subject, chosen->subject) &&
		    (subject ? catalog_compatible(subject, claim->option, standard->option)
			     : str_equal(claim->option, standard->option)))
			return false;
	return true;
}

const struct standard *find_standard(const struct conflict_search *search, struct str subject, struct str scope)
{
	const struct standard *general = NULL;
	LIST_EACH (const struct standard, standard, &search->settings->standards) {
		if (!str_equal(standard->subject, subject))
			continue;
		if (!str_empty(standard->scope) && str_equal(standard->scope, scope))
			return standard;
		if (!general && str_empty(standard->scope))
			general = standard;
	}
	return general;
}

/* The place of the record's project among the authorities; their number when it is none. */
static size_t rank_of(const struct conflict_search *search, const struct record *record)
{
	const struct strs *names = &search->settings->authorities;
	for (size_t i = 0; i < names->count; i++)
		if (str_equal(names->item[i], record->project->name))
			return i;
	return names->count;
}

/* A proposal binds nobody. */
static const struct camp_decision *find_authority(const struct conflict_search *search, const struct conflict *conflict,
						  const struct camp **camp_of_it)
{
	const struct camp_decision *best = NULL;
	size_t best_rank = search->settings->authorities.count;
	LIST_EACH (const struct camp, camp, &conflict->camps)
		LIST_EACH (const struct camp_decision, decision, &camp->decisions) {
			size_t rank = decision->proposed ? best_rank + 1 : rank_of(search, decision->record);
			bool same = best && rank == best_rank && compare_age(decision->record, best->record) < 0;
			if (rank > best_rank || (rank == best_rank && !same))
				continue;
			best = decision;
			best_rank = rank;
			*camp_of_it = camp;
		}
	return best;
}

/* Marks what is not in the authority's camp. The authority itself does not deviate from itself. */
static bool mark_others(const struct camp *binding, struct conflict *conflict)
{
	bool any = false;
	LIST_EACH (struct camp, camp, &conflict->camps)
		LIST_EACH (struct camp_decision, decision, &camp->decisions) {
			decision->deviates =
				camp != binding && !same_project(decision->record, conflict->authority);
			any |= decision->deviates;
		}
	return any;
}

static bool mark_deviations(const struct conflict_search *search, struct conflict *conflict)
{
	const struct catalog_subject *subject = catalog_subject_find(&search->catalog, conflict->subject);
	bool any = false;
	LIST_EACH (struct camp, camp, &conflict->camps)
		LIST_EACH (struct camp_decision, decision, &camp->decisions) {
			decision->deviates =
				deviates_from(subject, conflict->standard, decision->record, decision->claim);
			any |= decision->deviates;
		}
	return any;
}

static enum severity severity_unsettled(const struct conflict *conflict)
{
	bool warns = conflict->kind == CONFLICT_CONTRADICTION || conflict->inside_project;
	return warns ? SEVERITY_WARNING : SEVERITY_INFO;
}

void judge_by_standards(const struct conflict_search *search, struct conflict *conflict)
{
	const struct camp *binding = NULL;
	conflict->severity = severity_unsettled(conflict);
	conflict->standard = find_standard(search, conflict->subject, conflict->scope);
	if (conflict->standard) {
		conflict->severity = mark_deviations(search, conflict) ? SEVERITY_ERROR : SEVERITY_INFO;
		return;
	}
	const struct camp_decision *authority = find_authority(search, conflict, &binding);
	if (!authority)
		return;
	conflict->authority = authority->record;
	conflict->severity = mark_others(binding, conflict) ? SEVERITY_ERROR : SEVERITY_INFO;
}
