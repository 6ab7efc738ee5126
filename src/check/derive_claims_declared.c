/* SPDX-License-Identifier: MIT */
/* What the front matter declares: `decides: {container-base-image: alpine}`. It beats all inference. A subject or an
 * option that the catalogue does not know is a new one, under its folded name. */
#include "derive_claims.h"

#include "adr/base/unicode.h"

static bool same_folded(struct arena *arena, struct str a, struct str folded)
{
	return str_equal(unicode_fold(arena, a), folded);
}

const struct catalog_subject *declared_subject(const struct catalog *catalog, struct arena *arena, struct str name)
{
	const struct catalog_subject *known = catalog_subject_find(catalog, name);
	struct str folded = unicode_fold(arena, name);
	for (size_t i = 0; i < catalog->subject_count && !known; i++) {
		const struct catalog_subject *subject = &catalog->subjects[i];
		if (same_folded(arena, subject->name, folded) || same_folded(arena, subject->title, folded))
			known = subject;
	}
	return known;
}

static bool has_name(struct arena *arena, const struct catalog_option *option, struct str folded)
{
	for (size_t i = 0; i < option->alias_count; i++)
		if (same_folded(arena, option->aliases[i].pattern, folded))
			return true;
	return same_folded(arena, option->title, folded);
}

const struct catalog_option *declared_option(const struct catalog_subject *subject, struct arena *arena,
					     struct str name)
{
	const struct catalog_option *known = subject ? catalog_option_find(subject, name) : NULL;
	struct str folded = unicode_fold(arena, name);
	for (size_t i = 0; subject && i < subject->option_count && !known; i++)
		if (has_name(arena, &subject->options[i], folded))
			known = &subject->options[i];
	return known;
}

bool declares_choice(const struct record *record, struct str subject)
{
	LIST_EACH (const struct claim, claim, &record->claims)
		if (claim->basis == CLAIM_DECLARED && claim->chosen && str_equal(claim->subject, subject))
			return true;
	return false;
}

size_t claim_declared(struct gathering *gathering)
{
	struct arena *arena = gathering->arena;
	LIST_EACH (const struct declaration, declaration, &gathering->record->declared) {
		const struct catalog_subject *subject =
			declared_subject(&gathering->matcher->catalog, arena, declaration->subject);
		const struct catalog_option *option = declared_option(subject, arena, declaration->option);
		struct claim *claim = LIST_ADD(arena, &gathering->record->claims);
		claim->subject = subject ? subject->name : unicode_fold_keeping(arena, declaration->subject, "-");
		claim->option = option ? option->name : unicode_fold_keeping(arena, declaration->option, CATALOG_KEEP);
		claim->scope = unicode_fold_keeping(arena, declaration->scope, CATALOG_KEEP);
		claim->chosen = declaration->chosen;
		claim->basis = CLAIM_DECLARED;
		claim->confidence = 1;
		claim->at = declaration->at;
		claim->quote = quote_of(gathering, (struct span){.line = declaration->at.line});
	}
	return gathering->record->declared.count;
}
