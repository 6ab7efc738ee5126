/* SPDX-License-Identifier: MIT */
/* Postings of many records in sorted pieces, and their merger. Memory is slow where it is large: words are collected in
 * batches that fit into a processor's own cache, each batch is sorted into a run, and runs are only ever read and
 * written from front to back. */
#ifndef ADR_STORE_RUNS_H
#define ADR_STORE_RUNS_H

#include "postings.h"

/* Words by their bytes, with the records of one batch. */
struct run {
	struct bytes bytes;   /* for each word: its length, itself, its postings' size, its postings */
	int64_t first_record; /* postings count from here */
	struct str rest;      /* while merging: what comes behind the word below */
	struct str word;      /* while merging: the first that was not taken yet */
};

struct runs {
	struct run *item;
	size_t count, room; /* those from `count` on are empty and keep their memory */
	size_t size;        /* bytes in all runs */
	uint32_t *heap;     /* while merging: runs that have words left, the one with the first word on top */
	size_t heap_count;
};

void runs_release(struct runs *runs);
void runs_clear(struct runs *runs);

/* Makes a run of all postings and clears these. Records ascend from run to run. */
void runs_add(struct runs *runs, struct postings *postings);

/* A record that holds the word. */
struct posting {
	int64_t record;
	struct str places; /* positions as full-text search keeps them */
};

/* The postings of one word in one run, being read. */
struct posting_reader {
	struct str rest;
	int64_t first_record;
};

/* Merges: the next word of all runs, in the order of bytes; false when there is none left. The word is valid until the
 * next runs_next_word(). Then, one by one, what the runs have of it, by record; false when they have no more. */
void runs_merge(struct runs *runs);
bool runs_next_word(struct runs *runs, struct str *word);
bool runs_next_part(struct runs *runs, struct str word, struct posting_reader *reader);
bool posting_next(struct posting_reader *reader, struct posting *posting);

#endif
