/* SPDX-License-Identifier: MIT */
#include "postings.h"

#include "adr/base/arena.h"

#include <stdlib.h>

#define FIRST_ROOM 1024
#define KEPT_ROOM (1U << 16) /* tokens; what a huge record needed beyond that is given back */
#define COLUMN_MARK 1        /* in a list of places: another column follows */
#define PLACE_OFFSET 2       /* is added to places, so that none looks like a mark */

struct posting_start {
	uint32_t word, at;
};

/* Room for one more item, as memory_grow() gives it. */
static void *with_room(void *items, size_t item_size, uint32_t count, uint32_t *room)
{
	if (count < *room)
		return items;
	*room = *room ? *room * 2 : FIRST_ROOM;
	return memory_grow(items, *room * item_size);
}

void postings_init(struct postings *postings)
{
	*postings = (struct postings){0};
	lexicon_init(&postings->lexicon);
}

static void release_sorted(struct postings *postings)
{
	free(postings->word_order);
	free(postings->sorted);
	postings->word_order = postings->sorted = NULL;
}

void postings_release(struct postings *postings)
{
	lexicon_release(&postings->lexicon);
	bytes_release(&postings->bytes);
	release_sorted(postings);
	free(postings->next_token);
	free(postings->own_words);
	free(postings->starts);
	*postings = (struct postings){0};
}

void postings_clear(struct postings *postings)
{
	lexicon_clear(&postings->lexicon);
	bytes_clear(&postings->bytes);
	release_sorted(postings);
	postings->count = 0;
}

void postings_begin_record(struct postings *postings, int64_t record)
{
	if (postings->count == 0)
		postings->first_record = record;
	postings->record = record;
	postings->token_count = postings->own_count = 0;
	postings->column_count = 0;
}

void postings_begin_column(struct postings *postings)
{
	postings->column_starts[postings->column_count++] = postings->token_count;
}

static void add_token(struct postings *postings, struct word *word)
{
	uint32_t number = postings->token_count++;
	postings->next_token =
		with_room(postings->next_token, sizeof *postings->next_token, number, &postings->token_room);
	postings->next_token[number] = 0;
	if (word->first == 0) {
		postings->own_words = with_room(postings->own_words, sizeof *postings->own_words, postings->own_count,
						&postings->own_room);
		postings->own_words[postings->own_count++] = (uint32_t)(word - postings->lexicon.words);
		word->first = number + 1;
	} else {
		postings->next_token[word->last - 1] = number + 1;
	}
	word->last = number + 1;
}

static void answer_one(struct postings *postings)
{
	const struct lexicon_query *query = &postings->waiting[postings->answered++ % WORDS_WAITING];
	add_token(postings, lexicon_answer(&postings->lexicon, query));
}

static void answer_all(struct postings *postings)
{
	while (postings->answered != postings->asked)
		answer_one(postings);
}

void postings_add(struct postings *postings, struct str token)
{
	if (token.length > KEY_SIZE) {
		answer_all(postings);
		add_token(postings, lexicon_find(&postings->lexicon, token));
		return;
	}
	if (postings->asked - postings->answered == WORDS_WAITING)
		answer_one(postings);
	postings->waiting[postings->asked++ % WORDS_WAITING] = lexicon_ask(&postings->lexicon, token);
	uint32_t half = postings->asked - WORDS_WAITING / 2;
	if (postings->asked - postings->answered >= WORDS_WAITING / 2)
		lexicon_expect(&postings->lexicon, &postings->waiting[half % WORDS_WAITING]);
}

uint32_t postings_end_column(struct postings *postings)
{
	answer_all(postings);
	return postings->token_count - postings->column_starts[postings->column_count - 1];
}

/* Moves *column on to the one that holds `token` and writes the mark of a new column. */
static char *write_column(const struct postings *postings, uint32_t token, int *column, char *at)
{
	int old = *column;
	while (*column + 1 < postings->column_count && postings->column_starts[*column + 1] <= token)
		++*column;
	if (*column == old)
		return at;
	*at++ = COLUMN_MARK;
	*at++ = (char)*column;
	return at;
}

/* Writes the places of the word whose first token is number `token`, from 1: distances within a column, and a mark
 * before each new column. Returns how many bytes these are. */
static size_t write_places(const struct postings *postings, uint32_t token, char *start)
{
	char *at = start;
	int column = 0;
	uint32_t origin = 0; /* the place before in this column, or the column's start */
	for (; token != 0; token = postings->next_token[token - 1]) {
		char *marked = write_column(postings, token - 1, &column, at);
		if (marked != at)
			origin = postings->column_starts[column];
		at = marked + write_varint(marked, token - 1 - origin + PLACE_OFFSET);
		origin = token - 1;
	}
	return (size_t)(at - start);
}

/* The places are written where they go if their size takes one byte, as it nearly always does. */
static size_t write_sized_places(const struct postings *postings, uint32_t token, char *at)
{
	size_t places = write_places(postings, token, at + 1);
	if (places < 0x80) {
		*at = (char)places;
		return 1 + places;
	}
	char size[VARINT_MOST];
	size_t length = write_varint(size, places);
	memmove(at + length, at + 1, places);
	memcpy(at, size, length);
	return length + places;
}

static void add_posting(struct postings *postings, uint32_t number)
{
	struct word *word = &postings->lexicon.words[number];
	size_t start = postings->bytes.length;
	postings->starts = with_room(postings->starts, sizeof *postings->starts, postings->count, &postings->room);
	postings->starts[postings->count++] = (struct posting_start){number, (uint32_t)start};
	bytes_put(&postings->bytes, (uint64_t)(postings->record - postings->first_record));
	postings->bytes.length +=
		write_sized_places(postings, word->first, postings->bytes.at + postings->bytes.length);
	word->first = 0;
	word->postings++;
	word->size += (uint32_t)(postings->bytes.length - start);
}

void postings_end_record(struct postings *postings)
{
	size_t each_word = 2 * VARINT_MOST + 2 * POSTINGS_COLUMNS;
	bytes_reserve(&postings->bytes, postings->own_count * each_word + postings->token_count * (size_t)VARINT_MOST);
	for (uint32_t i = 0; i < postings->own_count; i++)
		add_posting(postings, postings->own_words[i]);
	if (postings->token_room > KEPT_ROOM) {
		free(postings->next_token);
		postings->next_token = NULL;
		postings->token_room = 0;
	}
}

size_t postings_size(const struct postings *postings)
{
	if (postings->count == 0)
		return 0;
	return postings->bytes.length + postings->count * (sizeof *postings->starts + sizeof *postings->sorted) +
	       lexicon_size(&postings->lexicon);
}

/* Puts each posting behind those of smaller words and those of its own word that came before it. */
void postings_sort(struct postings *postings)
{
	uint32_t words = postings->lexicon.count, sum = 0;
	uint32_t *ends = memory_take(words * sizeof *ends); /* of what is placed of each word so far */
	postings->word_order = memory_take(words * sizeof *postings->word_order);
	postings->sorted = memory_take(postings->count * sizeof *postings->sorted);
	lexicon_sort(&postings->lexicon, postings->word_order);
	for (uint32_t i = 0; i < words; i++) {
		ends[postings->word_order[i]] = sum;
		sum += postings->lexicon.words[postings->word_order[i]].postings;
	}
	for (uint32_t i = 0; i < postings->count; i++)
		postings->sorted[ends[postings->starts[i].word]++] = i;
	postings->next_word = postings->next_posting = 0;
	free(ends);
}

bool postings_next(struct postings *postings, struct posting_list *list)
{
	if (postings->next_word == postings->lexicon.count)
		return false;
	const struct word *word = &postings->lexicon.words[postings->word_order[postings->next_word++]];
	list->word = lexicon_letters(&postings->lexicon, word);
	list->first = postings->next_posting;
	list->count = word->postings;
	list->size = word->size;
	postings->next_posting += list->count;
	return true;
}

#define STEPS_AHEAD 24 /* that the processor is told about the memory of later postings, which lie all over the place */

static void expect(const struct postings *postings, size_t place)
{
	if (place + STEPS_AHEAD >= postings->count)
		return;
	__builtin_prefetch(postings->bytes.at + postings->starts[postings->sorted[place + STEPS_AHEAD]].at);
	if (place + 2 * STEPS_AHEAD < postings->count)
		__builtin_prefetch(&postings->starts[postings->sorted[place + 2 * STEPS_AHEAD]]);
}

struct str postings_at(const struct postings *postings, const struct posting_list *list, size_t i)
{
	uint32_t posting = postings->sorted[list->first + i];
	expect(postings, list->first + i);
	size_t end = posting + 1 < postings->count ? postings->starts[posting + 1].at : postings->bytes.length;
	return str_slice(bytes_str(&postings->bytes), postings->starts[posting].at, end);
}
