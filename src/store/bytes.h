/* SPDX-License-Identifier: MIT */
/* Bytes that are written a few at a time, hundreds of millions of times: like struct text, but room is asked for once
 * for many writes, and everything small is inlined. Also numbers of variable length as SQLite has them: seven bits a
 * byte, the highest first, nine bytes at most. */
#ifndef ADR_STORE_BYTES_H
#define ADR_STORE_BYTES_H

#include "adr/base/arena.h"
#include "adr/base/str.h"

#include <stdlib.h>

#define BYTES_SLACK 16 /* bytes behind the end that may be read and written: see bytes_add_small() */
#define VARINT_MOST 9

struct bytes {
	char *at;
	size_t length, room;
};

static inline struct str bytes_str(const struct bytes *bytes)
{
	return (struct str){bytes->at, bytes->length};
}

static inline void bytes_clear(struct bytes *bytes)
{
	bytes->length = 0;
}

static inline void bytes_release(struct bytes *bytes)
{
	free(bytes->at);
	*bytes = (struct bytes){0};
}

void bytes_grow(struct bytes *bytes, size_t more); /* the slow half of bytes_reserve() */

/* Makes room for `more` bytes, and the slack behind them. */
static inline void bytes_reserve(struct bytes *bytes, size_t more)
{
	if (bytes->room - bytes->length < more + BYTES_SLACK)
		bytes_grow(bytes, more);
}

static inline void bytes_add(struct bytes *bytes, struct str piece)
{
	bytes_reserve(bytes, piece.length);
	if (piece.length > 0)
		memcpy(bytes->at + bytes->length, piece.at, piece.length);
	bytes->length += piece.length;
}

/* The same where room was reserved and `piece` itself lies in a struct bytes: short pieces are copied as sixteen bytes,
 * which is one instruction; what is too much falls into the slack and is written over. */
static inline void bytes_add_small(struct bytes *bytes, struct str piece)
{
	if (piece.length <= BYTES_SLACK)
		memcpy(bytes->at + bytes->length, piece.at, BYTES_SLACK);
	else
		memcpy(bytes->at + bytes->length, piece.at, piece.length);
	bytes->length += piece.length;
}

size_t write_long_varint(char *at, uint64_t number); /* the slow half of write_varint() */

/* Writes a number and returns how many bytes it has. */
static inline size_t write_varint(char *at, uint64_t number)
{
	if (number < 0x80) {
		at[0] = (char)number;
		return 1;
	}
	if (number < 0x4000) {
		at[0] = (char)(0x80 | number >> 7);
		at[1] = (char)(number & 0x7F);
		return 2;
	}
	return write_long_varint(at, number);
}

/* Adds a number where room was reserved. */
static inline void bytes_put(struct bytes *bytes, uint64_t number)
{
	bytes->length += write_varint(bytes->at + bytes->length, number);
}

static inline void bytes_add_varint(struct bytes *bytes, uint64_t number)
{
	bytes_reserve(bytes, VARINT_MOST);
	bytes_put(bytes, number);
}

/* Reads a number that write_varint() wrote, and returns how many bytes it has. */
static inline size_t read_varint(const char *at, uint64_t *number)
{
	size_t length = 0;
	uint64_t sum = 0;
	for (;;) {
		unsigned char byte = (unsigned char)at[length++];
		if (length == VARINT_MOST) {
			*number = sum << 8 | byte; /* the ninth byte carries eight bits */
			return length;
		}
		sum = sum << 7 | (byte & 0x7F);
		if (byte < 0x80) {
			*number = sum;
			return length;
		}
	}
}

#endif
