/* SPDX-License-Identifier: MIT */
/* Records, findings and the names of things. */
#include "testing.h"

#include "adr/base/scope.h"
#include "adr/model/record.h"
#include "adr/model/record_pack.h"
#include "adr/model/review.h"

static void in_force_is_accepted_or_decided_without_a_status(void **state)
{
	(void)state;
	struct record record = {.status = STATUS_ACCEPTED};
	assert_true(record_in_force(&record));
	record = (struct record){.status = STATUS_NONE};
	assert_false(record_in_force(&record));
	record.decision = STR("We use Kafka.");
	assert_true(record_in_force(&record));
	record.status_text = STR("On the moon"); /* an unknown word is not no word */
	assert_false(record_in_force(&record));
	record = (struct record){.status = STATUS_SUPERSEDED, .decision = STR("x")};
	assert_false(record_in_force(&record));
}

static void fill(struct arena *arena, struct record *record)
{
	*record = (struct record){.title = STR("T"), .path = STR("p.md"), .decision = STR("D"), .number = 7};
	LIST_ADD(arena, &record->links)->target = STR("0001-x.md");
	LIST_ADD(arena, &record->people)->name = STR("Ada");
	LIST_ADD(arena, &record->dates)->text = STR("2026-01-01");
	*LIST_ADD(arena, &record->tags) = STR("data");
	LIST_ADD(arena, &record->options)->name = STR("Kafka");
	LIST_ADD(arena, &record->claims)->quote = STR("We use Kafka.");
	LIST_ADD(arena, &record->claims)->quote = STR("Not Pulsar.");
	finding_add(arena, &record->findings, RULE_MOJIBAKE, NULL, (struct span){0}, "bad");
}

static void slim_copies_stand_alone(void **state)
{
	(void)state;
	struct arena *from = arena_new(), *to = arena_new();
	struct record record, slim;
	fill(from, &record);
	record_copy_slim(to, &slim, &record);
	arena_free(from);
	assert_str(slim.title, "T");
	assert_int_equal(slim.number, 7);
	assert_str(slim.links.item[0].target, "0001-x.md");
	assert_int_equal(slim.options.count, 0);
	assert_int_equal(slim.claims.count, 0);
	assert_int_equal(slim.findings.count, 0);
	assert_str(slim.decision, "D"); /* which alone tells that a record without a status is in force */
	assert_true(record_in_force(&slim));
	arena_reset(to);
	record = (struct record){.status = STATUS_ACCEPTED, .decision = STR("long")};
	record_copy_slim(to, &slim, &record);
	assert_str(slim.decision, "");
	assert_true(record_in_force(&slim));
	arena_free(to);
}

static void packed_records_stand_alone(void **state)
{
	(void)state;
	struct arena *from = arena_new(), *to = arena_new();
	SCOPED(text_release) struct text packed = {0};
	struct record record, back;
	fill(from, &record);
	record.kind = KIND_INDEX;
	record.status = STATUS_DEPRECATED;
	record.links.item[0].to_number = -1;
	record.links.item[0].at = (struct span){.start = 70, .length = 9, .line = 300};
	record.claims.item[0].confidence = 0.95;
	record.claims.item[0].chosen = true;
	record_pack(&packed, &record);
	assert_int_equal(record.links.item[0].at.start, 70); /* packing changes nothing */
	arena_free(from);
	record_unpack(to, text_str(&packed), &back);
	assert_str(back.title, "T");
	assert_str(back.path, "p.md");
	assert_str(back.decision, "D");
	assert_int_equal(back.number, 7);
	assert_int_equal(back.kind, KIND_INDEX);
	assert_int_equal(back.status, STATUS_DEPRECATED);
	assert_false(back.review.set);
	assert_str(back.links.item[0].target, "0001-x.md");
	assert_int_equal(back.links.item[0].to_number, -1);
	assert_int_equal(back.links.item[0].at.line, 300);
	assert_str(back.people.item[0].name, "Ada");
	assert_str(back.dates.item[0].text, "2026-01-01");
	assert_str(back.tags.item[0], "data");
	assert_str(back.options.item[0].name, "Kafka");
	assert_int_equal(back.claims.count, 2);
	assert_str(back.claims.item[0].quote, "We use Kafka.");
	assert_true(back.claims.item[0].chosen);
	assert_true(back.claims.item[0].confidence == 0.95);
	assert_false(back.claims.item[1].chosen);
	assert_int_equal(back.findings.count, 0);
	arena_free(to);
}

static void packed_dates_and_numbers_come_back(void **state)
{
	(void)state;
	static const int32_t numbers[] = {-1, 0, 127, 128, 16384, INT32_MAX};
	static const int years[] = {1, 1969, 1970, 2026, 9999};
	struct arena *arena = arena_new();
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
		SCOPED(text_release) struct text packed = {0};
		struct record record = {.number = numbers[i]}, back;
		assert_true(date_make(years[i % 5], 12, 31, &record.date));
		assert_true(date_make(years[i % 5], 1, 1, &record.review));
		record_pack(&packed, &record);
		record_unpack(arena, text_str(&packed), &back);
		assert_int_equal(back.number, numbers[i]);
		assert_true(date_equal(back.date, record.date));
		assert_true(date_equal(back.review, record.review));
	}
	arena_free(arena);
}

static void findings_are_sorted_and_single(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	struct source source;
	source_init(&source, arena, STR("x"), STR("one\ntwo\n"));
	struct findings findings = {0};
	struct span second = {.start = 5, .length = 2, .line = 2};
	finding_add(arena, &findings, RULE_LINK_BROKEN, &source, second, "broken %d", 1);
	finding_add(arena, &findings, RULE_STATUS_MISSING, NULL, (struct span){0}, "none");
	finding_add(arena, &findings, RULE_LINK_BROKEN, &source, second, "broken %d", 1);
	findings_sort(&findings);
	assert_int_equal(findings.count, 2);
	assert_int_equal(findings.item[0].rule, RULE_STATUS_MISSING);
	assert_int_equal(findings.item[0].from.line, 1);
	assert_str(findings.item[1].message, "broken 1");
	assert_int_equal(findings.item[1].from.line, 2);
	assert_int_equal(findings.item[1].from.column, 2);
	assert_int_equal(findings.item[1].to.column, 4);
	assert_int_equal(findings_worst(&findings), SEVERITY_ERROR);
	arena_free(arena);
}

/* Every value has a name, and every name leads back to its value. */
static void names_lead_back(void **state)
{
	(void)state;
	for (int i = STATUS_PROPOSED; i < STATUS_COUNT; i++) {
		enum status back = STATUS_NONE;
		assert_true(status_from_name(str_of(status_name((enum status)i)), &back));
		assert_int_equal(back, i);
	}
	for (int i = 0; i < DATE_KIND_COUNT; i++) {
		enum date_kind back = DATE_KIND_COUNT;
		assert_true(date_kind_from_name(str_of(date_kind_name((enum date_kind)i)), &back));
		assert_int_equal(back, i);
	}
	for (int i = 0; i < ROLE_COUNT; i++) {
		enum role back = ROLE_COUNT;
		assert_true(role_from_name(str_of(role_name((enum role)i)), &back));
		assert_int_equal(back, i);
	}
	for (int i = 0; i < SECTION_KIND_COUNT; i++) {
		enum section_kind back = SECTION_KIND_COUNT;
		assert_true(section_kind_from_name(str_of(section_kind_name((enum section_kind)i)), &back));
		assert_int_equal(back, i);
	}
	for (int i = 0; i < LINK_OTHER; i++) {
		enum link_kind back = LINK_KIND_COUNT;
		assert_true(link_kind_from_name(str_of(link_kind_name((enum link_kind)i)), &back));
		assert_int_equal(back, i);
		assert_int_equal(link_kind_reverse(link_kind_reverse(back)), i);
	}
	assert_null(link_kind_name(LINK_OTHER));
	for (int i = 0; i < CLAIM_BASIS_COUNT; i++) {
		enum claim_basis back = CLAIM_BASIS_COUNT;
		assert_true(claim_basis_from_name(str_of(claim_basis_name((enum claim_basis)i)), &back));
		assert_int_equal(back, i);
	}
	for (int i = 0; i < RULE_COUNT; i++) {
		enum rule back = RULE_COUNT;
		assert_true(rule_from_name(str_of(rule_info((enum rule)i)->name), &back));
		assert_int_equal(back, i);
	}
	enum severity severity;
	assert_true(severity_from_name(STR("warning"), &severity));
	assert_false(severity_from_name(STR("loud"), &severity));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(in_force_is_accepted_or_decided_without_a_status),
		cmocka_unit_test(slim_copies_stand_alone),
		cmocka_unit_test(packed_records_stand_alone),
		cmocka_unit_test(packed_dates_and_numbers_come_back),
		cmocka_unit_test(findings_are_sorted_and_single),
		cmocka_unit_test(names_lead_back),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
