/* SPDX-License-Identifier: MIT */
/* The status that holds now. It may stand in front matter, a label line, a table, a section of its own, a badge or a
 * ticked box; several words may stand there, and a template's list of words is none. */
#include "reading.h"

#include "adr/base/file.h"

#define STATUS_TEXT_LIMIT ((size_t)100)
#define STATUS_LINES_MOST 12 /* of a status section */
#define LEGEND_SURE 5        /* states that nobody lists but a template */
#define SHORT_TEXT_WORDS 9   /* in a text of so many words the status may stand anywhere */

/* What one line says. */
struct verdict {
	enum status status;
	bool leads;      /* the line begins with the status, but for a date */
	bool dated;      /* a date stands before it */
	struct str text; /* the line's words */
	const struct word *slip_of;
};

/* "partially superseded by": what was amended is still in force. */
static bool is_amendment(const struct reading *reading, const struct tokens *tokens, size_t at, size_t *count)
{
	const struct word *link = phrase_at(reading->words, tokens, at, WORD_LINK, count);
	return link && link->meaning == LINK_AMENDED_BY;
}

/* The status phrase at a token. */
static enum status status_at(const struct reading *reading, const struct tokens *tokens, size_t at, size_t *count)
{
	*count = 1;
	if (is_amendment(reading, tokens, at, count))
		return STATUS_NONE;
	*count = 1;
	const struct word *word = phrase_at(reading->words, tokens, at, WORD_STATUS, count);
	return word ? (enum status)word->meaning : STATUS_NONE;
}

/* "Proposed | Accepted | Rejected", left from a template: every part is a status, and there are several. */
static bool is_legend(const struct reading *reading, struct str text)
{
	size_t parts = 0, statuses = 0, start = 0;
	bool bars = false;
	for (size_t i = 0; i <= text.length; i++) {
		bool slash = i < text.length && strchr("|/,", text.at[i]) && text.at[i] != '\0';
		if (i < text.length && !slash)
			continue;
		struct str part = str_trim_bytes(str_slice(text, start, i), " []{}()*_");
		struct tokens tokens = tokens_of(reading->scratch, str_slice(part, 0, STATUS_TEXT_LIMIT), false);
		size_t count = 0;
		parts++;
		statuses += tokens.count > 0 && status_at(reading, &tokens, 0, &count) != STATUS_NONE;
		bars = bars || (slash && text.at[i] == '|');
		start = i + 1;
	}
	if (statuses >= LEGEND_SURE && statuses * 4 >= parts * 3)
		return true; /* "RFC by dd/mm/yyyy, Proposed, ..." */
	return statuses + 1 >= parts && (statuses >= 3 || (bars && statuses >= 2));
}

/* A list of the possible words in brackets behind the real one. */
static struct str without_legend(const struct reading *reading, struct str text)
{
	static const char pairs[][2] = {{'[', ']'}, {'(', ')'}, {'{', '}'}};
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		size_t open = str_find_byte(text, pairs[i][0]);
		size_t close =
			open == STR_NOT_FOUND ? open : closing_bracket(str_from(text, open), pairs[i][0], pairs[i][1]);
		if (close != STR_NOT_FOUND && open > 0 && is_legend(reading, str_slice(text, open + 1, open + close)))
			return str_trim(str_slice(text, 0, open));
	}
	return text;
}

static bool is_number(struct str folded)
{
	return folded.length > 0 && folded.at[0] >= '0' && folded.at[0] <= '9';
}

/* Dates, and words such as "status" or "this ADR is", say nothing themselves. */
static bool is_lead_in(const struct reading *reading, struct str folded)
{
	return is_number(folded) || word_index_find(reading->words, WORD_MONTH, folded) ||
	       word_index_find(reading->words, WORD_LABEL, folded);
}

/* "Accepted, superseded by ADR-12": later words that take the first one back. Partly superseded is not superseded. */
static enum status taken_back(const struct reading *reading, const struct tokens *tokens, size_t at, enum status status)
{
	for (size_t count = 1; at < tokens->count; at += count) {
		count = 1;
		if (tokens->item[at].kind != TOKEN_WORD)
			continue;
		const struct word *link = phrase_at(reading->words, tokens, at, WORD_LINK, &count);
		if (link && link->meaning == LINK_SUPERSEDED_BY)
			return STATUS_SUPERSEDED;
	}
	return status;
}

/* "Angenommen. Ersetzt ADR-3", "Remplace l'ADR-3": in some languages the word for "replaced", folded,
 * is that for "replaces"; behind a status and before something it is the latter. */
static bool says_replaces(const struct reading *reading, const struct tokens *tokens, size_t at)
{
	size_t count = 0;
	const struct word *link = at < tokens->count ? phrase_at(reading->words, tokens, at, WORD_LINK, &count) : NULL;
	return link && link->meaning == LINK_SUPERSEDES && at + count < tokens->count &&
	       tokens->item[at + count].kind != TOKEN_STOP;
}

/* "Proposed -> Accepted", "2024-01-01 Proposed, 2024-02-02 Accepted": nothing but states, so the last one holds. */
static enum status last_of_row(const struct reading *reading, const struct tokens *tokens, enum status first)
{
	enum status last = first;
	for (size_t at = 0, count = 1; at < tokens->count; at += count) {
		enum status status =
			tokens->item[at].kind == TOKEN_WORD ? status_at(reading, tokens, at, &count) : STATUS_NONE;
		if (status == STATUS_SUPERSEDED && says_replaces(reading, tokens, at))
			return last;
		if (status != STATUS_NONE)
			last = status;
		else if (tokens->item[at].kind == TOKEN_LINK || !is_lead_in(reading, tokens->item[at].folded))
			return first;
		else
			count = 1;
	}
	return last;
}

static struct verdict judge_words(const struct reading *reading, struct str text)
{
	struct verdict verdict = {.text = text};
	struct tokens tokens = tokens_of(reading->scratch, str_slice(text, 0, 4 * STATUS_TEXT_LIMIT), true);
	size_t at = 0, count = 1, words = 0;
	while (at < tokens.count && tokens.item[at].kind == TOKEN_WORD && is_lead_in(reading, tokens.item[at].folded) &&
	       status_at(reading, &tokens, at, &count) == STATUS_NONE) {
		verdict.dated = verdict.dated || is_number(tokens.item[at].folded);
		at++;
	}
	for (size_t i = at; i < tokens.count; i++)
		words += tokens.item[i].kind == TOKEN_WORD;
	size_t end = words <= SHORT_TEXT_WORDS ? tokens.count : at + 1;
	for (size_t i = at; i < end && verdict.status == STATUS_NONE; i++) {
		if (tokens.item[i].kind == TOKEN_WORD)
			verdict.status = status_at(reading, &tokens, i, &count);
		verdict.leads = i == at;
		if (verdict.status != STATUS_NONE)
			verdict.status = taken_back(reading, &tokens, i + count, verdict.status);
	}
	if (verdict.status != STATUS_NONE && verdict.status != STATUS_SUPERSEDED)
		verdict.status = last_of_row(reading, &tokens, verdict.status);
	return verdict;
}

/* The words of a badge stand in its alternative text or in its address. */
static struct str badge_address(struct str raw)
{
	struct inline_link link;
	size_t start = str_find(raw, STR("!["));
	if (start == STR_NOT_FOUND || !link_at(str_from(raw, start), &link))
		return (struct str){0};
	size_t host = str_find(link.target, STR("://"));
	struct str path = host == STR_NOT_FOUND ? link.target : str_from(link.target, host + 3);
	size_t slash = str_find_byte(path, '/');
	return slash == STR_NOT_FOUND ? path : str_from(path, slash + 1);
}

/* "Acepted": a word or two and nothing else, with a slip of the pen. */
static void take_slip(const struct reading *reading, struct verdict *verdict)
{
	struct str folded = unicode_fold(reading->scratch, str_slice(verdict->text, 0, STATUS_TEXT_LIMIT));
	size_t blank = str_find_byte(folded, ' ');
	bool brief = blank == STR_NOT_FOUND || str_find_byte(str_from(folded, blank + 1), ' ') == STR_NOT_FOUND;
	const struct word *word = brief ? near_word(reading, WORD_STATUS, folded) : NULL;
	if (!word)
		return;
	verdict->status = (enum status)word->meaning;
	verdict->leads = true;
	verdict->slip_of = word;
}

/* "![](https://img.example/adr/status-accepted-green.svg)": the part of the address that names a status. */
static struct verdict judge_badge(const struct reading *reading, struct str raw)
{
	struct str rest = badge_address(raw), part;
	while (str_next_part(&rest, '/', &part)) {
		struct verdict verdict = judge_words(reading, path_stem(part));
		if (verdict.status != STATUS_NONE)
			return verdict;
	}
	return (struct verdict){0};
}

static struct verdict judge(const struct reading *reading, struct str raw)
{
	struct str text = without_legend(reading, plain_text(reading->arena, raw));
	bool element = str_empty(text) && str_starts(raw, STR("<")) && !str_starts(raw, STR("<!"));
	if (element) /* <adr-status status="accepted"> */
		text = str_trim_bytes(str_slice(raw, 0, str_find_byte(raw, '>')), "<>/ ");
	if (str_empty(text))
		return judge_badge(reading, raw);
	if (is_legend(reading, text))
		return (struct verdict){0};
	struct verdict verdict = judge_words(reading, text);
	if (verdict.status == STATUS_NONE && is_placeholder(text))
		return (struct verdict){0};
	struct verdict badge = verdict.status == STATUS_NONE ? judge_badge(reading, raw) : (struct verdict){0};
	if (badge.status != STATUS_NONE)
		return badge;
	if (verdict.status == STATUS_NONE)
		take_slip(reading, &verdict);
	return verdict;
}

/* The dot of "by 2. Paint the crane": it makes the number before it an ordinal one. */
static bool is_ordinal(struct str text, size_t dot)
{
	size_t start = dot;
	while (start > 0 && text.at[start - 1] >= '0' && text.at[start - 1] <= '9')
		start--;
	return start < dot && start > 0 && text.at[start - 1] == ' ';
}

/* The first sentence, short. */
static struct str short_text(struct str text)
{
	size_t end = text.length;
	for (size_t i = 4; i + 1 < text.length && end == text.length; i++) {
		if (text.at[i] == '.' && text.at[i + 1] == ' ' && !is_ordinal(text, i))
			end = i;
	}
	text = str_slice(text, 0, end < STATUS_TEXT_LIMIT ? end : STATUS_TEXT_LIMIT);
	while (text.length > 0 && unicode_find_invalid(text) != STR_NOT_FOUND && text.length > STATUS_TEXT_LIMIT - 4)
		text.length--;
	return str_trim_bytes(text, " \t|");
}

static void take_verdict(struct reading *reading, struct verdict verdict, struct span at)
{
	struct record *record = reading->record;
	if (str_empty(verdict.text))
		return;
	if (record->status == STATUS_NONE && (verdict.status != STATUS_NONE || str_empty(record->status_text))) {
		record->status = verdict.status;
		record->status_text = short_text(verdict.text);
		record->status_at = at;
		reading->status_slip_of = verdict.slip_of;
	}
}

/* Ticked boxes count, empty ones do not. */
static bool is_empty_box(struct str line)
{
	return str_starts(line, STR("[ ]"));
}

static bool is_ticked_box(struct str line)
{
	return str_starts_nocase(line, STR("[x]"));
}

/* The lines of a status section. */
struct status_lines {
	struct str line[STATUS_LINES_MOST];
	size_t count;
	size_t items; /* how many of them are list items */
};

static struct status_lines lines_of(const struct reading *reading, const struct outline *outline)
{
	struct status_lines lines = {0};
	for (size_t i = outline->first; i < outline->own_end; i++) {
		const struct block *block = &reading->blocks.item[i];
		struct str rest = block->text, line;
		if (block->kind == BLOCK_HTML && str_starts(block->text, STR("<!")))
			continue;
		lines.items += block->kind == BLOCK_ITEM;
		while (lines.count < STATUS_LINES_MOST && block_next_line(&rest, &line)) {
			if (!str_empty(line) && !is_empty_box(line))
				lines.line[lines.count++] = is_ticked_box(line) ? str_trim(str_from(line, 3)) : line;
		}
	}
	return lines;
}

/* A list of nothing but different states without dates is the template's. */
static bool is_listed_legend(const struct reading *reading, const struct status_lines *lines)
{
	size_t statuses = 0;
	for (size_t i = 0; i < lines->count; i++) {
		struct verdict verdict = judge(reading, lines->line[i]);
		statuses += verdict.status != STATUS_NONE && verdict.leads && !verdict.dated;
	}
	return lines->items >= 3 && statuses == lines->count;
}

static void read_status_section(struct reading *reading, const struct outline *outline)
{
	struct status_lines lines = lines_of(reading, outline);
	struct verdict best = {0};
	struct span at = {0};
	if (is_listed_legend(reading, &lines))
		return;
	for (size_t i = 0; i < lines.count; i++) {
		struct verdict verdict = judge(reading, lines.line[i]);
		struct tokens tokens = tokens_of(reading->scratch, lines.line[i], false);
		bool later =
			best.status != STATUS_NONE && verdict.leads &&
			(verdict.dated || verdict.status == STATUS_SUPERSEDED || verdict.status == STATUS_DEPRECATED);
		bool first = best.status == STATUS_NONE && (verdict.status != STATUS_NONE || str_empty(best.text));
		if (!first && says_replaces(reading, &tokens, 0))
			continue;
		if (!first && !(later && verdict.status != STATUS_NONE))
			continue;
		best = verdict;
		at = span_of(reading, lines.line[i], (struct span){0});
	}
	take_verdict(reading, best, at);
}

static void read_status_fields(struct reading *reading, enum field_origin first, enum field_origin last)
{
	LIST_EACH (struct field, field, &reading->fields) {
		if (field->label == LABEL_STATUS && field->origin >= first && field->origin <= last)
			take_verdict(reading, judge(reading, field->value), field->at);
	}
}

/* "DRAFT: Title", "[Superseded by ADR-7] Title". */
static void read_title_status(struct reading *reading, const struct block *title)
{
	struct str text = title->text;
	bool bracket = str_starts(text, STR("["));
	size_t end = bracket ? closing_bracket(text, '[', ']') : str_find_byte(text, ':');
	struct str head = end == STR_NOT_FOUND ? (struct str){0} : str_slice(text, bracket ? 1 : 0, end);
	struct verdict verdict = judge(reading, head);
	if (verdict.status != STATUS_NONE && verdict.leads && (bracket || is_word(reading, WORD_STATUS, head)))
		take_verdict(reading, verdict, span_of(reading, head, (struct span){0, 0, title->line}));
}

void read_status(struct reading *reading)
{
	const struct sections *sections = &reading->record->sections;
	read_status_fields(reading, FIELD_FRONT_MATTER, FIELD_HEADER);
	for (size_t i = 0; i < sections->count; i++) {
		if (sections->item[i].kind == SECTION_STATUS)
			read_status_section(reading, &reading->outlines.item[i]);
	}
	read_status_fields(reading, FIELD_SECTION, FIELD_BODY);
	const struct word *meant = reading->status_slip_of;
	if (meant)
		note(reading, RULE_STATUS_UNKNOWN, reading->record->status_at,
		     "the status '%.*s' is no known word; it is read as '%.*s'", STR_ARG(reading->record->status_text),
		     STR_ARG(meant->key));
	if (reading->title_block != NO_SECTION && str_empty(reading->record->status_text))
		read_title_status(reading, &reading->blocks.item[reading->title_block]);
}
