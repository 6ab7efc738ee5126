/* SPDX-License-Identifier: MIT */
#include "published_links.h"

#include "adr/model/resolve.h"

struct search {
	struct arena *arena;
	const struct workspace *workspace;
	struct stored_projects known; /* projects of the index that the checkout does not hold */
	struct projects named;        /* those of them that links name; `root` is where the checkout would have it */
	struct strs folders;          /* the name of each one's own folder */
};

/* What decides which claims count. Everything else a conflict has no use for. */
static bool is_open(const struct link *link)
{
	bool asked = link->kind == LINK_SUPERSEDES || link->kind == LINK_SUPERSEDED_BY || link->kind == LINK_AMENDS ||
		     link->kind == LINK_CONFLICTS_WITH;
	return asked && str_empty(link->to) &&
	       (!str_empty(link->to_project) || str_starts(link->file, STR("../")));
}

/* "billing" of "../../billing/docs/adr/0004-x.md". */
static struct str folder_of(struct str file)
{
	while (str_starts(file, STR("../")))
		file = str_from(file, 3);
	size_t slash = str_find_byte(file, '/');
	return slash == STR_NOT_FOUND ? (struct str){0} : str_slice(file, 0, slash);
}

static bool is_named(const struct search *search, int64_t id)
{
	LIST_EACH (const struct project, project, &search->named)
		if (project->number == id)
			return true;
	return false;
}

static void name_projects(struct search *search, const struct link *link)
{
	struct str folder = folder_of(link->file);
	LIST_EACH (const struct stored_project, known, &search->known) {
		bool meant = str_empty(link->to_project) ? str_equal(path_name(known->root), folder)
							 : str_equal_nocase(known->name, link->to_project);
		if (!meant || is_named(search, known->id))
			continue;
		*LIST_ADD(search->arena, &search->named) =
			(struct project){.name = known->name, .number = (uint32_t)known->id};
		*LIST_ADD(search->arena, &search->folders) = path_name(known->root);
	}
}

static enum outcome find_named(struct search *search, struct store *published, const struct records *records,
			       struct error *error)
{
	bool asked = false;
	struct stored_projects all = {0};
	LIST_EACH (const struct record, record, records)
		LIST_EACH (const struct link, link, &record->links)
			asked |= is_open(link);
	enum outcome outcome = asked ? store_projects(published, search->arena, &all, error) : OUTCOME_OK;
	LIST_EACH (const struct stored_project, project, &all)
		if (!workspace_project(search->workspace, project->name))
			*LIST_ADD(search->arena, &search->known) = *project;
	LIST_EACH (const struct record, record, records)
		LIST_EACH (const struct link, link, &record->links)
			if (is_open(link))
				name_projects(search, link);
	return outcome;
}

/* "../billing" leads from the root of the record's project to one that lies beside it, "../../billing" a folder higher. */
static void place_projects(struct search *search, const struct record *from, const struct link *link)
{
	struct str base = from->project->root, rest = link->file;
	while (str_starts(rest, STR("../"))) {
		base = path_directory(base);
		rest = str_from(rest, 3);
	}
	for (size_t i = 0; i < search->named.count; i++)
		search->named.item[i].root = path_join(search->arena, base, search->folders.item[i]);
}

static void resolve_one(struct search *search, const struct directory *directory, const struct record *from,
			struct link *link)
{
	struct record alone = {.kind = KIND_RECORD, .project = from->project, .path = from->path, .number = -1};
	struct links one = {link, 1, 1};
	alone.links = one;
	place_projects(search, from, link);
	resolve_links(directory, &alone);
}

static bool is_opposed(const struct records *records, struct str id)
{
	LIST_EACH (const struct record, record, records)
		LIST_EACH (const struct link, link, &record->links)
			if (link->kind == LINK_CONFLICTS_WITH && str_equal(link->to, id))
				return true;
	return false;
}

enum outcome resolve_published(struct session *session, const struct workspace *workspace, struct store *published,
			       struct records *records, struct records *opponents, struct error *error)
{
	struct search search = {.arena = session->arena, .workspace = workspace};
	struct record_filter filter = {.in_force = false};
	struct records theirs = {0};
	enum outcome outcome = find_named(&search, published, records, error);
	if (outcome != OUTCOME_OK || search.named.count == 0)
		return outcome;
	LIST_EACH (const struct project, project, &search.named)
		*LIST_ADD(search.arena, &filter.projects) = project->name;
	outcome = store_load(published, search.arena, &filter, 0, &theirs, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	const struct directory *directory = directory_new(search.arena, &theirs, &search.named);
	LIST_EACH (struct record, record, records)
		LIST_EACH (struct link, link, &record->links)
			if (is_open(link))
				resolve_one(&search, directory, record, link);
	LIST_EACH (const struct record, record, &theirs)
		if (record_in_force(record) && is_opposed(records, record->id))
			*LIST_ADD(search.arena, opponents) = *record;
	return OUTCOME_OK;
}
