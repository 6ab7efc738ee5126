/* SPDX-License-Identifier: MIT */
/* Fields out of the body: "Status: Accepted" in all its dresses. Before the first section every known label counts;
 * further down only those that stand where such things are told. */
#include "reading.h"

#define WHOLE_LINE_MOST ((size_t)1000)
#define DASH_OFFSET_MOST ((size_t)32) /* of the dash behind a label */

/* A label without a value waits for the lines or items below it. */
struct waiting {
	int label; /* -1: none */
	struct str key;
	enum field_origin origin;
	uint8_t depth; /* of the item it stood in; 0: a paragraph */
	size_t taken;  /* values so far */
};

/* "**Date:** x" and "**Date**: x", but not the emphasis of "✅ **Accepted** (by all)". */
static bool has_label_colon(struct str line, const struct labelled *labelled)
{
	const char *end = labelled->label.at + labelled->label.length;
	struct str behind =
		str_trim_bytes(str_slice(line, (size_t)(end - line.at), (size_t)(end - line.at) + 6), "*_ ");
	return str_starts(behind, STR(":")) || str_starts(behind, STR("\xEF\xBC\x9A"));
}

/* Where " | **Date:** ..." or " · Date: ..." begins inside a value; its length when it does not. */
static size_t next_label(const struct reading *reading, struct str value, size_t *skip)
{
	static const struct str bars[] = {STR_INIT(" | "),   STR_INIT(" \xC2\xB7 "), STR_INIT(" \xE2\x80\xA2 "),
					  STR_INIT("  **"),  STR_INIT(" **"),        STR_INIT("<br>"),
					  STR_INIT("<br/>"), STR_INIT("<br />")};
	size_t nearest = value.length;
	for (size_t i = 0; i < sizeof bars / sizeof *bars; i++) {
		size_t at = str_find(value, bars[i]);
		size_t marks = str_ends(bars[i], STR("**")) ? 2 : 0;
		struct labelled labelled;
		struct str rest = str_from(value, at < nearest ? at + bars[i].length - marks : value.length);
		if (at >= nearest || !split_label(rest, &labelled) || label_meaning(reading, labelled.label) < 0 ||
		    (marks > 0 && !has_label_colon(rest, &labelled)))
			continue;
		nearest = at;
		*skip = bars[i].length - marks;
	}
	return nearest;
}

/* Further down a plain "Owner: ..." is as likely to be prose. */
static bool takes_label(enum field_origin origin, int label, bool bold)
{
	bool date = (label >= LABEL_DATE && label < LABEL_ROLE) || label == LABEL_DATE_PLAIN;
	return origin < FIELD_FOOTER || bold || date;
}

/* In the header a label may hold a slip of the pen: "Deciderss:". */
static int header_label(const struct reading *reading, enum field_origin origin, struct str label)
{
	int meaning = label_meaning(reading, label);
	if (meaning >= 0 || origin != FIELD_HEADER || label.length > LABEL_LENGTH_MOST)
		return meaning;
	const struct word *word = near_word(reading, WORD_LABEL, unicode_fold(reading->scratch, label));
	return word ? word->meaning : -1;
}

/* "Date - 2024-01-31": in the header a dash may stand for the colon, behind a known label. */
static bool split_header_label(const struct reading *reading, enum field_origin origin, struct str line,
			       struct labelled *labelled)
{
	static const struct str dashes[] = {STR_INIT(" - "), STR_INIT(" \xE2\x80\x93 "), STR_INIT(" \xE2\x80\x94 ")};
	if (split_label(line, labelled))
		return true;
	for (size_t i = 0; origin == FIELD_HEADER && i < sizeof dashes / sizeof *dashes; i++) {
		size_t at = str_find(str_slice(line, 0, DASH_OFFSET_MOST), dashes[i]);
		if (at == STR_NOT_FOUND || label_meaning(reading, str_slice(line, 0, at)) < 0)
			continue;
		*labelled = (struct labelled){.label = str_slice(line, 0, at),
					      .value = str_trim(str_from(line, at + dashes[i].length))};
		return true;
	}
	return false;
}

/* Adds the fields of one line; false when it begins with no known label. */
static bool take_line(struct reading *reading, enum field_origin origin, struct str line, uint8_t depth,
		      struct waiting *waiting)
{
	struct labelled labelled;
	bool taken = false;
	while (split_header_label(reading, origin, line, &labelled)) {
		int label = header_label(reading, origin, labelled.label);
		if (label < 0 || !takes_label(origin, label, labelled.bold))
			break;
		size_t skip = 0, end = next_label(reading, labelled.value, &skip);
		struct str value = str_trim(str_slice(labelled.value, 0, end));
		struct span at = span_of(reading, str_empty(value) ? labelled.label : value, (struct span){0});
		*waiting = (struct waiting){.label = -1};
		if (str_empty(str_trim_bytes(value, "*: \t")) && end == labelled.value.length)
			*waiting = (struct waiting){label, labelled.label, origin, depth, 0};
		add_field(reading, origin, label, labelled.label, value, at);
		taken = true;
		if (end == labelled.value.length)
			break;
		line = str_from(labelled.value, end + skip);
	}
	return taken;
}

/* The next line; one that ends with a comma goes on in the line below. */
static bool next_whole_line(struct str *rest, struct str *line)
{
	struct str more;
	if (!block_next_line(rest, line))
		return false;
	while (str_ends(*line, STR(",")) && line->length < WHOLE_LINE_MOST && block_next_line(rest, &more))
		line->length = (size_t)(more.at + more.length - line->at);
	return true;
}

static void take_waiting(struct reading *reading, struct waiting *waiting, struct str line)
{
	if (str_starts(line, STR("- ")) || str_starts(line, STR("* ")))
		line = str_trim(str_from(line, 2));
	add_field(reading, waiting->origin, waiting->label, waiting->key, line,
		  span_of(reading, line, (struct span){0}));
	waiting->taken++;
}

static void take_paragraph(struct reading *reading, enum field_origin origin, const struct block *block,
			   struct waiting *waiting)
{
	struct str rest = block->text, line;
	while (next_whole_line(&rest, &line)) {
		if (str_empty(line) || take_line(reading, origin, line, 0, waiting))
			continue;
		if (waiting->label >= 0 && (waiting->taken == 0 || str_starts(line, STR("- "))))
			take_waiting(reading, waiting, line);
		else
			waiting->label = -1;
		struct labelled other;
		bool labels = split_label(line, &other) && other.bold; /* of something that we do not know */
		if (origin >= FIELD_FOOTER && waiting->label < 0 && !labels)
			return; /* prose */
	}
}

static void take_item(struct reading *reading, enum field_origin origin, const struct block *block,
		      struct waiting *waiting)
{
	bool below = waiting->label >= 0 && block->depth > waiting->depth;
	if (below) {
		take_waiting(reading, waiting, block->text);
		return;
	}
	waiting->label = -1;
	struct str rest = block->text, line;
	while (next_whole_line(&rest, &line)) {
		if (!take_line(reading, origin, line, block->depth, waiting))
			return;
	}
}

static size_t known_labels(const struct reading *reading, const struct str *cells, size_t count)
{
	size_t known = 0;
	for (size_t i = 0; i < count; i++)
		known += label_meaning(reading, plain_text(reading->scratch, str_trim_bytes(cells[i], ": "))) >= 0;
	return known;
}

static void take_cell(struct reading *reading, enum field_origin origin, struct str label_cell, struct str value)
{
	struct str key = str_trim_bytes(plain_text(reading->scratch, label_cell), ": ");
	int label = label_meaning(reading, key);
	if (label >= 0 && !str_empty(value))
		add_field(reading, origin, label, key, value, span_of(reading, value, (struct span){0}));
}

static bool is_status(const struct reading *reading, struct str cell)
{
	return is_word(reading, WORD_STATUS, plain_text(reading->scratch, cell));
}

/* The row begins with a value, where the header row begins with a label. "Accepted" may be both. */
static bool begins_with_value(const struct reading *reading, const struct str *head, const struct str *row,
			      size_t cells)
{
	return cells == 0 || known_labels(reading, row, 1) == 0 ||
	       (is_status(reading, row[0]) && !is_status(reading, head[1]));
}

/* A table of fields: labels in the first column, or in the header row with one row of values below. Returns the number
 * of the block behind it. */
static size_t take_table(struct reading *reading, enum field_origin origin, size_t first)
{
	struct str head[CELLS_MOST], row[CELLS_MOST];
	const struct block *blocks = reading->blocks.item;
	size_t end = first, columns = split_row(blocks[first].text, head);
	while (end < reading->blocks.count && blocks[end].kind == BLOCK_ROW && blocks[end].list == blocks[first].list)
		end++;
	bool across = columns >= 2 && known_labels(reading, head, columns) >= 2 && end - first >= 2;
	size_t below = across ? split_row(blocks[first + 1].text, row) : 0;
	if (across && begins_with_value(reading, head, row, below)) {
		size_t cells = below;
		for (size_t i = 0; i < columns && i < cells && end - first == 2; i++)
			take_cell(reading, origin, head[i], row[i]);
		return end;
	}
	for (size_t i = first; i < end; i++) {
		size_t cells = split_row(blocks[i].text, row);
		if (cells == 2 || (cells > 2 && i == first && columns == 2))
			take_cell(reading, origin, row[0], row[1]);
	}
	return end;
}

/* Below the header, labels count in sections that tell about the record, in unknown ones, and behind the last rule. */
static bool tells_fields(enum section_kind kind)
{
	switch (kind) {
	case SECTION_OTHER:
	case SECTION_STATUS:
	case SECTION_COMPLIANCE:
	case SECTION_LINKS:
	case SECTION_PEOPLE:
	case SECTION_REVIEW:
	case SECTION_HISTORY:
	case SECTION_SUMMARY:
		return true;
	case SECTION_CONTEXT:
	case SECTION_DRIVERS:
	case SECTION_OPTIONS:
	case SECTION_DECISION:
	case SECTION_RATIONALE:
	case SECTION_CONSEQUENCES:
	case SECTION_PROS_AND_CONS:
	case SECTION_KIND_COUNT:
		break;
	}
	return false;
}

static void read_range(struct reading *reading, enum field_origin origin, size_t first, size_t end)
{
	struct waiting waiting = {.label = -1};
	for (size_t i = first; i < end;) {
		const struct block *block = &reading->blocks.item[i];
		if (block->kind == BLOCK_ROW) {
			i = take_table(reading, origin, i);
			continue;
		}
		if (block->kind == BLOCK_PARAGRAPH && (block->depth == 0 || origin < FIELD_FOOTER))
			take_paragraph(reading, origin, block, &waiting);
		else if (block->kind == BLOCK_ITEM)
			take_item(reading, origin, block, &waiting);
		else if (block->kind == BLOCK_CODE && waiting.label >= 0)
			take_waiting(reading, &waiting, block->text);
		i++;
	}
}

/* "Approved by: Ann" below "## Approval": the lines have labels of their own. */
static bool has_labelled_line(const struct reading *reading, const struct outline *outline)
{
	for (size_t i = outline->first; i < outline->own_end; i++) {
		struct str rest = reading->blocks.item[i].text, line;
		struct labelled labelled;
		while (block_next_line(&rest, &line)) {
			if (split_label(line, &labelled) && label_meaning(reading, labelled.label) >= 0)
				return true;
		}
	}
	return false;
}

/* "## Date", "## Deciders": what stands below is the value. */
static void read_label_section(struct reading *reading, const struct section *section, const struct outline *outline)
{
	int label = label_meaning(reading, section->heading);
	if (label < 0 || label == LABEL_STATUS || label == LABEL_LINKS || label == LABEL_TITLE ||
	    (tells_fields(outline->kind) && has_labelled_line(reading, outline)))
		return;
	for (size_t i = outline->first; i < outline->own_end; i++) {
		const struct block *block = &reading->blocks.item[i];
		struct str rest = block->text, line;
		if (block->kind != BLOCK_PARAGRAPH && block->kind != BLOCK_ITEM)
			continue;
		while (block_next_line(&rest, &line)) {
			if (!str_empty(line))
				add_field(reading, FIELD_SECTION, label, section->heading, line,
					  span_of(reading, line, section->at));
		}
	}
}

/* "## Status: Proposed" */
static void read_heading_field(struct reading *reading, const struct outline *outline)
{
	struct str heading = reading->blocks.item[outline->first - 1].text;
	struct labelled labelled;
	if (!split_label(heading, &labelled) || str_empty(labelled.value))
		return;
	int label = label_meaning(reading, labelled.label);
	bool tells = label == LABEL_STATUS || label == LABEL_DATE_PLAIN || (label >= LABEL_DATE && label < LABEL_LINK);
	if (tells)
		add_field(reading, FIELD_SECTION, label, labelled.label, labelled.value,
			  span_of(reading, labelled.value, (struct span){0}));
}

/* Behind the first rule of the last section. */
static size_t footer_start(const struct reading *reading)
{
	size_t end = reading->blocks.count, last = reading->outlines.count;
	for (size_t i = last > 0 ? reading->outlines.item[last - 1].first : end; i < end; i++) {
		if (reading->blocks.item[i].kind == BLOCK_RULE)
			return i + 1;
	}
	return end;
}

/* "**Next review:** ..." stands where it likes, but always as a line of its own. */
static void read_dated_lines(struct reading *reading, size_t first, size_t end)
{
	struct waiting waiting = {.label = -1};
	for (size_t i = first; i < end; i++) {
		const struct block *block = &reading->blocks.item[i];
		struct labelled labelled;
		if (block->kind != BLOCK_PARAGRAPH || block->depth > 0 || !str_starts(block->text, STR("**")) ||
		    !split_label(block->text, &labelled))
			continue;
		int label = label_meaning(reading, labelled.label);
		if (label == LABEL_STATUS || (label >= LABEL_DATE && label < LABEL_ROLE))
			take_paragraph(reading, FIELD_BODY, block, &waiting);
	}
}

void read_fields(struct reading *reading)
{
	size_t footer = footer_start(reading);
	read_range(reading, FIELD_HEADER, 0, reading->header_end);
	for (size_t i = 0; i < reading->outlines.count; i++) {
		const struct outline *outline = &reading->outlines.item[i];
		read_heading_field(reading, outline);
		read_label_section(reading, &reading->record->sections.item[i], outline);
		size_t end = outline->own_end < footer ? outline->own_end : footer;
		if (tells_fields(outline->kind))
			read_range(reading, FIELD_BODY, outline->first, end);
		else
			read_dated_lines(reading, outline->first, end);
	}
	if (footer < reading->blocks.count)
		read_range(reading, FIELD_FOOTER, footer, reading->blocks.count);
}
