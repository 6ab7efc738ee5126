/* SPDX-License-Identifier: MIT */
/* Compares output with a file under tests/unit/render/golden/. With ADR_UPDATE=1 in the environment the file is written
 * instead; read what changed before you commit it. */
#ifndef RENDER_GOLDEN_H
#define RENDER_GOLDEN_H

#include "adr/base/file.h"

#include <stdlib.h>

#include "testing.h"

#define GOLDEN_LIMIT ((size_t)1 << 20)

static inline void assert_golden(const char *name, struct str actual)
{
	struct arena *arena = arena_new();
	struct error error = {0};
	struct str expected = {0}, path = arena_printf(arena, "tests/unit/render/golden/%s", name);
	const char *update = getenv("ADR_UPDATE");
	if (update && *update && file_write(path.at, actual, false, &error) != OUTCOME_OK)
		fail_msg("%s", error.text);
	if (file_read(arena, path.at, GOLDEN_LIMIT, &expected, &error) != OUTCOME_OK)
		fail_msg("%s", error.text);
	if (!str_equal(expected, actual))
		fail_msg("%s differs from what was written:\n%.*s", path.at, STR_ARG(actual));
	arena_free(arena);
}

#endif
