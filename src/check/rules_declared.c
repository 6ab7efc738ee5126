/* SPDX-License-Identifier: MIT */
/* declaration-misspelt. New subjects and options may be declared; what nearly is the name of a known one is a slip. */
#include "derive_claims.h"
#include "lint.h"

#include "adr/base/unicode.h"

static struct strs subject_names(struct arena *arena, const struct catalog *catalog)
{
	struct strs names = {0};
	for (size_t i = 0; i < catalog->subject_count; i++)
		*LIST_ADD(arena, &names) = catalog->subjects[i].name;
	return names;
}

static struct strs option_names(struct arena *arena, const struct catalog_subject *subject)
{
	struct strs names = {0};
	for (size_t i = 0; i < subject->option_count; i++)
		*LIST_ADD(arena, &names) = subject->options[i].name;
	return names;
}

static void suggest(struct lint *lint, const char *what, struct str name, struct span at, const struct strs *known)
{
	struct str meant = unicode_nearest(known, unicode_fold_keeping(lint->arena, name, CATALOG_KEEP));
	if (!str_empty(meant))
		finding_add(lint->arena, &lint->record->findings, RULE_DECLARATION_MISSPELT, lint->source, at,
			    "the catalogue has no %s '%.*s'; did you mean '%.*s'?", what, STR_ARG(name), STR_ARG(meant));
}

void check_declarations(struct lint *lint)
{
	if (lint->record->declared.count == 0)
		return;
	struct catalog catalog =
		catalog_merge(lint->arena, &catalog_builtin, &lint->record->project->config->catalog);
	LIST_EACH (const struct declaration, declaration, &lint->record->declared) {
		const struct catalog_subject *subject =
			declared_subject(&catalog, lint->arena, declaration->subject);
		struct strs known = subject ? option_names(lint->arena, subject) : subject_names(lint->arena, &catalog);
		if (!subject)
			suggest(lint, "subject", declaration->subject, declaration->subject_at, &known);
		else if (!declared_option(subject, lint->arena, declaration->option))
			suggest(lint, "option", declaration->option, declaration->at, &known);
	}
}
