/* SPDX-License-Identifier: MIT */
/* embed_catalog OUT.c FILE.yml... - writes `const struct catalog catalog_builtin` from the files of data/catalog/. */
#include "read_catalog.h"
#include "yaml_check.h"

#include <inttypes.h>
#include <stdio.h>

static void put_literal(FILE *out, struct str text)
{
	fputc('"', out);
	for (size_t i = 0; i < text.length; i++) {
		unsigned char c = (unsigned char)text.at[i];
		if (c < ' ' || c >= 0x7F || c == '"' || c == '\\' || c == '?')
			fprintf(out, "\\%03o", c);
		else
			fputc(c, out);
	}
	fputc('"', out);
}

static void put_strs(FILE *out, const char *kind, size_t number, const struct str *texts, size_t count)
{
	if (count == 0)
		return;
	fprintf(out, "static const struct str %s_%zu[] = {", kind, number);
	for (size_t i = 0; i < count; i++) {
		fputs("\n\tSTR_INIT(", out);
		put_literal(out, texts[i]);
		fputs("),", out);
	}
	fputs("\n};\n", out);
}

/* ", .field = kind_N, .field_count = count" or nothing for an empty list */
static void put_list(FILE *out, const char *field, const char *count_field, const char *kind, size_t number,
		     size_t count)
{
	if (count)
		fprintf(out, ",\n\t .%s = %s_%zu, .%s = %zu", field, kind, number, count_field, count);
}

static void put_aliases(FILE *out, size_t subject, size_t option, const struct catalog_option *from)
{
	if (from->alias_count == 0)
		return;
	fprintf(out, "static const struct catalog_alias aliases_%zu_%zu[] = {", subject, option);
	for (size_t i = 0; i < from->alias_count; i++) {
		fputs("\n\t{STR_INIT(", out);
		put_literal(out, from->aliases[i].pattern);
		fprintf(out, "), %s, STR_INIT(", from->aliases[i].ambiguous ? "true" : "false");
		put_literal(out, from->aliases[i].exact);
		fputs(")},", out);
	}
	fputs("\n};\n", out);
}

static void put_option(FILE *out, size_t subject, size_t number, const struct catalog_option *option)
{
	fputs("\n\t{.name = STR_INIT(", out);
	put_literal(out, option->name);
	fputs("), .title = STR_INIT(", out);
	put_literal(out, option->title);
	fputs("), .scope = STR_INIT(", out);
	put_literal(out, option->scope);
	fprintf(out, "), .parent = %" PRId32 ", .beside = %s", option->parent, option->beside ? "true" : "false");
	if (option->alias_count)
		fprintf(out, ",\n\t .aliases = aliases_%zu_%zu, .alias_count = %zu", subject, number,
			option->alias_count);
	fputs("},", out);
}

static void put_subject_tables(FILE *out, size_t number, const struct catalog_subject *subject)
{
	put_strs(out, "cues", number, subject->cues, subject->cue_count);
	put_strs(out, "unless", number, subject->unless, subject->unless_count);
	put_strs(out, "subject_scopes", number, subject->scopes, subject->scope_count);
	for (size_t i = 0; i < subject->option_count; i++)
		put_aliases(out, number, i, &subject->options[i]);
	if (subject->option_count == 0)
		return;
	fprintf(out, "static const struct catalog_option options_%zu[] = {", number);
	for (size_t i = 0; i < subject->option_count; i++)
		put_option(out, number, i, &subject->options[i]);
	fputs("\n};\n", out);
}

static void put_subject(FILE *out, size_t number, const struct catalog_subject *subject)
{
	fputs("\n\t{.name = STR_INIT(", out);
	put_literal(out, subject->name);
	fputs("), .title = STR_INIT(", out);
	put_literal(out, subject->title);
	fprintf(out, "), .exclusive = %s, .per_part = %s", subject->exclusive ? "true" : "false",
		subject->per_part ? "true" : "false");
	fputs(", .settles = STR_INIT(", out);
	put_literal(out, subject->settles);
	fputc(')', out);
	put_list(out, "cues", "cue_count", "cues", number, subject->cue_count);
	put_list(out, "unless", "unless_count", "unless", number, subject->unless_count);
	put_list(out, "scopes", "scope_count", "subject_scopes", number, subject->scope_count);
	put_list(out, "options", "option_count", "options", number, subject->option_count);
	fputs("},", out);
}

static void put_scope(FILE *out, size_t number, const struct catalog_scope *scope)
{
	fputs("\n\t{.name = STR_INIT(", out);
	put_literal(out, scope->name);
	fputs("), .group = STR_INIT(", out);
	put_literal(out, scope->group);
	fputc(')', out);
	put_list(out, "words", "word_count", "scope_words", number, scope->word_count);
	fputs("},", out);
}

static void put_catalog(FILE *out, const struct catalog *catalog)
{
	fputs("/* Made from data/catalog/ by embed_catalog; do not edit. */\n#include \"adr/model/catalog.h\"\n\n",
	      out);
	for (size_t i = 0; i < catalog->subject_count; i++)
		put_subject_tables(out, i, &catalog->subjects[i]);
	for (size_t i = 0; i < catalog->scope_count; i++)
		put_strs(out, "scope_words", i, catalog->scopes[i].words, catalog->scopes[i].word_count);
	fputs("static const struct catalog_subject subjects[] = {", out);
	for (size_t i = 0; i < catalog->subject_count; i++)
		put_subject(out, i, &catalog->subjects[i]);
	fputs("\n};\nstatic const struct catalog_scope scopes[] = {", out);
	for (size_t i = 0; i < catalog->scope_count; i++)
		put_scope(out, i, &catalog->scopes[i]);
	fprintf(out,
		"\n};\nconst struct catalog catalog_builtin = {.subjects = subjects, .subject_count = %zu,\n"
		"\t.scopes = scopes, .scope_count = %zu};\n",
		catalog->subject_count, catalog->scope_count);
}

static enum outcome read_part(struct arena *arena, const char *path, struct catalog_part *part, struct error *error)
{
	struct source *source = ARENA_NEW(arena, struct source);
	struct yaml_node *root;
	enum outcome outcome = yaml_load(arena, path, source, &root, error);
	*part = (struct catalog_part){source, root};
	return outcome;
}

static enum outcome embed(struct arena *arena, int count, char **words, struct error *error)
{
	struct catalog_parts parts = {0};
	struct catalog catalog;
	enum outcome outcome = OUTCOME_OK;
	for (int i = 2; i < count && outcome == OUTCOME_OK; i++)
		outcome = read_part(arena, words[i], LIST_ADD(arena, &parts), error);
	if (outcome == OUTCOME_OK)
		outcome = read_catalog(arena, &parts, NULL, &catalog, error);
	if (outcome == OUTCOME_OK && (catalog.subject_count == 0 || catalog.scope_count == 0))
		outcome = fail(error, "the catalogue has no subjects or no scopes");
	if (outcome != OUTCOME_OK)
		return outcome;
	FILE *out = fopen(words[1], "w");
	if (!out)
		return fail(error, "cannot write %s", words[1]);
	put_catalog(out, &catalog);
	bool written = !ferror(out);
	if (fclose(out) != 0 || !written)
		return fail(error, "cannot write %s", words[1]);
	return OUTCOME_OK;
}

int main(int count, char **words)
{
	struct error error;
	if (count < 3) {
		fputs("usage: embed_catalog OUT.c FILE.yml...\n", stderr);
		return OUTCOME_USAGE;
	}
	struct arena *arena = arena_new();
	enum outcome outcome = embed(arena, count, words, &error);
	if (outcome != OUTCOME_OK)
		fprintf(stderr, "embed_catalog: %s\n", error.text);
	arena_free(arena);
	return (int)outcome;
}
