/* SPDX-License-Identifier: MIT */
#include "conflict_input.h"

#include "changed.h"
#include "published_links.h"

/* Keeps the records of the projects that are meant: an index may hold others. */
static void keep_projects(const struct workspace *workspace, struct records *records)
{
	if (workspace->projects.count == 0)
		return;
	size_t kept = 0;
	for (size_t i = 0; i < records->count; i++)
		if (workspace_project(workspace, records->item[i].project->name))
			records->item[kept++] = records->item[i];
	records->count = kept;
}

/* --- the index of another job ------------------------------------------------------------------------------------- */

/* Records of the index whose project the checkout does not hold. Projects are numbered on from `numbered`. */
static void add_others(struct arena *arena, const struct workspace *workspace, const struct records *published,
		       uint32_t numbered, struct records *records)
{
	const struct project *seen = NULL;
	struct project *own = NULL;
	LIST_EACH (const struct record, record, published) {
		if (workspace_project(workspace, record->project->name))
			continue;
		if (record->project != seen) {
			seen = record->project;
			own = ARENA_NEW(arena, struct project);
			*own = *seen;
			own->number = ++numbered;
		}
		struct record *copy = LIST_ADD(arena, records);
		*copy = *record;
		copy->project = own;
	}
}

static uint32_t highest_number(const struct records *records)
{
	uint32_t highest = 0;
	LIST_EACH (const struct record, record, records)
		highest = record->project->number > highest ? record->project->number : highest;
	return highest;
}

/* What projects say that the checkout does not hold: of its own it knows better what they say today. */
static enum outcome join_settings(struct session *session, const struct workspace *workspace, struct store *published,
				  struct config *settings, struct error *error)
{
	struct strs own = {0};
	struct config others;
	config_init(&others);
	LIST_EACH (const struct project, project, &workspace->projects)
		*LIST_ADD(session->arena, &own) = project->name;
	enum outcome outcome = store_load_settings(published, session->arena, &own, &others, error);
	LIST_EACH (const struct standard, standard, &others.standards)
		*LIST_ADD(session->arena, &settings->standards) = *standard;
	LIST_EACH (const struct waiver, waiver, &others.waivers)
		*LIST_ADD(session->arena, &settings->waivers) = *waiver;
	LIST_EACH (const struct str, authority, &others.authorities)
		*LIST_ADD(session->arena, &settings->authorities) = *authority;
	return outcome;
}

static bool holds_id(const struct records *records, struct str id)
{
	LIST_EACH (const struct record, record, records)
		if (str_equal(record->id, id))
			return true;
	return false;
}

static enum outcome add_published(struct session *session, struct str db, const struct workspace *workspace,
				  struct conflict_input *input, struct error *error)
{
	struct asked_index other;
	struct record_filter filter = {.in_force = true};
	struct records records = {0}, opponents = {0};
	const struct strs nothing = {0};
	enum outcome outcome = session_ask(session, db, &nothing, &other, &filter, error);
	if (outcome == OUTCOME_OK)
		outcome = store_load_claims(other.store, session->arena, true, &records, error);
	if (outcome == OUTCOME_OK)
		outcome = resolve_published(session, workspace, other.store, &input->records, &opponents, error);
	if (outcome == OUTCOME_OK)
		outcome = join_settings(session, workspace, other.store, &input->settings, error);
	LIST_EACH (const struct record, opponent, &opponents)
		if (!holds_id(&records, opponent->id))
			*LIST_ADD(session->arena, &records) = *opponent;
	if (outcome == OUTCOME_OK)
		add_others(session->arena, workspace, &records, highest_number(&input->records), &input->records);
	session_close(session, &other);
	return outcome;
}

/* --- the change --------------------------------------------------------------------------------------------------- */

/* Proposed decisions that nobody asked for go; those of the change stay. */
static void drop_proposed(struct records *records, bool *changed)
{
	size_t kept = 0;
	for (size_t i = 0; i < records->count; i++) {
		enum status status = records->item[i].status;
		if (!changed[i] && (status == STATUS_PROPOSED || status == STATUS_DRAFT))
			continue;
		changed[kept] = changed[i];
		records->item[kept++] = records->item[i];
	}
	records->count = kept;
}

static enum outcome mark_change(struct session *session, const struct conflict_question *question,
				const struct workspace *workspace, struct conflict_input *input, struct error *error)
{
	bool *changed = ARENA_ARRAY(session->arena, bool, input->records.count);
	enum outcome outcome = find_changed(session, workspace, question->base, &input->records, changed, error);
	if (outcome == OUTCOME_OK && !question->proposed)
		drop_proposed(&input->records, changed);
	input->changed = changed;
	return outcome;
}

/* --- all of it ---------------------------------------------------------------------------------------------------- */

static enum outcome ask(struct session *session, const struct conflict_question *question, struct asked_index *index,
			struct error *error)
{
	struct record_filter filter = {.in_force = true};
	bool overlay = !str_empty(question->base) && !str_empty(question->db);
	return overlay ? session_ask_files(session, question->paths, index, &filter, error)
		       : session_ask(session, question->db, question->paths, index, &filter, error);
}

enum outcome conflict_input(struct session *session, const struct conflict_question *question,
			    struct asked_index *index, struct conflict_input *input, struct error *error)
{
	bool of_change = !str_empty(question->base);
	*input = (struct conflict_input){.workspace = &index->workspace};
	enum outcome outcome = ask(session, question, index, error);
	if (outcome == OUTCOME_OK)
		outcome = store_load_claims(index->store, session->arena, question->proposed || of_change,
					    &input->records, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	keep_projects(&index->workspace, &input->records);
	input->settings = index->settings;
	if (of_change && !str_empty(question->db))
		outcome = add_published(session, question->db, &index->workspace, input, error);
	if (outcome == OUTCOME_OK && of_change)
		outcome = mark_change(session, question, &index->workspace, input, error);
	return outcome;
}
