/* SPDX-License-Identifier: MIT */
/* People and teams with their roles. */
#include "entity.h"
#include "reading.h"

#define NAME_LENGTH_MOST ((size_t)80)
#define NAME_WORDS_MOST 7
#define SENTENCE_WORD_LEAST 5 /* letters before a full stop that is not that of an abbreviation */
#define PEOPLE_MOST 200       /* of one record */
#define PEOPLE_LENGTH_MOST ((size_t)2000)
#define FIELD_LINES_NEAR 3

/* "Jane Doe (Lead) <jane@example.org>" -> "Jane Doe". */
static struct str clean_name(struct reading *reading, struct str raw)
{
	size_t mail = str_find_byte(raw, '<');
	if (mail != STR_NOT_FOUND && mail > 0 && str_contains(str_from(raw, mail), STR("@")))
		raw = str_slice(raw, 0, mail);
	struct str name = str_trim_bytes(plain_text(reading->arena, raw), " \t\"'`*_,;");
	static const char ends[] = "(<[";
	for (size_t i = 0; i < sizeof ends - 1; i++) {
		size_t at = str_find_byte(name, ends[i]);
		if (at != STR_NOT_FOUND && at > 0)
			name = str_trim(str_slice(name, 0, at));
	}
	size_t dash = str_find(name, STR(" - "));
	if (dash == STR_NOT_FOUND)
		dash = str_find(name, STR(" \xE2\x80\x93 "));
	if (dash == STR_NOT_FOUND)
		dash = str_find(name, STR(" \xE2\x80\x94 "));
	if (dash != STR_NOT_FOUND && dash > 0)
		name = str_trim(str_slice(name, 0, dash));
	size_t at = str_find_byte(name, '@');
	if (at != STR_NOT_FOUND && at > 0 && str_find_byte(name, ' ') == STR_NOT_FOUND)
		name = str_slice(name, 0, at); /* an address stands for its owner */
	return str_trim_bytes(name, " @\t.:,");
}

/* "Release team: Ann Lee": who it is stands behind the colon. */
static struct str without_team(struct str raw)
{
	size_t colon = str_find(raw, STR(": "));
	raw = str_trim(colon == STR_NOT_FOUND || colon == 0 ? raw : str_from(raw, colon + 2));
	return raw;
}

static bool has_letter(struct str name)
{
	for (size_t i = 0; i < name.length; i++) {
		char lower = (char)(name.at[i] | 0x20);
		if ((lower >= 'a' && lower <= 'z') || (unsigned char)name.at[i] >= 0x80)
			return true;
	}
	return false;
}

static bool is_known(const struct record *record, struct str name, enum role role)
{
	LIST_EACH (struct person, person, &record->people) {
		if (person->role == role && str_equal_nocase(person->name, name))
			return true;
	}
	return false;
}

static void add_person(struct reading *reading, enum role role, struct str raw, struct span at)
{
	struct record *record = reading->record;
	raw = without_team(raw);
	if (is_nobody(reading, raw) || str_starts(raw, STR("(")))
		return;
	struct str name = clean_name(reading, raw);
	struct date date;
	if (!has_letter(name) || name.length > NAME_LENGTH_MOST || is_nobody(reading, name) ||
	    date_parse_iso(str_slice(name, 0, 10), &date) || record->people.count >= PEOPLE_MOST ||
	    is_known(record, name, role))
		return;
	*LIST_ADD(reading->arena, &record->people) =
		(struct person){.name = name, .role = role, .at = span_of(reading, raw, at)};
}

/* "en" parts names in Dutch, not in French. */
static bool is_and(const struct reading *reading, struct str text)
{
	struct str told = reading->record->language;
	uint32_t languages = word_index_languages(reading->words, WORD_AND, unicode_fold(reading->scratch, text));
	for (size_t i = 0; languages != 0 && i < reading->vocabulary->language_count; i++, languages >>= 1) {
		struct str language = reading->vocabulary->languages[i];
		if (languages & 1U && (str_empty(told) || str_equal(language, STR("en")) || str_equal(language, told)))
			return true;
	}
	return false;
}

/* How many bytes at the start of `rest` part two names; 0 when the name goes on. */
static size_t parting(const struct reading *reading, struct str rest)
{
	static const struct str marks[] = {
		STR_INIT(","),   STR_INIT(";"),    STR_INIT("\n"),           STR_INIT(" / "),
		STR_INIT(" & "), STR_INIT("<br>"), STR_INIT("<br/>"),        STR_INIT("<br />"),
		STR_INIT(" + "), STR_INIT(" | "),  STR_INIT("\xE3\x80\x81"), STR_INIT("\xEF\xBC\x8C")};
	if (str_find_byte(STR(",;\n <\xE3\xEF"), rest.at[0]) == STR_NOT_FOUND)
		return 0; /* as nearly always */
	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
		if (str_starts(rest, marks[i]))
			return marks[i].length;
	}
	if (rest.at[0] != ' ')
		return 0;
	if (str_starts(rest, STR(" @")) || str_starts(rest, STR(" [@")))
		return 1;
	struct str next = str_from(rest, 1);
	size_t end = str_find_byte(next, ' ');
	bool and = end != STR_NOT_FOUND && end > 0 && end < 5 && is_and(reading, str_slice(next, 0, end));
	return and? end + 2 : 0;
}

/* "Ann Lee, Senior Engineer" is one person. */
static struct str without_job(const struct reading *reading, struct str value)
{
	size_t comma = str_find(value, STR(", "));
	struct str job = comma == STR_NOT_FOUND ? (struct str){0} : str_from(value, comma + 2);
	if (comma == STR_NOT_FOUND || str_find_byte(job, ',') != STR_NOT_FOUND)
		return value;
	job = str_slice(job, 0, str_find_byte(job, '(')); /* "Pia Nowak (lead)" is another person */
	struct tokens name = tokens_of(reading->scratch, str_slice(value, 0, comma), false);
	struct tokens words = tokens_of(reading->scratch, job, false);
	bool titled = words.count > 0 && name.count >= 2;
	for (size_t i = 0; i < name.count; i++)
		titled = titled && !word_index_find(reading->words, WORD_JOB, name.item[i].folded);
	return titled && word_index_find(reading->words, WORD_JOB, words.item[words.count - 1].folded)
		       ? str_slice(value, 0, comma)
		       : value;
}

/* Takes the next name off a list of names; false when it is used up. */
static bool next_name(const struct reading *reading, struct str *rest, struct str *name)
{
	size_t depth = 0;
	if (!rest->at)
		return false;
	for (size_t i = 0; i < rest->length;) {
		char byte = rest->at[i], character = 0;
		struct str here = str_from(*rest, i);
		size_t entity = byte == '&' ? entity_at(here, &character) : 0;
		depth += byte == '(' || byte == '[' || byte == '<';
		depth -= depth > 0 && (byte == ')' || byte == ']' || byte == '>');
		size_t part = (depth == 0 && entity == 0) || str_starts(here, STR("<br")) ? parting(reading, here) : 0;
		if (part > 0) {
			*name = str_slice(*rest, 0, i);
			*rest = str_from(*rest, i + part);
			return true;
		}
		i += entity > 0 ? entity : 1;
	}
	*name = *rest;
	*rest = (struct str){0};
	return true;
}

static size_t count_words(struct str text)
{
	struct str word;
	size_t words = 0;
	while (str_next_part(&text, ' ', &word))
		words += !str_empty(word);
	return words;
}

/* "Layout. The crane" goes on behind the stop; "J. Doe" and "Dr. Doe" are names. */
static bool holds_sentence(struct str text)
{
	size_t letters = 0;
	for (size_t i = 0; i + 1 < text.length; i++) {
		if (text.at[i] == '.' && text.at[i + 1] == ' ' && letters >= SENTENCE_WORD_LEAST)
			return true;
		letters = text.at[i] == ' ' || text.at[i] == '.' ? 0 : letters + 1;
	}
	return false;
}

/* A label such as "Author:" may stand before a text about authors. */
static bool is_prose_value(const struct reading *reading, struct str value)
{
	struct str rest = value, name;
	if (holds_sentence(value))
		return true;
	while (next_name(reading, &rest, &name)) {
		size_t bracket = str_find_byte(name, '(');
		if (count_words(str_slice(name, 0, bracket)) > NAME_WORDS_MOST &&
		    str_find_byte(name, '[') == STR_NOT_FOUND)
			return true;
	}
	return false;
}

/* "[Ann Lee, Bob Ray]": several names of two words or more, each with capitals, are no placeholder. */
static struct str without_list_brackets(struct str value)
{
	struct str inside = str_trim(value), part, word;
	if (!str_starts(inside, STR("[")) || !str_ends(inside, STR("]")) || str_find_byte(inside, ',') == STR_NOT_FOUND)
		return value;
	inside = str_slice(inside, 1, inside.length - 1);
	struct str rest = inside;
	while (str_next_part(&rest, ',', &part)) {
		size_t words = 0;
		for (part = str_trim(part); str_next_part(&part, ' ', &word); words++) {
			if (str_empty(word) ||
			    !((word.at[0] >= 'A' && word.at[0] <= 'Z') || (unsigned char)word.at[0] >= 0x80))
				return value;
		}
		if (words < 2)
			return value;
	}
	return inside;
}

static void add_people(struct reading *reading, enum role role, struct str value, struct span at)
{
	value = without_list_brackets(value);
	struct str rest = without_job(reading, str_slice(value, 0, PEOPLE_LENGTH_MOST)), name;
	if (is_prose_value(reading, rest))
		return;
	while (next_name(reading, &rest, &name))
		add_person(reading, role, name, at);
}

static bool is_role_label(int label)
{
	return label >= LABEL_ROLE && label < LABEL_ROLE + (int)ROLE_COUNT;
}

/* Whom the columns of a table of people name: -1 nobody, else a role. `role` is that of a column of names. */
static void roles_of_columns(const struct reading *reading, struct str header, enum role role, int roles[CELLS_MOST])
{
	struct str head[CELLS_MOST];
	size_t columns = split_row(header, head);
	bool named = false;
	for (size_t i = 0; i < CELLS_MOST; i++) {
		int label = i < columns ? label_meaning(reading, plain_text(reading->scratch, head[i])) : -1;
		bool names = label == LABEL_TITLE && !named;
		named = named || names;
		roles[i] = is_role_label(label) ? label - LABEL_ROLE : names ? (int)role : -1;
	}
}

/* "Role | Name | Date" below "Approval": everybody in the column of names; "Author | Reviewer": everybody. */
static void read_people_table(struct reading *reading, const struct outline *outline, enum role role)
{
	struct str row[CELLS_MOST];
	int roles[CELLS_MOST];
	roles_of_columns(reading, STR(""), role, roles);
	for (size_t i = outline->first; i < outline->own_end; i++) {
		const struct block *block = &reading->blocks.item[i];
		if (block->kind == BLOCK_ROW && block->header)
			roles_of_columns(reading, block->text, role, roles);
		if (block->kind != BLOCK_ROW || block->header)
			continue;
		size_t columns = split_row(block->text, row);
		for (size_t c = 0; c < columns; c++) {
			if (roles[c] >= 0)
				add_people(reading, (enum role)roles[c], row[c],
					   span_of(reading, row[c], (struct span){0}));
		}
	}
}

/* In running text labels such as "Owner:" speak of something else; beside a date or a status, and in sections that tell
 * about the record, they speak of it. */
static bool names_people(const struct reading *reading, const struct field *field)
{
	enum section_kind kind = SECTION_OTHER;
	LIST_EACH (struct field, other, &reading->fields) {
		bool tells = other->label == LABEL_STATUS || (other->label >= LABEL_DATE && other->label < LABEL_ROLE);
		if (tells && other->at.line + FIELD_LINES_NEAR >= field->at.line &&
		    other->at.line <= field->at.line + FIELD_LINES_NEAR)
			return true;
	}
	for (size_t i = 0; i < reading->record->sections.count; i++) {
		if (reading->record->sections.item[i].at.line > field->at.line)
			break;
		kind = reading->outlines.item[i].kind;
	}
	return kind == SECTION_STATUS || kind == SECTION_PEOPLE || kind == SECTION_REVIEW || kind == SECTION_HISTORY;
}

void read_people(struct reading *reading)
{
	const struct sections *sections = &reading->record->sections;
	LIST_EACH (struct field, field, &reading->fields) {
		if (is_role_label(field->label) && (field->origin != FIELD_BODY || names_people(reading, field)))
			add_people(reading, (enum role)(field->label - LABEL_ROLE), field->value, field->at);
	}
	for (size_t i = 0; i < sections->count; i++) {
		if (sections->item[i].kind != SECTION_PEOPLE)
			continue;
		int label = label_meaning(reading, sections->item[i].heading);
		enum role role = is_role_label(label) ? (enum role)(label - LABEL_ROLE) : ROLE_APPROVER;
		read_people_table(reading, &reading->outlines.item[i], role);
	}
}
