/* SPDX-License-Identifier: MIT */
#include "runs.h"

void runs_release(struct runs *runs)
{
	for (size_t i = 0; i < runs->room; i++)
		bytes_release(&runs->item[i].bytes);
	free(runs->item);
	free(runs->heap);
	*runs = (struct runs){0};
}

void runs_clear(struct runs *runs)
{
	for (size_t i = 0; i < runs->count; i++)
		bytes_clear(&runs->item[i].bytes);
	runs->count = runs->size = 0;
}

static struct run *new_run(struct runs *runs)
{
	if (runs->count == runs->room) {
		size_t room = runs->room ? runs->room * 2 : 16;
		runs->item = memory_grow(runs->item, room * sizeof *runs->item);
		runs->heap = memory_grow(runs->heap, room * sizeof *runs->heap);
		memset(runs->item + runs->room, 0, (room - runs->room) * sizeof *runs->item);
		runs->room = room;
	}
	return &runs->item[runs->count++];
}

static void add_list(struct run *run, const struct postings *postings, const struct posting_list *list)
{
	bytes_reserve(&run->bytes, 2 * VARINT_MOST + list->word.length + list->size);
	bytes_put(&run->bytes, list->word.length);
	bytes_add(&run->bytes, list->word);
	bytes_put(&run->bytes, list->size);
	for (size_t i = 0; i < list->count; i++)
		bytes_add_small(&run->bytes, postings_at(postings, list, i));
}

void runs_add(struct runs *runs, struct postings *postings)
{
	struct run *run = new_run(runs);
	struct posting_list list;
	run->first_record = postings->first_record;
	postings_sort(postings);
	while (postings_next(postings, &list))
		add_list(run, postings, &list);
	runs->size += run->bytes.length;
	postings_clear(postings);
}

static struct str take_piece(struct str *rest)
{
	uint64_t length;
	size_t start = read_varint(rest->at, &length);
	struct str piece = str_slice(*rest, start, start + (size_t)length);
	*rest = str_from(*rest, start + (size_t)length);
	return piece;
}

/* The run with the smaller word; of the same word, the run with the smaller records. */
static bool comes_first(const struct runs *runs, uint32_t a, uint32_t b)
{
	int order = str_compare(runs->item[a].word, runs->item[b].word);
	return order != 0 ? order < 0 : a < b;
}

/* Lets the run at `at` of the heap sink to where it belongs. */
static void sink(struct runs *runs, size_t at)
{
	for (;;) {
		size_t child = 2 * at + 1;
		if (child >= runs->heap_count)
			return;
		if (child + 1 < runs->heap_count && comes_first(runs, runs->heap[child + 1], runs->heap[child]))
			child++;
		if (!comes_first(runs, runs->heap[child], runs->heap[at]))
			return;
		uint32_t moved = runs->heap[at];
		runs->heap[at] = runs->heap[child];
		runs->heap[child] = moved;
		at = child;
	}
}

void runs_merge(struct runs *runs)
{
	runs->heap_count = 0;
	for (size_t i = 0; i < runs->count; i++) {
		struct run *run = &runs->item[i];
		run->rest = bytes_str(&run->bytes);
		if (str_empty(run->rest))
			continue;
		run->word = take_piece(&run->rest);
		runs->heap[runs->heap_count++] = (uint32_t)i;
	}
	for (size_t i = runs->heap_count / 2; i > 0; i--)
		sink(runs, i - 1);
}

bool runs_next_word(struct runs *runs, struct str *word)
{
	if (runs->heap_count == 0)
		return false;
	*word = runs->item[runs->heap[0]].word;
	return true;
}

bool runs_next_part(struct runs *runs, struct str word, struct posting_reader *reader)
{
	if (runs->heap_count == 0)
		return false;
	struct run *run = &runs->item[runs->heap[0]];
	if (!str_equal(run->word, word))
		return false;
	*reader = (struct posting_reader){take_piece(&run->rest), run->first_record};
	if (str_empty(run->rest))
		runs->heap[0] = runs->heap[--runs->heap_count];
	else
		run->word = take_piece(&run->rest);
	sink(runs, 0);
	return true;
}

bool posting_next(struct posting_reader *reader, struct posting *posting)
{
	uint64_t record;
	if (str_empty(reader->rest))
		return false;
	reader->rest = str_from(reader->rest, read_varint(reader->rest.at, &record));
	posting->record = reader->first_record + (int64_t)record;
	posting->places = take_piece(&reader->rest);
	return true;
}
