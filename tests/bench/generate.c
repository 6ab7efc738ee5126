/* SPDX-License-Identifier: MIT */
/* adr_bench_generate FOLDER COUNT SEED [SIZE] - writes projects of decision records for scripts/bench: SIZE (200) to a
 * project, seven of ten in the form of MADR with front matter, three in Nygard's. The same numbers give the same bytes. */
#include "prose.h"
#include "subjects.h"

#include "adr/base/file.h"

#include <stdio.h>
#include <stdlib.h>

static uint32_t project_size = 200; /* records; set once, from the command line */

#define REPLACED_AFTER 40 /* record n decides the same as record n - 40 of its project, and often takes its place */

struct decision {
	struct dice dice;
	uint32_t project, number; /* both from 1 */
	const struct subject *subject;
	const char *chosen;
	char slug[80];
	uint32_t supersedes; /* number; 0: none */
	bool superseded;     /* by number + REPLACED_AFTER */
	uint32_t year, month, day;
};

/* Every decision can be told without making those before it: all it depends on follows from seed and number. */
static struct dice dice_for(uint64_t seed, uint32_t project, uint32_t number)
{
	struct dice dice = {.state = seed ^ ((uint64_t)project << 32 | number)};
	dice_bits(&dice);
	return dice;
}

static bool takes_place(uint64_t seed, uint32_t project, uint32_t number)
{
	struct dice dice = dice_for(seed ^ 0xA5A5A5A5U, project, number);
	return number > REPLACED_AFTER && dice_chance(&dice, 30);
}

static void make_slug(struct decision *decision)
{
	size_t length = 0;
	char words[60];
	snprintf(words, sizeof words, "use-%s", decision->chosen);
	for (const char *at = words; *at; at++) {
		bool word = (*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9');
		if (*at >= 'A' && *at <= 'Z')
			decision->slug[length++] = (char)(*at - 'A' + 'a');
		else
			decision->slug[length++] = word ? *at : '-';
	}
	decision->slug[length] = '\0';
}

static struct decision decide(uint64_t seed, uint32_t project, uint32_t number)
{
	struct decision decision = {.dice = dice_for(seed, project, number), .project = project, .number = number};
	struct dice *dice = &decision.dice;
	decision.subject = &subjects[number % REPLACED_AFTER % subject_count];
	decision.chosen = decision.subject->options[dice_chance(dice, 80) ? 0 : dice_roll(dice, 4)];
	decision.supersedes = takes_place(seed, project, number) ? number - REPLACED_AFTER : 0;
	decision.superseded =
		number + REPLACED_AFTER <= project_size && takes_place(seed, project, number + REPLACED_AFTER);
	decision.year = 2017 + number / 22;
	decision.month = 1 + dice_roll(dice, 12);
	decision.day = 1 + dice_roll(dice, 28);
	make_slug(&decision);
	return decision;
}

static const char *person(struct dice *dice)
{
	static const char *const people[] = {
		"Amina Diallo",  "Björn Lindqvist", "Chen Wei",      "Dagmar Vogel",  "Ewa Nowak",       "Farid Haddad",
		"Giulia Ricci",  "Hiro Tanaka",     "Ines Carvalho", "Jonas Keller",  "Kateryna Bondar", "Liam Byrne",
		"Marta Jiménez", "Nils Aaltonen",   "Oluchi Eze",    "Platform Team", "Security Guild",  "Ravi Menon",
	};
	return people[dice_roll(dice, sizeof people / sizeof *people)];
}

static void add_people(const struct writer *writer, struct decision *decision, const char *label)
{
	uint32_t count = 1 + dice_roll(&decision->dice, 3);
	text_printf(writer->out, "%s: [", label);
	for (uint32_t i = 0; i < count; i++)
		text_printf(writer->out, "%s%s", i > 0 ? ", " : "", person(&decision->dice));
	text_add_z(writer->out, "]\n");
}

static void add_tags(const struct writer *writer)
{
	static const char *const tags[] = {"backend",    "frontend", "data",     "security",
					   "operations", "cost",     "platform", "mobile",
					   "compliance", "testing",  "network",  "observability"};
	uint32_t count = 1 + dice_roll(writer->dice, 3), first = dice_roll(writer->dice, 10);
	text_add_z(writer->out, "tags: [");
	for (uint32_t i = 0; i < count; i++)
		text_printf(writer->out, "%s%s", i > 0 ? ", " : "", tags[(first + i) % (sizeof tags / sizeof *tags)]);
	text_add_z(writer->out, "]\n");
}

static const char *status_word(struct decision *decision)
{
	if (decision->superseded)
		return "superseded";
	uint32_t roll = dice_roll(&decision->dice, 100);
	return roll < 82 ? "accepted" : roll < 92 ? "proposed" : roll < 96 ? "rejected" : "deprecated";
}

static struct decision related(struct decision *decision, uint64_t seed)
{
	uint32_t number = 1 + dice_roll(&decision->dice, decision->number);
	return decide(seed, decision->project, number);
}

static void add_links(const struct writer *writer, struct decision *decision, uint64_t seed)
{
	uint32_t count = 1 + dice_roll(&decision->dice, 3);
	for (uint32_t i = 0; i < count; i++) {
		struct decision other = related(decision, seed);
		text_printf(writer->out, "* [ADR-%04u](%04u-%s.md) ", other.number, other.number, other.slug);
		add_words(writer, 8);
		text_add_byte(writer->out, '\n');
	}
	text_add_z(writer->out, "* [Documentation](https://example.org/docs/");
	add_word(writer);
	text_add_z(writer->out, ")\n");
	if (decision->project > 1 && dice_chance(&decision->dice, 10)) {
		struct decision other = decide(seed, decision->project - 1, decision->number);
		text_printf(writer->out, "* See also [their record](../../../project-%04u/docs/adr/%04u-%s.md)\n",
			    other.project, other.number, other.slug);
	}
}

static void add_considered(const struct writer *writer, struct decision *decision)
{
	text_add_z(writer->out, "## Considered Options\n\n");
	for (size_t i = 0; i < 3; i++)
		text_printf(writer->out, "* %s\n", decision->subject->options[i]);
	if (decision->chosen == decision->subject->options[3])
		text_printf(writer->out, "* %s\n", decision->chosen);
	text_add_byte(writer->out, '\n');
}

static void add_pros_and_cons(const struct writer *writer, struct decision *decision)
{
	static const char *const words[] = {"Good", "Neutral", "Bad"};
	text_add_z(writer->out, "## Pros and Cons of the Options\n\n");
	for (size_t option = 0; option < 3; option++) {
		text_printf(writer->out, "### %s\n\n", decision->subject->options[option]);
		for (size_t i = 0; i < 3; i++) {
			text_printf(writer->out, "* %s, because ", words[i]);
			add_words(writer, 9);
			text_add_byte(writer->out, '\n');
		}
		text_add_byte(writer->out, '\n');
	}
}

static void add_front_matter(const struct writer *writer, struct decision *decision)
{
	text_printf(writer->out, "---\nstatus: %s\ndate: %u-%02u-%02u\n", status_word(decision), decision->year,
		    decision->month, decision->day);
	add_people(writer, decision, "decision-makers");
	add_people(writer, decision, "consulted");
	add_tags(writer);
	if (dice_chance(&decision->dice, 30))
		text_printf(writer->out, "review-by: %u-%02u-%02u\n",
			    decision->year + 1 + dice_roll(&decision->dice, 3), decision->month, decision->day);
	text_add_z(writer->out, "---\n\n");
}

static void add_supersedes(const struct writer *writer, struct decision *decision, uint64_t seed, const char *format)
{
	if (decision->supersedes == 0)
		return;
	struct decision older = decide(seed, decision->project, decision->supersedes);
	text_printf(writer->out, "%s[ADR-%04u](%04u-%s.md)\n\n", format, older.number, older.number, older.slug);
}

static void write_madr(const struct writer *writer, struct decision *decision, uint64_t seed)
{
	struct dice *dice = &decision->dice;
	add_front_matter(writer, decision);
	text_printf(writer->out, "# Use %s %s\n\n## Context and Problem Statement\n\n", decision->chosen,
		    decision->subject->matter);
	for (int i = 0; i < 3; i++)
		add_paragraph(writer, 4 + dice_roll(dice, 4));
	text_add_z(writer->out, "## Decision Drivers\n\n");
	add_bullets(writer, 3 + dice_roll(dice, 3));
	add_considered(writer, decision);
	text_printf(writer->out, "## Decision Outcome\n\nChosen option: \"%s\", because ", decision->chosen);
	add_paragraph(writer, 4);
	add_supersedes(writer, decision, seed, "Supersedes ");
	text_add_z(writer->out, "### Consequences\n\n");
	add_bullets(writer, 3 + dice_roll(dice, 3));
	add_pros_and_cons(writer, decision);
	add_table(writer, 3 + dice_roll(dice, 4));
	if (dice_chance(dice, 50))
		add_code(writer);
	text_add_z(writer->out, "## More Information\n\n");
	add_links(writer, decision, seed);
}

static void write_nygard(const struct writer *writer, struct decision *decision, uint64_t seed)
{
	struct dice *dice = &decision->dice;
	const char *status = status_word(decision);
	text_printf(writer->out, "# %u. Use %s %s\n\nDate: %u-%02u-%02u\n\n## Status\n\n%c%s\n\n", decision->number,
		    decision->chosen, decision->subject->matter, decision->year, decision->month, decision->day,
		    status[0] - 'a' + 'A', status + 1);
	add_supersedes(writer, decision, seed, "Supersedes ");
	text_add_z(writer->out, "## Context\n\n");
	for (int i = 0; i < 4; i++)
		add_paragraph(writer, 4 + dice_roll(dice, 5));
	add_table(writer, 3 + dice_roll(dice, 4));
	text_printf(writer->out, "## Decision\n\nWe will use %s %s, not %s. ", decision->chosen,
		    decision->subject->matter,
		    decision->subject->options[decision->chosen == decision->subject->options[1] ? 0 : 1]);
	add_paragraph(writer, 2 + dice_roll(dice, 3));
	add_code(writer);
	text_add_z(writer->out, "## Consequences\n\n");
	add_bullets(writer, 4 + dice_roll(dice, 4));
	for (int i = 0; i < 2; i++)
		add_paragraph(writer, 4 + dice_roll(dice, 4));
	text_add_z(writer->out, "## References\n\n");
	add_links(writer, decision, seed);
}

/* Not file_write(): that waits for the disk after each file. */
static void put_file(const char *path, const struct text *text)
{
	SCOPED(close_file) FILE *file = fopen(path, "wb");
	if (!file || fwrite(text->at, 1, text->length, file) != text->length || fflush(file) != 0) {
		perror(path);
		exit(3);
	}
}

static void make_folder(const char *path)
{
	struct error error;
	if (file_make_directory(path, &error) == OUTCOME_OK)
		return;
	fprintf(stderr, "%s\n", error.text);
	exit(3);
}

static void start_project(const char *folder, uint32_t project)
{
	SCOPED(text_release) struct text path = {0};
	SCOPED(text_release) struct text settings = {0};
	text_printf(&path, "%s/project-%04u/docs/adr", folder, project);
	make_folder(path.at);
	text_clear(&path);
	text_printf(&path, "%s/project-%04u/.adr.yml", folder, project);
	text_printf(&settings, "name: project-%04u\n", project);
	put_file(path.at, &settings);
}

static void write_record(const char *folder, uint64_t seed, uint32_t project, uint32_t number)
{
	SCOPED(text_release) struct text path = {0};
	SCOPED(text_release) struct text out = {0};
	struct decision decision = decide(seed, project, number);
	struct writer writer = {&out, &decision.dice, dice_bits(&decision.dice)};
	text_printf(&path, "%s/project-%04u/docs/adr/%04u-%s.md", folder, project, number, decision.slug);
	if (dice_chance(&decision.dice, 70))
		write_madr(&writer, &decision, seed);
	else
		write_nygard(&writer, &decision, seed);
	put_file(path.at, &out);
}

int main(int count, char **words)
{
	if (count == 5)
		project_size = (uint32_t)strtoul(words[4], NULL, 10);
	if ((count != 4 && count != 5) || project_size == 0) {
		fputs("usage: adr_bench_generate FOLDER COUNT SEED [SIZE]\n", stderr);
		return 2;
	}
	const char *folder = words[1];
	uint32_t records = (uint32_t)strtoul(words[2], NULL, 10);
	uint64_t seed = strtoull(words[3], NULL, 10);
	for (uint32_t i = 0; i < records; i++) {
		uint32_t project = 1 + i / project_size, number = 1 + i % project_size;
		if (number == 1)
			start_project(folder, project);
		write_record(folder, seed, project, number);
	}
	return 0;
}
