/* SPDX-License-Identifier: MIT */
#include "lines.h"
#include "parts.h"
#include "show_reviews.h"

#define NAME_COLUMNS_MOST 40
#define NAMES_MOST 20 /* lines of a table; JSON has all */

static const char *plural(int32_t count)
{
	return count == 1 ? "" : "s";
}

void add_age(struct text *out, int32_t days)
{
	int32_t months = (int32_t)((int64_t)days * 4800 / 146097), years = (int32_t)((int64_t)days * 400 / 146097);
	bool in_years = years >= 2, in_months = !in_years && months >= 2;
	text_add_number(out, in_years ? years : in_months ? months : days);
	text_add_z(out, in_years ? " years" : in_months ? " months" : " day");
	text_add_z(out, in_years || in_months ? "" : plural(days));
}

static bool has_work(const struct review_count *count)
{
	return count->overdue + count->due > 0;
}

static size_t with_work(const struct review_counts *counts, size_t *widest)
{
	size_t found = 0;
	LIST_EACH (const struct review_count, count, counts) {
		size_t width = has_work(count) ? clean_width(count->name) : 0;
		*widest = width > *widest ? width : *widest;
		found += has_work(count);
	}
	return found;
}

static void show_age(struct paper *paper, const struct review_count *count)
{
	SCOPED(text_release) struct text age = {0};
	if (count->median_days == REVIEW_NO_MEDIAN)
		text_add_byte(&age, '-');
	else
		add_age(&age, count->median_days);
	paper_print(paper, "  %8zu  %10s", count->in_force, age.at);
}

static void show_counts(struct paper *paper, const char *heading, const struct review_counts *counts, size_t columns,
			bool ages)
{
	size_t shown = 0, left = 0;
	paper_print(paper, "\n");
	paper_column(paper, STYLE_DIM, str_of(heading), columns);
	paper_text(paper, STYLE_DIM, ages ? STR("  overdue   due  in force  median age") : STR("  overdue   due"));
	paper_print(paper, "\n");
	LIST_EACH (const struct review_count, count, counts) {
		left += has_work(count) && shown == NAMES_MOST;
		if (!has_work(count) || shown == NAMES_MOST)
			continue;
		paper_column(paper, STYLE_PLAIN, count->name, columns);
		paper_print(paper, "  %7zu  %4zu", count->overdue, count->due);
		if (ages)
			show_age(paper, count);
		paper_print(paper, "\n");
		shown++;
	}
	if (left > 0)
		paper_print(paper, "and %zu more\n", left);
}

static void show_total(struct paper *paper, const struct review_report *report)
{
	const struct review_count *total = &report->summary.total;
	SCOPED(text_release) struct text age = {0};
	char within[64];
	snprintf(within, sizeof within, "due within %d day%s", report->within_days, plural(report->within_days));
	bool begun = total->overdue + total->due == 0;
	if (begun)
		paper_print(paper, "No review is %s", within);
	paper_tally(paper, &begun, total->overdue, "overdue", "overdue", STYLE_RED);
	paper_tally(paper, &begun, total->due, within, within, STYLE_YELLOW);
	paper_tally(paper, &begun, total->upcoming, "upcoming", "upcoming", STYLE_DIM);
	paper_print(paper, ".\n");
	if (total->in_force > 0)
		paper_print(paper, "%zu decision%s in force", total->in_force, plural((int32_t)total->in_force));
	if (total->in_force > 0 && total->median_days != REVIEW_NO_MEDIAN) {
		add_age(&age, total->median_days);
		paper_print(paper, ", half of them older than %s", age.at);
	}
	paper_print(paper, total->in_force > 0 ? ".\n" : "");
}

/* Tables only where there is something to compare. */
void show_review_summary(struct paper *paper, const struct review_report *report)
{
	const struct review_summary *summary = &report->summary;
	size_t widest = sizeof "by project" - 1;
	size_t projects = with_work(&summary->projects, &widest), people = with_work(&summary->people, &widest);
	size_t columns = widest < NAME_COLUMNS_MOST ? widest : NAME_COLUMNS_MOST;
	show_total(paper, report);
	if (projects > 1)
		show_counts(paper, "by project", &summary->projects, columns, summary->total.in_force > 0);
	if (people > 1)
		show_counts(paper, "by person", &summary->people, columns, false);
}
