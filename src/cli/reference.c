/* SPDX-License-Identifier: MIT */
#include "reference.h"

#include "adr/model/resolve.h"

static enum outcome several(struct session *session, const struct records *records, struct str reference, size_t count,
			    struct error *error)
{
	struct str ids = {0};
	size_t named = 0;
	LIST_EACH (struct record, record, records) {
		struct records one = {.item = record, .count = 1};
		const struct record *found;
		if (named < 5 && resolve_reference(&one, reference, &found) == 1)
			ids = arena_printf(session->arena, "%.*s%s%.*s", STR_ARG(ids), named++ ? ", " : "",
					   STR_ARG(record->id));
	}
	return fail(error, "'%.*s' may be %zu records: %.*s%s", STR_ARG(reference), count, STR_ARG(ids),
		    count > named ? ", ..." : "");
}

/* Leaves the records that the project around the working directory has; none when it has none. */
static struct records records_around(struct session *session, const struct records *records)
{
	struct records around = {0};
	struct error ignored;
	struct str here;
	if (path_real(session->arena, ".", &here, &ignored) != OUTCOME_OK)
		return around;
	LIST_EACH (struct record, record, records)
		if (str_starts(here, record->project->root) && !str_empty(record->project->root))
			*LIST_ADD(session->arena, &around) = *record;
	return around;
}

/* What a reference means: the path of a file as seen from here, else what resolve_reference() makes of it, preferring
 * the project around the working directory where several have it. */
static size_t look_up(struct session *session, const struct records *records, struct str reference,
		      const struct record **found)
{
	struct error ignored;
	struct str real;
	const char *path = arena_copy_z(session->arena, reference);
	size_t count = 0;
	if (file_exists(path) && path_real(session->arena, path, &real, &ignored) == OUTCOME_OK) {
		LIST_EACH (struct record, record, records) {
			if (!str_equal(path_join(session->arena, record->project->root, record->path), real))
				continue;
			*found = record;
			count++;
		}
	}
	if (count > 0)
		return count;
	count = resolve_reference(records, reference, found);
	if (count < 2)
		return count;
	struct records around = records_around(session, records);
	return resolve_reference(&around, reference, found) == 1 ? 1 : count;
}

enum outcome find_reference(struct session *session, struct asked_index *index, const struct record_filter *filter,
			    struct str reference, const struct record **found, struct error *error)
{
	struct records records = {0};
	enum outcome outcome = store_load(index->store, session->arena, filter, 0, &records, error);
	if (outcome != OUTCOME_OK)
		return outcome;
	size_t count = look_up(session, &records, reference, found);
	if (count == 0)
		return fail(error, "there is no record '%.*s'; 'adr list' shows what there is", STR_ARG(reference));
	return count > 1 ? several(session, &records, reference, count, error) : OUTCOME_OK;
}
