/* SPDX-License-Identifier: MIT */
/* The whole program behind main(): finds the command, reads its options, runs it, prints what failed. */
#ifndef ADR_CLI_RUN_H
#define ADR_CLI_RUN_H

/* Returns the exit status (CONTRACT.md: 0 done, 1 something found, 2 wrong usage, 3 could not be done). */
int run_program(int argc, char **argv);

#endif
