/* SPDX-License-Identifier: MIT */
/* `adr show`: a card with what was read from one record, each value with its line and what is written there, then the
 * record's own text. */
#include "card.h"
#include "record_json.h"
#include "record_lines.h"

#include "adr/render/show.h"

#include <assert.h>

#define TAB_WIDTH 4
#define MOST_TABS 16 /* that are kept at the start of a line */

static uint32_t larger(uint32_t a, uint32_t b)
{
	return a > b ? a : b;
}

static uint32_t largest_line(const struct record *record)
{
	uint32_t line = larger(record->status_at.line, record->decision_at.line);
	LIST_EACH (const struct dated, dated, &record->dates)
		line = larger(line, dated->at.line);
	LIST_EACH (const struct person, person, &record->people)
		line = larger(line, person->at.line);
	LIST_EACH (const struct link, link, &record->links)
		line = larger(line, link->at.line);
	LIST_EACH (const struct option, option, &record->options)
		line = larger(line, option->at.line);
	LIST_EACH (const struct claim, claim, &record->claims)
		line = larger(line, claim->at.line);
	return line;
}

static void show_status(struct card *card, const struct record *record)
{
	if (record->status == STATUS_NONE && str_empty(record->status_text))
		return;
	SCOPED(text_release) struct text value = {0};
	const char *name = status_name(record->status);
	text_add_z(&value, name ? name : "-");
	if (!str_empty(record->status_text) && !str_equal_nocase(record->status_text, str_of(name))) {
		text_add_z(&value, " (");
		text_add(&value, record->status_text);
		text_add_byte(&value, ')');
	}
	card_row(card, &(struct row){
			       .line = record->status_at.line,
			       .label = STR("status"),
			       .stance = STANCE_COUNT,
			       .value = text_str(&value),
			       .basis = (enum value_basis)record->basis.status,
			       .style = status_style(record->status),
		       });
}

/* As written, with the day in front where the words do not begin with it. */
static void show_date(struct card *card, const struct dated *dated)
{
	SCOPED(text_release) struct text value = {0};
	char date[DATE_TEXT_SIZE];
	struct str day = str_of(date_format(dated->date, date));
	bool says_day = str_starts(dated->text, day);
	text_add(&value, says_day ? dated->text : day);
	if (!says_day && !str_empty(dated->text))
		text_printf(&value, " (%.*s)", STR_ARG(dated->text));
	if (!dated->date.set)
		text_add_z(&value, " (no such day)");
	card_row(card, &(struct row){
			       .line = dated->at.line,
			       .label = str_of(date_kind_name(dated->kind)),
			       .stance = STANCE_COUNT,
			       .value = text_str(&value),
			       .basis = (enum value_basis)dated->basis,
		       });
}

static void show_dates(struct card *card, const struct record *record)
{
	char date[DATE_TEXT_SIZE];
	LIST_EACH (const struct dated, dated, &record->dates)
		show_date(card, dated);
	if (record->date.set && record->basis.date == BASIS_FILE_NAME)
		card_row(card, &(struct row){
				       .label = STR("created"),
				       .stance = STANCE_COUNT,
				       .value = str_of(date_format(record->date, date)),
				       .basis = BASIS_FILE_NAME,
			       });
}

static void show_people(struct card *card, const struct record *record)
{
	for (enum role role = 0; role < ROLE_COUNT; role++)
		LIST_EACH (const struct person, person, &record->people)
			if (person->role == role)
				card_row(card, &(struct row){
						       .line = person->at.line,
						       .label = str_of(role_name(role)),
						       .stance = STANCE_COUNT,
						       .value = person->name,
						       .basis = (enum value_basis)person->basis,
					       });
}

static void show_links(struct card *card, const struct record *record)
{
	LIST_EACH (const struct link, link, &record->links) {
		SCOPED(text_release) struct text value = {0};
		text_add(&value, str_empty(link->to) ? link->target : link->to);
		if (str_empty(link->to))
			text_add_z(&value, " (no such record)");
		/* a link is there for everybody to see, only what it means is a guess */
		bool vague = link->kind == LINK_RELATES_TO && link->basis == BASIS_PROSE;
		card_row(card, &(struct row){
				       .line = link->at.line,
				       .label = link_words(link->kind, link->words),
				       .stance = STANCE_COUNT,
				       .value = text_str(&value),
				       .basis = vague ? BASIS_NONE : (enum value_basis)link->basis,
			       });
	}
}

/* Of a chosen or rejected one, that is what people doubt. */
static void show_options(struct card *card, const struct record *record)
{
	LIST_EACH (const struct option, option, &record->options) {
		uint8_t basis = option->stance == STANCE_CONSIDERED ? option->basis : option->stance_basis;
		card_row(card, &(struct row){
				       .line = option->at.line,
				       .label = STR("options"),
				       .stance = option->stance,
				       .value = option->name,
				       .basis = (enum value_basis)basis,
				       .basis_line = option->stance_at.line,
			       });
	}
}

static void show_claims(struct card *card, const struct record *record)
{
	LIST_EACH (const struct claim, claim, &record->claims) {
		SCOPED(text_release) struct text value = {0};
		text_add(&value, claim->subject);
		text_add_z(&value, ": ");
		text_add(&value, claim->option);
		if (!str_empty(claim->scope)) {
			text_add_z(&value, " for ");
			text_add(&value, claim->scope);
		}
		text_printf(&value, " (%s, %.2f)", claim_basis_name(claim->basis), claim->confidence);
		card_row(card, &(struct row){
				       .line = claim->at.line,
				       .label = STR("claims"),
				       .stance = claim->chosen ? STANCE_CHOSEN : STANCE_REJECTED,
				       .value = text_str(&value),
			       });
	}
}

static void show_tags(struct card *card, const struct record *record)
{
	SCOPED(text_release) struct text value = {0};
	LIST_EACH (const struct str, tag, &record->tags) {
		if (tag != record->tags.item)
			text_add_z(&value, ", ");
		text_add(&value, *tag);
	}
	if (record->tags.count > 0)
		card_row(card, &(struct row){
				       .label = STR("tags"),
				       .stance = STANCE_COUNT,
				       .value = text_str(&value),
			       });
}

static void show_decision(struct card *card, const struct record *record)
{
	if (str_empty(record->decision))
		return;
	card_text(card, record->decision_at.line, STR("decision"), record->decision);
}

static void show_card(struct paper *paper, const struct record *record, const struct source *lines)
{
	SCOPED(places_release) struct places places = places_of(paper);
	SCOPED(scoped_arena_free) struct arena *scratch = arena_new();
	paper_wrapped(paper, STYLE_BOLD, record->title, 0, 0);
	paper_text(paper, STYLE_PLAIN, record->id);
	paper_print(paper, "  ");
	paper_place(paper, &places, record, larger(record->title_at.line, 1));
	if (basis_is_guess((enum value_basis)record->basis.title))
		paper_text(paper, STYLE_YELLOW, STR("  (title guessed: file-name)"));
	paper_print(paper, "\n\n");
	struct card card = card_begin(paper, largest_line(record), lines, scratch);
	card.decision = record->decision_at.line;
	show_status(&card, record);
	show_dates(&card, record);
	show_people(&card, record);
	show_links(&card, record);
	show_options(&card, record);
	show_decision(&card, record);
	show_claims(&card, record);
	show_tags(&card, record);
}

/* Tabs in front of a line carry its structure; what is cleaned would make them one space. */
static void show_body_line(struct paper *paper, struct str line)
{
	size_t tabs = 0;
	while (tabs < line.length && tabs < MOST_TABS && line.at[tabs] == '\t')
		tabs++;
	paper_print(paper, "%*s", (int)(tabs * TAB_WIDTH), "");
	paper_text(paper, STYLE_PLAIN, str_from(line, tabs));
	paper_print(paper, "\n");
}

static void show_body(struct paper *paper, struct str body)
{
	SCOPED(text_release) struct text rule = {0};
	for (size_t i = 0; i < paper->width; i++)
		text_add_z(&rule, "─");
	paper_print(paper, "\n");
	paper_text(paper, STYLE_DIM, text_str(&rule));
	paper_print(paper, "\n\n");
	struct str line;
	while (str_next_line(&body, &line))
		show_body_line(paper, line);
}

static void record_json(struct paper *paper, const struct record *record, const struct source *lines)
{
	struct json json = json_open(paper->stream, JSON_PRETTY);
	json_begin_object(&json, NULL);
	json_record_fields(&json, record);
	json_lines(&json, record, lines);
	json_end(&json);
	json_close(&json);
}

void show_record(struct paper *paper, const struct record *record, struct str file, bool body, enum format format)
{
	assert(format == FORMAT_TEXT || format == FORMAT_JSON);
	SCOPED(scoped_arena_free) struct arena *arena = arena_new();
	struct source lines = file_lines(arena, file);
	if (format == FORMAT_JSON) {
		record_json(paper, record, &lines);
		return;
	}
	show_card(paper, record, &lines);
	struct str own = body ? own_part(&lines, record) : (struct str){0};
	if (!str_empty(own))
		show_body(paper, own);
}
