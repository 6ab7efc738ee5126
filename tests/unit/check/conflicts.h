/* SPDX-License-Identifier: MIT */
/* Records with claims, made by hand, and what conflicts between them, written as one line per entry. */
#ifndef ADR_TEST_CHECK_CONFLICTS_H
#define ADR_TEST_CHECK_CONFLICTS_H

#include "make.h"

#include "adr/base/text.h"

#define PROJECTS 6

static const struct catalog_option drinks[] = {
	{.name = STR_INIT("tea"), .parent = -1},
	{.name = STR_INIT("green-tea"), .parent = 0},
	{.name = STR_INIT("black-tea"), .parent = 0},
	{.name = STR_INIT("assam"), .parent = 2},
	{.name = STR_INIT("coffee"), .parent = -1},
	{.name = STR_INIT("cocoa"), .parent = -1},
	{.name = STR_INIT("biscuit"), .parent = -1, .beside = true},
};

static const struct catalog_subject subjects[] = {
	{.name = STR_INIT("drink"),
	 .title = STR_INIT("Drink"),
	 .exclusive = true,
	 .options = drinks,
	 .option_count = 7},
	{.name = STR_INIT("extra"), .title = STR_INIT("Extra"), .options = drinks, .option_count = 7},
};

static const struct catalog_scope scopes[] = {{.name = STR_INIT("evening")}, {.name = STR_INIT("morning")}};

static const struct catalog catalog = {subjects, 2, scopes, 2};

static struct arena *arena;
static struct config settings;
static struct project projects[PROJECTS];
static struct records records;
static struct conflicts found;
static struct conflict_options options;

static inline int set_up(void **state)
{
	(void)state;
	arena = arena_new();
	config_init(&settings);
	records = (struct records){0};
	found = (struct conflicts){0};
	options = (struct conflict_options){.as_of = make_date("2026-11-20")};
	for (uint32_t i = 0; i < PROJECTS; i++)
		projects[i] = (struct project){.name = arena_printf(arena, "p%u", i), .config = &settings, .number = i};
	return 0;
}

static inline int tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static inline void add_claim(struct record *record, const char *subject, struct str word, struct str scope)
{
	struct claim *claim = LIST_ADD(arena, &record->claims);
	*claim = (struct claim){.subject = str_of(subject),
				.option = str_from(word, 1),
				.chosen = word.at[0] == '+',
				.scope = scope,
				.basis = CLAIM_CATALOG,
				.confidence = 0.9,
				.at = {.line = 7}};
}

/* `number`: 100 * project + the record's own; `claims`: "+tea -coffee", in the scope behind an '@'. */
static inline struct record *add(size_t number, const char *subject, const char *claims)
{
	struct record *record = LIST_ADD(arena, &records);
	*record = (struct record){.project = &projects[number / 100],
				  .kind = KIND_RECORD,
				  .number = (int32_t)(number % 100),
				  .status = STATUS_ACCEPTED};
	record->id = arena_printf(arena, "p%zu/%zu", number / 100, number % 100);
	record->path = record->id;
	struct str rest = str_of(claims), word, scope = {0};
	size_t at = str_find_byte(rest, '@');
	if (at != STR_NOT_FOUND) {
		scope = str_from(rest, at + 1);
		rest = str_trim(str_slice(rest, 0, at));
	}
	while (str_next_part(&rest, ' ', &word))
		add_claim(record, subject, word, scope);
	return record;
}

static inline void link_to(struct record *record, enum link_kind kind, const char *id)
{
	struct link *link = LIST_ADD(arena, &record->links);
	*link = (struct link){.kind = kind, .to = str_of(id), .to_number = -1};
}

/* "contradiction drink@evening inside: tea(p0/1 p1/1!coffee) coffee(p2/1)": behind '!' what the decision rejects; '^'
 * marks what deviates, and "error" entries that hold some. */
static inline void write_conflict(struct text *out, const struct conflict *conflict)
{
	text_printf(out, "%s %.*s", conflict->kind == CONFLICT_CONTRADICTION ? "contradiction" : "divergence",
		    STR_ARG(conflict->subject));
	if (!str_empty(conflict->scope))
		text_printf(out, "@%.*s", STR_ARG(conflict->scope));
	text_printf(out, "%s%s%s%s%s:", conflict->inside_project ? " inside" : "", conflict->waived ? " waived" : "",
		    conflict->standard ? " standard" : "", conflict->authority ? " authority" : "",
		    conflict->severity == SEVERITY_ERROR ? " error" : "");
	LIST_EACH (const struct camp, camp, &conflict->camps) {
		text_printf(out, " %.*s(", STR_ARG(camp->option));
		LIST_EACH (const struct camp_decision, decision, &camp->decisions) {
			text_printf(out, decision == camp->decisions.item ? "%.*s" : " %.*s",
				    STR_ARG(decision->record->id));
			text_add_z(out, decision->deviates ? "^" : "");
			LIST_EACH (const struct str, rejected, &decision->rejects)
				text_printf(out, "!%.*s", STR_ARG(*rejected));
		}
		text_add_z(out, ")");
	}
}

static inline void assert_conflicts(const char *expected)
{
	SCOPED(text_release) struct text out = {0};
	found = (struct conflicts){0};
	find_conflicts(&records, &catalog, &settings, &options, arena, &found);
	text_add_z(&out, "");
	LIST_EACH (const struct conflict, conflict, &found) {
		write_conflict(&out, conflict);
		text_add_z(&out, conflict + 1 == found.item + found.count ? "" : "\n");
	}
	assert_string_equal(out.at, expected);
}

#endif
