/* SPDX-License-Identifier: MIT */
/* Whether a file is a log of decisions, and where each of them begins and ends. */
#include "log.h"

#include "adr/base/file.h"

#define LEVELS 7

/* A heading that may begin a decision. */
struct head {
	size_t block;
	uint8_t level;
	enum section_kind kind;
	struct mark mark;
};

struct heads LIST_OF(struct head);

/* A file's headings, and what is counted of them. */
struct search {
	struct reading *reading;
	struct heads heads;
	uint16_t marked[LEVELS][MARK_COUNT];
	size_t sections[SECTION_KIND_COUNT];
	size_t statuses; /* sections, and labels where they count */
	bool named_known, named;
};

static void add_head(struct search *search, size_t block, enum section_kind kind, struct str heading)
{
	struct reading *reading = search->reading;
	uint8_t level = reading->blocks.item[block].level;
	struct head *head = LIST_ADD(reading->scratch, &search->heads);
	*head = (struct head){block, level, kind, read_mark(reading, heading)};
	if (head->mark.kind == MARK_ORDINAL && kind != SECTION_OTHER) /* "3. Decision" */
		head->mark.kind = MARK_NONE;
	bool dated = !str_empty(head->mark.date) && head->mark.kind != MARK_DATE;
	if (head->mark.kind != MARK_NONE && level < LEVELS) {
		search->marked[level][head->mark.kind]++;
		search->marked[level][MARK_DATE] = (uint16_t)(search->marked[level][MARK_DATE] + dated);
	}
	search->sections[kind]++;
}

static void gather_heads(struct search *search)
{
	struct reading *reading = search->reading;
	size_t title = reading->title_block;
	for (size_t i = 0; i <= reading->outlines.count; i++) {
		size_t block = i < reading->outlines.count ? reading->outlines.item[i].first - 1 : NO_SECTION;
		if (title != NO_SECTION && title < block) {
			/* not in scratch: the date in it may become a decision's */
			add_head(search, title, SECTION_OTHER,
				 plain_text(reading->arena, reading->blocks.item[title].text));
			title = NO_SECTION;
		}
		if (block != NO_SECTION)
			add_head(search, block, reading->record->sections.item[i].kind,
				 reading->record->sections.item[i].heading);
	}
}

/* One of the phrases that name collections of decisions. */
static bool names_decisions(const struct reading *reading, struct str text)
{
	struct tokens tokens = tokens_of(reading->scratch, str_slice(text, 0, 3 * (size_t)LABEL_LENGTH_MOST), true);
	for (size_t i = 0, count = 1; i<tokens.count; i += count> 0 ? count : 1) {
		const struct word *word = phrase_at(reading->words, &tokens, i, WORD_KIND, &count);
		if (word && word->meaning == KIND_INDEX)
			return true;
		count = word ? count : 1;
	}
	return false;
}

/* The file says by its name or title that it holds decisions. */
static bool is_named(struct search *search)
{
	const struct reading *reading = search->reading;
	if (!search->named_known) {
		search->named_known = true;
		search->named = names_decisions(reading, path_stem(reading->record->path)) ||
				names_decisions(reading, reading->record->title);
	}
	return search->named;
}

/* Where the part that begins with `first` ends at the latest: at the next heading of its level or above. */
static size_t part_end(const struct reading *reading, size_t first, size_t limit)
{
	const struct block *blocks = reading->blocks.item;
	for (size_t i = first + 1; i < limit; i++) {
		bool heading = blocks[i].kind == BLOCK_HEADING && !blocks[i].quoted && blocks[i].depth == 0;
		if (heading && blocks[i].level <= blocks[first].level)
			return i;
	}
	return limit;
}

static bool is_wanted(const struct head *head, unsigned level, enum mark_kind kind, struct str word)
{
	bool marked = kind == MARK_DATE ? !str_empty(head->mark.date) : head->mark.kind == kind;
	return head->level == level && (kind == MARK_NONE || marked) &&
	       (kind != MARK_CODE || str_equal(head->mark.word, word));
}

static struct str first_code(const struct search *search, unsigned level)
{
	LIST_EACH (const struct head, head, &search->heads)
		if (head->level == level && head->mark.kind == MARK_CODE)
			return head->mark.word;
	return (struct str){0};
}

/* The headings of one level with one kind of mark; MARK_NONE: all that have no meaning of their own. */
static void gather_parts(const struct search *search, unsigned level, enum mark_kind kind, struct parts *parts)
{
	struct reading *reading = search->reading;
	struct str word = first_code(search, level);
	*parts = (struct parts){0};
	LIST_EACH (const struct head, head, &search->heads) {
		if (!is_wanted(head, level, kind, word) || (kind == MARK_NONE && head->kind != SECTION_OTHER))
			continue;
		*LIST_ADD(reading->scratch, parts) = (struct part){head->block, reading->blocks.count, head->mark};
	}
	for (size_t i = 0; i < parts->count; i++) {
		size_t limit = i + 1 < parts->count ? parts->item[i + 1].first : reading->blocks.count;
		parts->item[i].end = part_end(reading, parts->item[i].first, limit);
	}
}

struct tally {
	size_t status, decision, either, any, whole; /* whole: a status, or both decision and reason */
};

static struct tally count_told(const struct reading *reading, struct parts *parts, bool only_whole)
{
	struct tally tally = {0};
	size_t kept = 0;
	for (size_t i = 0; i < parts->count; i++) {
		unsigned told = told_in(reading, &parts->item[i]);
		bool whole = (told & TOLD_STATUS) || ((told & TOLD_DECISION) && (told & TOLD_REASON));
		if (only_whole && !whole)
			continue;
		parts->item[kept++] = parts->item[i];
		tally.status += (told & TOLD_STATUS) != 0;
		tally.decision += (told & TOLD_DECISION) != 0;
		tally.either += (told & (TOLD_STATUS | TOLD_DECISION)) != 0;
		tally.any += told != 0;
		tally.whole += whole;
	}
	parts->count = kept;
	return tally;
}

/* Whether enough of the parts tell enough. One part alone makes a log only where nothing else could be meant. */
static bool tells_enough(struct search *search, enum mark_kind kind, const struct parts *parts,
			 const struct tally *tally)
{
	size_t count = parts->count;
	if (count == 1)
		return kind <= MARK_DATE && tally->either == 1 && is_named(search);
	switch (kind) {
	case MARK_RECORD:
	case MARK_CODE:
		return tally->any * 2 >= count || is_named(search);
	case MARK_DATE:
		return tally->either * 2 >= count || is_named(search);
	case MARK_ORDINAL:
		return tally->whole * 3 >= count * 2 || (tally->any * 2 >= count && is_named(search));
	case MARK_NONE:
		break;
	}
	bool each = tally->status == count && count >= 2;
	return (each && is_named(search)) || (tally->decision * 2 >= count && (count >= 3 || is_named(search)));
}

/* Rules out nearly every file without a look at what its parts tell. */
static bool may_be_log(struct search *search, enum mark_kind kind, const struct parts *parts)
{
	if (is_one_record(search->reading, parts, true))
		return false;
	bool each = kind == MARK_NONE ? search->statuses >= 3 || search->sections[SECTION_DECISION] >= 3
				      : search->statuses >= parts->count;
	if (!each && is_one_record(search->reading, parts, false))
		return false;
	bool told = search->statuses >= 2 || search->sections[SECTION_DECISION] >= 2;
	return told || kind == MARK_RECORD || is_named(search);
}

static bool is_log(struct search *search, unsigned level, enum mark_kind kind, struct parts *parts)
{
	const struct reading *reading = search->reading;
	gather_parts(search, level, kind, parts);
	if (parts->count == 0 || !may_be_log(search, kind, parts))
		return false;
	struct tally tally = count_told(reading, parts, kind == MARK_NONE);
	bool sure = parts->count >= 2 && (tally.status == parts->count || (kind == MARK_NONE && parts->count >= 3));
	return parts->count > 0 && tells_enough(search, kind, parts, &tally) && !is_one_record(reading, parts, sure) &&
	       !is_index_of_files(reading, parts);
}

/* Unmarked headings are looked at only where statuses or decisions repeat, or where the file says that it holds
 * decisions and has nothing that a record has: in bodies, plain lines "Status: x" count as prose. */
static bool repeats_itself(struct search *search)
{
	bool bare = search->statuses == 0 && search->sections[SECTION_DECISION] == 0 &&
		    search->sections[SECTION_CONTEXT] == 0 && search->sections[SECTION_OTHER] > 2;
	return search->statuses >= 2 || search->sections[SECTION_DECISION] >= 3 || (bare && is_named(search));
}

/* Ids and dates count at the highest level that has them; numbers at the lowest, for groups are numbered too. */
static bool find_marked(struct search *search, size_t least, struct parts *parts)
{
	for (unsigned level = 1; level < LEVELS; level++)
		for (enum mark_kind kind = 0; kind < MARK_ORDINAL; kind++)
			if (search->marked[level][kind] >= least && is_log(search, level, kind, parts))
				return true;
	for (unsigned level = LEVELS - 1; level > 0; level--)
		if (search->marked[level][MARK_ORDINAL] >= least && is_log(search, level, MARK_ORDINAL, parts))
			return true;
	return false;
}

static bool find_unmarked(struct search *search, struct parts *parts)
{
	for (unsigned level = 1; level < LEVELS; level++)
		if (is_log(search, level, MARK_NONE, parts))
			return true;
	return false;
}

/* A title, and below it one heading with an id or a date. In a README such a heading may be about anything. */
static bool find_single(struct search *search, struct parts *parts)
{
	struct str stem = path_stem(search->reading->record->path);
	size_t marked = 0;
	if (str_starts_nocase(stem, STR("readme")) || str_equal_nocase(stem, STR("index")))
		return false;
	for (unsigned level = 2; level < LEVELS; level++)
		for (enum mark_kind kind = 0; kind < MARK_COUNT; kind++)
			marked += search->marked[level][kind];
	return marked == 1 && search->reading->file_number < 0 && find_marked(search, 1, parts);
}

void find_parts(struct reading *reading, struct parts *parts)
{
	struct search search = {.reading = reading};
	*parts = (struct parts){0};
	gather_heads(&search);
	search.statuses = search.sections[SECTION_STATUS];
	LIST_EACH (const struct field, field, &reading->fields)
		search.statuses += field->label == LABEL_STATUS;
	bool found = find_marked(&search, 2, parts) || (repeats_itself(&search) && find_unmarked(&search, parts)) ||
		     find_single(&search, parts);
	if (!found)
		*parts = (struct parts){0};
	if (parts->count <= PARTS_MOST)
		return;
	parts->count = PARTS_MOST;
	note(reading, RULE_FILE_TOO_COMPLEX, (struct span){0, 0, 1},
	     "the file tells more than %d decisions: those behind them are not read", PARTS_MOST);
}
