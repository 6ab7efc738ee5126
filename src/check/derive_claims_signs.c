/* SPDX-License-Identifier: MIT */
/* Which subjects the words round the options speak of, or speak against. */
#include "derive_claims.h"

#define CONTEXT_MOST 1000 /* bytes of the context that are searched for cues */

/* --- signs -------------------------------------------------------------------------------------------------------- */

static struct sign *sign_of(struct gathering *gathering, uint16_t subject)
{
	for (size_t i = 0; i < gathering->sign_count; i++)
		if (gathering->signs[i].subject == subject)
			return &gathering->signs[i];
	if (gathering->sign_count == SIGNS_MOST)
		return NULL;
	struct sign *sign = &gathering->signs[gathering->sign_count++];
	*sign = (struct sign){.subject = subject};
	return sign;
}

static void add_scope(struct gathering *gathering, enum origin origin, uint16_t scope)
{
	size_t *count = &gathering->scope_count[origin];
	for (size_t i = 0; i < *count; i++)
		if (gathering->scopes[origin][i] == scope)
			return;
	if (*count < SCOPES_MOST)
		gathering->scopes[origin][(*count)++] = scope;
}

/* A cue inside of a longer cue of another subject means the other: "implementation language" of "primary implementation
 * language". A word that speaks against a subject does not do so inside of the subject's own names. */
static bool is_covered(const struct mentions *mentions, const struct mention *word)
{
	for (size_t i = 0; i < mentions->count; i++) {
		const struct mention *other = &mentions->item[i];
		bool own = other->meaning.subject == word->meaning.subject && word->meaning.subject != ANY_SUBJECT;
		bool name = other->meaning.kind == MEANS_OPTION || other->meaning.kind == MEANS_CUE;
		bool holds = other->from <= word->from && other->to >= word->to;
		bool longer = other->to - other->from > word->to - word->from;
		if (word->meaning.kind == MEANS_UNLESS && own && name && holds)
			return true;
		if (word->meaning.kind == MEANS_CUE && !own && other->meaning.kind == MEANS_CUE && holds && longer)
			return true;
	}
	return false;
}

/* "version" of "API version" speaks for its subject, not against it. */
static bool holds_veto(const struct mentions *mentions, const struct mention *cue)
{
	for (size_t i = 0; i < mentions->count; i++) {
		const struct mention *word = &mentions->item[i];
		if (word->meaning.kind == MEANS_UNLESS && word->meaning.subject == ANY_SUBJECT &&
		    word->from >= cue->from && word->to <= cue->to)
			return true;
	}
	return false;
}

/* What stands between two units: a comma or a bracket ends what belongs together. */
bool is_parted(const struct phrase *phrase, size_t unit)
{
	const char *at = phrase->units[unit - 1].text.at + phrase->units[unit - 1].text.length;
	for (; at < phrase->units[unit].text.at; at++)
		if (strchr(TEXT_BREAKS, *at) || (strchr(":.-", *at) && at[1] == ' '))
			return true;
	return false;
}

/* Number of the part of "X and Y" that the mention stands in, as a bit. */
static uint32_t part_bit(const struct phrase *phrase, const struct mention *mention)
{
	uint32_t bit = 1;
	for (size_t i = 0; i < mention->from && bit < 1U << 31; i++)
		bit <<= str_equal(phrase->units[i].text, STR("and")) || (i > 0 && is_parted(phrase, i));
	return bit;
}

static void note_sign(struct gathering *gathering, const struct mention *mention, enum origin origin)
{
	bool cue = mention->meaning.kind == MEANS_CUE;
	if ((!cue && origin != ORIGIN_TITLE) || is_covered(&gathering->mentions, mention))
		return;
	if (mention->meaning.subject == ANY_SUBJECT) {
		gathering->veto = true;
		return;
	}
	struct sign *sign = sign_of(gathering, mention->meaning.subject);
	if (!sign)
		return;
	if (cue && origin == ORIGIN_TITLE) {
		sign->answers_veto |= holds_veto(&gathering->mentions, mention);
		sign->cue_parts |= part_bit(&gathering->phrase, mention);
	}
	if (cue)
		sign->cue[origin] = true;
	else
		sign->unless_parts |= part_bit(&gathering->phrase, mention);
	sign->unless_in_title = sign->unless_parts && !(sign->cue_parts & ~sign->unless_parts);
}

void note_signs(struct gathering *gathering, enum origin origin)
{
	for (size_t i = 0; i < gathering->mentions.count; i++) {
		const struct mention *mention = &gathering->mentions.item[i];
		if (mention->meaning.kind == MEANS_SCOPE)
			add_scope(gathering, origin, mention->meaning.option);
		else if (mention->meaning.kind == MEANS_CUE || mention->meaning.kind == MEANS_UNLESS)
			note_sign(gathering, mention, origin);
	}
}

/* --- the context -------------------------------------------------------------------------------------------------- */

/* Only what it is about: technologies are named there for many reasons. */
static void gather_context(struct gathering *gathering)
{
	if (gathering->context_read)
		return;
	gathering->context_read = true;
	LIST_EACH (const struct section, section, &gathering->record->sections) {
		if (section->kind != SECTION_CONTEXT)
			continue;
		struct str text = str_slice(source_text(gathering->source, section->body), 0, CONTEXT_MOST);
		take_apart(&gathering->phrase, gathering->arena, text);
		find_mentions(gathering->matcher, &gathering->phrase, &gathering->mentions);
		for (size_t i = 0; i < gathering->mentions.count; i++) {
			const struct mention *mention = &gathering->mentions.item[i];
			struct sign *sign =
				mention->meaning.kind == MEANS_CUE && !is_covered(&gathering->mentions, mention)
					? sign_of(gathering, mention->meaning.subject)
					: NULL;
			if (sign)
				sign->context++;
		}
		return;
	}
}


uint16_t cues_in_context(struct gathering *gathering, uint16_t subject)
{
	gather_context(gathering);
	for (size_t i = 0; i < gathering->sign_count; i++)
		if (gathering->signs[i].subject == subject)
			return gathering->signs[i].context;
	return 0;
}
