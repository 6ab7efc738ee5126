/* SPDX-License-Identifier: MIT */
/* From claims to entries. Records are made by hand; what is found is written as one line per entry. */
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

static int set_up(void **state)
{
	(void)state;
	arena = arena_new();
	config_init(&settings);
	records = (struct records){0};
	found = (struct conflicts){0};
	options = (struct conflict_options){.as_of = make_date("2026-11-20")};
	for (uint32_t i = 0; i < PROJECTS; i++)
		projects[i] = (struct project){arena_printf(arena, "p%u", i), STR(""), &settings, i};
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

static void add_claim(struct record *record, const char *subject, struct str word, struct str scope)
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
static struct record *add(size_t number, const char *subject, const char *claims)
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

static void link_to(struct record *record, enum link_kind kind, const char *id)
{
	struct link *link = LIST_ADD(arena, &record->links);
	*link = (struct link){.kind = kind, .to = str_of(id), .to_number = -1};
}

/* "contradiction drink@evening inside: tea(p0/1 p1/1!coffee) coffee(p2/1)": behind '!' what the decision rejects. */
static void write_conflict(struct text *out, const struct conflict *conflict)
{
	text_printf(out, "%s %.*s", conflict->kind == CONFLICT_CONTRADICTION ? "contradiction" : "divergence",
		    STR_ARG(conflict->subject));
	if (!str_empty(conflict->scope))
		text_printf(out, "@%.*s", STR_ARG(conflict->scope));
	text_printf(out, "%s%s%s:", conflict->inside_project ? " inside" : "", conflict->waived ? " waived" : "",
		    conflict->standard ? " standard" : "");
	LIST_EACH (const struct camp, camp, &conflict->camps) {
		text_printf(out, " %.*s(", STR_ARG(camp->option));
		LIST_EACH (const struct camp_decision, decision, &camp->decisions) {
			text_printf(out, decision == camp->decisions.item ? "%.*s" : " %.*s",
				    STR_ARG(decision->record->id));
			LIST_EACH (const struct str, rejected, &decision->rejects)
				text_printf(out, "!%.*s", STR_ARG(*rejected));
		}
		text_add_z(out, ")");
	}
}

static void assert_conflicts(const char *expected)
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

static void one_entry_has_one_camp_per_option(void **state)
{
	(void)state;
	add(1, "drink", "+tea -coffee");
	add(101, "drink", "+coffee");
	add(201, "drink", "+tea");
	add(301, "drink", "+cocoa");
	assert_conflicts("contradiction drink: tea(p0/1!coffee p2/1) cocoa(p3/1) coffee(p1/1)");
	assert_true(found.item[0].confidence > 0.89);
	assert_int_equal(found.item[0].camps.item[0].decisions.item[0].rejects_at.line, 7);
}

static void nobody_rejecting_anybody_is_a_divergence(void **state)
{
	(void)state;
	add(1, "drink", "+tea -cocoa");
	add(101, "drink", "+coffee");
	assert_conflicts("divergence drink: coffee(p1/1) tea(p0/1)");
	assert_true(found.item[0].confidence < 0.9);
}

static void agreement_is_no_conflict(void **state)
{
	(void)state;
	add(1, "drink", "+tea -coffee");
	add(101, "drink", "+tea -coffee");
	add(201, "extra", "+tea");
	add(301, "extra", "+coffee -tea");
	assert_conflicts("");
}

static void kinds_of_an_option_are_compatible_with_it(void **state)
{
	(void)state;
	add(1, "drink", "+tea");
	add(101, "drink", "+assam");
	assert_conflicts("");
	add(201, "drink", "+coffee");
	assert_conflicts("divergence drink: tea(p0/1 p1/1) coffee(p2/1)");
}

/* Two kinds of tea differ, but neither differs from the one who just says tea. */
static void kinds_that_differ_have_an_entry_of_their_own(void **state)
{
	(void)state;
	add(1, "drink", "+tea");
	add(101, "drink", "+green-tea");
	add(201, "drink", "+assam -green-tea");
	add(301, "drink", "+coffee");
	assert_conflicts("contradiction drink: assam(p2/1!green-tea) green-tea(p1/1)\n"
			 "divergence drink: tea(p0/1 p1/1 p2/1) coffee(p3/1)");
}

static void rejecting_an_option_rejects_its_kinds_only(void **state)
{
	(void)state;
	add(1, "drink", "+coffee -tea");
	add(101, "drink", "+assam");
	assert_conflicts("contradiction drink: assam(p1/1) coffee(p0/1!assam)");
	records.count = 0;
	add(1, "drink", "+coffee -assam");
	add(101, "drink", "+tea");
	assert_conflicts("divergence drink: coffee(p0/1) tea(p1/1)");
}

static void overlapping_choices_agree(void **state)
{
	(void)state;
	add(1, "drink", "+tea +coffee");
	add(101, "drink", "+tea");
	add(201, "drink", "+coffee");
	assert_conflicts("divergence drink: coffee(p2/1) tea(p1/1)");
	records.count = 0;
	add(1, "drink", "+tea +coffee");
	add(101, "drink", "+tea");
	add(201, "drink", "+cocoa");
	assert_conflicts("divergence drink: tea(p0/1 p1/1) cocoa(p2/1)");
}

static void what_goes_beside_the_others_conflicts_with_none(void **state)
{
	(void)state;
	add(1, "drink", "+biscuit -tea");
	add(101, "drink", "+tea");
	assert_conflicts("");
}

/* --- scope -------------------------------------------------------------------------------------------------------- */

static void scopes_are_equal_or_one_side_is_silent(void **state)
{
	(void)state;
	add(1, "drink", "+tea @morning");
	add(101, "drink", "+coffee @evening");
	assert_conflicts("");
	add(201, "drink", "+cocoa");
	assert_conflicts("divergence drink@evening: cocoa(p2/1) coffee(p1/1)\n"
			 "divergence drink@morning: cocoa(p2/1) tea(p0/1)");
}

static void a_single_scope_and_silence_are_one_entry(void **state)
{
	(void)state;
	add(1, "drink", "+tea @morning");
	add(101, "drink", "+tea @morning");
	add(201, "drink", "+coffee");
	add(301, "drink", "+coffee");
	assert_conflicts("divergence drink@morning: coffee(p2/1 p3/1) tea(p0/1 p1/1)");
	add(401, "drink", "+cocoa");
	assert_conflicts("divergence drink: coffee(p2/1 p3/1) tea(p0/1 p1/1) cocoa(p4/1)");
}

static void a_project_that_speaks_for_a_scope_is_not_taken_by_its_general_word(void **state)
{
	(void)state;
	add(1, "drink", "+tea");
	add(2, "drink", "+coffee @evening");
	add(101, "drink", "+coffee @evening");
	add(201, "drink", "+tea @morning");
	assert_conflicts("");
}

/* "for the night shift" is no scope of the catalogue: it binds nobody else. */
static void single_parts_compare_with_the_same_part(void **state)
{
	(void)state;
	add(1, "drink", "+tea @night shift");
	add(101, "drink", "+coffee");
	assert_conflicts("");
	add(201, "drink", "+cocoa @night shift");
	assert_conflicts("divergence drink@night shift: cocoa(p2/1) tea(p0/1)");
}

/* --- what is in force --------------------------------------------------------------------------------------------- */

static void only_what_is_in_force_takes_part(void **state)
{
	(void)state;
	add(1, "drink", "+tea");
	add(101, "drink", "+coffee")->status = STATUS_PROPOSED;
	add(201, "drink", "+coffee")->status = STATUS_SUPERSEDED;
	add(301, "drink", "+coffee")->status = STATUS_REJECTED;
	add(401, "drink", "+coffee")->kind = KIND_TEMPLATE;
	assert_conflicts("");
	options.include_proposed = true;
	assert_conflicts("divergence drink: coffee(p1/1) tea(p0/1)");
}

static void records_without_a_status_count_when_they_decide(void **state)
{
	(void)state;
	add(1, "drink", "+tea");
	struct record *record = add(101, "drink", "+coffee");
	record->status = STATUS_NONE;
	assert_conflicts("");
	record->decision = STR("We drink coffee.");
	assert_conflicts("divergence drink: coffee(p1/1) tea(p0/1)");
}

static void superseded_records_are_left_out(void **state)
{
	(void)state;
	add(1, "drink", "+tea");
	add(101, "drink", "+coffee");
	link_to(add(102, "drink", "+tea"), LINK_SUPERSEDES, "p1/1");
	assert_conflicts("");
	records.count = 0;
	add(1, "drink", "+tea");
	link_to(add(101, "drink", "+coffee"), LINK_SUPERSEDED_BY, "p1/9");
	assert_conflicts("");
}

static void amendments_count_for_their_subject(void **state)
{
	(void)state;
	add(1, "drink", "+tea");
	add(101, "drink", "+coffee");
	struct record *amendment = add(102, "extra", "+coffee");
	link_to(amendment, LINK_AMENDS, "p1/1");
	assert_conflicts("divergence drink: coffee(p1/1) tea(p0/1)");
	add_claim(amendment, "drink", STR("+tea"), (struct str){0});
	assert_conflicts("");
}

static void a_project_that_contradicts_itself_is_told(void **state)
{
	(void)state;
	add(1, "drink", "+tea");
	add(2, "drink", "+coffee -tea");
	add(101, "drink", "+coffee");
	assert_conflicts("contradiction drink inside: coffee(p0/2!tea) tea(p0/1)");
	add(201, "drink", "+tea");
	assert_conflicts("contradiction drink: coffee(p0/2!tea p1/1) tea(p2/1)\n"
			 "contradiction drink inside: coffee(p0/2!tea) tea(p0/1)");
}

/* --- settling ----------------------------------------------------------------------------------------------------- */

static struct waiver *add_waiver(const char *subject, const char *until)
{
	struct waiver *waiver = LIST_ADD(arena, &settings.waivers);
	*waiver = (struct waiver){.subject = str_of(subject), .reason = STR("known"), .until = make_date(until)};
	return waiver;
}

static void waivers_hold_until_their_day(void **state)
{
	(void)state;
	static const struct {
		const char *subject, *until, *expected;
	} cases[] = {
		{"drink", NULL, "divergence drink waived: coffee(p1/1) tea(p0/1)"},
		{"drink", "2026-11-20", "divergence drink waived: coffee(p1/1) tea(p0/1)"},
		{"drink", "2026-11-19", "divergence drink: coffee(p1/1) tea(p0/1)"},
		{"extra", NULL, "divergence drink: coffee(p1/1) tea(p0/1)"},
	};
	add(1, "drink", "+tea");
	add(101, "drink", "+coffee");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		settings.waivers.count = 0;
		add_waiver(cases[i].subject, cases[i].until);
		assert_conflicts(cases[i].expected);
	}
}

/* A waiver puts decisions aside; the conflict is waived when what is left agrees. */
static void waivers_put_decisions_aside(void **state)
{
	(void)state;
	add(1, "drink", "+tea");
	add(101, "drink", "+coffee");
	add(201, "drink", "+cocoa");
	struct waiver *waiver = add_waiver("drink", NULL);
	*LIST_ADD(arena, &waiver->projects) = STR("p1");
	assert_conflicts("divergence drink: cocoa(p2/1) coffee(p1/1) tea(p0/1)");
	*LIST_ADD(arena, &waiver->records) = STR("p2/1");
	assert_conflicts("divergence drink waived: cocoa(p2/1) coffee(p1/1) tea(p0/1)");
	assert_string_equal(found.item[0].waived->reason.at, "known");
}

static void standards_are_shown_with_the_conflict(void **state)
{
	(void)state;
	add(1, "drink", "+tea @morning");
	add(101, "drink", "+coffee @morning");
	struct standard *standard = LIST_ADD(arena, &settings.standards);
	*standard = (struct standard){.subject = STR("drink"), .option = STR("tea"), .scope = STR("evening")};
	assert_conflicts("divergence drink@morning: coffee(p1/1) tea(p0/1)");
	standard->scope = (struct str){0};
	assert_conflicts("divergence drink@morning standard: coffee(p1/1) tea(p0/1)");
}

/* --- without a catalogue ------------------------------------------------------------------------------------------ */

static void make_text(struct record *record)
{
	LIST_EACH (struct claim, claim, &record->claims) {
		claim->subject = (struct str){0};
		claim->basis = CLAIM_TEXT;
	}
}

static void texts_conflict_when_each_chose_what_the_other_rejected(void **state)
{
	(void)state;
	make_text(add(1, "", "+red -blue -green"));
	make_text(add(101, "", "+yellow -red"));
	make_text(add(201, "", "+green -blue"));
	assert_conflicts("");
	make_text(add(301, "", "+blue -red"));
	assert_conflicts("contradiction blue or red: blue(p3/1!red) red(p0/1!blue)");
	assert_int_equal(found.item[0].basis, CLAIM_TEXT);
	link_to(&records.item[3], LINK_SUPERSEDED_BY, "p3/9");
	assert_conflicts("");
}

/* --- order and size ----------------------------------------------------------------------------------------------- */

static void newest_decisions_come_first(void **state)
{
	(void)state;
	add(1, "drink", "+tea")->date = make_date("2024-01-01");
	add(101, "drink", "+tea")->date = make_date("2025-01-01");
	add(201, "drink", "+tea");
	add(301, "drink", "+coffee");
	assert_conflicts("divergence drink: tea(p1/1 p0/1 p2/1) coffee(p3/1)");
}

static void the_surest_contradiction_comes_first(void **state)
{
	(void)state;
	add(1, "drink", "+tea @morning");
	add(101, "drink", "+coffee -tea @morning")->claims.item[0].confidence = 0.7;
	add(201, "drink", "+tea -coffee @evening");
	add(301, "drink", "+coffee @evening");
	assert_conflicts("contradiction drink@evening: coffee(p3/1) tea(p2/1!coffee)\n"
			 "contradiction drink@morning: coffee(p1/1!tea) tea(p0/1)");
}

static void nothing_in_gives_nothing_out(void **state)
{
	(void)state;
	assert_conflicts("");
}

/* Everybody about one question: a single entry that holds all, made in time that grows with the claims. */
static void many_records_make_one_entry(void **state)
{
	(void)state;
	for (size_t i = 0; i < 20000; i++)
		add(100 * (i % PROJECTS) + i % 2, "drink", i % 2 ? "+tea -coffee" : "+coffee");
	for (size_t i = 0; i < records.count; i++)
		records.item[i].id = arena_printf(arena, "r/%zu", i);
	find_conflicts(&records, &catalog, &settings, &options, arena, &found);
	size_t across = 0;
	LIST_EACH (const struct conflict, conflict, &found)
		across += !conflict->inside_project;
	assert_int_equal(across, 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(one_entry_has_one_camp_per_option),
		TEST(nobody_rejecting_anybody_is_a_divergence),
		TEST(agreement_is_no_conflict),
		TEST(kinds_of_an_option_are_compatible_with_it),
		TEST(kinds_that_differ_have_an_entry_of_their_own),
		TEST(rejecting_an_option_rejects_its_kinds_only),
		TEST(overlapping_choices_agree),
		TEST(what_goes_beside_the_others_conflicts_with_none),
		TEST(scopes_are_equal_or_one_side_is_silent),
		TEST(a_single_scope_and_silence_are_one_entry),
		TEST(a_project_that_speaks_for_a_scope_is_not_taken_by_its_general_word),
		TEST(single_parts_compare_with_the_same_part),
		TEST(only_what_is_in_force_takes_part),
		TEST(records_without_a_status_count_when_they_decide),
		TEST(superseded_records_are_left_out),
		TEST(amendments_count_for_their_subject),
		TEST(a_project_that_contradicts_itself_is_told),
		TEST(waivers_hold_until_their_day),
		TEST(waivers_put_decisions_aside),
		TEST(standards_are_shown_with_the_conflict),
		TEST(texts_conflict_when_each_chose_what_the_other_rejected),
		TEST(newest_decisions_come_first),
		TEST(the_surest_contradiction_comes_first),
		TEST(nothing_in_gives_nothing_out),
		TEST(many_records_make_one_entry),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
