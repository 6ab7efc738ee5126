/* SPDX-License-Identifier: MIT */
#include "filter.h"
#include "load_row.h"
#include "query.h"
#include "sql.h"

#include "adr/base/unicode.h"

static const char mark_start[] = {HIT_MARK_START, '\0'};
static const char mark_end[] = {HIT_MARK_END, '\0'};

static bool is_space(char byte)
{
	return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

/* One line: every run of white space becomes one space. */
static struct str one_line(struct arena *arena, struct str text)
{
	char *line = arena_take(arena, text.length);
	size_t length = 0;
	for (size_t i = 0; i < text.length; i++) {
		if (!is_space(text.at[i]))
			line[length++] = text.at[i];
		else if (length > 0 && line[length - 1] != ' ')
			line[length++] = ' ';
	}
	return str_trim((struct str){line, length});
}

/* The line of the first marked word; LF, CR LF and a lone CR end lines, as in struct source. */
static uint32_t line_of_mark(struct str marked)
{
	size_t mark = str_find_byte(marked, HIT_MARK_START);
	uint32_t line = 1;
	for (size_t i = 0; mark != STR_NOT_FOUND && i < mark; i++)
		if (marked.at[i] == '\n' || (marked.at[i] == '\r' && marked.at[i + 1] != '\n'))
			line++;
	return line;
}

static enum outcome take_hits(struct sql *sql, struct arena *arena, const struct loaded_projects *projects,
			      struct hits *hits, struct error *error)
{
	bool row;
	int64_t place;
	for (;;) {
		TRY(sql_next(sql, &row, error));
		if (!row)
			return OUTCOME_OK;
		struct hit *hit = LIST_ADD(arena, hits);
		if (!take_record(sql, arena, projects, &place, &hit->record)) {
			hits->count--;
			continue;
		}
		hit->score = -take_real(sql); /* bm25() gives the best the lowest number */
		hit->snippet = one_line(arena, unicode_clean(arena, take_borrowed(sql)));
		hit->line = line_of_mark(take_borrowed(sql));
		if (record_is_part(&hit->record))
			hit->line += hit->record.extent.first_line - 1;
	}
}

enum outcome store_search(struct store *store, struct arena *arena, struct str query,
			  const struct record_filter *filter, size_t limit, struct hits *hits, struct error *error)
{
	static const struct record_filter everything = {0};
	struct loaded_projects projects = {0};
	struct sql sql;
	struct str expression = query_expression(arena, query);
	if (str_empty(expression))
		return OUTCOME_OK;
	store->words_in_use = true;
	TRY(load_projects(store, arena, &projects, error));
	TRY(sql_get(store, STATEMENT_SEARCH, &sql, error));
	put_filter(&sql, arena, filter ? filter : &everything);
	put_text(&sql, expression);
	put_number(&sql, limit > INT32_MAX ? INT32_MAX : (int64_t)limit);
	put_number(&sql, filter && !filter_is_empty(filter));
	put_text(&sql, str_of(mark_start));
	put_text(&sql, str_of(mark_end));
	return take_hits(&sql, arena, &projects, hits, error);
}
