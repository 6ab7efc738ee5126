/* SPDX-License-Identifier: MIT */
/* Text that grows, on the heap. Always NUL-terminated after the first append. Start with `struct text t = {0};`
 * (or SCOPED(text_release)) and end with text_release(). */
#ifndef ADR_BASE_TEXT_H
#define ADR_BASE_TEXT_H

#include "adr/base/str.h"

#include <stdarg.h>

struct text {
	char *at;      /* NULL until something was appended */
	size_t length; /* bytes, without the final NUL */
	size_t room;   /* bytes allocated */
};

void text_add(struct text *text, struct str piece);
void text_add_z(struct text *text, const char *piece);
void text_add_byte(struct text *text, char byte);
void text_add_repeat(struct text *text, char byte, size_t times);
void text_add_number(struct text *text, int64_t number); /* what printf makes of it, at a tenth of the cost */
void text_printf(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));
void text_vprintf(struct text *text, const char *format, va_list arguments) __attribute__((format(printf, 2, 0)));
void text_clear(struct text *text); /* empties it, keeps the memory */
void text_release(struct text *text);

static inline struct str text_str(const struct text *text)
{
	return (struct str){text->at, text->length};
}

#endif
