/* SPDX-License-Identifier: MIT */
#include "adr/model/record.h"

bool record_in_force(const struct record *record)
{
	if (record->status == STATUS_ACCEPTED)
		return true;
	return record->status == STATUS_NONE && str_empty(record->status_text) && !str_empty(record->decision);
}

struct str record_own_text(const struct record *record, struct str file)
{
	return record_is_part(record) ? str_slice(file, record->extent.start, record->extent.end) : file;
}

int record_compare_places(const struct record *a, const struct record *b)
{
	int order = str_compare(a->path, b->path);
	uint32_t first = a->extent.first_line, second = b->extent.first_line;
	return order != 0 ? order : (first > second) - (first < second);
}

static void own(struct arena *arena, struct str *text)
{
	*text = arena_copy(arena, *text);
}

static void own_links(struct arena *arena, struct links *links)
{
	struct link *items = ARENA_ARRAY(arena, struct link, links->count);
	if (links->count > 0)
		memcpy(items, links->item, sizeof *items * links->count);
	*links = (struct links){.item = items, .count = links->count, .room = links->count};
	LIST_EACH (struct link, link, links) {
		own(arena, &link->words);
		own(arena, &link->target);
		own(arena, &link->file);
		own(arena, &link->to_project);
		own(arena, &link->path);
		own(arena, &link->to);
	}
}

void record_copy_slim(struct arena *arena, struct record *to, const struct record *from)
{
	*to = (struct record){
		.project = from->project,
		.path = from->path,
		.anchor = from->anchor,
		.extent = from->extent,
		.kind = from->kind,
		.dialect = from->dialect,
		.number = from->number,
		.title = from->title,
		.title_at = from->title_at,
		.title_stated = from->title_stated,
		.basis = from->basis,
		.status = from->status,
		.status_text = from->status_text,
		.status_at = from->status_at,
		.date = from->date,
		.date_at = from->date_at,
		.review = from->review,
		.review_at = from->review_at,
		.reviewed = from->reviewed,
		.review_every = from->review_every,
		.links = from->links,
	};
	own(arena, &to->path);
	own(arena, &to->anchor);
	own(arena, &to->title);
	own(arena, &to->status_text);
	if (from->status == STATUS_NONE && str_empty(from->status_text))
		to->decision = arena_copy(arena, from->decision);
	own_links(arena, &to->links);
}
