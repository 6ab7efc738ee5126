/* SPDX-License-Identifier: MIT */
/* What a record says about which subject. derive_claims.h has the map. */
#include "derive_claims.h"

static size_t whole_characters(struct str text, size_t limit)
{
	if (text.length <= limit)
		return text.length;
	while (limit > 0 && ((unsigned char)text.at[limit] & 0xC0) == 0x80)
		limit--;
	return limit;
}

/* A sentence that was wrapped, with single spaces for the line breaks and their indentation. */
static struct str on_one_line(struct arena *arena, struct str text)
{
	char *line = arena_take(arena, text.length);
	size_t length = 0;
	for (size_t i = 0; i < text.length; i++) {
		bool space = text.at[i] == ' ' || text.at[i] == '\n' || text.at[i] == '\r' || text.at[i] == '\t';
		if (!space || (length > 0 && line[length - 1] != ' '))
			line[length++] = space ? ' ' : text.at[i];
	}
	return (struct str){line, length};
}

/* The words that fit, and an ellipsis. */
static struct str cut_quote(struct arena *arena, struct str text)
{
	static const char ellipsis[] = "\xE2\x80\xA6";
	text = str_slice(text, 0, whole_characters(text, CLAIM_QUOTE_LIMIT - (sizeof ellipsis - 1)));
	size_t blank = str_find_last_byte(text, ' ');
	if (blank != STR_NOT_FOUND && blank > 0)
		text = str_trim(str_slice(text, 0, blank));
	return arena_printf(arena, "%.*s%s", STR_ARG(text), ellipsis);
}

struct str quote_of(const struct gathering *gathering, struct span at)
{
	struct str text =
		at.length ? source_text(gathering->source, at) : str_trim(source_line(gathering->source, at.line));
	if (text.length > CLAIM_QUOTE_LIMIT)
		text = cut_quote(gathering->arena, text);
	return str_find_byte(text, '\n') == STR_NOT_FOUND ? text : on_one_line(gathering->arena, text);
}

static void derive(const struct matcher *matcher, const struct source *source, struct arena *arena,
		   struct record *record, struct explanation *trace)
{
	record->claims = (struct claims){0};
	if (record->kind != KIND_RECORD)
		return;
	struct gathering gathering;
	gathering.matcher = matcher;
	gathering.source = source;
	gathering.record = record;
	gathering.arena = arena;
	gathering.trace = trace;
	gathering.fact_count = gathering.sign_count = 0;
	gathering.phrases = 0;
	gathering.stack = gathering.context_read = gathering.veto = false;
	memset(gathering.scope_count, 0, sizeof gathering.scope_count);
	size_t declared = claim_declared(&gathering);
	gather_facts(&gathering);
	if (weigh_subjects(&gathering) == 0 && declared == 0)
		claim_texts(&gathering);
	trace_claims(&gathering);
}

void derive_claims(const struct matcher *matcher, const struct source *source, struct arena *arena,
		   struct record *record)
{
	derive(matcher, source, arena, record, NULL);
}

void explain_claims(const struct matcher *matcher, const struct source *source, struct arena *arena,
		    struct record *record, struct explanation *explanation)
{
	derive(matcher, source, arena, record, explanation);
}
