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

struct str quote_of(const struct gathering *gathering, struct span at)
{
	struct str text =
		at.length ? source_text(gathering->source, at) : str_trim(source_line(gathering->source, at.line));
	struct str first;
	str_next_line(&text, &first);
	first = str_trim(first);
	return str_slice(first, 0, whole_characters(first, CLAIM_QUOTE_LIMIT));
}

void derive_claims(const struct matcher *matcher, const struct source *source, struct arena *arena,
		   struct record *record)
{
	record->claims = (struct claims){0};
	if (record->kind != KIND_RECORD)
		return;
	struct gathering gathering;
	gathering.matcher = matcher;
	gathering.source = source;
	gathering.record = record;
	gathering.arena = arena;
	gathering.fact_count = gathering.sign_count = 0;
	memset(gathering.scope_count, 0, sizeof gathering.scope_count);
	gather_facts(&gathering);
	if (weigh_subjects(&gathering) == 0)
		claim_texts(&gathering);
}
