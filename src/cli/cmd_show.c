/* SPDX-License-Identifier: MIT */
#include "choices.h"
#include "cmd.h"
#include "filter.h"
#include "reference.h"

#define BODY_LIMIT ((size_t)16 << 20)

struct show_arguments {
	struct str db;
	bool header;
	int format;
};

/* The file itself, where it can be read; an index that came without its clones shows the header alone. */
static struct str file_of(struct session *session, const struct record *record)
{
	struct str text = {0};
	struct error ignored;
	if (str_empty(record->project->root))
		return text;
	struct str path = path_join(session->arena, record->project->root, record->path);
	if (file_read(session->arena, arena_copy_z(session->arena, path), BODY_LIMIT, &text, &ignored) != OUTCOME_OK)
		text = (struct str){0};
	return text;
}

static enum outcome show(struct session *session, struct asked_index *index, struct str id,
			 const struct show_arguments *arguments, struct error *error)
{
	struct record_filter only = {.text = id};
	struct records records = {0};
	enum outcome outcome = store_load(index->store, session->arena, &only, PART_ALL, &records, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	LIST_EACH (struct record, record, &records) {
		if (!str_equal(record->id, id))
			continue;
		show_record(&session->out, record, file_of(session, record), !arguments->header,
			    (enum format)arguments->format);
	}
	return OUTCOME_OK;
}

static enum outcome run(struct session *session, const void *given, const struct strs *operands, struct error *error)
{
	const struct show_arguments *arguments = given;
	struct record_filter filter = {.in_force = false};
	struct asked_index index = {.store = NULL};
	struct strs paths = {0};
	const struct record *found = NULL;
	enum outcome outcome = session_ask(session, arguments->db, &paths, &index, &filter, error);
	for (size_t i = 0; i < operands->count && outcome == OUTCOME_OK; i++) {
		outcome = find_reference(session, &index, &filter, operands->item[i], &found, error);
		if (outcome == OUTCOME_OK)
			outcome = show(session, &index, found->id, arguments, error);
	}
	session_close(session, &index);
	return outcome;
}

static const struct option_row options[] = {
	{0, "header", OPTION_SWITCH, offsetof(struct show_arguments, header), NULL, NULL,
	 "only what was read out of it, without the text"},
	OPTION_DB(struct show_arguments),
	OPTION_FORMAT(struct show_arguments, text_or_json),
	{.name = NULL},
};

const struct command command_show = {
	.name = "show",
	.operands = "ID...",
	.summary = "show a record and what was read out of it",
	.description = "Shows a record: its title, status, dates, people, links, options and decision, each\n"
		       "with the line it was read from and what is written there, then its text. What was\n"
		       "guessed says so, and from what. ID is an id (billing/ADR-0012), a\n"
		       "number (12, ADR-12), a path, a file name without its ending, or the beginning of\n"
		       "one; it must mean exactly one record.\n",
	.examples = "  adr show 12\n  adr show billing/ADR-0012 --header\n",
	.least = 1,
	.most = -1,
	.options = options,
	.arguments_size = sizeof(struct show_arguments),
	.run = run,
};
