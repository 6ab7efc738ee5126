/* SPDX-License-Identifier: MIT */
/* The words of an organisation, from its settings into what is read out of a record. */
#include "read.h"

#include "adr/parse/read_config.h"

#include "adr/base/text.h"

static void set(const char *settings)
{
	struct error error;
	if (read_config_text(fixture.arena, STR("shop/.adr.yml"), str_of(settings), &fixture.config, &error))
		fail_msg("%s", error.text);
}

static void statuses_may_be_phrases(void **state)
{
	(void)state;
	set("statuses: {blessed: accepted, Sent to the yard: proposed}\n");
	assert_int_equal(read_text("# X\n\nStatus: Blessed\n")->status, STATUS_ACCEPTED);
	assert_int_equal(read_text("# X\n\n## Status\n\nSent to the yard (2026-02-03)\n")->status, STATUS_PROPOSED);
}

static void an_own_word_wins(void **state)
{
	(void)state;
	assert_int_equal(read_text("# X\n\nStatus: Final\n")->status, STATUS_ACCEPTED);
	set("words: {status: {draft: [final]}}\n");
	assert_int_equal(read_text("# X\n\nStatus: Final\n")->status, STATUS_DRAFT);
}

static void each_project_has_its_own(void **state)
{
	(void)state;
	static const char text[] = "# X\n\nStatus: Blessed\n";
	struct config plain = fixture.config;
	set("statuses: {blessed: accepted}\n");
	struct config first = fixture.config;
	set("statuses: {blessed: rejected}\n");
	struct config second = fixture.config;
	const struct {
		struct config *config;
		enum status want;
	} rows[] = {{&first, STATUS_ACCEPTED}, {&second, STATUS_REJECTED}, {&plain, STATUS_NONE},
		    {&first, STATUS_ACCEPTED}, {&first, STATUS_ACCEPTED},  {&second, STATUS_REJECTED}};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		fixture.config = *rows[i].config;
		assert_int_equal(read_text(text)->status, rows[i].want);
	}
}

static void labels_name_people_dates_and_links(void **state)
{
	(void)state;
	set("words:\n"
	    "  labels: {title: Betreff}\n"
	    "  dates: {decided: [Festgmacht am], review: Wieder anschaun}\n"
	    "  roles: {decider: [Wer], informed: Obacht an}\n"
	    "  links: {supersedes: schmeisst naus, superseded_by: nausgschmissn vo}\n"
	    "  months: {1: [Jaenna], 2: [Feba]}\n"
	    "  and: [und aa]\n"
	    "  nobody: [woass koana]\n");
	const struct record *record = read_text("# Brotzeit um zehne\n\n"
						"Festgmacht am: 4. Feba 2026\n"
						"Wieder anschaun: 7. Jaenna 2027\n"
						"Wer: Vroni Huber, Sepp Maier\n"
						"Obacht an: woass koana\n\n"
						"## Status\n\nAccepted, schmeisst naus ADR-0003\n");
	assert_date(record->date, "2026-02-04");
	assert_date(record->review, "2027-01-07");
	assert_int_equal(record->people.count, 2);
	assert_str(record->people.item[0].name, "Vroni Huber");
	assert_int_equal(record->people.item[0].role, ROLE_DECIDER);
	assert_int_equal(record->links.count, 1);
	assert_int_equal(record->links.item[0].kind, LINK_SUPERSEDES);
	assert_int_equal(record->links.item[0].to_number, 3);
}

static void headings_open_sections(void **state)
{
	(void)state;
	set("words: {sections: {decision: [Des machma], options: Wos aa ganga waar}}\n");
	const struct record *record = read_text("# X\n\n## Wos aa ganga waar\n\n- Kaas\n- Leberkaas\n\n"
						"## Des machma\n\nWe will use Leberkaas.\n");
	assert_int_equal(record->sections.item[0].kind, SECTION_OPTIONS);
	assert_int_equal(record->sections.item[1].kind, SECTION_DECISION);
	assert_int_equal(record->options.count, 2);
	assert_int_equal(count_findings(RULE_HEADING_MISSPELT, NULL), 0);
	read_text("# X\n\n## Des machmaa\n\nWe will use Leberkaas.\n"); /* a slip of the pen */
	assert_int_equal(count_findings(RULE_HEADING_MISSPELT, NULL), 1);
}

static void verbs_choose(void **state)
{
	(void)state;
	set("words: {chosen: {verb: [mia nehma]}, rejected: {mark: [naa]}}\n");
	const struct record *record = read_text("# X\n\n## Options\n\n- Kaas (naa)\n- Leberkaas\n\n"
						"## Decision\n\nMia nehma Leberkaas.\n");
	assert_int_equal(record->options.count, 2);
	assert_int_equal(record->options.item[0].stance, STANCE_REJECTED);
	assert_int_equal(record->options.item[1].stance, STANCE_CHOSEN);
}

static void a_word_that_chooses_keeps_its_other_places(void **state)
{
	(void)state;
	set("words: {chosen: {after: [chosen option]}}\n");
	const struct record *record = read_text("# X\n\n## Options\n\n- Rope\n- Chain\n\n"
						"## Decision Outcome\n\nChosen option: Chain, because it holds.\n");
	assert_int_equal(record->options.item[1].stance, STANCE_CHOSEN);
}

static void records_may_be_called_otherwise(void **state)
{
	(void)state;
	set("words: {kinds: {record: [Beschluss], template: Schimml}}\n");
	const struct record *record =
		read_as("docs/adr/beschluss-0012-brotzeit.md", "# Beschluss 12: Brotzeit um zehne\n\n"
							       "## Status\n\nSuperseded by Beschluss-14\n");
	assert_int_equal(record->number, 12);
	assert_str(record->title, "Brotzeit um zehne");
	assert_int_equal(record->links.count, 1);
	assert_int_equal(record->links.item[0].to_number, 14);
	assert_int_equal(read_as("docs/adr/schimml.md", "# X\n\n## Status\n\nProposed\n")->kind, KIND_TEMPLATE);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, read_set_up, read_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(statuses_may_be_phrases),
		TEST(an_own_word_wins),
		TEST(each_project_has_its_own),
		TEST(labels_name_people_dates_and_links),
		TEST(headings_open_sections),
		TEST(verbs_choose),
		TEST(a_word_that_chooses_keeps_its_other_places),
		TEST(records_may_be_called_otherwise),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
