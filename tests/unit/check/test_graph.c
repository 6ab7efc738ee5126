/* SPDX-License-Identifier: MIT */
#include "make.h"

static struct maker maker;

static int set_up(void **state)
{
	(void)state;
	maker_init(&maker);
	return 0;
}

static int tear_down(void **state)
{
	(void)state;
	maker_free(&maker);
	return 0;
}

/* Nodes by stem, then edges: "a b | a supersedes b, ". */
static const char *graph(void)
{
	struct graph graph;
	make_ready(&maker);
	build_graph(&maker.records, maker.arena, &graph);
	SCOPED(text_release) struct text out = {0};
	for (size_t i = 0; i < graph.nodes.count; i++)
		text_printf(&out, "%.*s ", STR_ARG(graph.nodes.item[i]->id));
	text_add_z(&out, "|");
	LIST_EACH (struct graph_edge, edge, &graph.edges)
		text_printf(&out, " %.*s %s %.*s,", STR_ARG(edge->from->id),
			    edge->kind == LINK_OTHER ? arena_copy_z(maker.arena, edge->words)
						     : link_kind_name(edge->kind),
			    STR_ARG(edge->to->id));
	return arena_copy_z(maker.arena, text_str(&out));
}

/* a.md links to b.md as `forth` (when it is a kind), b.md to a.md as `back`. */
static void link_both(int forth, int back)
{
	struct record *record = make_record(&maker, 0, "a.md", -1);
	if (forth < LINK_KIND_COUNT)
		make_link(&maker, record, (enum link_kind)forth, "b.md");
	record = make_record(&maker, 0, "b.md", -1);
	if (back < LINK_KIND_COUNT)
		make_link(&maker, record, (enum link_kind)back, "a.md");
}

#define NONE LINK_KIND_COUNT

static void each_relation_is_one_edge(void **state)
{
	static const struct {
		int forth, back;
		const char *edges;
	} cases[] = {
		{NONE, NONE, ""},
		{LINK_SUPERSEDES, LINK_SUPERSEDED_BY, " one/a supersedes one/b,"},
		{LINK_SUPERSEDES, NONE, " one/a supersedes one/b,"},
		{NONE, LINK_SUPERSEDED_BY, " one/a supersedes one/b,"},
		{LINK_SUPERSEDED_BY, LINK_SUPERSEDES, " one/b supersedes one/a,"},
		{LINK_AMENDED_BY, LINK_AMENDS, " one/b amends one/a,"},
		{LINK_REQUIRED_BY, LINK_DEPENDS_ON, " one/b depends_on one/a,"},
		{LINK_RELATES_TO, LINK_RELATES_TO, " one/a relates_to one/b,"},
		{NONE, LINK_RELATES_TO, " one/a relates_to one/b,"},
		{LINK_CONFLICTS_WITH, LINK_CONFLICTS_WITH, " one/a conflicts_with one/b,"},
		{LINK_SUPERSEDES, LINK_AMENDED_BY, " one/a supersedes one/b, one/a amends one/b,"},
	};
	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		maker.records.count = 0;
		link_both(cases[i].forth, cases[i].back);
		assert_string_equal(graph(), arena_printf(maker.arena, "one/a one/b |%s", cases[i].edges).at);
	}
}

static void other_words_keep_their_direction(void **state)
{
	(void)state;
	struct record *record = make_record(&maker, 0, "b.md", -1);
	make_link(&maker, record, LINK_OTHER, "a.md")->words = STR("inspired");
	make_link(&maker, record, LINK_OTHER, "a.md")->words = STR("annoyed");
	make_link(&maker, record, LINK_OTHER, "a.md")->words = STR("inspired");
	make_record(&maker, 0, "a.md", -1);
	assert_string_equal(graph(), "one/a one/b | one/b annoyed one/a, one/b inspired one/a,");
}

static void leaves_out_what_leads_nowhere(void **state)
{
	(void)state;
	struct record *record = make_record(&maker, 0, "a.md", -1);
	make_link(&maker, record, LINK_RELATES_TO, "a.md"); /* itself */
	make_link(&maker, record, LINK_RELATES_TO, "gone.md");
	make_link(&maker, record, LINK_RELATES_TO, "README.md");
	make_record(&maker, 0, "README.md", -1)->kind = KIND_INDEX;
	assert_string_equal(graph(), "one/a |");
}

static void edges_cross_projects(void **state)
{
	(void)state;
	struct record *record = make_record(&maker, 1, "adr/0001-a.md", 1);
	struct link *link = make_link(&maker, record, LINK_DEPENDS_ON, "");
	link->target = STR("one/ADR-0003");
	link->to_project = STR("one");
	link->to_number = 3;
	make_record(&maker, 0, "adr/0003-c.md", 3);
	assert_string_equal(graph(), "one/ADR-0003 two/ADR-0001 | two/ADR-0001 depends_on one/ADR-0003,");
}

static void no_records_give_an_empty_graph(void **state)
{
	(void)state;
	assert_string_equal(graph(), "|");
}

#define WITH_MAKER(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_MAKER(each_relation_is_one_edge),      WITH_MAKER(other_words_keep_their_direction),
		WITH_MAKER(leaves_out_what_leads_nowhere),  WITH_MAKER(edges_cross_projects),
		WITH_MAKER(no_records_give_an_empty_graph),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
