/* SPDX-License-Identifier: MIT */
#include "settings.h"

static const char *const units[] = {
	[DATE_DAYS] = "days", [DATE_WEEKS] = "weeks", [DATE_MONTHS] = "months", [DATE_YEARS] = "years"};

void put_period(struct sql *sql, struct period period)
{
	put_number(sql, period.count);
	put_name(sql, units[period.unit]);
}

struct period take_period(struct sql *sql)
{
	struct period period = {.count = (int32_t)take_number(sql)};
	struct str unit = take_borrowed(sql);
	for (size_t i = 0; i < sizeof units / sizeof *units; i++)
		if (str_equal(unit, str_of(units[i])))
			period.unit = (enum date_unit)i;
	return period;
}

static enum outcome save_standard(struct store *store, int64_t project, int64_t n, const struct standard *standard,
				  struct error *error)
{
	struct sql sql;
	TRY(sql_get(store, STATEMENT_SAVE_STANDARD, &sql, error));
	put_number(&sql, project);
	put_number(&sql, n);
	put_text(&sql, standard->subject);
	put_text(&sql, standard->option);
	put_optional(&sql, standard->scope);
	put_optional(&sql, standard->record);
	put_number(&sql, standard->line);
	return sql_run(&sql, error);
}

static enum outcome save_authority(struct store *store, int64_t project, int64_t n, struct str name,
				   struct error *error)
{
	struct sql sql;
	TRY(sql_get(store, STATEMENT_SAVE_AUTHORITY, &sql, error));
	put_number(&sql, project);
	put_number(&sql, n);
	put_text(&sql, name);
	return sql_run(&sql, error);
}

struct limits {
	int64_t project, waiver;
	int64_t count; /* saved so far */
};

static enum outcome save_limits(struct store *store, struct limits *limits, const char *kind, const struct strs *values,
				struct error *error)
{
	LIST_EACH (struct str, value, values) {
		struct sql sql;
		TRY(sql_get(store, STATEMENT_SAVE_WAIVER_LIMIT, &sql, error));
		put_number(&sql, limits->project);
		put_number(&sql, limits->waiver);
		put_number(&sql, ++limits->count);
		put_name(&sql, kind);
		put_text(&sql, *value);
		TRY(sql_run(&sql, error));
	}
	return OUTCOME_OK;
}

static enum outcome save_waiver(struct store *store, int64_t project, int64_t n, const struct waiver *waiver,
				struct error *error)
{
	struct sql sql;
	struct limits limits = {.project = project, .waiver = n};
	TRY(sql_get(store, STATEMENT_SAVE_WAIVER, &sql, error));
	put_number(&sql, project);
	put_number(&sql, n);
	put_text(&sql, waiver->subject);
	put_optional(&sql, waiver->reason);
	put_date(&sql, waiver->until);
	put_number(&sql, waiver->line);
	put_optional(&sql, waiver->file);
	TRY(sql_run(&sql, error));
	TRY(save_limits(store, &limits, "project", &waiver->projects, error));
	return save_limits(store, &limits, "record", &waiver->records, error);
}

enum outcome settings_forget(struct store *store, int64_t project, struct error *error)
{
	TRY(sql_run_for(store, STATEMENT_FORGET_STANDARDS, project, error));
	TRY(sql_run_for(store, STATEMENT_FORGET_AUTHORITIES, project, error));
	TRY(sql_run_for(store, STATEMENT_FORGET_WAIVERS, project, error));
	return sql_run_for(store, STATEMENT_FORGET_WAIVER_LIMITS, project, error);
}

enum outcome settings_save(struct store *store, int64_t project, const struct config *config, struct error *error)
{
	int64_t n = 0;
	TRY(settings_forget(store, project, error));
	LIST_EACH (struct standard, standard, &config->standards)
		TRY(save_standard(store, project, ++n, standard, error));
	n = 0;
	LIST_EACH (struct str, name, &config->authorities)
		TRY(save_authority(store, project, ++n, *name, error));
	n = 0;
	LIST_EACH (struct waiver, waiver, &config->waivers)
		TRY(save_waiver(store, project, ++n, waiver, error));
	return OUTCOME_OK;
}

static enum outcome load_standards(struct store *store, struct arena *arena, const struct settings_reader *reader,
				   struct error *error)
{
	struct sql sql;
	bool row;
	TRY(sql_get(store, STATEMENT_STANDARDS, &sql, error));
	for (;;) {
		TRY(sql_next(&sql, &row, error));
		if (!row)
			return OUTCOME_OK;
		struct config *config = reader->config_of(reader->context, take_number(&sql));
		if (!config)
			continue;
		struct standard *standard = LIST_ADD(arena, &config->standards);
		standard->subject = take_text(&sql, arena);
		standard->option = take_text(&sql, arena);
		standard->scope = take_text(&sql, arena);
		standard->record = take_text(&sql, arena);
		standard->line = (uint32_t)take_number(&sql);
	}
}

static enum outcome load_authorities(struct store *store, struct arena *arena, const struct settings_reader *reader,
				     struct error *error)
{
	struct sql sql;
	bool row;
	TRY(sql_get(store, STATEMENT_AUTHORITIES, &sql, error));
	for (;;) {
		TRY(sql_next(&sql, &row, error));
		if (!row)
			return OUTCOME_OK;
		struct config *config = reader->config_of(reader->context, take_number(&sql));
		if (config)
			*LIST_ADD(arena, &config->authorities) = take_text(&sql, arena);
	}
}

static enum outcome load_limits(struct store *store, struct arena *arena, int64_t project, int64_t n,
				struct waiver *waiver, struct error *error)
{
	struct sql sql;
	bool row;
	TRY(sql_get(store, STATEMENT_WAIVER_LIMITS, &sql, error));
	put_number(&sql, project);
	put_number(&sql, n);
	for (;;) {
		TRY(sql_next(&sql, &row, error));
		if (!row)
			return OUTCOME_OK;
		bool of_project = str_equal(take_borrowed(&sql), STR("project"));
		struct strs *values = of_project ? &waiver->projects : &waiver->records;
		*LIST_ADD(arena, values) = take_text(&sql, arena);
	}
}

static enum outcome load_waivers(struct store *store, struct arena *arena, const struct settings_reader *reader,
				 struct error *error)
{
	struct sql sql;
	bool row;
	TRY(sql_get(store, STATEMENT_WAIVERS, &sql, error));
	for (;;) {
		TRY(sql_next(&sql, &row, error));
		if (!row)
			return OUTCOME_OK;
		int64_t project = take_number(&sql), n = take_number(&sql);
		struct config *config = reader->config_of(reader->context, project);
		if (!config)
			continue;
		struct waiver *waiver = LIST_ADD(arena, &config->waivers);
		waiver->subject = take_text(&sql, arena);
		waiver->reason = take_text(&sql, arena);
		waiver->until = take_date(&sql);
		waiver->line = (uint32_t)take_number(&sql);
		waiver->file = take_text(&sql, arena);
		TRY(load_limits(store, arena, project, n, waiver, error));
	}
}

enum outcome settings_load(struct store *store, struct arena *arena, const struct settings_reader *reader,
			   struct error *error)
{
	TRY(load_standards(store, arena, reader, error));
	TRY(load_authorities(store, arena, reader, error));
	return load_waivers(store, arena, reader, error);
}

struct chosen_settings {
	struct config *config;
	struct left_out LIST_OF(int64_t) left_out; /* projects */
};

static struct config *config_unless_left_out(void *context, int64_t project)
{
	struct chosen_settings *chosen = context;
	LIST_EACH (const int64_t, id, &chosen->left_out)
		if (*id == project)
			return NULL;
	return chosen->config;
}

static enum outcome find_project(struct store *store, struct str name, int64_t *id, struct error *error)
{
	struct sql sql;
	bool row;
	TRY(sql_get(store, STATEMENT_PROJECT_BY_NAME, &sql, error));
	put_text(&sql, name);
	TRY(sql_next(&sql, &row, error));
	*id = row ? take_number(&sql) : 0;
	sql_end(&sql);
	return OUTCOME_OK;
}

enum outcome store_load_settings(struct store *store, struct arena *arena, const struct strs *without,
				 struct config *config, struct error *error)
{
	struct chosen_settings chosen = {.config = config};
	struct settings_reader reader = {.config_of = config_unless_left_out, .context = &chosen};
	for (size_t i = 0; without && i < without->count; i++) {
		int64_t id;
		TRY(find_project(store, without->item[i], &id, error));
		if (id > 0)
			*LIST_ADD(arena, &chosen.left_out) = id;
	}
	TRY(settings_load(store, arena, &reader, error));
	settings_drop_doubles(arena, config);
	return OUTCOME_OK;
}
