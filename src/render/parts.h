/* SPDX-License-Identifier: MIT */
/* Pieces that several results are made of: counts, statuses, where files lie. Private to render/. */
#ifndef ADR_RENDER_PARTS_H
#define ADR_RENDER_PARTS_H

#include "adr/model/record.h"
#include "adr/render/json.h"
#include "adr/render/paper.h"

#define JSON_SHAPE 1 /* "version" of all JSON; docs/json.md says when it changes */

#define COLUMN_GAP 2    /* spaces between columns */
#define STATUS_WIDTH 10 /* of the longest status */
#define DATE_WIDTH 10
#define SEVERITY_WIDTH 7 /* of "warning" */

static inline void scoped_arena_free(struct arena **arena)
{
	arena_free(*arena);
}

/* Writes what was gathered, which is clean already, and empties it. */
void paper_raw(struct paper *paper, struct text *gathered);

/* One number of a summary line, "3 errors": nothing for 0, and ", " in front of all but the first (*begun is false). */
void paper_tally(struct paper *paper, bool *begun, size_t count, const char *singular, const char *plural,
		 enum style style);

/* The style and the word ("-" where there is none) of a status; with `fill`, filled up to STATUS_WIDTH. */
enum style status_style(enum status status);
void paper_status(struct paper *paper, enum status status, bool fill);

/* The word of a severity in its colour; with `fill`, filled up to SEVERITY_WIDTH. */
void paper_severity(struct paper *paper, enum severity severity, bool fill);

/* The date, or "-"; with `fill`, filled up to DATE_WIDTH. */
void paper_date(struct paper *paper, struct date date, bool fill);

/* The id with its project dimmed, filled up to `columns`; longer ones are never cut. Returns the columns it took. */
size_t paper_id(struct paper *paper, struct str id, size_t columns);

/* The columns to give to ids of which the widest has `widest`: not more than half of the paper. */
size_t id_columns(const struct paper *paper, size_t widest);

/* Writes how to reach a file of a project (paper.h: here, projects), with the directory worked out only when the
 * project changes. */
struct places {
	struct str here;
	const struct projects *projects;
	struct str name; /* of the project that `directory` belongs to */
	struct str root;
	struct text directory; /* with its '/' at the end; empty for the working directory itself */
	bool known;
};

struct places places_of(const struct paper *paper);
void places_release(struct places *places);
/* Appends the raw path; whoever shows it cleans it. */
void add_place(struct places *places, struct text *out, const struct project *project, struct str path);
/* The same for what knows only its project's name. */
void add_named_place(struct places *places, struct text *out, struct str project, struct str path);

/* path:line, dimmed. `line` 0: the path alone. */
void paper_place(struct paper *paper, struct places *places, const struct record *record, uint32_t line);

/* {"version":1, opened as the outermost object. */
struct json open_report(struct paper *paper);
void close_report(struct json *json);

/* id, project, path, title, status: what names a record in every report. */
void json_id_and_path(struct json *json, const struct record *record);
void json_title_and_status(struct json *json, const struct record *record);
void json_strs(struct json *json, const char *key, const struct strs *strs);
void json_triggers(struct json *json, const struct triggers *triggers);

#endif
