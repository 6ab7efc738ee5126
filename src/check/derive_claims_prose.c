/* SPDX-License-Identifier: MIT */
/* Rejections that stand in no list: "We tried Memcached and dropped it", "looked at MySQL and PostgreSQL", "replaces 8.
 * Use CircleCI". Looked for once the record has decided something and its list of alternatives says nothing about it. */
#include "derive_claims.h"

#define PROSE_MOST 3000 /* bytes of one section */
#define SENTENCES_MOST 24

static bool may_argue(enum section_kind kind)
{
	switch (kind) {
	case SECTION_CONTEXT:
	case SECTION_DRIVERS:
	case SECTION_OPTIONS:
	case SECTION_RATIONALE:
	case SECTION_PROS_AND_CONS:
	case SECTION_CONSEQUENCES:
	case SECTION_OTHER:
		return true;
	case SECTION_STATUS:
	case SECTION_DECISION:
	case SECTION_COMPLIANCE:
	case SECTION_LINKS:
	case SECTION_PEOPLE:
	case SECTION_REVIEW:
	case SECTION_HISTORY:
	case SECTION_SUMMARY:
	case SECTION_KIND_COUNT:
		break;
	}
	return false;
}

static bool weighs(const struct mentions *mentions)
{
	for (size_t i = 0; i < mentions->count; i++)
		if (mentions->item[i].meaning.kind == MEANS_TURN && mentions->item[i].meaning.option == TURN_WEIGHED)
			return true;
	return false;
}

/* Keeps of the facts behind `from` those that reject: of a sentence that weighs options all that do not argue. */
static void keep_rejections(struct gathering *gathering, size_t from, bool all)
{
	size_t kept = from;
	for (size_t i = from; i < gathering->fact_count; i++) {
		struct fact fact = gathering->facts[i];
		if (fact.implied || fact.attribute || (!all && fact.leaning != LEANS_AGAINST))
			continue;
		fact.leaning = LEANS_AGAINST;
		gathering->facts[kept++] = fact;
	}
	gathering->fact_count = kept;
}

static void look_at(struct gathering *gathering, struct str sentence, bool all)
{
	struct fact like = {.origin = ORIGIN_PROSE, .at = source_span(gathering->source, sentence)};
	size_t from = gathering->fact_count;
	add_facts(gathering, sentence, false, like);
	keep_rejections(gathering, from, all || weighs(&gathering->mentions));
}

/* What a record supersedes it rejects, as far as its name tells what that was. */
static void look_at_links(struct gathering *gathering)
{
	LIST_EACH (const struct link, link, &gathering->record->links)
		if (link->kind == LINK_SUPERSEDES && link->at.line)
			look_at(gathering, str_trim(source_line(gathering->source, link->at.line)), true);
}

void gather_rejections(struct gathering *gathering)
{
	struct span decided = gathering->record->decision_at;
	uint32_t behind = 0;
	look_at_links(gathering);
	LIST_EACH (const struct section, section, &gathering->record->sections) {
		bool holds_decision =
			section->body.start <= decided.start && section->body.start + section->body.length > decided.start;
		if (!may_argue(section->kind) || section->body.start < behind || holds_decision)
			continue;
		behind = section->body.start + section->body.length;
		struct sentences walk = {.rest = str_slice(source_text(gathering->source, section->body), 0, PROSE_MOST)};
		struct str sentence;
		for (size_t number = 0; number < SENTENCES_MOST && next_sentence(&walk, &sentence); number++)
			look_at(gathering, sentence, false);
	}
}
