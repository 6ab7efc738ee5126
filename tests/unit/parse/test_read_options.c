/* SPDX-License-Identifier: MIT */
#include "read.h"

/* "stance name" of every option, one per line; '*' before those that only the decision names. */
static void assert_options(const char *text, const char *want)
{
	struct str got = {0};
	const struct record *record = read_text(text);
	LIST_EACH (struct option, option, &record->options)
		got = arena_printf(fixture.arena, "%.*s%s%s %.*s\n", STR_ARG(got), option->listed ? "" : "*",
				   stance_name(option->stance), STR_ARG(option->name));
	assert_str(got, want);
}

static void lists_headings_and_tables_list_options(void **state)
{
	(void)state;
	assert_options("# X\n\n## Considered Options\n\n* Kafka\n* RabbitMQ \xE2\x80\x93 the old one\n\n## Decision "
		       "Outcome\n\n"
		       "Chosen option: \"Kafka\", because it is fast.\n",
		       "chosen Kafka\nconsidered RabbitMQ\n");
	assert_options(
		"# X\n\n## Options\n\n### Option 1: Use Kafka\n\nx\n\n### Option 2 - Use files\n\ny\n\n## Decision\n\n"
		"We choose option 2.\n",
		"considered Use Kafka\nchosen Use files\n");
	assert_options(
		"# X\n\n## Decision\n\nUse Kafka.\n\n## Alternatives\n\n| Option | Reason Not Chosen |\n|---|---|\n"
		"| RabbitMQ | slow |\n| files | no |\n",
		"rejected RabbitMQ\nrejected files\n*chosen Kafka\n");
	assert_options("# X\n\n## Decision\n\nWe will use a slim base.\n\n## Decision Drivers\n\n"
		       "| Criterion | Weight | Alpine | Slim |\n|---|---|---|---|\n| size | high | 1 | 2 |\n\n### Why "
		       "not Alpine?\n\nmusl\n",
		       "rejected Alpine\nchosen Slim\n");
	assert_options("# X\n\n## Context\n\nOptions considered:\n\n1. Debian images (e.g. slim)\n2. Alpine "
		       "images\n\n## Decision\n\n"
		       "We will use Alpine images\n",
		       "considered Debian images\nchosen Alpine images\n");
	assert_options("# X\n\n## Consider Options\n\n1. **Kafka**\n   - Pros:\n     - fast\n2. **files**\n   - "
		       "Cons:\n     - slow\n",
		       "considered Kafka\nconsidered files\n");
}

static void marks_choose_and_reject(void **state)
{
	(void)state;
	assert_options("# X\n\n## Alternatives\n\n- **Kafka** (chosen): fast\n- **files**: Rejected because slow.\n",
		       "chosen Kafka\nrejected files\n");
	assert_options("# X\n\n## Options\n\n- [x] Kafka\n- [ ] files\n", "chosen Kafka\nconsidered files\n");
	assert_options("# X\n\n## Rejected alternatives\n\n- Kafka\n- files\n", "rejected Kafka\nrejected files\n");
}

static void the_decision_names_what_no_list_holds(void **state)
{
	(void)state;
	static const struct {
		const char *sentence, *name;
	} rows[] = {
		{"We will use Sidekiq for background jobs.", "*chosen Sidekiq\n"},
		{"Adopt PostgreSQL as our main database.", "*chosen PostgreSQL\n"},
		{"Redis has been selected.", "*chosen Redis\n"},
		{"Use python:3.12-alpine as the base, pinned.", "*chosen python:3.12-alpine\n"},
		{"Wir verwenden Kafka, weil es schnell ist.", "*chosen Kafka\n"},
		{"Nous utiliserons Kafka pour les messages.", "*chosen Kafka\n"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct str text = arena_printf(fixture.arena, "# X\n\n## Decision\n\n%s\n", rows[i].sentence);
		assert_options(arena_copy_z(fixture.arena, text), rows[i].name);
	}
}

static void who_rejects_or_waits_chooses_nothing(void **state)
{
	(void)state;
	assert_options("# Move to the cloud\n\n## Status\n\nRejected\n\n## Decision\n\nThe servers stay here.\n", "");
	assert_options("# Write down calls\n\n## Status\n\nProposed\n\n## Options\n\n- Our own machine\n- A "
		       "service\n\n## Decision\n\nNot yet decided. First we listen to old calls.\n",
		       "considered Our own machine\nconsidered A service\n");
	assert_options("# Write down calls\n\n## Status\n\nProposed\n\n## Options\n\n- Our own machine\n- A "
		       "service\n\n## Decision\n\nSomebody should have a look at it.\n",
		       "considered Our own machine\nconsidered A service\n");
	assert_options("# Write down calls\n\n## Status\n\nAccepted\n\n## Decision\n\nEvery call is written down.\n",
		       "*chosen Write down calls\n");
	assert_options("# Black on yellow\n\n## Decision\n\nUse black text on yellow.\n\n## Alternatives\n\n"
		       "- White on black\n",
		       "considered White on black\n*chosen black text on yellow\n");
}

static void descriptions_are_no_options(void **state)
{
	(void)state;
	assert_options("# X\n\n## Options\n\n### Kafka\n\n#### Pros\n\n- fast\n\n#### Cons\n\n- big\n\n### "
		       "Files\n\nx\n\n### Conclusion\n\ny\n",
		       "considered Kafka\nconsidered Files\n");
}

static void running_text_lists_options(void **state)
{
	(void)state;
	assert_options("# X\n\n## Context\n\nWe considered several options: doing without, tickets on paper, and a "
		       "small printer.\n\n## Decision\n\nWe will use tickets on paper.\n",
		       "considered doing without\nchosen tickets on paper\nconsidered small printer\n");
	assert_options("# X\n\n## Context\n\nWe looked at Kafka, RabbitMQ and files on Samba.\n\n## Decision\n\nWe use "
		       "Kafka.\n",
		       "chosen Kafka\nconsidered RabbitMQ\nconsidered files on Samba\n");
	assert_options("# X\n\n## Context\n\nThere are two ways to do it:\n\n1. by hand\n2. by crane\n\n## Decision\n\n"
		       "It is done by crane (2).\n",
		       "considered by hand\nchosen by crane\n");
	assert_options(
		"# X\n\n## Context\n\nAn alternative could be to use Cron, on the big machine.\n\n## Decision\n\n"
		"Use Sidekiq.\n",
		"considered Cron\n*chosen Sidekiq\n");
	assert_options("# X\n\n## Context\n\nWe considered price, weight and colour.\n\n## Decision\n\nUse Sidekiq.\n",
		       "*chosen Sidekiq\n");
}

static void another_list_is_another_list(void **state)
{
	(void)state;
	assert_options("# X\n\n## Options\n\n- Kafka\n- files\n\nIn both cases:\n\n- move the pier\n- paint it\n",
		       "considered Kafka\nconsidered files\n");
	assert_options(
		"# X\n\n## Options\n\n- Kafka\n- files\n\n## Pros and Cons of the Options\n\n### Kafka\n\nx\n\n### "
		"Files\n\ny\n\n### Samba\n\nz\n",
		"considered Kafka\nconsidered files\nconsidered Samba\n");
	assert_options("# X\n\n## Options\n\n- What do we want to reach?\n- Kafka\n- files\n",
		       "considered Kafka\nconsidered files\n");
}

static void each_question_has_its_options(void **state)
{
	(void)state;
	assert_options(
		"# X\n\n## Considered Options\n\nSome for each.\n\n### How to sell tickets\n\n- at the desk\n- on "
		"board\n\n### How to check them\n\n- at the gate\n- never\n",
		"considered at the desk\nconsidered on board\nconsidered at the gate\nconsidered never\n");
	assert_options("# X\n\n## Alternative options considered for the bell\n\n- a horn\n- a flag\n",
		       "considered a horn\nconsidered a flag\n");
	assert_options("# X\n\n## Options\n\nWe considered the two boats of the fleet: Tern and Puffin.\n\n### "
		       "Speed\n\nTern is "
		       "fast.\n\n### Price\n\nPuffin is cheap.\n",
		       "considered Tern\nconsidered Puffin\n");
}

static void a_mere_no_rejects_nothing(void **state)
{
	(void)state;
	assert_options(
		"# X\n\n## Options\n\n### Tern\n\n**Pros:** No crew; no need to paint it.\n\n### Puffin\n\n**Why not "
		"chosen**: slow\n",
		"considered Tern\nrejected Puffin\n");
	assert_options("# X\n\n## Alternatives\n\n- **Tern** \xE2\x80\x94 rejected: too wet.\n- **Puffin** - no longer "
		       "built\n",
		       "rejected Tern\nconsidered Puffin\n");
	assert_options(
		"# X\n\n## Decision\n\nUse the Tern. Puffin was rejected because it is slow.\n\n## Options\n\n- Tern\n"
		"- Puffin\n",
		"chosen Tern\nrejected Puffin\n");
}

static void long_names_are_cut_at_a_clause(void **state)
{
	(void)state;
	assert_options("# X\n\n## Options\n\n1. A long rope\n   Pros:\n   - cheap\n2. A chain\n   Cons:\n   - heavy\n",
		       "considered A long rope\nconsidered A chain\n");
	assert_options("# X\n\n## Options\n\n- Paint every pier of the northern harbours in bright yellow, which "
		       "everybody sees "
		       "from far away at night\n- files\n",
		       "considered Paint every pier of the northern harbours in bright yellow\nconsidered files\n");
}

static void what_is_nearest_is_chosen(void **state)
{
	(void)state;
	assert_options("# X\n\n## Options\n\n- Paint the pier with a brush\n- Spray the whole harbour green\n\n"
		       "## Decision\n\nThe pier shall be painted, and that by the crew.\n",
		       "chosen Paint the pier with a brush\nconsidered Spray the whole harbour green\n");
	assert_options("# X\n\n## Options\n\n- Kafka: rejected because big\n- files\n- Samba: rejected because slow\n\n"
		       "## Decision\n\nWhat we know best.\n",
		       "rejected Kafka\nchosen files\nrejected Samba\n");
	assert_options("# X\n\n## Options\n\n### Option 1: Kafka\n\nIt was rejected at first.\n\n### Option 2: files "
		       "\xE2\xAD\x90 CHOSEN\n\nSamba was rejected.\n",
		       "rejected Kafka\nchosen files\n");
}

static void the_decision_is_plain_text(void **state)
{
	(void)state;
	const struct record *record =
		read_text("# X\n\n## Decision\n\nWe will use **Kafka**,\nsee `x`.\n\n```\ncode\n```\n\n- and this\n");
	assert_str(record->decision, "We will use Kafka, see x.\nand this");
	assert_int_equal(record->decision_at.line, 5);
	assert_true(read_text("# X\n\n## Context\n\nwhy\n")->decision.length == 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(lists_headings_and_tables_list_options, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(marks_choose_and_reject, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(the_decision_names_what_no_list_holds, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(who_rejects_or_waits_chooses_nothing, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(descriptions_are_no_options, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(running_text_lists_options, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(another_list_is_another_list, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(each_question_has_its_options, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(a_mere_no_rejects_nothing, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(long_names_are_cut_at_a_clause, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(what_is_nearest_is_chosen, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(the_decision_is_plain_text, read_set_up, read_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
