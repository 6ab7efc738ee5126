/* SPDX-License-Identifier: MIT */
/* cmocka makes a macro of `fail`, so it comes behind the program's own headers. */
#ifndef RENDER_CMOCKA_LAST_H
#define RENDER_CMOCKA_LAST_H

#include "adr/base/error.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#endif
