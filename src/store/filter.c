/* SPDX-License-Identifier: MIT */
#include "filter.h"

#include "adr/base/unicode.h"

static void put_list(struct sql *sql, struct arena *arena, const struct strs *words)
{
	SCOPED(text_release) struct text list = {0};
	LIST_EACH (struct str, word, words) {
		text_add_byte(&list, LIST_MARK);
		text_add(&list, *word);
	}
	text_add_byte(&list, LIST_MARK);
	if (words->count == 0)
		put_null(sql);
	else
		put_text(sql, arena_copy(arena, text_str(&list)));
}

/* A text of signs only folds to the empty text, which nothing matches: that is not the same as no text. */
static void put_folded(struct sql *sql, struct arena *arena, struct str text)
{
	if (str_empty(text))
		put_null(sql);
	else
		put_text(sql, unicode_fold(arena, text));
}

void put_filter(struct sql *sql, struct arena *arena, const struct record_filter *filter)
{
	put_list(sql, arena, &filter->statuses);
	put_list(sql, arena, &filter->projects);
	put_folded(sql, arena, filter->person);
	put_folded(sql, arena, filter->tag);
	put_folded(sql, arena, filter->text);
	put_optional(sql, filter->text);
	put_date(sql, filter->since);
	put_date(sql, filter->until);
	put_number_unless(sql, 1, !filter->in_force);
}

bool filter_is_empty(const struct record_filter *filter)
{
	return filter->statuses.count == 0 && filter->projects.count == 0 && str_empty(filter->person) &&
	       str_empty(filter->tag) && str_empty(filter->text) && !filter->since.set && !filter->until.set &&
	       !filter->in_force;
}

bool filter_asks_projects_only(const struct record_filter *filter)
{
	struct record_filter rest = *filter;
	rest.projects = (struct strs){0};
	return filter_is_empty(&rest);
}
