/* SPDX-License-Identifier: MIT */
/* From a title, options and a decision to claims: one table, in the order of the rules that it proves. */
#include "claims.h"

/* The subject is the question that title, option, alternatives and decision agree on, not every name that falls. */
static void the_subject_is_the_question(void **state)
{
	(void)state;
	static const struct sample samples[] = {
		{"Container base image", "+python:3.13-slim | ?python:3.13-alpine | ?gcr.io/distroless/python3", "",
		 "container-base-image@python: +debian-slim -alpine -google-distroless"},
		{"Pick the database", "", "We will keep orders in PostgreSQL.", "primary-database: +postgresql"},
		{"Use Redis", "+(!)Redis", "We will use Redis.", ""},
		{"Cache fares in Redis", "+(!)Redis", "We will keep fares in Redis.", "cache: +redis"},
		{"Harbour screens", "+(!)four screens", "We show departures on four screens; Kafka feeds them.", ""},
		{"Write events in order", "+(!)RabbitMQ | -Kafka", "RabbitMQ it is.",
		 "message-broker: +rabbitmq -kafka"},
		{"Dates in the API", "+(!)ISO dates", "All dates are ISO 8601 in JSON.", ""},
		{"Send mail", "", "", ""},
	};
	CHECK_SAMPLES(samples);
}

/* Names that mean several things count only where the subject is at hand. */
static void ambiguous_names_need_company(void **state)
{
	(void)state;
	static const struct sample samples[] = {
		{"Where we go from here", "+(!)go with the plan", "We go with the plan.", ""},
		{"Express deliveries", "+(!)express", "Parcels go express.", ""},
		{"Name the quays by letter", "", "Quays are named by letters.", ""},
		{"Registry for our images", "", "We will use Quay as container registry.", "container-registry: +quay"},
		{"Paint a stripe", "", "Every ship of the fleet bears a yellow stripe.", ""},
		{"Web framework of the booking server", "+Express | -Fastify", "",
		 "backend-framework@javascript: +express -fastify"},
		{"Web framework of the shop", "+Slim | -Laravel", "", "backend-framework@php: +slim -laravel"},
		{"Use Alpine for the menus of the web UI", "+(!)Alpine", "We will use Alpine JS.",
		 "frontend-framework: +alpinejs"},
	};
	CHECK_SAMPLES(samples);
}

/* What a sentence prefers, and over what. */
static void comparisons_have_two_sides(void **state)
{
	(void)state;
	static const struct sample samples[] = {
		{"Cypress over Playwright", "", "", "e2e-test-framework: +cypress -playwright"},
		{"Use pnpm instead of Yarn", "", "", "js-package-manager: +pnpm -yarn"},
		{"Replace Jest with Vitest", "", "", "js-test-runner: +vitest -jest"},
		{"Migrate from Travis CI to GitHub Actions", "", "", "ci-platform: +github-actions -travis"},
		{"Poetry replaced by uv", "", "", "python-package-manager: +uv -poetry"},
		{"Base image: Debian slim, not Alpine, not Distroless", "", "",
		 "container-base-image: +debian-slim -alpine -distroless"},
		{"MySQL statt PostgreSQL", "", "", "primary-database: +mysql -postgresql"},
		{"Vue au lieu de React", "", "", "frontend-framework: +vue -react"},
		{"Terraform en lugar de Pulumi", "", "", "iac-tool: +terraform -pulumi"},
		{"Remove Kafka", "+(!)remove Kafka", "We will remove Kafka.", ""},
		{"Alpine vs Debian slim for our images", "", "We build all images on Alpine.",
		 "container-base-image: +alpine"},
		{"Should the message broker be NATS or Kafka?", "", "While Kafka is well known, NATS was chosen.",
		 "message-broker: +nats"},
	};
	CHECK_SAMPLES(samples);
}

/* Several answers to one question are a set; kinds say more than what they are kinds of. */
static void choices_may_be_several(void **state)
{
	(void)state;
	static const struct sample samples[] = {
		{"Licence of the timetable", "+MIT or Apache-2.0 | -GPL", "", "licence: +mit +apache-2.0 -gpl-3.0"},
		{"Message brokers", "", "We run Kafka and RabbitMQ.", "message-broker: +kafka +rabbitmq"},
		{"Primary keys", "+(!)UUIDv7", "We use a UUID as primary key, in the form UUIDv7.",
		 "identifier-format: +uuid-v7"},
		{"Feature flags", "+(!)OpenFeature", "Use OpenFeature, backed by Unleash.", "feature-flags: +unleash"},
		{"Tools", "", "We tried Kafka, NATS, RabbitMQ and Pulsar as message broker.", ""},
	};
	CHECK_SAMPLES(samples);
}

/* Versions and editions are no choice between options. */
static void versions_are_no_options(void **state)
{
	(void)state;
	static const struct sample samples[] = {
		{"Which Python", "+Python 3.13 | ?Python 3.12 | ?Python 3.11", "", ""},
		{"Upgrade of the database", "+PostgreSQL 17 | ?PostgreSQL 16", "", ""},
		{"Azure SQL Standard to Azure SQL Basic", "+Azure SQL Basic", "", ""},
		{"Use vue3", "+(!)vue3", "We will use vue3.", "frontend-framework: +vue"},
	};
	CHECK_SAMPLES(samples);
}

/* A word in the title says that something else is decided; asides in the text are no choice. */
static void other_questions_do_not_count(void **state)
{
	(void)state;
	static const struct sample samples[] = {
		{"GitLab CI", "", "We decided against GitLab CI.", ""},
		{"Autoscaling for ECS", "+(!)Autoscaling for ECS", "We scale the ECS service at noon.", ""},
		{"Karten mit Rand", "+mit Rand | -ohne Rand", "Wir drucken mit Rand.",
		 "text: +mit rand -ohne rand"},
		{"Licence", "+MIT | -GPL v3", "We use MIT, mit Anhang.", "licence: +mit -gpl-3.0"},
		{"PostgreSQL backup", "+(!)nightly PostgreSQL dumps", "We dump PostgreSQL every night.", ""},
		{"Upgrade PostgreSQL", "+(!)PostgreSQL 17", "We will upgrade PostgreSQL.", ""},
		{"Support npm and Yarn as package manager", "", "We support npm and Yarn.", ""},
		{"Where the API version stands", "+URL path | -custom header", "",
		 "api-versioning: +uri-path -custom-header"},
		{"Reach the NAT gateways", "+(!)two NAT gateways", "Two NAT gateways as message bus of the packets.",
		 ""},
		{"Redis for user sessions", "+(!)Redis", "We keep sessions in Redis.", ""},
		{"Main database", "", "SQLite for development and PostgreSQL in production.",
		 "primary-database: +postgresql"},
		{"Base images", "", "We use golang:1.22 as builder and gcr.io/distroless/static as runtime image.",
		 "container-base-image@go: +google-distroless"},
	};
	CHECK_SAMPLES(samples);
}

/* What a choice is limited to. */
static void scopes_are_read(void **state)
{
	(void)state;
	static const struct sample samples[] = {
		{"Base image of our Go services", "+Alpine | -Debian", "", "container-base-image@go: +alpine -debian"},
		{"Public API", "+GraphQL | -REST", "", "api-style@client-facing: +graphql -rest"},
		{"Logging", "+our own logger | -Pino | -Winston", "",
		 "logging-library@javascript: +custom -pino -winston"},
		{"Use MongoDB for timetables", "+MongoDB | -PostgreSQL", "",
		 "primary-database@timetable: +mongodb -postgresql"},
		{"Use PostgreSQL for everything", "+PostgreSQL", "", "primary-database: +postgresql"},
		{"Vercel for the frontend, Heroku for the backend: cloud hosting", "", "",
		 "cloud-provider@frontend: +vercel; cloud-provider@backend: +heroku"},
	};
	CHECK_SAMPLES(samples);
}

/* One name in two subjects, and choices that take others for granted. */
static void rivals_are_settled(void **state)
{
	(void)state;
	static const struct sample samples[] = {
		{"Go as primary implementation language", "+Go | -Rust | -TypeScript", "",
		 "tool-language: +go -rust -typescript"},
		{"Backend language", "+Go | -Java", "", "backend-language: +go -java"},
		{"Use Ruff for linting", "+Ruff | -Flake8", "", "code-linter@python: +ruff -flake8"},
		{"Use Ruff for linting and formatting", "+Ruff | -Flake8 | -Black", "",
		 "code-formatter@python: +ruff -black; code-linter@python: +ruff -flake8"},
		{"Use Django", "+(!)Django", "We will use Django, a Python framework.",
		 "backend-framework@python: +django"},
		{"Language and framework of the backend", "+Ruby on Rails | -Python | -Java", "",
		 "backend-framework@ruby: +rails; backend-language: +ruby -python -java"},
	};
	CHECK_SAMPLES(samples);
}

/* A technology stack decides many things at once. */
static void stacks_decide_many_things(void **state)
{
	(void)state;
	static const struct sample samples[] = {
		{"Technology stack", "",
		 "- Flask serves the pages\n- PostgreSQL keeps the data\n- Playwright tests them",
		 "backend-framework@python: +flask; backend-language: +python; primary-database: +postgresql; "
		 "e2e-test-framework: +playwright"},
	};
	CHECK_SAMPLES(samples);
}

/* Where the marked option and the decision's own words disagree, title and decision decide. */
static void the_decision_outweighs_a_misread_mark(void **state)
{
	(void)state;
	static const struct sample samples[] = {
		{"Style of the API", "+REST | ?GraphQL", "Chosen option: REST, because is not new.",
		 "api-style: +rest -graphql"},
		{"Base image of the backup job", "+Debian | ?Distroless", "Alpine is used for all stages.",
		 "container-base-image: +alpine -distroless"},
		{"Git flow", "?GitHub flow | +Trunk-based", "We follow git flow.",
		 "branching-model: +git-flow -github-flow"},
	};
	CHECK_SAMPLES(samples);
}

/* No catalogue knows them: the record's own words, when it lists alternatives. */
static void unknown_options_keep_their_words(void **state)
{
	(void)state;
	static const struct sample samples[] = {
		{"Paint of the hull", "+Blue Paint | -Red paint | ?no paint at all", "",
		 "text: +blue paint -red paint -no paint at all"},
		{"Paint of the hull", "+(!)Blue paint", "We paint it blue.", ""},
		{"Paint of the hull", "+Option 1 | -Option 2", "", ""},
		{"Paint of the hull", "+Yes | -No | -do nothing", "", "text: +yes"},
	};
	static const size_t meaningful = 3;
	check_samples(samples, meaningful);
}

static void names_are_found_in_many_scripts_and_spellings(void **state)
{
	(void)state;
	static const struct sample samples[] = {
		{"Microservice-Architektur", "+Microservices | -Modularer Monolith", "",
		 "architecture-style: +microservices -modular-monolith"},
		{"JWT認証方式", "", "JWTを採用する。", "auth-mechanism: +jwt"},
		{"State management", "+@reduxjs/toolkit | -MobX", "", "frontend-state-management: +redux -mobx"},
		{"C++ or C# for the server: which language", "+C#", "", "backend-language: +csharp"},
		{"Base image", "+node:22-bookworm-slim | -node:22", "",
		 "container-base-image: +debian-slim -debian-full"},
		{"Database", "", "See [the comparison](https://example.org/mysql-or-mongodb). We take **MariaDB**.",
		 "primary-database: +mariadb"},
	};
	CHECK_SAMPLES(samples);
}

static void claims_show_their_evidence(void **state)
{
	(void)state;
	struct source source;
	struct record record;
	make_source(&source, &record, "Message broker", "+RabbitMQ | -Kafka",
		    "Ferries are few.\nWe will send all\n  events over **RabbitMQ**. Kafka is large.");
	derive_claims(matcher, &source, arena, &record);
	assert_int_equal(record.claims.count, 2);
	const struct claim *claim = &record.claims.item[0];
	assert_true(str_equal(claim->quote, STR("We will send all events over **RabbitMQ**.")));
	assert_int_equal(claim->at.line, 6);
	assert_true(claim->confidence > 0.9 && claim->confidence <= 1);
	assert_int_equal(claim->basis, CLAIM_CATALOG);
	assert_int_equal(record.claims.item[1].at.line, 3);
}

static void quotes_are_cut_between_characters(void **state)
{
	(void)state;
	SCOPED(text_release) struct text decision = {0};
	struct source source;
	struct record record;
	text_add_z(&decision, "PostgreSQL, so");
	for (size_t i = 0; i < CLAIM_QUOTE_LIMIT; i++)
		text_add_z(&decision, "é");
	make_source(&source, &record, "Database", "", decision.at);
	derive_claims(matcher, &source, arena, &record);
	assert_int_equal(record.claims.count, 1);
	assert_true(record.claims.item[0].quote.length <= CLAIM_QUOTE_LIMIT);
	assert_int_equal(record.claims.item[0].quote.length % 2, 0);
}

static void only_records_make_claims(void **state)
{
	(void)state;
	struct source source;
	struct record record;
	make_source(&source, &record, "Use PostgreSQL", "+PostgreSQL", "We will use PostgreSQL.");
	record.kind = KIND_TEMPLATE;
	derive_claims(matcher, &source, arena, &record);
	assert_int_equal(record.claims.count, 0);
}

/* Long lines, endless words, thousands of names: bounded, and still an answer. */
static void hostile_text_is_bounded(void **state)
{
	(void)state;
	static const char *const pieces[] = {"kafka ",           "a-", ":", "*", "python:3-slim/", "not ",
					     "\xF0\x9F\x98\x80", "漢"};
	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
		SCOPED(text_release) struct text decision = {0};
		struct source source;
		struct record record;
		for (size_t times = 0; times < 20000; times++)
			text_add_z(&decision, pieces[i]);
		make_source(&source, &record, decision.at, "", decision.at);
		size_t before = arena_used(arena);
		derive_claims(matcher, &source, arena, &record);
		assert_true(arena_used(arena) - before < 2 * decision.length + 100000);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_subject_is_the_question, set_up, tear_down),
		cmocka_unit_test_setup_teardown(ambiguous_names_need_company, set_up, tear_down),
		cmocka_unit_test_setup_teardown(comparisons_have_two_sides, set_up, tear_down),
		cmocka_unit_test_setup_teardown(choices_may_be_several, set_up, tear_down),
		cmocka_unit_test_setup_teardown(versions_are_no_options, set_up, tear_down),
		cmocka_unit_test_setup_teardown(other_questions_do_not_count, set_up, tear_down),
		cmocka_unit_test_setup_teardown(scopes_are_read, set_up, tear_down),
		cmocka_unit_test_setup_teardown(rivals_are_settled, set_up, tear_down),
		cmocka_unit_test_setup_teardown(stacks_decide_many_things, set_up, tear_down),
		cmocka_unit_test_setup_teardown(the_decision_outweighs_a_misread_mark, set_up, tear_down),
		cmocka_unit_test_setup_teardown(unknown_options_keep_their_words, set_up, tear_down),
		cmocka_unit_test_setup_teardown(names_are_found_in_many_scripts_and_spellings, set_up, tear_down),
		cmocka_unit_test_setup_teardown(claims_show_their_evidence, set_up, tear_down),
		cmocka_unit_test_setup_teardown(quotes_are_cut_between_characters, set_up, tear_down),
		cmocka_unit_test_setup_teardown(only_records_make_claims, set_up, tear_down),
		cmocka_unit_test_setup_teardown(hostile_text_is_bounded, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
