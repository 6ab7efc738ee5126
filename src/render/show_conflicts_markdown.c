/* SPDX-License-Identifier: MIT */
/* The conflict report as a comment on a pull request: a table per question. Nothing in it changes while the situation
 * does not. */
#include "markdown.h"
#include "show_conflicts.h"

struct page {
	struct text out;
	struct places places;
	const struct show_conflicts_options *options;
	struct arena *arena;
};

static void add_cell(struct text *out, struct str text)
{
	add_markdown(out, text);
	text_add_z(out, " | ");
}

static void add_place_of(struct page *page, const struct camp_decision *decision)
{
	SCOPED(text_release) struct text place = {0};
	add_place(&page->places, &place, decision->record->project, decision->record->path);
	if (decision->claim->at.line > 0)
		text_printf(&place, ":%u", decision->claim->at.line);
	add_markdown(&page->out, text_str(&place));
}

static void add_rejects(struct text *out, const struct camp_decision *decision)
{
	if (decision->rejects.count == 0)
		return;
	text_add_z(out, "<br>rejects ");
	LIST_EACH (const struct str, option, &decision->rejects) {
		text_add_z(out, option == decision->rejects.item ? "" : ", ");
		add_markdown(out, *option);
	}
	if (decision->rejects_at.line > 0)
		text_printf(out, ", line %u", decision->rejects_at.line);
}

/* One row: the option in front of the first decision of its side. */
static void add_decision(struct page *page, const struct camp *camp, const struct camp_decision *decision, bool first)
{
	SCOPED(text_release) struct text marks = {0}, quote = {0};
	struct text *out = &page->out;
	char date[DATE_TEXT_SIZE];
	const char *status = status_name(decision->record->status);
	add_marks(&marks, decision);
	text_add_z(out, "| ");
	text_add_z(out, first ? "**" : "");
	add_markdown(out, first ? camp->option : (struct str){0});
	text_add_z(out, first ? "** | **" : " | **");
	add_markdown(out, decision->record->id);
	text_add_z(out, "** ");
	add_markdown(out, text_str(&marks));
	text_add_z(out, "<br>");
	add_place_of(page, decision);
	text_add_z(out, " | ");
	add_cell(out, str_of(status ? status : "-"));
	add_cell(out, str_of(decision->record->date.set ? date_format(decision->record->date, date) : "-"));
	add_plain_quote(&quote, decision->claim->quote);
	add_markdown(out, text_str(&quote));
	add_rejects(out, decision);
	text_add_z(out, " |\n");
}

static void add_camp(struct page *page, const struct camp *camp)
{
	bool *shown = ARENA_ARRAY(page->arena, bool, camp->decisions.count);
	size_t hidden = fold_camp(camp, page->options->all, shown);
	bool first = true;
	for (size_t i = 0; i < camp->decisions.count; i++) {
		if (!shown[i])
			continue;
		add_decision(page, camp, &camp->decisions.item[i], first);
		first = false;
	}
	if (hidden > 0)
		text_printf(&page->out, "| | and %zu more | | | |\n", hidden);
}

static void add_small_camps(struct page *page, const struct conflict *conflict)
{
	size_t hidden = 0;
	LIST_EACH (const struct camp, camp, &conflict->camps)
		hidden += !shows_camp(conflict, camp, page->options->all);
	if (hidden > 0)
		text_printf(&page->out, "| and %zu more | | | | |\n", hidden);
}

static void add_waiver(struct text *out, const struct waiver *waiver, bool expired)
{
	char until[DATE_TEXT_SIZE];
	if (!waiver)
		return;
	text_add_z(out, "Waived");
	if (waiver->until.set)
		text_printf(out, " until %s%s", date_format(waiver->until, until), expired ? ", which has passed" : "");
	text_add_z(out, ": ");
	add_markdown(out, waiver->reason);
	text_add_z(out, "\n\n");
}

static void add_remarks(struct text *out, const struct conflict *conflict)
{
	SCOPED(text_release) struct text ruling = {0};
	add_waiver(out, conflict->waived, false);
	add_waiver(out, conflict->expired, true);
	add_ruling(&ruling, conflict);
	if (ruling.length > 0) {
		text_add_z(out, "Settled: ");
		add_markdown(out, text_str(&ruling));
		text_add_z(out, ".\n\n");
	}
	if (conflict->inside_project) {
		text_add_z(out, "All in ");
		add_markdown(out, conflict->camps.item[0].decisions.item[0].record->project->name);
		text_add_z(out, ": did you forget to supersede?\n\n");
	}
}

static void add_conflict(struct page *page, const struct conflict *conflict)
{
	SCOPED(text_release) struct text question = {0};
	struct text *out = &page->out;
	add_question(&question, conflict);
	text_add_z(out, "### ");
	add_markdown(out, text_str(&question));
	text_printf(out, ": %s\n\n%s, subject ", conflict_kind_name(conflict->kind), severity_name(conflict->severity));
	add_code(out, conflict->subject);
	text_printf(out, ", confidence %.2f (%s)\n\n", conflict->confidence, claim_basis_name(conflict->basis));
	add_remarks(out, conflict);
	text_add_z(out, "| choice | decision | status | date | in its words |\n|---|---|---|---|---|\n");
	LIST_EACH (const struct camp, camp, &conflict->camps)
		if (shows_camp(conflict, camp, page->options->all))
			add_camp(page, camp);
	add_small_camps(page, conflict);
	text_add_z(out, "\n");
}

static void add_summary(struct text *out, const struct conflict_tally *tally, struct str base)
{
	text_add_z(out, "## Conflicting decisions\n\n");
	if (tally->contradictions + tally->divergences == 0) {
		text_add_z(out, str_empty(base) ? "No decisions in force contradict each other"
						: "What has changed contradicts no decision in force");
	} else {
		text_printf(out, "%zu contradiction%s, %zu divergence%s", tally->contradictions,
			    tally->contradictions == 1 ? "" : "s", tally->divergences,
			    tally->divergences == 1 ? "" : "s");
		text_add_z(out, str_empty(base) ? "" : " that this change takes part in");
	}
	if (tally->waived > 0)
		text_printf(out, "; %zu waived", tally->waived);
	text_add_z(out, ".\n\n");
}

static void write_out(struct paper *paper, struct text *out)
{
	if (out->length > 0)
		fwrite(out->at, 1, out->length, paper->stream);
	text_clear(out);
}

void conflicts_markdown(struct paper *paper, const struct conflicts *conflicts,
			const struct show_conflicts_options *options)
{
	SCOPED(scoped_arena_free) struct arena *arena = arena_new();
	struct page page = {.places = places_of(paper), .options = options, .arena = arena};
	struct conflict_tally tally = tally_conflicts(conflicts);
	add_summary(&page.out, &tally, options->base);
	LIST_EACH (const struct conflict, conflict, conflicts) {
		if (options->waived || !conflict->waived)
			add_conflict(&page, conflict);
		write_out(paper, &page.out);
	}
	if (tally.first)
		text_add_z(&page.out,
			   "To settle one: supersede a decision, set a standard in `.adr.yml`, or leave it alone "
			   "for now with `adr conflicts --waive SUBJECT --reason WHY --until DATE`.\n");
	write_out(paper, &page.out);
	text_release(&page.out);
	places_release(&page.places);
}
