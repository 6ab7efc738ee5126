/* SPDX-License-Identifier: MIT */
/* Every result in every format, byte for byte. */
#include "sample.h"
#include "written.h"
#include "golden.h"

static const struct str sample_body = STR_INIT("# 5. Container base image\r\n\n\tif \x1b[31mred\x1b[0m:\n\t\treturn\n");

static void export(struct paper *paper, enum format format)
{
	export_list(paper, &sample_all, format);
}

static void list(struct paper *paper, enum format format)
{
	show_list(paper, &sample_all, STR("/org/payments/docs"), format);
}

static void list_nothing(struct paper *paper, enum format format)
{
	static const struct records none;
	show_list(paper, &none, STR("/org"), format);
}

static void record(struct paper *paper, enum format format)
{
	show_record(paper, SAMPLE_BASE_IMAGE, (struct str){0}, false, format);
}

static void record_with_body(struct paper *paper, enum format format)
{
	show_record(paper, SAMPLE_WIDE, sample_body, true, format);
}

static void sparse_record(struct paper *paper, enum format format)
{
	show_record(paper, SAMPLE_NOTE, (struct str){0}, false, format);
}

static void hits(struct paper *paper, enum format format)
{
	show_hits(paper, sample_hits(), STR("debian \"slim\""), format);
}

static void hits_nothing(struct paper *paper, enum format format)
{
	static const struct hits none;
	show_hits(paper, &none, STR("de\x1b[1mbian"), format);
}

static void conflicts(struct paper *paper, enum format format)
{
	const struct show_conflicts_options options = {.as_of = DAY_2026_11_20};
	show_conflicts(paper, sample_conflicts(), &options, format);
}

static void conflicts_waived(struct paper *paper, enum format format)
{
	const struct show_conflicts_options options = {.as_of = DAY_2026_11_20, .waived = true};
	show_conflicts(paper, sample_conflicts(), &options, format);
}

static void conflicts_nothing(struct paper *paper, enum format format)
{
	static const struct conflicts none;
	const struct show_conflicts_options options = {.as_of = DAY_2026_11_20};
	show_conflicts(paper, &none, &options, format);
}

static void reviews(struct paper *paper, enum format format)
{
	show_reviews(paper, sample_reviews(), format);
}

static void reviews_nothing(struct paper *paper, enum format format)
{
	const struct review_report none = {.as_of = DAY_2026_11_20, .within_days = 30};
	show_reviews(paper, &none, format);
}

static void findings(struct paper *paper, enum format format)
{
	show_findings(paper, sample_findings(), format);
}

static void findings_nothing(struct paper *paper, enum format format)
{
	static const struct findings none;
	show_findings(paper, &none, format);
}

static void graph(struct paper *paper, enum format format)
{
	show_graph(paper, sample_graph(), format);
}

static void graph_nothing(struct paper *paper, enum format format)
{
	static const struct graph none;
	show_graph(paper, &none, format);
}

static void refresh(struct paper *paper, enum format format)
{
	show_refresh(paper, sample_refresh(), format);
}

static void refresh_one(struct paper *paper, enum format format)
{
	struct refresh_rows one = *sample_refresh();
	one.count = 1;
	show_refresh(paper, &one, format);
}

static void refresh_nothing(struct paper *paper, enum format format)
{
	static const struct refresh_rows none;
	show_refresh(paper, &none, format);
}

static const struct golden {
	const char *name;
	void (*show)(struct paper *paper, enum format format);
	enum format format;
} goldens[] = {
	{"export.jsonl", export, FORMAT_JSONL},
	{"export.json", export, FORMAT_JSON},
	{"export.csv", export, FORMAT_CSV},
	{"list.txt", list, FORMAT_TEXT},
	{"list.json", list, FORMAT_JSON},
	{"list.csv", list, FORMAT_CSV},
	{"list.paths", list, FORMAT_PATHS},
	{"list-nothing.txt", list_nothing, FORMAT_TEXT},
	{"list-nothing.json", list_nothing, FORMAT_JSON},
	{"record.txt", record, FORMAT_TEXT},
	{"record.json", record, FORMAT_JSON},
	{"record-body.txt", record_with_body, FORMAT_TEXT},
	{"record-sparse.txt", sparse_record, FORMAT_TEXT},
	{"hits.txt", hits, FORMAT_TEXT},
	{"hits.json", hits, FORMAT_JSON},
	{"hits-nothing.txt", hits_nothing, FORMAT_TEXT},
	{"conflicts.txt", conflicts, FORMAT_TEXT},
	{"conflicts.json", conflicts, FORMAT_JSON},
	{"conflicts.md", conflicts, FORMAT_MARKDOWN},
	{"conflicts.github", conflicts, FORMAT_GITHUB},
	{"conflicts.gitlab", conflicts, FORMAT_GITLAB},
	{"conflicts.sarif", conflicts, FORMAT_SARIF},
	{"conflicts-nothing.md", conflicts_nothing, FORMAT_MARKDOWN},
	{"conflicts-waived.txt", conflicts_waived, FORMAT_TEXT},
	{"conflicts-nothing.txt", conflicts_nothing, FORMAT_TEXT},
	{"reviews.txt", reviews, FORMAT_TEXT},
	{"reviews.json", reviews, FORMAT_JSON},
	{"reviews-nothing.txt", reviews_nothing, FORMAT_TEXT},
	{"findings.txt", findings, FORMAT_TEXT},
	{"findings.json", findings, FORMAT_JSON},
	{"findings-nothing.txt", findings_nothing, FORMAT_TEXT},
	{"graph.dot", graph, FORMAT_DOT},
	{"graph.mmd", graph, FORMAT_MERMAID},
	{"graph.json", graph, FORMAT_JSON},
	{"graph-nothing.dot", graph_nothing, FORMAT_DOT},
	{"graph-nothing.mmd", graph_nothing, FORMAT_MERMAID},
	{"refresh.txt", refresh, FORMAT_TEXT},
	{"refresh.json", refresh, FORMAT_JSON},
	{"refresh-one.txt", refresh_one, FORMAT_TEXT},
	{"refresh-nothing.txt", refresh_nothing, FORMAT_TEXT},
};

/* What a row looks like on a paper of this kind, under golden/<folder>/. */
static void compare(const struct golden *golden, const char *folder, struct paper look)
{
	static const struct projects projects = ITEMS(sample_projects);
	struct written written;
	char name[128];
	written_begin(&written);
	look.stream = written.paper.stream;
	look.projects = &projects;
	golden->show(&look, golden->format);
	written_end(&written);
	snprintf(name, sizeof name, "%s/%s", folder, golden->name);
	assert_golden(name, written_str(&written));
	written_release(&written);
}

static void compare_texts(const char *folder, struct paper look)
{
	for (size_t i = 0; i < COUNT_OF(goldens); i++)
		if (goldens[i].format == FORMAT_TEXT)
			compare(&goldens[i], folder, look);
}

static void in_a_pipe(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(goldens); i++)
		compare(&goldens[i], "pipe", (struct paper){.width = 80});
}

static void on_a_terminal(void **state)
{
	(void)state;
	compare_texts("terminal", (struct paper){.width = 80, .terminal = true, .here = STR("/org/payments")});
}

static void on_a_wide_terminal(void **state)
{
	(void)state;
	compare_texts("wide", (struct paper){.width = 160, .terminal = true, .here = STR("/org")});
}

static void in_color(void **state)
{
	(void)state;
	compare_texts("color",
		      (struct paper){.width = 80, .terminal = true, .color = true, .here = STR("/org/payments")});
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(in_a_pipe),
		cmocka_unit_test(on_a_terminal),
		cmocka_unit_test(on_a_wide_terminal),
		cmocka_unit_test(in_color),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
