/* SPDX-License-Identifier: MIT */
/* Records made of a title, options and a decision, and their claims as one line of text. */
#ifndef ADR_TEST_CHECK_CLAIMS_H
#define ADR_TEST_CHECK_CLAIMS_H

#include "make.h"

#include "adr/base/text.h"

static struct arena *arena;
static struct matcher *matcher;

static inline int set_up(void **state)
{
	(void)state;
	arena = arena_new();
	matcher = matcher_new(arena, &catalog_builtin, &(struct catalog){0});
	return 0;
}

static inline int tear_down(void **state)
{
	(void)state;
	arena_free(arena);
	return 0;
}

/* Options are written "+chosen | -rejected | ?considered"; those with a "(!)" behind the sign are listed nowhere. */
static inline void add_options(struct record *record, const char *text)
{
	struct str rest = str_of(text), part;
	while (str_next_part(&rest, '|', &part)) {
		part = str_trim(part);
		if (str_empty(part))
			continue;
		bool listed = !str_starts(str_from(part, 1), STR("(!)"));
		struct option *option = LIST_ADD(arena, &record->options);
		option->name = str_from(part, listed ? 1 : 4);
		option->stance = part.at[0] == '+'   ? STANCE_CHOSEN
				 : part.at[0] == '-' ? STANCE_REJECTED
						     : STANCE_CONSIDERED;
		option->listed = listed;
		option->at = (struct span){.line = 3};
	}
}

/* A record as the reader would make it; the decision is the only section. */
static inline void make_source(struct source *source, struct record *record, const char *title, const char *options,
			const char *decision)
{
	struct str text = arena_printf(arena, "# %s\n\n## Decision\n\n%s\n", title, decision);
	source_init(source, arena, STR("x.md"), text);
	*record = (struct record){.kind = KIND_RECORD, .number = -1, .status = STATUS_ACCEPTED};
	record->title = str_of(title);
	record->title_at = source_span(source, str_slice(text, 2, 2 + strlen(title)));
	if (*decision) {
		struct str body = str_from(text, str_find(text, STR("## Decision")) + sizeof "## Decision\n");
		record->decision = record->decision.at ? record->decision : str_of(decision);
		record->decision_at = source_span(source, str_trim(body));
	}
	add_options(record, options);
}

/* "cache@python: +redis -memcached; orm: +jooq" */
static inline void write_claims(struct text *out, const struct record *record)
{
	const struct claim *before = NULL;
	LIST_EACH (const struct claim, claim, &record->claims) {
		if (!before || !str_equal(claim->subject, before->subject) || !str_equal(claim->scope, before->scope)) {
			text_add_z(out, out->length ? "; " : "");
			text_add(out, claim->basis == CLAIM_TEXT ? STR("text") : claim->subject);
			text_printf(out, str_empty(claim->scope) ? "%.*s:" : "@%.*s:", STR_ARG(claim->scope));
		}
		before = claim;
		text_printf(out, " %c%.*s", claim->chosen ? '+' : '-', STR_ARG(claim->option));
	}
}

struct sample {
	const char *title, *options, *decision, *claims;
};

static inline void check_samples(const struct sample *samples, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		SCOPED(text_release) struct text claims = {0};
		struct source source;
		struct record record;
		make_source(&source, &record, samples[i].title, samples[i].options, samples[i].decision);
		derive_claims(matcher, &source, arena, &record);
		text_add_z(&claims, "");
		write_claims(&claims, &record);
		if (strcmp(claims.at, samples[i].claims) != 0) {
			print_error("'%s', %s, '%s':\n  %s\n  instead of %s\n", samples[i].title, samples[i].options,
				    samples[i].decision, claims.at, samples[i].claims);
			_fail(__FILE__, __LINE__);
		}
	}
}

#define CHECK_SAMPLES(samples) check_samples((samples), sizeof(samples) / sizeof *(samples))

#endif
