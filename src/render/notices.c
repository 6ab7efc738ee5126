/* SPDX-License-Identifier: MIT */
#include "notice.h"

#include "adr/base/digest.h"

#include <assert.h>
#include <stdlib.h>

struct notice *notice_add(struct arena *arena, struct notices *notices, const struct rule_info *rule, struct str file)
{
	struct notice *notice = LIST_ADD(arena, notices);
	notice->rule = rule;
	notice->severity = rule->severity;
	notice->help = str_of(rule->help);
	notice->file = file;
	return notice;
}

struct places places_in_repository(const struct paper *paper)
{
	struct places places = places_of(paper);
	if (!str_empty(paper->repository))
		places.here = paper->repository;
	return places;
}

struct str record_file(struct arena *arena, struct places *places, const struct record *record)
{
	SCOPED(text_release) struct text file = {0};
	add_place(places, &file, record->project, record->path);
	return arena_copy(arena, text_str(&file));
}

struct str named_file(struct arena *arena, struct places *places, struct str project, struct str path)
{
	SCOPED(text_release) struct text file = {0};
	add_named_place(places, &file, project, path);
	return arena_copy(arena, text_str(&file));
}

/* What a notice is, as bytes. The project's name takes no part: it may be that of the folder of one clone. */
static struct digest essence(struct text *scratch, const struct notice *notice)
{
	text_clear(scratch);
	text_add_z(scratch, notice->rule->name);
	text_add_byte(scratch, '\0');
	text_add(scratch, notice->file);
	text_add_byte(scratch, '\0');
	text_add(scratch, str_empty(notice->identity) ? notice->message : notice->identity);
	return digest_of(text_str(scratch));
}

struct numbered {
	struct digest essence;
	size_t index;
};

static int compare_numbered(const void *left, const void *right)
{
	const struct numbered *a = left, *b = right;
	if (a->essence.high != b->essence.high)
		return a->essence.high < b->essence.high ? -1 : 1;
	if (a->essence.low != b->essence.low)
		return a->essence.low < b->essence.low ? -1 : 1;
	return a->index < b->index ? -1 : 1;
}

/* Notices of one essence (the same placeholder twice in a file) are told apart by their order. */
static void add_fingerprints(struct notices *notices)
{
	SCOPED(scoped_arena_free) struct arena *arena = arena_new();
	SCOPED(text_release) struct text scratch = {0};
	struct numbered *order = ARENA_ARRAY(arena, struct numbered, notices->count);
	for (size_t i = 0; i < notices->count; i++)
		order[i] = (struct numbered){essence(&scratch, &notices->item[i]), i};
	qsort(order, notices->count, sizeof *order, compare_numbered);
	uint64_t repeat = 0;
	for (size_t i = 0; i < notices->count; i++) {
		struct digest digest = order[i].essence;
		repeat = i > 0 && digest_equal(digest, order[i - 1].essence) ? repeat + 1 : 0;
		snprintf(notices->item[order[i].index].fingerprint, FINGERPRINT_SIZE, "%016llx%016llx",
			 (unsigned long long)digest.high, (unsigned long long)(digest.low + repeat));
	}
}

static int compare_projects(const void *left, const void *right)
{
	const struct notice *const *a = left, *const *b = right;
	int order = str_compare((*a)->project, (*b)->project);
	return order ? order : (*a > *b) - (*a < *b);
}

/* By project; those of one project keep their order. */
static struct notices grouped(struct arena *arena, const struct notices *notices)
{
	struct notices result = {.item = ARENA_ARRAY(arena, struct notice, notices->count), .count = notices->count};
	const struct notice **order = ARENA_ARRAY(arena, const struct notice *, notices->count);
	for (size_t i = 0; i < notices->count; i++)
		order[i] = &notices->item[i];
	qsort(order, notices->count, sizeof *order, compare_projects);
	for (size_t i = 0; i < notices->count; i++)
		result.item[i] = *order[i];
	return result;
}

typedef void (*notices_writer)(struct paper *paper, const struct notices *notices, const struct notice_report *report);

void show_notices(struct paper *paper, struct notices *notices, const struct notice_report *report, enum format format)
{
	static const notices_writer writers[] = {
		[FORMAT_GITHUB] = notices_github, [FORMAT_GITLAB] = notices_gitlab,     [FORMAT_JUNIT] = notices_junit,
		[FORMAT_SARIF] = notices_sarif,   [FORMAT_MARKDOWN] = notices_markdown, [FORMAT_CSV] = notices_csv,
	};
	assert((size_t)format < sizeof writers / sizeof *writers && writers[format]);
	add_fingerprints(notices);
	SCOPED(scoped_arena_free) struct arena *arena = arena_new();
	struct notices ordered = grouped(arena, notices);
	writers[format](paper, format == FORMAT_JUNIT || format == FORMAT_MARKDOWN ? &ordered : notices, report);
}
