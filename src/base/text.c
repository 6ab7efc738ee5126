/* SPDX-License-Identifier: MIT */
#include "adr/base/text.h"

#include "adr/base/arena.h"

#include <stdio.h>
#include <stdlib.h>

/* Room for `more` bytes and a NUL. A sum that is too large is more than there is memory. */
static void reserve(struct text *text, size_t more)
{
	if (more < text->room - text->length)
		return;
	size_t most = SIZE_MAX / 4, needed = more < most && text->length < most ? text->length + more + 1 : SIZE_MAX;
	size_t room = text->room ? text->room * 2 : 128;
	text->room = room < needed ? needed : room;
	text->at = memory_grow(text->at, text->room);
}

void text_add(struct text *text, struct str piece)
{
	reserve(text, piece.length);
	if (piece.length > 0)
		memcpy(text->at + text->length, piece.at, piece.length);
	text->length += piece.length;
	text->at[text->length] = '\0';
}

void text_add_z(struct text *text, const char *piece)
{
	text_add(text, str_of(piece));
}

void text_add_byte(struct text *text, char byte)
{
	text_add(text, (struct str){&byte, 1});
}

void text_add_repeat(struct text *text, char byte, size_t times)
{
	reserve(text, times);
	memset(text->at + text->length, byte, times);
	text->length += times;
	text->at[text->length] = '\0';
}

#define NUMBER_DIGITS 20

void text_add_number(struct text *text, int64_t number)
{
	char digits[NUMBER_DIGITS];
	size_t at = sizeof digits;
	uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
	do {
		digits[--at] = (char)('0' + rest % 10);
		rest /= 10;
	} while (rest > 0);
	if (number < 0)
		text_add_byte(text, '-');
	text_add(text, (struct str){digits + at, sizeof digits - at});
}

void text_vprintf(struct text *text, const char *format, va_list arguments)
{
	va_list again;
	va_copy(again, arguments);
	int length = vsnprintf(NULL, 0, format, arguments);
	if (length > 0) {
		reserve(text, (size_t)length);
		vsnprintf(text->at + text->length, (size_t)length + 1, format, again);
		text->length += (size_t)length;
	}
	va_end(again);
}

void text_printf(struct text *text, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	text_vprintf(text, format, arguments);
	va_end(arguments);
}

void text_clear(struct text *text)
{
	text->length = 0;
	if (text->at)
		text->at[0] = '\0';
}

void text_release(struct text *text)
{
	free(text->at);
	*text = (struct text){0};
}
