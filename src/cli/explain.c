/* SPDX-License-Identifier: MIT */
#include "explain.h"

#include "adr/check/check.h"
#include "adr/parse/read_record.h"
#include "matchers.h"
#include "reference.h"

static void free_reader(struct reader **reader)
{
	reader_free(*reader);
}

/* Reads the record's file once more, and every step is written down. */
static enum outcome read_again(struct session *session, const struct workspace *workspace, const struct record *found,
			       struct record *record, struct explanation *explanation, struct error *error)
{
	struct arena *arena = session->arena;
	const struct project *project = workspace_project(workspace, found->project->name);
	struct str text, path = path_join(arena, found->project->root, found->path);
	if (str_empty(found->project->root))
		return fail(error, "the file of %.*s is not at hand: an index alone does not explain",
			    STR_ARG(found->id));
	enum outcome outcome = file_read_head(arena, arena_copy_z(arena, path), READ_FILE_LIMIT, &text, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	read_prepare();
	SCOPED(free_reader) struct reader *reader = reader_new(&vocabulary_builtin);
	const struct matcher *matcher = matcher_new(arena, &catalog_builtin, &catalog_builtin);
	if (project) {
		struct matchers matchers = matchers_new(arena, workspace);
		matcher = matcher_for(&matchers, project);
	}
	struct source *source = ARENA_NEW(arena, struct source);
	source_init(source, arena, found->path, text);
	struct records decisions = {0};
	read_record(reader, source, project ? project : found->project, found->path, arena, record, &decisions);
	LIST_EACH (const struct record, decision, &decisions)
		if (str_equal(decision->anchor, found->anchor))
			*record = *decision;
	record->id = found->id;
	explain_claims(matcher, source, arena, record, explanation);
	return OUTCOME_OK;
}

static bool takes_part(const struct conflict *conflict, struct str id)
{
	LIST_EACH (const struct camp, camp, &conflict->camps)
		LIST_EACH (const struct camp_decision, decision, &camp->decisions)
			if (str_equal(decision->record->id, id))
				return true;
	return false;
}

/* What the record takes part in, or would once it is accepted, and why the rest of what it claims is against nobody. */
static enum outcome find_own_conflicts(struct session *session, struct asked_index *index, const struct record *found,
				       struct explanation *explanation, struct conflicts *own, struct error *error)
{
	struct records records = {0};
	struct conflicts all = {0};
	struct conflict_options options = {.as_of = session->as_of, .include_proposed = !record_in_force(found)};
	enum outcome outcome =
		store_load_claims(index->store, session->arena, options.include_proposed, &records, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	find_conflicts(&records, &catalog_builtin, &index->settings, &options, session->arena, &all);
	LIST_EACH (const struct conflict, conflict, &all)
		if (takes_part(conflict, found->id))
			*LIST_ADD(session->arena, own) = *conflict;
	LIST_EACH (const struct record, record, &records)
		if (str_equal(record->id, found->id))
			explain_standing(&records, &catalog_builtin, &index->settings, &options, own, record,
					 session->arena, explanation);
	return OUTCOME_OK;
}

enum outcome explain(struct session *session, struct asked_index *index, const struct explain_wanted *wanted,
		     struct error *error)
{
	struct record_filter filter = {.in_force = false};
	const struct record *found = NULL;
	struct record record;
	struct explanation explanation = {0};
	struct conflicts own = {0};
	enum outcome outcome = session_ask(session, wanted->db, wanted->paths, index, &filter, error);
	if (outcome == OUTCOME_OK)
		outcome = find_reference(session, index, &filter, wanted->reference, &found, error);
	if (outcome == OUTCOME_OK)
		outcome = read_again(session, &index->workspace, found, &record, &explanation, error);
	if (outcome == OUTCOME_OK)
		outcome = find_own_conflicts(session, index, &record, &explanation, &own, error);
	if (outcome == OUTCOME_OK)
		show_explanation(&session->out, &record, &explanation, &own, wanted->format);
	return outcome;
}
