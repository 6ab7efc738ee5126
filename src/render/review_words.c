/* SPDX-License-Identifier: MIT */
#include "review_words.h"

#include "uri.h"

#include "adr/base/file.h"

static const char *basis_words(enum review_basis basis)
{
	return basis == REVIEW_POLICY ? " by policy" : "";
}

struct str review_sentence(struct arena *arena, const struct review *review)
{
	char day[DATE_TEXT_SIZE];
	date_format(review->review, day);
	bool over = review->state == REVIEW_OVERDUE;
	if (review->waiver)
		return arena_printf(arena, "the waiver %s on %s", over ? "ended" : "ends", day);
	return arena_printf(arena, "%s by %s%s", over ? "was to be reviewed" : "is to be reviewed", day,
			    basis_words(review->basis));
}

struct str review_name(struct arena *arena, const struct review *review)
{
	return arena_printf(arena, "%.*s %.*s", STR_ARG(review->id), STR_ARG(review->title));
}

struct str review_message(struct arena *arena, const struct review *review)
{
	struct str name = review_name(arena, review), sentence = review_sentence(arena, review);
	return arena_printf(arena, "%.*s%s %.*s", STR_ARG(name), review->waiver ? ":" : "", STR_ARG(sentence));
}

static void add_people(struct arena *arena, struct strs *details, const struct review *review)
{
	if (review->people.count > 0)
		*LIST_ADD(arena, details) =
			arena_printf(arena, "To look: %.*s", STR_ARG(strs_join(arena, &review->people, STR(", "))));
	else if (review->record)
		*LIST_ADD(arena, details) = STR("To look: the record names nobody");
}

static void add_neighbours(struct arena *arena, struct strs *details, const struct review *review)
{
	LIST_EACH (const struct neighbour, neighbour, &review->neighbours) {
		SCOPED(text_release) struct text line = {0};
		const char *kind = link_kind_name(neighbour->kind), *status = status_name(neighbour->status);
		for (const char *c = kind ? kind : "links_to"; *c; c++)
			text_add_byte(&line, *c == '_' ? ' ' : *c);
		text_printf(&line, " %.*s %.*s (%s)", STR_ARG(neighbour->id), STR_ARG(neighbour->title),
			    status ? status : "no status");
		if (line.at[0] >= 'a' && line.at[0] <= 'z')
			line.at[0] = (char)(line.at[0] - 'a' + 'A');
		*LIST_ADD(arena, details) = arena_copy(arena, text_str(&line));
	}
}

static void add_conflicts(struct arena *arena, struct strs *details, const struct review *review)
{
	LIST_EACH (const struct review_conflict, own, &review->conflicts)
		*LIST_ADD(arena, details) =
			arena_printf(arena, "In conflict on %.*s with %.*s", STR_ARG(own->conflict->subject),
				     STR_ARG(strs_join(arena, &own->others, STR(", "))));
}

static void add_triggers(struct arena *arena, struct strs *details, const struct review *review)
{
	if (!review->record)
		return;
	LIST_EACH (const struct trigger, trigger, &review->record->triggers)
		*LIST_ADD(arena, details) =
			arena_printf(arena, "Condition in line %u: %.*s", trigger->at.line, STR_ARG(trigger->text));
}

struct strs review_details(struct arena *arena, const struct review *review)
{
	struct strs details = {0};
	add_people(arena, &details, review);
	add_neighbours(arena, &details, review);
	add_conflicts(arena, &details, review);
	add_triggers(arena, &details, review);
	return details;
}

struct str review_file(struct arena *arena, struct places *places, const struct review *review)
{
	if (review->record)
		return record_file(arena, places, review->record);
	if (!str_empty(review->waiver->file) && !str_empty(places->here))
		return path_relative(arena, review->waiver->file, places->here);
	return str_empty(review->project) ? review->path : named_file(arena, places, review->project, review->path);
}

/* A file outside of the repository has no address below it. */
struct str review_url(struct arena *arena, const struct paper *paper, struct str file)
{
	if (str_empty(paper->link_base) || str_empty(file) || str_starts(file, STR("../")) ||
	    str_starts(file, STR("/")))
		return (struct str){0};
	SCOPED(text_release) struct text url = {0};
	text_add(&url, paper->link_base);
	text_add_z(&url, str_ends(paper->link_base, STR("/")) ? "" : "/");
	add_uri_path(&url, file);
	return arena_copy(arena, text_str(&url));
}
