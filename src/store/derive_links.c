/* SPDX-License-Identifier: MIT */
/* Where links lead; the same rules as resolve_links() (model/resolve.h), asked of the index instead of lists. */
#include "derive.h"
#include "files.h"

#include "adr/base/file.h"
#include "adr/model/anchor.h"

bool derive_leads_across(const struct link *link)
{
	return str_empty(link->file) ? !str_empty(link->to_project) : str_starts(link->file, STR("../"));
}

/* The number in the first column of the first row, or 0. */
static enum outcome first_number(struct sql *sql, int64_t *number, struct error *error)
{
	bool row;
	TRY(sql_next(sql, &row, error));
	*number = row ? take_number(sql) : 0;
	sql_end(sql);
	return OUTCOME_OK;
}

/* The record of a statement's only row, or 0; whatever else was to be bound is. */
static enum outcome only_record(struct sql *sql, int64_t *target, struct error *error)
{
	bool row, several = false;
	TRY(sql_next(sql, &row, error));
	*target = row ? take_number(sql) : 0;
	if (row)
		TRY(sql_next(sql, &several, error));
	if (several)
		*target = 0;
	sql_end(sql);
	return OUTCOME_OK;
}

static enum outcome find_part(struct store *store, enum statement which, int64_t project, struct str path,
			      struct str anchor, int64_t *target, struct error *error)
{
	struct sql sql;
	TRY(sql_get(store, which, &sql, error));
	put_number(&sql, project);
	put_text(&sql, path);
	put_text(&sql, anchor);
	return only_record(&sql, target, error);
}

static enum outcome find_part_number(struct store *store, int64_t project, struct str path, int32_t number,
				     int64_t *target, struct error *error)
{
	struct sql sql;
	TRY(sql_get(store, STATEMENT_PART_BY_NUMBER, &sql, error));
	put_number(&sql, project);
	put_number(&sql, number);
	put_text(&sql, path);
	return only_record(&sql, target, error);
}

/* The record that a file is, or the decision of a log that the anchor names (model/anchor.h). */
static enum outcome find_path(struct store *store, int64_t project, struct str path, const struct link *link,
			      int64_t *target, struct error *error)
{
	struct known_file file;
	TRY(find_file(store, project, path, &file, error));
	*target = file.count == 1 ? file.record : 0;
	struct str anchor = file.count > 1 ? link_anchor(store->scratch, link) : (struct str){0};
	if (str_empty(anchor))
		return OUTCOME_OK;
	TRY(find_part(store, STATEMENT_PART_BY_ANCHOR, project, path, anchor, target, error));
	int32_t number = anchor_number(anchor);
	if (*target == 0 && number >= 0)
		TRY(find_part_number(store, project, path, number, target, error));
	if (*target == 0)
		TRY(find_part(store, STATEMENT_PART_BY_BEGINNING, project, path, anchor, target, error));
	return OUTCOME_OK;
}

static enum outcome find_project(struct store *store, enum statement which, struct str text, int64_t *project,
				 struct error *error)
{
	struct sql sql;
	TRY(sql_get(store, which, &sql, error));
	put_optional(&sql, text);
	return first_number(&sql, project, error);
}

static enum outcome find_number(struct store *store, int64_t project, int32_t number, int64_t *target,
				struct error *error)
{
	struct sql sql;
	bool row, second;
	*target = 0;
	TRY(sql_get(store, STATEMENT_RECORD_BY_NUMBER, &sql, error));
	put_number(&sql, project);
	put_number(&sql, number);
	TRY(sql_next(&sql, &row, error));
	if (!row)
		return OUTCOME_OK;
	int64_t record = take_number(&sql);
	bool part = take_number(&sql) != 0;
	TRY(sql_next(&sql, &second, error));
	if (second)
		take_number(&sql);
	bool several = second && (take_number(&sql) != 0) == part;
	sql_end(&sql);
	if (!several)
		*target = record;
	return OUTCOME_OK;
}

/* In a log its own numbers go first, elsewhere those of files. */
static enum outcome find_near_number(struct store *store, const struct link_source *from, const struct link *link,
				     int64_t *target, struct error *error)
{
	if (!str_empty(from->log))
		TRY(find_part_number(store, from->project, from->log, link->to_number, target, error));
	return *target != 0 ? OUTCOME_OK : find_number(store, from->project, link->to_number, target, error);
}

/* "../billing/docs/adr/0001-x.md" of one project is docs/adr/0001-x.md of another: tries every directory above the file
 * as the root of a project. */
static enum outcome find_outside(struct store *store, int64_t from, const struct link *link, int64_t *target,
				 struct error *error)
{
	struct sql sql;
	bool row;
	*target = 0;
	TRY(sql_get(store, STATEMENT_PROJECT_ROOT, &sql, error));
	put_number(&sql, from);
	TRY(sql_next(&sql, &row, error));
	struct str root = row ? take_text(&sql, store->scratch) : (struct str){0};
	sql_end(&sql);
	if (str_empty(root))
		return OUTCOME_OK;
	struct str whole = path_normal(store->scratch, path_join(store->scratch, root, link->file));
	for (struct str above = path_directory(whole); above.length > 1 && *target == 0;
	     above = path_directory(above)) {
		int64_t project;
		TRY(find_project(store, STATEMENT_PROJECT_BY_ROOT, above, &project, error));
		if (project != 0)
			TRY(find_path(store, project, str_from(whole, above.length + 1), link, target, error));
	}
	return OUTCOME_OK;
}

enum outcome derive_target(struct store *store, const struct link_source *from, const struct link *link,
			   int64_t *target, struct error *error)
{
	*target = 0;
	if (!str_empty(link->file))
		return derive_leads_across(link) ? find_outside(store, from->project, link, target, error)
						 : find_path(store, from->project, link->file, link, target, error);
	if (link->to_number < 0)
		return OUTCOME_OK;
	if (str_empty(link->to_project))
		return find_near_number(store, from, link, target, error);
	int64_t project;
	TRY(find_project(store, STATEMENT_PROJECT_BY_NAME, link->to_project, &project, error));
	return find_number(store, project, link->to_number, target, error);
}

/* A link to look at again. */
struct doubt {
	int64_t entry;
	struct link_source from;
	struct link link;
	int64_t target; /* as the index has it; 0 for none */
};

struct doubts LIST_OF(struct doubt);

static void take_doubt(struct sql *sql, struct arena *arena, struct doubt *doubt)
{
	doubt->entry = take_number(sql);
	doubt->link.target = take_text(sql, arena);
	doubt->link.file = take_text(sql, arena);
	doubt->link.to_project = take_text(sql, arena);
	doubt->link.to_number = take_is_null(sql) ? -1 : 0;
	doubt->link.to_number += (int32_t)take_number(sql);
	doubt->target = take_number(sql);
	doubt->from.project = take_number(sql);
	doubt->from.log = take_text(sql, arena);
}

/* They are read to the end before any is changed: a table that changes while it is read may show rows twice. */
static enum outcome take_doubts(struct sql *sql, struct doubts *doubts, struct error *error)
{
	bool row;
	for (;;) {
		TRY(sql_next(sql, &row, error));
		if (!row)
			return OUTCOME_OK;
		take_doubt(sql, sql->store->scratch, LIST_ADD(sql->store->scratch, doubts));
	}
}

static enum outcome settle(struct store *store, const struct doubt *doubt, struct error *error)
{
	int64_t target;
	TRY(derive_target(store, &doubt->from, &doubt->link, &target, error));
	if (target == doubt->target)
		return OUTCOME_OK;
	struct sql sql;
	TRY(sql_get(store, STATEMENT_SET_TARGET, &sql, error));
	put_number(&sql, doubt->entry);
	put_number_unless(&sql, target, target == 0);
	return sql_run(&sql, error);
}

static enum outcome settle_all(struct store *store, struct sql *sql, struct error *error)
{
	struct doubts doubts = {0};
	TRY(take_doubts(sql, &doubts, error));
	LIST_EACH (struct doubt, doubt, &doubts)
		TRY(settle(store, doubt, error));
	return OUTCOME_OK;
}

enum outcome derive_links_of(struct store *store, int64_t project, struct error *error)
{
	struct sql sql;
	TRY(sql_get(store, STATEMENT_LINKS_OF_PROJECT, &sql, error));
	put_number(&sql, project);
	return settle_all(store, &sql, error);
}

enum outcome derive_links_across(struct store *store, struct error *error)
{
	struct sql sql;
	TRY(sql_get(store, STATEMENT_LINKS_ACROSS, &sql, error));
	return settle_all(store, &sql, error);
}
