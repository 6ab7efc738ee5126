/* SPDX-License-Identifier: MIT */
/* What the catalogue makes of a name or a sentence that stands alone: the same look-up that records get, and through
 * which of an option's names it was found. */
#include "adr/base/unicode.h"
#include "match.h"

static bool same_units(const struct phrase *name, const struct phrase *phrase, const struct mention *mention)
{
	if (name->count != (size_t)(mention->to - mention->from))
		return false;
	for (size_t i = 0; i < name->count; i++)
		if (!str_equal(name->units[i].text, phrase->units[mention->from + i].text))
			return false;
	return true;
}

/* The name of the option that stands there in these very words; empty: a pattern fits, or a version was cut off. */
static struct str name_in_words(struct arena *arena, const struct catalog_option *option, const struct phrase *phrase,
				const struct mention *mention)
{
	struct phrase *name = ARENA_NEW(arena, struct phrase);
	take_apart(name, arena, option->name);
	if (same_units(name, phrase, mention))
		return option->name;
	for (size_t i = 0; i < option->alias_count; i++) {
		if (str_find_byte(option->aliases[i].pattern, '*') != STR_NOT_FOUND)
			continue;
		take_apart_folded(name, option->aliases[i].pattern);
		if (same_units(name, phrase, mention))
			return option->aliases[i].pattern;
	}
	return (struct str){0};
}

static struct str fitting_pattern(const struct matcher *matcher, const struct phrase *phrase,
				  const struct mention *mention)
{
	const struct glob *glob = find_pattern(matcher, phrase, mention->from);
	bool same = glob && glob->meaning.subject == mention->meaning.subject &&
		    glob->meaning.option == mention->meaning.option;
	return same ? glob->pattern : (struct str){0};
}

static bool has_cue(const struct mentions *mentions, uint16_t subject)
{
	for (size_t i = 0; i < mentions->count; i++)
		if (mentions->item[i].meaning.kind == MEANS_CUE && mentions->item[i].meaning.subject == subject)
			return true;
	return false;
}

/* An unambiguous option of the subject, or another option of it: either tells that the subject is spoken of. */
static bool has_company(const struct mentions *mentions, const struct meaning *own)
{
	for (size_t i = 0; i < mentions->count; i++) {
		const struct meaning *other = &mentions->item[i].meaning;
		if (other->kind == MEANS_OPTION && other->subject == own->subject &&
		    (!other->ambiguous || other->option != own->option))
			return true;
	}
	return false;
}

static struct str describe_name(struct arena *arena, const struct matcher *matcher, const struct phrase *phrase,
				const struct mentions *mentions, const struct mention *mention, bool *counts)
{
	const struct catalog_subject *subject = &matcher->catalog.subjects[mention->meaning.subject];
	const struct catalog_option *option = &subject->options[mention->meaning.option];
	struct str name = name_in_words(arena, option, phrase, mention);
	struct str pattern = str_empty(name) ? fitting_pattern(matcher, phrase, mention) : (struct str){0};
	struct str through = !str_empty(name)      ? arena_printf(arena, "through the name '%.*s'", STR_ARG(name))
			     : !str_empty(pattern) ? arena_printf(arena, "through the pattern '%.*s'", STR_ARG(pattern))
						   : STR("through a name, with the version cut off");
	*counts = true;
	if (!mention->meaning.ambiguous)
		return through;
	*counts = has_cue(mentions, mention->meaning.subject) || has_company(mentions, &mention->meaning);
	return arena_printf(arena, "%.*s, which means other things as well%s", STR_ARG(through),
			    *counts ? "; a cue or another option stands near it"
				    : " and needs a cue of the subject or another option of it near by");
}

static void describe_word(const struct matcher *matcher, const struct mention *mention, struct explain_step *step)
{
	const struct catalog *catalog = &matcher->catalog;
	if (mention->meaning.kind == MEANS_SCOPE) {
		step->kind = EXPLAIN_SCOPE;
		step->option = catalog->scopes[mention->meaning.option].name;
		step->message = STR("limits what is decided");
		return;
	}
	if (mention->meaning.subject != ANY_SUBJECT)
		step->subject = catalog->subjects[mention->meaning.subject].name;
	bool cue = mention->meaning.kind == MEANS_CUE;
	step->kind = cue ? EXPLAIN_CUE : EXPLAIN_AGAINST;
	step->message = cue ? STR("speaks of the subject") : STR("in a title it tells that something else is decided");
}

void explain_text(const struct matcher *matcher, struct arena *arena, struct str text, struct explanation *explanation)
{
	struct phrase *phrase = ARENA_NEW(arena, struct phrase);
	struct mentions *mentions = ARENA_NEW(arena, struct mentions);
	take_apart(phrase, arena, text);
	find_mentions(matcher, phrase, mentions);
	for (size_t i = 0; i < mentions->count; i++) {
		const struct mention *mention = &mentions->item[i];
		if (mention->meaning.kind == MEANS_TURN || mention->meaning.kind == MEANS_NOTHING)
			continue;
		struct explain_step *step = LIST_ADD(arena, explanation);
		*step = (struct explain_step){.kind = EXPLAIN_NAME, .counts = true, .words = phrase_words(phrase, mention)};
		if (mention->meaning.kind != MEANS_OPTION) {
			describe_word(matcher, mention, step);
			continue;
		}
		const struct catalog_subject *subject = &matcher->catalog.subjects[mention->meaning.subject];
		step->subject = subject->name;
		step->option = subject->options[mention->meaning.option].name;
		step->message = describe_name(arena, matcher, phrase, mentions, mention, &step->counts);
	}
}
