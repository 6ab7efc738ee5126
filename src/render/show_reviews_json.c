/* SPDX-License-Identifier: MIT */
#include "review_words.h"
#include "parts.h"
#include "show_reviews.h"

static void json_neighbours(struct json *json, const struct neighbours *neighbours)
{
	json_begin_array(json, "neighbours");
	LIST_EACH (const struct neighbour, neighbour, neighbours) {
		json_begin_object(json, NULL);
		json_text(json, "id", neighbour->id);
		json_text(json, "title", neighbour->title);
		json_name(json, "status", status_name(neighbour->status));
		json_name(json, "kind", link_kind_name(neighbour->kind));
		json_end(json);
	}
	json_end(json);
}

static void json_conflicts(struct json *json, const struct review_conflicts *conflicts)
{
	json_begin_array(json, "conflicts");
	LIST_EACH (const struct review_conflict, own, conflicts) {
		bool contradiction = own->conflict->kind == CONFLICT_CONTRADICTION;
		json_begin_object(json, NULL);
		json_text(json, "subject", own->conflict->subject);
		json_text(json, "title", own->conflict->title);
		json_name(json, "kind", contradiction ? "contradiction" : "divergence");
		json_text(json, "option", own->option);
		json_strs(json, "others", &own->others);
		json_number(json, "other_count", (int64_t)own->other_count);
		json_end(json);
	}
	json_end(json);
}

static void json_when(struct json *json, const struct review *review)
{
	json_date(json, "review", review->review);
	json_number(json, "days", review->days);
	json_name(json, "state", review_state_name(review->state));
	json_name(json, "basis", review_basis_name(review->basis));
}

static void json_review(struct json *json, const struct review *review)
{
	json_begin_object(json, NULL);
	json_id_and_path(json, review->record);
	json_number(json, "line", review->line);
	json_title_and_status(json, review->record);
	json_when(json, review);
	json_strs(json, "people", &review->people);
	json_date(json, "decided", review->decided);
	json_number_or_null(json, "age_days", review->decided.set ? review->age_days : INT32_MIN, INT32_MIN);
	json_date(json, "reviewed", review->reviewed);
	json_strs(json, "tags", &review->record->tags);
	json_neighbours(json, &review->neighbours);
	json_conflicts(json, &review->conflicts);
	json_triggers(json, &review->record->triggers);
	json_end(json);
}

static void json_waiver(struct json *json, struct places *places, const struct review *review)
{
	SCOPED(scoped_arena_free) struct arena *scratch = arena_new();
	json_begin_object(json, NULL);
	json_text(json, "id", review->id);
	json_text_or_null(json, "project", review->project);
	json_text(json, "path", review_file(scratch, places, review));
	json_number(json, "line", review->line);
	json_text(json, "subject", review->waiver->subject);
	json_text_or_null(json, "reason", review->waiver->reason);
	json_strs(json, "records", &review->waiver->records);
	json_strs(json, "projects", &review->waiver->projects);
	json_when(json, review);
	json_end(json);
}

static void json_entries(struct json *json, struct places *places, const char *key, const struct reviews *reviews,
			 bool waivers)
{
	json_begin_array(json, key);
	LIST_EACH (const struct review, review, reviews) {
		if (waivers && review->waiver)
			json_waiver(json, places, review);
		else if (!waivers && review->record)
			json_review(json, review);
	}
	json_end(json);
}

static void json_sections(struct json *json, const struct review_report *report)
{
	json_begin_array(json, "groups");
	LIST_EACH (const struct review_section, section, &report->sections) {
		json_begin_object(json, NULL);
		json_text_or_null(json, "name", section->name);
		json_begin_array(json, "ids");
		for (size_t i = 0; i < section->reviews.count; i++)
			json_text(json, NULL, section->reviews.item[i]->id);
		json_end(json);
		json_end(json);
	}
	json_end(json);
}

static void json_states(struct json *json, const struct review_count *count)
{
	json_number(json, "overdue", (int64_t)count->overdue);
	json_number(json, "due", (int64_t)count->due);
	json_number(json, "upcoming", (int64_t)count->upcoming);
}

static void json_ages(struct json *json, const struct review_count *count)
{
	json_number(json, "in_force", (int64_t)count->in_force);
	json_number_or_null(json, "median_age_days", count->median_days, REVIEW_NO_MEDIAN);
}

static void json_counts(struct json *json, const char *key, const struct review_counts *counts, bool ages)
{
	json_begin_array(json, key);
	LIST_EACH (const struct review_count, count, counts) {
		json_begin_object(json, NULL);
		json_text(json, "name", count->name);
		json_states(json, count);
		if (ages)
			json_ages(json, count);
		json_end(json);
	}
	json_end(json);
}

static void json_summary(struct json *json, const struct review_summary *summary)
{
	json_begin_object(json, "summary");
	json_states(json, &summary->total);
	json_ages(json, &summary->total);
	json_counts(json, "projects", &summary->projects, true);
	json_counts(json, "people", &summary->people, false);
	json_end(json);
}

void show_reviews_json(struct paper *paper, const struct review_report *report)
{
	SCOPED(places_release) struct places places = places_in_repository(paper);
	struct json json = open_report(paper);
	json_date(&json, "as_of", report->as_of);
	json_number(&json, "within_days", report->within_days);
	json_bool(&json, "conflicts_known", report->conflicts_known);
	json_entries(&json, &places, "due", &report->reviews, false);
	json_entries(&json, &places, "waivers", &report->reviews, true);
	if (report->sections.count > 0)
		json_sections(&json, report);
	json_summary(&json, &report->summary);
	close_report(&json);
}
