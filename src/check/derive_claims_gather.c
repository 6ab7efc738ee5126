/* SPDX-License-Identifier: MIT */
/* Searching the title, the options and the decision for names. */
#include "derive_claims.h"

#define OPTIONS_MOST 40
#define SENTENCES_MOST 20
#define DECISION_MOST 2500   /* bytes of the decision that are searched */
#define STACK_FACTOR 2       /* so many times that where the title announces many choices */
#define HEADING_WORDS_MOST 6 /* of one that announces a revision */
#define CHOSEN_UNITS_MOST 14 /* a longer "option" is a sentence, and is looked at as part of the decision */

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

/* Another name that takes this one for granted, or another way to say it: "Python FastAPI", "React frontend". */
static bool continues_name(const struct gathering *gathering, const struct meaning *name, const struct meaning *next)
{
	const struct catalog_subject *subjects = gathering->matcher->catalog.subjects;
	if (next->kind == MEANS_TURN || next->kind == MEANS_SCOPE)
		return true;
	if (next->kind != MEANS_OPTION)
		return next->kind == MEANS_CUE && next->subject == name->subject;
	return next->subject == name->subject ||
	       str_equal(subjects[next->subject].options[next->option].scope,
			 subjects[name->subject].options[name->option].name);
}

/* "gcr.io/distroless/static" */
static bool is_joined(const struct phrase *phrase, size_t unit)
{
	char before = phrase->units[unit].text.at[-1];
	return before == '/' || before == ':';
}

/* "PostgreSQL keeps the orders": a verb follows. */
static bool is_subject_of_sentence(const struct phrase *phrase, const struct mention *mention, size_t next)
{
	const char *behind = phrase->units[next].text.at + phrase->units[next].text.length;
	return mention->from == 0 && behind < phrase->folded.at + phrase->folded.length && *behind == 's';
}

/* "Django templates" are about templates: a word that the name does not go on with makes an attribute of it. In scripts
 * without letters nobody knows where words end. */
static bool is_attribute(const struct gathering *gathering, const struct mention *mention, enum origin origin)
{
	const struct phrase *phrase = &gathering->phrase;
	size_t next = mention->to;
	if (gathering->stack || mention->to >= phrase->count || is_parted(phrase, next) || is_joined(phrase, next))
		return false;
	while (next < phrase->count && phrase->units[next].text.at[0] >= '0' && phrase->units[next].text.at[0] <= '9')
		next++;
	if (next >= phrase->count || phrase->units[next].text.at[0] < 'a' ||
	    phrase->units[next].text.at[0] > 'z' || is_plain_word(phrase->units[next].text))
		return false;
	if (origin == ORIGIN_DECISION && is_subject_of_sentence(phrase, mention, next))
		return false;
	for (size_t i = 0; i < gathering->mentions.count; i++) {
		const struct mention *other = &gathering->mentions.item[i];
		if (other->from <= next && other->to > next &&
		    continues_name(gathering, &mention->meaning, &other->meaning))
			return false;
	}
	return true;
}

bool add_facts(struct gathering *gathering, struct str text, bool question, struct fact like)
{
	struct lean leans[MENTIONS_MOST];
	const struct mentions *mentions = &gathering->mentions;
	take_apart(&gathering->phrase, gathering->arena, text);
	find_mentions(gathering->matcher, &gathering->phrase, &gathering->mentions);
	lean_mentions(&gathering->phrase, mentions, like.origin != ORIGIN_CHOSEN, question, leans);
	note_signs(gathering, like.origin);
	trace_phrase(gathering, text, &like, leans);
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
		fact->attribute = is_attribute(gathering, &mentions->item[i], like.origin);
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

/* "Technology stack", but not "pnpm for our tooling". */
static bool announces_stack(const struct mentions *mentions)
{
	for (size_t i = 0; i < mentions->count; i++) {
		const struct meaning *meaning = &mentions->item[i].meaning;
		if (meaning->kind == MEANS_TURN && meaning->option == TURN_STACK)
			return true;
		if (meaning->kind == MEANS_TURN && (meaning->option == TURN_FOR || meaning->option == TURN_BESIDE))
			return false;
	}
	return false;
}

static void gather_title(struct gathering *gathering)
{
	struct str title = gathering->record->title;
	add_facts(gathering, title, str_find_byte(title, '?') != STR_NOT_FOUND,
		  (struct fact){.origin = ORIGIN_TITLE, .at = gathering->record->title_at});
	gathering->part = part_of(gathering);
	gathering->stack = announces_stack(&gathering->mentions);
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
		if (seen++ == OPTIONS_MOST) {
			trace_unread(gathering, option->name, option->at, "nor what follows: 40 options are enough");
			break;
		}
		bool chosen = option->stance == STANCE_CHOSEN;
		if (chosen && !option->listed && count_words(option->name) > CHOSEN_UNITS_MOST) {
			trace_unread(gathering, option->name, option->at, "a sentence more than a name");
			continue;
		}
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

/* "## Re-evaluation (2025)", "**Update:** ..." */
static bool announces_revision(const struct gathering *gathering)
{
	const struct mentions *mentions = &gathering->mentions;
	return mentions->count && mentions->item[0].from == 0 && mentions->item[0].meaning.kind == MEANS_TURN &&
	       mentions->item[0].meaning.option == TURN_REVISED;
}

static bool is_heading(struct str sentence)
{
	return str_starts(sentence, STR("#"));
}

static void gather_revision(struct gathering *gathering, struct str text)
{
	struct sentences walk = {.rest = str_slice(text, 0, DECISION_MOST)};
	struct str sentence;
	bool chosen = false;
	for (size_t number = 0; !chosen && number < SENTENCES_MOST && next_sentence(&walk, &sentence); number++) {
		if (is_heading(sentence))
			break;
		struct fact like = {.origin = ORIGIN_REVISION,
				    .primary = true,
				    .at = source_span(gathering->source, sentence)};
		chosen = add_facts(gathering, sentence, str_ends(sentence, STR("?")), like);
	}
}

/* Sections behind the decision that take it up again have the last word. */
static void gather_revisions(struct gathering *gathering)
{
	uint32_t decided = gathering->record->decision_at.start;
	LIST_EACH (const struct section, section, &gathering->record->sections) {
		if (section->at.start < decided || section->kind == SECTION_DECISION ||
		    count_words(section->heading) > HEADING_WORDS_MOST)
			continue;
		take_apart(&gathering->phrase, gathering->arena, section->heading);
		find_mentions(gathering->matcher, &gathering->phrase, &gathering->mentions);
		if (announces_revision(gathering))
			gather_revision(gathering, source_text(gathering->source, section->body));
	}
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
	if (next_sentence(&walk, &sentence))
		trace_unread(gathering, sentence, source_span(gathering->source, sentence),
			     "nor what follows: a choice is made in the first sentences of a decision");
}

void gather_facts(struct gathering *gathering)
{
	gather_title(gathering);
	gather_options(gathering);
	if (gathering->record->decision_at.line) {
		gather_decision(gathering);
		gather_revisions(gathering);
	}
}
