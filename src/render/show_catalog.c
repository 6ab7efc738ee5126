/* SPDX-License-Identifier: MIT */
/* `adr catalog`: the subjects, one subject, what a text means. */
#include "lines.h"
#include "show_catalog.h"

#include "adr/render/show.h"

#define OPTION_INDENT 2
#define NAMES_INDENT 4

/* --- the list ----------------------------------------------------------------------------------------------------- */

static const char *origin_of(const struct catalog_view *view, const struct catalog_subject *subject)
{
	if (!catalog_subject_find(view->own, subject->name))
		return "";
	if (subject->option_count == 0)
		return "  removed";
	return catalog_subject_find(view->builtin, subject->name) ? "  changed by you" : "  your own";
}

static void add_names(struct text *out, const struct catalog_option *option)
{
	for (size_t i = 0; i < option->alias_count; i++) {
		text_add_z(out, i == 0 ? "" : ", ");
		struct str exact = option->aliases[i].exact;
		text_add(out, str_empty(exact) ? option->aliases[i].pattern : exact);
		text_add_z(out, str_empty(exact) ? "" : "!");
		text_add_z(out, option->aliases[i].ambiguous ? "?" : "");
	}
}

static void show_names(struct paper *paper, const struct catalog_option *option)
{
	SCOPED(text_release) struct text line = {0};
	text_add(&line, option->name);
	text_add_z(&line, ": ");
	add_names(&line, option);
	paper_text(paper, STYLE_PLAIN, STR("  "));
	paper_flow(paper, STYLE_PLAIN, text_str(&line), OPTION_INDENT, NAMES_INDENT, 0);
}

static void show_options(struct paper *paper, const struct catalog_subject *subject)
{
	SCOPED(text_release) struct text line = {0};
	for (size_t i = 0; i < subject->option_count; i++) {
		text_add_z(&line, i == 0 ? "" : ", ");
		text_add(&line, subject->options[i].name);
	}
	paper_wrapped(paper, STYLE_PLAIN, text_str(&line), OPTION_INDENT, 0);
}

static void show_list_entry(struct paper *paper, const struct catalog_view *view, const struct catalog_subject *subject,
			    bool names)
{
	paper_text(paper, STYLE_BOLD, subject->name);
	paper_text(paper, STYLE_DIM, STR("  "));
	paper_text(paper, STYLE_DIM, subject->title);
	paper_text(paper, STYLE_CYAN, str_of(origin_of(view, subject)));
	paper_print(paper, "\n");
	if (!names)
		show_options(paper, subject);
	for (size_t i = 0; i < subject->option_count && names; i++)
		show_names(paper, &subject->options[i]);
}

static void catalog_text(struct paper *paper, const struct catalog_view *view, bool names)
{
	size_t options = 0;
	for (size_t i = 0; i < view->all->subject_count; i++) {
		show_list_entry(paper, view, &view->all->subjects[i], names);
		options += view->all->subjects[i].option_count;
	}
	paper_print(paper, "\n%zu subjects, %zu options\n", view->all->subject_count, options);
}

/* --- one subject -------------------------------------------------------------------------------------------------- */

static void show_words(struct paper *paper, const char *what, const struct str *words, size_t count)
{
	SCOPED(text_release) struct text line = {0};
	if (count == 0)
		return;
	text_add_z(&line, what);
	for (size_t i = 0; i < count; i++) {
		text_add_z(&line, i == 0 ? "" : ", ");
		text_add(&line, words[i]);
	}
	paper_flow(paper, STYLE_PLAIN, text_str(&line), 0, OPTION_INDENT, 0);
}

static void show_option(struct paper *paper, const struct catalog_subject *subject, const struct catalog_option *option)
{
	SCOPED(text_release) struct text names = {0};
	paper_print(paper, "\n  ");
	paper_text(paper, STYLE_BOLD, option->name);
	if (!str_equal(option->title, option->name)) {
		paper_print(paper, "  ");
		paper_text(paper, STYLE_DIM, option->title);
	}
	if (option->parent >= 0) {
		paper_print(paper, "  a kind of ");
		paper_text(paper, STYLE_PLAIN, subject->options[option->parent].name);
	}
	if (!str_empty(option->scope)) {
		paper_print(paper, "  for ");
		paper_text(paper, STYLE_PLAIN, option->scope);
		paper_print(paper, " only");
	}
	paper_print(paper, option->beside ? "  goes together with the others\n" : "\n");
	add_names(&names, option);
	paper_wrapped(paper, STYLE_PLAIN, text_str(&names), NAMES_INDENT, 0);
}

static void subject_text(struct paper *paper, const struct catalog_view *view, const struct catalog_subject *subject)
{
	paper_text(paper, STYLE_BOLD, subject->name);
	paper_print(paper, "  ");
	paper_text(paper, STYLE_DIM, subject->title);
	paper_text(paper, STYLE_CYAN, str_of(origin_of(view, subject)));
	paper_print(paper, "\n");
	if (!subject->exclusive)
		paper_print(paper, "Options go together: no choice contradicts another.\n");
	if (subject->per_part)
		paper_print(paper, "Parts of one system may choose differently.\n");
	if (!str_empty(subject->settles))
		show_words(paper, "settles: ", &subject->settles, 1);
	show_words(paper, "scopes: ", subject->scopes, subject->scope_count);
	show_words(paper, "cues: ", subject->cues, subject->cue_count);
	show_words(paper, "unless the title speaks of: ", subject->unless, subject->unless_count);
	for (size_t i = 0; i < subject->option_count; i++)
		show_option(paper, subject, &subject->options[i]);
}

/* --- what a text means -------------------------------------------------------------------------------------------- */

/* "Debian slim, a kind of debian" */
static void add_kinship(struct text *out, const struct catalog_subject *subject, const struct catalog_option *option)
{
	text_add(out, option->title);
	const struct catalog_option *at = option;
	for (size_t steps = 0; at->parent >= 0 && steps < subject->option_count; steps++) {
		at = &subject->options[at->parent];
		text_add_z(out, ", a kind of ");
		text_add(out, at->name);
	}
	if (option->beside)
		text_add_z(out, ", goes together with the others");
}

static void show_unless(struct paper *paper, const struct catalog_subject *subject)
{
	SCOPED(text_release) struct text line = {0};
	for (size_t i = 0; i < subject->unless_count; i++) {
		text_add_z(&line, i == 0 ? "not where the title speaks of " : ", ");
		text_add(&line, subject->unless[i]);
	}
	paper_wrapped(paper, STYLE_DIM, text_str(&line), NAMES_INDENT, 0);
}

static void show_option_meaning(struct paper *paper, const struct catalog *catalog, const struct explain_step *step)
{
	SCOPED(text_release) struct text line = {0}, reason = {0};
	const struct catalog_subject *subject = catalog_subject_find(catalog, step->subject);
	const struct catalog_option *option = subject ? catalog_option_find(subject, step->option) : NULL;
	text_add(&line, step->option);
	text_add_z(&line, " of ");
	text_add(&line, step->subject);
	text_add_z(&line, ": ");
	if (option)
		add_kinship(&line, subject, option);
	text_add_z(&line, step->counts ? "" : " (not counted)");
	paper_wrapped(paper, step->counts ? STYLE_BOLD : STYLE_DIM, text_str(&line), OPTION_INDENT, 0);
	text_add_z(&reason, "“");
	text_add(&reason, step->words);
	text_add_z(&reason, "”, ");
	text_add(&reason, step->message);
	paper_wrapped(paper, STYLE_PLAIN, text_str(&reason), NAMES_INDENT, 0);
	if (subject)
		show_unless(paper, subject);
}

/* Words against a subject that the text does not name are of no interest. */
static bool is_named(const struct explanation *steps, struct str subject)
{
	LIST_EACH (const struct explain_step, step, steps)
		if (step->kind == EXPLAIN_NAME && str_equal(step->subject, subject))
			return true;
	return str_empty(subject);
}

static void show_word_meaning(struct paper *paper, const struct explanation *steps, const struct explain_step *step)
{
	SCOPED(text_release) struct text line = {0};
	if (step->kind == EXPLAIN_AGAINST && !is_named(steps, step->subject))
		return;
	text_add_z(&line, "“");
	text_add(&line, step->words);
	text_add_z(&line, "” ");
	if (step->kind == EXPLAIN_AGAINST) {
		text_add_z(&line, "speaks, in a title, against ");
		text_add(&line, str_empty(step->subject) ? STR("any subject") : step->subject);
	} else {
		text_add(&line, step->message);
		text_add_z(&line, step->kind == EXPLAIN_SCOPE ? " to " : " ");
		text_add(&line, step->kind == EXPLAIN_SCOPE ? step->option : step->subject);
	}
	paper_wrapped(paper, STYLE_PLAIN, text_str(&line), OPTION_INDENT, 0);
}

static void meanings_text(struct paper *paper, const struct catalog_view *view, struct str text,
			  const struct explanation *steps)
{
	paper_wrapped(paper, STYLE_PLAIN, text, 0, 0);
	if (steps->count == 0)
		paper_print(paper, "  nothing that the catalogue knows\n");
	LIST_EACH (const struct explain_step, step, steps) {
		if (step->kind == EXPLAIN_NAME)
			show_option_meaning(paper, view->all, step);
		else
			show_word_meaning(paper, steps, step);
	}
}

/* --- examples ----------------------------------------------------------------------------------------------------- */

static void trial_text(struct paper *paper, const struct catalog_trial *trial)
{
	LIST_EACH (const struct str, problem, &trial->problems) {
		paper_text(paper, STYLE_RED, *problem);
		paper_print(paper, "\n");
	}
	LIST_EACH (const struct example_result, result, &trial->results) {
		SCOPED(text_release) struct text line = {0};
		if (result->passed)
			continue;
		text_printf(&line, "%.*s:%u: '%.*s' should mean %.*s of %.*s, but means %.*s", STR_ARG(result->file),
			    result->line, STR_ARG(result->text), STR_ARG(result->expected), STR_ARG(result->subject),
			    STR_ARG(result->got));
		paper_text(paper, STYLE_RED, text_str(&line));
		paper_print(paper, "\n");
	}
	size_t failed = trial->problems.count;
	LIST_EACH (const struct example_result, result, &trial->results)
		failed += !result->passed;
	paper_print(paper, "%zu subject%s, %zu example%s: ", trial->subjects, trial->subjects == 1 ? "" : "s",
		    trial->results.count, trial->results.count == 1 ? "" : "s");
	if (failed == 0)
		paper_text(paper, STYLE_GREEN, STR("all is well"));
	else
		paper_print(paper, "%zu wrong", failed);
	paper_print(paper, "\n");
}

/* --- doors -------------------------------------------------------------------------------------------------------- */

void show_catalog(struct paper *paper, const struct catalog_view *view, bool names, enum format format)
{
	if (format == FORMAT_JSON)
		catalog_json(paper, view);
	else
		catalog_text(paper, view, names);
}

void show_subject(struct paper *paper, const struct catalog_view *view, const struct catalog_subject *subject,
		  enum format format)
{
	if (format == FORMAT_JSON)
		subject_json(paper, view, subject);
	else
		subject_text(paper, view, subject);
}

void show_meanings(struct paper *paper, const struct catalog_view *view, struct str text,
		   const struct explanation *steps, enum format format)
{
	if (format == FORMAT_JSON)
		meanings_json(paper, view, text, steps);
	else
		meanings_text(paper, view, text, steps);
}

void show_trial(struct paper *paper, const struct catalog_trial *trial, enum format format)
{
	if (format == FORMAT_JSON)
		trial_json(paper, trial);
	else
		trial_text(paper, trial);
}
