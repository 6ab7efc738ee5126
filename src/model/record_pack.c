/* SPDX-License-Identifier: MIT */
/* One description of a record serves both ways: every carry function gives back what it was given and writes it down,
 * or, when unpacking, gives back what it reads instead. */
#include "adr/model/record_pack.h"

#include <assert.h>

struct carrier {
	struct text *out;    /* packing: where bytes go; NULL when unpacking */
	struct str in;       /* unpacking: what is left */
	struct arena *arena; /* unpacking: for lists */
};

/* Seven bits a byte, the lowest first; the top bit says that more follow. */
static void write_number(struct text *out, uint64_t number)
{
	for (; number >= 0x80; number >>= 7)
		text_add_byte(out, (char)(unsigned char)(number | 0x80));
	text_add_byte(out, (char)number);
}

static uint64_t read_number(struct str *in)
{
	uint64_t number = 0;
	unsigned char byte;
	unsigned shift = 0;
	do {
		assert(in->length > 0);
		byte = (unsigned char)in->at[0];
		*in = str_from(*in, 1);
		number |= (uint64_t)(byte & 0x7FU) << shift;
		shift += 7;
	} while (byte & 0x80U);
	return number;
}

static uint64_t carry(struct carrier *carrier, uint64_t number)
{
	if (!carrier->out)
		return read_number(&carrier->in);
	write_number(carrier->out, number);
	return number;
}

static struct str carry_text(struct carrier *carrier, struct str text)
{
	size_t length = (size_t)carry(carrier, text.length);
	if (carrier->out) {
		text_add(carrier->out, text);
		return text;
	}
	text = str_slice(carrier->in, 0, length);
	carrier->in = str_from(carrier->in, length);
	return text;
}

/* Bytes that are small: five of them take no more room than they are. */
static uint8_t carry_byte(struct carrier *carrier, uint8_t byte)
{
	return (uint8_t)carry(carrier, byte);
}

static struct span carry_line(struct carrier *carrier, struct span at)
{
	at.line = (uint32_t)carry(carrier, at.line);
	return at;
}

/* A whole number from -1. */
static int32_t carry_number(struct carrier *carrier, int32_t number)
{
	return (int32_t)((int64_t)carry(carrier, (uint64_t)((int64_t)number + 1)) - 1);
}

#define DAYS_SHIFT 719163 /* makes the first day of year 1 number 1; 0 is no date */

static struct date carry_date(struct carrier *carrier, struct date date)
{
	int64_t shifted = (int64_t)carry(carrier, date.set ? (uint64_t)((int64_t)date.days + DAYS_SHIFT) : 0);
	return shifted ? (struct date){.days = (int32_t)(shifted - DAYS_SHIFT), .set = true} : (struct date){0};
}

static struct period carry_period(struct carrier *carrier, struct period period)
{
	period.count = carry_number(carrier, period.count);
	period.unit = (enum date_unit)carry(carrier, period.unit);
	return period;
}

static double carry_fraction(struct carrier *carrier, double fraction)
{
	uint64_t bits;
	memcpy(&bits, &fraction, sizeof bits);
	bits = carry(carrier, bits);
	memcpy(&fraction, &bits, sizeof fraction);
	return fraction;
}

/* Carries how many items there are and, when unpacking, makes room for them. */
#define CARRY_COUNT(carrier, list, type)                                                                               \
	do {                                                                                                           \
		(list)->count = (size_t)carry((carrier), (list)->count);                                               \
		if (!(carrier)->out)                                                                                   \
			(list)->item = ARENA_ARRAY((carrier)->arena, type, (list)->count);                             \
	} while (0)

static void carry_header(struct carrier *carrier, struct record *record)
{
	record->path = carry_text(carrier, record->path);
	record->anchor = carry_text(carrier, record->anchor);
	if (record_is_part(record)) {
		record->extent.first_line = (uint32_t)carry(carrier, record->extent.first_line);
		record->extent.last_line = (uint32_t)carry(carrier, record->extent.last_line);
	}
	record->kind = (enum record_kind)carry(carrier, record->kind);
	record->dialect = (enum dialect)carry(carrier, record->dialect);
	record->number = carry_number(carrier, record->number);
	record->title = carry_text(carrier, record->title);
	record->title_at = carry_line(carrier, record->title_at);
	record->title_stated = carry(carrier, record->title_stated) != 0;
	record->basis.title = carry_byte(carrier, record->basis.title);
	record->basis.number = carry_byte(carrier, record->basis.number);
	record->basis.status = carry_byte(carrier, record->basis.status);
	record->basis.date = carry_byte(carrier, record->basis.date);
	record->basis.review = carry_byte(carrier, record->basis.review);
	record->language = carry_text(carrier, record->language);
	record->status = (enum status)carry(carrier, record->status);
	record->status_text = carry_text(carrier, record->status_text);
	record->status_at = carry_line(carrier, record->status_at);
	record->date = carry_date(carrier, record->date);
	record->date_at = carry_line(carrier, record->date_at);
	record->review = carry_date(carrier, record->review);
	record->review_at = carry_line(carrier, record->review_at);
	record->reviewed = carry_date(carrier, record->reviewed);
	record->review_every = carry_period(carrier, record->review_every);
	record->due = carry_date(carrier, record->due);
	record->due_basis = (enum review_basis)carry(carrier, record->due_basis);
	record->due_line = (uint32_t)carry(carrier, record->due_line);
	record->decision = carry_text(carrier, record->decision);
	record->decision_at = carry_line(carrier, record->decision_at);
}

static void carry_dates(struct carrier *carrier, struct dates *dates)
{
	CARRY_COUNT(carrier, dates, struct dated);
	LIST_EACH (struct dated, dated, dates) {
		dated->kind = (enum date_kind)carry(carrier, dated->kind);
		dated->date = carry_date(carrier, dated->date);
		dated->text = carry_text(carrier, dated->text);
		dated->at = carry_line(carrier, dated->at);
		dated->basis = carry_byte(carrier, dated->basis);
	}
}

static void carry_people(struct carrier *carrier, struct people *people)
{
	CARRY_COUNT(carrier, people, struct person);
	LIST_EACH (struct person, person, people) {
		person->name = carry_text(carrier, person->name);
		person->role = (enum role)carry(carrier, person->role);
		person->at = carry_line(carrier, person->at);
		person->basis = carry_byte(carrier, person->basis);
	}
}

static void carry_links(struct carrier *carrier, struct links *links)
{
	CARRY_COUNT(carrier, links, struct link);
	LIST_EACH (struct link, link, links) {
		link->kind = (enum link_kind)carry(carrier, link->kind);
		link->words = carry_text(carrier, link->words);
		link->target = carry_text(carrier, link->target);
		link->file = carry_text(carrier, link->file);
		link->to_project = carry_text(carrier, link->to_project);
		link->to_number = carry_number(carrier, link->to_number);
		link->mention = carry(carrier, link->mention) != 0;
		link->at = carry_line(carrier, link->at);
		link->basis = carry_byte(carrier, link->basis);
	}
}

static void carry_options(struct carrier *carrier, struct options *options)
{
	CARRY_COUNT(carrier, options, struct option);
	LIST_EACH (struct option, option, options) {
		option->name = carry_text(carrier, option->name);
		option->stance = (enum stance)carry(carrier, option->stance);
		option->at = carry_line(carrier, option->at);
		option->stance_at = carry_line(carrier, option->stance_at);
		option->listed = carry(carrier, option->listed) != 0;
		option->basis = carry_byte(carrier, option->basis);
		option->stance_basis = carry_byte(carrier, option->stance_basis);
	}
}

static void carry_claims(struct carrier *carrier, struct claims *claims)
{
	CARRY_COUNT(carrier, claims, struct claim);
	LIST_EACH (struct claim, claim, claims) {
		claim->subject = carry_text(carrier, claim->subject);
		claim->option = carry_text(carrier, claim->option);
		claim->chosen = carry(carrier, claim->chosen) != 0;
		claim->scope = carry_text(carrier, claim->scope);
		claim->basis = (enum claim_basis)carry(carrier, claim->basis);
		claim->confidence = carry_fraction(carrier, claim->confidence);
		claim->at = carry_line(carrier, claim->at);
		claim->quote = carry_text(carrier, claim->quote);
	}
}

static void carry_triggers(struct carrier *carrier, struct triggers *triggers)
{
	CARRY_COUNT(carrier, triggers, struct trigger);
	LIST_EACH (struct trigger, trigger, triggers) {
		trigger->text = carry_text(carrier, trigger->text);
		trigger->at = carry_line(carrier, trigger->at);
	}
}

static void carry_strs(struct carrier *carrier, struct strs *strs)
{
	CARRY_COUNT(carrier, strs, struct str);
	LIST_EACH (struct str, text, strs)
		*text = carry_text(carrier, *text);
}

static void carry_record(struct carrier *carrier, struct record *record)
{
	carry_header(carrier, record);
	carry_dates(carrier, &record->dates);
	carry_people(carrier, &record->people);
	carry_links(carrier, &record->links);
	carry_options(carrier, &record->options);
	carry_claims(carrier, &record->claims);
	carry_triggers(carrier, &record->triggers);
	carry_strs(carrier, &record->tags);
	carry_strs(carrier, &record->lookers);
}

void record_pack(struct text *out, const struct record *record)
{
	struct carrier carrier = {.out = out};
	struct record same = *record; /* is written to, but with what stands there already */
	carry_record(&carrier, &same);
}

void record_unpack(struct arena *arena, struct str packed, struct record *record)
{
	struct carrier carrier = {.in = packed, .arena = arena};
	*record = (struct record){.project = NULL};
	carry_record(&carrier, record);
	assert(carrier.in.length == 0);
}
