/* SPDX-License-Identifier: MIT */
/* embed_words OUT.c data/words/en.yml ... - turns the word files into the tables of `vocabulary_builtin`.
 * A build tool: everything that is wrong with a word file stops the build with file:line:column. Languages count in
 * the order of the arguments. */
#include "word_list.h"

#include <stdlib.h>

struct entries LIST_OF(struct word);

struct build {
	struct arena *arena;
	struct entries classes[WORD_CLASS_COUNT];
	struct strs languages;
	struct date_orders LIST_OF(enum date_order) date_orders; /* in step with the languages */
	struct writings LIST_OF(struct writing) writings;        /* likewise */
	struct error *error;
};

static enum outcome add_file(struct build *build, const char *path)
{
	struct source source;
	struct yaml_node *root;
	struct yaml_check check = {build->arena, &source, build->error};
	struct word_list list = {.language = (uint8_t)build->languages.count};
	enum outcome outcome = yaml_load(build->arena, path, &source, &root, build->error);
	if (outcome == OUTCOME_OK && !root)
		return fail(build->error, "%s: holds no words", path);
	if (outcome == OUTCOME_OK)
		outcome = yaml_read_mapping(&check, root, "a file of words", word_file_keys, &list);
	if (outcome == OUTCOME_OK && str_empty(list.code))
		return yaml_fail(&check, root->at, "the key 'language' is missing");
	if (outcome == OUTCOME_OK && str_empty(list.writing.review))
		return yaml_fail(&check, root->at, "the key 'writing' is missing");
	if (outcome == OUTCOME_OK)
		outcome = word_list_settle(&check, &list);
	if (outcome != OUTCOME_OK)
		return outcome;
	*LIST_ADD(build->arena, &build->languages) = list.code;
	*LIST_ADD(build->arena, &build->date_orders) = list.date_order;
	*LIST_ADD(build->arena, &build->writings) = list.writing;
	LIST_EACH (struct word_entry, entry, &list.entries)
		*LIST_ADD(build->arena, &build->classes[entry->own.class]) = entry->own.word;
	return OUTCOME_OK;
}

static int compare_words(const void *left, const void *right)
{
	const struct word *a = left, *b = right;
	int order = str_compare(a->key, b->key);
	return order ? order : (a->language > b->language) - (a->language < b->language);
}

/* Folded text holds letters, digits and spaces only, so it needs no escaping. */
static void print_class(FILE *out, size_t class, const struct entries *entries)
{
	if (!entries->count)
		return;
	fprintf(out, "static const struct word words_%zu[] = {\n", class);
	LIST_EACH (const struct word, word, entries)
		fprintf(out, "\t{STR_INIT(\"%.*s\"), %u, %u},\n", STR_ARG(word->key), word->meaning, word->language);
	fprintf(out, "};\n\n");
}

static void print_writings(FILE *out, const struct build *build)
{
	fprintf(out, "static const struct writing writings[] = {\n");
	LIST_EACH (const struct writing, writing, &build->writings) {
		fprintf(out, "\t{STR_INIT(\"%.*s\"), STR_INIT(\"%.*s\"), {", STR_ARG(writing->reviewed),
			STR_ARG(writing->review));
		for (size_t month = 0; month < 12; month++)
			fprintf(out, "STR_INIT(\"%.*s\"), ", STR_ARG(writing->months[month]));
		fprintf(out, "}},\n");
	}
	fprintf(out, "};\n\n");
}

static void print_vocabulary(FILE *out, const struct build *build)
{
	fprintf(out,
		"/* Made by embed_words from data/words; do not edit. */\n#include \"adr/model/vocabulary.h\"\n\n");
	for (size_t i = 0; i < WORD_CLASS_COUNT; i++)
		print_class(out, i, &build->classes[i]);
	print_writings(out, build);
	fprintf(out, "static const struct str languages[] = {\n");
	LIST_EACH (struct str, language, &build->languages)
		fprintf(out, "\tSTR_INIT(\"%.*s\"),\n", STR_ARG(*language));
	fprintf(out, "};\n\nstatic const uint8_t date_orders[] = {");
	LIST_EACH (enum date_order, order, &build->date_orders)
		fprintf(out, "%d, ", (int)*order);
	fprintf(out, "};\n\nconst struct vocabulary vocabulary_builtin = {\n\t.classes = {\n");
	for (size_t i = 0; i < WORD_CLASS_COUNT; i++) {
		if (build->classes[i].count)
			fprintf(out, "\t\t[%zu] = {words_%zu, %zu},\n", i, i, build->classes[i].count);
	}
	fprintf(out,
		"\t},\n\t.languages = languages,\n\t.writing = writings,\n\t.date_orders = "
		"date_orders,\n\t.language_count = %zu,\n};\n",
		build->languages.count);
}

static enum outcome write_vocabulary(const char *path, const struct build *build)
{
	SCOPED(close_file) FILE *out = fopen(path, "wb");
	if (!out)
		return fail(build->error, "cannot write %s", path);
	print_vocabulary(out, build);
	return fflush(out) || ferror(out) ? fail(build->error, "cannot write %s", path) : OUTCOME_OK;
}

static enum outcome embed(struct build *build, int count, char **arguments)
{
	enum outcome outcome = OUTCOME_OK;
	for (int i = 2; i < count && !outcome; i++)
		outcome = add_file(build, arguments[i]);
	for (size_t i = 0; i < WORD_CLASS_COUNT && !outcome; i++) {
		struct entries *entries = &build->classes[i];
		if (entries->count)
			qsort(entries->item, entries->count, sizeof *entries->item, compare_words);
	}
	return outcome ? outcome : write_vocabulary(arguments[1], build);
}

int main(int count, char **arguments)
{
	if (count < 3) {
		fprintf(stderr, "usage: embed_words OUT.c WORDS.yml...\n");
		return OUTCOME_USAGE;
	}
	struct error error = {0};
	struct build build = {.arena = arena_new(), .error = &error};
	enum outcome outcome = embed(&build, count, arguments);
	if (outcome)
		fprintf(stderr, "%s\n", error.text);
	arena_free(build.arena);
	return (int)outcome;
}
