/* SPDX-License-Identifier: MIT */
/* Bytes as ASCII characters; the same in every locale. Bytes of other characters are nothing of the kind. */
#ifndef ADR_BASE_ASCII_H
#define ADR_BASE_ASCII_H

#include <stdbool.h>

static inline bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static inline char to_lower(char byte)
{
	return byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte;
}

static inline bool is_letter(char byte)
{
	char lower = to_lower(byte);
	return lower >= 'a' && lower <= 'z';
}

#endif
