/* SPDX-License-Identifier: MIT */
/* context-missing, decision-missing, consequences-missing. Dialects put these under many names and at many depths: the
 * reader has recognised the usual headings. A rule may guess where a reader must not, so longer headings that begin
 * with a usual one count here too ("Context and history of the team"), and so do labels in the text ("**Consequences:**
 * ..."). */
#include "lint.h"

#include "adr/base/unicode.h"
#include "adr/model/vocabulary.h"

#define KINDS(kind) (1u << (kind)) /* a set of section kinds */

/* A heading, a rule, a comment on one line: nothing that says anything. */
static bool line_is_bare(struct str line)
{
	line = str_trim(line);
	bool comment = str_starts(line, STR("<!--")) && str_ends(line, STR("-->"));
	return comment || str_starts(line, STR("#")) || str_empty(str_trim_bytes(line, "-=_* \t"));
}

static bool section_is_empty(const struct lint *lint, const struct section *section)
{
	struct str body = source_text(lint->source, section->body), line;
	while (str_next_line(&body, &line))
		if (!line_is_bare(line))
			return false;
	return true;
}

/* "pros" is a word of "pros and cons". */
static bool holds_word(struct str phrase, struct str word)
{
	struct str part;
	while (str_next_part(&phrase, ' ', &part))
		if (str_equal(part, word))
			return true;
	return false;
}

/* "Pros", "Nachteile": words that describe an option, and that the words for pros and cons are made of. */
static bool weighs_options(struct str folded)
{
	const struct words *sections = &vocabulary_builtin.classes[WORD_SECTION];
	if (!words_find(&vocabulary_builtin.classes[WORD_TRAIT], folded))
		return false;
	for (size_t i = 0; i < sections->count; i++)
		if (sections->item[i].meaning == SECTION_PROS_AND_CONS && holds_word(sections->item[i].key, folded))
			return true;
	return false;
}

/* The sections that a folded heading or label can stand for, as a set. */
static unsigned kinds_of_words(struct str folded)
{
	const struct word *word = words_find(&vocabulary_builtin.classes[WORD_SECTION], folded);
	unsigned kinds = word ? KINDS(word->meaning) : 0;
	return weighs_options(folded) ? kinds | KINDS(SECTION_PROS_AND_CONS) : kinds;
}

/* The same for a heading that the reader did not recognise: by all its words, or the first one. */
static unsigned kinds_of_heading(struct arena *scratch, struct str heading)
{
	struct str folded = unicode_fold(scratch, heading), rest = folded, first = {0};
	str_next_part(&rest, ' ', &first);
	return kinds_of_words(folded) | kinds_of_words(first);
}

/* What stands before the colon of "- **Consequences:** ..." or alone between marks; empty for other lines. Headings are
 * sections and were looked at as such; HTML is mostly comments. */
static struct str label_of(struct str line)
{
	struct str bare = str_trim_bytes(line, "-*_> \t");
	size_t colon = str_find_byte(bare, ':');
	if (str_starts(bare, STR("#")) || str_starts(bare, STR("<")))
		return (struct str){0};
	if (colon != STR_NOT_FOUND)
		return str_trim_bytes(str_slice(bare, 0, colon), "*_ ");
	bool marked = bare.length < str_trim(line).length; /* a paragraph of its own words is no label */
	return marked ? bare : (struct str){0};
}

#define LABEL_MOST 60 /* bytes; what is longer is a sentence */

/* One of the kinds is introduced by a label somewhere in the text. Only asked when a section is missing. */
static bool has_label(const struct lint *lint, unsigned kinds)
{
	struct arena *scratch = arena_new();
	struct str rest = record_own_text(lint->record, lint->source->text), line;
	bool found = false;
	while (!found && str_next_line(&rest, &line)) {
		struct str label = label_of(line);
		if (str_empty(label) || label.length > LABEL_MOST)
			continue;
		found = (kinds & kinds_of_words(unicode_fold(scratch, label))) != 0;
		arena_reset(scratch);
	}
	arena_free(scratch);
	return found;
}

/* A section of one of the kinds that says something. `empty` is the first one that says nothing, or NULL. */
static bool has_section(const struct lint *lint, unsigned kinds, const struct section **empty)
{
	*empty = NULL;
	LIST_EACH (const struct section, section, &lint->record->sections) {
		if ((kinds & KINDS(section->kind)) == 0)
			continue;
		if (!section_is_empty(lint, section))
			return true;
		if (!*empty)
			*empty = section;
	}
	return false;
}

static bool has_similar_section(const struct lint *lint, unsigned kinds)
{
	struct arena *scratch = arena_new();
	bool found = false;
	LIST_EACH (const struct section, section, &lint->record->sections)
		found = found ||
			(section->kind == SECTION_OTHER && (kinds & kinds_of_heading(scratch, section->heading)) != 0 &&
			 !section_is_empty(lint, section));
	arena_free(scratch);
	return found;
}

static void check_part(struct lint *lint, enum rule rule, unsigned kinds, const char *what)
{
	struct record *record = lint->record;
	const struct section *empty;
	if (has_section(lint, kinds, &empty) || has_similar_section(lint, kinds) || has_label(lint, kinds))
		return;
	if (empty)
		finding_add(lint->arena, &record->findings, rule, lint->source, empty->at,
			    "the section '%.*s' is empty", STR_ARG(empty->heading));
	else
		finding_add(lint->arena, &record->findings, rule, lint->source, record->title_at, "no section says %s",
			    what);
}

/* The reasons may stand with the decision, as its rationale. A draft is not finished: nothing is missing yet. */
void check_context(struct lint *lint)
{
	if (lint->record->status != STATUS_DRAFT)
		check_part(lint, RULE_CONTEXT_MISSING,
			   KINDS(SECTION_CONTEXT) | KINDS(SECTION_DRIVERS) | KINDS(SECTION_RATIONALE),
			   "why a decision was needed");
}

static bool states_decision(const struct record *record)
{
	LIST_EACH (const struct option, option, &record->options)
		if (option->stance == STANCE_CHOSEN)
			return true;
	return !str_empty(record->decision);
}

/* What is still being discussed, or was turned down, need not have decided anything. */
void check_decision(struct lint *lint)
{
	enum status status = lint->record->status;
	bool is_open = status == STATUS_DRAFT || status == STATUS_PROPOSED || status == STATUS_REJECTED;
	if (!is_open && !states_decision(lint->record))
		check_part(lint, RULE_DECISION_MISSING, KINDS(SECTION_DECISION), "what was decided");
}

/* Consequences follow from a decision: without one, that is what has to be said. */
void check_consequences(struct lint *lint)
{
	if (lint->record->status != STATUS_DRAFT && states_decision(lint->record))
		check_part(lint, RULE_CONSEQUENCES_MISSING, KINDS(SECTION_CONSEQUENCES) | KINDS(SECTION_PROS_AND_CONS),
			   "what follows from the decision");
}
