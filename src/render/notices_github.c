/* SPDX-License-Identifier: MIT */
/* Annotations of GitHub Actions: workflow commands on standard output.
 * Format: docs.github.com, "Workflow commands for GitHub Actions", setting an error, warning or notice message. What
 * stands in a command is escaped as @actions/core does: % CR LF in the message, and : , in properties too. */
#include "lines.h"
#include "notice.h"

/* Annotations of each level that GitHub shows for one step; further ones vanish without a word. */
#define SHOWN_PER_LEVEL 10

static const char *level_name(enum severity severity)
{
	switch (severity) {
	case SEVERITY_ERROR:
		return "error";
	case SEVERITY_WARNING:
		return "warning";
	case SEVERITY_INFO:
	case SEVERITY_OFF:
	case SEVERITY_COUNT:
		break;
	}
	return "notice";
}

static void add_escaped(struct text *out, struct str text, const char *escaped)
{
	SCOPED(text_release) struct text clean = {0};
	add_clean(&clean, text);
	for (size_t i = 0; i < clean.length; i++) {
		if (strchr(escaped, clean.at[i]))
			text_printf(out, "%%%02X", (unsigned)clean.at[i]);
		else
			text_add_byte(out, clean.at[i]);
	}
}

static void add_property(struct text *out, const char *name, struct str value)
{
	text_printf(out, "%s=", name);
	add_escaped(out, value, "%:,");
}

/* GitHub takes columns only where the annotation stays on one line. */
static void add_place_properties(struct text *out, const struct notice *notice)
{
	if (str_empty(notice->file))
		return;
	add_property(out, "file", notice->file);
	uint32_t line = notice->from.line ? notice->from.line : 1;
	uint32_t end = notice->to.line > line ? notice->to.line : line;
	text_printf(out, ",line=%u,endLine=%u", line, end);
	if (end == line && notice->from.column > 0 && notice->to.column >= notice->from.column)
		text_printf(out, ",col=%u,endColumn=%u", notice->from.column, notice->to.column);
	text_add_byte(out, ',');
}

static void add_related(struct text *out, const struct notice *notice)
{
	LIST_EACH (const struct related, related, &notice->related) {
		text_add_z(out, "%0A");
		add_escaped(out, related->file, "%");
		if (related->line > 0)
			text_printf(out, ":%u", related->line);
		text_add_z(out, ": ");
		add_escaped(out, related->message, "%");
	}
}

static void add_command(struct text *out, const struct notice *notice)
{
	text_printf(out, "::%s ", level_name(notice->severity));
	add_place_properties(out, notice);
	add_property(out, "title", str_of(notice->rule->name));
	text_add_z(out, "::");
	add_escaped(out, notice->message, "%");
	add_related(out, notice);
	if (!str_empty(notice->help)) {
		text_add_z(out, "%0A");
		add_escaped(out, notice->help, "%");
	}
	text_add_byte(out, '\n');
}

/* A line of the log for what gets no annotation. The runner finds commands of its old form, ##[...], anywhere in a
 * line: they are taken apart. */
static void add_log_line(struct text *out, const struct notice *notice)
{
	SCOPED(text_release) struct text line = {0};
	add_clean(&line, notice->file);
	if (notice->from.line > 0)
		text_printf(&line, ":%u", notice->from.line);
	text_printf(&line, ": %s: ", severity_name(notice->severity));
	add_clean(&line, notice->message);
	text_printf(&line, " [%s]", notice->rule->name);
	text_add_z(out, "not shown: ");
	for (size_t i = 0; i < line.length; i++) {
		text_add_byte(out, line.at[i]);
		if (line.at[i] == '#')
			text_add_z(out, str_starts(str_from(text_str(&line), i), STR("#[")) ? " " : "");
	}
	text_add_byte(out, '\n');
}

/* All of one level; returns how many did not fit. */
static size_t annotate_level(struct paper *paper, const struct notices *notices, const char *level)
{
	SCOPED(text_release) struct text out = {0};
	size_t count = 0;
	LIST_EACH (const struct notice, notice, notices) {
		if (strcmp(level_name(notice->severity), level) != 0)
			continue;
		if (count++ < SHOWN_PER_LEVEL)
			add_command(&out, notice);
		else
			add_log_line(&out, notice);
		paper_raw(paper, &out);
	}
	return count > SHOWN_PER_LEVEL ? count - SHOWN_PER_LEVEL : 0;
}

void notices_github(struct paper *paper, const struct notices *notices, const struct notice_report *report)
{
	static const char *const levels[] = {"error", "warning", "notice"};
	size_t left_out = 0;
	for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
		left_out += annotate_level(paper, notices, levels[i]);
	if (left_out > 0)
		paper_print(paper,
			    "adr %s: %zu more without an annotation, because GitHub shows %d of each level for a "
			    "step; they are the lines \"not shown\" above\n",
			    report->command, left_out, SHOWN_PER_LEVEL);
	if (notices->count == 0)
		paper_print(paper, "%s\n", report->nothing);
}
