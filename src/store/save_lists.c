/* SPDX-License-Identifier: MIT */
#include "save_lists.h"

#include "derive.h"

#include "adr/base/unicode.h"

#define ENTRIES_MOST                                                                                                   \
	65536 /* the shift of 16 in schema.sql and statements.def; what a list has beyond that is left out */

static int64_t first_entry(int64_t place)
{
	return place * ENTRIES_MOST + 1;
}

static bool is_beyond(int64_t place, int64_t entry)
{
	return entry >= (place + 1) * ENTRIES_MOST;
}

/* A number of the table basis. */
static void put_basis(struct sql *sql, uint8_t basis)
{
	put_number_unless(sql, basis, basis == BASIS_NONE);
}

static enum outcome save_dates(struct store *store, int64_t place, const struct record *record, struct error *error)
{
	struct sql sql;
	int64_t entry = first_entry(place);
	LIST_EACH (struct dated, dated, &record->dates) {
		if (is_beyond(place, entry))
			break;
		TRY(sql_get(store, STATEMENT_SAVE_DATE, &sql, error));
		put_number(&sql, entry++);
		put_name(&sql, date_kind_name(dated->kind));
		put_date(&sql, dated->date);
		put_optional(&sql, dated->text);
		put_line(&sql, dated->at);
		put_basis(&sql, dated->basis);
		TRY(sql_run(&sql, error));
	}
	return OUTCOME_OK;
}

static enum outcome save_people(struct store *store, int64_t place, const struct record *record, struct error *error)
{
	struct sql sql;
	int64_t entry = first_entry(place);
	LIST_EACH (struct person, person, &record->people) {
		if (is_beyond(place, entry))
			break;
		TRY(sql_get(store, STATEMENT_SAVE_PERSON, &sql, error));
		put_number(&sql, entry++);
		put_text(&sql, person->name);
		put_text(&sql, unicode_fold(store->scratch, person->name));
		put_name(&sql, role_name(person->role));
		put_line(&sql, person->at);
		put_basis(&sql, person->basis);
		TRY(sql_run(&sql, error));
	}
	return OUTCOME_OK;
}

static enum outcome save_link(struct store *store, int64_t entry, const struct link *link, int64_t target,
			      struct error *error)
{
	struct sql sql;
	TRY(sql_get(store, STATEMENT_SAVE_LINK, &sql, error));
	put_number(&sql, entry);
	put_name(&sql, link_kind_name(link->kind));
	put_optional(&sql, link->words);
	put_text(&sql, link->target);
	put_optional(&sql, link->file);
	put_optional(&sql, link->to_project);
	put_number_unless(&sql, link->to_number, link->to_number < 0);
	put_line(&sql, link->at);
	put_number(&sql, derive_leads_across(link));
	put_number_unless(&sql, target, target == 0);
	put_number(&sql, link->mention);
	put_basis(&sql, link->basis);
	return sql_run(&sql, error);
}

static enum outcome save_links(struct store *store, int64_t project, int64_t place, const struct record *record,
			       struct error *error)
{
	int64_t entry = first_entry(place), target;
	struct link_source from = {project, record_is_part(record) ? record->path : (struct str){0}};
	LIST_EACH (struct link, link, &record->links) {
		if (is_beyond(place, entry))
			break;
		TRY(derive_target(store, &from, link, &target, error));
		TRY(save_link(store, entry++, link, target, error));
	}
	return OUTCOME_OK;
}

static enum outcome save_options(struct store *store, int64_t place, const struct record *record, struct error *error)
{
	struct sql sql;
	int64_t entry = first_entry(place);
	LIST_EACH (struct option, option, &record->options) {
		if (is_beyond(place, entry))
			break;
		TRY(sql_get(store, STATEMENT_SAVE_OPTION, &sql, error));
		put_number(&sql, entry++);
		put_text(&sql, option->name);
		put_name(&sql, stance_name(option->stance));
		put_line(&sql, option->at);
		put_line(&sql, option->stance_at);
		put_number(&sql, option->listed);
		put_basis(&sql, option->basis);
		put_basis(&sql, option->stance_basis);
		TRY(sql_run(&sql, error));
	}
	return OUTCOME_OK;
}

static enum outcome save_claims(struct store *store, int64_t place, const struct record *record, struct error *error)
{
	struct sql sql;
	int64_t entry = first_entry(place);
	LIST_EACH (struct claim, claim, &record->claims) {
		if (is_beyond(place, entry))
			break;
		TRY(sql_get(store, STATEMENT_SAVE_CLAIM, &sql, error));
		put_number(&sql, entry++);
		put_text(&sql, claim->subject);
		put_text(&sql, claim->option);
		put_name(&sql, stance_name(claim->chosen ? STANCE_CHOSEN : STANCE_REJECTED));
		put_optional(&sql, claim->scope);
		put_name(&sql, claim_basis_name(claim->basis));
		put_real(&sql, claim->confidence);
		put_line(&sql, claim->at);
		put_optional(&sql, claim->quote);
		TRY(sql_run(&sql, error));
	}
	return OUTCOME_OK;
}

static enum outcome save_triggers(struct store *store, int64_t place, const struct record *record, struct error *error)
{
	struct sql sql;
	int64_t entry = first_entry(place);
	LIST_EACH (struct trigger, trigger, &record->triggers) {
		if (is_beyond(place, entry))
			break;
		TRY(sql_get(store, STATEMENT_SAVE_TRIGGER, &sql, error));
		put_number(&sql, entry++);
		put_text(&sql, trigger->text);
		put_line(&sql, trigger->at);
		TRY(sql_run(&sql, error));
	}
	return OUTCOME_OK;
}

static enum outcome save_tags(struct store *store, int64_t place, const struct record *record, struct error *error)
{
	struct sql sql;
	int64_t entry = first_entry(place);
	LIST_EACH (struct str, tag, &record->tags) {
		if (is_beyond(place, entry))
			break;
		TRY(sql_get(store, STATEMENT_SAVE_TAG, &sql, error));
		put_number(&sql, entry++);
		put_text(&sql, *tag);
		put_text(&sql, unicode_fold(store->scratch, *tag));
		TRY(sql_run(&sql, error));
	}
	return OUTCOME_OK;
}

enum outcome save_lists(struct store *store, int64_t project, int64_t place, const struct record *record,
			struct error *error)
{
	TRY(save_dates(store, place, record, error));
	TRY(save_people(store, place, record, error));
	TRY(save_links(store, project, place, record, error));
	TRY(save_options(store, place, record, error));
	TRY(save_claims(store, place, record, error));
	TRY(save_triggers(store, place, record, error));
	return save_tags(store, place, record, error);
}
