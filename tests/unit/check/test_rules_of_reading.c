/* SPDX-License-Identifier: MIT */
/* What separates a sensible conflict from nonsense, as far as one record's claims decide it. */
#include "claims.h"

/* 1: The subject is the question that was decided, at its level: language, framework, library. */
static void the_same_question_at_the_same_level(void **state)
{
	(void)state;
	static const struct sample samples[] = {
		{"Use Rails", "+(!)Rails", "We will build the booking office with Rails.", "backend-framework@ruby: +rails"},
		{"Django templates", "", "We will use Django templates for the quay pages.", ""},
		{"Use AWS Cloud Map to find ferries", "", "We will use AWS Cloud Map.", ""},
		{"SQLite's page cache", "", "We enlarge SQLite's page cache.", ""},
	};
	CHECK_SAMPLES(samples);
}

/* 2: The scope is read where it is stated. */
static void scopes_limit_what_is_decided(void **state)
{
	(void)state;
	static const struct sample samples[] = {
		{"Base image for Go services", "+(!)Alpine", "Alpine it is.", "container-base-image@go: +alpine"},
		{"MongoDB for passenger profiles", "+(!)MongoDB", "We keep profiles in MongoDB, not in PostgreSQL.",
		 "primary-database@passenger profile: +mongodb -postgresql"},
		{"Hetzner for the frontend, Fly.io for the backend", "+(!)Hetzner", "Hetzner serves the frontend.",
		 "cloud-provider@frontend: +hetzner; cloud-provider@backend: +fly-io"},
	};
	CHECK_SAMPLES(samples);
}

/* 4: What is chosen together is chosen together. */
static void dual_choices_are_lists(void **state)
{
	(void)state;
	static const struct sample samples[] = {
		{"Licence", "", "The timetable is dual-licensed under MIT or Apache-2.0.", "licence: +mit +apache-2.0"},
		{"Licence", "", "MIT or Apache-2.0?", ""},
	};
	CHECK_SAMPLES(samples);
}

/* 5: What stands on top of something else is not against it. */
static void what_stands_on_top_is_not_against(void **state)
{
	(void)state;
	static const struct sample samples[] = {
		{"Feature flags", "+(!)OpenFeature", "We use OpenFeature with Flipt behind it.", "feature-flags: +flipt"},
		{"Process jobs with Sidekiq on Redis", "+(!)Sidekiq", "Sidekiq runs on Redis.",
		 "background-jobs@ruby: +sidekiq"},
	};
	CHECK_SAMPLES(samples);
}

/* 7: What prose says was tried and dropped is rejected, less surely than what a list says. */
static void rejections_in_prose_are_weaker(void **state)
{
	(void)state;
	struct source source;
	struct record record;
	static const char page[] = "# Cache fares\n\n## Context\n\nWe tried Memcached and dropped it.\n\n"
				   "## Decision\n\nWe will cache fares in Redis.\n";
	make_source(&source, &record, "Cache fares", "", "We will cache fares in Redis.");
	source_init(&source, arena, STR("x.md"), STR(page));
	struct str text = source.text;
	size_t context = str_find(text, STR("We tried")), decision = str_find(text, STR("We will"));
	record.decision_at = source_span(&source, str_slice(text, decision, text.length - 1));
	*LIST_ADD(arena, &record.sections) = (struct section){
		.kind = SECTION_CONTEXT, .body = source_span(&source, str_slice(text, context, context + 34))};
	derive_claims(matcher, &source, arena, &record);
	assert_int_equal(record.claims.count, 2);
	assert_true(record.claims.item[0].chosen && !record.claims.item[1].chosen);
	assert_true(str_equal(record.claims.item[1].option, STR("memcached")));
	assert_true(record.claims.item[1].confidence < record.claims.item[0].confidence);
	assert_int_equal(record.claims.item[1].at.line, 5);
}

/* 8: Versions and editions are no options. */
static void versions_and_editions_decide_nothing(void **state)
{
	(void)state;
	static const struct sample samples[] = {
		{"Upgrade to Java 21", "+(!)Java 21", "We upgrade to Java 21.", ""},
		{"Python version", "+Python 3.13 | -Python 3.12", "Python 3.13.", ""},
	};
	CHECK_SAMPLES(samples);
}

/* 11: The last word of a record counts, what it originally said does not. */
static void what_was_originally_selected_is_gone(void **state)
{
	(void)state;
	static const struct sample samples[] = {
		{"Container base image", "", "We use Alpine. We originally selected Debian slim.",
		 "container-base-image: +alpine -debian-slim"},
	};
	CHECK_SAMPLES(samples);
}

static void a_revision_has_the_last_word(void **state)
{
	(void)state;
	struct source source;
	struct record record;
	static const char page[] = "# Message broker\n\n## Decision\n\nWe will use RabbitMQ.\n\n"
				   "## Update (2026)\n\nWe moved to Kafka.\n";
	make_source(&source, &record, "Message broker", "", "We will use RabbitMQ.");
	source_init(&source, arena, STR("x.md"), STR(page));
	struct str text = source.text;
	size_t decision = str_find(text, STR("We will")), heading = str_find(text, STR("## Update")),
	       update = str_find(text, STR("We moved"));
	record.decision_at = source_span(&source, str_slice(text, decision, decision + 21));
	*LIST_ADD(arena, &record.sections) =
		(struct section){.heading = STR("Update (2026)"),
				 .at = source_span(&source, str_slice(text, heading, update - 2)),
				 .body = source_span(&source, str_slice(text, update, text.length - 1))};
	derive_claims(matcher, &source, arena, &record);
	assert_true(record.claims.count > 0);
	assert_true(str_equal(record.claims.item[0].option, STR("kafka")));
	assert_int_equal(record.claims.item[0].at.line, 9);
}

/* 12: Homonyms need company. */
static void homonyms_need_company(void **state)
{
	(void)state;
	static const struct sample samples[] = {
		{"Go on with the winter timetable", "", "We go on with it.", ""},
		{"Express ferries", "+(!)Express", "Express ferries stop at two quays.", ""},
	};
	CHECK_SAMPLES(samples);
}

/* 13: What builds is not what ships, what tests is not what runs. */
static void builders_and_tests_are_not_the_choice(void **state)
{
	(void)state;
	static const struct sample samples[] = {
		{"Base images", "", "We use golang:1.22 as builder and gcr.io/distroless/static as runtime image.",
		 "container-base-image@go: +google-distroless"},
		{"Database", "", "PostgreSQL keeps the bookings, SQLite for tests.", "primary-database: +postgresql"},
		{"PostgreSQL for local development", "+(!)PostgreSQL", "We run PostgreSQL.", ""},
	};
	CHECK_SAMPLES(samples);
}

/* 14: A policy names two things in its title; a word against one does not speak against the other. */
static void policies_decide_as_well(void **state)
{
	(void)state;
	static const struct sample samples[] = {
		{"Image registry and base image policy", "", "All base images must be Debian slim.",
		 "container-base-image: +debian-slim"},
		{"Base image registry", "", "Debian slim images lie in our own registry.",
		 "container-registry: +self-hosted-registry"},
	};
	CHECK_SAMPLES(samples);
}

/* What the front matter declares beats what the text says. */
static void declarations_beat_inference(void **state)
{
	(void)state;
	SCOPED(text_release) struct text claims = {0};
	struct source source;
	struct record record;
	make_source(&source, &record, "Container base image", "+Alpine | -Debian slim", "We use Alpine.");
	*LIST_ADD(arena, &record.declared) = (struct declaration){.subject = STR("Container base image"),
								  .option = STR("UBI"),
								  .chosen = true,
								  .at = {.line = 1}};
	derive_claims(matcher, &source, arena, &record);
	write_claims(&claims, &record);
	assert_string_equal(claims.at, "container-base-image: +ubi");
	assert_int_equal(record.claims.item[0].basis, CLAIM_DECLARED);
	assert_true(record.claims.item[0].confidence >= 1);
}

/* The explanation tells which words were looked at and why something was left out; nothing else changes. */
static void explanations_tell_each_step(void **state)
{
	(void)state;
	struct source source;
	struct record record;
	struct explanation steps = {0};
	size_t kinds[EXPLAIN_KIND_COUNT] = {0}, refused = 0;
	make_source(&source, &record, "Container base image", "+Alpine | -Debian slim", "We use Alpine for our Go services.");
	explain_claims(matcher, &source, arena, &record, &steps);
	LIST_EACH (const struct explain_step, step, &steps) {
		kinds[step->kind]++;
		refused += step->kind == EXPLAIN_SUBJECT && !step->counts;
		assert_false(str_empty(step->message));
	}
	assert_int_equal(kinds[EXPLAIN_CLAIM], 2);
	assert_true(kinds[EXPLAIN_PLACE] >= 4 && kinds[EXPLAIN_NAME] >= 3 && kinds[EXPLAIN_CUE] >= 1);
	assert_int_equal(record.claims.count, 2);
	make_source(&source, &record, "PostgreSQL backup", "", "We back PostgreSQL up.");
	steps.count = 0;
	explain_claims(matcher, &source, arena, &record, &steps);
	assert_int_equal(record.claims.count, 0);
	LIST_EACH (const struct explain_step, step, &steps)
		refused += step->kind == EXPLAIN_SUBJECT && !step->counts;
	assert_true(refused > 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(the_same_question_at_the_same_level),
		TEST(scopes_limit_what_is_decided),
		TEST(dual_choices_are_lists),
		TEST(what_stands_on_top_is_not_against),
		TEST(rejections_in_prose_are_weaker),
		TEST(versions_and_editions_decide_nothing),
		TEST(what_was_originally_selected_is_gone),
		TEST(a_revision_has_the_last_word),
		TEST(homonyms_need_company),
		TEST(builders_and_tests_are_not_the_choice),
		TEST(policies_decide_as_well),
		TEST(declarations_beat_inference),
		TEST(explanations_tell_each_step),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
