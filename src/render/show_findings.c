/* SPDX-License-Identifier: MIT */
/* `adr lint`: one line per finding in the form path:line:column, which editors and CI open, and once per rule what to
 * do about it. */
#include "lines.h"
#include "notice.h"

#define MESSAGE_INDENT 2
#define HELP_INDENT 4

static bool same_file(const struct finding *a, const struct finding *b)
{
	return str_equal(a->path, b->path) && str_equal(a->project, b->project);
}

/* A message that does not fit behind its place goes below it, on a terminal; elsewhere a finding is one line. */
static void show_message(struct paper *paper, struct str message, size_t used)
{
	if (paper->terminal && used + 1 + clean_width(message) > paper->width) {
		paper_print(paper, "\n");
		paper_wrapped(paper, STYLE_PLAIN, message, MESSAGE_INDENT, 0);
		return;
	}
	paper_print(paper, " ");
	paper_text(paper, STYLE_PLAIN, message);
	paper_print(paper, "\n");
}

static void show_finding(struct paper *paper, struct places *places, const struct finding *finding)
{
	SCOPED(text_release) struct text place = {0}, message = {0};
	const char *severity = severity_name(finding->severity);
	add_named_place(places, &place, finding->project, finding->path);
	text_printf(&place, ":%u:%u", finding->from.line, finding->from.column);
	text_add(&message, finding->message);
	text_printf(&message, " [%s]", rule_info(finding->rule)->name);
	paper_text(paper, STYLE_BOLD, text_str(&place));
	paper_print(paper, ": ");
	paper_severity(paper, finding->severity, false);
	paper_print(paper, ":");
	show_message(paper, text_str(&message), clean_width(text_str(&place)) + 2 + strlen(severity) + 1);
}

static void show_summary(struct paper *paper, const struct findings *findings)
{
	size_t files = 0, counts[SEVERITY_COUNT] = {0};
	LIST_EACH (const struct finding, finding, findings) {
		counts[finding->severity]++;
		files += finding == findings->item || !same_file(finding, finding - 1);
	}
	bool begun = false;
	paper_tally(paper, &begun, counts[SEVERITY_ERROR], "error", "errors", STYLE_RED);
	paper_tally(paper, &begun, counts[SEVERITY_WARNING], "warning", "warnings", STYLE_YELLOW);
	paper_tally(paper, &begun, counts[SEVERITY_INFO], "info", "info", STYLE_BLUE);
	paper_print(paper, " in %zu file%s\n", files, files == 1 ? "" : "s");
}

static void findings_text(struct paper *paper, const struct findings *findings)
{
	SCOPED(places_release) struct places places = places_of(paper);
	bool helped[RULE_COUNT] = {false};
	LIST_EACH (const struct finding, finding, findings) {
		if (finding != findings->item && !same_file(finding, finding - 1))
			paper_print(paper, "\n");
		show_finding(paper, &places, finding);
		if (!helped[finding->rule])
			paper_wrapped(paper, STYLE_DIM, str_of(rule_info(finding->rule)->help), HELP_INDENT, 0);
		helped[finding->rule] = true;
	}
	if (findings->count == 0) {
		paper_print(paper, "No findings: the records are in good order.\n");
		return;
	}
	paper_print(paper, "\n");
	show_summary(paper, findings);
}

static void json_finding(struct json *json, const struct finding *finding)
{
	const struct rule_info *info = rule_info(finding->rule);
	json_begin_object(json, NULL);
	json_name(json, "rule", info->name);
	json_name(json, "severity", severity_name(finding->severity));
	json_text(json, "project", finding->project);
	json_text(json, "path", finding->path);
	json_number(json, "line", finding->from.line);
	json_number(json, "column", finding->from.column);
	json_number(json, "end_line", finding->to.line);
	json_number(json, "end_column", finding->to.column);
	json_text(json, "message", finding->message);
	json_name(json, "help", info->help);
	json_bool(json, "fixable", finding->fixable);
	json_end(json);
}

static void findings_json(struct paper *paper, const struct findings *findings)
{
	struct json json = open_report(paper);
	json_begin_array(&json, "findings");
	LIST_EACH (const struct finding, finding, findings)
		json_finding(&json, finding);
	json_end(&json);
	close_report(&json);
}

static void findings_notices(struct paper *paper, const struct findings *findings, enum format format)
{
	static const struct notice_report report = {
		.command = "lint", .title = "Findings", .nothing = "No findings: the records are in good order."};
	SCOPED(scoped_arena_free) struct arena *arena = arena_new();
	SCOPED(places_release) struct places places = places_in_repository(paper);
	struct notices notices = {0};
	LIST_EACH (const struct finding, finding, findings) {
		struct str file = named_file(arena, &places, finding->project, finding->path);
		struct notice *notice = notice_add(arena, &notices, rule_info(finding->rule), file);
		notice->severity = finding->severity;
		notice->project = finding->project;
		notice->from = finding->from;
		notice->to = finding->to;
		notice->message = finding->message;
	}
	show_notices(paper, &notices, &report, format);
}

void show_findings(struct paper *paper, const struct findings *findings, enum format format)
{
	if (format == FORMAT_TEXT)
		findings_text(paper, findings);
	else if (format == FORMAT_JSON)
		findings_json(paper, findings);
	else
		findings_notices(paper, findings, format);
}
