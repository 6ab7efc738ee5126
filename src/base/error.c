/* SPDX-License-Identifier: MIT */
#include "adr/base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum outcome fail(struct error *error, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(error->text, sizeof error->text, format, arguments);
	va_end(arguments);
	return OUTCOME_FAILURE;
}

enum outcome fail_usage(struct error *error, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(error->text, sizeof error->text, format, arguments);
	va_end(arguments);
	return OUTCOME_USAGE;
}

enum outcome failed_while(enum outcome code, struct error *error, const char *format, ...)
{
	size_t length = strlen(error->text);
	va_list arguments;
	va_start(arguments, format);
	int added = snprintf(error->text + length, sizeof error->text - length, "\n  while ");
	if (added > 0 && length + (size_t)added < sizeof error->text)
		vsnprintf(error->text + length + (size_t)added, sizeof error->text - length - (size_t)added, format,
			  arguments);
	va_end(arguments);
	return code;
}
