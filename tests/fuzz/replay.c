/* SPDX-License-Identifier: MIT */
/* Calls the fuzz target with each file that is named: crashes that were found once stay mended. */
#include "fuzz.h"

#include "adr/base/file.h"

#include <stdlib.h>

/* A copy of its exact size, so that a sanitizer sees the first byte read behind it. */
static void replay(struct str text)
{
	uint8_t *bytes = memory_take(text.length > 0 ? text.length : 1);
	if (text.length > 0)
		memcpy(bytes, text.at, text.length);
	LLVMFuzzerTestOneInput(bytes, text.length);
	free(bytes);
}

int main(int count, char **arguments)
{
	struct error error = {0};
	struct arena *arena = arena_new();
	enum outcome outcome = count > 1 ? OUTCOME_OK : fail(&error, "no corpus to replay");
	for (int i = 1; i < count && !outcome; i++) {
		struct str text;
		outcome = file_read(arena, arguments[i], (size_t)16 << 20, &text, &error);
		if (!outcome)
			replay(text);
	}
	if (outcome)
		fprintf(stderr, "%s\n", error.text);
	arena_free(arena);
	return (int)outcome;
}
