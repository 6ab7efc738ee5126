/* SPDX-License-Identifier: MIT */
/* title-missing, status-missing, status-unknown, date-missing */
#include "lint.h"

#include "adr/base/unicode.h"
#include "adr/model/vocabulary.h"

void check_title(struct lint *lint)
{
	if (!lint->record->title_stated)
		finding_add(lint->arena, &lint->record->findings, RULE_TITLE_MISSING, lint->source, (struct span){0},
			    "there is no title: '%.*s' is made from the file's name", STR_ARG(lint->record->title));
}

/* How near a word has to be to be suggested, in letters. */
#define TYPO_LETTERS 2

/* The status word nearest to `folded`, of any language; empty when none is near. */
static struct str nearest_status(struct str folded)
{
	const struct words *words = &vocabulary_builtin.classes[WORD_STATUS];
	size_t best = TYPO_LETTERS + 1;
	struct str nearest = {0};
	for (size_t i = 0; i < words->count && folded.length > 2 * TYPO_LETTERS; i++) {
		size_t distance = unicode_distance(folded, words->item[i].key, TYPO_LETTERS);
		if (distance < best) {
			best = distance;
			nearest = words->item[i].key;
		}
	}
	return nearest;
}

/* Reading has said something about this line already, for instance that a placeholder is left. */
static bool is_reported(const struct lint *lint, uint32_t line, enum rule rule)
{
	LIST_EACH (const struct finding, finding, &lint->record->findings)
		if (finding->rule == rule && finding->from.line == line)
			return true;
	return false;
}

static void report_unknown_status(struct lint *lint)
{
	struct record *record = lint->record;
	if (is_reported(lint, record->status_at.line, RULE_PLACEHOLDER))
		return;
	struct str nearest = nearest_status(unicode_fold(lint->arena, record->status_text));
	const char *question = str_empty(nearest) ? "" : "; did you mean ";
	finding_add(lint->arena, &record->findings, RULE_STATUS_UNKNOWN, lint->source, record->status_at,
		    "the status '%.*s' is no known word%s%s%.*s%s", STR_ARG(record->status_text), question,
		    str_empty(nearest) ? "" : "'", STR_ARG(nearest), str_empty(nearest) ? "" : "'?");
}

void check_status(struct lint *lint)
{
	struct record *record = lint->record;
	if (record->status != STATUS_NONE)
		return;
	if (!str_empty(record->status_text))
		report_unknown_status(lint);
	else if (!record_is_part(record))
		finding_add(lint->arena, &record->findings, RULE_STATUS_MISSING, lint->source, record->title_at,
			    "the record states no status");
}

/* A date that is there and wrong is not missing. */
static bool has_bad_date(const struct record *record)
{
	LIST_EACH (const struct finding, finding, &record->findings)
		if (finding->rule == RULE_DATE_IMPOSSIBLE || finding->rule == RULE_DATE_AMBIGUOUS)
			return true;
	return false;
}

/* A draft has not been decided on any day yet. */
void check_date(struct lint *lint)
{
	struct record *record = lint->record;
	if (!record->date.set && record->status != STATUS_DRAFT && !has_bad_date(record))
		finding_add(lint->arena, &record->findings, RULE_DATE_MISSING, lint->source, record->title_at,
			    "the record states no date");
}
