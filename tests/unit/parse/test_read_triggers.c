/* SPDX-License-Identifier: MIT */
#include "read.h"

#include "adr/base/scope.h"
#include "adr/base/text.h"

/* "line text" lines. */
static void expect_triggers(const char *text, const char *expected)
{
	const struct record *record = read_text(text);
	SCOPED(text_release) struct text out = {0};
	LIST_EACH (const struct trigger, trigger, &record->triggers)
		text_printf(&out, "%u %.*s\n", (unsigned)trigger->at.line, STR_ARG(trigger->text));
	assert_string_equal(out.at ? out.at : "", expected);
}

static void sentences_name_conditions(void **state)
{
	(void)state;
	expect_triggers("# 1. Sell tickets offline\n\nStatus: Accepted\n\n## Consequences\n\n"
			"Tills keep a list. We will revisit this if the harbour gets\nfibre. It stays small.\n\n"
			"* Reconsider **once** more than ten tills share a list\n"
			"* When the lease ends, this decision should be reconsidered.\n",
			"7 We will revisit this if the harbour gets fibre.\n"
			"10 Reconsider once more than ten tills share a list\n"
			"11 When the lease ends, this decision should be reconsidered.\n");
}

static void other_sentences_do_not(void **state)
{
	(void)state;
	expect_triggers("# 1. Sell tickets offline\n\nStatus: Accepted\n\n## Context\n\n"
			"We revisited the question in May. When we met, nobody was for it. A review is fine if short.\n"
			"Reconsider the colours. If in doubt, ask.\n\n"
			"    revisit if code\n\n## Considered Options\n\n* Revisit if cheap\n",
			"");
}

static void headings_and_labels_announce_them(void **state)
{
	(void)state;
	expect_triggers("# 1. Sell tickets offline\n\nStatus: Accepted\n\n## Decision\n\nWe will sell offline.\n\n"
			"**Revisit when:** the tills are replaced\n\n## Review triggers\n\n- More than 100 tills\n"
			"- **Owner:** Ines Falk\n- The law changes\n\n## Review\n\n- Next review: 2027-01-01\n"
			"- If tickets become free\n- Ines will tell\n",
			"9 the tills are replaced\n13 More than 100 tills\n15 The law changes\n20 If tickets become free\n");
}

static void other_languages_have_words_of_their_own(void **state)
{
	(void)state;
	expect_triggers("# 1. Fahrkarten ohne Netz verkaufen\n\n## Status\n\nAkzeptiert\n\n## Entscheidung\n\n"
			"Wir verkaufen ohne Netz und führen dafür eine Liste in der Kasse.\n\n## Konsequenzen\n\n"
			"Die Kasse wird größer. Sobald der Hafen Glasfaser hat, wird das neu bewertet.\n",
			"13 Sobald der Hafen Glasfaser hat, wird das neu bewertet.\n");
	expect_triggers("# 1. Vendre sans réseau\n\n## Statut\n\nAccepté\n\n## Décision\n\nNous vendons sans réseau et "
			"les caisses gardent une liste.\n\n## Conséquences\n\nÀ réévaluer si le port reçoit la fibre.\n",
			"13 À réévaluer si le port reçoit la fibre.\n");
}

static void words_may_run_together(void **state)
{
	(void)state;
	expect_triggers("# 1. 离线售票\n\n## 状态\n\n已接受\n\n## 决策\n\n我们离线售票，收银机保存清单。\n\n## 后果\n\n"
			"清单会变长。如果港口接入光纤，我们将重新评估该决定。一旦\n法律修改，需要重新考虑！价格不变。\n",
			"13 如果港口接入光纤，我们将重新评估该决定。\n13 一旦 法律修改，需要重新考虑！\n");
	expect_triggers("# 1. オフラインで券を売る\n\n## ステータス\n\n承認済み\n\n## 決定\n\n券をオフラインで売り、"
			"一覧をレジに保存する。\n\n## 結果\n\n一覧は長くなる。港に光回線が来た場合は、この決定を見直す。"
			"値段は変わらない。\n",
			"13 港に光回線が来た場合は、この決定を見直す。\n");
	/* Nobody says when. */
	expect_triggers("# 1. 离线售票\n\n## 状态\n\n已接受\n\n## 后果\n\n该决定已经重新评估。如果下雨，我们关闭窗口。"
			"重新考虑过颜色，如果有人问起。\n",
			"");
	expect_triggers("# 1. オフラインで券を売る\n\n## ステータス\n\n承認済み\n\n## 結果\n\n色を見直した。"
			"雨の場合は窓を閉める。\n",
			"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(sentences_name_conditions, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(other_sentences_do_not, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(headings_and_labels_announce_them, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(other_languages_have_words_of_their_own, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(words_may_run_together, read_set_up, read_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
