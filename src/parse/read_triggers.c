/* SPDX-License-Identifier: MIT */
/* Conditions under which somebody should look again: sentences that say so ("Revisit if we need NumPy", "When traffic
 * doubles, this should be reconsidered"), and what stands below headings and behind labels that announce them. */
#include "reading.h"

#include "adr/base/unicode.h"

#define TRIGGERS_MOST 50
#define APART_MOST 12 /* words between "revisit" and "if" */

/* At most so many bytes, whole characters. */
static struct str cut(struct str text, size_t most)
{
	size_t end = text.length < most ? text.length : most;
	while (end < text.length && end > 0 && ((unsigned char)text.at[end] & 0xC0U) == 0x80)
		end--;
	return str_slice(text, 0, end);
}

static void add_trigger(struct reading *reading, struct str raw)
{
	struct triggers *triggers = &reading->record->triggers;
	struct str text = str_trim(plain_text(reading->arena, str_slice(raw, 0, 4 * TRIGGER_TEXT_LIMIT)));
	struct span at = span_of(reading, raw, (struct span){0});
	if (str_empty(text) || is_nobody(reading, text) || triggers->count == TRIGGERS_MOST)
		return;
	if (triggers->count > 0 && triggers->item[triggers->count - 1].at.start == at.start)
		return;
	*LIST_ADD(reading->arena, triggers) = (struct trigger){cut(text, TRIGGER_TEXT_LIMIT), at};
}

/* --- sentences ---------------------------------------------------------------------------------------------------- */

static const struct word *word_at(const struct reading *reading, const struct tokens *tokens, size_t at,
				  enum trigger_word meaning, size_t *count)
{
	const struct word *word = phrase_at(reading->words, tokens, at, WORD_TRIGGER, count);
	return word && word->meaning == meaning ? word : NULL;
}

static bool comma_between(const struct token *first, const struct token *second)
{
	struct str between = {first->raw.at, (size_t)(second->raw.at - first->raw.at)};
	return str_find_byte(between, ',') != STR_NOT_FOUND || str_contains(between, STR("\xEF\xBC\x8C"));
}

/* "look ... when", or "When ..., look". */
static bool is_condition(const struct reading *reading, const struct tokens *tokens, size_t from, size_t to)
{
	size_t count = 0;
	bool begins = word_at(reading, tokens, from, TRIGGER_WHEN, &count) != NULL;
	for (size_t i = from; i < to; i++) {
		if (!word_at(reading, tokens, i, TRIGGER_LOOK, &count))
			continue;
		if (begins && i > from && comma_between(&tokens->item[from], &tokens->item[i]))
			return true;
		for (size_t j = i + count; j < to && j < i + count + APART_MOST; j++)
			if (word_at(reading, tokens, j, TRIGGER_WHEN, &count))
				return true;
	}
	return false;
}

static struct str words_between(const struct tokens *tokens, size_t from, size_t to, struct str text)
{
	const char *start = tokens->item[from].raw.at;
	const char *end =
		to < tokens->count ? tokens->item[to].raw.at + tokens->item[to].raw.length : text.at + text.length;
	return str_trim((struct str){start, (size_t)(end - start)});
}

static void take_sentences(struct reading *reading, struct str text)
{
	struct tokens tokens = tokens_of(reading->scratch, text, true);
	for (size_t from = 0, to; from < tokens.count; from = to + 1) {
		for (to = from; to < tokens.count && tokens.item[to].kind != TOKEN_STOP;)
			to++;
		if (to > from && is_condition(reading, &tokens, from, to))
			add_trigger(reading, words_between(&tokens, from, to, text));
	}
}

/* --- scripts without spaces between words ------------------------------------------------------------------------- */

/* Chinese says first when and then what, with a comma between: "如果……，重新评估". Japanese says "……場合は見直す". */
struct order {
	uint8_t language;
	bool when_behind; /* the word for "when" ends what it is about */
};

static bool runs_together(const struct reading *reading, struct order *order)
{
	struct str language = reading->record->language;
	order->when_behind = str_equal(language, STR("ja"));
	if (!order->when_behind && !str_equal(language, STR("zh")))
		return false;
	for (size_t i = 0; i < reading->vocabulary->language_count; i++)
		if (str_equal(reading->vocabulary->languages[i], language))
			order->language = (uint8_t)i;
	return true;
}

/* Where the first such word ends that stands where it may; STR_NOT_FOUND when there is none. */
static size_t end_of_word(const struct reading *reading, struct str folded, const struct order *order,
			  enum trigger_word meaning)
{
	const struct words *words = &reading->vocabulary->classes[WORD_TRIGGER];
	size_t first = STR_NOT_FOUND;
	bool begins = meaning == TRIGGER_WHEN && !order->when_behind;
	for (size_t i = 0; i < words->count; i++) {
		const struct word *word = &words->item[i];
		if (word->meaning != meaning || (word->language != order->language && word->language != LANGUAGE_OWN))
			continue;
		size_t at = str_find(folded, word->key);
		if (at == STR_NOT_FOUND || (begins && at > 0 && folded.at[at - 1] != ' '))
			continue;
		size_t end = at + word->key.length;
		first = first == STR_NOT_FOUND || end < first ? end : first;
	}
	return first;
}

/* Folding leaves a space where a comma was. */
static bool is_dense_condition(const struct reading *reading, struct str sentence, const struct order *order)
{
	struct str folded = unicode_fold(reading->scratch, sentence);
	size_t when = end_of_word(reading, folded, order, TRIGGER_WHEN);
	if (when == STR_NOT_FOUND)
		return false;
	if (!order->when_behind) {
		size_t comma = str_find_byte(str_from(folded, when), ' ');
		if (comma == STR_NOT_FOUND)
			return false;
		when += comma;
	}
	return end_of_word(reading, str_from(folded, when), order, TRIGGER_LOOK) != STR_NOT_FOUND;
}

/* Bytes of the full stop, exclamation or question mark at the start of the text; 0 when there is none. */
static size_t stop_length(struct str text)
{
	static const char *const stops[] = {"。", "！", "？"};
	for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
		if (str_starts(text, str_of(stops[i])))
			return strlen(stops[i]);
	return 0;
}

static void take_dense_sentences(struct reading *reading, struct str text, const struct order *order)
{
	size_t from = 0;
	for (size_t at = 0; at < text.length;) {
		size_t stop = stop_length(str_from(text, at));
		at += stop > 0 ? stop : 1;
		if (stop == 0 && at < text.length)
			continue;
		struct str sentence = str_trim(str_slice(text, from, at));
		if (is_dense_condition(reading, sentence, order))
			add_trigger(reading, sentence);
		from = at;
	}
}

/* --- headings and labels ------------------------------------------------------------------------------------------ */

static bool announces(const struct reading *reading, struct str heading)
{
	const struct word *word = heading.length > LABEL_LENGTH_MOST ? NULL : find_word(reading, WORD_TRIGGER, heading);
	return word && word->meaning == TRIGGER_HEADING;
}

static bool begins_condition(const struct reading *reading, struct str text)
{
	size_t count = 0;
	struct tokens tokens = tokens_of(reading->scratch, str_slice(text, 0, 64), true);
	return tokens.count > 0 && word_at(reading, &tokens, 0, TRIGGER_WHEN, &count);
}

/* "**Revisit when:** the lease ends": the value; items below a label without one are conditions, too. */
static bool take_label(struct reading *reading, struct str text, bool *below)
{
	struct labelled labelled;
	if (!split_label(text, &labelled) || !announces(reading, labelled.label))
		return false;
	*below = str_empty(str_trim_bytes(labelled.value, "*: \t"));
	if (!*below)
		add_trigger(reading, labelled.value);
	return true;
}

static bool is_dated_label(const struct reading *reading, struct str text)
{
	struct labelled labelled;
	return split_label(text, &labelled) && label_meaning(reading, labelled.label) >= 0;
}

/* --- all of it ---------------------------------------------------------------------------------------------------- */

/* Where such sentences are about the options, about other records, or about what was. */
static bool tells_conditions(enum section_kind kind)
{
	return kind != SECTION_OPTIONS && kind != SECTION_PROS_AND_CONS && kind != SECTION_LINKS &&
	       kind != SECTION_HISTORY;
}

struct standing {
	enum section_kind kind;
	bool announced; /* the heading says that conditions follow */
	bool below;     /* a label without a value did */
	bool all;       /* other languages than English: every sentence is looked at */
	bool dense;     /* one whose words run together */
	struct order order;
};

static void take_block(struct reading *reading, const struct block *block, struct standing *place)
{
	bool item = block->kind == BLOCK_ITEM;
	bool review = place->kind == SECTION_REVIEW;
	if (!item)
		place->below = false;
	bool label = review || str_starts(block->text, STR("**")) || str_starts(block->text, STR("__")) ||
		     reading->record->sections.count == 0;
	if (label && take_label(reading, block->text, &place->below))
		return;
	bool whole = item && (place->announced || place->below || (review && begins_condition(reading, block->text)));
	if (whole && !is_dated_label(reading, block->text))
		add_trigger(reading, block->text);
	else if (place->dense)
		take_dense_sentences(reading, block->text, &place->order);
	else if (place->all || word_index_may_look_again(reading->words, block->text))
		take_sentences(reading, block->text);
}

void read_triggers(struct reading *reading)
{
	struct str language = reading->record->language;
	struct standing place = {.all = !str_empty(language) && !str_equal(language, STR("en"))};
	size_t next = 0;
	place.dense = runs_together(reading, &place.order);
	const struct outlines *outlines = &reading->outlines;
	for (size_t i = 0; i < reading->blocks.count; i++) {
		const struct block *block = &reading->blocks.item[i];
		while (next < outlines->count && outlines->item[next].first <= i + 1) {
			place.kind = outlines->item[next].kind;
			place.announced = announces(reading, reading->record->sections.item[next].heading);
			place.below = false;
			next++;
		}
		if (is_prose(block) && tells_conditions(place.kind))
			take_block(reading, block, &place);
	}
}
