/* SPDX-License-Identifier: MIT */
/* Texts from files that try to be more than text: whatever stands in them, no control character reaches a terminal, all
 * output is valid UTF-8, and CSV, DOT, Mermaid and JSON keep their form. */
#include "sample.h"
#include "written.h"

#include "adr/base/unicode.h"

#include <jansson.h>
#include <string.h>

#include "testing.h"

static const struct str attacks[] = {
	STR_INIT("\x1b]0;title\x07\x1b[31mred\x1b[2J"),
	STR_INIT("\xC2\x9B"
		 "31m C1"),
	STR_INIT("bytes \xFF\xFE\x80 \xE2\x82"),
	STR_INIT("bidi \u202Egnp.exe\u2066"),
	STR_INIT("\"]; system(\"rm\"); x=[\""),
	STR_INIT("\\\" \\N \\G \\\\"),
	STR_INIT("ends in backslash\\"),
	STR_INIT("<b>bold</b> <script>alert(1)</script> &lt; &#34;"),
	STR_INIT("]:::x; click n0 \"javascript:alert(1)\" %%{init: {}}%% -->|x| end"),
	STR_INIT("line one\nline two\r\n---\n```"),
	STR_INIT("=HYPERLINK(\"http://x\",\"y\"), \"z\""),
	STR_INIT("nul\0after"),
	STR_INIT("漢字がとても長い題名なので紙の幅を超えてしまうことがありますが、それでも列は揃っていなければなりませ"
		 "ん"),
	STR_INIT("aVeryLongWordWithoutAnySpaceInItThatIsWiderThanAnyPaperOfEightyColumnsCouldEverBeAndThenSome"),
	STR_INIT("z\u0351\u0352\u0353\u0354\u0355\u0356\u0357 marks"),
};

/* Every text of every structure is `attack`. */
struct hostile {
	struct project project;
	struct record record;
	struct dated date;
	struct person person;
	struct link link;
	struct option option;
	struct claim claim;
	struct str tag;
};

static void make_hostile(struct hostile *hostile, struct str attack)
{
	const struct span at = LINE(7);
	*hostile = (struct hostile){
		.project = {.name = attack},
		.date = {.kind = DATE_REVIEW, .text = attack, .at = at},
		.person = {.name = attack, .role = ROLE_OWNER, .at = at},
		.link = {.kind = LINK_OTHER, .words = attack, .target = attack, .to = attack, .path = attack, .at = at},
		.option = {.name = attack, .at = at},
		.claim = {.subject = attack, .option = attack, .scope = attack, .quote = attack, .at = at},
		.tag = attack,
	};
	hostile->record = (struct record){
		.project = &hostile->project,
		.path = attack,
		.id = attack,
		.number = 1,
		.title = attack,
		.language = attack,
		.status_text = attack,
		.decision = attack,
		.decision_at = at,
		.dates = {&hostile->date, 1, 1},
		.people = {&hostile->person, 1, 1},
		.links = {&hostile->link, 1, 1},
		.options = {&hostile->option, 1, 1},
		.claims = {&hostile->claim, 1, 1},
		.tags = {&hostile->tag, 1, 1},
	};
}

static void show_hostile_conflict(struct paper *paper, const struct hostile *hostile, struct str attack,
				  enum format format)
{
	struct str rejected = attack;
	struct standard standard = {.option = attack, .record = attack};
	struct waiver waiver = {.reason = attack};
	struct camp_decision decision = {
		.record = &hostile->record, .claim = &hostile->claim, .rejects = {&rejected, 1, 1}};
	struct camp camp = {.option = attack, .decisions = {&decision, 1, 1}};
	struct conflict conflict = {.subject = attack,
				    .title = attack,
				    .scope = attack,
				    .waived = &waiver,
				    .standard = &standard,
				    .inside_project = true,
				    .camps = {&camp, 1, 1}};
	const struct conflicts conflicts = {&conflict, 1, 1};
	const struct show_conflicts_options options = {.as_of = DAY_2026_11_20, .waived = true};
	show_conflicts(paper, &conflicts, &options, format);
}

static void show_hostile_lists(struct paper *paper, const struct hostile *hostile, struct str attack,
			       enum format format)
{
	struct hit hit = {.record = hostile->record, .snippet = attack, .line = 1};
	const struct hits hits = {&hit, 1, 1};
	struct neighbour neighbour = {attack, attack, STATUS_SUPERSEDED, LINK_OTHER};
	const struct conflict conflict = {.subject = attack, .title = attack};
	struct review_conflict own = {&conflict, attack, {&attack, 1, 1}, 1};
	struct waiver waiver = {.subject = attack, .reason = attack, .projects = {&attack, 1, 1}};
	struct review reviews[] = {{.record = &hostile->record,
				    .id = attack,
				    .project = attack,
				    .path = attack,
				    .title = attack,
				    .people = {&attack, 1, 1},
				    .neighbours = {&neighbour, 1, 1},
				    .conflicts = {&own, 1, 1}},
				   {.waiver = &waiver, .id = attack, .path = attack, .title = attack}};
	const struct review *first = &reviews[0];
	struct review_section section = {attack, {&first, 1, 1}};
	struct review_count count = {.name = attack, .overdue = 1}, counts[] = {count, count};
	const struct review_report report = {.as_of = DAY_2026_11_20,
					     .reviews = {reviews, 2, 2},
					     .sections = {&section, 1, 1},
					     .summary = {.projects = {counts, 2, 2}, .people = {counts, 2, 2}}};
	struct finding finding = {.severity = SEVERITY_ERROR,
				  .project = attack,
				  .path = attack,
				  .from = {1, 1},
				  .to = {1, 1},
				  .message = attack};
	const struct findings findings = {&finding, 1, 1};
	struct refresh_row row = {.project = attack};
	const struct refresh_rows rows = {&row, 1, 1};
	show_hits(paper, &hits, attack, format);
	show_reviews(paper, &report, format);
	show_findings(paper, &findings, format);
	show_refresh(paper, &rows, format);
}

static void show_hostile_graph(struct paper *paper, const struct hostile *hostile, struct str attack,
			       enum format format)
{
	const struct record *node = &hostile->record;
	struct graph_edge edge = {.from = node, .to = node, .kind = LINK_OTHER, .words = attack};
	const struct graph graph = {.nodes = {&node, 1, 1}, .edges = {&edge, 1, 1}};
	show_graph(paper, &graph, format);
}

static void show_everything(struct paper *paper, struct hostile *hostile, struct str attack, enum format format)
{
	const struct records records = {&hostile->record, 1, 1};
	show_list(paper, &records, STR("/"), format);
	show_record(paper, &hostile->record, attack, true, format);
	show_hostile_conflict(paper, hostile, attack, format);
	show_hostile_lists(paper, hostile, attack, format);
}

static void assert_harmless(struct str output)
{
	assert_int_equal(unicode_find_invalid(output), STR_NOT_FOUND);
	size_t length;
	for (; output.length > 0; output = str_from(output, length)) {
		int32_t point = unicode_next(output, &length);
		bool control = (point < 0x20 && point != '\n' && point != '\t') || (point >= 0x7F && point < 0xA0);
		bool turning = (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
		if (control || turning)
			fail_msg("U+%04X got through", (unsigned)point);
	}
}

static void text_is_harmless(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(attacks); i++) {
		struct hostile hostile;
		struct written written;
		make_hostile(&hostile, attacks[i]);
		written_begin(&written);
		written.paper.terminal = true;
		show_everything(&written.paper, &hostile, attacks[i], FORMAT_TEXT);
		written_end(&written);
		assert_harmless(written_str(&written));
		if (strstr(written.at, " \n"))
			fail_msg("white space at the end of a line of\n%s", written.at);
		written_release(&written);
	}
}

static void json_is_harmless_and_valid(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(attacks); i++) {
		struct hostile hostile;
		struct written written;
		make_hostile(&hostile, attacks[i]);
		written_begin(&written);
		show_everything(&written.paper, &hostile, attacks[i], FORMAT_JSON);
		show_hostile_graph(&written.paper, &hostile, attacks[i], FORMAT_JSON);
		written_end(&written);
		assert_harmless(written_str(&written));
		FILE *values = fmemopen(written.at, written.length, "r");
		assert_non_null(values);
		for (int reports = 0; reports < 8; reports++) {
			json_error_t error;
			json_t *value = json_loadf(values, JSON_DISABLE_EOF_CHECK | JSON_ALLOW_NUL, &error);
			if (!value)
				fail_msg("report %d: %s", reports, error.text);
			json_decref(value);
		}
		fclose(values);
		written_release(&written);
	}
}

/* One title in each format, beside what must become of it. */
static void formats_quote(void **state)
{
	static const struct {
		struct str title;
		const char *dot, *mermaid, *csv;
	} rows[] = {
		{STR_INIT("plain"), "\\nplain\"", "<br/>plain\"", ",plain,"},
		{STR_INIT("say \"hi\""), "\\nsay \\\"hi\\\"\"", "<br/>say #34;hi#34;\"", ",\"say \"\"hi\"\"\","},
		{STR_INIT("a\\N b\\"), "\\na\\\\N b\\\\\"", "<br/>a#92;N b#92;\"", ",a\\N b\\,"},
		{STR_INIT("<i> &amp; R&D"), "\\n<i> &amp;amp; R&amp;D\"", "<br/>#60;i#62; #38;amp#59; R#38;D\"",
		 ",<i> &amp; R&D,"},
		{STR_INIT("[x]{y}|z|#1;"), "\\n[x]{y}|z|#1;\"", "<br/>#91;x#93;#123;y#125;#124;z#124;#35;1#59;\"",
		 ",[x]{y}|z|#1;,"},
		{STR_INIT("two\nlines"), "\\ntwo lines\"", "<br/>two lines\"", ",two lines,"},
		{STR_INIT("=2+3"), "\\n=2+3\"", "<br/>=2+3\"", ",'=2+3,"},
		{STR_INIT("style:#1 and: $x_y*"), "\\nstyle:#1 and: $x_y*\"",
		 "<br/>style#58;#35;1 and: #36;x#95;y#42;\"", ",style:#1 and: $x_y*,"},
		{STR_INIT("`code` %% c"), "\\n`code` %% c\"", "<br/>#96;code#96; #37;#37; c\"", ",`code` %% c,"},
	};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		const struct format_row {
			enum format format;
			const char *expected;
		} formats[] = {{FORMAT_DOT, rows[i].dot}, {FORMAT_MERMAID, rows[i].mermaid}, {FORMAT_CSV, rows[i].csv}};
		struct record record = {
			.project = &sample_projects[0], .id = STR("payments/ADR-0001"), .title = rows[i].title};
		const struct record *node = &record;
		const struct graph graph = {.nodes = {&node, 1, 1}};
		const struct records records = {&record, 1, 1};
		for (size_t format = 0; format < COUNT_OF(formats); format++) {
			struct written written;
			written_begin(&written);
			if (formats[format].format == FORMAT_CSV)
				export_list(&written.paper, &records, FORMAT_CSV);
			else
				show_graph(&written.paper, &graph, formats[format].format);
			written_end(&written);
			if (!strstr(written.at, formats[format].expected))
				fail_msg("%s is not in\n%s", formats[format].expected, written.at);
			written_release(&written);
		}
	}
}

/* Between the quotes of DOT and Mermaid nothing may end the string; outside nothing may come from a file. */
static void diagrams_keep_their_form(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(attacks); i++) {
		struct hostile hostile;
		make_hostile(&hostile, attacks[i]);
		for (int mermaid = 0; mermaid < 2; mermaid++) {
			struct written written;
			written_begin(&written);
			show_hostile_graph(&written.paper, &hostile, attacks[i], mermaid ? FORMAT_MERMAID : FORMAT_DOT);
			written_end(&written);
			assert_harmless(str_from(written_str(&written), 0));
			struct str rest = written_str(&written), line;
			while (str_next_line(&rest, &line)) {
				bool quoted = false;
				for (size_t at = 0; at < line.length; at++) {
					if (!mermaid && quoted && line.at[at] == '\\')
						at++;
					else if (line.at[at] == '"')
						quoted = !quoted;
					else if (!quoted)
						assert_true((unsigned char)line.at[at] < 0x80);
				}
				assert_false(quoted);
			}
			written_release(&written);
		}
	}
}

static void long_titles_stay_small_in_diagrams(void **state)
{
	static char title[2000];
	(void)state;
	memset(title, 'x', sizeof title);
	struct record record = {
		.project = &sample_projects[0], .id = STR("payments/ADR-0001"), .title = {title, sizeof title}};
	const struct record *node = &record;
	const struct graph graph = {.nodes = {&node, 1, 1}};
	for (int mermaid = 0; mermaid < 2; mermaid++) {
		struct written written;
		written_begin(&written);
		show_graph(&written.paper, &graph, mermaid ? FORMAT_MERMAID : FORMAT_DOT);
		written_end(&written);
		assert_in_range(written.length, 100, 1000);
		assert_non_null(strstr(written.at, "x…\""));
		written_release(&written);
	}
}

/* With ids and titles that have room to be cut. */
static void lists_fit_the_paper(void **state)
{
	static const size_t widths[] = {60, 80, 120, 160};
	(void)state;
	for (size_t i = 0; i < COUNT_OF(attacks) * COUNT_OF(widths); i++) {
		struct record record = {.project = &sample_projects[0],
					.id = STR("payments/ADR-0001"),
					.title = attacks[i / COUNT_OF(widths)]};
		const struct records records = {&record, 1, 1};
		struct written written;
		written_begin(&written);
		written.paper.terminal = true;
		written.paper.width = widths[i % COUNT_OF(widths)];
		show_list(&written.paper, &records, STR("/"), FORMAT_TEXT);
		written_end(&written);
		assert_int_equal(str_find_byte(written_str(&written), '\n'), written.length - 1);
		assert_in_range(unicode_width(str_slice(written_str(&written), 0, written.length - 1)), 1,
				written.paper.width);
		written_release(&written);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_is_harmless),
		cmocka_unit_test(json_is_harmless_and_valid),
		cmocka_unit_test(formats_quote),
		cmocka_unit_test(diagrams_keep_their_form),
		cmocka_unit_test(long_titles_stay_small_in_diagrams),
		cmocka_unit_test(lists_fit_the_paper),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
