/* SPDX-License-Identifier: MIT */
/* What every unit test includes: cmocka in the order it wants, and comparison of borrowed texts. */
#ifndef ADR_TESTS_TESTING_H
#define ADR_TESTS_TESTING_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

/* fail() is a function of base/error.h; cmocka's macro of that name goes, and fail_msg(), which uses it, is made anew. */
#undef fail
#undef fail_msg
#define fail_msg(...) (print_error(__VA_ARGS__), print_error("\n"), _fail(__FILE__, __LINE__))

#include "adr/base/str.h"

/* Compares a `struct str` with a C string; shows both when they differ. */
#define assert_str(text, expected) assert_str_at((text), (expected), __FILE__, __LINE__)

static inline void assert_str_at(struct str text, const char *expected, const char *file, int line)
{
	if (str_equal(text, str_of(expected)))
		return;
	print_error("\"%.*s\" instead of \"%s\"\n", STR_ARG(text), expected);
	_fail(file, line);
}

#endif
