/* SPDX-License-Identifier: MIT */
/* A list for comments and summaries of forges: no times, nothing that changes while the situation does not. */
#include "markdown.h"
#include "notice.h"

static void add_where(struct text *out, const struct notice *notice)
{
	SCOPED(text_release) struct text place = {0};
	text_add(&place, notice->file);
	if (notice->from.line > 0 && place.length > 0)
		text_printf(&place, ":%u", notice->from.line);
	add_code(out, text_str(&place));
}

static void add_related(struct text *out, const struct related *related)
{
	SCOPED(text_release) struct text place = {0};
	text_add(&place, related->file);
	if (related->line > 0)
		text_printf(&place, ":%u", related->line);
	text_add_z(out, "  - ");
	add_code(out, text_str(&place));
	text_add_z(out, ": ");
	add_markdown(out, related->message);
	text_add_byte(out, '\n');
}

static void add_notice(struct text *out, const struct notice *notice)
{
	text_printf(out, "- **%s** ", severity_name(notice->severity));
	add_where(out, notice);
	text_add_z(out, str_empty(notice->file) ? "" : ": ");
	add_markdown(out, notice->message);
	text_printf(out, " (%s)\n", notice->rule->name);
	LIST_EACH (const struct related, related, &notice->related)
		add_related(out, related);
	if (!str_empty(notice->help)) {
		text_add_z(out, "  - ");
		add_markdown(out, notice->help);
		text_add_byte(out, '\n');
	}
}

void notices_markdown(struct paper *paper, const struct notices *notices, const struct notice_report *report)
{
	SCOPED(text_release) struct text out = {0};
	paper_print(paper, "## %s\n\n", report->title);
	if (notices->count == 0)
		paper_print(paper, "%s\n", report->nothing);
	LIST_EACH (const struct notice, notice, notices) {
		bool first = notice == notices->item || !str_equal(notice->project, notice[-1].project);
		if (first && !str_empty(notice->project)) {
			text_add_z(&out, notice == notices->item ? "### " : "\n### ");
			add_markdown(&out, notice->project);
			text_add_z(&out, "\n\n");
		}
		add_notice(&out, notice);
		paper_raw(paper, &out);
	}
}
