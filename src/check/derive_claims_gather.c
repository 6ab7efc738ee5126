/* SPDX-License-Identifier: MIT */
/* Searching the title, the options and the decision for names. */
#include "derive_claims.h"

#define OPTIONS_MOST 40
#define SENTENCES_MOST 20
#define DECISION_MOST 2500   /* bytes of the decision that are searched */
#define STACK_FACTOR 2       /* so many times that where the title announces many choices */
#define CHOSEN_UNITS_MOST 14 /* a longer "option" is a sentence, and is looked at as part of the decision */
#define CONTEXT_MOST 1000    /* bytes of the context that are searched for cues */

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
	if (cue && origin == ORIGIN_TITLE)
		sign->answers_veto |= holds_veto(&gathering->mentions, mention);
	if (cue)
		sign->cue[origin] = true;
	else
		sign->unless_in_title = true;
}

static void note_signs(struct gathering *gathering, enum origin origin)
{
	for (size_t i = 0; i < gathering->mentions.count; i++) {
		const struct mention *mention = &gathering->mentions.item[i];
		if (mention->meaning.kind == MEANS_SCOPE)
			add_scope(gathering, origin, mention->meaning.option);
		else if (mention->meaning.kind == MEANS_CUE || mention->meaning.kind == MEANS_UNLESS)
			note_sign(gathering, mention, origin);
	}
}

static bool has_cue(const struct mentions *mentions, uint16_t subject)
{
	for (size_t i = 0; i < mentions->count; i++)
		if (mentions->item[i].meaning.kind == MEANS_CUE && mentions->item[i].meaning.subject == subject)
			return true;
	return false;
}

/* --- facts -------------------------------------------------------------------------------------------------------- */

/* The scope that is named between this option and the next. */
static uint16_t scope_behind(const struct mentions *mentions, size_t number)
{
	for (size_t i = number + 1; i < mentions->count; i++) {
		const struct meaning *meaning = &mentions->item[i].meaning;
		if (meaning->kind == MEANS_SCOPE && mentions->item[i].from >= mentions->item[number].to)
			return meaning->option;
		if (meaning->kind == MEANS_OPTION && mentions->item[i].from >= mentions->item[number].to)
			break;
	}
	return NO_SCOPE;
}

static bool is_versioned(const struct phrase *phrase, const struct mention *mention)
{
	if (mention->to >= phrase->count)
		return false;
	struct str next = phrase->units[mention->to].text;
	return next.at[0] >= '0' && next.at[0] <= '9';
}

/* Rails is an option of `backend-framework` with the scope ruby: who chooses it has chosen Ruby as well. */
static void add_implied(struct gathering *gathering, const struct fact *from)
{
	const struct catalog *catalog = &gathering->matcher->catalog;
	const struct catalog_subject *subject = &catalog->subjects[from->subject];
	const struct catalog_option *option = &subject->options[from->option];
	if (str_empty(subject->settles) || str_empty(option->scope) || gathering->fact_count == FACTS_MOST)
		return;
	const struct catalog_subject *settled = catalog_subject_find(catalog, subject->settles);
	const struct catalog_option *implied = settled ? catalog_option_find(settled, option->scope) : NULL;
	if (!implied)
		return;
	struct fact *fact = &gathering->facts[gathering->fact_count++];
	*fact = *from;
	fact->subject = (uint16_t)(settled - catalog->subjects);
	fact->option = (uint16_t)(implied - settled->options);
	fact->ambiguous = false;
	fact->implied = true;
}

/* Units that belong to no name: what else a title says. */
static bool says_little_else(const struct phrase *phrase, const struct mentions *mentions)
{
	size_t said = 0;
	for (size_t unit = 0; unit < phrase->count; unit++) {
		bool covered = false;
		for (size_t i = 0; i < mentions->count && !covered; i++)
			covered = mentions->item[i].from <= unit && mentions->item[i].to > unit;
		said += !covered;
	}
	return said <= 1;
}

/* "AWS ECS" and "Fargate" of "AWS ECS Fargate" are one name. */
static bool continues_last(const struct mentions *mentions, size_t number)
{
	const struct mention *mention = &mentions->item[number];
	for (size_t i = 0; i < number; i++) {
		const struct mention *before = &mentions->item[i];
		if (before->meaning.kind == MEANS_OPTION && before->meaning.subject == mention->meaning.subject &&
		    before->meaning.option == mention->meaning.option && before->to == mention->from)
			return true;
	}
	return false;
}

/* Takes `text` apart and adds a fact like `like` for each option that it names; `like` says where it stands.
 * True when it speaks for one of them. */
static bool add_facts(struct gathering *gathering, struct str text, bool question, struct fact like)
{
	struct lean leans[MENTIONS_MOST];
	const struct mentions *mentions = &gathering->mentions;
	take_apart(&gathering->phrase, gathering->arena, text);
	find_mentions(gathering->matcher, &gathering->phrase, &gathering->mentions);
	lean_mentions(mentions, like.origin != ORIGIN_CHOSEN, question, leans);
	note_signs(gathering, like.origin);
	like.phrase = gathering->phrases++;
	bool chose = false;
	like.whole = like.origin == ORIGIN_TITLE && says_little_else(&gathering->phrase, mentions);
	for (size_t i = 0; i < mentions->count && gathering->fact_count < FACTS_MOST; i++) {
		const struct meaning *meaning = &mentions->item[i].meaning;
		if (meaning->kind != MEANS_OPTION || continues_last(mentions, i))
			continue;
		struct fact *fact = &gathering->facts[gathering->fact_count++];
		*fact = like;
		fact->subject = meaning->subject;
		fact->option = meaning->option;
		fact->ambiguous = meaning->ambiguous;
		fact->leaning = leans[i].leaning;
		fact->lead = leans[i].lead;
		fact->cued = has_cue(mentions, meaning->subject);
		fact->unit = mentions->item[i].from;
		fact->scope = scope_behind(mentions, i);
		fact->versioned = is_versioned(&gathering->phrase, &mentions->item[i]);
		add_implied(gathering, fact);
		chose |= fact->leaning == LEANS_FOR;
	}
	return chose;
}

/* --- title and options -------------------------------------------------------------------------------------------- */

static bool means_everything(struct str unit)
{
	return str_equal(unit, STR("all")) || str_equal(unit, STR("every")) || str_equal(unit, STR("any")) ||
	       str_equal(unit, STR("everything"));
}

#define PART_MOST 4 /* units */

/* What stands behind "X for", when it is neither an option nor a cue nor a scope: the part of the system that the
 * choice is limited to. */
static struct str part_of(struct gathering *gathering)
{
	const struct mentions *mentions = &gathering->mentions;
	const struct phrase *phrase = &gathering->phrase;
	size_t behind = 0;
	bool named = false;
	for (size_t i = 0; i < mentions->count; i++) {
		const struct mention *mention = &mentions->item[i];
		bool turn = mention->meaning.kind == MEANS_TURN;
		if (behind && !turn)
			return (struct str){0};
		if (turn && mention->meaning.option == TURN_FOR && named && !behind)
			behind = mention->to;
		named |= mention->meaning.kind == MEANS_OPTION;
	}
	if (!behind || behind >= phrase->count || means_everything(phrase->units[behind].text))
		return (struct str){0};
	size_t last = behind + PART_MOST < phrase->count ? behind + PART_MOST : phrase->count;
	const char *start = phrase->units[behind].text.at;
	struct str end = phrase->units[last - 1].text;
	return (struct str){start, (size_t)(end.at + end.length - start)};
}

static void gather_title(struct gathering *gathering)
{
	struct str title = gathering->record->title;
	add_facts(gathering, title, str_find_byte(title, '?') != STR_NOT_FOUND,
		  (struct fact){.origin = ORIGIN_TITLE, .at = gathering->record->title_at});
	gathering->part = part_of(gathering);
	for (size_t i = 0; i < gathering->mentions.count; i++)
		gathering->stack |= gathering->mentions.item[i].meaning.kind == MEANS_TURN &&
				    gathering->mentions.item[i].meaning.option == TURN_STACK;
}

static size_t count_words(struct str text)
{
	size_t words = 0;
	struct str word;
	while (str_next_part(&text, ' ', &word))
		words += !str_empty(word);
	return words;
}

static void gather_options(struct gathering *gathering)
{
	size_t seen = 0;
	LIST_EACH (const struct option, option, &gathering->record->options) {
		if (seen++ == OPTIONS_MOST)
			break;
		bool chosen = option->stance == STANCE_CHOSEN;
		if (chosen && !option->listed && count_words(option->name) > CHOSEN_UNITS_MOST)
			continue;
		struct fact like = {.origin = chosen ? ORIGIN_CHOSEN : ORIGIN_ALTERNATIVE,
				    .listed = option->listed,
				    .at = chosen && option->stance_at.line ? option->stance_at : option->at};
		add_facts(gathering, option->name, false, like);
	}
}

/* --- the decision ------------------------------------------------------------------------------------------------- */

/* From the decision to the end of its section: further choices stand below it. */
static struct str decision_text(const struct gathering *gathering)
{
	struct span at = gathering->record->decision_at;
	uint32_t end = at.start + at.length;
	LIST_EACH (const struct section, section, &gathering->record->sections) {
		uint32_t body_end = section->body.start + section->body.length;
		if (section->kind == SECTION_DECISION && section->body.start <= at.start && body_end > end)
			end = body_end;
	}
	at.length = end - at.start;
	size_t most = gathering->stack ? STACK_FACTOR * DECISION_MOST : DECISION_MOST;
	return str_slice(source_text(gathering->source, at), 0, most);
}

static void gather_decision(struct gathering *gathering)
{
	struct sentences walk = {.rest = decision_text(gathering)};
	struct str sentence;
	size_t most = gathering->stack ? STACK_FACTOR * SENTENCES_MOST : SENTENCES_MOST;
	bool announced = false, chosen = gathering->stack;
	for (size_t number = 0; number < most && next_sentence(&walk, &sentence); number++) {
		if (number == 0)
			announced = walk.item || str_ends(sentence, STR(":")) || str_ends(sentence, STR(":**"));
		struct fact like = {.origin = ORIGIN_DECISION,
				    .primary = !chosen || gathering->stack || (announced && walk.item),
				    .listed = announced && walk.item,
				    .at = source_span(gathering->source, sentence)};
		chosen |= add_facts(gathering, sentence, str_ends(sentence, STR("?")), like);
	}
}

/* --- the context -------------------------------------------------------------------------------------------------- */

/* Only what it is about: technologies are named there for many reasons. */
void gather_context(struct gathering *gathering)
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

void gather_facts(struct gathering *gathering)
{
	gather_title(gathering);
	gather_options(gathering);
	if (gathering->record->decision_at.line)
		gather_decision(gathering);
}
