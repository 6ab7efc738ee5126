/* SPDX-License-Identifier: MIT */
#include "make.h"

static struct maker maker;

static int set_up(void **state)
{
	(void)state;
	maker_init(&maker);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	maker_free(&maker);
	return 0;
}

/* The only file on this disk is "docs/plan.md", in either project. */
static bool exists(void *context, const struct project *project, struct str file)
{
	size_t *asked = context;
	++*asked;
	assert_non_null(project);
	return str_equal(file, STR("docs/plan.md"));
}

static size_t asked;

/* "path:line rule: message" lines. */
static const char *lint(void)
{
	struct findings findings = {0};
	asked = 0;
	make_ready(&maker);
	lint_records(&maker.records, exists, &asked, maker.arena, &findings);
	findings_sort(&findings);
	SCOPED(text_release) struct text out = {0};
	LIST_EACH (struct finding, finding, &findings)
		text_printf(&out, "%.*s/%.*s:%u %s: %.*s\n", STR_ARG(finding->project), STR_ARG(finding->path),
			    (unsigned)finding->from.line, rule_info(finding->rule)->name, STR_ARG(finding->message));
	return arena_copy_z(maker.arena, text_str(&out));
}

static void numbers_are_given_once_in_a_folder(void **state)
{
	(void)state;
	make_record(&maker, 0, "adr/0001-a.md", 1);
	make_record(&maker, 0, "adr/0002-b.md", 2);
	make_record(&maker, 0, "adr/0002-c.md", 2);
	make_record(&maker, 0, "billing/adr/0001-a.md", 1); /* a log of its own */
	make_record(&maker, 1, "adr/0001-a.md", 1);         /* another project */
	make_record(&maker, 0, "adr/no-number.md", -1);
	make_record(&maker, 0, "adr/none-either.md", -1);
	make_record(&maker, 0, "adr/0002-template.md", 2)->kind = KIND_TEMPLATE;
	assert_string_equal(lint(), "one/adr/0002-b.md:1 number-duplicate: the number 2 is also that of 0002-c.md\n"
				    "one/adr/0002-c.md:1 number-duplicate: the number 2 is also that of 0002-b.md\n");
}

static void many_of_one_number_name_the_first(void **state)
{
	(void)state;
	make_record(&maker, 0, "7-a.md", 7);
	make_record(&maker, 0, "7-b.md", 7);
	make_record(&maker, 0, "7-c.md", 7);
	make_record(&maker, 0, "7-d.md", 7);
	assert_string_equal(lint(),
			    "one/7-a.md:1 number-duplicate: the number 7 is also that of 7-b.md and of 2 more\n"
			    "one/7-b.md:1 number-duplicate: the number 7 is also that of 7-a.md and of 2 more\n"
			    "one/7-c.md:1 number-duplicate: the number 7 is also that of 7-a.md and of 2 more\n"
			    "one/7-d.md:1 number-duplicate: the number 7 is also that of 7-a.md and of 2 more\n");
}

static struct link *numbered_link(struct record *record, const char *target, int32_t number, const char *project)
{
	struct link *link = make_link(&maker, record, LINK_DEPENDS_ON, "");
	link->target = str_of(target);
	link->to_number = number;
	link->to_project = str_of(project);
	return link;
}

static void links_lead_somewhere(void **state)
{
	(void)state;
	make_record(&maker, 0, "adr/0002-b.md", 2);
	make_record(&maker, 0, "adr/0003-c.md", 3);
	make_record(&maker, 0, "old/0003-c.md", 3);
	struct record *record = make_record(&maker, 0, "adr/0001-a.md", 1);
	make_link(&maker, record, LINK_RELATES_TO, "adr/0002-b.md");
	make_link(&maker, record, LINK_RELATES_TO, "docs/plan.md");
	make_link(&maker, record, LINK_RELATES_TO, "adr/0009-gone.md")->at.line = 7;
	numbered_link(record, "ADR-2", 2, "");
	numbered_link(record, "ADR-3", 3, ""); /* two have it: not broken */
	numbered_link(record, "ADR-12", 12, "")->at.line = 9;
	numbered_link(record, "payments/ADR-12", 12, "payments"); /* a project that was not looked at */
	numbered_link(record, "the new billing service", -1, "");
	numbered_link(record, "2026", 2026, "");
	numbered_link(record, "RFC 8785", 8785, "");
	make_link(&maker, record, LINK_RELATES_TO, "README.md")->mention = true;
	make_link(&maker, record, LINK_DEPENDS_ON, "adr/0010-lost.md")->mention = true;
	assert_string_equal(
		lint(), "one/adr/0001-a.md:5 link-broken: 'adr/0010-lost.md' leads nowhere: there is no such file\n"
			"one/adr/0001-a.md:7 link-broken: 'adr/0009-gone.md' leads nowhere: there is no such file\n"
			"one/adr/0001-a.md:9 link-broken: 'ADR-12' leads nowhere: the project has no record with this "
			"number\n");
	assert_int_equal(asked, 3); /* the disk is asked about files that are no records */
}

static void links_of_other_files(void **state)
{
	(void)state;
	struct record *readme = make_record(&maker, 0, "adr/README.md", -1);
	readme->kind = KIND_INDEX;
	make_link(&maker, readme, LINK_RELATES_TO, "adr/0009-gone.md");
	struct record *template = make_record(&maker, 0, "adr/template.md", -1);
	template->kind = KIND_TEMPLATE;
	make_link(&maker, template, LINK_RELATES_TO, "adr/NNNN-title.md");
	assert_string_equal(
		lint(), "one/adr/README.md:5 link-broken: 'adr/0009-gone.md' leads nowhere: there is no such file\n");
}

static void supersession_is_said_on_both_sides(void **state)
{
	(void)state;
	struct record *record = make_record(&maker, 0, "adr/0001-a.md", 1);
	record->status = STATUS_SUPERSEDED;
	make_link(&maker, record, LINK_SUPERSEDED_BY, "adr/0002-b.md");
	record = make_record(&maker, 0, "adr/0002-b.md", 2);
	make_link(&maker, record, LINK_SUPERSEDES, "adr/0001-a.md");
	make_link(&maker, record, LINK_SUPERSEDES, "adr/0001-a.md"); /* twice is no harm */
	assert_string_equal(lint(), "");
}

static void one_side_that_is_silent(void **state)
{
	(void)state;
	make_record(&maker, 0, "adr/0001-a.md", 1);
	struct record *record = make_record(&maker, 0, "adr/0002-b.md", 2);
	make_link(&maker, record, LINK_SUPERSEDES, "adr/0001-a.md");
	record = make_record(&maker, 0, "adr/0003-c.md", 3);
	record->status = STATUS_SUPERSEDED;
	make_link(&maker, record, LINK_SUPERSEDED_BY, "adr/0004-d.md");
	make_record(&maker, 0, "adr/0004-d.md", 4);
	assert_string_equal(lint(), "one/adr/0002-b.md:5 supersede-one-sided: one/ADR-0001 does not say that it is "
				    "superseded by this record\n"
				    "one/adr/0003-c.md:5 supersede-one-sided: one/ADR-0004 does not say that it "
				    "supersedes this record\n");
}

static void a_superseded_record_names_its_successor(void **state)
{
	(void)state;
	make_record(&maker, 0, "adr/0001-a.md", 1)->status = STATUS_SUPERSEDED;
	make_record(&maker, 0, "adr/0002-b.md", 2)->status = STATUS_DEPRECATED;
	struct record *record = make_record(&maker, 0, "adr/0003-c.md", 3);
	record->status = STATUS_SUPERSEDED;
	struct link *link = make_link(&maker, record, LINK_SUPERSEDED_BY, ""); /* something that is no record */
	link->target = STR("the identity service");
	assert_string_equal(lint(),
			    "one/adr/0001-a.md:3 superseded-without-successor: the record is superseded, but does "
			    "not say by which\n");
}

static void the_successor_may_speak_for_both(void **state)
{
	(void)state;
	make_record(&maker, 0, "adr/0001-a.md", 1)->status = STATUS_SUPERSEDED;
	struct record *record = make_record(&maker, 0, "adr/0002-b.md", 2);
	make_link(&maker, record, LINK_SUPERSEDES, "adr/0001-a.md");
	assert_string_equal(lint(), "one/adr/0002-b.md:5 supersede-one-sided: one/ADR-0001 does not say that it is "
				    "superseded by this record\n");
}

static void nothing_gives_nothing(void **state)
{
	(void)state;
	assert_string_equal(lint(), "");
}

#define WITH_MAKER(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_MAKER(numbers_are_given_once_in_a_folder),
		WITH_MAKER(many_of_one_number_name_the_first),
		WITH_MAKER(links_lead_somewhere),
		WITH_MAKER(links_of_other_files),
		WITH_MAKER(supersession_is_said_on_both_sides),
		WITH_MAKER(one_side_that_is_silent),
		WITH_MAKER(a_superseded_record_names_its_successor),
		WITH_MAKER(the_successor_may_speak_for_both),
		WITH_MAKER(nothing_gives_nothing),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
