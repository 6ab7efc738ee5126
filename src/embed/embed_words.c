/* SPDX-License-Identifier: MIT */
/* embed_words OUT.c data/words/en.yml ... - turns the word files into the tables of `vocabulary_builtin`.
 * A build tool: everything that is wrong with a word file stops the build with file:line:column. Languages count in
 * the order of the arguments. */
#include "adr/base/file.h"
#include "adr/base/unicode.h"
#include "adr/model/record.h"
#include "adr/model/vocabulary.h"
#include "yaml_tree.h"

#include <stdlib.h>

#define FILE_LIMIT ((size_t)1 << 20)

/* Says which number a key such as "accepted" or "12" stands for; false when it is not known here. */
typedef bool meaning_reader(struct str name, uint8_t *meaning);

struct entry {
	struct word word;
	struct span at;
	const struct source *source;
};

struct entries LIST_OF(struct entry);

struct build {
	struct arena *arena;
	struct entries classes[WORD_CLASS_COUNT];
	struct strs languages;
	const struct source *source; /* the file being read */
	struct error *error;
};

static enum outcome fail_at(const struct build *build, struct span at, const char *what, struct str word)
{
	struct place place = source_place(build->source, at.start);
	return fail(build->error, "%.*s:%u:%u: %s '%.*s'", STR_ARG(build->source->path), place.line, place.column, what,
		    STR_ARG(word));
}

static bool meaning_of_status(struct str name, uint8_t *meaning)
{
	enum status status = STATUS_NONE;
	if (!status_from_name(name, &status))
		return false;
	*meaning = (uint8_t)status;
	return true;
}

struct named {
	const char *name;
	uint8_t meaning;
};

static bool meaning_in(const struct named *table, size_t count, struct str name, uint8_t *meaning)
{
	for (size_t i = 0; i < count; i++) {
		if (!str_equal(name, str_of(table[i].name)))
			continue;
		*meaning = table[i].meaning;
		return true;
	}
	return false;
}

static bool meaning_of_label(struct str name, uint8_t *meaning)
{
	static const struct named table[] = {
		{"status", LABEL_STATUS}, {"title", LABEL_TITLE},           {"number", LABEL_NUMBER},
		{"tags", LABEL_TAGS},     {"plain_date", LABEL_DATE_PLAIN}, {"links", LABEL_LINKS},
	};
	return meaning_in(table, sizeof table / sizeof *table, name, meaning);
}

static bool meaning_of_date(struct str name, uint8_t *meaning)
{
	enum date_kind kind = DATE_DECIDED;
	if (!date_kind_from_name(name, &kind))
		return false;
	*meaning = (uint8_t)(LABEL_DATE + (unsigned)kind);
	return true;
}

static bool meaning_of_role(struct str name, uint8_t *meaning)
{
	enum role role = ROLE_DECIDER;
	if (!role_from_name(name, &role))
		return false;
	*meaning = (uint8_t)(LABEL_ROLE + (unsigned)role);
	return true;
}

static bool meaning_of_link(struct str name, uint8_t *meaning)
{
	enum link_kind kind = LINK_OTHER;
	if (!link_kind_from_name(name, &kind))
		return false;
	*meaning = (uint8_t)kind;
	return true;
}

static bool meaning_of_section(struct str name, uint8_t *meaning)
{
	enum section_kind kind = SECTION_OTHER;
	if (!section_kind_from_name(name, &kind))
		return false;
	*meaning = (uint8_t)kind;
	return true;
}

static bool meaning_of_number(struct str name, uint8_t *meaning)
{
	int32_t number = 0;
	if (!str_to_number(name, &number) || number < 1 || number > UINT8_MAX)
		return false;
	*meaning = (uint8_t)number;
	return true;
}

static bool meaning_of_unit(struct str name, uint8_t *meaning)
{
	static const struct named table[] = {
		{"days", DATE_DAYS}, {"weeks", DATE_WEEKS}, {"months", DATE_MONTHS}, {"years", DATE_YEARS}};
	return meaning_in(table, sizeof table / sizeof *table, name, meaning);
}

static bool meaning_of_choice(struct str name, uint8_t *meaning)
{
	static const struct named table[] = {{"label", CHOICE_LABEL},
					     {"verb", CHOICE_VERB},
					     {"imperative", CHOICE_IMPERATIVE},
					     {"after", CHOICE_AFTER},
					     {"mark", CHOICE_MARK}};
	uint8_t word = 0;
	bool known = meaning_in(table, sizeof table / sizeof *table, name, &word);
	*meaning = (uint8_t)(1U << word);
	return known;
}

static bool meaning_of_kind(struct str name, uint8_t *meaning)
{
	static const struct named table[] = {
		{"record", KIND_RECORD}, {"template", KIND_TEMPLATE}, {"index", KIND_INDEX}, {"other", KIND_OTHER}};
	return meaning_in(table, sizeof table / sizeof *table, name, meaning);
}

/* A key of a word file. Without a reader its value is one list of words that all mean 0. */
static const struct part {
	const char *key;
	enum word_class class;
	meaning_reader *meaning;
} parts[] = {
	{"status", WORD_STATUS, meaning_of_status},
	{"labels", WORD_LABEL, meaning_of_label},
	{"dates", WORD_LABEL, meaning_of_date},
	{"roles", WORD_LABEL, meaning_of_role},
	{"links", WORD_LINK, meaning_of_link},
	{"sections", WORD_SECTION, meaning_of_section},
	{"months", WORD_MONTH, meaning_of_number},
	{"units", WORD_UNIT, meaning_of_unit},
	{"every", WORD_EVERY, meaning_of_number},
	{"numbers", WORD_NUMBER, meaning_of_number},
	{"nobody", WORD_NOBODY, NULL},
	{"and", WORD_AND, NULL},
	{"job", WORD_JOB, NULL},
	{"chosen", WORD_CHOSEN, meaning_of_choice},
	{"rejected", WORD_REJECTED, meaning_of_choice},
	{"option", WORD_OPTION, NULL},
	{"clause", WORD_CLAUSE, NULL},
	{"trait", WORD_TRAIT, NULL},
	{"criterion", WORD_CRITERION, NULL},
	{"weight", WORD_WEIGHT, NULL},
	{"kinds", WORD_KIND, meaning_of_kind},
	{"common", WORD_COMMON, NULL},
};

static const struct part *part_find(struct str key)
{
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (str_equal(key, str_of(parts[i].key)))
			return &parts[i];
	}
	return NULL;
}

static enum outcome add_words(struct build *build, const struct yaml_node *list, enum word_class class, uint8_t meaning)
{
	if (list->kind != YAML_SEQUENCE)
		return fail_at(build, list->at, "expected a list of words for", list->key);
	for (const struct yaml_node *node = list->first; node; node = node->next) {
		struct str key = unicode_fold(build->arena, node->text);
		if (node->kind != YAML_SCALAR || str_empty(key))
			return fail_at(build, node->at, "expected a word, not", node->text);
		struct entry *entry = LIST_ADD(build->arena, &build->classes[class]);
		entry->word = (struct word){key, meaning, (uint8_t)(build->languages.count - 1)};
		entry->at = node->at;
		entry->source = build->source;
	}
	return OUTCOME_OK;
}

static enum outcome add_part(struct build *build, const struct yaml_node *node)
{
	const struct part *part = part_find(node->key);
	if (!part)
		return fail_at(build, node->key_at, "unknown key", node->key);
	if (!part->meaning)
		return add_words(build, node, part->class, 0);
	if (node->kind != YAML_MAPPING)
		return fail_at(build, node->at, "expected a mapping for", node->key);
	for (const struct yaml_node *list = node->first; list; list = list->next) {
		uint8_t meaning = 0;
		if (list->doubled || !part->meaning(list->key, &meaning))
			return fail_at(build, list->key_at, list->doubled ? "doubled key" : "unknown key", list->key);
		enum outcome outcome = add_words(build, list, part->class, meaning);
		if (outcome)
			return outcome;
	}
	return OUTCOME_OK;
}

static enum outcome add_language(struct build *build, const struct yaml_node *root)
{
	const struct yaml_node *language = root->kind == YAML_MAPPING ? yaml_get(root, "language") : NULL;
	if (!language || language->kind != YAML_SCALAR || language->text.length != 2)
		return fail_at(build, root->at, "expected the two letters of a language under", STR("language"));
	*LIST_ADD(build->arena, &build->languages) = language->text;
	for (const struct yaml_node *node = root->first; node; node = node->next) {
		if (node->doubled)
			return fail_at(build, node->key_at, "doubled key", node->key);
		enum outcome outcome = node == language ? OUTCOME_OK : add_part(build, node);
		if (outcome)
			return outcome;
	}
	return OUTCOME_OK;
}

static enum outcome add_file(struct build *build, const char *path)
{
	struct str text;
	enum outcome outcome = file_read(build->arena, path, FILE_LIMIT, &text, build->error);
	if (outcome)
		return outcome;
	struct source *source = ARENA_NEW(build->arena, struct source);
	source_init(source, build->arena, str_of(path), text);
	build->source = source;
	struct yaml_problem problem = {0};
	const struct yaml_node *root = yaml_parse(build->arena, source, 0, (uint32_t)text.length, &problem);
	if (!root)
		return fail_at(build, problem.at, "not valid YAML:", problem.message);
	return add_language(build, root);
}

static int compare_entries(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;
	int order = str_compare(a->word.key, b->word.key);
	return order ? order : (a->word.language > b->word.language) - (a->word.language < b->word.language);
}

/* What chooses may stand in several places ("Selected: X", "X (selected)"): those meanings are bits and add up. Any
 * other word that a language has twice in one class is a mistake. */
static enum outcome join_doubles(struct build *build, enum word_class class)
{
	struct entries *entries = &build->classes[class];
	bool bits = class == WORD_CHOSEN || class == WORD_REJECTED;
	size_t kept = 0;
	for (size_t i = 0; i < entries->count; i++) {
		struct entry *one = kept ? &entries->item[kept - 1] : NULL, *two = &entries->item[i];
		if (!one || compare_entries(one, two)) {
			entries->item[kept++] = *two;
			continue;
		}
		if (!bits || one->word.meaning & two->word.meaning) {
			const struct entry *later = one->at.start > two->at.start ? one : two;
			build->source = later->source;
			return fail_at(build, later->at, "this word stands here twice:", later->word.key);
		}
		one->word.meaning |= two->word.meaning;
	}
	entries->count = kept;
	return OUTCOME_OK;
}

/* Folded text holds letters, digits and spaces only, so it needs no escaping. */
static void print_class(FILE *out, size_t class, const struct entries *entries)
{
	if (!entries->count)
		return;
	fprintf(out, "static const struct word words_%zu[] = {\n", class);
	LIST_EACH (struct entry, entry, entries)
		fprintf(out, "\t{STR_INIT(\"%.*s\"), %u, %u},\n", STR_ARG(entry->word.key), entry->word.meaning,
			entry->word.language);
	fprintf(out, "};\n\n");
}

static void print_vocabulary(FILE *out, const struct build *build)
{
	fprintf(out,
		"/* Made by embed_words from data/words; do not edit. */\n#include \"adr/model/vocabulary.h\"\n\n");
	for (size_t i = 0; i < WORD_CLASS_COUNT; i++)
		print_class(out, i, &build->classes[i]);
	fprintf(out, "static const struct str languages[] = {\n");
	LIST_EACH (struct str, language, &build->languages)
		fprintf(out, "\tSTR_INIT(\"%.*s\"),\n", STR_ARG(*language));
	fprintf(out, "};\n\nconst struct vocabulary vocabulary_builtin = {\n\t.classes = {\n");
	for (size_t i = 0; i < WORD_CLASS_COUNT; i++) {
		if (build->classes[i].count)
			fprintf(out, "\t\t[%zu] = {words_%zu, %zu},\n", i, i, build->classes[i].count);
	}
	fprintf(out, "\t},\n\t.languages = languages,\n\t.language_count = %zu,\n};\n", build->languages.count);
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
			qsort(entries->item, entries->count, sizeof *entries->item, compare_entries);
		outcome = join_doubles(build, (enum word_class)i);
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
