/* SPDX-License-Identifier: MIT */
#include "csv.h"
#include "review_words.h"

void reviews_csv(struct paper *paper, const struct review_report *report)
{
	static const char *const columns[] = {"id",     "project",  "path", "line",  "title", "status", "decided",
					      "review", "reviewed", "days", "state", "basis", "people", NULL};
	SCOPED(scoped_arena_free) struct arena *scratch = arena_new();
	SCOPED(places_release) struct places places = places_in_repository(paper);
	SCOPED(csv_close) struct csv csv = csv_open(paper->stream);
	csv_header(&csv, columns);
	LIST_EACH (const struct review, review, &report->reviews) {
		csv_text(&csv, review->id);
		csv_text(&csv, review->project);
		csv_text(&csv, review->record ? review->path : review_file(scratch, &places, review));
		csv_number_or_empty(&csv, review->line, 0);
		csv_text(&csv, review->title);
		csv_name(&csv, review->record ? status_name(review->record->status) : NULL);
		csv_date(&csv, review->decided);
		csv_date(&csv, review->review);
		csv_date(&csv, review->reviewed);
		csv_number_or_empty(&csv, review->days, INT64_MIN);
		csv_name(&csv, review_state_name(review->state));
		csv_name(&csv, review_basis_name(review->basis));
		csv_strs(&csv, &review->people);
		csv_end_row(&csv);
	}
}
