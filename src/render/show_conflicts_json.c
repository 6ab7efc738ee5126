/* SPDX-License-Identifier: MIT */
#include "show_conflicts.h"

static void json_camp_decision(struct json *json, const struct camp_decision *decision)
{
	json_begin_object(json, NULL);
	json_id_and_path(json, decision->record);
	json_number_or_null(json, "line", decision->claim->at.line, 0);
	json_title_and_status(json, decision->record);
	json_date(json, "date", decision->record->date);
	json_text(json, "quote", decision->claim->quote);
	json_strs(json, "rejects", &decision->rejects);
	json_number_or_null(json, "rejects_line", decision->rejects_at.line, 0);
	json_text_or_null(json, "rejects_quote", decision->rejects_quote);
	json_bool(json, "newest", decision->newest);
	json_bool(json, "proposed", decision->proposed);
	json_bool(json, "changed", decision->changed);
	json_bool(json, "deviates", decision->deviates);
	json_end(json);
}

static void json_camps(struct json *json, const struct conflict *conflict)
{
	json_begin_array(json, "camps");
	LIST_EACH (const struct camp, camp, &conflict->camps) {
		json_begin_object(json, NULL);
		json_text(json, "option", camp->option);
		json_begin_array(json, "decisions");
		LIST_EACH (const struct camp_decision, decision, &camp->decisions)
			json_camp_decision(json, decision);
		json_end(json);
		json_end(json);
	}
	json_end(json);
}

static void json_waiver(struct json *json, const char *key, const struct waiver *waiver)
{
	if (!waiver) {
		json_none(json, key);
		return;
	}
	json_begin_object(json, key);
	json_text(json, "reason", waiver->reason);
	json_date(json, "until", waiver->until);
	json_end(json);
}

static void json_standard(struct json *json, const struct standard *standard)
{
	if (!standard) {
		json_none(json, "standard");
		return;
	}
	json_begin_object(json, "standard");
	json_text(json, "option", standard->option);
	json_text_or_null(json, "record", standard->record);
	json_end(json);
}

static void json_conflict(struct json *json, const struct conflict *conflict)
{
	json_begin_object(json, NULL);
	json_text(json, "subject", conflict->subject);
	json_text(json, "title", conflict->title);
	json_text_or_null(json, "scope", conflict->scope);
	json_name(json, "kind", conflict_kind_name(conflict->kind));
	json_name(json, "severity", severity_name(conflict->severity));
	json_name(json, "basis", claim_basis_name(conflict->basis));
	json_fraction(json, "confidence", conflict->confidence);
	json_waiver(json, "waived", conflict->waived);
	json_waiver(json, "expired_waiver", conflict->expired);
	json_bool(json, "inside_project", conflict->inside_project);
	json_standard(json, conflict->standard);
	json_text_or_null(json, "authority", conflict->authority ? conflict->authority->id : (struct str){0});
	json_camps(json, conflict);
	json_end(json);
}

void conflicts_json(struct paper *paper, const struct conflicts *conflicts,
		    const struct show_conflicts_options *options)
{
	struct json json = open_report(paper);
	json_date(&json, "as_of", options->as_of);
	json_text_or_null(&json, "changed_since", options->base);
	json_begin_array(&json, "conflicts");
	LIST_EACH (const struct conflict, conflict, conflicts)
		json_conflict(&json, conflict);
	json_end(&json);
	close_report(&json);
}
