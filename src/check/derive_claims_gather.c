/* SPDX-License-Identifier: MIT */
/* Searching the title, the options and the decision for names. */
#include "derive_claims.h"

#define OPTIONS_MOST 40
#define SENTENCES_MOST 24
#define DECISION_MOST 3000 /* bytes of the decision that are searched */

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

/* "unless" words inside of an option's own name do not count: "test" of "bun test". */
static bool inside_option(const struct mentions *mentions, const struct mention *word)
{
	for (size_t i = 0; i < mentions->count; i++) {
		const struct mention *other = &mentions->item[i];
		if (other->meaning.kind == MEANS_OPTION && other->meaning.subject == word->meaning.subject &&
		    other->from <= word->from && other->to >= word->to)
			return true;
	}
	return false;
}

static void note_signs(struct gathering *gathering, enum origin origin)
{
	for (size_t i = 0; i < gathering->mentions.count; i++) {
		const struct mention *mention = &gathering->mentions.item[i];
		if (mention->meaning.kind == MEANS_SCOPE)
			add_scope(gathering, origin, mention->meaning.option);
		if (mention->meaning.kind != MEANS_CUE && mention->meaning.kind != MEANS_UNLESS)
			continue;
		struct sign *sign = sign_of(gathering, mention->meaning.subject);
		if (sign && mention->meaning.kind == MEANS_CUE)
			sign->cue[origin] = true;
		else if (sign && origin == ORIGIN_TITLE && !inside_option(&gathering->mentions, mention))
			sign->unless_in_title = true;
	}
}

static bool has_cue(const struct mentions *mentions, uint16_t subject)
{
	for (size_t i = 0; i < mentions->count; i++)
		if (mentions->item[i].meaning.kind == MEANS_CUE && mentions->item[i].meaning.subject == subject)
			return true;
	return false;
}

/* Adds a fact like `like` for each option that the phrase names; `like` says where it stands. */
static void add_facts(struct gathering *gathering, struct str text, bool question, struct fact like)
{
	struct lean leans[MENTIONS_MOST];
	const struct mentions *mentions = &gathering->mentions;
	take_apart(&gathering->phrase, gathering->arena, text);
	find_mentions(gathering->matcher, &gathering->phrase, &gathering->mentions);
	lean_mentions(mentions, question, leans);
	note_signs(gathering, like.origin);
	for (size_t i = 0; i < mentions->count && gathering->fact_count < FACTS_MOST; i++) {
		const struct meaning *meaning = &mentions->item[i].meaning;
		if (meaning->kind != MEANS_OPTION)
			continue;
		struct fact *fact = &gathering->facts[gathering->fact_count++];
		*fact = like;
		fact->subject = meaning->subject;
		fact->option = meaning->option;
		fact->ambiguous = meaning->ambiguous;
		fact->leaning = leans[i].leaning;
		fact->lead = leans[i].lead;
		fact->cued = has_cue(mentions, meaning->subject);
	}
}

/* --- title and options -------------------------------------------------------------------------------------------- */

static void gather_title(struct gathering *gathering)
{
	struct str title = gathering->record->title;
	add_facts(gathering, title, str_find_byte(title, '?') != STR_NOT_FOUND,
		  (struct fact){.origin = ORIGIN_TITLE, .at = gathering->record->title_at});
}

static void gather_options(struct gathering *gathering)
{
	size_t seen = 0;
	LIST_EACH (const struct option, option, &gathering->record->options) {
		if (seen++ == OPTIONS_MOST)
			break;
		bool chosen = option->stance == STANCE_CHOSEN;
		struct fact like = {.origin = chosen ? ORIGIN_CHOSEN : ORIGIN_ALTERNATIVE,
				    .listed = option->listed,
				    .at = chosen && option->stance_at.line ? option->stance_at : option->at};
		add_facts(gathering, option->name, false, like);
	}
}

/* --- the decision ------------------------------------------------------------------------------------------------- */

static bool ends_sentence(struct str text, size_t at)
{
	unsigned char c = (unsigned char)text.at[at];
	if (c != '.' && c != ';' && c != '!' && c != '?')
		return false;
	return at + 1 == text.length || text.at[at + 1] == ' ' || text.at[at + 1] == '*' || text.at[at + 1] == '"';
}

/* Takes the next sentence off `line`; abbreviations such as "e.g." end one too, which does no harm. */
static struct str next_sentence(struct str *line)
{
	size_t end = 0;
	while (end < line->length && !ends_sentence(*line, end))
		end++;
	end = end < line->length ? end + 1 : end;
	struct str sentence = str_trim(str_slice(*line, 0, end));
	*line = str_from(*line, end);
	return sentence;
}

static bool is_fence(struct str line)
{
	return str_starts(str_trim(line), STR("```")) || str_starts(str_trim(line), STR("~~~"));
}

static void gather_line(struct gathering *gathering, struct str line, uint16_t *sentences)
{
	while (!str_empty(line) && *sentences < SENTENCES_MOST) {
		struct str sentence = next_sentence(&line);
		if (str_empty(sentence))
			continue;
		bool question = str_ends(sentence, STR("?"));
		struct fact like = {.origin = ORIGIN_DECISION,
				    .sentence = (*sentences)++,
				    .at = source_span(gathering->source, sentence)};
		add_facts(gathering, sentence, question, like);
	}
}

static void gather_decision(struct gathering *gathering)
{
	struct str rest = source_text(gathering->source, gathering->record->decision_at), line;
	uint16_t sentences = 0;
	bool code = false;
	rest = str_slice(rest, 0, DECISION_MOST);
	while (sentences < SENTENCES_MOST && str_next_line(&rest, &line)) {
		if (is_fence(line))
			code = !code;
		else if (!code)
			gather_line(gathering, line, &sentences);
	}
}

void gather_facts(struct gathering *gathering)
{
	gather_title(gathering);
	gather_options(gathering);
	if (gathering->record->decision_at.line)
		gather_decision(gathering);
}
