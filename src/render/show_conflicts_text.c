/* SPDX-License-Identifier: MIT */
/* The conflict report for a terminal: per question its sides, per decision the line and the sentence that chose. */
#include "lines.h"
#include "show_conflicts.h"

#include <stdlib.h>

#define CAMP_INDENT 2
#define DECISION_INDENT 4
#define EVIDENCE_INDENT 6
#define QUOTE_LINES 5 /* a quote has at most CLAIM_QUOTE_LIMIT bytes */
#define NAMES_LINES 2

/* The report as it goes on. */
struct report {
	struct paper *paper;
	struct places places;
	const struct show_conflicts_options *options;
	struct arena *arena;
	struct claims_quoted LIST_OF(const struct claim *) quoted; /* of this subject: nothing is quoted twice */
	size_t sorted; /* so many of them, from the entries before, by address */
	struct str subject;
	bool folded; /* something was left out that --all shows */
};

static void indent(struct paper *paper, size_t columns)
{
	paper_print(paper, "%*s", (int)columns, "");
}

static void show_wrapped(const struct report *report, enum style style, const struct text *text, size_t columns)
{
	paper_wrapped(report->paper, style, text_str(text), columns, 0);
}

/* --- one decision ------------------------------------------------------------------------------------------------- */

static int compare_claims(const void *a, const void *b)
{
	const struct claim *one = *(const struct claim *const *)a, *other = *(const struct claim *const *)b;
	return (one > other) - (one < other);
}

/* Entries of one subject may share decisions: those that speak of no scope stand in the entry of each. */
static bool was_quoted(struct report *report, const struct claim *claim)
{
	struct claims_quoted *quoted = &report->quoted;
	if (report->sorted && bsearch(&claim, quoted->item, report->sorted, sizeof(*quoted->item), compare_claims))
		return true;
	*LIST_ADD(report->arena, quoted) = claim;
	return false;
}

static void start_entry(struct report *report, struct str subject)
{
	if (!str_equal(report->subject, subject))
		report->quoted.count = 0;
	if (report->quoted.count)
		qsort(report->quoted.item, report->quoted.count, sizeof(*report->quoted.item), compare_claims);
	report->sorted = report->quoted.count;
	report->subject = subject;
}

static void add_quote(struct text *out, struct str quote)
{
	text_add_z(out, "“");
	add_plain_quote(out, quote);
	text_add_z(out, "”");
}

static void show_quote(const struct report *report, struct str quote)
{
	SCOPED(text_release) struct text line = {0};
	add_quote(&line, quote);
	paper_wrapped(report->paper, STYLE_PLAIN, text_str(&line), EVIDENCE_INDENT, QUOTE_LINES);
}

static void show_rejects(const struct report *report, const struct camp_decision *decision)
{
	SCOPED(text_release) struct text line = {0};
	text_add_z(&line, "rejects ");
	LIST_EACH (const struct str, option, &decision->rejects) {
		text_add_z(&line, option == decision->rejects.item ? "" : ", ");
		text_add(&line, *option);
	}
	bool elsewhere = decision->rejects_at.line > 0 && decision->rejects_at.line != decision->claim->at.line;
	if (elsewhere)
		text_printf(&line, ", line %u", decision->rejects_at.line);
	if (elsewhere && !str_empty(str_trim(decision->rejects_quote))) {
		text_add_z(&line, ": ");
		add_quote(&line, decision->rejects_quote);
	}
	paper_wrapped(report->paper, STYLE_RED, text_str(&line), EVIDENCE_INDENT, QUOTE_LINES);
}

static enum style marks_style(const struct camp_decision *decision)
{
	return decision->deviates ? STYLE_RED : decision->changed ? STYLE_YELLOW : STYLE_CYAN;
}

static struct str place_of(struct report *report, const struct camp_decision *decision)
{
	SCOPED(text_release) struct text place = {0};
	add_place(&report->places, &place, decision->record->project, decision->record->path);
	if (decision->claim->at.line > 0)
		text_printf(&place, ":%u", decision->claim->at.line);
	return arena_copy(report->arena, text_str(&place));
}

/* What stands behind the date: marks, and the place where there is room for it, else on a line of its own. */
static void show_rest(struct report *report, const struct camp_decision *decision, bool repeated, size_t used)
{
	SCOPED(text_release) struct text marks = {0};
	struct paper *paper = report->paper;
	struct str place = repeated ? STR("quoted above") : place_of(report, decision);
	add_marks(&marks, decision);
	used += marks.length > 0 ? marks.length + 2 : 0;
	bool below = used + 2 + clean_width(place) > paper->width;
	paper_date(paper, decision->record->date, marks.length > 0 || !below);
	if (marks.length > 0) {
		paper_print(paper, "  ");
		paper_text(paper, marks_style(decision), text_str(&marks));
	}
	paper_print(paper, below ? "\n" : "  ");
	indent(paper, below ? EVIDENCE_INDENT : 0);
	paper_text(paper, STYLE_DIM, place);
	paper_print(paper, "\n");
}

static void show_decision(struct report *report, const struct camp_decision *decision, size_t id_width)
{
	struct paper *paper = report->paper;
	bool repeated = was_quoted(report, decision->claim);
	indent(paper, DECISION_INDENT);
	size_t used = DECISION_INDENT + paper_id(paper, decision->record->id, id_width) + 4 + STATUS_WIDTH + DATE_WIDTH;
	paper_print(paper, "  ");
	paper_status(paper, decision->record->status, true);
	paper_print(paper, "  ");
	show_rest(report, decision, repeated, used);
	if (repeated)
		return;
	show_quote(report, decision->claim->quote);
	if (decision->rejects.count > 0)
		show_rejects(report, decision);
}

/* --- one side ----------------------------------------------------------------------------------------------------- */

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

/* "and 9 more: a/ADR-0001, b/ADR-0002, ..." */
static void show_others(struct report *report, const struct camp *camp, const bool *shown, size_t hidden)
{
	SCOPED(text_release) struct text line = {0};
	const char *between = ": ";
	text_printf(&line, "and %zu more", hidden);
	for (size_t i = 0; i < camp->decisions.count; i++) {
		if (shown[i])
			continue;
		text_add_z(&line, between);
		text_add(&line, camp->decisions.item[i].record->id);
		between = ", ";
	}
	paper_wrapped(report->paper, STYLE_DIM, text_str(&line), DECISION_INDENT, NAMES_LINES);
	report->folded = true;
}

static void show_camp(struct report *report, const struct conflict *conflict, const struct camp *camp, size_t id_width)
{
	bool *shown = ARENA_ARRAY(report->arena, bool, camp->decisions.count);
	size_t hidden = fold_camp(camp, report->options->all, shown);
	paper_print(report->paper, "\n");
	indent(report->paper, CAMP_INDENT);
	paper_text(report->paper, STYLE_BOLD, camp->option);
	if (is_ruling_camp(conflict, camp))
		paper_text(report->paper, STYLE_GREEN, conflict->standard ? STR("  the standard") : STR("  binding"));
	if (camp->decisions.count > 1)
		paper_print(report->paper, "  %zu decisions", camp->decisions.count);
	paper_print(report->paper, "\n");
	for (size_t i = 0; i < camp->decisions.count; i++)
		if (shown[i])
			show_decision(report, &camp->decisions.item[i], id_width);
	if (hidden > 0)
		show_others(report, camp, shown, hidden);
}

static void show_small_camps(struct report *report, const struct conflict *conflict)
{
	SCOPED(text_release) struct text line = {0};
	LIST_EACH (const struct camp, camp, &conflict->camps) {
		if (shows_camp(conflict, camp, report->options->all))
			continue;
		text_add_z(&line, line.length > 0 ? ", " : "and ");
		text_add(&line, camp->option);
		text_printf(&line, " (%zu)", camp->decisions.count);
	}
	if (line.length == 0)
		return;
	paper_print(report->paper, "\n");
	paper_wrapped(report->paper, STYLE_DIM, text_str(&line), CAMP_INDENT, NAMES_LINES);
	report->folded = true;
}

/* --- one question ------------------------------------------------------------------------------------------------- */

/* The words that a waiver or a standard would name, and how sure this is. */
static void show_origin(const struct report *report, const struct conflict *conflict)
{
	SCOPED(text_release) struct text line = {0};
	text_printf(&line, "%s, subject ", severity_name(conflict->severity));
	text_add(&line, conflict->subject);
	text_printf(&line, ", confidence %.2f (%s)", conflict->confidence, claim_basis_name(conflict->basis));
	show_wrapped(report, STYLE_DIM, &line, CAMP_INDENT);
}

static void show_waiver(const struct report *report, const struct conflict *conflict)
{
	SCOPED(text_release) struct text line = {0};
	const struct waiver *waiver = conflict->waived ? conflict->waived : conflict->expired;
	char until[DATE_TEXT_SIZE];
	if (!waiver)
		return;
	text_add_z(&line, "waived");
	if (waiver->until.set)
		text_printf(&line, " until %s%s", date_format(waiver->until, until),
			    conflict->expired ? ", which has passed" : "");
	text_add_z(&line, ": ");
	text_add(&line, waiver->reason);
	show_wrapped(report, STYLE_YELLOW, &line, CAMP_INDENT);
}

/* The newest decision; else the first. */
static const struct record *newest_of(const struct conflict *conflict)
{
	LIST_EACH (const struct camp, camp, &conflict->camps)
		LIST_EACH (const struct camp_decision, decision, &camp->decisions)
			if (decision->newest)
				return decision->record;
	return NULL;
}

static void show_supersede_hint(const struct report *report, const struct conflict *conflict)
{
	SCOPED(text_release) struct text line = {0};
	const struct record *newest = newest_of(conflict);
	text_add_z(&line, "all in ");
	text_add(&line, conflict->camps.item[0].decisions.item[0].record->project->name);
	text_add_z(&line, ": did you forget to supersede?");
	if (newest) {
		text_add_z(&line, " ");
		text_add(&line, newest->id);
		text_add_z(&line, " is the newest");
	}
	show_wrapped(report, STYLE_YELLOW, &line, CAMP_INDENT);
}

static void show_headline(const struct report *report, const struct conflict *conflict)
{
	SCOPED(text_release) struct text question = {0}, ruling = {0};
	struct str kind = str_of(conflict_kind_name(conflict->kind));
	enum style style = conflict->severity == SEVERITY_ERROR     ? STYLE_RED
			   : conflict->severity == SEVERITY_WARNING ? STYLE_YELLOW
								    : STYLE_BLUE;
	add_question(&question, conflict);
	add_ruling(&ruling, conflict);
	paper_text(report->paper, style, kind);
	paper_print(report->paper, ": ");
	paper_flow(report->paper, STYLE_BOLD, text_str(&question), kind.length + 2, CAMP_INDENT, 0);
	show_origin(report, conflict);
	show_waiver(report, conflict);
	if (ruling.length > 0)
		show_wrapped(report, STYLE_PLAIN, &ruling, CAMP_INDENT);
	if (conflict->inside_project)
		show_supersede_hint(report, conflict);
}

static void show_conflict(struct report *report, const struct conflict *conflict)
{
	size_t id_width = id_columns(report->paper, widest_id(conflict));
	start_entry(report, conflict->subject);
	show_headline(report, conflict);
	LIST_EACH (const struct camp, camp, &conflict->camps)
		if (shows_camp(conflict, camp, report->options->all))
			show_camp(report, conflict, camp, id_width);
	show_small_camps(report, conflict);
	paper_print(report->paper, "\n");
}

/* --- the end ------------------------------------------------------------------------------------------------------ */

/* " (1 against what is settled, 2 with expired waivers)": these are counted already. */
static void show_particulars(struct paper *paper, const struct conflict_tally *tally)
{
	bool begun = false;
	if (tally->deviating + tally->expired == 0)
		return;
	paper_print(paper, " (");
	paper_tally(paper, &begun, tally->deviating, "against what is settled", "against what is settled", STYLE_RED);
	paper_tally(paper, &begun, tally->expired, "with an expired waiver", "with expired waivers", STYLE_YELLOW);
	paper_print(paper, ")");
}

static void show_summary(struct paper *paper, const struct conflict_tally *tally, struct str base)
{
	bool begun = tally->contradictions + tally->divergences == 0;
	if (begun && str_empty(base))
		paper_print(paper, "No decisions in force contradict each other");
	else if (begun)
		paper_print(paper, "What has changed contradicts no decision in force");
	paper_tally(paper, &begun, tally->contradictions, "contradiction", "contradictions", STYLE_RED);
	paper_tally(paper, &begun, tally->divergences, "divergence", "divergences", STYLE_YELLOW);
	show_particulars(paper, tally);
	paper_tally(paper, &begun, tally->waived, "waived", "waived", STYLE_DIM);
	bool nothing = tally->contradictions + tally->divergences + tally->waived == 0;
	paper_print(paper, nothing ? ".\n" : "\n");
}

static void show_advice(const struct report *report, const struct conflict *first)
{
	SCOPED(text_release) struct text line = {0};
	if (report->folded)
		text_add_z(&line, "--all shows every decision. ");
	text_add_z(&line, "To settle one, supersede a decision, set a standard in .adr.yml, or leave it alone for now: "
			  "adr conflicts --waive ");
	bool spaces = str_find_byte(first->subject, ' ') != STR_NOT_FOUND;
	text_add_z(&line, spaces ? "'" : "");
	text_add(&line, first->subject);
	text_add_z(&line, spaces ? "'" : "");
	text_add_z(&line, " --reason WHY --until DATE");
	show_wrapped(report, STYLE_DIM, &line, 0);
}

void conflicts_text(struct paper *paper, const struct conflicts *conflicts,
		    const struct show_conflicts_options *options)
{
	SCOPED(scoped_arena_free) struct arena *arena = arena_new();
	struct report report = {.paper = paper, .places = places_of(paper), .options = options, .arena = arena};
	struct conflict_tally tally = tally_conflicts(conflicts);
	LIST_EACH (const struct conflict, conflict, conflicts)
		if (options->waived || !conflict->waived)
			show_conflict(&report, conflict);
	show_summary(paper, &tally, options->base);
	if (tally.first)
		show_advice(&report, tally.first);
	places_release(&report.places);
}
