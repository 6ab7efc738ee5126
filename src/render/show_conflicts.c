/* SPDX-License-Identifier: MIT */
/* `adr conflicts`: who decided what on the same question, with the lines that say so. */
#include "lines.h"
#include "parts.h"

#include "adr/render/show.h"

#include <assert.h>

#define CAMP_INDENT 2
#define DECISION_INDENT 4
#define EVIDENCE_INDENT 6
#define QUOTE_LINES 5 /* a quote has at most CLAIM_QUOTE_LIMIT bytes */

static const char *kind_name(enum conflict_kind kind)
{
	return kind == CONFLICT_CONTRADICTION ? "contradiction" : "divergence";
}

static void indent(struct paper *paper, size_t columns)
{
	paper_print(paper, "%*s", (int)columns, "");
}

/* The date of the newest decision, which is marked; unset when no decision has a date or all have the same. */
static struct date newest_date(const struct conflict *conflict)
{
	struct date newest = {0};
	bool differ = false, first = true;
	LIST_EACH (const struct camp, camp, &conflict->camps)
		LIST_EACH (const struct camp_decision, decision, &camp->decisions) {
			struct date date = decision->record->date;
			differ = differ || (!first && !date_equal(date, newest));
			if (date.set && (!newest.set || date.days > newest.days))
				newest = date;
			first = false;
		}
	return differ ? newest : (struct date){0};
}

static size_t widest_id(const struct conflict *conflict)
{
	size_t widest = 0;
	LIST_EACH (const struct camp, camp, &conflict->camps)
		LIST_EACH (const struct camp_decision, decision, &camp->decisions) {
			size_t width = clean_width(decision->record->id);
			widest = width > widest ? width : widest;
		}
	return widest;
}

static void show_rejects(struct paper *paper, const struct camp_decision *decision)
{
	SCOPED(text_release) struct text line = {0};
	text_add_z(&line, "rejects ");
	LIST_EACH (const struct str, option, &decision->rejects) {
		if (option != decision->rejects.item)
			text_add_z(&line, ", ");
		text_add(&line, *option);
	}
	if (decision->rejects_at.line > 0)
		text_printf(&line, " (line %u)", decision->rejects_at.line);
	paper_wrapped(paper, STYLE_RED, text_str(&line), EVIDENCE_INDENT, 0);
}

static void show_quote(struct paper *paper, struct str quote)
{
	SCOPED(text_release) struct text line = {0};
	text_add_z(&line, "“");
	text_add(&line, str_trim(quote));
	text_add_z(&line, "”");
	paper_wrapped(paper, STYLE_PLAIN, text_str(&line), EVIDENCE_INDENT, QUOTE_LINES);
}

static void show_decision(struct paper *paper, struct places *places, const struct camp_decision *decision,
			  size_t id_width, struct date newest)
{
	const struct record *record = decision->record;
	bool is_newest = newest.set && date_equal(record->date, newest);
	indent(paper, DECISION_INDENT);
	paper_id(paper, record->id, id_width);
	paper_print(paper, "  ");
	paper_status(paper, record->status, true);
	paper_print(paper, "  ");
	paper_date(paper, record->date, is_newest);
	if (is_newest) {
		paper_print(paper, "  ");
		paper_text(paper, STYLE_CYAN, STR("newest"));
	}
	paper_print(paper, "\n");
	indent(paper, EVIDENCE_INDENT);
	paper_place(paper, places, record, decision->claim->at.line);
	paper_print(paper, "\n");
	show_quote(paper, decision->claim->quote);
	if (decision->rejects.count > 0)
		show_rejects(paper, decision);
}

static void show_camp(struct paper *paper, const struct conflict *conflict, const struct camp *camp)
{
	paper_print(paper, "\n");
	indent(paper, CAMP_INDENT);
	paper_text(paper, STYLE_BOLD, camp->option);
	if (conflict->standard && str_equal(conflict->standard->option, camp->option))
		paper_text(paper, STYLE_GREEN, STR("  the standard"));
	paper_print(paper, "\n");
}

/* The words that a waiver or a standard would name, and how sure this is. */
static void show_origin(struct paper *paper, const struct conflict *conflict)
{
	SCOPED(text_release) struct text line = {0};
	text_add_z(&line, "subject ");
	text_add(&line, conflict->subject);
	if (!str_empty(conflict->scope)) {
		text_add_z(&line, ", scope ");
		text_add(&line, conflict->scope);
	}
	text_printf(&line, ", confidence %.2f (%s)", conflict->confidence, claim_basis_name(conflict->basis));
	paper_wrapped(paper, STYLE_DIM, text_str(&line), CAMP_INDENT, 0);
}

static void show_waiver(struct paper *paper, const struct waiver *waiver)
{
	SCOPED(text_release) struct text line = {0};
	char until[DATE_TEXT_SIZE];
	text_add_z(&line, "waived");
	if (waiver->until.set)
		text_printf(&line, " until %s", date_format(waiver->until, until));
	if (!str_empty(waiver->reason)) {
		text_add_z(&line, ": ");
		text_add(&line, waiver->reason);
	}
	paper_wrapped(paper, STYLE_YELLOW, text_str(&line), CAMP_INDENT, 0);
}

static void show_standard(struct paper *paper, const struct standard *standard)
{
	SCOPED(text_release) struct text line = {0};
	text_add_z(&line, "the standard is ");
	text_add(&line, standard->option);
	if (!str_empty(standard->record)) {
		text_add_z(&line, ", set by ");
		text_add(&line, standard->record);
	}
	paper_wrapped(paper, STYLE_PLAIN, text_str(&line), CAMP_INDENT, 0);
}

static void show_supersede_hint(struct paper *paper, const struct conflict *conflict)
{
	SCOPED(text_release) struct text line = {0};
	text_add_z(&line, "all in ");
	text_add(&line, conflict->camps.item[0].decisions.item[0].record->project->name);
	text_add_z(&line, ": did you forget to supersede?");
	paper_wrapped(paper, STYLE_YELLOW, text_str(&line), CAMP_INDENT, 0);
}

static void show_headline(struct paper *paper, const struct conflict *conflict)
{
	struct str kind = str_of(kind_name(conflict->kind));
	paper_text(paper, conflict->kind == CONFLICT_CONTRADICTION ? STYLE_RED : STYLE_YELLOW, kind);
	paper_print(paper, ": ");
	paper_flow(paper, STYLE_BOLD, conflict->title, kind.length + 2, CAMP_INDENT, 0);
	show_origin(paper, conflict);
	if (conflict->waived)
		show_waiver(paper, conflict->waived);
	if (conflict->standard)
		show_standard(paper, conflict->standard);
	if (conflict->inside_project)
		show_supersede_hint(paper, conflict);
}

static void show_conflict(struct paper *paper, struct places *places, const struct conflict *conflict)
{
	struct date newest = newest_date(conflict);
	size_t id_width = id_columns(paper, widest_id(conflict));
	show_headline(paper, conflict);
	LIST_EACH (const struct camp, camp, &conflict->camps) {
		show_camp(paper, conflict, camp);
		LIST_EACH (const struct camp_decision, decision, &camp->decisions)
			show_decision(paper, places, decision, id_width, newest);
	}
	paper_print(paper, "\n");
}

static void show_summary(struct paper *paper, const struct conflicts *conflicts)
{
	size_t contradictions = 0, divergences = 0, waived = 0;
	LIST_EACH (const struct conflict, conflict, conflicts) {
		if (conflict->waived)
			waived++;
		else if (conflict->kind == CONFLICT_CONTRADICTION)
			contradictions++;
		else
			divergences++;
	}
	bool begun = contradictions + divergences == 0;
	if (begun)
		paper_print(paper, "No decisions in force contradict each other");
	paper_tally(paper, &begun, contradictions, "contradiction", "contradictions", STYLE_RED);
	paper_tally(paper, &begun, divergences, "divergence", "divergences", STYLE_YELLOW);
	paper_tally(paper, &begun, waived, "waived", "waived", STYLE_DIM);
	paper_print(paper, contradictions + divergences + waived == 0 ? ".\n" : "\n");
}

static void conflicts_text(struct paper *paper, const struct conflicts *conflicts, bool waived)
{
	SCOPED(places_release) struct places places = places_of(paper);
	LIST_EACH (const struct conflict, conflict, conflicts)
		if (waived || !conflict->waived)
			show_conflict(paper, &places, conflict);
	show_summary(paper, conflicts);
}

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

static void json_waiver(struct json *json, const struct waiver *waiver)
{
	if (!waiver) {
		json_none(json, "waived");
		return;
	}
	json_begin_object(json, "waived");
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
	json_name(json, "kind", kind_name(conflict->kind));
	json_name(json, "basis", claim_basis_name(conflict->basis));
	json_fraction(json, "confidence", conflict->confidence);
	json_waiver(json, conflict->waived);
	json_bool(json, "inside_project", conflict->inside_project);
	json_standard(json, conflict->standard);
	json_camps(json, conflict);
	json_end(json);
}

static void conflicts_json(struct paper *paper, const struct conflicts *conflicts, struct date as_of)
{
	struct json json = open_report(paper);
	json_date(&json, "as_of", as_of);
	json_begin_array(&json, "conflicts");
	LIST_EACH (const struct conflict, conflict, conflicts)
		json_conflict(&json, conflict);
	json_end(&json);
	close_report(&json);
}

void show_conflicts(struct paper *paper, const struct conflicts *conflicts,
		    const struct show_conflicts_options *options, enum format format)
{
	assert(format == FORMAT_TEXT || format == FORMAT_JSON);
	if (format == FORMAT_JSON)
		conflicts_json(paper, conflicts, options->as_of);
	else
		conflicts_text(paper, conflicts, options->waived);
}
