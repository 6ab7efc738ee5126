/* SPDX-License-Identifier: MIT */
#include "bytes.h"

#define FIRST_ROOM 4096

void bytes_grow(struct bytes *bytes, size_t more)
{
	size_t needed = bytes->length + more + BYTES_SLACK;
	size_t room = bytes->room ? bytes->room * 2 : FIRST_ROOM;
	bytes->room = room < needed ? needed : room;
	bytes->at = memory_grow(bytes->at, bytes->room);
	memset(bytes->at + bytes->length, 0, bytes->room - bytes->length);
}

size_t write_long_varint(char *at, uint64_t number)
{
	char reversed[VARINT_MOST];
	size_t length = 0;
	bool longest = number >> 56 != 0;
	reversed[length++] = (char)(longest ? number & 0xFF : number & 0x7F);
	number >>= longest ? 8 : 7;
	while (longest ? length < VARINT_MOST : number > 0) {
		reversed[length++] = (char)(0x80 | (number & 0x7F));
		number >>= 7;
	}
	for (size_t i = 0; i < length; i++)
		at[i] = reversed[length - 1 - i];
	return length;
}
