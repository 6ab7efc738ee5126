/* SPDX-License-Identifier: MIT */
/* The function that libFuzzer calls, and that replay.c calls with the files of the corpus. */
#ifndef ADR_TESTS_FUZZ_H
#define ADR_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
