/* SPDX-License-Identifier: MIT */
/* generate KIND - writes one hostile record to standard output. Each is small to describe and expensive to a reader
 * that trusts its input; none is kept in the repository because some are megabytes long. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define KIB 1024
#define MIB (1024 * 1024)

static void repeat(const char *piece, size_t times)
{
	for (size_t i = 0; i < times; i++)
		fputs(piece, stdout);
}

static void head(const char *title)
{
	printf("# 2. %s\n\nDate: 2026-01-02\n\n## Status\n\nAccepted\n\n## Context\n\n", title);
}

static void tail(void)
{
	fputs("\n\n## Decision\n\nWe stop here.\n\n## Consequences\n\nNone.\n", stdout);
}

/* 64 KB: a header of 8,000 columns and 11,000 rows of one cell, which the parser fills up to 88 million cells. */
static void table_cells(void)
{
	head("Wide table");
	repeat("|a", 8000);
	puts("|");
	repeat("|-", 8000);
	puts("|");
	repeat("|a\n", 11000);
	tail();
}

static void nested_quotes(void)
{
	head("Deep quotes");
	repeat(">", 100000);
	puts(" down here");
	tail();
}

/* The lazy continuation lines make every level be looked at again for each line. */
static void nested_quotes_lines(void)
{
	head("Deep quotes over many lines");
	repeat(">", 33000);
	puts("a");
	repeat("b\n", 15000);
	tail();
}

static void nested_lists(void)
{
	head("Deep lists");
	repeat("- ", 100000);
	puts("down here");
	repeat("\n", 1000);
	tail();
}

static void nested_brackets(void)
{
	head("Deep brackets");
	repeat("[", 100000);
	repeat("a](b", 1000);
	repeat("]", 100000);
	tail();
}

static void nested_emphasis(void)
{
	head("Deep emphasis");
	repeat("**a _b ", 20000);
	tail();
}

static void reference_bomb(void)
{
	head("References");
	fputs("[a]: /", stdout);
	repeat("x", 32 * KIB);
	puts("\n");
	repeat("[a] ", 8 * KIB);
	tail();
}

static void html_openers(void)
{
	head("Half-open HTML");
	repeat("a<?<!A <![CDATA[![[]()", 5000);
	tail();
}

/* Nine levels of ten aliases: a thousand million values if they were expanded. */
static void yaml_aliases(void)
{
	puts("---\nstatus: accepted\na0: &a0 [x, x, x, x, x, x, x, x, x, x]");
	for (int level = 1; level < 10; level++) {
		printf("a%d: &a%d [", level, level);
		for (int i = 0; i < 10; i++)
			printf("%s*a%d", i ? ", " : "", level - 1);
		puts("]");
	}
	puts("decision-makers: *a9\n---");
	head("Aliases");
	tail();
}

static void yaml_brackets(void)
{
	fputs("---\nstatus: accepted\ntags: ", stdout);
	repeat("[", 10000);
	puts("\n---");
	head("Brackets in front matter");
	tail();
}

static void yaml_unclosed(void)
{
	puts("---\nstatus: accepted");
	repeat("key: value\n", 20000);
	head("Front matter without an end");
	tail();
}

static void long_line(void)
{
	head("A line of 10 MB");
	repeat("word ", 2 * MIB);
	tail();
}

static void huge_file(void)
{
	head("A file of 40 MB");
	repeat("A line of text, as there are many of them, and then some more of it.\n", 600000);
	tail();
}

/* Escape sequences, as C0 and as C1, a bell, and characters that turn the direction of text, wherever something is
 * shown to people. */
static void many_decisions(void)
{
	printf("# Decisions\n");
	for (int i = 1; i <= 100000; i++)
		printf("\n## D-%d: Use %d\n\n**Status:** accepted\n\nSee [one](#d-%d).\n", i, i, i / 2);
}

static void escapes(void)
{
#define EVIL "\033[31mred\033]0;owned\007 \302\2332J \342\200\256turned\342\201\246 \r"
	puts("# 2. Title " EVIL);
	puts("\nDate: 2026-01-02 " EVIL);
	puts("\n## Status\n\nAccepted " EVIL "\n\nSupersedes [" EVIL "](" EVIL ".md)");
	puts("\n## Context\n\nWe chose a message broker " EVIL);
	puts("\n## Considered Options\n\n* Kafka " EVIL "\n* RabbitMQ " EVIL);
	puts("\n## Decision\n\nWe will use Kafka as the message broker " EVIL);
	puts("\n## Consequences\n\nNone " EVIL);
#undef EVIL
}

static void binary(void)
{
	for (unsigned i = 0; i < 64 * KIB; i++)
		putchar((int)((i * 2654435761u >> 13) & 0xff));
}

static void nul_bytes(void)
{
	head("Before the hole");
	for (int i = 0; i < 4 * KIB; i++)
		putchar(0);
	tail();
}

static const struct kind {
	const char *name;
	void (*write)(void);
} kinds[] = {
	{"table-cells", table_cells},
	{"nested-quotes", nested_quotes},
	{"nested-quotes-lines", nested_quotes_lines},
	{"nested-lists", nested_lists},
	{"nested-brackets", nested_brackets},
	{"nested-emphasis", nested_emphasis},
	{"reference-bomb", reference_bomb},
	{"html-openers", html_openers},
	{"yaml-aliases", yaml_aliases},
	{"yaml-brackets", yaml_brackets},
	{"yaml-unclosed", yaml_unclosed},
	{"long-line", long_line},
	{"huge-file", huge_file},
	{"many-decisions", many_decisions},
	{"escapes", escapes},
	{"binary", binary},
	{"nul-bytes", nul_bytes},
};

int main(int argc, char **argv)
{
	for (size_t i = 0; argc == 2 && i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(argv[1], kinds[i].name) == 0) {
			kinds[i].write();
			return fflush(stdout) == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
		}
	fputs("usage: generate KIND\n", stderr);
	return EXIT_FAILURE;
}
