/* SPDX-License-Identifier: MIT */
/* What the recognisers of one record share. read_record.c fills it from top to bottom; each recogniser reads what is
 * there and writes its part of the record. Texts borrow from the source or live in the record's arena; what is needed
 * while reading only lives in `scratch`. */
#ifndef ADR_PARSE_READING_H
#define ADR_PARSE_READING_H

#include "blocks.h"
#include "inline_text.h"
#include "tokens.h"
#include "word_index.h"

#include "adr/base/ascii.h"
#include "adr/base/unicode.h"
#include "adr/model/config.h"
#include "adr/model/record.h"
#include "adr/parse/read_record.h"

/* Where a field was found, most trustworthy first. */
enum field_origin {
	FIELD_FRONT_MATTER,
	FIELD_HEADER,  /* before the first section */
	FIELD_SECTION, /* the text of a section such as "Status" */
	FIELD_FOOTER,  /* a label line behind the last section's rule */
	FIELD_BODY,    /* one anywhere else */
};

/* One value of a known label. A label with several values gives several fields. */
struct field {
	enum field_origin origin;
	uint8_t label;    /* enum label */
	struct str key;   /* the label as written */
	struct str value; /* raw */
	struct span at;   /* of the value, or of the label where there is none */
};

struct fields LIST_OF(struct field);

/* A heading and what it holds, in step with record->sections. */
struct option_name;

struct outline {
	enum section_kind kind; /* its own, or that of the nearest section around it that has one */
	size_t first, end;      /* its blocks, subsections included; the heading is blocks[first - 1] */
	size_t own_end;         /* its blocks up to the next heading of any level */
	size_t parent;          /* index, or NO_SECTION */
	/* the option that the heading names, once it is asked for; NULL: none. See read_options.c */
	const struct option_name *option;
	bool option_read;
};

struct outlines LIST_OF(struct outline);

/* An option's name as it is compared. */
struct option_key {
	struct str whole; /* folded */
	struct str core;  /* up to a bracket */
};

struct option_keys LIST_OF(struct option_key);

#define NO_SECTION ((size_t)-1)
#define QUESTIONS_MOST 7 /* that one record answers, less one */

struct reading {
	const struct word_index *words;
	const struct vocabulary *vocabulary;
	const struct source *source;
	const struct project *project;
	struct arena *arena;
	struct arena *scratch;
	struct record *record;

	uint32_t body;            /* where the Markdown starts */
	uint32_t end;             /* where it ends */
	bool part;                /* it is one of several decisions in a file; the first block is its heading */
	int32_t file_number;      /* the number that the file's name shows; -1: none */
	struct fields fields;     /* in order of origin, then place */
	struct str front_summary; /* what the front matter says in a sentence; for want of a title */
	struct blocks blocks;
	struct outlines outlines;
	size_t title_block;               /* index, or NO_SECTION */
	size_t header_end;                /* blocks before the first section */
	bool rendered;                    /* the page has no Markdown headings */
	bool alternatives;                /* the options are those beside the chosen one */
	size_t options_repeated;          /* see read_options.c */
	size_t questions[QUESTIONS_MOST]; /* the first option of each further question, see option_list.c */
	size_t question_count;
	struct tokens decision_tokens;     /* of its first sentences, once they are needed; see choice_sentence.c */
	struct strs option_numbers;        /* in step with the options as far as they have any: "2b", folded */
	struct option_keys option_keys;    /* in step with the options, once they are compared; see option_list.c */
	const struct word *status_slip_of; /* what the status was meant to be; NULL: it is written well */
	bool dates_checked;                /* see read_dates.c */
	bool proves_dmy, proves_mdy;
	struct parts *parts; /* the decisions of a log, see log.h */
	struct str code;     /* what the log's ids begin with, folded: "d" of "D-12"; empty for none */
};

/* The word is of a script that parts no words. Such keys stand behind all others of a class. */
static inline bool parts_no_words(struct str key)
{
	return key.length > 2 && (unsigned char)key.at[0] >= 0xE3;
}

/* How many digits stand at byte `at`. */
size_t digits_at(struct str text, size_t at);

/* Looks up what `text` folds to. */
const struct word *find_word(const struct reading *reading, enum word_class class, struct str text);
bool is_word(const struct reading *reading, enum word_class class, struct str text);
/* The word or phrase that `folded` is a slip of the pen of, where it is long enough to tell; NULL: none. */
const struct word *near_word(const struct reading *reading, enum word_class class, struct str folded);
/* The meaning of a label in class WORD_LABEL or WORD_LINK; -1 when it is no known one. */
int label_meaning(const struct reading *reading, struct str label);
/* True for texts that stand for no value: empty, punctuation, "TBD", placeholders. */
bool is_nobody(const struct reading *reading, struct str text);
/* True for what a template tells to fill in: "[Name]", "{title}", "<who>". */
bool is_placeholder(struct str text);

/* The span of `part` where it is a slice of the source, else `otherwise`. */
struct span span_of(const struct reading *reading, struct str part, struct span otherwise);

struct finding *note(struct reading *reading, enum rule rule, struct span at, const char *format, ...)
	__attribute__((format(printf, 4, 5)));

struct field *add_field(struct reading *reading, enum field_origin origin, int label, struct str key, struct str value,
			struct span at);

/* The cells of a table row, without bars; at most CELLS_MOST are split off. */
#define CELLS_MOST 32
size_t split_row(struct str row, struct str cells[CELLS_MOST]);

/* front_matter_decides.c: true when the entry is `decides:` or `rejects:`, which is then in record->declared. */
struct yaml_node;
bool read_declarations(struct reading *reading, const struct yaml_node *node);

/* front_matter.c: fields from YAML; sets reading->body. */
void read_front_matter(struct reading *reading);
/* read_bytes.c: findings about encoding. */
void read_bytes(struct reading *reading);
/* read_blocks.c */
void read_blocks(struct reading *reading, struct cmark_memory *memory);
/* read_sections.c: record->sections and outlines; which heading is the title. */
void read_sections(struct reading *reading);
/* The section that a heading names with nothing but its words and a number; or also by its first words ("Decision: X"),
 * or with a slip of the pen. */
const struct word *exact_section(const struct reading *reading, struct str heading);
const struct word *section_word(const struct reading *reading, struct str heading, bool *misspelt);
/* read_fields.c: fields from header, tables, sections and labelled lines. */
void read_fields(struct reading *reading);

/* The bytes of "-", ": ", " - ", ") " and the like at `at`; 0 when there is none. *strong: not merely blanks. */
size_t separator_at(struct str text, size_t at, bool *strong);
void read_title(struct reading *reading);
void read_number(struct reading *reading);
/* Takes "ADR-0005:", "5.", "[ADR]" and the like off a heading. */
struct str strip_title_prefix(const struct reading *reading, struct str heading, int32_t *number);
void read_status(struct reading *reading);
void read_dates(struct reading *reading);
void read_people(struct reading *reading);
void read_links(struct reading *reading);
void read_tags(struct reading *reading);
void read_options(struct reading *reading);
void read_decision(struct reading *reading);
void read_choice(struct reading *reading);
void read_language(struct reading *reading);
void read_kind(struct reading *reading);
void read_placeholders(struct reading *reading);
void read_basis(struct reading *reading);
void read_triggers(struct reading *reading);

/* read_log.c: finds out whether the file is a log (before anything but header and title is read), and reads each of its
 * decisions into a record of its own. */
struct parts;
void find_decisions(struct reading *reading);
void read_decisions(struct reading *reading, struct records *decisions);
/* read_record.c: what is read out of every record, once its title is known. */
void read_content(struct reading *reading);

/* The outline that holds the decision, or NO_SECTION. */
size_t decision_section(const struct reading *reading);

/* The outline that block number `block` belongs to, or NO_SECTION. */
size_t section_of(const struct reading *reading, size_t block);

#endif
