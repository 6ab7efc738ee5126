/* SPDX-License-Identifier: MIT */
/* What became of a record's claims when they were compared with those of others: the words for every way in which
 * find_conflicts() leaves something out. Each function walks the same path as the judgement it explains. */
#include "find_conflicts.h"

struct standing {
	const struct conflict_search *search;
	const struct record *record;
	const struct conflicts *own; /* that the record takes part in */
	const struct stands *stands; /* all that count */
	struct explanation *explanation;
};

static void say(const struct standing *standing, const struct claim *claim, struct str message)
{
	struct explain_step *step = LIST_ADD(standing->search->arena, standing->explanation);
	*step = (struct explain_step){.kind = EXPLAIN_STANDING, .counts = !claim, .message = message};
	if (!claim)
		return;
	step->subject = claim->subject;
	step->option = claim->option;
	step->at = claim->at;
}

/* --- what others say of the record -------------------------------------------------------------------------------- */

static struct str superseded_by(const struct standing *standing)
{
	struct arena *arena = standing->search->arena;
	LIST_EACH (const struct replacement, replacement, &standing->search->replaced)
		if (str_equal(replacement->id, standing->record->id) && replacement->by &&
		    replacement->by != standing->record && !replacement->amended)
			return arena_printf(arena, "%.*s supersedes it", STR_ARG(replacement->by->id));
	LIST_EACH (const struct link, link, &standing->record->links)
		if (link->kind == LINK_SUPERSEDED_BY && !str_empty(link->to))
			return arena_printf(arena, "it says itself that %.*s superseded it, line %u", STR_ARG(link->to),
					    link->at.line);
	return (struct str){0};
}

static void tell_lost_links(const struct standing *standing)
{
	LIST_EACH (const struct link, link, &standing->record->links)
		if (str_empty(link->to))
			say(standing, NULL,
			    arena_printf(standing->search->arena,
					 "what line %u says of '%.*s' is left out: it leads to no record", link->at.line,
					 STR_ARG(link->target)));
}

/* Who amended the claim's subject; NULL: nobody. */
static const struct record *amended_by(const struct standing *standing, const struct claim *claim)
{
	LIST_EACH (const struct replacement, replacement, &standing->search->replaced) {
		if (!str_equal(replacement->id, standing->record->id) || !replacement->amended)
			continue;
		struct replacement one = *replacement;
		struct conflict_search alone = *standing->search;
		alone.replaced = (struct replacements){&one, 1, 1};
		if (is_replaced(&alone, standing->record, claim))
			return replacement->by;
	}
	return NULL;
}

/* --- what was chosen ---------------------------------------------------------------------------------------------- */

static const struct conflict *conflict_on(const struct standing *standing, const struct claim *claim, bool inside)
{
	LIST_EACH (const struct conflict, conflict, standing->own)
		if (str_equal(conflict->subject, claim->subject) && conflict->inside_project == inside)
			return conflict;
	return NULL;
}

static bool agree(const struct stand *stand, const struct claim *claim)
{
	return stand->subject ? catalog_compatible(stand->subject, stand->claim->option, claim->option)
			      : str_equal(stand->claim->option, claim->option);
}

static bool scopes_meet(const struct conflict_search *search, struct str one, struct str other)
{
	struct str named = str_empty(one) ? other : one;
	return str_equal(one, other) ||
	       ((str_empty(one) || str_empty(other)) && catalog_scope_find(&search->catalog, named));
}

/* How the others on the subject stand to the claim. */
struct others {
	size_t all, agreeing, elsewhere; /* elsewhere: another choice, for a scope that is not comparable */
	struct str scope;                /* of one of those elsewhere */
	const struct record *newest;     /* of the same project and scope; NULL: none */
	bool newest_agrees;
};

static void note_own_project(const struct standing *standing, const struct claim *claim, const struct stand *stand,
			     struct others *others)
{
	if (!same_project(stand->record, standing->record) || !str_equal(stand->claim->scope, claim->scope))
		return;
	bool first = !others->newest || compare_age(stand->record, others->newest) < 0;
	if (first)
		others->newest = stand->record;
	if (first || stand->record == others->newest)
		others->newest_agrees = agree(stand, claim) || (!first && others->newest_agrees);
}

static struct others count_others(const struct standing *standing, const struct claim *claim)
{
	struct others others = {.all = 0};
	const struct record *record = standing->record;
	LIST_EACH (const struct stand, stand, standing->stands) {
		if (stand->record == record || !str_equal(stand->claim->subject, claim->subject))
			continue;
		others.all++;
		note_own_project(standing, claim, stand, &others);
		if (agree(stand, claim)) {
			others.agreeing++;
		} else if (!scopes_meet(standing->search, stand->claim->scope, claim->scope)) {
			others.elsewhere++;
			others.scope = stand->claim->scope;
		}
	}
	return others;
}

static struct str why_alone(const struct standing *standing, const struct others *others)
{
	if (others->all == 0)
		return STR("no other decision in force chooses anything here");
	if (others->agreeing == others->all)
		return STR("all other decisions in force agree with it");
	if (others->agreeing + others->elsewhere < others->all)
		return STR("its project has said something else for the scope in question, or it chose several "
			   "options that others share: it is against nobody");
	struct str scope = str_empty(others->scope) ? STR("their projects as a whole") : others->scope;
	return arena_printf(standing->search->arena,
			    "those that choose otherwise decide for another scope (%.*s), which is another question",
			    STR_ARG(scope));
}

static bool is_beside(const struct catalog_subject *subject, struct str name)
{
	const struct catalog_option *option = subject ? catalog_option_find(subject, name) : NULL;
	return option && option->beside;
}

static void tell_choice(const struct standing *standing, const struct claim *claim)
{
	struct arena *arena = standing->search->arena;
	const struct catalog_subject *subject = catalog_subject_find(&standing->search->catalog, claim->subject);
	const struct record *amendment = amended_by(standing, claim);
	if (amendment) {
		say(standing, claim,
		    arena_printf(arena, "%.*s amends the record and decides this anew", STR_ARG(amendment->id)));
		return;
	}
	if ((subject && !subject->exclusive) || is_beside(subject, claim->option)) {
		say(standing, claim, STR("it goes together with other options of the subject: it is against none"));
		return;
	}
	struct others others = count_others(standing, claim);
	bool overtaken = others.newest && !others.newest_agrees && compare_age(others.newest, standing->record) < 0;
	if (overtaken)
		say(standing, claim,
		    arena_printf(arena, "%.*s, newer in the same project, chooses otherwise: this one does not speak for the "
					"project any more",
				 STR_ARG(others.newest->id)));
	else if (!conflict_on(standing, claim, false) && !conflict_on(standing, claim, true))
		say(standing, claim, why_alone(standing, &others));
}

/* --- what was rejected -------------------------------------------------------------------------------------------- */

static bool is_hit(const struct stand *stand, const struct claim *rejected)
{
	return stand->subject ? catalog_is_a(stand->subject, stand->claim->option, rejected->option)
			      : str_equal(stand->claim->option, rejected->option);
}

static void tell_rejection(const struct standing *standing, const struct claim *rejected)
{
	struct arena *arena = standing->search->arena;
	const struct stand *doubtful = NULL;
	LIST_EACH (const struct stand, stand, standing->stands) {
		if (stand->record == standing->record || !str_equal(stand->claim->subject, rejected->subject) ||
		    !is_hit(stand, rejected) ||
		    !scopes_meet(standing->search, stand->claim->scope, rejected->scope))
			continue;
		if (str_empty(rejected->scope) || !str_empty(stand->claim->scope) ||
		    project_speaks_of(standing->search, stand->record->project, rejected->scope))
			return;
		doubtful = stand;
	}
	if (!doubtful)
		say(standing, rejected, STR("rejected, but no decision in force chose it"));
	else
		say(standing, rejected,
		    arena_printf(arena, "rejected for %.*s, but nothing tells that %.*s, which chose it, is about that: it counts "
					"as a divergence",
				 STR_ARG(rejected->scope), STR_ARG(doubtful->record->id)));
}

static void tell_text(const struct standing *standing, const struct claim *claim)
{
	LIST_EACH (const struct conflict, conflict, standing->own)
		if (conflict->basis == CLAIM_TEXT)
			return;
	if (claim->chosen)
		say(standing, claim,
		    STR("no record in force chose what this one rejects and rejects what this one chose, in the same words"));
}

void explain_standing(const struct records *records, const struct catalog *builtin, const struct config *settings,
		      const struct conflict_options *options, const struct conflicts *own, const struct record *record,
		      struct arena *arena, struct explanation *explanation)
{
	struct conflict_search search = {.arena = arena,
					 .catalog = catalog_merge(arena, builtin, &settings->catalog),
					 .settings = settings,
					 .options = options,
					 .records = records,
					 .spoken = project_scopes_new(arena)};
	struct stands stands = {0};
	struct standing standing = {&search, record, own, &stands, explanation};
	if (!takes_part(&search, record))
		return;
	search.replaced = find_replacements(&search, records);
	gather_stands(&search, records, &stands);
	tell_lost_links(&standing);
	struct str successor = superseded_by(&standing);
	if (!str_empty(successor)) {
		say(&standing, NULL, successor);
		explanation->item[explanation->count - 1].counts = false;
		return;
	}
	LIST_EACH (const struct claim, claim, &record->claims)
		if (claim->basis == CLAIM_TEXT)
			tell_text(&standing, claim);
		else if (claim->chosen)
			tell_choice(&standing, claim);
		else
			tell_rejection(&standing, claim);
}
