/* SPDX-License-Identifier: MIT */
/* What was decided: where the record says it, as plain text. */
#include "options.h"

#include "adr/base/scope.h"
#include "adr/base/text.h"

/* The first such section with text of its own, or else the innermost of the first with text below: what "Decision"
 * holds besides its "Outcome" are the steps to it. */
size_t decision_section(const struct reading *reading)
{
	const struct sections *sections = &reading->record->sections;
	size_t nested = NO_SECTION;
	for (size_t i = 0; i < sections->count; i++) {
		const struct outline *outline = &reading->outlines.item[i];
		if (sections->item[i].kind != SECTION_DECISION)
			continue;
		bool inner = nested == NO_SECTION || outline->first <= reading->outlines.item[nested].end;
		for (size_t b = outline->first; b < outline->end; b++) {
			if (!is_prose(&reading->blocks.item[b]))
				continue;
			if (b < outline->own_end)
				return i;
			nested = inner ? i : nested;
			break;
		}
	}
	return nested;
}

static void add_text(struct reading *reading, struct text *out, const struct block *block)
{
	struct str plain = plain_text(reading->scratch, str_slice(block->text, 0, DECISION_TEXT_LIMIT));
	if (str_empty(plain) || out->length >= DECISION_TEXT_LIMIT)
		return;
	if (out->length > 0)
		text_add_byte(out, '\n');
	text_add(out, plain);
}

/* Cuts at the limit, never inside a character. */
static struct str cut_text(struct reading *reading, const struct text *out)
{
	size_t length = out->length < DECISION_TEXT_LIMIT ? out->length : DECISION_TEXT_LIMIT;
	while (length > 0 && length < out->length && ((unsigned char)out->at[length] & 0xC0U) == 0x80U)
		length--;
	return arena_copy(reading->arena, (struct str){out->at, length});
}

static void take_text(struct reading *reading, size_t first, size_t end)
{
	SCOPED(text_release) struct text out = {0};
	for (size_t i = first; i < end && out.length < DECISION_TEXT_LIMIT; i++) {
		const struct block *block = &reading->blocks.item[i];
		if (!is_prose(block))
			continue;
		if (out.length == 0)
			reading->record->decision_at = span_of(reading, block->text, (struct span){0, 0, block->line});
		add_text(reading, &out, block);
	}
	if (out.length > 0)
		reading->record->decision = cut_text(reading, &out);
}

/* "**Decision:** We will ..." outside any section. */
static bool take_labelled_text(struct reading *reading)
{
	for (size_t i = 0; i < reading->blocks.count; i++) {
		const struct block *block = &reading->blocks.item[i];
		struct labelled labelled;
		bool misspelt = false;
		if (!is_prose(block) || !split_label(block->text, &labelled) || labelled.label.length > 40)
			continue;
		const struct word *word = section_word(reading, labelled.label, &misspelt);
		if (!word || misspelt || word->meaning != SECTION_DECISION)
			continue;
		struct block below = *block;
		SCOPED(text_release) struct text out = {0};
		below.text = labelled.value;
		add_text(reading, &out, &below);
		for (size_t b = i + 1;
		     out.length == 0 && b < reading->blocks.count && is_prose(&reading->blocks.item[b]); b++)
			add_text(reading, &out, &reading->blocks.item[b]);
		reading->record->decision_at = span_of(reading, block->text, (struct span){0, 0, block->line});
		if (out.length > 0)
			reading->record->decision = cut_text(reading, &out);
		return out.length > 0;
	}
	return false;
}

/* In a log the text right below the heading, without its labels, says what was decided when nothing says so by name. */
static void take_plain_text(struct reading *reading)
{
	size_t first = 1, end;
	struct labelled labelled;
	const struct block *blocks = reading->blocks.item;
	while (first < reading->header_end && (!is_prose(&blocks[first]) || split_label(blocks[first].text, &labelled)))
		first++;
	for (end = first; end < reading->header_end && is_prose(&blocks[end]); end++)
		if (split_label(blocks[end].text, &labelled))
			break;
	take_text(reading, first, end);
}

/* The end of the decision's blocks: what follows from it, or is linked, has a heading of its own below it. */
static size_t end_of_decision(const struct reading *reading, size_t section)
{
	const struct outline *outlines = reading->outlines.item;
	for (size_t i = section + 1; i < reading->outlines.count && outlines[i].first <= outlines[section].end; i++) {
		enum section_kind kind = reading->record->sections.item[i].kind;
		if (kind == SECTION_CONSEQUENCES || kind == SECTION_PROS_AND_CONS || kind == SECTION_LINKS)
			return outlines[i].first - 1;
	}
	return outlines[section].end;
}

/* A numbered page of a title and a few sentences is nothing but the decision. */
void read_decision(struct reading *reading)
{
	size_t section = decision_section(reading);
	if (section != NO_SECTION)
		take_text(reading, reading->outlines.item[section].first, end_of_decision(reading, section));
	if (!str_empty(reading->record->decision) || take_labelled_text(reading))
		return;
	if (reading->part)
		take_plain_text(reading);
	else if (reading->record->sections.count == 0 && reading->record->number >= 0 &&
		 reading->title_block != NO_SECTION)
		take_text(reading, reading->title_block + 1, reading->blocks.count);
}
