/* SPDX-License-Identifier: MIT */
#include "word_list.h"

#include "adr/base/unicode.h"
#include "adr/model/record.h"

#include <assert.h>
#include <stdlib.h>

/* Below each part stand names with their words. What the name with this number is; NULL behind the last one and for
 * numbers without a name. */
typedef const char *name_of(int number);

static const char *name_of_status(int number)
{
	return number < STATUS_COUNT ? status_name((enum status)number) : NULL;
}

static const char *name_of_label(int number)
{
	static const char *const names[] = {
		[LABEL_STATUS] = "status", [LABEL_TITLE] = "title",           [LABEL_NUMBER] = "number",
		[LABEL_TAGS] = "tags",     [LABEL_DATE_PLAIN] = "plain_date", [LABEL_LINKS] = "links",
	};
	return number < (int)(sizeof names / sizeof *names) ? names[number] : NULL;
}

static const char *name_of_date(int number)
{
	return number < DATE_KIND_COUNT ? date_kind_name((enum date_kind)number) : NULL;
}

static const char *name_of_role(int number)
{
	return number < ROLE_COUNT ? role_name((enum role)number) : NULL;
}

static const char *name_of_link(int number)
{
	return number < LINK_KIND_COUNT ? link_kind_name((enum link_kind)number) : NULL;
}

static const char *name_of_section(int number)
{
	return number < SECTION_KIND_COUNT && number != SECTION_OTHER ? section_kind_name((enum section_kind)number)
								      : NULL;
}

static const char *name_of_unit(int number)
{
	static const char *const names[] = {
		[DATE_DAYS] = "days", [DATE_WEEKS] = "weeks", [DATE_MONTHS] = "months", [DATE_YEARS] = "years"};
	return number < (int)(sizeof names / sizeof *names) ? names[number] : NULL;
}

static const char *name_of_choice(int number)
{
	static const char *const names[CHOICE_WORD_COUNT] = {
		[CHOICE_LABEL] = "label", [CHOICE_VERB] = "verb",  [CHOICE_IMPERATIVE] = "imperative",
		[CHOICE_AFTER] = "after", [CHOICE_MARK] = "mark",  [CHOICE_FORM] = "form",
		[CHOICE_TURN] = "turn",   [CHOICE_MEANS] = "means"};
	return number < CHOICE_WORD_COUNT ? names[number] : NULL;
}

static const char *name_of_considered(int number)
{
	static const char *const names[CONSIDERED_WORD_COUNT] = {[CONSIDERED_VERB] = "verb",
								 [CONSIDERED_NOUN] = "noun",
								 [CONSIDERED_SEVERAL] = "several",
								 [CONSIDERED_OTHER] = "other"};
	return number < CONSIDERED_WORD_COUNT ? names[number] : NULL;
}

static const char *name_of_clause(int number)
{
	static const char *const names[CLAUSE_WORD_COUNT] = {
		[CLAUSE_END] = "end",       [CLAUSE_AS] = "as",     [CLAUSE_INSTEAD] = "instead",
		[CLAUSE_REASON] = "reason", [CLAUSE_THAT] = "that", [CLAUSE_WHICH] = "which"};
	return number < CLAUSE_WORD_COUNT ? names[number] : NULL;
}

static const char *name_of_topic(int number)
{
	static const char *const names[TOPIC_WORD_COUNT] = {
		[TOPIC_FIRST] = "first", [TOPIC_LAST] = "last", [TOPIC_THING] = "thing"};
	return number < TOPIC_WORD_COUNT ? names[number] : NULL;
}

static const char *name_of_trigger(int number)
{
	static const char *const names[TRIGGER_WORD_COUNT] = {
		[TRIGGER_LOOK] = "look", [TRIGGER_WHEN] = "when", [TRIGGER_HEADING] = "heading"};
	return number < TRIGGER_WORD_COUNT ? names[number] : NULL;
}

static const char *name_of_kind(int number)
{
	return number < KIND_COUNT && number != KIND_LOG ? record_kind_name((enum record_kind)number) : NULL;
}

#define NAMES_MOST 32 /* more than any of the enums has */

/* With `names` the value is a mapping from these, with `most` one from numbers up to it, else a list of words that all
 * mean 0. */
static const struct part {
	const char *key;
	enum word_class class;
	name_of *name;
	unsigned base; /* is added to the number of the name */
	int32_t most;
} parts[] = {
	{"status", WORD_STATUS, name_of_status, 0, 0},
	{"labels", WORD_LABEL, name_of_label, 0, 0},
	{"dates", WORD_LABEL, name_of_date, LABEL_DATE, 0},
	{"roles", WORD_LABEL, name_of_role, LABEL_ROLE, 0},
	{"links", WORD_LINK, name_of_link, 0, 0},
	{"sections", WORD_SECTION, name_of_section, 0, 0},
	{"months", WORD_MONTH, NULL, 0, 12},
	{"units", WORD_UNIT, name_of_unit, 0, 0},
	{"every", WORD_EVERY, NULL, 0, UINT8_MAX},
	{"numbers", WORD_NUMBER, NULL, 0, UINT8_MAX},
	{"nobody", WORD_NOBODY, NULL, 0, 0},
	{"and", WORD_AND, NULL, 0, 0},
	{"or", WORD_OR, NULL, 0, 0},
	{"job", WORD_JOB, NULL, 0, 0},
	{"chosen", WORD_CHOSEN, name_of_choice, 0, 0},
	{"rejected", WORD_REJECTED, name_of_choice, 0, 0},
	{"considered", WORD_CONSIDERED, name_of_considered, 0, 0},
	{"option", WORD_OPTION, NULL, 0, 0},
	{"beside", WORD_BESIDE, NULL, 0, 0},
	{"clause", WORD_CLAUSE, name_of_clause, 0, 0},
	{"filler", WORD_FILLER, NULL, 0, 0},
	{"not", WORD_NOT, NULL, 0, 0},
	{"turned", WORD_TURNED, NULL, 0, 0},
	{"topic", WORD_TOPIC, name_of_topic, 0, 0},
	{"trait", WORD_TRAIT, NULL, 0, 0},
	{"criterion", WORD_CRITERION, NULL, 0, 0},
	{"weight", WORD_WEIGHT, NULL, 0, 0},
	{"kinds", WORD_KIND, name_of_kind, 0, 0},
	{"trigger", WORD_TRIGGER, name_of_trigger, 0, 0},
	{"common", WORD_COMMON, NULL, 0, 0},
};

static const struct part *part_of(struct str key)
{
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (str_equal(key, str_of(parts[i].key)))
			return &parts[i];
	}
	return NULL;
}

static bool class_has_bits(enum word_class class)
{
	return class == WORD_CHOSEN || class == WORD_REJECTED || class == WORD_TOPIC || class == WORD_CONSIDERED;
}

/* The number of the name that stands as the entry's key. */
static enum outcome read_name(const struct yaml_check *check, struct str name, struct span at, name_of *candidates,
			      const char *what, unsigned *number)
{
	struct strs known = {0};
	for (int i = 0; i < NAMES_MOST; i++) {
		const char *candidate = candidates(i);
		if (!candidate)
			continue;
		*number = (unsigned)i;
		if (str_equal(name, str_of(candidate)))
			return OUTCOME_OK;
		*LIST_ADD(check->arena, &known) = str_of(candidate);
	}
	return yaml_fail_unknown(check, at, what, name, &known);
}

static enum outcome read_meaning(const struct yaml_check *check, const struct yaml_node *entry, const struct part *part,
				 unsigned *meaning)
{
	int32_t number = 0;
	if (part->most > 0 && (!str_to_number(entry->key, &number) || number < 1 || number > part->most))
		return yaml_fail(check, entry->key_at, "a number from 1 to %d is expected here, not '%.*s'",
				 (int)part->most, STR_ARG(entry->key));
	*meaning = (unsigned)number;
	if (part->most > 0)
		return OUTCOME_OK;
	enum outcome outcome = read_name(check, entry->key, entry->key_at, part->name, "key", meaning);
	*meaning = class_has_bits(part->class) ? 1U << *meaning : part->base + *meaning;
	return outcome;
}

enum outcome word_list_read_status(const struct yaml_check *check, const struct yaml_node *value, unsigned *status)
{
	struct str text;
	enum outcome outcome = yaml_read_text(check, value, &text);
	return outcome ? outcome : read_name(check, text, value->at, name_of_status, "status", status);
}

static size_t count_words(struct str folded)
{
	size_t count = 1;
	for (size_t i = 0; i < folded.length; i++)
		count += folded.at[i] == ' ';
	return count;
}

enum outcome word_list_add(const struct yaml_check *check, struct word_list *list, enum word_class class,
			   unsigned meaning, struct str word, struct span at)
{
	struct str key = unicode_fold(check->arena, word);
	if (str_empty(key))
		return yaml_fail(check, at, "this word holds neither letters nor digits");
	if (key.length > WORD_LENGTH_MOST || count_words(key) > WORD_PHRASE_MOST)
		return yaml_fail(check, at, "this is too long to be found: at most %d words and %d bytes",
				 WORD_PHRASE_MOST, WORD_LENGTH_MOST);
	*LIST_ADD(check->arena, &list->entries) =
		(struct word_entry){{class, {.key = key, .meaning = (uint8_t)meaning, .language = list->language}}, at};
	return OUTCOME_OK;
}

/* One word or a list of them. */
static enum outcome add_words(const struct yaml_check *check, const struct yaml_node *node, struct word_list *list,
			      enum word_class class, unsigned meaning)
{
	enum outcome outcome = OUTCOME_OK;
	struct str text;
	if (node->kind == YAML_MAPPING)
		return yaml_fail(check, node->at, "a text or a list of texts is expected here");
	if (yaml_is_empty(node))
		return OUTCOME_OK;
	const struct yaml_node *item = node->kind == YAML_SCALAR ? node : node->first;
	for (; item && outcome == OUTCOME_OK; item = item == node ? NULL : item->next) {
		outcome = yaml_read_text(check, item, &text);
		if (outcome == OUTCOME_OK)
			outcome = word_list_add(check, list, class, meaning, text, item->at);
	}
	return outcome;
}

static enum outcome read_part(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	struct word_list *list = target;
	const struct part *part = part_of(value->key);
	assert(part);
	if (!part->name && part->most == 0)
		return add_words(check, value, list, part->class, 0);
	enum outcome outcome = yaml_expect_mapping(check, value, "the list of words");
	for (const struct yaml_node *entry = value->first; entry && outcome == OUTCOME_OK; entry = entry->next) {
		unsigned meaning = 0;
		outcome = read_meaning(check, entry, part, &meaning);
		if (outcome == OUTCOME_OK)
			outcome = add_words(check, entry, list, part->class, meaning);
	}
	return outcome;
}

static enum outcome read_language(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	struct word_list *list = target;
	enum outcome outcome = yaml_read_text(check, value, &list->code);
	if (outcome == OUTCOME_OK && list->code.length != 2)
		return yaml_fail(check, value->at, "a language has two letters, not '%.*s'", STR_ARG(list->code));
	return outcome;
}

static enum outcome read_date_order(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	struct word_list *list = target;
	if (!date_order_from_name(value->text, &list->date_order))
		return yaml_fail(check, value->at, "the order of a date is auto, dmy or mdy, not '%.*s'",
				 STR_ARG(value->text));
	return OUTCOME_OK;
}

static enum outcome read_written(const struct yaml_check *check, const struct yaml_node *value, struct str *text)
{
	enum outcome outcome = yaml_read_text(check, value, text);
	if (outcome == OUTCOME_OK &&
	    (str_find_byte(*text, '"') != STR_NOT_FOUND || str_find_byte(*text, '\\') != STR_NOT_FOUND))
		return yaml_fail(check, value->at, "what is written into records holds no quotes and no backslashes");
	return outcome;
}

static enum outcome read_reviewed(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	return read_written(check, value, &((struct writing *)target)->reviewed);
}

static enum outcome read_review(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	return read_written(check, value, &((struct writing *)target)->review);
}

static enum outcome read_months(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	struct writing *writing = target;
	enum outcome outcome = OUTCOME_OK;
	size_t count = 0;
	for (const struct yaml_node *item = value->first; item && outcome == OUTCOME_OK; item = item->next, count++)
		if (count < 12)
			outcome = read_written(check, item, &writing->months[count]);
	if (outcome == OUTCOME_OK && count != 12)
		return yaml_fail(check, value->at, "a year has twelve months, not %zu", count);
	return outcome;
}

static enum outcome read_writing(const struct yaml_check *check, const struct yaml_node *value, void *target)
{
	static const struct yaml_row rows[] = {
		{"reviewed", read_reviewed}, {"review", read_review}, {"months", read_months}, {NULL, NULL}};
	struct writing *writing = &((struct word_list *)target)->writing;
	enum outcome outcome = yaml_read_mapping(check, value, "what is written", rows, writing);
	bool whole = !str_empty(writing->reviewed) && !str_empty(writing->review) && !str_empty(writing->months[0]);
	if (outcome == OUTCOME_OK && !whole)
		return yaml_fail(check, value->at, "one of 'reviewed', 'review' and 'months' is missing");
	return outcome;
}

#define PART(key)                                                                                                      \
	{                                                                                                              \
		key, read_part                                                                                         \
	}
#define COMMON_PARTS                                                                                                   \
	PART("status"), PART("labels"), PART("dates"), PART("roles"), PART("links"), PART("sections"), PART("months"), \
		PART("units"), PART("every"), PART("numbers"), PART("nobody"), PART("and"), PART("or"), PART("job"),   \
		PART("chosen"), PART("rejected"), PART("considered"), PART("option"), PART("beside"), PART("clause"),  \
		PART("filler"), PART("not"), PART("turned"), PART("topic"), PART("trait"), PART("criterion"),          \
		PART("weight"), PART("kinds"), PART("trigger")

const struct yaml_row word_list_keys[] = {COMMON_PARTS, {NULL, NULL}};
const struct yaml_row word_file_keys[] = {{"language", read_language},
					  {"date_order", read_date_order},
					  {"writing", read_writing},
					  COMMON_PARTS,
					  PART("common"),
					  {NULL, NULL}};

static int compare_entries(const void *left, const void *right)
{
	const struct word_entry *a = left, *b = right;
	if (a->own.class != b->own.class)
		return a->own.class < b->own.class ? -1 : 1;
	int order = str_compare(a->own.word.key, b->own.word.key);
	return order ? order : (a->at.start > b->at.start) - (a->at.start < b->at.start);
}

enum outcome word_list_settle(const struct yaml_check *check, struct word_list *list)
{
	struct word_entries *entries = &list->entries;
	size_t kept = 0;
	if (entries->count > 0)
		qsort(entries->item, entries->count, sizeof *entries->item, compare_entries);
	for (size_t i = 0; i < entries->count; i++) {
		struct word_entry *one = kept ? &entries->item[kept - 1] : NULL, *two = &entries->item[i];
		bool same = one && one->own.class == two->own.class && str_equal(one->own.word.key, two->own.word.key);
		if (!same) {
			entries->item[kept++] = *two;
			continue;
		}
		if (!class_has_bits(two->own.class) || one->own.word.meaning & two->own.word.meaning)
			return yaml_fail(check, two->at, "the word '%.*s' stands here twice",
					 STR_ARG(two->own.word.key));
		one->own.word.meaning |= two->own.word.meaning;
	}
	entries->count = kept;
	return OUTCOME_OK;
}
