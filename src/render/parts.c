/* SPDX-License-Identifier: MIT */
#include "parts.h"

#include "lines.h"

void paper_raw(struct paper *paper, struct text *gathered)
{
	if (gathered->length > 0)
		fwrite(gathered->at, 1, gathered->length, paper->stream);
	text_clear(gathered);
}

void paper_tally(struct paper *paper, bool *begun, size_t count, const char *singular, const char *plural,
		 enum style style)
{
	if (count == 0)
		return;
	char text[64];
	snprintf(text, sizeof text, "%zu %s", count, count == 1 ? singular : plural);
	paper_print(paper, *begun ? ", " : "");
	paper_text(paper, style, str_of(text));
	*begun = true;
}

enum style status_style(enum status status)
{
	switch (status) {
	case STATUS_ACCEPTED:
		return STYLE_GREEN;
	case STATUS_PROPOSED:
	case STATUS_DRAFT:
		return STYLE_YELLOW;
	case STATUS_REJECTED:
		return STYLE_RED;
	case STATUS_DEPRECATED:
	case STATUS_SUPERSEDED:
	case STATUS_NONE:
	case STATUS_COUNT:
		break;
	}
	return STYLE_DIM;
}

void paper_status(struct paper *paper, enum status status, bool fill)
{
	const char *name = status_name(status);
	struct str word = str_of(name ? name : "-");
	paper_column(paper, status_style(status), word, fill ? STATUS_WIDTH : word.length);
}

static enum style severity_style(enum severity severity)
{
	switch (severity) {
	case SEVERITY_ERROR:
		return STYLE_RED;
	case SEVERITY_WARNING:
		return STYLE_YELLOW;
	case SEVERITY_INFO:
		return STYLE_BLUE;
	case SEVERITY_OFF:
	case SEVERITY_COUNT:
		break;
	}
	return STYLE_DIM;
}

void paper_severity(struct paper *paper, enum severity severity, bool fill)
{
	struct str word = str_of(severity_name(severity));
	paper_column(paper, severity_style(severity), word, fill ? SEVERITY_WIDTH : word.length);
}

void paper_date(struct paper *paper, struct date date, bool fill)
{
	char text[DATE_TEXT_SIZE];
	struct str word = str_of(date.set ? date_format(date, text) : "-");
	paper_column(paper, STYLE_PLAIN, word, fill ? DATE_WIDTH : word.length);
}

size_t paper_id(struct paper *paper, struct str id, size_t columns)
{
	size_t slash = str_find_byte(id, '/');
	size_t split = slash == STR_NOT_FOUND ? 0 : slash + 1;
	size_t width = clean_width(id);
	paper_text(paper, STYLE_DIM, str_slice(id, 0, split));
	paper_text(paper, STYLE_BOLD, str_from(id, split));
	if (width < columns)
		paper_spaces(paper, columns - width);
	return width < columns ? columns : width;
}

size_t id_columns(const struct paper *paper, size_t widest)
{
	size_t most = paper->width / 2;
	return widest < most ? widest : most;
}

struct json open_report(struct paper *paper)
{
	struct json json = json_open(paper->stream, JSON_PRETTY);
	json_begin_object(&json, NULL);
	json_number(&json, "version", JSON_SHAPE);
	return json;
}

void close_report(struct json *json)
{
	json_end(json);
	json_close(json);
}

void json_id_and_path(struct json *json, const struct record *record)
{
	json_text(json, "id", record->id);
	json_text(json, "project", record->project->name);
	json_text(json, "path", record->path);
}

void json_title_and_status(struct json *json, const struct record *record)
{
	json_text(json, "title", record->title);
	json_name(json, "status", status_name(record->status));
}

void json_strs(struct json *json, const char *key, const struct strs *strs)
{
	json_begin_array(json, key);
	LIST_EACH (const struct str, text, strs)
		json_text(json, NULL, *text);
	json_end(json);
}

void json_triggers(struct json *json, const struct triggers *triggers)
{
	json_begin_array(json, "triggers");
	LIST_EACH (const struct trigger, trigger, triggers) {
		json_begin_object(json, NULL);
		json_text(json, "text", trigger->text);
		json_number(json, "line", trigger->at.line);
		json_end(json);
	}
	json_end(json);
}
