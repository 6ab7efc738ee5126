/* SPDX-License-Identifier: MIT */
/* `decides:` and `rejects:` in front matter. */
#include "read.h"

#include "adr/base/scope.h"
#include "adr/base/text.h"

/* "+cache=redis@web -cache=memcached" */
static void assert_declared(const char *front, const char *expected)
{
	SCOPED(text_release) struct text text = {0}, got = {0};
	text_printf(&text, "---\n%s\n---\n# 7. Keep fares at hand\n\n## Status\n\nAccepted\n", front);
	const struct record *record = read_text(text.at);
	text_add_z(&got, "");
	LIST_EACH (const struct declaration, declaration, &record->declared) {
		text_printf(&got, "%s%c%.*s=%.*s", got.length ? " " : "", declaration->chosen ? '+' : '-',
			    STR_ARG(declaration->subject), STR_ARG(declaration->option));
		if (!str_empty(declaration->scope))
			text_printf(&got, "@%.*s", STR_ARG(declaration->scope));
	}
	assert_string_equal(got.at, expected);
}

static void forms_of_declarations(void **state)
{
	(void)state;
	assert_declared("decides: {cache: redis}", "+cache=redis");
	assert_declared("decides:\n  cache: redis\n  orm: jooq", "+cache=redis +orm=jooq");
	assert_declared("decides:\n  cache: [redis, caffeine]", "+cache=redis +cache=caffeine");
	assert_declared("decides:\n  - cache: redis\n  - orm: [jooq]", "+cache=redis +orm=jooq");
	assert_declared("decides: {orm: {python: sqlalchemy, go: [ent, sqlc]}}",
			"+orm=sqlalchemy@python +orm=ent@go +orm=sqlc@go");
	assert_declared("rejects: {cache: memcached}", "-cache=memcached");
	assert_declared("decides: {cache: redis}\nrejects:\n  - cache: [memcached]", "+cache=redis -cache=memcached");
}

static void what_declares_nothing(void **state)
{
	(void)state;
	assert_declared("decides: redis", "");
	assert_declared("decides: [redis, orm]", "");
	assert_declared("decides: {cache: '  '}", "");
	assert_declared("decides: {cache: {web: {deep: redis}}}", "");
	assert_declared("decider: {cache: redis}", "");
}

static void declarations_know_their_lines(void **state)
{
	(void)state;
	const struct record *record = read_text("---\ndecides:\n  cache:\n    - redis\n---\n# 7. Fares\n");
	assert_int_equal(record->declared.count, 1);
	assert_int_equal(record->declared.item[0].subject_at.line, 3);
	assert_int_equal(record->declared.item[0].at.line, 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(forms_of_declarations, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(what_declares_nothing, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(declarations_know_their_lines, read_set_up, read_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
