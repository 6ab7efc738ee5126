/* SPDX-License-Identifier: MIT */
/* A calendar (RFC 5545) with one all-day event per review. Section numbers are its.
 *
 * An event's UID is made from the record's id, so that whoever imports the calendar again gets the event moved, not
 * doubled: calendars take a copy for newer whose SEQUENCE, or else DTSTAMP, is larger (RFC 5546, 2.1.5). Both are made
 * from the day of the report, because a review may be put off as well as moved forward. No METHOD: then an organizer
 * would be needed. */
#include "lines.h"
#include "review_words.h"

#include "adr/base/digest.h"
#include "adr/base/unicode.h"

#define LINE_OCTETS 75 /* 3.1: without the line break */

/* Ends a content line: folds it at 75 octets, never inside a character, and empties `line`. */
static void end_line(struct text *out, struct text *line)
{
	struct str rest = text_str(line);
	size_t room = LINE_OCTETS;
	while (rest.length > room) {
		size_t end = room;
		while (((unsigned char)rest.at[end] & 0xC0) == 0x80)
			end--;
		text_add(out, str_slice(rest, 0, end));
		text_add_z(out, "\r\n ");
		rest = str_from(rest, end);
		room = LINE_OCTETS - 1; /* the space counts */
	}
	text_add(out, rest);
	text_add_z(out, "\r\n");
	text_clear(line);
}

/* 3.3.11: TEXT. */
static void add_value(struct text *line, struct str value)
{
	SCOPED(text_release) struct text clean = {0};
	add_clean(&clean, value);
	for (size_t i = 0; i < clean.length; i++) {
		if (strchr("\\;,", clean.at[i]))
			text_add_byte(line, '\\');
		text_add_byte(line, clean.at[i]);
	}
}

static void add_line(struct text *out, const char *name, struct str value)
{
	SCOPED(text_release) struct text line = {0};
	text_printf(&line, "%s:", name);
	add_value(&line, value);
	end_line(out, &line);
}

static void add_plain(struct text *out, const char *content)
{
	text_add_z(out, content);
	text_add_z(out, "\r\n");
}

static void add_day(struct text *out, const char *name, struct date day, const char *time)
{
	int year, month, month_day;
	date_split(day, &year, &month, &month_day);
	text_printf(out, "%s:%04d%02d%02d%s\r\n", name, year, month, month_day, time);
}

static void add_uid(struct text *out, const struct review *review)
{
	SCOPED(text_release) struct text key = {0};
	text_add_z(&key, "adr review ");
	text_add(&key, review->id);
	struct digest digest = digest_of(text_str(&key));
	text_printf(out, "UID:%016llx%016llx@adr\r\n", (unsigned long long)digest.high, (unsigned long long)digest.low);
}

static void add_description(struct text *out, const struct review *review, struct arena *arena, struct str file)
{
	SCOPED(text_release) struct text line = {0};
	struct strs details = review_details(arena, review);
	text_add_z(&line, "DESCRIPTION:");
	add_value(&line, review_message(arena, review));
	text_add_z(&line, "\\n");
	add_value(&line, file);
	text_printf(&line, ":%u", review->line);
	LIST_EACH (const struct str, detail, &details) {
		text_add_z(&line, "\\n");
		add_value(&line, *detail);
	}
	end_line(out, &line);
}

/* In the morning a week before, and on the day itself. */
static void add_alarms(struct text *out, struct str summary)
{
	static const char *const triggers[] = {"-P6DT15H", "PT9H"};
	for (size_t i = 0; i < sizeof triggers / sizeof *triggers; i++) {
		add_plain(out, "BEGIN:VALARM");
		add_plain(out, "ACTION:DISPLAY");
		text_printf(out, "TRIGGER:%s\r\n", triggers[i]);
		add_line(out, "DESCRIPTION", summary);
		add_plain(out, "END:VALARM");
	}
}

static void add_event(struct text *out, struct paper *paper, struct places *places, const struct review *review,
		      struct date as_of)
{
	SCOPED(scoped_arena_free) struct arena *arena = arena_new();
	struct str file = review_file(arena, places, review);
	struct str url = review_url(arena, paper, file);
	struct str summary = arena_printf(arena, "Review: %.*s (%.*s)", STR_ARG(review->title), STR_ARG(review->id));
	add_plain(out, "BEGIN:VEVENT");
	add_uid(out, review);
	add_day(out, "DTSTAMP", as_of, "T000000Z");
	text_printf(out, "SEQUENCE:%d\r\n", as_of.days > 0 ? as_of.days : 0);
	add_day(out, "DTSTART;VALUE=DATE", review->review, "");
	add_line(out, "SUMMARY", summary);
	add_description(out, review, arena, file);
	if (!str_empty(url)) {
		SCOPED(text_release) struct text line = {0};
		text_printf(&line, "URL:%.*s", STR_ARG(url)); /* 3.3.13: a URI is not escaped */
		end_line(out, &line);
	}
	add_line(out, "CATEGORIES", STR("Decision review"));
	add_plain(out, "TRANSP:TRANSPARENT");
	add_alarms(out, summary);
	add_plain(out, "END:VEVENT");
}

void reviews_ics(struct paper *paper, const struct review_report *report)
{
	SCOPED(places_release) struct places places = places_in_repository(paper);
	SCOPED(text_release) struct text out = {0};
	add_plain(&out, "BEGIN:VCALENDAR");
	add_plain(&out, "VERSION:2.0");
	add_plain(&out, "PRODID:-//adr//adr review//EN");
	add_plain(&out, "CALSCALE:GREGORIAN");
	add_plain(&out, "X-WR-CALNAME:Decisions to review");
	LIST_EACH (const struct review, review, &report->reviews) {
		add_event(&out, paper, &places, review, report->as_of);
		paper_raw(paper, &out);
	}
	add_plain(&out, "END:VCALENDAR");
	paper_raw(paper, &out);
}
