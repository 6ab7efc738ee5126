/* SPDX-License-Identifier: MIT */
/* Links to other records and files: where they are looked for, and what they mean there. */
#include "links.h"

#define LEAD_LENGTH_MOST ((size_t)80) /* of a line in which a verb is looked for, ... */
#define LEAD_WORDS_MOST 4             /* and of how many words */

static void add_field_links(struct reading *reading, const struct field *field)
{
	if (field->label >= LABEL_LINK && field->label < LABEL_LINK + (int)LINK_KIND_COUNT) {
		enum link_kind kind = (enum link_kind)(field->label - LABEL_LINK);
		size_t before = reading->record->links.count;
		if (is_nobody(reading, field->value))
			return;
		add_links_of(reading, field->value, true, kind, field->at);
		if (reading->record->links.count == before)
			add_stem_link(reading, kind, str_trim_bytes(field->value, " `\"'*"), field->at);
	} else if (field->label == LABEL_LINKS) {
		add_links_of(reading, field->value, true, LINK_RELATES_TO, field->at);
	} else if (field->label == LABEL_STATUS) {
		bool superseded = reading->record->status == STATUS_SUPERSEDED;
		add_links_of(reading, field->value, true, superseded ? LINK_SUPERSEDED_BY : LINK_KIND_COUNT, field->at);
	}
}
/* In running text only links to pages of the repository count, as relations. */
static void add_page_links(struct reading *reading, const struct block *block)
{
	for (size_t at = 0; at < block->text.length;) {
		size_t found = str_find(str_from(block->text, at), STR("]("));
		if (found == STR_NOT_FOUND)
			return;
		struct str rest = str_from(block->text, at + found + 1);
		size_t end = closing_bracket(rest, '(', ')');
		struct str target = end == STR_NOT_FOUND ? (struct str){0} : link_target(str_slice(rest, 1, end));
		if (is_place_in_log(reading, target) || (is_page(without_fragment(target)) && !is_web(target)))
			add_path_link(reading, LINK_RELATES_TO, target, target,
				      span_of(reading, target, (struct span){0}));
		at += found + 2;
	}
}

/* What a plain target in this section means; LINK_KIND_COUNT: nothing. */
static enum link_kind section_links(const struct reading *reading, size_t section)
{
	enum section_kind kind = reading->outlines.item[section].kind;
	if (kind == SECTION_STATUS)
		return reading->record->status == STATUS_SUPERSEDED ? LINK_SUPERSEDED_BY : LINK_KIND_COUNT;
	const struct word *word = find_word(reading, WORD_LINK, reading->record->sections.item[section].heading);
	if (word)
		return (enum link_kind)word->meaning;
	return kind == SECTION_LINKS ? LINK_RELATES_TO : LINK_KIND_COUNT;
}

/* The links of the blocks of one section. `all`: those count whose verb says what they mean, and those without a verb
 * as `kind`; else only links to pages. */
static void read_block_links(struct reading *reading, size_t first, size_t end, bool all, enum link_kind kind)
{
	for (size_t i = first; i < end; i++) {
		const struct block *block = &reading->blocks.item[i];
		if (!is_prose(block) && block->kind != BLOCK_HEADING && block->kind != BLOCK_ROW)
			continue;
		if (all)
			add_links_of(reading, block->text, false, kind, (struct span){0, 0, block->line});
		add_page_links(reading, block);
	}
}

/* "Supersedes [3. Old](0003-old.md)", "This ADR replaces ADR-3": a verb among the first words. */
static bool begins_with_verb(const struct reading *reading, struct str text)
{
	struct tokens tokens = tokens_of(reading->scratch, str_slice(text, 0, LEAD_LENGTH_MOST), false);
	for (size_t i = 0; i < tokens.count && i < LEAD_WORDS_MOST && tokens.item[i].kind == TOKEN_WORD; i++) {
		size_t count = 0;
		if (phrase_at(reading->words, &tokens, i, WORD_LINK, &count))
			return true;
	}
	return false;
}

/* Lines of the header that are no fields. */
static void read_header_links(struct reading *reading)
{
	for (size_t i = 0; i < reading->header_end; i++) {
		const struct block *block = &reading->blocks.item[i];
		struct str rest = block->text, line;
		while (is_prose(block) && block_next_line(&rest, &line)) {
			if (may_name_target(line) && begins_with_verb(reading, line))
				add_links_of(reading, line, false, LINK_KIND_COUNT, (struct span){0, 0, block->line});
		}
	}
	read_block_links(reading, 0, reading->header_end, false, LINK_KIND_COUNT);
}

void read_links(struct reading *reading)
{
	LIST_EACH (struct field, field, &reading->fields)
		add_field_links(reading, field);
	read_header_links(reading);
	for (size_t i = 0; i < reading->outlines.count; i++) {
		const struct outline *outline = &reading->outlines.item[i];
		enum link_kind kind = section_links(reading, i);
		bool all = kind != LINK_KIND_COUNT || outline->kind == SECTION_STATUS || outline->kind == SECTION_LINKS;
		read_block_links(reading, outline->first - 1, outline->own_end, all, kind);
	}
	if (reading->title_block != NO_SECTION)
		add_links_of(reading, reading->blocks.item[reading->title_block].text, false, LINK_KIND_COUNT,
			     (struct span){0});
}

void read_tags(struct reading *reading)
{
	LIST_EACH (struct field, field, &reading->fields) {
		struct str rest = str_slice(field->value, 0, 1000), part;
		if (field->label != LABEL_TAGS)
			continue;
		while (str_next_part(&rest, ',', &part)) {
			struct str tag = str_trim_bytes(plain_text(reading->arena, part), " #\"'[]");
			if (!is_nobody(reading, tag) && reading->record->tags.count < 50)
				*LIST_ADD(reading->arena, &reading->record->tags) = tag;
		}
	}
}
