/* SPDX-License-Identifier: MIT */
/* `adr show`: a card with what was read from one record, each value with its line, then the record's own text. */
#include "parts.h"
#include "record_json.h"

#include "adr/render/show.h"

#include <assert.h>

#define LABEL_WIDTH 14 /* of "Conflicts with" */
#define TAB_WIDTH 4
#define MOST_TABS 16 /* that are kept at the start of a line */

/* A card being written. Rows look like "  12  Label          text": line, label (once per group), value. */
struct card {
	struct paper *paper;
	size_t gutter;    /* columns of the widest line number */
	size_t indent;    /* columns in front of values */
	struct str label; /* of the row before */
};

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

static struct card card_begin(struct paper *paper, const struct record *record)
{
	size_t gutter = 2;
	for (uint32_t line = largest_line(record); line > 9; line /= 10)
		gutter++;
	return (struct card){.paper = paper, .gutter = gutter, .indent = gutter + 2 + LABEL_WIDTH + 2};
}

/* "superseded_by" as "Superseded by". */
static void add_label(struct text *out, struct str name)
{
	for (size_t i = 0; i < name.length; i++) {
		char byte = name.at[i] == '_' ? ' ' : name.at[i];
		bool small = byte >= 'a' && byte <= 'z';
		text_add_byte(out, i == 0 && small ? (char)(byte - 'a' + 'A') : byte);
	}
}

/* Writes line number and label, and leaves the cursor where the value goes. */
static void start_row(struct card *card, uint32_t line, struct str name)
{
	SCOPED(text_release) struct text label = {0}, number = {0};
	if (line > 0)
		text_printf(&number, "%*u", (int)card->gutter, line);
	paper_column(card->paper, STYLE_DIM, text_str(&number), card->gutter);
	paper_print(card->paper, "  ");
	if (!str_equal(name, card->label))
		add_label(&label, name);
	card->label = name;
	paper_column(card->paper, STYLE_CYAN, text_str(&label), LABEL_WIDTH);
	paper_print(card->paper, "  ");
}

static void show_row(struct card *card, uint32_t line, const char *name, struct str value)
{
	start_row(card, line, str_of(name));
	paper_flow(card->paper, STYLE_PLAIN, value, card->indent, card->indent, 0);
}

static void show_status(struct card *card, const struct record *record)
{
	if (record->status == STATUS_NONE && str_empty(record->status_text))
		return;
	SCOPED(text_release) struct text words = {0};
	const char *name = status_name(record->status);
	start_row(card, record->status_at.line, STR("status"));
	paper_status(card->paper, record->status, false);
	if (!str_empty(record->status_text) && !str_equal_nocase(record->status_text, str_of(name))) {
		text_add_z(&words, " (");
		text_add(&words, record->status_text);
		text_add_byte(&words, ')');
	}
	paper_text(card->paper, STYLE_PLAIN, text_str(&words));
	paper_print(card->paper, "\n");
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
	show_row(card, dated->at.line, date_kind_name(dated->kind), text_str(&value));
}

static void show_dates(struct card *card, const struct record *record)
{
	LIST_EACH (const struct dated, dated, &record->dates)
		show_date(card, dated);
}

static void show_people(struct card *card, const struct record *record)
{
	for (enum role role = 0; role < ROLE_COUNT; role++)
		LIST_EACH (const struct person, person, &record->people)
			if (person->role == role)
				show_row(card, person->at.line, role_name(role), person->name);
}

static void show_links(struct card *card, const struct record *record)
{
	LIST_EACH (const struct link, link, &record->links) {
		SCOPED(text_release) struct text value = {0};
		text_add(&value, str_empty(link->to) ? link->target : link->to);
		if (str_empty(link->to))
			text_add_z(&value, " (no such record)");
		start_row(card, link->at.line, link_words(link->kind, link->words));
		paper_flow(card->paper, STYLE_PLAIN, text_str(&value), card->indent, card->indent, 0);
	}
}

static void show_stance(struct paper *paper, enum stance stance)
{
	switch (stance) {
	case STANCE_CHOSEN:
		paper_text(paper, STYLE_GREEN, STR("✓"));
		break;
	case STANCE_REJECTED:
		paper_text(paper, STYLE_RED, STR("✗"));
		break;
	case STANCE_CONSIDERED:
	case STANCE_COUNT:
		paper_text(paper, STYLE_DIM, STR("·"));
		break;
	}
	paper_print(paper, " ");
}

static void show_options(struct card *card, const struct record *record)
{
	LIST_EACH (const struct option, option, &record->options) {
		start_row(card, option->at.line, STR("options"));
		show_stance(card->paper, option->stance);
		paper_flow(card->paper, STYLE_PLAIN, option->name, card->indent + 2, card->indent + 2, 0);
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
		start_row(card, claim->at.line, STR("claims"));
		show_stance(card->paper, claim->chosen ? STANCE_CHOSEN : STANCE_REJECTED);
		paper_flow(card->paper, STYLE_PLAIN, text_str(&value), card->indent + 2, card->indent + 2, 0);
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
		show_row(card, 0, "tags", text_str(&value));
}

static void show_card(struct paper *paper, const struct record *record)
{
	SCOPED(places_release) struct places places = places_of(paper);
	paper_wrapped(paper, STYLE_BOLD, record->title, 0, 0);
	paper_text(paper, STYLE_PLAIN, record->id);
	paper_print(paper, "  ");
	paper_place(paper, &places, record, larger(record->title_at.line, 1));
	paper_print(paper, "\n\n");
	struct card card = card_begin(paper, record);
	show_status(&card, record);
	show_dates(&card, record);
	show_people(&card, record);
	show_links(&card, record);
	show_options(&card, record);
	if (!str_empty(record->decision))
		show_row(&card, record->decision_at.line, "decision", record->decision);
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

void show_record(struct paper *paper, const struct record *record, struct str body, enum format format)
{
	assert(format == FORMAT_TEXT || format == FORMAT_JSON);
	if (format == FORMAT_JSON) {
		struct json json = json_open(paper->stream, JSON_PRETTY);
		json_record(&json, record);
		json_close(&json);
		return;
	}
	show_card(paper, record);
	if (!str_empty(body))
		show_body(paper, body);
}
