/* SPDX-License-Identifier: MIT */
#include "ages.h"

#include "adr/base/scope.h"
#include "adr/base/text.h"

#define DAY_BYTES 4

static void add_day(struct text *ages, struct date date)
{
	uint32_t day = (uint32_t)(date.set ? date.days : AGES_NO_DATE);
	for (unsigned byte = 0; byte < DAY_BYTES; byte++)
		text_add_byte(ages, (char)(unsigned char)(day >> 8 * byte));
}

bool ages_take(struct str *ages, struct date *date)
{
	uint32_t day = 0;
	if (ages->length < DAY_BYTES)
		return false;
	for (unsigned byte = 0; byte < DAY_BYTES; byte++)
		day |= (uint32_t)(unsigned char)ages->at[byte] << 8 * byte;
	*ages = str_from(*ages, DAY_BYTES);
	*date = (struct date){0};
	date_from_days((int32_t)day, date); /* AGES_NO_DATE is none */
	return true;
}

static enum outcome gather_days(struct store *store, int64_t project, struct text *ages, struct error *error)
{
	struct sql sql;
	bool row;
	TRY(sql_get(store, STATEMENT_DATES_IN_FORCE, &sql, error));
	put_number(&sql, project);
	for (;;) {
		TRY(sql_next(&sql, &row, error));
		if (!row)
			return OUTCOME_OK;
		add_day(ages, take_date(&sql));
	}
}

enum outcome ages_settle(struct store *store, struct error *error)
{
	SCOPED(text_release) struct text ages = {0};
	struct sql sql;
	if (store->aging == 0)
		return OUTCOME_OK;
	TRY(gather_days(store, store->aging, &ages, error));
	TRY(sql_get(store, STATEMENT_SET_AGES, &sql, error));
	put_number(&sql, store->aging);
	put_bytes(&sql, text_str(&ages));
	store->aging = 0;
	return sql_run(&sql, error);
}

enum outcome ages_note_change(struct store *store, int64_t project, struct error *error)
{
	if (store->aging == project)
		return OUTCOME_OK;
	TRY(ages_settle(store, error));
	store->aging = project;
	return OUTCOME_OK;
}
