/* SPDX-License-Identifier: MIT */
/* Camps: stands whose options are compatible stand together. An option and its kinds are one camp; kinds of one option
 * that differ among themselves get an entry of their own, so that no entry sets compatible decisions against each
 * other. A record that chose several options which have camps of their own agrees with all of them and is left out. */
#include "find_conflicts.h"

#include <stdlib.h>

/* A stand and the camp that its option leads it to. */
struct member {
	struct stand stand;
	int32_t key; /* the option that names the camp; -1: the catalogue does not know it, and it is its own */
	size_t camp; /* number of the camp */
};

struct members LIST_OF(struct member);

static struct str camp_name(const struct member *member)
{
	if (member->key < 0)
		return member->stand.claim->option;
	return member->stand.subject->options[member->key].name;
}

/* Where any order does that brings the members of a record together. */
static int compare_places(const struct record *a, const struct record *b)
{
	return (a > b) - (a < b);
}

static int by_camp_and_record(const void *x, const void *y)
{
	const struct member *a = x, *b = y;
	int order = str_compare(camp_name(a), camp_name(b));
	return order != 0 ? order : compare_places(a->stand.record, b->stand.record);
}

static int by_record_and_confidence(const void *x, const void *y)
{
	const struct member *a = x, *b = y;
	int order = compare_places(a->stand.record, b->stand.record);
	if (order == 0)
		order = (a->stand.claim->confidence < b->stand.claim->confidence) -
			(a->stand.claim->confidence > b->stand.claim->confidence);
	return order != 0 ? order : str_compare(camp_name(a), camp_name(b));
}

/* By camp, then newest first, then id: the order of the report. */
static int by_camp_and_age(const void *x, const void *y)
{
	const struct member *a = x, *b = y;
	if (a->camp != b->camp)
		return a->camp < b->camp ? -1 : 1;
	struct date one = a->stand.record->date, other = b->stand.record->date;
	if (one.set != other.set)
		return one.set ? -1 : 1;
	if (one.set && one.days != other.days)
		return one.days > other.days ? -1 : 1;
	int order = str_compare(a->stand.record->id, b->stand.record->id);
	return order != 0 ? order : compare_places(a->stand.record, b->stand.record);
}

/* --- who stands where --------------------------------------------------------------------------------------------- */

/* Which of the subject's options somebody in the run chose. */
static bool *find_present(const struct conflict_search *search, struct stand_run run)
{
	const struct catalog_subject *subject = run.item[0].subject;
	bool *present = ARENA_ARRAY(search->arena, bool, subject ? subject->option_count : 0);
	for (size_t i = 0; i < run.count; i++)
		if (run.item[i].option >= 0)
			present[run.item[i].option] = true;
	return present;
}

/* An option's camp is that of the topmost of its ancestors that somebody chose. */
static int32_t topmost_present(const struct stand *stand, const bool *present)
{
	int32_t key = stand->option;
	for (int32_t at = stand->option; at >= 0; at = stand->subject->options[at].parent)
		if (present[at])
			key = at;
	return key;
}

/* Numbers the camps in the order of their names and returns how many records each has. */
static const size_t *number_camps(const struct conflict_search *search, struct members *members)
{
	size_t *sizes = ARENA_ARRAY(search->arena, size_t, members->count);
	qsort(members->item, members->count, sizeof *members->item, by_camp_and_record);
	sizes[0] = 1;
	for (size_t i = 1; i < members->count; i++) {
		const struct member *before = &members->item[i - 1];
		struct member *member = &members->item[i];
		bool same = str_equal(camp_name(before), camp_name(member));
		member->camp = before->camp + !same;
		sizes[member->camp] += !same || before->stand.record != member->stand.record;
	}
	return sizes;
}

/* The member that places a record, or NULL: it shares camps with others in more than one place. `run` holds all members
 * of the record, surest first. */
static const struct member *place_record(const struct member *run, size_t count, const size_t *sizes)
{
	const struct member *shared = NULL;
	for (size_t i = 0; i < count; i++) {
		if (sizes[run[i].camp] < 2)
			continue;
		if (shared && shared->camp != run[i].camp)
			return NULL;
		shared = shared ? shared : &run[i];
	}
	return shared ? shared : &run[0];
}

static struct members place_records(const struct conflict_search *search, struct stand_run run)
{
	struct members all = {0}, placed = {0};
	const bool *present = find_present(search, run);
	for (size_t i = 0; i < run.count; i++)
		*LIST_ADD(search->arena, &all) =
			(struct member){run.item[i], topmost_present(&run.item[i], present), 0};
	const size_t *sizes = number_camps(search, &all);
	qsort(all.item, all.count, sizeof *all.item, by_record_and_confidence);
	for (size_t i = 0, next; i < all.count; i = next) {
		for (next = i + 1; next < all.count; next++)
			if (all.item[next].stand.record != all.item[i].stand.record)
				break;
		const struct member *member = place_record(&all.item[i], next - i, sizes);
		if (member)
			*LIST_ADD(search->arena, &placed) = *member;
	}
	if (placed.count)
		qsort(placed.item, placed.count, sizeof *placed.item, by_camp_and_age);
	return placed;
}

/* --- what they reject --------------------------------------------------------------------------------------------- */

static int by_text(const void *a, const void *b)
{
	return str_compare(*(const struct str *)a, *(const struct str *)b);
}

static bool member_is(const struct member *member, const struct catalog_subject *subject, struct str rejected)
{
	if (subject)
		return catalog_is_a(subject, member->stand.claim->option, rejected);
	return str_equal(member->stand.claim->option, rejected);
}

/* Of each option that a camp holds one member: enough to ask what a rejection hits. */
struct targets {
	struct members all;
	struct members of_scope; /* for rejections that are limited to the entry's scope */
};

/* What speaks for a project as a whole is hit by what is rejected for Python only where that project speaks of Python
 * elsewhere. Where nothing tells whether it has any, the choices merely differ. */
static bool is_of_scope(const struct conflict_search *search, const struct member *member, struct str scope)
{
	return !str_empty(member->stand.claim->scope) ||
	       project_speaks_of(search, member->stand.record->project, scope);
}

static struct str scope_of_any(const struct members *placed)
{
	LIST_EACH (const struct member, member, placed)
		if (!str_empty(member->stand.claim->scope))
			return member->stand.claim->scope;
	return (struct str){0};
}

static struct members one_of_each(const struct conflict_search *search, const struct members *placed, struct str scope)
{
	struct members some = {0};
	const struct catalog_subject *subject = placed->item[0].stand.subject;
	bool *seen = ARENA_ARRAY(search->arena, bool, subject ? subject->option_count : 0);
	LIST_EACH (const struct member, member, placed) {
		int32_t option = member->stand.option;
		const struct member *last = some.count ? &some.item[some.count - 1] : NULL;
		bool known = option >= 0 ? seen[option] : last && last->camp == member->camp;
		if (known || (!str_empty(scope) && !is_of_scope(search, member, scope)))
			continue;
		if (option >= 0)
			seen[option] = true;
		*LIST_ADD(search->arena, &some) = *member;
	}
	return some;
}

static struct targets find_targets(const struct conflict_search *search, const struct members *placed)
{
	struct str scope = scope_of_any(placed);
	struct targets targets = {.all = one_of_each(search, placed, (struct str){0})};
	targets.of_scope = str_empty(scope) ? targets.all : one_of_each(search, placed, scope);
	return targets;
}

static void add_rejection(const struct conflict_search *search, const struct claim *rejected,
			  const struct member *member, const struct targets *targets, struct camp_decision *decision)
{
	const struct members *some = str_empty(rejected->scope) ? &targets->all : &targets->of_scope;
	LIST_EACH (const struct member, other, some) {
		if (other->camp == member->camp || !member_is(other, member->stand.subject, rejected->option))
			continue;
		struct str name = camp_name(other);
		LIST_EACH (const struct str, known, &decision->rejects)
			if (str_equal(*known, name))
				name = (struct str){0};
		if (str_empty(name))
			continue;
		*LIST_ADD(search->arena, &decision->rejects) = name;
		if (rejected->confidence > decision->rejects_confidence)
			decision->rejects_confidence = rejected->confidence;
		if (decision->rejects_at.line == 0) {
			decision->rejects_at = rejected->at;
			decision->rejects_quote = rejected->quote;
		}
	}
}

static void add_decision(const struct conflict_search *search, const struct member *member,
			 const struct targets *targets, struct camp *camp)
{
	struct camp_decision *decision = LIST_ADD(search->arena, &camp->decisions);
	decision->record = member->stand.record;
	decision->claim = member->stand.claim;
	LIST_EACH (const struct claim, claim, &member->stand.record->claims)
		if (!claim->chosen && str_equal(claim->subject, member->stand.claim->subject))
			add_rejection(search, claim, member, targets, decision);
	if (decision->rejects.count)
		qsort(decision->rejects.item, decision->rejects.count, sizeof *decision->rejects.item, by_text);
}

/* --- the entry ---------------------------------------------------------------------------------------------------- */

static bool differ(const struct members *placed, bool inside_project)
{
	bool camps = false, projects = false;
	for (size_t i = 1; i < placed->count; i++) {
		camps |= placed->item[i].camp != placed->item[0].camp;
		projects |= !same_project(placed->item[i].stand.record, placed->item[0].stand.record);
	}
	return camps && (projects || inside_project);
}

static void add_entry(const struct conflict_search *search, const struct members *placed, struct str scope,
		      bool inside_project)
{
	const struct stand *stand = &placed->item[0].stand;
	struct conflict *conflict = LIST_ADD(search->arena, search->found);
	conflict->subject = stand->claim->subject;
	conflict->title = stand->subject ? stand->subject->title : stand->claim->subject;
	conflict->scope = scope;
	conflict->inside_project = inside_project;
	struct targets targets = find_targets(search, placed);
	struct camp *camp = NULL;
	for (size_t i = 0; i < placed->count; i++) {
		if (i == 0 || placed->item[i].camp != placed->item[i - 1].camp) {
			camp = LIST_ADD(search->arena, &conflict->camps);
			camp->option = camp_name(&placed->item[i]);
		}
		add_decision(search, &placed->item[i], &targets, camp);
	}
	settle_conflict(search, conflict);
}

struct pending LIST_OF(struct stand_run);

/* What stands below the option that names a camp is compared among itself. */
static void add_narrower(const struct conflict_search *search, const struct members *placed, struct pending *pending)
{
	for (size_t i = 0, next; i < placed->count; i = next) {
		struct stands below = {0};
		for (next = i; next < placed->count && placed->item[next].camp == placed->item[i].camp; next++)
			if (placed->item[next].stand.option != placed->item[next].key)
				*LIST_ADD(search->arena, &below) = placed->item[next].stand;
		if (below.count > 1)
			*LIST_ADD(search->arena, pending) = (struct stand_run){below.item, below.count};
	}
}

bool make_camps(const struct conflict_search *search, struct stand_run run, struct str scope, bool inside_project)
{
	struct pending pending = {0};
	bool found = false;
	*LIST_ADD(search->arena, &pending) = run;
	for (size_t i = 0; i < pending.count; i++) {
		if (pending.item[i].count < 2)
			continue;
		struct members placed = place_records(search, pending.item[i]);
		bool here = differ(&placed, inside_project);
		found |= here && i == 0;
		if (here)
			add_entry(search, &placed, scope, inside_project);
		add_narrower(search, &placed, &pending);
	}
	return found;
}

void add_deviations(const struct conflict_search *search, struct stand_run run, struct str scope)
{
	struct stands deviating = {0};
	const struct standard *standard =
		run.count ? find_standard(search, run.item[0].claim->subject, scope) : NULL;
	for (size_t i = 0; standard && i < run.count; i++)
		if (deviates_from(run.item[i].subject, standard, run.item[i].record, run.item[i].claim))
			*LIST_ADD(search->arena, &deviating) = run.item[i];
	if (deviating.count == 0)
		return;
	struct members placed = place_records(search, (struct stand_run){deviating.item, deviating.count});
	if (placed.count)
		add_entry(search, &placed, scope, false);
}
