/* SPDX-License-Identifier: MIT */
#include "adr/model/record.h"

bool record_in_force(const struct record *record)
{
	if (record->status == STATUS_ACCEPTED)
		return true;
	return record->status == STATUS_NONE && str_empty(record->status_text) && !str_empty(record->decision);
}

/* Copies the list's items; what they point to is copied after, item by item. */
#define COPY_ITEMS(arena, list)                                                                                        \
	do {                                                                                                           \
		size_t bytes_ = sizeof(*(list)->item) * (list)->count;                                                 \
		void *copy_ = arena_take((arena), bytes_);                                                             \
		if (bytes_ > 0)                                                                                        \
			memcpy(copy_, (list)->item, bytes_);                                                           \
		(list)->item = copy_;                                                                                  \
		(list)->room = (list)->count;                                                                          \
	} while (0)

static void own(struct arena *arena, struct str *text)
{
	*text = arena_copy(arena, *text);
}

static void own_header(struct arena *arena, struct record *record)
{
	own(arena, &record->path);
	own(arena, &record->id);
	own(arena, &record->title);
	own(arena, &record->language);
	own(arena, &record->status_text);
}

static void own_links(struct arena *arena, struct links *links)
{
	COPY_ITEMS(arena, links);
	LIST_EACH (struct link, link, links) {
		own(arena, &link->words);
		own(arena, &link->target);
		own(arena, &link->file);
		own(arena, &link->to_project);
		own(arena, &link->path);
		own(arena, &link->to);
	}
}

static void own_header_lists(struct arena *arena, struct record *record)
{
	COPY_ITEMS(arena, &record->dates);
	LIST_EACH (struct dated, dated, &record->dates)
		own(arena, &dated->text);
	COPY_ITEMS(arena, &record->people);
	LIST_EACH (struct person, person, &record->people)
		own(arena, &person->name);
	COPY_ITEMS(arena, &record->tags);
	LIST_EACH (struct str, tag, &record->tags)
		own(arena, tag);
}

static void own_claims(struct arena *arena, struct claims *claims)
{
	COPY_ITEMS(arena, claims);
	struct str said = {0}, copied = {0}; /* claims that one sentence makes share its text */
	LIST_EACH (struct claim, claim, claims) {
		own(arena, &claim->subject);
		own(arena, &claim->option);
		own(arena, &claim->scope);
		if (!str_equal(claim->quote, said)) {
			said = claim->quote;
			copied = arena_copy(arena, said);
		}
		claim->quote = copied;
	}
}

static void own_body(struct arena *arena, struct record *record)
{
	own(arena, &record->decision);
	COPY_ITEMS(arena, &record->options);
	LIST_EACH (struct option, option, &record->options)
		own(arena, &option->name);
	own_claims(arena, &record->claims);
}

static void drop_body(struct record *record)
{
	record->decision = (struct str){0};
	record->options = (struct options){0};
	record->claims = (struct claims){0};
}

void record_copy(struct arena *arena, struct record *to, const struct record *from, bool slim)
{
	*to = *from;
	to->sections = (struct sections){0};
	to->findings = (struct findings){0};
	own_header(arena, to);
	own_links(arena, &to->links);
	own_header_lists(arena, to);
	if (slim)
		drop_body(to);
	else
		own_body(arena, to);
}
