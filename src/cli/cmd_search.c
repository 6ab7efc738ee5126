/* SPDX-License-Identifier: MIT */
#include "choices.h"
#include "cmd.h"
#include "filter.h"

struct search_arguments {
	struct str db;
	struct record_filter filter;
	int32_t limit;
	int format;
};

static enum outcome run(struct session *session, const void *given, const struct strs *operands, struct error *error)
{
	const struct search_arguments *arguments = given;
	struct record_filter filter = arguments->filter;
	struct asked_index index = {.store = NULL};
	struct strs paths = {0};
	struct hits hits = {0};
	struct str query = strs_join(session->arena, operands, STR(" "));
	enum outcome outcome = filter_check(&filter, "search", error);
	if (outcome == OUTCOME_OK)
		outcome = session_ask(session, arguments->db, &paths, &index, &filter, error);
	if (outcome == OUTCOME_OK)
		outcome = store_search(index.store, session->arena, query, &filter, (size_t)arguments->limit, &hits,
				       error);
	if (outcome == OUTCOME_OK)
		show_hits(&session->out, &hits, query, (enum format)arguments->format);
	session_close(session, &index);
	return outcome;
}

static const struct option_row options[] = {
	{'n', "limit", OPTION_NUMBER, offsetof(struct search_arguments, limit), "N", NULL, "at most N results"},
	OPTIONS_FILTER(struct search_arguments),
	OPTION_DB(struct search_arguments),
	OPTION_FORMAT(struct search_arguments, text_or_json),
	{.name = NULL},
};

static const struct search_arguments defaults = {.limit = 20};

const struct command command_search = {
	.name = "search",
	.operands = "WORDS...",
	.summary = "search the full text of all records, best first",
	.description = "Finds the records that hold all the words, in any form of case and accents, in title,\n"
		       "people, tags or text. \"Words in quotes\" must stand together, word* stands for any\n"
		       "ending, -word must not occur, OR between words takes either. Words behind -- are\n"
		       "never taken for options.\n",
	.examples = "  adr search kafka retention\n  adr search '\"base image\"' -s accepted\n"
		    "  adr search -- kafka -retention\n",
	.least = 1,
	.most = -1,
	.options = options,
	.arguments_size = sizeof(struct search_arguments),
	.defaults = &defaults,
	.run = run,
};
