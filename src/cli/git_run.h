/* SPDX-License-Identifier: MIT */
/* Running `git` safely; git.h has what is asked. */
#ifndef ADR_CLI_GIT_RUN_H
#define ADR_CLI_GIT_RUN_H

#include "git.h"

#include <stdio.h>
#include <sys/types.h>

/* A git that runs: read `output` to its end, then finish. */
struct git_process {
	pid_t id;     /* 0: none */
	FILE *output; /* what it prints */
	FILE *errors; /* what it complains about; a file without a name */
};

#define GIT_WORDS_MOST 16

/* Starts `git WORDS...` (ends with NULL) in the directory; it reads `input`, all of which is known before. */
NODISCARD enum outcome git_start(const struct git *git, const char *const *words, struct str input,
				 struct git_process *process, struct error *error);

/* Waits for the end; *status is the exit status, *complaint the first line on standard error. */
NODISCARD enum outcome git_finish(const struct git *git, struct git_process *process, int *status,
				  struct str *complaint, struct error *error);

/* Both in one, for short answers: all of its output, at most GIT_ANSWER_LIMIT bytes. */
#define GIT_ANSWER_LIMIT ((size_t)64 << 20)
NODISCARD enum outcome git_ask(const struct git *git, const char *const *words, struct str *answer, int *status,
			       struct str *complaint, struct error *error);

/* Ends what is still running: for early returns. */
void git_abandon(struct git_process *process);

#endif
