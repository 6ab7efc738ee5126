/* SPDX-License-Identifier: MIT */
/* The alternatives of a record: from lists, headings, tables. Several places may list the same ones; the first that
 * lists any is the record's list, later ones add stances and what is new to them only where they say outright that it
 * is an option ("Option 3: X", "Why not X?"). */
#include "options.h"

#define ANSWERS_MOST 100 /* headings of a record that are compared with its questions */

/* Is the heading "Option 1: X", "Why not X?", "Selected: X"? Then `raw` becomes X. */
struct heading_form {
	struct str rest;
	enum stance stance;
	bool option;
};

/* Is the first word "option", or one that chooses or rejects what follows? Few headings pass. */
static bool may_name_option(const struct reading *reading, struct str heading)
{
	uint32_t hash = 0;
	return first_word_hash(reading->scratch, heading, &hash) &&
	       (word_index_may_start(reading->words, WORD_OPTION, hash) ||
		word_index_may_start(reading->words, WORD_CHOSEN, hash) ||
		word_index_may_start(reading->words, WORD_REJECTED, hash));
}

static struct heading_form form_of(const struct reading *reading, struct str heading)
{
	struct heading_form form = {.rest = heading, .stance = STANCE_CONSIDERED};
	if (!may_name_option(reading, heading))
		return form;
	struct tokens tokens = tokens_of(reading->scratch, str_slice(heading, 0, OPTION_NAME_MOST), false);
	size_t count = 0;
	if (tokens.count < 2)
		return form;
	const struct word *rejected = phrase_at(reading->words, &tokens, 0, WORD_REJECTED, &count);
	bool asks = rejected && rejected->meaning & (1U << CHOICE_VERB); /* "Why not X?" */
	bool rejects = asks || (rejected && rejected->meaning & (1U << CHOICE_LABEL));
	size_t chosen_count = 0;
	const struct word *chosen = phrase_at(reading->words, &tokens, 0, WORD_CHOSEN, &chosen_count);
	if (!rejects)
		count = chosen_count;
	if (count == 0 || count >= tokens.count || tokens.item[count].kind != TOKEN_WORD)
		return form;
	const char *end = tokens.item[count - 1].raw.at + tokens.item[count - 1].raw.length;
	struct str rest = str_trim(str_from(heading, (size_t)(end - heading.at)));
	bool colon = str_starts(rest, STR(":")) || str_starts(rest, STR("\xEF\xBC\x9A"));
	if (!asks && (!colon || (!rejects && !(chosen && chosen->meaning & (1U << CHOICE_LABEL)))))
		return form;
	form.rest = str_trim_bytes(rest, ":? ");
	form.stance = rejects ? STANCE_REJECTED : STANCE_CHOSEN;
	form.option = true;
	return form;
}

/* Sections. */

/* The option that a heading names; NULL: none. Several passes ask for it. */
static const struct option_name *heading_option(struct reading *reading, size_t section)
{
	struct outline *outline = &reading->outlines.item[section];
	struct option_name name;
	if (!outline->option_read && option_name_of(reading, reading->record->sections.item[section].heading, &name)) {
		struct option_name *kept = ARENA_NEW(reading->scratch, struct option_name);
		*kept = name;
		outline->option = kept;
	}
	outline->option_read = true;
	return outline->option;
}

static size_t child_options(struct reading *reading, size_t parent, bool add, enum stance stance, bool merge)
{
	size_t count = 0;
	for (size_t i = parent + 1;
	     i < reading->outlines.count && reading->outlines.item[i].first <= reading->outlines.item[parent].end;
	     i++) {
		const struct outline *outline = &reading->outlines.item[i];
		const struct section *section = &reading->record->sections.item[i];
		bool known = section->kind != SECTION_OTHER && !section->misspelt;
		if (outline->parent != parent || known || !heading_option(reading, i))
			continue;
		count++;
		if (!add)
			continue;
		struct heading_form form = form_of(reading, section->heading);
		enum stance said = form.option ? form.stance : stance;
		if (said == STANCE_CONSIDERED)
			said = stance_below(reading, outline->first, outline->end);
		if (form.option)
			put_option(reading, form.rest, said, section->at, merge);
		else
			put_named(reading, heading_option(reading, i), said, section->at, merge);
	}
	return count;
}

/* Paragraphs that begin in bold type: "**Option A**: ...". */
static size_t bold_options(struct reading *reading, size_t first, size_t end, bool add, enum stance stance, bool merge)
{
	size_t count = 0;
	for (size_t i = first; i < end; i++) {
		const struct block *block = &reading->blocks.item[i];
		struct str rest;
		struct option_name name;
		if (block->kind != BLOCK_PARAGRAPH || block->depth > 0 || str_empty(leading_bold(block->text, &rest)) ||
		    !option_name_of(reading, block->text, &name))
			continue;
		count++;
		size_t next = i + 1;
		while (next < end && reading->blocks.item[next].kind != BLOCK_HEADING &&
		       (reading->blocks.item[next].depth > 0 ||
			str_empty(leading_bold(reading->blocks.item[next].text, &rest))))
			next++;
		enum stance said = stance == STANCE_CONSIDERED ? stance_below(reading, i, next) : stance;
		if (add)
			put_option(reading, block->text, said, span_of_block(reading, block), merge);
	}
	return count;
}

static bool is_rejected_list(const struct reading *reading, struct str heading)
{
	struct tokens tokens = tokens_of(reading->scratch, str_slice(heading, 0, LABEL_LENGTH_MOST), false);
	for (size_t i = 0; i < tokens.count; i++) {
		size_t count = 0;
		const struct word *word = phrase_at(reading->words, &tokens, i, WORD_REJECTED, &count);
		if (word && word->meaning & (1U << CHOICE_MARK | 1U << CHOICE_LABEL))
			return true;
	}
	return false;
}

/* "Alternatives" are what there is beside the choice; "options" hold it too. */
static bool lists_alternatives(const struct reading *reading, struct str heading)
{
	const struct words *words = &reading->vocabulary->classes[WORD_BESIDE];
	struct str folded = unicode_fold(reading->scratch, heading), rest = folded, word;
	while (str_next_part(&rest, ' ', &word)) {
		if (word_index_find(reading->words, WORD_BESIDE, word))
			return true;
	}
	for (size_t i = words->count; i > 0 && parts_no_words(words->item[i - 1].key); i--) {
		if (str_contains(folded, words->item[i - 1].key))
			return true;
	}
	return is_rejected_list(reading, heading);
}

/* The decision has a heading of the same words. */
static bool is_answered_below(const struct reading *reading, struct str heading)
{
	const struct sections *sections = &reading->record->sections;
	for (size_t i = 0; i < sections->count && i < ANSWERS_MOST; i++) {
		if (reading->outlines.item[i].kind == SECTION_DECISION &&
		    str_equal_nocase(sections->item[i].heading, heading))
			return true;
	}
	return false;
}

/* "### How to store tickets" or "### Alternatives for the desk" with a list of its own: several questions in one
 * record. */
static bool is_question(const struct reading *reading, size_t section)
{
	const struct outline *outline = &reading->outlines.item[section];
	struct str heading = reading->record->sections.item[section].heading;
	uint8_t depth = 0;
	if (reading->record->sections.item[section].kind != SECTION_OTHER ||
	    outer_items(reading, outline->first, outline->own_end, &depth) < 2)
		return false;
	size_t blank = str_find_last_byte(heading, ' ');
	const struct word *last = blank == STR_NOT_FOUND ? NULL : exact_section(reading, str_from(heading, blank + 1));
	return asks(reading, heading) || (last && last->meaning == SECTION_OPTIONS) ||
	       is_answered_below(reading, heading);
}

/* Reads the lists of all children when each of them is a question. */
static bool read_questions(struct reading *reading, size_t parent, enum stance stance)
{
	size_t count = 0;
	const struct outline *around = &reading->outlines.item[parent];
	uint8_t depth = 0;
	if (outer_items(reading, around->first, around->own_end, &depth) > 0)
		return false;
	for (size_t round = 0; round < 2; round++) {
		for (size_t i = parent + 1; i < reading->outlines.count; i++) {
			const struct outline *outline = &reading->outlines.item[i];
			if (outline->first > around->end)
				break;
			if (outline->parent != parent)
				continue;
			if (!is_question(reading, i))
				return false;
			count++;
			outer_items(reading, outline->first, outline->own_end, &depth);
			if (round == 0)
				continue;
			begin_question(reading, reading->record->options.count);
			read_list(reading, outline->first, outline->own_end, depth, stance, false);
		}
		if (count == 0)
			return false;
	}
	return true;
}

static void read_section(struct reading *reading, size_t number)
{
	const struct outline *outline = &reading->outlines.item[number];
	struct str heading = reading->record->sections.item[number].heading;
	enum stance stance = is_rejected_list(reading, heading) ? STANCE_REJECTED : STANCE_CONSIDERED;
	bool merge = reading->record->options.count > 0;
	reading->alternatives = reading->alternatives || (!merge && lists_alternatives(reading, heading));
	uint8_t depth = 0;
	size_t items = outer_items(reading, outline->first, outline->own_end, &depth);
	if (read_questions(reading, number, stance) || read_enumerated(reading, outline->first, outline->own_end))
		return;
	size_t children = child_options(reading, number, false, stance, merge);
	size_t table = NO_SECTION;
	for (size_t i = outline->first; i < outline->own_end && table == NO_SECTION; i++)
		table = reading->blocks.item[i].kind == BLOCK_ROW ? i : NO_SECTION;
	if (children >= 2 || (children == 1 && items < 2 && table == NO_SECTION)) {
		bool list = items >= 2;
		if (list)
			read_list(reading, outline->first, outline->own_end, depth, stance, merge);
		child_options(reading, number, true, stance, merge || list);
		return;
	}
	if (table != NO_SECTION) {
		read_option_table(reading, table, true, merge);
		return;
	}
	bool list = items >= 2 && reading->blocks.item[outline->first].kind == BLOCK_ITEM;
	if (!list && bold_options(reading, outline->first, outline->own_end, false, stance, merge) >= 1)
		bold_options(reading, outline->first, outline->own_end, true, stance, merge);
	else
		read_list(reading, outline->first, outline->own_end, depth, stance, merge);
}

static bool is_numbered_option(struct reading *reading, size_t section)
{
	const struct option_name *name = may_name_option(reading, reading->record->sections.item[section].heading)
						 ? heading_option(reading, section)
						 : NULL;
	return name && name->labelled && !str_empty(name->number);
}

/* "Why not X?" of a listed X only says that it was rejected, in whatever words. */
static void put_asked(struct reading *reading, const struct heading_form *form, struct span at, bool list)
{
	struct option *known = NULL;
	struct str folded = unicode_fold(reading->scratch, form->rest);
	for (size_t i = 0; i < reading->record->options.count && !known; i++) {
		if (option_match(reading, i, folded) > 0)
			known = &reading->record->options.item[i];
	}
	if (!list || !known || form->stance != STANCE_REJECTED)
		put_option(reading, form->rest, form->stance, at, true);
	else if (known->stance == STANCE_CONSIDERED) {
		known->stance = form->stance;
		known->stance_at = at;
	}
}

/* Headings that say outright that they are an option, wherever they stand. One numbered option alone is none. */
static void read_option_headings(struct reading *reading)
{
	const struct sections *sections = &reading->record->sections;
	size_t numbered = 0;
	bool list = reading->record->options.count >= 2;
	for (size_t i = 0; i < sections->count; i++)
		numbered += is_numbered_option(reading, i);
	for (size_t i = 0; i < sections->count; i++) {
		const struct section *section = &sections->item[i];
		const struct outline *outline = &reading->outlines.item[i];
		struct heading_form form = form_of(reading, section->heading);
		if (form.option)
			put_asked(reading, &form, section->at, list);
		else if (numbered >= 2 && is_numbered_option(reading, i))
			put_named(reading, outline->option, stance_below(reading, outline->first, outline->end),
				  section->at, true);
	}
}

static bool compares(enum section_kind kind)
{
	return kind == SECTION_DRIVERS || kind == SECTION_DECISION || kind == SECTION_PROS_AND_CONS ||
	       kind == SECTION_CONTEXT || kind == SECTION_RATIONALE || kind == SECTION_OPTIONS;
}

static void read_comparison(struct reading *reading)
{
	for (size_t i = 0; i < reading->blocks.count && reading->record->options.count == 0; i++) {
		const struct block *block = &reading->blocks.item[i];
		size_t section = block->kind == BLOCK_ROW && block->header ? section_of(reading, i) : NO_SECTION;
		if (section != NO_SECTION && compares(reading->outlines.item[section].kind))
			read_option_table(reading, i, false, false);
	}
}

static void read_option_sections(struct reading *reading)
{
	const struct sections *sections = &reading->record->sections;
	for (size_t i = 0; i < sections->count; i++) {
		size_t parent = reading->outlines.item[i].parent, before = reading->record->options.count;
		bool nested = parent != NO_SECTION && sections->item[parent].kind == SECTION_OPTIONS;
		reading->options_repeated = 0;
		if (sections->item[i].kind == SECTION_OPTIONS && !nested)
			read_section(reading, i);
		begin_question_if_new(reading, before);
		drop_additions(reading, before);
	}
}

/* "Pros and Cons of the Options" has a heading for each. */
static void read_pros_and_cons(struct reading *reading)
{
	const struct sections *sections = &reading->record->sections;
	for (size_t i = 0; i < sections->count; i++) {
		size_t before = reading->record->options.count;
		reading->options_repeated = 0;
		if (sections->item[i].kind == SECTION_PROS_AND_CONS &&
		    child_options(reading, i, false, STANCE_CONSIDERED, true) >= 2)
			child_options(reading, i, true, STANCE_CONSIDERED, true);
		drop_additions(reading, before);
	}
}

void read_options(struct reading *reading)
{
	read_introduced_lists(reading, false);
	read_option_sections(reading);
	read_comparison(reading);
	read_option_headings(reading);
	read_introduced_lists(reading, true);
	read_pros_and_cons(reading);
	if (reading->record->options.count == 0)
		read_prose(reading);
}
