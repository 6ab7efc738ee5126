/* SPDX-License-Identifier: MIT */
/* Why the program could not do its work. Not for what is wrong with the user's records: those are findings
 * (model/finding.h), plain data. Bugs are asserts.
 *
 * A function that can fail returns `enum outcome` and takes `struct error *` last; on success the error is untouched.
 * fail() returns its code, so that an error exit is one line:
 *
 *     return fail(error, "cannot read %s: %s", path, strerror(errno));
 *
 * The message is complete, names the file, and is printed once, by main, cleaned of control characters. */
#ifndef ADR_BASE_ERROR_H
#define ADR_BASE_ERROR_H

/* Also the exit status of the program. */
enum outcome {
	OUTCOME_OK = 0,
	OUTCOME_FINDINGS = 1, /* the work is done and found something that fails */
	OUTCOME_USAGE = 2,    /* the command line is wrong */
	OUTCOME_FAILURE = 3,  /* the work could not be done */
};

struct error {
	char text[2048]; /* NUL-terminated; cut when longer */
};

/* Each sets the message and returns OUTCOME_FAILURE, OUTCOME_USAGE. */
enum outcome fail(struct error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));
enum outcome fail_usage(struct error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Puts "while ..." behind the message and returns `code` unchanged. */
enum outcome failed_while(enum outcome code, struct error *error, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

#endif
