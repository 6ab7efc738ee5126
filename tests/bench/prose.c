/* SPDX-License-Identifier: MIT */
#include "prose.h"

#include <math.h>
#include <stdlib.h>

#define RARE_WORDS 200000
#define LINE_WIDTH 100
#define COMMON_PERCENT 45 /* of all words */
#define TOPIC_PERCENT 72  /* of the others: what this text speaks of */
#define TOPIC_WORDS 150

/* The most frequent first. */
static const char *const common[] = {
	"the",        "to",          "of",          "and",         "a",         "in",
	"is",         "for",         "that",        "we",          "be",        "with",
	"as",         "on",          "it",          "are",         "this",      "by",
	"will",       "or",          "an",          "from",        "not",       "can",
	"our",        "have",        "which",       "all",         "should",    "at",
	"use",        "service",     "data",        "more",        "has",       "team",
	"when",       "if",          "each",        "but",         "other",     "code",
	"used",       "system",      "need",        "only",        "one",       "must",
	"new",        "teams",       "its",         "also",        "so",        "services",
	"because",    "than",        "time",        "they",        "would",     "no",
	"same",       "between",     "into",        "may",         "do",        "any",
	"there",      "application", "run",         "such",        "changes",   "existing",
	"without",    "support",     "already",     "their",       "build",     "make",
	"two",        "over",        "development", "user",        "these",     "client",
	"library",    "was",         "both",        "requests",    "API",       "some",
	"version",    "deployment",  "using",       "change",      "what",      "how",
	"test",       "able",        "require",     "required",    "still",     "configuration",
	"every",      "up",          "way",         "out",         "single",    "cost",
	"first",      "event",       "events",      "message",     "messages",  "work",
	"production", "different",   "through",     "performance", "however",   "multiple",
	"operations", "keep",        "release",     "where",       "after",     "them",
	"database",   "does",        "component",   "components",  "tests",     "set",
	"like",       "well",        "most",        "developers",  "maintain",  "approach",
	"network",    "simple",      "queries",     "before",      "current",   "level",
	"number",     "access",      "store",       "many",        "project",   "request",
	"standard",   "write",       "read",        "values",      "within",    "possible",
	"based",      "provide",     "environment", "allows",      "running",   "model",
	"process",    "security",    "complexity",  "benefit",     "risk",      "easier",
	"deploy",     "error",       "errors",      "schema",      "latency",   "memory",
	"cluster",    "monitoring",  "pipeline",    "backup",      "knowledge", "hiring",
};

#define COMMON_COUNT (sizeof common / sizeof *common)

/* A rare word is made of its rank alone, so that it is spelt the same wherever it stands. */
static void add_rare(struct text *out, uint32_t rank)
{
	static const char *const starts[] = {"b",  "br", "c", "ch", "d",  "dr", "f",  "g",  "gr", "h",
					     "j",  "k",  "l", "m",  "n",  "p",  "pl", "qu", "r",  "s",
					     "sh", "st", "t", "tr", "th", "v",  "w",  "z"};
	static const char *const middles[] = {"a", "e", "i", "o", "u", "ai", "ea", "io", "ou", "ee"};
	static const char *const ends[] = {"",   "n",  "r", "s",  "t",  "l",   "m",   "ck",   "nd",  "ng",
					   "st", "rt", "x", "nt", "ly", "ble", "ing", "tion", "ment"};
	struct dice dice = {.state = rank * 2654435761U};
	uint32_t syllables = 1 + dice_roll(&dice, 3);
	for (uint32_t i = 0; i < syllables; i++) {
		text_add_z(out, starts[dice_roll(&dice, sizeof starts / sizeof *starts)]);
		text_add_z(out, middles[dice_roll(&dice, sizeof middles / sizeof *middles)]);
	}
	text_add_z(out, ends[dice_roll(&dice, sizeof ends / sizeof *ends)]);
}

/* 0 up to, not including, `count`; small numbers more often, by Zipf's law. */
static uint32_t roll_rank(struct dice *dice, uint32_t count)
{
	return (uint32_t)exp(dice_share(dice) * log(count + 1)) - 1;
}

void add_word(const struct writer *writer)
{
	if (dice_chance(writer->dice, COMMON_PERCENT)) {
		text_add_z(writer->out, common[roll_rank(writer->dice, COMMON_COUNT)]);
	} else if (dice_chance(writer->dice, TOPIC_PERCENT)) {
		struct dice topic = {.state = writer->topic + roll_rank(writer->dice, TOPIC_WORDS)};
		add_rare(writer->out, roll_rank(&topic, RARE_WORDS));
	} else {
		add_rare(writer->out, roll_rank(writer->dice, RARE_WORDS));
	}
}

void add_words(const struct writer *writer, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		if (i > 0)
			text_add_byte(writer->out, ' ');
		add_word(writer);
	}
}

static void add_marked_word(const struct writer *writer)
{
	const char *mark = dice_chance(writer->dice, 50) ? "`" : "**";
	text_add_z(writer->out, mark);
	add_word(writer);
	text_add_z(writer->out, mark);
}

static void capitalize(struct text *out, size_t at)
{
	if (at < out->length && out->at[at] >= 'a' && out->at[at] <= 'z')
		out->at[at] = (char)(out->at[at] - 'a' + 'A');
}

void add_sentence(const struct writer *writer)
{
	uint32_t words = 7 + dice_roll(writer->dice, 16);
	size_t start = writer->out->length;
	for (uint32_t i = 0; i < words; i++) {
		if (i > 0)
			text_add_z(writer->out, dice_chance(writer->dice, 6) ? ", " : " ");
		if (dice_chance(writer->dice, 2))
			add_marked_word(writer);
		else
			add_word(writer);
	}
	text_add_byte(writer->out, '.');
	capitalize(writer->out, start);
}

/* Breaks what was added since `start` into lines. */
static void wrap(struct text *out, size_t start)
{
	size_t line = start, space = 0;
	for (size_t i = start; i < out->length; i++) {
		if (out->at[i] == ' ')
			space = i;
		if (i - line > LINE_WIDTH && space > line) {
			out->at[space] = '\n';
			line = space + 1;
		}
	}
}

void add_paragraph(const struct writer *writer, uint32_t sentences)
{
	size_t start = writer->out->length;
	for (uint32_t i = 0; i < sentences; i++) {
		if (i > 0)
			text_add_byte(writer->out, ' ');
		add_sentence(writer);
	}
	wrap(writer->out, start);
	text_add_z(writer->out, "\n\n");
}

void add_bullets(const struct writer *writer, uint32_t count)
{
	for (uint32_t i = 0; i < count; i++) {
		text_add_z(writer->out, "* ");
		add_sentence(writer);
		text_add_byte(writer->out, '\n');
	}
	text_add_byte(writer->out, '\n');
}

void add_table(const struct writer *writer, uint32_t rows)
{
	text_add_z(writer->out, "| Criterion | Weight | Remark |\n|---|---:|---|\n");
	for (uint32_t i = 0; i < rows; i++) {
		text_add_z(writer->out, "| ");
		add_words(writer, 2);
		text_printf(writer->out, " | %u | ", 1 + dice_roll(writer->dice, 10));
		add_words(writer, 6);
		text_add_z(writer->out, " |\n");
	}
	text_add_byte(writer->out, '\n');
}

void add_code(const struct writer *writer)
{
	uint32_t lines = 4 + dice_roll(writer->dice, 6);
	text_add_z(writer->out, "```yaml\n");
	for (uint32_t i = 0; i < lines; i++) {
		text_add_repeat(writer->out, ' ', 2 * (size_t)dice_roll(writer->dice, 4));
		add_word(writer);
		text_add_z(writer->out, ": ");
		add_word(writer);
		text_printf(writer->out, "-%u\n", dice_roll(writer->dice, 9000));
	}
	text_add_z(writer->out, "```\n\n");
}
