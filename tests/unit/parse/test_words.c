/* SPDX-License-Identifier: MIT */
/* The words that are compiled in: every language has what reading a record needs, and keys are as they are looked up.
 */
#include "testing.h"

#include "word_index.h"

#include "adr/base/unicode.h"
#include "adr/model/record.h"

static struct arena *arena;
static struct word_index *words;

static int set_up(void **state)
{
	(void)state;
	arena = arena_new();
	words = word_index_new(&vocabulary_builtin);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	word_index_free(words);
	arena_free(arena);
	return 0;
}

static int meaning(enum word_class class, const char *text)
{
	const struct word *word = word_index_find(words, class, unicode_fold(arena, str_of(text)));
	return word ? word->meaning : -1;
}

static void keys_are_folded_and_sorted(void **state)
{
	(void)state;
	for (size_t class = 0; class < WORD_CLASS_COUNT; class ++) {
		const struct words *list = &vocabulary_builtin.classes[class];
		for (size_t i = 0; i < list->count; i++) {
			struct str key = list->item[i].key;
			assert_true(str_equal(key, unicode_fold(arena, key)));
			assert_true(i == 0 || str_compare(list->item[i - 1].key, key) <= 0);
			assert_true(list->item[i].language < vocabulary_builtin.language_count);
		}
	}
}

static size_t count_of(enum word_class class, size_t language)
{
	size_t count = 0;
	for (size_t i = 0; i < vocabulary_builtin.classes[class].count; i++)
		count += vocabulary_builtin.classes[class].item[i].language == language;
	return count;
}

static void every_language_has_what_it_needs(void **state)
{
	(void)state;
	static const enum word_class needed[] = {WORD_STATUS, WORD_LABEL,  WORD_SECTION, WORD_LINK,
						 WORD_UNIT,   WORD_NOBODY, WORD_CHOSEN,  WORD_REJECTED,
						 WORD_OPTION, WORD_TRAIT,  WORD_COMMON};
	assert_int_equal(vocabulary_builtin.language_count, 11);
	for (size_t language = 0; language < vocabulary_builtin.language_count; language++) {
		for (size_t i = 0; i < sizeof needed / sizeof *needed; i++) {
			if (count_of(needed[i], language) == 0)
				fail_msg("%.*s has no words of class %d",
					 STR_ARG(vocabulary_builtin.languages[language]), (int)needed[i]);
		}
	}
}

/* One row per language: a status, a label and a section in its own words. */
static void each_language_is_known_by_its_words(void **state)
{
	(void)state;
	static const struct {
		const char *accepted, *superseded, *date, *decider, *decision, *supersedes;
	} rows[] = {
		{"Accepted", "Superseded by", "Date", "Deciders", "Decision Outcome", "Supersedes"},
		{"Angenommen", "Ersetzt durch", "Datum", "Entscheider", "Entscheidung", "l\xC3\xB6st ab"},
		{"Accept\xC3\xA9", "Remplac\xC3\xA9 par", "Date",
		 "D\xC3\xA9"
		 "cideurs",
		 "D\xC3\xA9"
		 "cision",
		 "Remplace"},
		{"Aceptada", "Reemplazado por", "Fecha", "Decisores", "Decisi\xC3\xB3n", "Reemplaza a"},
		{"Aceito",
		 "Substitu\xC3\xAD"
		 "do por",
		 "Data", "Decisores", "Decis\xC3\xA3o", "Substitui"},
		{"Accettato", "Sostituito da", "Data", "Decisori", "Decisione", "Sostituisce"},
		{"Geaccepteerd", "Vervangen door", "Datum", "Beslissers", "Besluit", "Vervangt"},
		{"Zaakceptowany", "Zast\xC4\x85piony przez", "Data", "Decydenci", "Decyzja", "Zast\xC4\x99puje"},
		{"\xD0\x9F\xD1\x80\xD0\xB8\xD0\xBD\xD1\x8F\xD1\x82\xD0\xBE",
		 "\xD0\x97\xD0\xB0\xD0\xBC\xD0\xB5\xD0\xBD\xD0\xB5\xD0\xBD\xD0\xBE \xD0\xBD\xD0\xB0",
		 "\xD0\x94\xD0\xB0\xD1\x82\xD0\xB0", "\xD0\x9B\xD0\x9F\xD0\xA0",
		 "\xD0\xA0\xD0\xB5\xD1\x88\xD0\xB5\xD0\xBD\xD0\xB8\xD0\xB5",
		 "\xD0\x97\xD0\xB0\xD0\xBC\xD0\xB5\xD0\xBD\xD1\x8F\xD0\xB5\xD1\x82"},
		{"\xE5\xB7\xB2\xE6\x8E\xA5\xE5\x8F\x97", "\xE8\xA2\xAB\xE5\x8F\x96\xE4\xBB\xA3",
		 "\xE6\x97\xA5\xE6\x9C\x9F", "\xE5\x86\xB3\xE7\xAD\x96\xE8\x80\x85", "\xE5\x86\xB3\xE7\xAD\x96",
		 "\xE5\x8F\x96\xE4\xBB\xA3"},
		{"\xE6\x89\xBF\xE8\xAA\x8D", "\xE7\xBD\xAE\xE3\x81\x8D\xE6\x8F\x9B\xE3\x81\x88\xE5\x85\x88",
		 "\xE6\x97\xA5\xE4\xBB\x98", "\xE6\xB1\xBA\xE5\xAE\x9A\xE8\x80\x85", "\xE6\xB1\xBA\xE5\xAE\x9A",
		 "\xE7\xBD\xAE\xE6\x8F\x9B\xE5\xAF\xBE\xE8\xB1\xA1"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(meaning(WORD_STATUS, rows[i].accepted), STATUS_ACCEPTED);
		assert_int_equal(meaning(WORD_LINK, rows[i].superseded), LINK_SUPERSEDED_BY);
		assert_int_equal(meaning(WORD_LABEL, rows[i].date), LABEL_DATE_PLAIN);
		assert_int_equal(meaning(WORD_LABEL, rows[i].decider), LABEL_ROLE + (int)ROLE_DECIDER);
		assert_int_equal(meaning(WORD_SECTION, rows[i].decision), SECTION_DECISION);
		assert_int_equal(meaning(WORD_LINK, rows[i].supersedes), LINK_SUPERSEDES);
	}
}

static void the_index_finds_what_a_search_finds(void **state)
{
	(void)state;
	for (size_t class = 0; class < WORD_CLASS_COUNT; class ++) {
		for (size_t i = 0; i < vocabulary_builtin.classes[class].count; i++) {
			struct str key = vocabulary_builtin.classes[class].item[i].key;
			assert_non_null(word_index_find(words, (enum word_class) class, key));
			assert_non_null(words_find(&vocabulary_builtin.classes[class], key));
			assert_true(word_index_languages(words, (enum word_class) class, key) != 0);
		}
	}
	assert_null(word_index_find(words, WORD_STATUS, STR("no such word")));
	assert_null(word_index_find(words, WORD_STATUS, STR("")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(keys_are_folded_and_sorted, set_up, tear_down),
		cmocka_unit_test_setup_teardown(every_language_has_what_it_needs, set_up, tear_down),
		cmocka_unit_test_setup_teardown(each_language_is_known_by_its_words, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_index_finds_what_a_search_finds, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
