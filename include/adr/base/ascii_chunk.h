/* SPDX-License-Identifier: MIT */
/* Letters and digits of ASCII, eight bytes at a time: a chunk is one number whose lowest byte is the first. Words are
 * short, but eight bytes in a few instructions are still far cheaper than eight times one. */
#ifndef ADR_BASE_ASCII_CHUNK_H
#define ADR_BASE_ASCII_CHUNK_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define CHUNK_SIZE 8
#define CHUNK_OF_EACH(byte) (0x0101010101010101U * (byte))
#define CHUNK_HIGHEST_BITS CHUNK_OF_EACH(0x80U)

/* Between a number as it lies in memory and one whose lowest byte is the first. */
static inline uint64_t chunk_in_order(uint64_t number)
{
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	return __builtin_bswap64(number);
#else
	return number;
#endif
}

/* The first eight of `length` bytes, zeros behind the end. */
static inline uint64_t chunk_of(const char *at, size_t length)
{
	uint64_t chunk = 0;
	if (length >= CHUNK_SIZE)
		memcpy(&chunk, at, CHUNK_SIZE);
	else
		memcpy(&chunk, at, length);
	return chunk_in_order(chunk);
}

/* Writes all eight bytes. */
static inline void chunk_put(char *at, uint64_t chunk)
{
	chunk = chunk_in_order(chunk);
	memcpy(at, &chunk, CHUNK_SIZE);
}

/* Sets the highest bit of each byte that is at least `least`, and lower bits to anything; the bytes are below 0x80. */
static inline uint64_t chunk_at_least(uint64_t bytes, unsigned least)
{
	return bytes + CHUNK_OF_EACH(0x80U - least);
}

/* The highest bit of each byte that is neither an ASCII letter nor a digit, and no other bit. */
static inline uint64_t chunk_others(uint64_t chunk)
{
	uint64_t low = chunk & ~CHUNK_HIGHEST_BITS, lower = low | CHUNK_OF_EACH(0x20U);
	uint64_t letters = chunk_at_least(lower, 'a') & ~chunk_at_least(lower, 'z' + 1);
	uint64_t digits = chunk_at_least(low, '0') & ~chunk_at_least(low, '9' + 1);
	return ((letters | digits) & ~chunk & CHUNK_HIGHEST_BITS) ^ CHUNK_HIGHEST_BITS;
}

/* How many letters and digits the chunk begins with, from what chunk_others() says of it. */
static inline size_t chunk_word_length(uint64_t others)
{
	return others ? (size_t)__builtin_ctzll(others) / 8 : CHUNK_SIZE;
}

/* Letters in lower case and digits as they are; other bytes become anything. */
static inline uint64_t chunk_lower(uint64_t chunk)
{
	return chunk | CHUNK_OF_EACH(0x20U);
}

#endif
