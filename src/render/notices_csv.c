/* SPDX-License-Identifier: MIT */
#include "csv.h"
#include "notice.h"

void notices_csv(struct paper *paper, const struct notices *notices, const struct notice_report *report UNUSED)
{
	static const char *const columns[] = {"project", "file", "line",    "column", "severity",
					      "rule",    "name", "message", "help",   NULL};
	SCOPED(csv_close) struct csv csv = csv_open(paper->stream);
	csv_header(&csv, columns);
	LIST_EACH (const struct notice, notice, notices) {
		csv_text(&csv, notice->project);
		csv_text(&csv, notice->file);
		csv_number_or_empty(&csv, notice->from.line, 0);
		csv_number_or_empty(&csv, notice->from.column, 0);
		csv_name(&csv, severity_name(notice->severity));
		csv_name(&csv, notice->rule->name);
		csv_text(&csv, notice->name);
		csv_text(&csv, notice->message);
		csv_text(&csv, notice->help);
		csv_end_row(&csv);
	}
}
