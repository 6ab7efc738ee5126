/* SPDX-License-Identifier: MIT */
#include "make.h"

/* A record as the reader would give it, from a text in which headings are as in `headings`. */
struct sample {
	const char *text;
	enum status status;
	const char *status_text;
	bool decided;         /* the reader found what was decided */
	const char *date;     /* NULL: none */
	const char *expected; /* "rule line: message" lines */
};

static const struct {
	const char *heading;
	enum section_kind kind;
} headings[] = {
	{"Status", SECTION_STATUS},
	{"Context", SECTION_CONTEXT},
	{"Drivers", SECTION_DRIVERS},
	{"Decision", SECTION_DECISION},
	{"Outcome", SECTION_DECISION},
	{"Options", SECTION_OPTIONS},
	{"Pros and Cons", SECTION_PROS_AND_CONS},
	{"Consequences", SECTION_CONSEQUENCES},
	{"Rationale", SECTION_RATIONALE},

};

static enum section_kind kind_of(struct str heading)
{
	for (size_t i = 0; i < sizeof headings / sizeof *headings; i++)
		if (str_equal(heading, str_of(headings[i].heading)))
			return headings[i].kind;
	return SECTION_OTHER;
}

static uint8_t level_of(struct str line)
{
	uint8_t level = 0;
	while (level < line.length && line.at[level] == '#')
		level++;
	return level;
}

static struct str body_behind(const struct source *source, uint32_t line, uint8_t level)
{
	struct str body = {source_line(source, line).at + source_line(source, line).length, 0};
	for (uint32_t next = line + 1; next <= source->line_count; next++) {
		struct str text = source_line(source, next);
		if (level_of(text) > 0 && level_of(text) <= level)
			break;
		body.length = (size_t)(text.at + text.length - body.at);
	}
	return body;
}

static void add_sections(struct maker *maker, struct record *record, const struct source *source)
{
	for (uint32_t line = 1; line <= source->line_count; line++) {
		struct str text = source_line(source, line);
		if (level_of(text) < 2)
			continue;
		struct str heading = str_trim(str_from(text, level_of(text)));
		*LIST_ADD(maker->arena, &record->sections) = (struct section){
			.kind = kind_of(heading),
			.heading = heading,
			.level = level_of(text),
			.at = source_span(source, text),
			.body = source_span(source, body_behind(source, line, level_of(text))),
		};
	}
}

static const char *lint(struct maker *maker, const struct sample *sample, enum record_kind kind)
{
	struct source source;
	source_init(&source, maker->arena, STR("x.md"), str_of(sample->text));
	struct record *record = make_record(maker, 0, "adr/0001-x.md", 1);
	record->kind = kind;
	record->title = STR("X");
	record->title_stated = str_starts(source.text, STR("# "));
	record->title_at = record->title_stated ? source_span(&source, source_line(&source, 1)) : (struct span){0};
	record->status = sample->status;
	record->status_text = str_of(sample->status_text);
	record->status_at = (struct span){.start = 0, .length = 1, .line = 1};
	record->date = make_date(sample->date);
	record->decision = sample->decided ? STR("We will.") : STR("");
	add_sections(maker, record, &source);
	lint_record(&source, &maker->config, maker->arena, record);
	findings_sort(&record->findings);

	SCOPED(text_release) struct text out = {0};
	LIST_EACH (struct finding, finding, &record->findings) {
		assert_true(str_equal(finding->path, record->path));
		assert_true(str_equal(finding->project, STR("one")));
		text_printf(&out, "%s %u: %.*s\n", rule_info(finding->rule)->name, (unsigned)finding->from.line,
			    STR_ARG(finding->message));
	}
	return arena_copy_z(maker->arena, text_str(&out));
}

#define PARTS "## Context\nWhy.\n## Decision\nWe will.\n## Consequences\nSo.\n"
#define NO_CONSEQUENCES "consequences-missing 1: no section says what follows from the decision\n"
#define NO_CONTEXT "context-missing 1: no section says why a decision was needed\n"
#define NO_DECISION "decision-missing 1: no section says what was decided\n"

static const struct sample samples[] = {
	{"# X\n" PARTS, STATUS_ACCEPTED, "Accepted", true, "2026-01-01", ""},

	/* the header */
	{"## Context\nWhy.\n## Decision\nWe.\n## Consequences\nSo.\n", STATUS_ACCEPTED, "Accepted", true, "2026-01-01",
	 "title-missing 1: there is no title: 'X' is made from the file's name\n"},
	{"# X\n" PARTS, STATUS_NONE, "", true, "2026-01-01", "status-missing 1: the record states no status\n"},
	{"# X\n" PARTS, STATUS_NONE, "Zzz", true, "2026-01-01",
	 "status-unknown 1: the status 'Zzz' is no known word\n"},
	{"# X\n" PARTS, STATUS_NONE, "Acepted", true, "2026-01-01",
	 "status-unknown 1: the status 'Acepted' is no known word; did you mean 'accepted'?\n"},
	{"# X\n" PARTS, STATUS_ACCEPTED, "Accepted", true, NULL, "date-missing 1: the record states no date\n"},
	{"# X\n" PARTS, STATUS_PROPOSED, "Proposed", true, NULL, "date-missing 1: the record states no date\n"},
	{"# X\n" PARTS, STATUS_DRAFT, "Draft", true, NULL, ""},

	/* parts under other names and at other depths */
	{"# X\n## Drivers\n* speed\n## Outcome\nChosen.\n### Consequences\n* Good\n", STATUS_ACCEPTED, "accepted", true,
	 "2026-01-01", ""},
	{"# X\n## Context\nWhy.\n## Outcome\nChosen.\n## Pros and Cons\n* Good\n", STATUS_ACCEPTED, "accepted", true,
	 "2026-01-01", ""},
	{"# X\n**Context:** why\n\n- **Decision**: we will\n\n__Consequences__\n\nso\n", STATUS_ACCEPTED, "Accepted",
	 true, "2026-01-01", ""},
	{"# X\nContext\nmatters in a sentence\n## Decision\nWe.\n## Consequences\nSo.\n", STATUS_ACCEPTED, "Accepted",
	 true, "2026-01-01", NO_CONTEXT},

	{"# X\n## Context and where we come from\nWhy.\n## Outcome\nChosen.\n### Pros\n* fast\n", STATUS_ACCEPTED,
	 "accepted", true, "2026-01-01", ""},
	{"# X\n## Rationale\nWhy.\n## Outcome\nChosen.\n- Cons:\n  - slow\n", STATUS_ACCEPTED, "accepted", true,
	 "2026-01-01", ""},
	{"# X\n## Context\nWhy.\n## Outcome\nChosen.\n- Summary: it is fast\n", STATUS_ACCEPTED, "accepted", true,
	 "2026-01-01", NO_CONSEQUENCES},

	/* parts that are not there, or empty */
	{"# X\n## Decision\nWe will.\n", STATUS_ACCEPTED, "Accepted", true, "2026-01-01", NO_CONTEXT NO_CONSEQUENCES},
	{"# X\n## Context\nWhy.\n## Notes\nOn.\n", STATUS_ACCEPTED, "Accepted", false, "2026-01-01", NO_DECISION},
	{"# X\n## Context\n\n<!-- why? -->\n\n## Decision\nWe.\n## Consequences\n### Notes\n---\n", STATUS_ACCEPTED,
	 "Accepted", true, "2026-01-01",
	 "context-missing 2: the section 'Context' is empty\n"
	 "consequences-missing 8: the section 'Consequences' is empty\n"},
	{"# X\n## Context\n## Context\nWhy.\n## Decision\nWe.\n## Consequences\nSo.\n", STATUS_ACCEPTED, "Accepted",
	 true, "2026-01-01", ""},

	/* what is open has decided nothing yet; what is a draft lacks nothing */
	{"# X\n## Context\nWhy.\n", STATUS_PROPOSED, "Proposed", false, "2026-01-01", ""},
	{"# X\n## Context\nWhy.\n", STATUS_REJECTED, "Rejected", false, "2026-01-01", ""},
	{"# X\n## Context\nWhy.\n", STATUS_SUPERSEDED, "Superseded", false, "2026-01-01", NO_DECISION},
	{"# X\n", STATUS_DRAFT, "Draft", false, NULL, ""},
};

static void finds_what_is_missing(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
		struct maker maker;
		maker_init(&maker);
		const char *found = lint(&maker, &samples[i], KIND_RECORD);
		if (strcmp(found, samples[i].expected) != 0)
			fail_msg("sample %zu:\n%s\ngives\n%s\ninstead of\n%s", i, samples[i].text, found,
				 samples[i].expected);
		maker_free(&maker);
	}
}

static void looks_at_records_only(void **state)
{
	static const struct sample bare = {"nothing\n", STATUS_NONE, "", false, NULL, ""};
	(void)state;
	for (int kind = KIND_TEMPLATE; kind < KIND_COUNT; kind++) {
		struct maker maker;
		maker_init(&maker);
		assert_string_equal(lint(&maker, &bare, (enum record_kind)kind), "");
		maker_free(&maker);
	}
}

static void an_option_that_is_chosen_is_a_decision(void **state)
{
	(void)state;
	struct maker maker;
	maker_init(&maker);
	struct source source;
	source_init(&source, maker.arena, STR("x.md"), STR("# X\n## Context\nWhy.\n"));
	struct record *record = make_record(&maker, 0, "adr/0001-x.md", 1);
	*LIST_ADD(maker.arena, &record->options) = (struct option){.name = STR("Kafka"), .stance = STANCE_CHOSEN};
	lint_record(&source, &maker.config, maker.arena, record);
	LIST_EACH (struct finding, finding, &record->findings)
		assert_int_not_equal(finding->rule, RULE_DECISION_MISSING);
	maker_free(&maker);
}

static void what_reading_said_is_not_said_again(void **state)
{
	(void)state;
	struct maker maker;
	maker_init(&maker);
	struct source source;
	source_init(&source, maker.arena, STR("x.md"), STR("# X\n" PARTS));
	struct record *record = make_record(&maker, 0, "adr/0001-x.md", 1);
	record->title_stated = true;
	record->decision = STR("We will.");
	record->status = STATUS_NONE;
	record->status_text = STR("Proposed | Accepted");
	finding_add(maker.arena, &record->findings, RULE_PLACEHOLDER, NULL, record->status_at, "the legend is left");
	finding_add(maker.arena, &record->findings, RULE_DATE_IMPOSSIBLE, NULL, record->status_at, "no such day");
	source_init(&source, maker.arena, STR("x.md"),
		    STR("# X\n## Context\nWhy.\n## Decision\nWe.\n## Consequences\nSo.\n"));
	add_sections(&maker, record, &source);
	lint_record(&source, &maker.config, maker.arena, record);
	assert_int_equal(record->findings.count, 2);
	maker_free(&maker);
}

static void settles_severities(void **state)
{
	(void)state;
	struct maker maker;
	maker_init(&maker);
	struct findings findings = {0};
	struct span here = {.line = 1};
	finding_add(maker.arena, &findings, RULE_DATE_MISSING, NULL, here, "a");
	finding_add(maker.arena, &findings, RULE_STATUS_MISSING, NULL, here, "b");
	finding_add(maker.arena, &findings, RULE_TITLE_MISSING, NULL, here, "c");
	maker.config.rules[RULE_DATE_MISSING] = SEVERITY_ERROR;
	maker.config.rules[RULE_STATUS_MISSING] = SEVERITY_OFF;
	lint_settle(&maker.config, &findings);
	assert_int_equal(findings.count, 2);
	assert_int_equal(findings.item[0].severity, SEVERITY_ERROR);
	assert_int_equal(findings.item[1].rule, RULE_TITLE_MISSING);
	assert_int_equal(findings.item[1].severity, rule_info(RULE_TITLE_MISSING)->severity);
	maker_free(&maker);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_what_is_missing),
		cmocka_unit_test(looks_at_records_only),
		cmocka_unit_test(an_option_that_is_chosen_is_a_decision),
		cmocka_unit_test(what_reading_said_is_not_said_again),
		cmocka_unit_test(settles_severities),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
