/* SPDX-License-Identifier: MIT */
/* A feed (Atom, RFC 4287). A review is a new entry when it comes into the window and again when it falls overdue: the
 * entry's id is made from record, day and state, and "updated" is the day on which the state began. Nothing in the feed
 * changes from day to day. */
#include "review_words.h"
#include "xml.h"

#include "adr/base/digest.h"

/* 4.2.6 asks for an IRI that never changes: a UUID of version 8 (RFC 9562, 5.8), made from `key`. */
static void add_id(struct text *out, struct str key)
{
	struct digest digest = digest_of(key);
	uint64_t high = (digest.high & ~UINT64_C(0xF000)) | UINT64_C(0x8000);
	uint64_t low = (digest.low & ~(UINT64_C(3) << 62)) | (UINT64_C(2) << 62);
	text_printf(out, "<id>urn:uuid:%08llx-%04llx-%04llx-%04llx-%012llx</id>\n", (unsigned long long)(high >> 32),
		    (unsigned long long)(high >> 16 & 0xFFFF), (unsigned long long)(high & 0xFFFF),
		    (unsigned long long)(low >> 48), (unsigned long long)(low & UINT64_C(0xFFFFFFFFFFFF)));
}

static void add_updated(struct text *out, struct date day)
{
	char text[DATE_TEXT_SIZE];
	text_printf(out, "<updated>%sT00:00:00Z</updated>\n", date_format(day, text));
}

/* The day on which the state began; never after the report's. */
static struct date state_began(const struct review *review, const struct review_report *report)
{
	struct date day = report->as_of;
	int64_t began = report->as_of.days;
	if (review->state == REVIEW_OVERDUE)
		began = (int64_t)review->review.days + 1;
	else if (review->state == REVIEW_DUE)
		began = (int64_t)review->review.days - report->within_days;
	else if (review->decided.set)
		began = review->decided.days;
	if (began >= 0 && began < day.days)
		day.days = (int32_t)began;
	return day;
}

static void add_content(struct text *out, const struct review *review, struct arena *arena, struct str file)
{
	struct strs details = review_details(arena, review);
	text_add_z(out, "<content type=\"text\">");
	add_xml(out, review_message(arena, review));
	text_add_byte(out, '\n');
	add_xml(out, file);
	text_printf(out, ":%u", review->line);
	LIST_EACH (const struct str, detail, &details) {
		text_add_byte(out, '\n');
		add_xml(out, *detail);
	}
	text_add_z(out, "</content>\n");
}

static void add_entry(struct text *out, struct paper *paper, struct places *places, const struct review *review,
		      const struct review_report *report)
{
	SCOPED(scoped_arena_free) struct arena *arena = arena_new();
	const char *state = review_state_name(review->state);
	char day[DATE_TEXT_SIZE];
	struct str file = review_file(arena, places, review);
	struct str url = review_url(arena, paper, file);
	struct str key = arena_printf(arena, "adr review %.*s %s %s", STR_ARG(review->id),
				      date_format(review->review, day), state);
	text_add_z(out, "<entry>\n");
	add_id(out, key);
	add_element(out, "title",
		    arena_printf(arena, "%s: %.*s (%.*s)", state, STR_ARG(review->title), STR_ARG(review->id)));
	add_updated(out, state_began(review, report));
	if (!str_empty(url)) {
		text_add_z(out, "<link rel=\"alternate\"");
		add_attribute(out, "href", url);
		text_add_z(out, "/>\n");
	}
	text_printf(out, "<category term=\"%s\"/>\n", state);
	add_content(out, review, arena, file);
	text_add_z(out, "</entry>\n");
}

static struct date newest(const struct review_report *report)
{
	struct date newest = {0};
	LIST_EACH (const struct review, review, &report->reviews) {
		struct date began = state_began(review, report);
		if (!newest.set || began.days > newest.days)
			newest = began;
	}
	return newest.set ? newest : report->as_of;
}

void reviews_atom(struct paper *paper, const struct review_report *report)
{
	SCOPED(places_release) struct places places = places_in_repository(paper);
	SCOPED(text_release) struct text out = {0}, key = {0};
	text_add_z(&out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n");
	text_add_z(&key, "adr review ");
	text_add(&key, paper->link_base);
	add_id(&out, text_str(&key));
	text_add_z(&out, "<title>Decisions to review</title>\n");
	add_updated(&out, newest(report));
	text_add_z(&out, "<author><name>adr</name></author>\n<generator>adr</generator>\n");
	LIST_EACH (const struct review, review, &report->reviews) {
		add_entry(&out, paper, &places, review, report);
		paper_raw(paper, &out);
	}
	text_add_z(&out, "</feed>\n");
	paper_raw(paper, &out);
}
