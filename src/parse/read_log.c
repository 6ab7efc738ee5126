/* SPDX-License-Identifier: MIT */
/* The decisions of a log, each read as if it were a file of its own: the same recognisers look at its blocks, which
 * stay where they are in the file. */
#include "log.h"

#include <stdlib.h>

#define ANCHOR_BYTES_MOST ((size_t)120)

void find_decisions(struct reading *reading)
{
	struct parts *parts = ARENA_NEW(reading->scratch, struct parts);
	find_parts(reading, parts);
	reading->parts = parts->count > 0 ? parts : NULL;
}

/* Cut to a bearable length at the end of a word. */
static struct str anchor_of(struct arena *arena, struct str heading)
{
	struct str slug = unicode_slug(arena, heading);
	if (slug.length > ANCHOR_BYTES_MOST) {
		size_t end = ANCHOR_BYTES_MOST;
		while (end > 0 && slug.at[end] != '-' && ((unsigned char)slug.at[end] & 0xC0U) != 0x80U)
			end--;
		while (end > 0 && ((unsigned char)slug.at[end] & 0xC0U) == 0x80U)
			end--;
		slug = str_slice(slug, 0, end > 0 ? end : ANCHOR_BYTES_MOST);
	}
	return str_empty(slug) ? STR("decision") : slug;
}

static struct extent extent_of(const struct reading *reading, const struct part *part, size_t block_count)
{
	const struct source *source = reading->source;
	const struct block *blocks = reading->blocks.item;
	uint32_t first = blocks[part->first].line;
	uint32_t behind = part->end < block_count ? blocks[part->end].line : 0;
	uint32_t end = behind ? source->line[behind - 1] : reading->end;
	return (struct extent){source->line[first - 1], end, first, behind ? behind - 1 : source->line_count};
}

/* What the dates of one decision prove holds for those behind it, and what they ask for, the file asks for. */
static void share_dates(struct reading *log, const struct reading *part)
{
	struct date_reading *all = &log->record->date_reading;
	const struct date_reading *one = &part->record->date_reading;
	log->proves_dmy = part->proves_dmy;
	log->proves_mdy = part->proves_mdy;
	log->dates_checked = part->dates_checked;
	*all = (struct date_reading){one->vote, all->asked || one->asked, one->asked ? one->order : all->order};
}

static void read_part(struct reading *log, const struct part *part, struct record *record)
{
	struct reading reading = *log;
	struct extent extent = extent_of(log, part, log->blocks.count);
	const struct block *heading = &log->blocks.item[part->first];
	struct span at = span_of(log, heading->text, (struct span){0, 0, heading->line});
	*record = (struct record){.project = log->project,
				  .path = log->record->path,
				  .anchor = anchor_of(log->arena, plain_text(log->scratch, heading->text)),
				  .extent = extent,
				  .number = part->mark.number,
				  .title = arena_copy(log->arena, part->mark.title),
				  .title_at = at,
				  .title_stated = true,
				  .language = log->record->language};
	reading.record = record;
	reading.part = true;
	reading.code = part->mark.kind == MARK_CODE ? unicode_fold(log->scratch, part->mark.word) : (struct str){0};
	reading.parts = NULL;
	reading.fields = (struct fields){0};
	reading.outlines = (struct outlines){0};
	reading.front_summary = (struct str){0};
	reading.alternatives = false;
	reading.options_repeated = 0;
	reading.body = extent.start;
	reading.end = extent.end;
	reading.blocks = (struct blocks){.item = log->blocks.item + part->first, .count = part->end - part->first};
	read_sections(&reading);
	read_fields(&reading);
	if (!str_empty(part->mark.date))
		add_field(&reading, FIELD_HEADER, LABEL_DATE_PLAIN, (struct str){0}, part->mark.date, at);
	read_content(&reading);
	share_dates(log, &reading);
}

static int by_anchor(const void *x, const void *y)
{
	const struct record *a = *(const struct record *const *)x, *b = *(const struct record *const *)y;
	int order = str_compare(a->anchor, b->anchor);
	return order != 0 ? order : record_compare_places(a, b);
}

/* Gives a line or a count to those that are equal to one before them. */
static bool tell_apart(struct arena *arena, struct record **list, size_t count, bool by_line)
{
	bool changed = false;
	qsort(list, count, sizeof *list, by_anchor);
	struct str first = {0};
	for (size_t i = 0, equal = 0; i < count; i++) {
		equal = i > 0 && str_equal(list[i]->anchor, first) ? equal + 1 : 0;
		first = list[i]->anchor;
		if (equal == 0)
			continue;
		size_t suffix = by_line ? list[i]->extent.first_line : equal;
		list[i]->anchor = arena_printf(arena, "%.*s%s%zu", STR_ARG(first), by_line ? "-line-" : "-", suffix);
		changed = true;
	}
	return changed;
}

/* As web sites do it, "x", "x-1", "x-2"; should "x-1" be there already, by line. */
static void make_anchors_unique(struct reading *reading, struct records *decisions)
{
	struct record **list = ARENA_ARRAY(reading->scratch, struct record *, decisions->count);
	for (size_t i = 0; i < decisions->count; i++)
		list[i] = &decisions->item[i];
	if (tell_apart(reading->arena, list, decisions->count, false))
		tell_apart(reading->arena, list, decisions->count, true);
}

void read_decisions(struct reading *reading, struct records *decisions)
{
	LIST_EACH (const struct part, part, reading->parts) {
		struct record *record = LIST_ADD(reading->arena, decisions);
		read_part(reading, part, record);
		record->kind = record->kind == KIND_TEMPLATE ? KIND_TEMPLATE : KIND_RECORD;
		if (record->kind == KIND_TEMPLATE)
			decisions->count--;
	}
	make_anchors_unique(reading, decisions);
	if (decisions->count == 0)
		reading->record->kind = KIND_OTHER;
}
