/* SPDX-License-Identifier: MIT */
/* What people type, as an expression of full-text search. */
#include "testing.h"

#include "adr/base/scope.h"
#include "query.h"

static const struct {
	const char *query, *expression;
} rows[] = {
	{"kafka", "((\"kafka\"))"},
	{"kafka queue", "((\"kafka\") AND (\"queue\"))"},
	{"  kafka\tqueue\n", "((\"kafka\") AND (\"queue\"))"},
	{"\"event log\" kafka", "((\"event log\") AND (\"kafka\"))"},
	{"post*", "((\"post*\" *))"},
	{"\"write ahe\"*", "((\"write ahe\" *))"},
	{"kafka -rabbitmq", "((\"kafka\")) NOT ((\"rabbitmq\"))"},
	{"kafka -rabbitmq -\"zero mq\"", "((\"kafka\")) NOT ((\"rabbitmq\" OR \"zero mq\"))"},
	{"-rabbitmq", "((\"rabbitmq\"))"},
	{"kafka OR nats queue", "((\"kafka\" OR \"nats\") AND (\"queue\"))"},
	{"OR kafka OR", "((\"kafka\"))"},
	{"AND NOT NEAR(x", "((\"AND\") AND (\"NOT\") AND (\"NEAR(x\"))"},
	{"title:kafka ^x (y)", "((\"title:kafka\") AND (\"^x\") AND (\"(y)\"))"},
	{"c++ - -- *", "((\"c++\"))"},
	{"\"open phrase", "((\"open phrase\"))"},
	{"say\"so\"", "((\"say\") AND (\"so\"))"},
	{"x\x01y", "((\"x\") AND (\"y\"))"},
	{"", ""},
	{" \t ", ""},
	{"\"\" ... !!!", ""},
};

static void queries_become_expressions(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct arena *arena = arena_new();
		assert_str(query_expression(arena, str_of(rows[i].query)), rows[i].expression);
		arena_free(arena);
	}
}

static void long_queries_are_cut(void **state)
{
	(void)state;
	struct arena *arena = arena_new();
	SCOPED(text_release) struct text query = {0};
	for (int i = 0; i < 5000; i++)
		text_add_z(&query, "w ");
	struct str expression = query_expression(arena, text_str(&query));
	assert_true(expression.length < QUERY_TERM_LIMIT * 12);
	text_clear(&query);
	text_add_repeat(&query, 'w', 100000);
	assert_true(query_expression(arena, text_str(&query)).length < QUERY_TEXT_LIMIT + 10);
	arena_free(arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(queries_become_expressions),
		cmocka_unit_test(long_queries_are_cut),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
