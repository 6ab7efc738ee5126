/* SPDX-License-Identifier: MIT */
/* Numbers that look random and are the same on every machine for the same seed: SplitMix64 (Steele, Lea, Flood 2014).
 */
#ifndef ADR_BENCH_DICE_H
#define ADR_BENCH_DICE_H

#include <stdbool.h>
#include <stdint.h>

struct dice {
	uint64_t state;
};

static inline uint64_t dice_bits(struct dice *dice)
{
	uint64_t z = dice->state += 0x9E3779B97F4A7C15U;
	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9U;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBU;
	return z ^ (z >> 31);
}

/* 0 up to, not including, `sides`. */
static inline uint32_t dice_roll(struct dice *dice, uint32_t sides)
{
	return (uint32_t)((dice_bits(dice) >> 32) * sides >> 32);
}

static inline bool dice_chance(struct dice *dice, uint32_t percent)
{
	return dice_roll(dice, 100) < percent;
}

/* 0 up to, not including, 1. */
static inline double dice_share(struct dice *dice)
{
	return (double)(dice_bits(dice) >> 11) * 0x1p-53;
}

#endif
