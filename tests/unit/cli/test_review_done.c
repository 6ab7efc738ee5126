/* SPDX-License-Identifier: MIT */
/* A review is recorded in records of every form, notation and line end; read again, they say what was meant, and all
 * else is as it was. */
#include "adr/base/scope.h"
#include "adr/base/text.h"
#include "adr/edit/edit.h"
#include "adr/model/config.h"
#include "adr/model/vocabulary.h"
#include "adr/parse/read_record.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

static struct arena *arena;
static struct reader *reader;
static struct config config;
static struct project project;

/* %D: the date, %R: the next review, %L: the last one, in the notation of the turn. Lines with an absent one are left
 * out. */
static const struct {
	const char *name, *text;
	const char *language;
} forms[] = {
	{"front matter",
	 "---\nstatus: accepted\ndate: %D\nreviewed: %L\nreview-by: %R\ntags: [hull]\n---\n# 1. Paint\n\nText.\n",
	 "en"},
	{"quoted front matter", "---\nstatus: accepted\ndate: \"%D\"\nreviewBy: \"%R\"\n---\n# 1. Paint\n\nText.\n",
	 "en"},
	{"bold",
	 "# 1. Paint\n\n**Status:** Accepted  \n**Date:** %D  \n**Last reviewed:** %L  \n**Next review:** "
	 "%R\n\nText.\n",
	 "en"},
	{"bullets",
	 "# 1. Paint\n\n* Status: accepted\n* Date: %D\n* Last review: %L\n* Next review: %R\n\n## Context\n\nText.\n",
	 "en"},
	{"bold bullets",
	 "# 1. Paint\n\n- **Status**: accepted\n- **Date**: %D\n- **Review by**: %R\n\n## Context\n\nText.\n", "en"},
	{"table",
	 "# 1. Paint\n\n| Field | Value |\n|---|---|\n| Status | Accepted |\n| Date | %D |\n| Last reviewed | %L |\n"
	 "| Next review   | %R |\n\nText.\n",
	 "en"},
	{"nygard",
	 "# 1. Paint\n\nDate: %D\n\nLast reviewed: %L\n\nNext review: %R\n\n## Status\n\nAccepted\n\n## "
	 "Context\n\nText.\n",
	 "en"},
	{"german",
	 "# 1. Farbe\n\n* Status: Akzeptiert\n* Datum: %D\n* Zuletzt geprüft: %L\n* Nächste Überprüfung: %R\n\n"
	 "## Kontext\n\nWir haben Schiffe und brauchen für sie eine Farbe, die nicht von allein abgeht.\n",
	 "de"},
	{"last line",
	 "# 1. Paint\n\n## Status\n\nAccepted\n\n## Context\n\nText.\n\n## Review\n\nLast reviewed: %L\nNext review: "
	 "%R\n",
	 "en"},
};

static const char *const notations[] = {"%Y-%m-%d", "%Y/%m/%d", "%d.%m.%Y", "%d %B %Y", "%B %d, %Y"};

static struct str written(const char *notation, struct date date)
{
	static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
					     "July",    "August",   "September", "October", "November", "December"};
	SCOPED(text_release) struct text out = {0};
	int year, month, day;
	date_split(date, &year, &month, &day);
	for (; *notation; notation++) {
		if (*notation != '%')
			text_add_byte(&out, *notation);
		else if (*++notation == 'Y')
			text_printf(&out, "%d", year);
		else if (*notation == 'B')
			text_add_z(&out, months[month - 1]);
		else
			text_printf(&out, "%02d", *notation == 'm' ? month : day);
	}
	return arena_copy(arena, text_str(&out));
}

struct turn {
	const char *form, *notation, *end;
	struct date date, review, reviewed; /* unset: not there */
	bool bom, final_end;
};

static struct str fill(const struct turn *turn)
{
	SCOPED(text_release) struct text out = {0};
	struct str rest = str_of(turn->form), line;
	text_add_z(&out, turn->bom ? "\xEF\xBB\xBF" : "");
	while (str_next_line(&rest, &line)) {
		size_t mark = str_find_byte(line, '%');
		char which = mark == STR_NOT_FOUND ? '\0' : line.at[mark + 1];
		struct date date = which == 'R' ? turn->review : which == 'L' ? turn->reviewed : turn->date;
		if (which && !date.set)
			continue;
		if (which) {
			text_add(&out, str_slice(line, 0, mark));
			text_add(&out, written(turn->notation, date));
			line = str_from(line, mark + 2);
		}
		text_add(&out, line);
		text_add_z(&out, str_empty(rest) && !turn->final_end ? "" : turn->end);
	}
	return arena_copy(arena, text_str(&out));
}

static struct record *read_it(struct str text, struct source *source)
{
	struct record *record = ARENA_NEW(arena, struct record);
	struct records decisions = {0};
	source_init(source, arena, STR("docs/adr/0001-paint.md"), text);
	read_record(reader, source, &project, STR("docs/adr/0001-paint.md"), arena, record, &decisions);
	return record;
}

static size_t count_bytes(struct str text, char byte)
{
	size_t count = 0;
	for (size_t i = 0; i < text.length; i++)
		count += text.at[i] == byte;
	return count;
}

/* Every line of the old text that holds no review date is in the new one, in order. */
static void assert_rest_is_there(struct str before, struct str after, const struct turn *turn)
{
	struct str line, other;
	while (str_next_line(&before, &line)) {
		if (turn->review.set && str_contains(line, written(turn->notation, turn->review)))
			continue;
		if (turn->reviewed.set && str_contains(line, written(turn->notation, turn->reviewed)))
			continue;
		do {
			if (!str_next_line(&after, &other))
				fail_msg("'%.*s' is gone", STR_ARG(line));
		} while (!str_equal(line, other));
	}
}

static void check(const char *name, const struct turn *turn)
{
	struct source source, again;
	struct edits edits = {0};
	struct error error = {0};
	struct str before = fill(turn);
	struct record *record = read_it(before, &source);
	struct review_done done = {.period = {6, DATE_MONTHS}};
	assert_true(date_make(2026, 11, 30, &done.on));
	done.next = date_add(done.on, done.period);
	assert_true(date_equal(record->reviewed, turn->reviewed));
	assert_true(date_equal(record->review, turn->review));
	if (plan_review(arena, &source, record, &done, &edits, &error) != OUTCOME_OK)
		fail_msg("%s: %s\n%.*s", name, error.text, STR_ARG(before));
	struct str after = edited_text(arena, before, &edits);
	const struct record *changed = read_it(after, &again);
	if (!date_equal(changed->reviewed, done.on) || !date_equal(changed->review, done.next))
		fail_msg("%s: is read otherwise than meant:\n%.*s", name, STR_ARG(after));
	assert_true(date_equal(changed->date, record->date));
	assert_int_equal(changed->status, record->status);
	assert_true(str_equal(changed->title, record->title));
	assert_rest_is_there(before, after, turn);
	assert_true(str_contains(after, written(turn->notation, done.next)));
	assert_true(str_contains(after, written(turn->notation, done.on)));
	assert_int_equal(str_starts(after, STR("\xEF\xBB\xBF")), turn->bom);
	assert_int_equal(after.at[after.length - 1] == '\n', before.at[before.length - 1] == '\n');
	assert_int_equal(count_bytes(after, '\r'), turn->end[0] == '\r' ? count_bytes(after, '\n') : 0);
	assert_in_range(count_bytes(after, '\n') - count_bytes(before, '\n'), 0, 4);
}

static void every_form_says_it_in_its_own_way(void **state)
{
	(void)state;
	size_t checked = 0;
	for (size_t f = 0; f < sizeof forms / sizeof *forms; f++) {
		for (int i = 0; i < 5 * 32; i++) {
			struct turn turn = {.form = forms[f].text,
					    .notation = notations[i / 32],
					    .end = i & 1 ? "\r\n" : "\n",
					    .bom = (i & 2) != 0,
					    .final_end = (i & 4) != 0};
			bool names = strchr(turn.notation, 'B') != NULL;
			date_make(2024, 3, 14, &turn.date);
			if (i & 8)
				date_make(2026, 8, 31, &turn.review);
			if ((i & 16) && strstr(turn.form, "%L"))
				date_make(2025, 2, 28, &turn.reviewed);
			bool places = strstr(turn.form, "%D") != NULL || turn.review.set || turn.reviewed.set;
			if ((names && strcmp(forms[f].language, "en") != 0) || !places)
				continue;
			check(forms[f].name, &turn);
			checked++;
			arena_reset(arena);
		}
	}
	assert_true(checked > 500);
}

/* One record of each language, with the next review on the day in front; behind it, what the lines become. */
static const struct {
	const char *language, *head, *review, *body, *becomes, *added;
} tongues[] = {
	{"en", "* Status: Accepted\n", "* Next review: 3 August 2026\n",
	 "## Context\n\nWe have ships, and all of them need a coat of paint that does not come off.\n",
	 "* Next review: 3 February 2027\n", "* Last reviewed: 14 August 2026\n"},
	{"de", "* Status: Akzeptiert\n", "* Nächste Überprüfung: 3. August 2026\n",
	 "## Kontext\n\nWir haben Schiffe und brauchen für sie eine Farbe, die nicht von allein abgeht.\n",
	 "* Nächste Überprüfung: 3. Februar 2027\n", "* Zuletzt geprüft: 14. August 2026\n"},
	{"es", "* Estado: Aceptado\n", "* Próxima revisión: 3 de agosto de 2026\n",
	 "## Contexto\n\nTenemos barcos y para ellos necesitamos una pintura que no se caiga con el agua.\n",
	 "* Próxima revisión: 3 de febrero de 2027\n", "* Última revisión: 14 de agosto de 2026\n"},
	{"fr", "* Statut : Accepté\n", "* Prochaine revue : 3 août 2026\n",
	 "## Contexte\n\nNous avons des bateaux et il nous faut pour eux une peinture qui ne part pas dans l'eau.\n",
	 "* Prochaine revue : 3 février 2027\n", "* Dernière revue : 14 août 2026\n"},
	{"it", "* Stato: Accettato\n", "* Prossima revisione: 3 agosto 2026\n",
	 "## Contesto\n\nAbbiamo delle navi e per loro ci serve una vernice che non va via con il mare.\n",
	 "* Prossima revisione: 3 febbraio 2027\n", "* Ultima revisione: 14 agosto 2026\n"},
	{"ja", "* ステータス: 承認済み\n", "* 次回レビュー: 2026年8月3日\n",
	 "## コンテキスト\n\n船がたくさんあり、海水ではがれない塗料が必要です。\n", "* 次回レビュー: 2027年2月3日\n",
	 "* レビュー日: 2026年8月14日\n"},
	{"nl", "* Status: Geaccepteerd\n", "* Volgende review: 3 augustus 2026\n",
	 "## Context\n\nWe hebben schepen en voor die schepen hebben we een verf nodig die niet van het staal gaat.\n",
	 "* Volgende review: 3 februari 2027\n", "* Laatst beoordeeld: 14 augustus 2026\n"},
	{"pl", "* Status: Zaakceptowana\n", "* Następny przegląd: 3 sierpnia 2026\n",
	 "## Kontekst\n\nMamy statki i potrzebujemy dla nich farby, która nie schodzi w wodzie.\n",
	 "* Następny przegląd: 3 lutego 2027\n", "* Ostatni przegląd: 14 sierpnia 2026\n"},
	{"pt", "* Estado: Aceite\n", "* Próxima revisão: 3 de agosto de 2026\n",
	 "## Contexto\n\nTemos navios e precisamos para eles de uma tinta que não saia com a água do mar.\n",
	 "* Próxima revisão: 3 de fevereiro de 2027\n", "* Última revisão: 14 de agosto de 2026\n"},
	{"ru", "* Статус: Принято\n", "* Следующий пересмотр: 3 августа 2026\n",
	 "## Контекст\n\nУ нас есть суда, и для них нужна краска, которая не сходит в воде.\n",
	 "* Следующий пересмотр: 3 февраля 2027\n", "* Последний пересмотр: 14 августа 2026\n"},
	{"zh", "* 状态: 已接受\n", "* 下次评审: 2026年8月3日\n",
	 "## 背景\n\n我们有很多船，需要一种在海水里不会脱落的油漆。\n", "* 下次评审: 2027年2月3日\n",
	 "* 评审日期: 2026年8月14日\n"},
};

static struct str text_of(const char *head, const char *first, const char *second, const char *body)
{
	SCOPED(text_release) struct text out = {0};
	text_printf(&out, "# 1. X\n\n%s%s%s\n%s", head, first, second, body);
	return arena_copy(arena, text_str(&out));
}

static void every_language_is_written_as_it_is_read(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof tongues / sizeof *tongues; i++) {
		struct source source, again;
		struct edits edits = {0};
		struct error error = {0};
		struct review_done done = {{0}, {0}, {0}};
		struct str before = text_of(tongues[i].head, tongues[i].review, "", tongues[i].body);
		const struct record *record = read_it(before, &source);
		assert_true(str_equal(record->language, str_of(tongues[i].language)));
		assert_true(date_make(2026, 8, 14, &done.on));
		assert_true(date_make(2027, 2, 3, &done.next));
		if (plan_review(arena, &source, record, &done, &edits, &error) != OUTCOME_OK)
			fail_msg("%s: %s", tongues[i].language, error.text);
		struct str after = edited_text(arena, before, &edits);
		struct str expected = text_of(tongues[i].head, tongues[i].added, tongues[i].becomes, tongues[i].body);
		assert_string_equal(after.at, expected.at);
		const struct record *changed = read_it(after, &again);
		assert_true(date_equal(changed->reviewed, done.on));
		assert_true(date_equal(changed->review, done.next));
	}
}

static void expect_done(const char *text, const char *next, const char *expected)
{
	struct source source;
	struct edits edits = {0};
	struct error error = {0};
	struct review_done done = {{0}, {0}, {0}};
	const struct record *record = read_it(str_of(text), &source);
	assert_true(date_make(2026, 11, 30, &done.on));
	if (period_parse(str_of(next), &done.period))
		done.next = date_add(done.on, done.period);
	enum outcome outcome = plan_review(arena, &source, record, &done, &edits, &error);
	assert_string_equal(outcome == OUTCOME_OK ? edited_text(arena, str_of(text), &edits).at : error.text, expected);
}

static void remarks_stay_true(void **state)
{
	(void)state;
	static const char *const text = "# 1. Paint\n\n**Status:** Accepted\n**Next Review:** 2026-08-14 (6 months)\n";
	expect_done(text, "6m",
		    "# 1. Paint\n\n**Status:** Accepted\n**Last reviewed:** 2026-11-30\n"
		    "**Next Review:** 2027-05-30 (6 months)\n");
	expect_done(text, "1y",
		    "# 1. Paint\n\n**Status:** Accepted\n**Last reviewed:** 2026-11-30\n"
		    "**Next Review:** 2027-11-30\n");
}

static void tables_keep_their_columns(void **state)
{
	(void)state;
	expect_done("# 1. Paint\n\n| Status        | Accepted   |\n|---------------|------------|\n"
		    "| Review by     | 2026-08-14 |\n\nText.\n",
		    "6m",
		    "# 1. Paint\n\n| Status        | Accepted   |\n|---------------|------------|\n"
		    "| Last reviewed | 2026-11-30 |\n| Review by     | 2027-05-30 |\n\nText.\n");
}

static void without_a_next_day_the_rest_stays(void **state)
{
	(void)state;
	expect_done("# 1. Paint\n\nStatus: Accepted\nDate: 2024-01-01\nReview cycle: annually\n", "",
		    "# 1. Paint\n\nStatus: Accepted\nDate: 2024-01-01\nLast reviewed: 2026-11-30\nReview cycle: "
		    "annually\n");
}

static void what_has_no_safe_place_is_refused(void **state)
{
	(void)state;
	expect_done("# 1. Paint\n\n## Status\n\nAccepted\n\n## Context\n\nText.\n", "",
		    "docs/adr/0001-paint.md:1: the header has no line of a label and its value that another one could be "
		    "put beside; change the record by hand");
	expect_done("# 1. Paint\n\nStatus: Accepted\nReview cycle: annually\nDate: 2025-01-01\n", "6m",
		    "docs/adr/0001-paint.md:4: the next review is not stated as a day here; change the record by hand");
}

static int set_up(void **state)
{
	(void)state;
	read_prepare();
	arena = arena_new();
	reader = reader_new(&vocabulary_builtin);
	config_init(&config);
	project = (struct project){.name = STR("dock"), .root = STR("/dock"), .config = &config};
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	reader_free(reader);
	arena_free(arena);
	return 0;
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_form_says_it_in_its_own_way), TEST(every_language_is_written_as_it_is_read),
		TEST(remarks_stay_true),
		TEST(tables_keep_their_columns),         TEST(without_a_next_day_the_rest_stays),
		TEST(what_has_no_safe_place_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
