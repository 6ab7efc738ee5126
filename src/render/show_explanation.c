/* SPDX-License-Identifier: MIT */
/* `adr conflicts --explain`: how a record's claims came about, step by step, with what was left out and why. */
#include "lines.h"
#include "show_conflicts.h"

#define STEP_INDENT 2
#define REASON_INDENT 6
#define WORDS_LINES 2 /* of a sentence that is looked at */

static void add_quoted(struct text *out, struct str words)
{
	text_add_z(out, "“");
	text_add(out, str_trim(words));
	text_add_z(out, "”");
}

static void show_place_step(struct paper *paper, const struct explain_step *step)
{
	SCOPED(text_release) struct text line = {0};
	if (step->at.line > 0)
		text_printf(&line, "line %u, ", step->at.line);
	text_add(&line, step->message);
	text_add_z(&line, ": ");
	add_quoted(&line, step->words);
	paper_print(paper, "\n");
	paper_wrapped(paper, STYLE_BOLD, text_str(&line), 0, WORDS_LINES);
}

/* "alpine, container-base-image", or either. */
static void add_meaning(struct text *out, const struct explain_step *step)
{
	text_add(out, step->option);
	if (!str_empty(step->option) && !str_empty(step->subject))
		text_add_z(out, " of ");
	text_add(out, step->subject);
}

/* "+ “slim”: debian-slim of container-base-image", and why below it. */
static void show_found_step(struct paper *paper, const struct explain_step *step)
{
	SCOPED(text_release) struct text line = {0};
	text_add_z(&line, step->counts ? "+ " : "- ");
	add_quoted(&line, step->words);
	text_add_z(&line, " ");
	add_meaning(&line, step);
	if (line.at[line.length - 1] == ' ')
		text_add_z(&line, "any subject");
	text_add_z(&line, step->counts ? ": " : ", not counted: ");
	text_add(&line, step->message);
	paper_text(paper, STYLE_PLAIN, STR("  "));
	paper_flow(paper, step->counts ? STYLE_PLAIN : STYLE_DIM, text_str(&line), STEP_INDENT, REASON_INDENT, 0);
}

static void show_subject_step(struct paper *paper, const struct explain_step *step)
{
	SCOPED(text_release) struct text line = {0};
	text_add_z(&line, step->counts ? "+ " : "- ");
	text_add(&line, step->subject);
	if (!str_empty(step->option)) {
		text_add_z(&line, ": ");
		text_add(&line, step->option);
	}
	text_printf(&line, ", weight %.2f", step->weight);
	if (!str_empty(step->message)) {
		text_add_z(&line, step->counts ? ": " : ", not counted: ");
		text_add(&line, step->message);
	}
	paper_text(paper, STYLE_PLAIN, STR("  "));
	paper_flow(paper, step->counts ? STYLE_PLAIN : STYLE_DIM, text_str(&line), STEP_INDENT, REASON_INDENT, 0);
}

static void show_claim_step(struct paper *paper, const struct explain_step *step)
{
	SCOPED(text_release) struct text line = {0};
	text_add(&line, step->subject);
	text_add_z(&line, str_empty(step->subject) ? "" : ": ");
	text_add_z(&line, step->counts ? "chose " : "rejects ");
	text_add(&line, step->option);
	if (step->at.line > 0)
		text_printf(&line, ", line %u", step->at.line);
	text_printf(&line, ", confidence %.2f (", step->weight);
	text_add(&line, step->message);
	text_add_z(&line, ")");
	paper_wrapped(paper, step->counts ? STYLE_GREEN : STYLE_RED, text_str(&line), STEP_INDENT, 0);
}

/* "- container-base-image: alpine, line 17: rejected, but no decision in force chose it" */
static void show_left_out_step(struct paper *paper, const struct explain_step *step)
{
	SCOPED(text_release) struct text line = {0};
	text_add_z(&line, "- ");
	text_add(&line, step->subject);
	text_add_z(&line, str_empty(step->subject) || str_empty(step->option) ? "" : ": ");
	text_add(&line, step->option);
	if (step->at.line > 0)
		text_printf(&line, ", line %u", step->at.line);
	text_add_z(&line, line.length > 2 ? ": " : "");
	text_add(&line, step->message);
	paper_text(paper, STYLE_PLAIN, STR("  "));
	paper_flow(paper, STYLE_DIM, text_str(&line), STEP_INDENT, REASON_INDENT, 0);
}

static void show_heading(struct paper *paper, const char *heading)
{
	paper_print(paper, "\n");
	paper_text(paper, STYLE_BOLD, str_of(heading));
	paper_print(paper, "\n");
}

/* Words against a subject that the record names nowhere are of no interest. */
static bool is_of_interest(const struct explanation *explanation, const struct explain_step *against)
{
	if (against->kind != EXPLAIN_AGAINST || str_empty(against->subject))
		return true;
	LIST_EACH (const struct explain_step, step, explanation)
		if (step->kind == EXPLAIN_NAME && str_equal(step->subject, against->subject))
			return true;
	return false;
}

static bool names_something(const struct explanation *explanation, size_t place)
{
	return place + 1 < explanation->count && explanation->item[place + 1].kind != EXPLAIN_PLACE &&
	       explanation->item[place + 1].kind < EXPLAIN_SUBJECT;
}

/* Places that hold nothing that the catalogue knows are only counted. */
static void show_places(struct paper *paper, const struct explanation *explanation)
{
	size_t silent = 0;
	for (size_t i = 0; i < explanation->count; i++) {
		const struct explain_step *step = &explanation->item[i];
		if (step->kind == EXPLAIN_PLACE && (!step->counts || names_something(explanation, i)))
			show_place_step(paper, step);
		else if (step->kind == EXPLAIN_PLACE)
			silent++;
		else if (step->kind < EXPLAIN_SUBJECT && is_of_interest(explanation, step))
			show_found_step(paper, step);
	}
	if (silent > 0)
		paper_print(paper, "\n%zu place%s looked at hold%s nothing that the catalogue knows\n", silent,
			    silent == 1 ? "" : "s", silent == 1 ? "s" : "");
}

/* What keeps all claims of a record in force from counting; NULL: nothing does. */
static const struct explain_step *find_bar(const struct explanation *explanation)
{
	LIST_EACH (const struct explain_step, step, explanation)
		if (step->kind == EXPLAIN_STANDING && !step->counts && str_empty(step->subject) &&
		    str_empty(step->option))
			return step;
	return NULL;
}

static void show_kind(struct paper *paper, const struct explanation *explanation, enum explain_kind kind,
		      const char *heading)
{
	const struct explain_step *bar = find_bar(explanation);
	bool begun = false;
	LIST_EACH (const struct explain_step, step, explanation) {
		if (step->kind != kind || step == bar)
			continue;
		if (!begun)
			show_heading(paper, heading);
		begun = true;
		if (kind == EXPLAIN_SUBJECT)
			show_subject_step(paper, step);
		else if (kind == EXPLAIN_CLAIM)
			show_claim_step(paper, step);
		else
			show_left_out_step(paper, step);
	}
}

/* Whether the claims count at all. */
static void add_standing(struct text *out, const struct record *record, const struct explanation *explanation)
{
	const struct explain_step *bar = find_bar(explanation);
	if (record->kind != KIND_RECORD)
		text_add_z(out, "This file is no decision record: it claims nothing.");
	else if (bar) {
		text_add_z(out, "The record is left out, for ");
		text_add(out, bar->message);
		text_add_z(out, ": its claims do not count.");
	} else if (record_in_force(record))
		text_add_z(out, "The record is in force: its claims count.");
	else if (record->status == STATUS_PROPOSED || record->status == STATUS_DRAFT)
		text_add_z(out, "The record is not in force yet: its claims count with --include proposed and "
				"--changed only.");
	else if (record->status == STATUS_NONE && str_empty(record->status_text))
		text_add_z(out, "The record has no status and states no decision: its claims do not count.");
	else if (record->status == STATUS_NONE) {
		text_add_z(out, "The record's status is no word that is known (\"");
		text_add(out, record->status_text);
		text_add_z(out, "\"): its claims do not count.");
	} else
		text_printf(out, "The record is %s, not in force: its claims do not count.",
			    status_name(record->status));
}

static void add_waiver(struct text *out, const struct waiver *waiver)
{
	char until[DATE_TEXT_SIZE];
	if (!waiver)
		return;
	text_add_z(out, ", waived");
	if (waiver->until.set)
		text_printf(out, " until %s", date_format(waiver->until, until));
	text_add_z(out, str_empty(waiver->reason) ? "" : ": ");
	text_add(out, waiver->reason);
}

static void show_own_conflicts(struct paper *paper, const struct conflicts *conflicts)
{
	if (conflicts->count > 0)
		show_heading(paper, "Takes part in");
	LIST_EACH (const struct conflict, conflict, conflicts) {
		SCOPED(text_release) struct text line = {0};
		text_printf(&line, "%s: ", conflict_kind_name(conflict->kind));
		add_question(&line, conflict);
		add_waiver(&line, conflict->waived);
		paper_wrapped(paper, STYLE_PLAIN, text_str(&line), STEP_INDENT, 0);
	}
}

static void explanation_text(struct paper *paper, const struct record *record, const struct explanation *explanation,
			     const struct conflicts *conflicts)
{
	SCOPED(places_release) struct places places = places_of(paper);
	SCOPED(text_release) struct text standing = {0};
	bool claims = false;
	LIST_EACH (const struct explain_step, step, explanation)
		claims |= step->kind == EXPLAIN_CLAIM;
	paper_id(paper, record->id, 0);
	paper_print(paper, "  ");
	paper_last(paper, STYLE_PLAIN, record->title, clean_width(record->id) + 2);
	paper_place(paper, &places, record, 0);
	paper_print(paper, "\n");
	add_standing(&standing, record, explanation);
	paper_wrapped(paper, STYLE_PLAIN, text_str(&standing), 0, 0);
	show_places(paper, explanation);
	show_kind(paper, explanation, EXPLAIN_SUBJECT, "Weighed");
	show_kind(paper, explanation, EXPLAIN_LEFT_OUT, "Left out");
	show_kind(paper, explanation, EXPLAIN_CLAIM, "Claims");
	if (!claims)
		paper_print(paper, "\nThe record claims nothing.\n");
	show_kind(paper, explanation, EXPLAIN_STANDING, "Compared");
	show_own_conflicts(paper, conflicts);
}

/* --- JSON --------------------------------------------------------------------------------------------------------- */

static void json_step(struct json *json, const struct explain_step *step)
{
	json_begin_object(json, NULL);
	json_name(json, "kind", explain_kind_name(step->kind));
	json_bool(json, "counts", step->counts);
	json_text_or_null(json, "subject", step->subject);
	json_text_or_null(json, "option", step->option);
	json_text(json, "words", step->words);
	json_number_or_null(json, "line", step->at.line, 0);
	json_fraction(json, "weight", step->weight);
	json_text(json, "message", step->message);
	json_end(json);
}

static void explanation_json(struct paper *paper, const struct record *record, const struct explanation *explanation,
			     const struct conflicts *conflicts)
{
	struct json json = open_report(paper);
	json_id_and_path(&json, record);
	json_title_and_status(&json, record);
	json_bool(&json, "in_force", record->kind == KIND_RECORD && record_in_force(record));
	json_begin_array(&json, "steps");
	LIST_EACH (const struct explain_step, step, explanation)
		json_step(&json, step);
	json_end(&json);
	json_begin_array(&json, "conflicts");
	LIST_EACH (const struct conflict, conflict, conflicts) {
		json_begin_object(&json, NULL);
		json_text(&json, "subject", conflict->subject);
		json_text_or_null(&json, "scope", conflict->scope);
		json_name(&json, "kind", conflict_kind_name(conflict->kind));
		json_bool(&json, "waived", conflict->waived != NULL);
		json_end(&json);
	}
	json_end(&json);
	close_report(&json);
}

void show_explanation(struct paper *paper, const struct record *record, const struct explanation *explanation,
		      const struct conflicts *conflicts, enum format format)
{
	if (format == FORMAT_JSON)
		explanation_json(paper, record, explanation, conflicts);
	else
		explanation_text(paper, record, explanation, conflicts);
}
