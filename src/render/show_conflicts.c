/* SPDX-License-Identifier: MIT */
/* `adr conflicts`: who decided what on the same question, with the lines that say so. What all forms of the report
 * share; each form has a file of its own. */
#include "show_conflicts.h"

#include "adr/model/conflict.h"

const char *conflict_kind_name(enum conflict_kind kind)
{
	return kind == CONFLICT_CONTRADICTION ? "contradiction" : "divergence";
}

void add_question(struct text *out, const struct conflict *conflict)
{
	text_add(out, conflict->title);
	if (str_empty(conflict->scope))
		return;
	text_add_z(out, " (");
	text_add(out, conflict->scope);
	text_add_z(out, ")");
}

void add_ruling(struct text *out, const struct conflict *conflict)
{
	if (conflict->standard) {
		text_add_z(out, "the standard is ");
		text_add(out, conflict->standard->option);
		if (!str_empty(conflict->standard->record)) {
			text_add_z(out, ", set by ");
			text_add(out, conflict->standard->record);
		}
	} else if (conflict->authority) {
		text_add(out, conflict->authority->id);
		text_add_z(out, " binds the other projects");
	}
}

bool is_ruling_camp(const struct conflict *conflict, const struct camp *camp)
{
	if (conflict->standard)
		return str_equal(conflict->standard->option, camp->option);
	if (conflict->authority)
		LIST_EACH (const struct camp_decision, decision, &camp->decisions)
			if (decision->record == conflict->authority)
				return true;
	return false;
}

static void add_mark(struct text *out, bool holds, const char *mark)
{
	if (!holds)
		return;
	if (out->length > 0)
		text_add_z(out, ", ");
	text_add_z(out, mark);
}

void add_marks(struct text *out, const struct camp_decision *decision)
{
	SCOPED(text_release) struct text marks = {0};
	add_mark(&marks, decision->newest, "newest");
	add_mark(&marks, decision->changed, "in this change");
	add_mark(&marks, decision->proposed, "not in force yet");
	add_mark(&marks, decision->deviates, "deviates");
	text_add(out, text_str(&marks));
}

/* --- quotes ------------------------------------------------------------------------------------------------------- */

/* Skips what marks a line as an item, a heading or a row of a table. */
static struct str without_line_marks(struct str quote)
{
	static const char marks[] = "-*+>#|";
	struct str text = str_trim(quote);
	while (text.length > 1 && strchr(marks, text.at[0]) && (text.at[1] == ' ' || strchr("#|", text.at[0])))
		text = str_trim(str_from(text, 1));
	return str_trim(str_trim_bytes(text, "|"));
}

/* The length of "](target)", from the bracket; 0 when that is not what stands there. */
static size_t link_target(struct str text)
{
	size_t end = str_find_byte(text, ')');
	return str_starts(text, STR("](")) && end != STR_NOT_FOUND ? end + 1 : 0;
}

void add_plain_quote(struct text *out, struct str quote)
{
	struct str text = without_line_marks(quote);
	for (size_t i = 0; i < text.length; i++) {
		struct str rest = str_from(text, i);
		size_t target = link_target(rest);
		if (str_starts(rest, STR("**")))
			i++;
		else if (target > 0)
			i += target - 1;
		else if (text.at[i] != '[' || str_find(rest, STR("](")) == STR_NOT_FOUND)
			text_add_byte(out, text.at[i]);
	}
}

/* --- folding ------------------------------------------------------------------------------------------------------ */

static bool is_of_interest(const struct camp_decision *decision, int turn)
{
	return turn == 0 ? decision->changed : turn == 1 ? decision->rejects.count > 0 || decision->deviates : true;
}

size_t fold_camp(const struct camp *camp, bool all, bool *shown)
{
	size_t count = camp->decisions.count, left = CAMP_SHOWN;
	bool whole = all || count <= CAMP_MOST;
	for (size_t i = 0; i < count; i++)
		shown[i] = whole;
	for (int turn = 0; turn < 3 && !whole; turn++)
		for (size_t i = 0; i < count && left > 0; i++)
			if (!shown[i] && is_of_interest(&camp->decisions.item[i], turn)) {
				shown[i] = true;
				left--;
			}
	return whole ? 0 : count - CAMP_SHOWN;
}

bool shows_camp(const struct conflict *conflict, const struct camp *camp, bool all)
{
	if (all || conflict->camps.count <= CAMPS_MOST || (size_t)(camp - conflict->camps.item) < CAMPS_MOST)
		return true;
	LIST_EACH (const struct camp_decision, decision, &camp->decisions)
		if (decision->changed || decision->deviates)
			return true;
	return is_ruling_camp(conflict, camp);
}

/* --- counting ----------------------------------------------------------------------------------------------------- */

static bool deviates(const struct conflict *conflict)
{
	return conflict->severity == SEVERITY_ERROR;
}

struct conflict_tally tally_conflicts(const struct conflicts *conflicts)
{
	struct conflict_tally tally = {0};
	LIST_EACH (const struct conflict, conflict, conflicts) {
		if (conflict->waived) {
			tally.waived++;
			continue;
		}
		tally.first = tally.first ? tally.first : conflict;
		tally.contradictions += conflict->kind == CONFLICT_CONTRADICTION;
		tally.divergences += conflict->kind == CONFLICT_DIVERGENCE;
		tally.deviating += deviates(conflict);
		tally.expired += conflict->expired != NULL;
	}
	return tally;
}

void show_conflicts(struct paper *paper, const struct conflicts *conflicts,
		    const struct show_conflicts_options *options, enum format format)
{
	if (format == FORMAT_TEXT)
		conflicts_text(paper, conflicts, options);
	else if (format == FORMAT_JSON)
		conflicts_json(paper, conflicts, options);
	else if (format == FORMAT_MARKDOWN)
		conflicts_markdown(paper, conflicts, options);
	else
		conflicts_notices(paper, conflicts, options, format);
}
