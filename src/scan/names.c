/* SPDX-License-Identifier: MIT */
#include "names.h"

#include "adr/base/ascii.h"
#include "adr/base/file.h"
#include "adr/base/unicode.h"

#define LOG_NAME_MOST ((size_t)40) /* bytes; longer names are titles */
#define COUNT(table) (sizeof(table) / sizeof *(table))

static const struct str markdown_endings[] = {STR_INIT(".md"), STR_INIT(".markdown"), STR_INIT(".mdx")};

/* Words of a folder's name that are enough by themselves; the last ones are how other languages say "decisions".
 * Folded; compared with the end of a word, because some languages write "architecture decisions" as one. */
static const struct str sure_words[] = {
	STR_INIT("adr"),        STR_INIT("adrs"),         STR_INIT("decisions"), STR_INIT("entscheidungen"),
	STR_INIT("decisiones"), STR_INIT("decisoes"),     STR_INIT("decisioni"), STR_INIT("beslissingen"),
	STR_INIT("besluiten"),  STR_INIT("beslutninger"), STR_INIT("beslut"),    STR_INIT("paatokset"),
	STR_INIT("decyzje"),    STR_INIT("rozhodnuti"),   STR_INIT("решения"),   STR_INIT("决策"),
	STR_INIT("決策"),       STR_INIT("決定"),         STR_INIT("결정"),
};
/* "decision" alone is said of many things; with one of these beside it, it means records. */
static const struct str companion_words[] = {
	STR_INIT("record"),   STR_INIT("records"),      STR_INIT("log"),           STR_INIT("logs"),
	STR_INIT("register"), STR_INIT("architecture"), STR_INIT("architectural"),
};
/* The same run together. */
static const struct str joined_words[] = {
	STR_INIT("decisionrecord"),
	STR_INIT("decisionlog"),
	STR_INIT("architecturedecision"),
	STR_INIT("architecturaldecision"),
};

static const struct str machinery[] = {
	STR_INIT(".git"),          STR_INIT(".hg"),           STR_INIT(".svn"),
	STR_INIT(".bzr"),          STR_INIT(".jj"),           STR_INIT(".venv"),
	STR_INIT(".tox"),          STR_INIT(".nox"),          STR_INIT(".cache"),
	STR_INIT(".gradle"),       STR_INIT(".idea"),         STR_INIT(".next"),
	STR_INIT(".nuxt"),         STR_INIT(".terraform"),    STR_INIT(".yarn"),
	STR_INIT(".pnpm-store"),   STR_INIT(".mypy_cache"),   STR_INIT(".pytest_cache"),
	STR_INIT(".ruff_cache"),   STR_INIT(".bundle"),       STR_INIT(".direnv"),
	STR_INIT(".stack-work"),   STR_INIT(".cargo"),        STR_INIT(".m2"),
	STR_INIT(".npm"),          STR_INIT(".parcel-cache"), STR_INIT(".turbo"),
	STR_INIT(".svelte-kit"),   STR_INIT("node_modules"),  STR_INIT("bower_components"),
	STR_INIT("jspm_packages"), STR_INIT("__pycache__"),   STR_INIT("site-packages"),
	STR_INIT("DerivedData"),
};
static const struct str products[] = {
	STR_INIT("vendor"),
	STR_INIT("third_party"),
	STR_INIT("third-party"),
	STR_INIT("target"),
	STR_INIT("build"),
	STR_INIT("dist"),
	STR_INIT("out"),
	STR_INIT("_build"),
	STR_INIT("_site"),
	STR_INIT("venv"),
	STR_INIT("Pods"),
	STR_INIT("Carthage"),
	STR_INIT("coverage"),
	STR_INIT("cmake-build-debug"),
	STR_INIT("cmake-build-release"),
};

static bool is_one_of(struct str name, const struct str *table, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_equal(name, table[i]))
			return true;
	return false;
}

static size_t count_digits(struct str text)
{
	size_t count = 0;
	while (count < text.length && is_digit(text.at[count]))
		count++;
	return count;
}

bool name_is_markdown(struct str name)
{
	for (size_t i = 0; i < COUNT(markdown_endings); i++)
		if (str_ends_nocase(name, markdown_endings[i]) && name.length > markdown_endings[i].length)
			return true;
	return false;
}

bool name_is_numbered_adr(struct str name)
{
	if (!name_is_markdown(name))
		return false;
	size_t at = str_find_nocase(name, STR("adr"));
	if (at == STR_NOT_FOUND || (at > 1 && is_letter(name.at[at - 1]))) /* "madr-1" counts, "quadrant-1" does not */
		return false;
	struct str rest = str_from(name, at + 3);
	if (!str_empty(rest) && strchr("-_ .", rest.at[0]))
		rest = str_from(rest, 1);
	return count_digits(rest) > 0;
}

/* "2024-roadmap.md", "2024-05-01-x.md" */
static bool is_year(struct str digits)
{
	return digits.length == 4 && (str_starts(digits, STR("19")) || str_starts(digits, STR("20")));
}

bool name_is_numbered(struct str name)
{
	struct str digits = str_slice(name, 0, count_digits(name));
	return digits.length >= 3 && digits.length <= 6 && !is_year(digits) && name_is_markdown(name) &&
	       strchr("-_ .", name.at[digits.length]);
}

bool name_is_guide(struct str name)
{
	return str_starts_nocase(name, STR("readme")) || str_starts_nocase(name, STR("index.")) ||
	       str_find_nocase(name, STR("template")) != STR_NOT_FOUND;
}

/* "ArchitectureDecisions" as "Architecture Decisions": fold() then sees two words. */
static struct str split_at_capitals(struct arena *arena, struct str name)
{
	char *split = arena_take(arena, 2 * name.length + 1);
	size_t length = 0;
	for (size_t i = 0; i < name.length; i++) {
		char before = i ? name.at[i - 1] : ' ', c = name.at[i];
		bool capital = c >= 'A' && c <= 'Z' && before >= 'a' && before <= 'z';
		if (capital || is_digit(c) != is_digit(before))
			split[length++] = ' ';
		split[length++] = c;
	}
	return (struct str){split, length};
}

static bool word_is_sure(struct str word)
{
	for (size_t i = 0; i < COUNT(sure_words); i++) {
		bool short_word = sure_words[i].length <= 4; /* "adr" ends "quadr": as a whole only */
		if (short_word ? str_equal(word, sure_words[i]) : str_ends(word, sure_words[i]))
			return true;
	}
	for (size_t i = 0; i < COUNT(joined_words); i++)
		if (str_starts(word, joined_words[i]))
			return true;
	return false;
}

enum folder_words name_folder_words(struct str name)
{
	struct arena *arena = arena_new();
	struct str rest = unicode_fold(arena, split_at_capitals(arena, name)), word;
	size_t words = 0, sure = 0, decision = 0, companion = 0;
	for (; str_next_part(&rest, ' ', &word); words++) {
		sure += word_is_sure(word);
		decision += str_equal(word, STR("decision"));
		companion += is_one_of(word, companion_words, COUNT(companion_words));
	}
	arena_free(arena);
	if (sure == 0 && (decision == 0 || (companion == 0 && words > 1)))
		return FOLDER_OTHER;
	return sure + decision + companion == words ? FOLDER_NOTHING_BUT_RECORDS : FOLDER_RECORDS;
}

bool name_is_log(struct str name)
{
	struct str stem = path_stem(name);
	return stem.length <= LOG_NAME_MOST && name_is_markdown(name) &&
	       name_folder_words(stem) == FOLDER_NOTHING_BUT_RECORDS;
}

bool name_is_machinery(struct str name)
{
	return is_one_of(name, machinery, COUNT(machinery));
}

bool name_is_product(struct str name)
{
	return is_one_of(name, products, COUNT(products));
}
