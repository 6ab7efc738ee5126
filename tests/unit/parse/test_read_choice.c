/* SPDX-License-Identifier: MIT */
/* The short name of what a record chooses without listing it. */
#include "read.h"

/* The names of what is chosen, joined by " + ". */
static struct str chosen_of(const struct record *record)
{
	struct str names = {0};
	LIST_EACH (struct option, option, &record->options) {
		if (option->stance == STANCE_CHOSEN)
			names = arena_printf(fixture.arena, "%.*s%s%.*s", STR_ARG(names), str_empty(names) ? "" : " + ",
					     STR_ARG(option->name));
	}
	return names;
}

static void assert_chosen(const char *title, const char *decision, const char *want)
{
	struct str text =
		arena_printf(fixture.arena, "# %s\n\n## Status\n\nAccepted\n\n## Decision\n\n%s\n", title, decision);
	assert_str(chosen_of(read_text(arena_copy_z(fixture.arena, text))), want);
}

static void titles_name_what_they_choose(void **state)
{
	(void)state;
	static const char *const rows[][2] = {
		{"Use Sidekiq for tickets", "Sidekiq"},
		{"Migrate from Jenkins to Buildkite", "Buildkite"},
		{"Replace webpack with Vite", "Vite"},
		{"Adopt Kafka over RabbitMQ", "Kafka"},
		{"Use Kafka instead of files", "Kafka"},
		{"Validate timetables with Joi", "Joi"},
		{"Ship the timetable as a static page", "static page"},
		{"Write logs as JSON lines", "JSON lines"},
		{"Ferry database: PostgreSQL", "PostgreSQL"},
		{"Keep the harbour closed at night", "Keep the harbour closed at night"},
		{"Not using Kafka and building our own broker", "broker"},
		{"GET stream of the ferry", "GET stream of the ferry"},
		{"Paint the pier (for now)", "Paint the pier"},
		{"Create a new timetable service", "new timetable service"},
		{"Use New Foundland timber for the quay", "New Foundland timber"},
		{"Use a single moored pontoon", "single moored pontoon"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_chosen(rows[i][0], "The crews agreed on this in spring.", rows[i][1]);
}

static void sentences_name_what_a_topic_leaves_open(void **state)
{
	(void)state;
	static const char *const rows[][3] = {
		{"API naming", "To name an API, use kebab case.", "kebab case"},
		{"Choice of a broker", "It was decided to adopt RabbitMQ, because we know it.", "RabbitMQ"},
		{"Technology stack", "We will use PHP, Symfony and React for the desk.", "PHP + Symfony + React"},
		{"Choice of a cloud", "After long talks, it has been decided that Hetzner will be used.", "Hetzner"},
		{"Choice of a store", "Firestore, a document database, was selected.", "Firestore"},
		{"How to power the pier", "Get a line-interactive, rack-mounted UPS.",
		 "line-interactive, rack-mounted UPS"},
		{"Ticket table", "- We will not change the old table\n- We will create a new table for tickets",
		 "new table for tickets"},
		{"Choice of a form", "We prefer not to nest keys.", "Choice of a form"},
		{"Choice of a dock", "To build a floating dock in the harbour.", "floating dock in the harbour"},
		{"Mooring strategy", "We will adopt a unified, declarative approach for ropes.",
		 "unified, declarative approach"},
		{"Timetable API", "We will document our timetable with OpenAPI 3.", "OpenAPI 3"},
		{"Choice of a broker", "We decided not to use Kafka and instead build our own broker.", "broker"},
		{"Choice of a rope", "Decided on Dyneema.", "Dyneema"},
		{"Installation method: Boat", "This is a slow method that is recommended for all.", "Boat"},
		{"Ferry on demand",
		 "The ferry sails when it is called.\n\n### Consequences\n\nThe crew will use Walkietalk radios.",
		 "Ferry on demand"},
		{"Engine strategy", "Hybrid engines (diesel as reserve)", "Hybrid engines"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_chosen(rows[i][0], rows[i][1], rows[i][2]);
}

static void other_languages_choose_in_their_own_words(void **state)
{
	(void)state;
	static const char *const rows[][3] = {
		{"Wahl der Datenbank",
		 "Wir werden PostgreSQL als Datenbank verwenden, weil wir es schon kennen und es nicht teuer ist.",
		 "PostgreSQL"},
		{"Choix de la base",
		 "Nous avons d\xC3\xA9"
		 "cid\xC3\xA9 d'utiliser PostgreSQL pour les billets, car il est dans les ports depuis dix ans.",
		 "PostgreSQL"},
		{"Elecci\xC3\xB3n de la base de datos",
		 "Se decidi\xC3\xB3 adoptar PostgreSQL para los billetes, porque es la que ya tenemos en los puertos.",
		 "PostgreSQL"},
		{"Escolha do banco de dados",
		 "Decidimos adotar o PostgreSQL para os bilhetes, porque ele j\xC3\xA1 \xC3\xA9 usado nos portos.",
		 "PostgreSQL"},
		{"Keuze van de database",
		 "We kiezen voor PostgreSQL omdat het al in alle havens wordt gebruikt en niet duur is.", "PostgreSQL"},
		{"\xE3\x83\x87\xE3\x83\xBC\xE3\x82\xBF\xE3\x83\x99\xE3\x83\xBC\xE3\x82\xB9\xE3\x81\xAE\xE9\x81\xB8\xE5"
		 "\xAE\x9A",
		 "\xE4\xB9\x97\xE8\x88\xB9\xE5\x88\xB8\xE3\x81\xAB\xE3\x81\xAFPostgreSQL\xE3\x82\x92\xE6\x8E\xA1\xE7"
		 "\x94\xA8\xE3\x81\x99\xE3\x82\x8B\xE3\x80\x82",
		 "PostgreSQL"},
		{"\xE6\x95\xB0\xE6\x8D\xAE\xE5\xBA\x93\xE9\x80\x89\xE5\x9E\x8B",
		 "\xE6\x88\x91\xE4\xBB\xAC\xE9\x87\x87\xE7\x94\xA8PostgreSQL\xE4\xBD\x9C\xE4\xB8\xBA\xE6\x95\xB0\xE6"
		 "\x8D\xAE\xE5\xBA\x93\xE3\x80\x82",
		 "PostgreSQL"},
	};
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
		assert_chosen(rows[i][0], rows[i][1], rows[i][2]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(titles_name_what_they_choose, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(sentences_name_what_a_topic_leaves_open, read_set_up, read_tear_down),
		cmocka_unit_test_setup_teardown(other_languages_choose_in_their_own_words, read_set_up, read_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
