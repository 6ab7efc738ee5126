/* SPDX-License-Identifier: MIT */
/* JUnit's XML as CI servers read it: one suite per project, one case per notice. An error is a failure, a warning is
 * "skipped" with its message (shown, and does not fail a build), the rest passes. Without notices there is one case
 * that passes, because some servers take a report without cases for a broken one. Format: the schema of the Jenkins
 * xUnit plugin, junit-10.xsd, and what GitLab's "Unit test reports" name. */
#include "notice.h"
#include "xml.h"

struct counts {
	size_t cases, failures, skipped;
};

static void count_notice(struct counts *counts, const struct notice *notice)
{
	counts->cases++;
	counts->failures += notice->severity == SEVERITY_ERROR;
	counts->skipped += notice->severity == SEVERITY_WARNING;
}

static void add_counts(struct text *out, const struct counts *counts)
{
	add_number_attribute(out, "tests", counts->cases);
	add_number_attribute(out, "failures", counts->failures);
	add_number_attribute(out, "errors", 0);
	add_number_attribute(out, "skipped", counts->skipped);
	text_add_z(out, ">\n");
}

static void add_details(struct text *out, const struct notice *notice)
{
	add_xml(out, notice->file);
	if (notice->from.line > 0)
		text_printf(out, ":%u", notice->from.line);
	if (notice->from.line > 0 && notice->from.column > 0)
		text_printf(out, ":%u", notice->from.column);
	text_add_byte(out, '\n');
	add_xml(out, notice->message);
	LIST_EACH (const struct related, related, &notice->related) {
		text_add_byte(out, '\n');
		add_xml(out, related->file);
		if (related->line > 0)
			text_printf(out, ":%u", related->line);
		text_add_z(out, ": ");
		add_xml(out, related->message);
	}
	text_add_byte(out, '\n');
	add_xml(out, notice->help);
	text_add_byte(out, '\n');
}

static void add_outcome(struct text *out, const struct notice *notice)
{
	static const char *const elements[SEVERITY_COUNT] = {[SEVERITY_OFF] = "system-out",
							     [SEVERITY_INFO] = "system-out",
							     [SEVERITY_WARNING] = "skipped",
							     [SEVERITY_ERROR] = "failure"};
	const char *element = elements[notice->severity];
	text_printf(out, "<%s", element);
	if (notice->severity >= SEVERITY_WARNING)
		add_attribute(out, "message", notice->message);
	if (notice->severity == SEVERITY_ERROR)
		add_attribute(out, "type", str_of(notice->rule->name));
	text_add_byte(out, '>');
	add_details(out, notice);
	text_printf(out, "</%s>\n", element);
}

static void add_case(struct text *out, const struct notice *notice)
{
	SCOPED(text_release) struct text name = {0};
	text_add_z(&name, notice->rule->name);
	text_add_z(&name, ": ");
	text_add(&name, str_empty(notice->name) ? notice->message : notice->name);
	text_add_z(out, "<testcase");
	add_attribute(out, "classname", notice->file);
	add_attribute(out, "name", text_str(&name));
	add_attribute(out, "file", notice->file);
	if (notice->from.line > 0)
		add_number_attribute(out, "line", notice->from.line);
	text_add_z(out, ">\n");
	add_outcome(out, notice);
	text_add_z(out, "</testcase>\n");
}

/* The notices from number `from` up to the next project's; returns that number. */
static size_t show_suite(struct paper *paper, const struct notices *notices, size_t from)
{
	SCOPED(text_release) struct text out = {0};
	struct counts counts = {0};
	struct str project = notices->item[from].project;
	size_t end = from;
	for (; end < notices->count && str_equal(notices->item[end].project, project); end++)
		count_notice(&counts, &notices->item[end]);
	text_add_z(&out, "<testsuite");
	add_attribute(&out, "name", project);
	add_counts(&out, &counts);
	for (size_t i = from; i < end; i++) {
		add_case(&out, &notices->item[i]);
		paper_raw(paper, &out);
	}
	text_add_z(&out, "</testsuite>\n");
	paper_raw(paper, &out);
	return end;
}

static void add_nothing(struct text *out, const struct notice_report *report)
{
	text_printf(out, "<testsuite name=\"adr %s\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"0\">\n",
		    report->command);
	text_add_z(out, "<testcase");
	add_attribute(out, "classname", str_of(report->command));
	add_attribute(out, "name", str_of(report->nothing));
	text_add_z(out, "/>\n</testsuite>\n");
}

void notices_junit(struct paper *paper, const struct notices *notices, const struct notice_report *report)
{
	SCOPED(text_release) struct text out = {0};
	struct counts counts = {0};
	LIST_EACH (const struct notice, notice, notices)
		count_notice(&counts, notice);
	if (notices->count == 0)
		counts.cases = 1;
	text_printf(&out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"adr %s\"", report->command);
	add_counts(&out, &counts);
	if (notices->count == 0)
		add_nothing(&out, report);
	paper_raw(paper, &out);
	for (size_t i = 0; i < notices->count;)
		i = show_suite(paper, notices, i);
	text_add_z(&out, "</testsuites>\n");
	paper_raw(paper, &out);
}
